/** Changes that may be the one a label asks for: a test that does not tell two apart, and a replacement that holds the exchange among others. */
import { describe, expect, it } from 'vitest';
import { bundle, component, gene, loinc, patient as person, variant as assessed, words } from '../reading/resources.ts';
import { read } from '../reading/vocabulary.ts';
import { named, order, patient, protein, tumour } from './facts.ts';
import { orderSignCards, reportOf } from './report.ts';

const SKIN = [tumour('MEL')];
const LUNG = [tumour('LUAD')];
const ordered = (symbol: string, name: string, tumours: typeof SKIN, drugs: readonly string[]) =>
  patient({
    variants: [name.startsWith('p.') ? protein(symbol, name) : named(symbol, name)],
    tumours,
    medications: drugs.map((drug) => order(drug)),
  });
const verdicts = (facts: ReturnType<typeof ordered>) => (reportOf(facts).oncology.orders ?? []).map(({ verdict }) => verdict);

describe('a test that does not tell two changes apart', () => {
  it.each([
    ['both are what the label asks for', 'BRAF', 'V600E/K', SKIN, ['dabrafenib', 'trametinib'], ['fits', 'fits']],
    ['one of three is not', 'BRAF', 'V600E/K/R', SKIN, ['dabrafenib'], ['biomarker-open']],
    ['one of two is', 'KRAS', 'G12C/D', LUNG, ['sotorasib'], ['biomarker-open']],
    ['none is', 'EGFR', 'G719A/S', LUNG, ['osimertinib'], ['biomarker-negative']],
    ['either speaks against the drug', 'KRAS', 'G12C/D', [tumour('COAD')], ['cetuximab'], ['contradicted']],
  ] as const)('%s: %s %s', (_, symbol, name, tumours, drugs, expected) => {
    expect(verdicts(ordered(symbol, name, [...tumours], drugs))).toEqual(expected);
  });

  it('is said so at the order', () => {
    expect(orderSignCards(ordered('KRAS', 'G12C/D', LUNG, ['sotorasib'])).map(({ summary }) => summary)).toEqual([
      'KRAS G12C/D: which of these changes is not told, look at the report before sotorasib',
    ]);
  });

  it.each(['V600E/K', 'p.V600E/K', 'V600E/V600K', 'V600E or V600K', 'p.(Val600Glu/Lys)', 'V600E / V600K'])('written as %s', (text) => {
    const parts = [gene('HGNC:1097', 'BRAF'), component(loinc('48005-3'), { valueCodeableConcept: words(text) })];
    const [fact] = read(bundle(person, assessed('v', parts))).facts.variants;
    expect([fact?.pHgvs, fact?.names]).toEqual([undefined, ['V600E/K']]);
  });

  it.each([
    ['one change twice', 'V600E/V600E', 'V600E/V600E'],
    ['two codons', 'D835/I836', 'D835/I836'],
  ])('%s is none', (_, text, kept) => {
    const parts = [gene('HGNC:1097', 'BRAF'), component(loinc('81252-9'), { valueCodeableConcept: words(text) })];
    expect(read(bundle(person, assessed('v', parts))).facts.variants.flatMap(({ names }) => names)).toEqual([kept]);
  });
});

describe('a replacement of several residues', () => {
  it.each([
    ['holds L858R in its place', 'EGFR', 'p.Leu858_Ala859delinsArgSer', LUNG, 'osimertinib', 'biomarker-open'],
    ['of V600 and its neighbour by the residue of V600E', 'BRAF', 'V600_K601delinsE', SKIN, 'dabrafenib', 'biomarker-open'],
    ['by another residue', 'BRAF', 'V600_K601delinsD', SKIN, 'dabrafenib', 'biomarker-negative'],
    ['elsewhere', 'EGFR', 'p.His773_Val774delinsLeuMet', LUNG, 'osimertinib', 'biomarker-negative'],
  ] as const)('%s: %s %s', (_, symbol, name, tumours, drug, expected) => {
    expect(verdicts(ordered(symbol, name, [...tumours], [drug]))).toEqual([expected]);
  });
});
