/** What laboratories write of a change that was looked for: a word for "found" beside a negation is no finding. */
import { describe, expect, it } from 'vitest';
import type { Presence } from '../../../facts.ts';
import { spokenParts } from './spoken-parts.ts';
import { presenceInWords } from '../parts/presence-in-words.ts';

const CASES: Readonly<Record<Presence | 'nothing', readonly string[]>> = {
  absent: [
    'Not rearranged',
    'non-rearranged',
    'Unrearranged',
    'ALK rearrangement: None',
    'Not amplified',
    'Not positive',
    'Mutated: No',
    'Detected: false',
    'No exon 19 deletion, L858R or T790M detected',
    'No NTRK1, NTRK2 or NTRK3 fusion detected',
    'EGFR exon 19 deletion previously detected, not seen in this sample',
    'L858R 0%',
    'L858R 0.0 % VAF',
    '0 of 50 cells rearranged',
    'ALK FISH: 4% of cells rearranged (cutoff 15%)',
    'neg',
    'neg.',
    'below the limit of detection',
    'no G12C',
    'No V600E mutation detected',
    'No V600E mutation',
    'No V600E variant was identified',
    'without T790M mutation',
    'Not L858R',
    'lacks T790M',
    'non-V600E',
    'ITD/WT ratio <0.01',
    'allelic ratio: 0',
    'Ratio 0.02 (positive if > 0.05)',
  ],
  present: [
    'ALK rearranged',
    'ALK FISH: 60% of cells rearranged (cutoff 15%)',
    'ITD/WT ratio 0.3',
    'Ratio 0.5 (positive if > 0.05)',
    'mutant/wild-type ratio of 0.62',
    'L858R detected, VAF 0.5 %',
    'Detected',
    'amplified',
    '10 of 50 cells rearranged',
    'Positive (20 %; 0 % in the control)',
  ],
  indeterminate: [
    'Exon 18 mutation (non-D842V)',
    'no G12C, other mutation detected',
    'non-V600E mutation detected',
    'no V600E mutation, other mutation detected',
    'No exon 19 deletion, L858R detected',
    'Equivocal',
    'L858R cannot be excluded',
    'L858R detected?',
  ],
  'no-call': ['Failed', 'QNS', 'Insufficient tissue'],
  nothing: ['p.G12C', 'See report', 'exon 19 deletion', 'ratio 1.2'],
};

describe('presence in words', () => {
  it.each(Object.entries(CASES).flatMap(([presence, texts]) => texts.map((text) => [text, presence] as const)))(
    '%s: %s',
    (text, presence) => {
      expect(presenceInWords(text) ?? 'nothing').toBe(presence);
    },
  );

  it.each<[string, readonly (string | null)[]]>([
    ['L858R without T790M', ['present', 'absent']],
    ['L858R, no C797S', ['present', 'absent']],
    ['G12D, not G12C', ['present', 'absent']],
    ['V600E, NRAS negative', ['present', 'absent']],
    ['G12C, TP53 R175H, EGFR wild type', ['present', 'present', 'absent']],
    ['EGFR negative, KRAS G12C', ['absent', 'present']],
    ['Not detected (KRAS G12C present)', ['absent', 'present']],
    ['T790M, not detected; L858R detected', ['absent', 'present']],
    ['Wild type. T790M: n/a; G719A detected', ['absent', 'no-call', 'present']],
  ])('%s', (text, presences) => {
    expect(spokenParts([text], () => false)?.map(({ presence }) => presence)).toEqual(presences);
  });

  it('one negation over a list stays one statement; a finding behind it is parted', () => {
    expect(spokenParts(['No exon 19 deletion, L858R or T790M detected'], () => false)).toBeNull();
    expect(spokenParts(['no G12C; other KRAS mutation detected'], () => false)?.map(({ presence }) => presence)).toEqual([
      'absent',
      'present',
    ]);
    expect(spokenParts(['Exon 19 deletion: negative. L858R: positive'], () => false)?.map(({ presence }) => presence)).toEqual([
      'absent',
      'present',
    ]);
  });
});
