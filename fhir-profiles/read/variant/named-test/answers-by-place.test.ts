import { describe, expect, it } from 'vitest';
import { answersByPlace } from './answers-by-place.ts';

const told = (text: string): unknown => {
  const parts = answersByPlace(text, 'EGFR');
  return typeof parts === 'string' || parts === null ? parts : parts.map(({ text: said, presence }) => `${presence ?? 'null'}: ${said}`);
};

describe('a value that answers exon by exon', () => {
  it.each<[string, unknown]>([
    [
      'Exon 18: negative, Exon 19: deletion, Exon 20: negative, Exon 21: negative',
      ['absent: no mutation in exon 18', 'present: exon 19 deletion', 'absent: no mutation in exon 20', 'absent: no mutation in exon 21'],
    ],
    ['Exon 18: WT, 19: del, 20: WT', ['absent: no mutation in exon 18', 'present: exon 19 deletion', 'absent: no mutation in exon 20']],
    ['EGFR exon 20: wild type; EGFR exon 21: L858R', ['absent: no mutation in exon 20', 'present: exon 21 L858R']],
    ['Exon 18, 20, 21: wild type, Exon 19: mutated', ['absent: no mutation in exon 18, 20, 21', 'present: exon 19 mutation']],
    ['Codon 12/13: wild type, codon 61: Q61H', ['absent: no mutation in codon 12/13', 'present: codon 61 Q61H']],
    ['Exon 19: deletion (15 bp), Exon 20: T790M negative', ['present: exon 19 deletion', 'absent: exon 20 T790M negative']],
    ['Exon 18: negative; exon 19: negative', ['absent: no mutation in exons 18 and 19']],
    ['Exon 18: negative, Exon 19: see comment', 'unclear'],
    ['Exon 18: negative, Exon 20: insufficient', 'unclear'],
    ['Exon 18: negative, exon 19: L858R in a sister', 'unclear'],
    ['No mutation in exon 18, 20, 21; deletion in exon 19', null],
    ['Exon 19 deletion', null],
    ['L858R detected', null],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
