import { describe, expect, it } from 'vitest';
import { board, lines } from '../../../../test/end-to-end/board.ts';

const found = (title: string, said: string) =>
  board('Colon adenocarcinoma', lines([[title, said]])).report.oncology.variants.map(
    ({ gene, name, present }) => `${name.startsWith(gene) || name.startsWith('RAS') ? name : `${gene} ${name}`}: ${String(present)}`,
  );

describe('answers in the order of the title', () => {
  it.each([
    ['KRAS/NRAS/BRAF', 'mutated/wild type/wild type', ['KRAS mutation: true', 'NRAS variant: false', 'BRAF variant: false']],
    ['KRAS/NRAS/BRAF mutation status', 'mut/wt/wt', ['KRAS mutation: true', 'NRAS variant: false', 'BRAF variant: false']],
    ['KRAS, NRAS, BRAF', 'G12D, WT, WT', ['KRAS p.Gly12Asp: true', 'NRAS variant: false', 'BRAF variant: false']],
    ['RAS/BRAF', 'WT/V600E', ['KRAS variant: false', 'NRAS variant: false', 'BRAF p.Val600Glu: true']],
    ['EGFR/ALK', 'L858R/negative', ['EGFR p.Leu858Arg: true', 'ALK variant: false']],
    ['EGFR, ALK', 'exon 19 deletion, negative', ['EGFR exon 19 deletion: true', 'ALK variant: false']],
    ['ALK/ROS1 FISH', 'negative/positive', ['ALK fusion: false', 'ROS1 fusion: true']],
    ['KRAS/NRAS', 'wild type/wild type', ['KRAS variant: false', 'NRAS variant: false']],
    ['KRAS/NRAS', 'wild type', ['KRAS variant: false', 'NRAS variant: false']],
    ['KRAS/NRAS/BRAF', 'KRAS mutated, NRAS wild type, BRAF wild type', ['KRAS mutated: true', 'NRAS variant: false', 'BRAF variant: false']],
  ])('%s: %s', (title, said, expected) => {
    expect(found(title, said)).toEqual(expected);
  }); // prettier-ignore

  it.each([
    ['KRAS/NRAS/BRAF', 'mutated/wild type'],
    ['KRAS/NRAS/BRAF', 'wild type/mutated'],
  ])('%s: %s cannot be given to its genes, and denies none of them', (title, said) => {
    const { fit } = board('Colon adenocarcinoma', lines([[title, said]]), 'cetuximab');
    expect(found(title, said)).toEqual([]);
    expect(fit?.verdict).toBe('biomarker-open');
  });
  it('a mutation of KRAS in it speaks against cetuximab', () => {
    const { summaries } = board('Colon adenocarcinoma', lines([['KRAS/NRAS/BRAF', 'mutated/wild type/wild type']]), 'cetuximab');
    expect(summaries).toEqual(['KRAS mutation: cetuximab is not expected to work']);
  });
});
