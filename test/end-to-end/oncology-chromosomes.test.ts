/** Abnormalities of chromosomes that a board asks for: read from lines of in-situ hybridisation, panels and titles, and never turned round. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, lines, observation } from './board.ts';

const GLIOMA = 'Oligodendroglioma';
const MYELOMA = 'Multiple myeloma';
const AML = 'Acute myeloid leukemia';
const CLL = 'Chronic lymphocytic leukemia';
const read = (tumour: string, title: string, said: string) => board(tumour, lines([[title, said]])).report;
const variants = (tumour: string, title: string, said: string) =>
  read(tumour, title, said)
    .oncology.variants.map(({ name, present }) => `${name}: ${String(present)}`)
    .sort();

describe('abnormalities under their own title', () => {
  it.each([
    [GLIOMA, '1p/19q', 'codeleted', '1p/19q codeletion', 'positive'],
    [GLIOMA, '1p/19q codeletion', 'Not detected', '1p/19q codeletion', 'negative'],
    [GLIOMA, '1p19q', 'intact', '1p/19q codeletion', 'negative'],
    [GLIOMA, '1p/19q FISH', 'No codeletion', '1p/19q codeletion', 'negative'],
    [GLIOMA, '1p/19q FISH', '1p deleted, 19q intact', '1p/19q codeletion', undefined],
    [GLIOMA, '1p/19q', 'partial deletion', '1p/19q codeletion', undefined],
    [GLIOMA, 'Molecular findings', 'IDH1 R132H, 1p/19q codeleted', '1p/19q codeletion', 'positive'],
    [MYELOMA, 't(4;14)', 'detected', 't(4;14)', 'positive'],
    [MYELOMA, 'FISH t(11;14)(q13;q32)', 'positive', 't(11;14)', 'positive'],
    [MYELOMA, '1q gain', 'detected', '1q gain', 'positive'],
    [MYELOMA, 'FISH gain(1q21)', 'not detected', '1q gain', 'negative'],
    [CLL, 'Trisomy 12', 'present', 'trisomy 12', 'positive'],
    [CLL, 'IGHV', 'unmutated', 'IGHV mutation status', 'unmutated'],
    [CLL, 'IGHV mutation analysis', 'Mutated', 'IGHV mutation status', 'mutated'],
  ])('%s, %s: %s', (tumour, title, said, kind, status) => {
    expect(read(tumour, title, said).oncology.biomarkers.map((marker) => [marker.kind, marker.status])).toEqual([[kind, status]]);
  });
  it.each([
    ['Trisomy 21', 'low risk'],
    ['t(9;22) BCR::ABL1', 'Detected'],
  ])('%s is none of them', (title, said) => {
    expect(read(AML, title, said).oncology.biomarkers).toEqual([]);
  });
  it('no drug is chosen by one', () => {
    expect(board(MYELOMA, lines([['t(11;14)', 'Detected']]), 'venetoclax', 'bortezomib').summaries).toEqual([]);
  });
  it('the loss of an arm whose answer cannot be read is told, not passed over', () => {
    expect(read(CLL, '17p deletion', '10% of cells').warnings.map(({ message }) => message)).toEqual([
      'A test of 17p deletion says "10% of cells" and was not used.',
    ]);
  });
  it('a panel with a part for each', () => {
    const part = (name: string, said: string) => ({ code: { text: name }, valueString: said });
    const component = [part('t(4;14)', 'Detected'), part('1q gain', 'Not detected'), part('del(17p)', 'Detected')];
    const { report } = board(MYELOMA, [observation('f', { code: { text: 'Myeloma FISH' }, component })]);
    expect(report.oncology.variants.map(({ name, present }) => [name, present])).toEqual([['del(17p)', true]]);
    expect(report.oncology.biomarkers.map(({ kind, status }) => [kind, status])).toEqual([
      ['t(4;14)', 'positive'],
      ['1q gain', 'negative'],
    ]);
  });
});

const BCR = 'BCR::ABL1 fusion';
const RUNX1 = 'RUNX1::RUNX1T1 fusion';
const CBFB = 'CBFB::MYH11 fusion';
describe('several abnormalities in one line', () => {
  it.each([
    ['No t(9;22) detected', [`${BCR}: false`]],
    ['No t(9;22), inv(16) or t(8;21) detected', [`${BCR}: false`, `${CBFB}: false`, `${RUNX1}: false`]],
    ['t(9;22), t(8;21) and inv(16) were not detected', [`${BCR}: false`, `${CBFB}: false`, `${RUNX1}: false`]],
    ['Positive for t(8;21), negative for t(9;22)', [`${BCR}: false`, `${RUNX1}: true`]],
    ['t(9;22) not detected, t(8;21) detected', [`${BCR}: false`, `${RUNX1}: true`]],
    ['t(9;22) is not present but t(8;21) is present', [`${BCR}: false`, `${RUNX1}: true`]],
    ['t(8;21) detected and no t(9;22)', [`${BCR}: false`, `${RUNX1}: true`]],
    ['t(9;22)(q34;q11)[0/20]; inv(16)(p13q22)[18/20]', [`${BCR}: false`, `${CBFB}: true`]],
    ['t(4;14) not detected, 1q gain detected, del(17p) not detected', ['1q gain: true', 'del(17p): false', 't(4;14): false']],
    ['t(11;14)(q13;q32) detected; 1q21 gain, 3 copies', ['1q21 gain: true', 't(11;14)(q13;q32): true']],
  ])('%s', (said, told) => {
    expect(variants(AML, 'FISH', said)).toEqual(told);
  });
  it.each(['No additional abnormality beside t(8;21) detected', 't(9;22), t(8;21) not detected'])(
    'what cannot be told is told: %s',
    (said) => {
      const { oncology, warnings } = read(AML, 'FISH', said);
      expect(oncology.variants.filter(({ present }) => present === true)).toEqual([]);
      expect(warnings.map(({ message }) => message)).toContainEqual(expect.stringMatching(/whether it was found could not be told/));
    },
  );
  it('a translocation that was denied in a list does not make imatinib fit', () => {
    const { report } = board(AML, lines([['FISH', 't(9;22), t(8;21) and inv(16) were not detected']]), 'imatinib');
    expect((report.oncology.orders ?? []).map(({ verdict }) => verdict)).not.toContain('fits');
  });
});
