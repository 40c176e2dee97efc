import { describe, expect, it } from 'vitest';
import { bundle, gene, genotype, loinc, observation, patient, words, type Resource } from '../../../test/reading/resources.ts';
import { germlineLine as line } from '../../../test/reading/summary.ts';
import { read } from '../../../test/reading/vocabulary.ts';

const lines = (...resources: readonly Resource[]) =>
  read(bundle(patient, ...resources))
    .facts.germline.map(line)
    .sort();

describe('results in the words of laboratories', () => {
  it.each([
    ['(TA)7/(TA)7', 'UGT1A1 *28/*28'],
    ['A(TA)6TAA/A(TA)7TAA', 'UGT1A1 *1/*28'],
    ['(TA)5/(TA)8', 'UGT1A1 *36/*37'],
  ])('UGT1A1 repeats %s', (text, expected) => {
    expect(lines(genotype('g', text, { component: [gene('HGNC:12530', 'UGT1A1')] }))).toEqual([expected]);
  });

  it('UGT1A1 repeats in another count (TA[7] is the reference in HGVS) are not read, and do not look untested', () => {
    expect(lines(genotype('g', 'TA[7]/TA[8]', { component: [gene('HGNC:12530', 'UGT1A1')] }))).toEqual(['UGT1A1 no call']);
    expect(lines(genotype('g', 'TA(7)/TA(8)', { component: [gene('HGNC:12530', 'UGT1A1')] }))).toEqual(['UGT1A1 no call']);
  });

  it.each([
    ['Slow acetylator', 'NAT2 Poor Metabolizer'],
    ['Rapid acetylator', 'NAT2 Rapid Metabolizer'],
    ['Intermediate acetylator', 'NAT2 Intermediate Metabolizer'],
  ])('NAT2 %s', (text, expected) => {
    expect(lines(observation('o', words('NAT2 phenotype'), { valueString: text }))).toEqual([expected]);
  });

  it('a DPYD star with its zygosity keeps it', () => {
    expect(lines(genotype('g', '*2A heterozygous', { component: [gene('HGNC:3012', 'DPYD')] }))).toEqual(['DPYD *2A present heterozygous']);
  });

  it('MT-RNR1 "Reference" is a whole result; the same word alone for DPYD is not', () => {
    expect(lines(genotype('g', 'Reference', { component: [gene('HGNC:7470', 'MT-RNR1')] }))).toEqual(['MT-RNR1 Reference/?']);
    expect(lines(genotype('g', 'Reference', { component: [gene('HGNC:3012', 'DPYD')] }))).toEqual(['DPYD no call']);
  });

  it('a phenotype that the laboratory could not assign is a result, not a missing test', () => {
    const effect = (symbol: string, id: string) =>
      observation('e', loinc('53040-2'), { valueCodeableConcept: words('Indeterminate'), component: [gene(id, symbol)] });
    expect(lines(effect('CYP2C19', 'HGNC:2621'))).toEqual(['CYP2C19 Indeterminate']);
    expect(
      lines(observation('e', loinc('53040-2'), { valueCodeableConcept: words('Deficient'), component: [gene('HGNC:4057', 'G6PD')] })),
    ).toEqual(['G6PD Deficient']);
  });

  it('a plain test whose code and text contradict each other is no result', () => {
    const value = { coding: [{ system: 'http://lab.example/codes', code: '1', display: '*1/*1' }], text: '*2/*2' };
    expect(lines(observation('o', words('CYP2C19 genotype'), { valueCodeableConcept: value }))).toEqual(['CYP2C19 no call']);
  });
});
