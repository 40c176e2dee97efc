import { describe, expect, it } from 'vitest';
import { bundle, gene, genotype, loinc, observation, patient, words, type Resource } from '../../../../test/reading/resources.ts';
import { germlineLine as line } from '../../../../test/reading/summary.ts';
import { read } from '../../../../test/reading/vocabulary.ts';

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

  it('two genes and two pairs in one list: of neither is it known which is its own', () => {
    const pair = (text: string) => ({ code: loinc('84413-4', 'Genotype display name'), valueCodeableConcept: words(text) });
    const component = [gene('HGNC:2625', 'CYP2D6'), pair('*1/*1'), gene('HGNC:2621', 'CYP2C19'), pair('*2/*2')];
    const found = lines(observation('o', loinc('81247-9', 'Master HL7 genetic variant reporting panel'), { component }));
    expect([...new Set(found)]).toEqual(['CYP2C19 no call', 'CYP2D6 no call']);
  });

  it('stars that Markdown escapes', () => {
    expect(lines(observation('o', words('CYP2C19 genotype'), { valueString: '\\*2/\\*17' }))).toEqual(['CYP2C19 *2/*17']);
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

describe('one gene, one line: how laboratories name positions and alleles', () => {
  it.each([
    // test name, value, what is read
    ['VKORC1 -1639G>A', 'AA', 'VKORC1 rs9923231 A/A'],
    ['VKORC1', '-1639 G/A', 'VKORC1 rs9923231 G/A'],
    ['VKORC1 c.-1639G>A', 'Homozygous', 'VKORC1 c.-1639G>A, rs9923231 present homozygous'],
    ['VKORC1 c.-1639G>A', 'Homozygous wild type', 'VKORC1 c.-1639G>A, rs9923231 absent unknown'],
    ['VKORC1 c.-1639G>A', 'Homozygous normal', 'VKORC1 c.-1639G>A, rs9923231 absent unknown'],
    ['SLCO1B1', '521TC', 'SLCO1B1 rs4149056 T/C'],
    ['SLCO1B1', 'c.521T>C heterozygous', 'SLCO1B1 c.521T>C, rs4149056 present heterozygous'],
    ['CYP2C19', '681GA', 'CYP2C19 rs4244285 G/A'],
    ['CYP3A5', '6986GG', 'CYP3A5 rs776746 G/G'],
    ['NUDT15 R139C', 'Heterozygous', 'NUDT15 c.415C>T, rs116855232 present heterozygous'],
    ['DPYD IVS14+1G>A', 'Heterozygous', 'DPYD c.1905+1G>A present heterozygous'],
    ['DPYD D949V', 'Not detected', 'DPYD c.2846A>T absent unknown'],
    ['DPYD', 'c.1905+1G>A (*2A) HET', 'DPYD c.1905+1G>A present heterozygous'],
    ['DPYD c.1129-5923C>G', 'C/G', 'DPYD c.1129-5923C>G present heterozygous'],
    ['MT-RNR1 A1555G', 'Detected', 'MT-RNR1 m.1555A>G present unknown'],
    ['CFTR', 'ΔF508/ΔF508', 'CFTR F508del/F508del'],
    ['UGT1A1 TA repeat', 'TA6/TA7', 'UGT1A1 *1/*28'],
    ['UGT1A1 TA repeat', 'TA7/TA7', 'UGT1A1 *28/*28'],
    ['UGT1A1 TA repeat', '7/7', 'UGT1A1 *28/*28'],
    ['UGT1A1 TA repeat', '6/7', 'UGT1A1 *1/*28'],
    ['UGT1A1 (TA)n promoter', '6 / 6', 'UGT1A1 *1/*1'],
    ['UGT1A1 genotype', '(TA)6/7', 'UGT1A1 *1/*28'],
    ['UGT1A1 genotype', '6/7 TA repeats', 'UGT1A1 *1/*28'],
    ['UGT1A1', '*1, *28', 'UGT1A1 *1/*28'],
    ['UGT1A1 TA repeat', '7/8', 'UGT1A1 no call'],
    ['UGT1A1 genotype', '7/7', 'UGT1A1 no call'],
    ['UGT1A1 TA repeat c.-41_-40dup', '7/7', 'UGT1A1 no call'],
    ['CYP2C19', '*2, *2', 'CYP2C19 *2/*2'],
    ['CYP2C19 genotype', 'CYP2C19 *2, *17', 'CYP2C19 *2/*17'],
    ['CYP2D6 genotype', '*4,*41', 'CYP2D6 *4/*41'],
    ['CYP2C19 genotype', '*2, *3, *17', 'CYP2C19 no call'],
    ['CYP2C19 variants detected', '*2, *17', 'CYP2C19 no call'],
    ['TPMT genotype', '*3B, *3C', 'TPMT no call'],
    ['TPMT genotype', '*1, *3A', 'TPMT *1/*3A'],
    ['HLA-B*57:01', 'Yes', 'HLA-B *57:01 present'],
    ['HLA-B typing', '5701, 4402', 'HLA-B *57:01/*44:02'],
    ['CYP2D6', '*1/*41 DUP', 'CYP2D6 *1/*41xN'],
    ['TPMT', '*3A heterozygous', 'TPMT *3A present x1'],
    ['CYP2C9', 'IM (AS 1.5)', 'CYP2C9 Intermediate Metabolizer'],
  ])('%s: %s', (name, value, expected) => {
    expect(lines(observation('o', words(name), { valueString: value }))).toEqual([expected]);
  });

  it('a flag or a yes answers a test for one allele', () => {
    expect(lines(observation('o', words('HLA-B*57:01'), { valueBoolean: true }))).toEqual(['HLA-B *57:01 present']);
    expect(lines(observation('o', words('HLA-B*57:01'), { interpretation: [{ coding: [{ code: 'NEG' }] }] }))).toEqual([
      'HLA-B *57:01 absent',
    ]);
  });

  it.each([
    ['HLA-B genotype', 'Negative for HLA-B*57:01 and HLA-B*58:01', ['HLA-B *57:01 absent', 'HLA-B *58:01 absent']],
    ['HLA-B genotype', 'HLA-B*57:01 negative; HLA-B*58:01 positive', ['HLA-B *57:01 absent', 'HLA-B *58:01 present']],
    ['HLA-B', 'HLA-B*57:01 positive, HLA-B*58:01 not detected', ['HLA-B *57:01 present', 'HLA-B *58:01 absent']],
    ['HLA-B', 'HLA-B*57:01: Not detected', ['HLA-B *57:01 absent']],
    ['HLA-B typing', 'HLA-B*57:01, HLA-B*44:02', ['HLA-B *57:01/*44:02']],
  ])('alleles looked for are no pair: %s: %s', (name, value, expected) => {
    expect(lines(observation('o', words(name), { valueString: value }))).toEqual(expected);
  });

  it('a list of variants is read variant by variant', () => {
    expect(lines(observation('o', words('DPYD genotype'), { valueString: 'c.1905+1G>A: G/A; c.1679T>G: T/T; c.2846A>T: A/A' }))).toEqual([
      'DPYD c.1679T>G absent unknown',
      'DPYD c.1905+1G>A present heterozygous',
      'DPYD c.2846A>T absent unknown',
    ]);
    expect(lines(observation('o', words('DPYD'), { valueString: 'Negative for *2A, *13, c.2846A>T, HapB3' }))).toHaveLength(4);
    expect(lines(observation('o', words('CFTR mutation analysis'), { valueString: 'G551D, F508del' }))).toEqual([
      'CFTR F508del present unknown',
      'CFTR G551D present unknown',
    ]);
  });

  it('two like bases at an A/T or C/G change do not tell the strand', () => {
    expect(lines(observation('o', words('DPYD c.2846A>T'), { valueString: 'A/A' }))).toEqual(['DPYD no call']);
  });

  it.each([
    ['CYP2C19', 'Normal'],
    ['CYP2C19 loss of function allele', 'Present'],
    ['CYP2D6', '1/4'],
  ])('what cannot be read is a result without a call, and is said: %s %s', (name, value) => {
    const { facts, warnings } = read(bundle(patient, observation('o', words(name), { valueString: value })));
    expect(facts.germline.map(line)).toEqual([`${name.split(' ')[0] ?? ''} no call`]);
    expect(warnings.map(({ code }) => code)).toContain('unparsed');
  });

  it('a somatic result of a pharmacogene is no germline result', () => {
    const component = [{ code: loinc('48002-0'), valueCodeableConcept: { coding: [{ system: 'http://loinc.org', code: 'LA6684-0' }] } }];
    expect(lines(observation('o', words('DPYD'), { valueString: 'c.1905+1G>A heterozygous', component }))).toEqual([]);
  });
});
