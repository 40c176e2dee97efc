/**
 * Drugs of blood cancers whose label asks for a finding: lenalidomide in MDS (label 021880: deletion 5q), brentuximab vedotin in lymphomas other than Hodgkin's
 * (label 125388: CD30-expressing; Health Canada 2025-04-08 names ALCL, AITL, PTCL and mycosis fungoides).
 */
import { describe, expect, it } from 'vitest';
import { board, lines } from '../end-to-end/board.ts';

const MDS = 'Myelodysplastic syndrome';
type Line = readonly [string, string];

describe('lenalidomide', () => {
  const NOT_FOUND = ['lenalidomide asks for 5q deletion: tested, not found'];
  it.each<[string, string, readonly Line[], readonly string[]]>([
    ['MDS, del(5q) negative by FISH', MDS, [['del(5q) FISH', 'Negative']], NOT_FOUND],
    ['MDS, no 5q deletion in the panel', MDS, [['MDS FISH panel', 'Negative for -5/del(5q), -7/del(7q), +8, del(20q)']], NOT_FOUND],
    ['MDS, FISH negative and found by the karyotype', MDS, [['del(5q) FISH', 'Negative'], ['Karyotype', '46,XX,del(5)(q13q33)[12]']], []],
    ['MDS, del(5q) found', MDS, [['del(5q) FISH', 'Positive']], []],
    ['MDS, nothing on file: the karyotype may stand elsewhere', MDS, [], []],
    ['MDS, another arm not lost', MDS, [['del(7q) FISH', 'Negative']], []],
    ['MDS with isolated del(5q) by the diagnosis', 'Myelodysplastic syndrome with isolated del(5q)', [], []],
    ['myeloma, del(5q) negative: not asked there', 'Multiple myeloma', [['del(5q) FISH', 'Negative']], []],
  ])('%s', (_, tumour, results, said) => {
    expect(board(tumour, lines(results), 'lenalidomide').summaries).toEqual(said);
  }); // prettier-ignore
});

describe('brentuximab vedotin', () => {
  const DRUG = 'brentuximab vedotin';
  const NOT_FOUND = [`${DRUG} asks for CD30 positive: tested, not found`];
  const UNTESTED = [`No CD30 result on file: test before ${DRUG}`];
  it.each<[string, string, readonly Line[], readonly string[]]>([
    ['peripheral T-cell lymphoma, CD30 negative', 'Peripheral T-cell lymphoma', [['CD30', 'Negative']], NOT_FOUND],
    ['peripheral T-cell lymphoma, CD30 positive', 'Peripheral T-cell lymphoma', [['CD30', 'Positive']], []],
    ['peripheral T-cell lymphoma, nothing on file', 'Peripheral T-cell lymphoma', [], UNTESTED],
    ['angioimmunoblastic lymphoma, nothing on file', 'Angioimmunoblastic T-cell lymphoma', [], UNTESTED],
    ['mycosis fungoides, CD30 negative', 'Mycosis fungoides', [['CD30', 'Negative']], NOT_FOUND],
    ['mycosis fungoides, CD30 positive', 'Mycosis fungoides', [['CD30', 'Positive']], []],
    ['anaplastic large cell lymphoma, CD30 negative: the marker of the disease', 'Anaplastic large cell lymphoma', [['CD30', 'Negative']], NOT_FOUND],
    ['anaplastic large cell lymphoma, nothing on file', 'Anaplastic large cell lymphoma', [], []],
    ['Hodgkin lymphoma: the US label asks for nothing', 'Hodgkin lymphoma', [['CD30', 'Negative']], []],
  ])('%s', (_, tumour, results, said) => {
    expect(board(tumour, lines(results), DRUG).summaries).toEqual(said);
  }); // prettier-ignore
  it('does not say that nothing is on file of a stain in words that are not read', () => {
    const { summaries } = board('Mycosis fungoides', lines([['CD30', '5% of cells']]), DRUG);
    expect(summaries).toHaveLength(1);
    expect(summaries[0]).not.toContain('No CD30 result on file');
  });
});
