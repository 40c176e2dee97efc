/** One wrong or foreign sign beside what is right: the result is read by what agrees, and by nothing where nothing does. */
import { describe, expect, it } from 'vitest';
import { bundle, component, gene, loinc, observation, patient, variant, words, type Resource } from './resources.ts';
import { read } from './vocabulary.ts';

const HGNC = 'http://www.genenames.org/geneId';
const NCBI = 'http://www.ncbi.nlm.nih.gov/gene';
const slot = (code: string, text: string) => component(loinc(code), { valueCodeableConcept: words(text) });
const reading = (...resources: readonly Resource[]) => read(bundle(patient, ...resources));
const EGFR = gene('HGNC:3236', 'EGFR');
const of = (...parts: readonly unknown[]) => reading(variant('v', parts)).facts.variants[0];

describe('ids of several registers for one gene', () => {
  const named = (...codings: readonly (readonly [string, string, string])[]) =>
    component(loinc('48018-6'), {
      valueCodeableConcept: { coding: codings.map(([system, code, display]) => ({ system, code, display })) },
    });
  it('HGNC id and names agree, the NCBI id is of another gene: read, and told', () => {
    const { facts, warnings } = reading(
      variant('v', [named([HGNC, 'HGNC:950', 'BAP1'], [NCBI, '3815', 'BAP1']), slot('48005-3', 'p.Gln590Ter')]),
    );
    expect(facts.variants.map((fact) => fact.gene)).toEqual(['BAP1']);
    expect(warnings.map(({ message }) => message)).toEqual([
      'One gene id beside BAP1 is that of KIT; HGNC id and name say BAP1, which was used.',
    ]);
  });
  it.each([
    ['the HGNC id is the wrong one', [HGNC, 'HGNC:6342', 'BAP1'], [NCBI, '8314', 'BAP1']],
    ['the names differ', [HGNC, 'HGNC:950', 'BAP1'], [NCBI, '3815', 'KIT']],
  ] as const)('%s: not read', (_, one, two) => {
    const { facts, warnings } = reading(variant('v', [named(one, two), slot('48005-3', 'p.Gln590Ter')]));
    expect(facts.variants).toEqual([]);
    expect(warnings.map(({ code }) => code)).toEqual(['conflict']);
  });
});

it('absent over several genes of which two are mixed up: the third is absent, those two are examined', () => {
  const parts = [gene('HGNC:6342', 'NRAS'), gene('HGNC:7989', 'KIT'), gene('HGNC:1097', 'BRAF')];
  const { facts, warnings } = reading(variant('v', parts, { valueCodeableConcept: loinc('LA9634-2', 'Absent') }));
  expect(facts.tested.map(({ gene: symbol, negative }) => [symbol, negative])).toEqual([
    ['BRAF', true],
    ['NRAS', false],
    ['KIT', false],
  ]);
  expect(warnings.map(({ code }) => code)).toEqual(['conflict', 'conflict']);
});

it('a transcript left over from another gene does not count the name that carries its own', () => {
  expect(of(EGFR, slot('48004-6', 'NM_005228.5:c.2573T>G'), slot('51958-7', 'NM_004656'))?.transcript).toBe('NM_005228.5');
  expect(of(EGFR, slot('48004-6', 'c.2573T>G'), slot('51958-7', 'NM_005228.5'))?.transcript).toBe('NM_005228.5');
});

describe('signs of HGVS that VCF escapes', () => {
  it.each([
    ['48005-3', 'p.Gln787%3D', { pHgvs: 'p.Gln787=' }],
    ['48004-6', 'NM_005228.5%3Ac.2573T%3EG', { cHgvs: 'c.2573T>G', transcript: 'NM_005228.5' }],
    ['81290-9', '7:g.55191822T>G', { gHgvs: 'chr7:g.55191822T>G' }],
  ])('%s %s', (code, text, expected) => {
    expect(of(EGFR, slot(code, text))).toMatchObject(expected);
  });
});

describe('a protein change that is not known', () => {
  it.each([
    ['beside a coding name is no name', [slot('48004-6', 'c.7976+1G>A'), slot('48005-3', 'p.?')], undefined],
    ['alone stays', [slot('48005-3', 'p.?')], 'p.?'],
  ])('%s', (_, parts, expected) => expect(of(gene('HGNC:1101', 'BRCA2'), ...parts)?.pHgvs).toBe(expected));
});

it('copy number loss as the type of the amino acid change', () => {
  const loss = { coding: [{ system: 'http://www.sequenceontology.org', code: 'SO:0001743', display: 'copy_number_loss' }] };
  const found = of(gene('HGNC:7413', 'MTAP'), component(loinc('48006-1'), { valueCodeableConcept: loss }));
  expect([found?.kind, found?.copyChange]).toEqual(['copy-number', 'loss']);
});

describe('a pharmacogene in the name of a result and another as its gene', () => {
  const result = (code: string, name: string, value: string) =>
    reading(
      observation('o', { ...loinc(code), text: name }, { valueCodeableConcept: words(value), component: [gene('HGNC:2621', 'CYP2C19')] }),
    );
  it.each([
    ['phenotype', '53040-2', 'CYP2D6 metabolizer phenotype', 'Poor metabolizer'],
    ['genotype', '84413-4', 'CYP2D6 genotype', '*2/*2'],
  ])('%s: neither is read, neither is untested', (_, code, name, value) => {
    const { facts, warnings } = result(code, name, value);
    expect(facts.germline.map(({ gene: symbol, call }) => `${symbol} ${call.kind}`).sort()).toEqual(['CYP2C19 no-call', 'CYP2D6 no-call']);
    expect(warnings.map(({ code: kind }) => kind)).toEqual(['conflict']);
  });
  it.each([
    ['the same gene', 'CYP2C19 metabolizer phenotype'],
    ['a panel with it', 'CYP2C19 and CYP2D6 panel'],
    ['no gene', 'Metabolizer phenotype'],
  ])('%s is no conflict', (_, name) => {
    const { facts } = result('53040-2', name, 'Poor metabolizer');
    expect(facts.germline.map(({ gene: symbol, call }) => `${symbol} ${call.kind}`)).toEqual(['CYP2C19 phenotype']);
  });
});
