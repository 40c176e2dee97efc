/** Rows that hold one copy each, and rows whose words only mention a grade. */
import { describe, expect, it } from 'vitest';
import { readPatient, type GermlineCall } from '../../fhir-profiles/index.ts';
import { AS_OF, vocabulary } from './vocabulary.ts';
import { bundle, observation, patient, words } from './resources.ts';

const short = (call: GermlineCall): string =>
  call.kind === 'diplotype'
    ? call.haplotypes.map(({ units }) => units.map(({ allele }) => allele).join('+')).join('/')
    : call.kind === 'phenotype'
      ? call.term
      : call.kind;
const rows = (...named: readonly (readonly [name: string, value: string, date?: string])[]): string[] =>
  readPatient(
    bundle(
      patient,
      ...named.map(([name, value, date = '2026-05-04'], i) =>
        observation(`o${i}`, words(name), { valueString: value, issued: `${date}T08:00:00Z` }),
      ),
    ),
    { asOf: AS_OF, vocabulary },
  ).facts.germline.map(({ gene, call }) => `${gene} ${short(call)}`);

describe('one row for each of the two copies', () => {
  it.each([
    ['TPMT allele 1', 'TPMT allele 2', '*3A', '*3A', 'TPMT *3A/*3A'],
    ['CYP2C19 Allele A', 'CYP2C19 Allele B', '*2', '*2', 'CYP2C19 *2/*2'],
    ['CYP2D6 first allele', 'CYP2D6 second allele', '*4', '*4', 'CYP2D6 *4/*4'],
    ['NUDT15 maternal allele', 'NUDT15 paternal allele', '*3', '*3', 'NUDT15 *3/*3'],
    ['CYP2C9 haplotype 1', 'CYP2C9 haplotype 2', '*1', '*3', 'CYP2C9 *1/*3'],
    ['DPYD allele 1', 'DPYD allele 2', 'c.1905+1G>A', 'c.1905+1G>A', 'DPYD c.1905+1G>A/c.1905+1G>A'],
    ['DPYD allele 1', 'DPYD allele 2', 'Reference', 'c.1905+1G>A', 'DPYD Reference/c.1905+1G>A'],
    ['HLA-B allele 1', 'HLA-B allele 2', '*57:01', '*57:01', 'HLA-B *57:01/*57:01'],
  ])('%s and %s: %s, %s', (one, two, a, b, expected) => {
    expect(rows([one, a], [two, b])).toEqual([expected]);
    expect(rows([two, b], [one, a])).toEqual([expected]);
  });

  it('as components of one result', () => {
    const component = [1, 2].map((number) => ({ code: words(`Allele ${number}`), valueString: '*3A' }));
    const { facts } = readPatient(bundle(patient, observation('o', words('TPMT genotype'), { component })), { asOf: AS_OF, vocabulary });
    expect(facts.germline.map(({ gene, call }) => `${gene} ${short(call)}`)).toEqual(['TPMT *3A/*3A']);
  });

  it('all of them sent again are the same pair; where the second copy says otherwise, nothing is joined', () => {
    const once: [string, string][] = [
      ['TPMT allele 1', '*3A'],
      ['TPMT allele 2', '*3A'],
    ];
    expect(rows(...once, ...once)).toEqual(['TPMT *3A/*3A']);
    expect(rows(...once, ['TPMT allele 2', '*1'])).toEqual(['TPMT single-allele', 'TPMT single-allele', 'TPMT single-allele']);
  });

  it('of two days, or one of them twice, are no pair', () => {
    expect(rows(['TPMT allele 1', '*3A', '2020-01-01'], ['TPMT allele 2', '*3A', '2026-01-01'])).toEqual([
      'TPMT single-allele',
      'TPMT single-allele',
    ]);
    expect(rows(['TPMT allele 1', '*3A'], ['TPMT allele 1', '*3A'])).toEqual(['TPMT single-allele', 'TPMT single-allele']);
  });
});

describe('a grade that is only mentioned', () => {
  it.each([
    ['Genomic Indicator', 'Family history of CYP2D6 ultrarapid metabolizer'],
    ['Reason for testing', 'Suspected CYP2D6 poor metabolizer'],
    ['Genetic counselling note', 'Discussed that CYP2D6 poor metabolizers do not respond to codeine'],
    ['PGx consult', 'Recommend avoiding codeine if CYP2D6 ultrarapid metabolizer'],
    ['Tumor genotype', 'DPYD c.1905+1G>A'],
    ['Donor pharmacogenomics', 'CYP2C19 Poor Metabolizer'],
  ])('%s: %s is nothing of the patient', (name, value) => {
    expect(rows([name, value])).toEqual([]);
  });

  it.each([
    ['Genomic Indicator', 'CYP2C19 Poor Metabolizer - ruled out'],
    ['Genomic Indicator', 'Possible CYP2C19 poor metabolizer'],
  ])('%s: %s is in doubt', (name, value) => {
    expect(rows([name, value])).toEqual(['CYP2C19 no-call']);
  });

  it.each([
    ['Genomic Indicator', 'CYP2C19 Poor Metabolizer'],
    ['Genomic Indicator', 'CYP2C19 Poor Metabolizer (2026-05-04)'],
    ['Medication plan', 'Avoid clopidogrel (CYP2C19 poor metabolizer)'],
    ['Consult note', 'Patient is a CYP2C19 poor metabolizer. Avoid clopidogrel.'],
  ])('%s: %s states it', (name, value) => {
    expect(rows([name, value])).toEqual(['CYP2C19 Poor Metabolizer']);
  });
});

it('capitals only', () => {
  expect(rows(['DPYD GENOTYPE', 'C.1905+1G>A HETEROZYGOUS'])).toEqual(['DPYD variant']);
});
