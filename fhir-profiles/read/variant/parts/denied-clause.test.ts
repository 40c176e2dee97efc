/** A clause that denies what it names is an absence, whatever the name; what was found beside it, or denied of something else, is not turned into one. */
import { expect, it } from 'vitest';
import { presenceInWords } from './presence-in-words.ts';

it.each([
  'No ITD detected',
  'No FLT3-ITD detected',
  'No internal tandem duplication was detected.',
  'No exon 19 deletion detected',
  'No EGFR exon 20 insertion found',
  'No MET exon 14 skipping identified',
  'No L858R detected',
  'No ROS1 break-apart seen',
  'No BCR::ABL1 transcript detected',
  'No pathogenic changes found',
  'No homozygous deletion identified',
  'Result: no ITD detected',
  'No ITD and no TKD detected',
  'Neither ITD nor TKD mutation detected',
  'Neither L858R nor exon 19 deletion was detected',
  'No evidence of exon 19 deletion',
])('%s: absent', (text) => expect(presenceInWords(text)).toBe('absent'));

it.each([
  'No DNA detected',
  'No ctDNA detected',
  'No tumour cells identified',
  'No other exon 19 deletion detected',
  'No additional ITD found',
  'No ITD but D835Y detected',
  'No ITD and D835Y detected',
])('%s: open', (text) => expect(presenceInWords(text)).toBe('indeterminate'));

it.each(['ITD detected', 'No doubt: ITD detected', 'Sample no. 3: ITD detected', 'Exon 19 deletion detected (no other finding)'])(
  '%s: present',
  (text) => expect(presenceInWords(text)).toBe('present'),
);
