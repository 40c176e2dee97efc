import { describe, expect, it } from 'vitest';
import { isMixedAnswer } from './mixed-answer.ts';
import { presenceInWords } from './presence-in-words.ts';

describe('an answer that denies one thing and states another', () => {
  it.each([
    'BRCA1 negative, BRCA2 pathogenic variant',
    'IHC negative, FISH positive',
    'No mutation in exon 18, 20, 21; deletion in exon 19',
    'm.1555A>G not detected; m.1494C>T detected',
    'Exon 3 mutated, exon 2 wild type',
    'KRAS mutated / NRAS wild type',
    'WT/WT/V600E',
    'Negative for EGFR mutation, ALK positive',
    'Negative. VUS detected in BRCA2',
    'Negative, internal control positive',
    'neg/pos',
    'Positive - Negative control: negative',
    'Detected (T790M not detected)',
    'KRAS neg, NRAS pos',
    'NRAS MUT, KRAS WT',
    'neg (KRAS), pos (NRAS)',
    'neg by IHC, pos by FISH',
    'tissue: neg; plasma: pos',
    '2019 negative, 2026 positive',
    'Not detected (PCR) but detected (NGS)',
    'initial wild-type, repeat mutant',
    'KRAS: not detected\nNRAS: detected',
    'wild type / mutated',
    'no mutation / mutation detected',
    'no mutation by first sample, mutation detected by second sample',
    'WT/VAR',
    '0/1',
  ])('%s is neither absent nor present as a whole', (text) => {
    expect(presenceInWords(text)).toBe('indeterminate');
  });

  it.each([
    'Negative for V600E, V600K',
    'T790M, not detected',
    'L858R, T790M negative',
    'Not detected. Sample: blood. Method: PCR',
    'Negative; no pathogenic variants identified',
    'Wild type; sensitivity 1 %, tumour content 40 %',
    'No exon 19 deletion, L858R or T790M detected',
    'not detected, see report',
    'No mutation/fusion detected',
    'wt/wt',
    '0/0',
  ])('%s stays a denial', (text) => {
    expect(isMixedAnswer(text)).toBe(false);
    expect(presenceInWords(text)).toBe('absent');
  });
});
