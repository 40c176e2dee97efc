import { describe, expect, it } from 'vitest';
import { countedTo } from './exon-numbering.ts';

const row = (fields: Readonly<Record<string, string>>) => (column: string) => fields[column] ?? '';
const mane = row({ refseq_nm: 'NM_2.5', ensembl_enst: 'ENST2.9' });
const change = (...expressions: string[]) => row({ hgvs_expressions: expressions.join(',') });
const record = {
  transcript: 'ENST1',
  exons: [
    [1, 1, 40, 1, 120],
    [2, 41, 300, 121, 900],
  ],
};

describe('how far the exon table counts as the reference transcript does', () => {
  it.each([
    ['one and the same transcript: to the end', { ...record, transcript: 'ENST2' }, [], 300],
    ['another transcript and nothing that ties them: not shown', record, [], null],
    [
      'another transcript, one change at the same place on both: to that codon',
      record,
      [change('ENST1.4:c.395G>A', 'NM_2.3:c.395G>A')],
      132,
    ],
    ['the same place written in two ways', record, [change('ENST1.4:c.44_45delinsAA', 'NM_2.3:c.44_45delGTinsAA')], 15],
    [
      'the same place once, another place once: nothing is claimed',
      record,
      [change('ENST1.4:c.30A>T', 'NM_2.3:c.30A>T'), change('ENST1.4:c.395G>A', 'NM_2.3:c.341G>A')],
      null,
    ],
    ['only one of the two named', record, [change('ENST1.4:c.395G>A', 'NM_9.1:c.395G>A')], null],
  ] as const)('%s', (_, model, summaries, codon) => {
    expect(countedTo(model, mane, summaries)).toBe(codon);
  });
  it('a gene without a reference transcript: not shown', () => {
    expect(countedTo(record, undefined, [])).toBeNull();
  });
});
