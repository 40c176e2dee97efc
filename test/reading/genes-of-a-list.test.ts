/** One assessment with the genes of a panel and all changes found, as Taiwan's national report profile has them: a change is of its transcript's gene. */
import { describe, expect, it } from 'vitest';
import { bundle, component, gene, loinc, patient, variant, words } from './resources.ts';
import { read } from './vocabulary.ts';

const IDS: Readonly<Record<string, string>> = {
  EGFR: 'HGNC:3236', TP53: 'HGNC:11998', KRAS: 'HGNC:6407', MET: 'HGNC:7029', ALK: 'HGNC:427',
}; // prettier-ignore
const change = (text: string) => component(loinc('48004-6'), { valueCodeableConcept: words(text) });
const report = (genes: readonly string[], changes: readonly string[]) => {
  const parts = [...genes.map((symbol) => gene(IDS[symbol] ?? '', symbol)), ...changes.map(change)];
  const { variants, tested } = read(bundle(patient, variant('v', parts))).facts;
  return {
    found: variants.map(({ gene: symbol, cHgvs, presence }) => `${symbol} ${cHgvs ?? ''} ${presence}`),
    examined: tested.filter(({ negative }) => !negative).map(({ gene: symbol }) => symbol),
  };
};
const [L858R, T790M, R175H, EXON_14, G12C] = [
  'NM_005228.5:c.2573T>G',
  'NM_005228.5:c.2369C>T',
  'NM_000546.6:c.524G>A',
  'NM_000245.4:c.3028+1G>T',
  'NM_004985.5:c.34G>T',
] as const;

describe('genes of a panel and changes in one assessment', () => {
  it.each([
    ['two changes of one gene', ['EGFR', 'TP53'], [L858R, T790M], ['EGFR c.2573T>G present', 'EGFR c.2369C>T present'], ['TP53']],
    ['a change of the second gene', ['EGFR', 'MET', 'TP53'], [EXON_14], ['MET c.3028+1G>T present'], ['EGFR', 'TP53']],
    ['in another order', ['TP53', 'KRAS'], [G12C, R175H], ['KRAS c.34G>T present', 'TP53 c.524G>A present'], []],
    ['a gene that is only in the list', ['ALK', 'TP53'], [R175H], ['TP53 c.524G>A present'], ['ALK']],
    [
      'a change without a transcript may be of any',
      ['EGFR', 'TP53'],
      [L858R, 'c.2369C>T', R175H],
      ['EGFR c.2573T>G present', 'TP53 c.524G>A present'],
      ['EGFR', 'TP53'],
    ],
    ['one gene, two changes on its transcript', ['EGFR'], [L858R, T790M], ['EGFR c.2573T>G present', 'EGFR c.2369C>T present'], []],
    ['one gene, one change on two transcripts', ['KRAS'], [G12C, 'NM_033360.4:c.34G>T'], ['KRAS c.34G>T present'], []],
    ['a gene that the list leaves out', ['ALK', 'TP53'], [L858R], ['EGFR c.2573T>G present'], ['ALK', 'TP53']],
  ])('%s', (_, genes, changes, found, examined) => {
    expect(report(genes, changes)).toEqual({ found, examined });
  });

  it('each name in the place of its gene, as before', () => {
    expect(report(['EGFR', 'TP53'], [L858R, R175H]).found).toEqual(['EGFR c.2573T>G present', 'TP53 c.524G>A present']);
  });
});

const FUSION = { coding: [{ system: 'http://www.sequenceontology.org', code: 'SO:0001565', display: 'gene_fusion' }] };
const assessed = (genes: readonly string[], parts: readonly unknown[], answer = loinc('LA9633-4', 'Present')) => {
  const listed = genes.map((symbol) => gene(IDS[symbol] ?? '', symbol));
  const { facts, warnings } = read(bundle(patient, variant('v', [...listed, ...parts], { valueCodeableConcept: answer })));
  return {
    found: facts.variants.map(({ gene: symbol, pHgvs, cHgvs, kind, presence }) => `${symbol} ${pHgvs ?? cHgvs ?? kind} ${presence}`),
    examined: facts.tested.filter(({ negative }) => !negative).map(({ gene: symbol, unread }) => `${symbol}: ${unread ?? '-'}`),
    told: warnings.map(({ message }) => message),
  };
};
const protein = (text: string) => component(loinc('48005-3'), { valueCodeableConcept: words(text) });
const fusion = component(loinc('48019-4'), { valueCodeableConcept: FUSION });

describe('protein names beside the genes of a panel', () => {
  it.each([
    ['one that names its gene', ['KRAS p.Gly12Cys'], ['KRAS p.Gly12Cys present'], ['EGFR: -', 'TP53: -'], 0],
    ['one that names its sequence', ['NP_004976.2:p.Gly12Cys'], ['KRAS p.Gly12Cys present'], ['EGFR: -', 'TP53: -'], 0],
    ['one of any of them', ['p.Gly12Cys'], [], ['EGFR: p.Gly12Cys', 'TP53: p.Gly12Cys', 'KRAS: p.Gly12Cys'], 1],
  ])('%s', (_, names, found, examined, told) => {
    const reading = assessed(['EGFR', 'TP53', 'KRAS'], names.map(protein));
    expect({ ...reading, told: reading.told.length }).toEqual({ found, examined, told });
  });
});

it('a change that was looked for in one gene of a list says nothing of the others', () => {
  const { found, examined } = assessed(['EGFR', 'KRAS'], [change(L858R)], loinc('LA9634-2', 'Absent'));
  expect([found, examined]).toEqual([['EGFR c.2573T>G absent'], ['KRAS: -']]);
});

describe('a fusion by the type of the change alone', () => {
  it.each([
    ['of two genes', ['ALK', 'MET'], [], ['ALK fusion present'], []],
    ['of some of many', ['ALK', 'MET', 'EGFR'], [], [], ['ALK: gene fusion', 'MET: gene fusion', 'EGFR: gene fusion']],
    ['beside a change of one gene', ['ALK', 'MET', 'EGFR'], [L858R], ['EGFR c.2573T>G present'], ['ALK: gene fusion', 'MET: gene fusion']],
  ])('%s', (_, genes, changes, found, examined) => {
    const reading = assessed(genes, [fusion, ...changes.map(change)]);
    expect([reading.found, reading.examined]).toEqual([found, examined]);
  });
});
