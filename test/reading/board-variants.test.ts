/** Variants as German tumour boards, registries and exporters send them: genes of a stretch, ClinVar words as a code, denials in a name, fractions as text. */
import { describe, expect, it } from 'vitest';
import { bundle, component, gene, hgnc, loinc, patient, tbd, variant, words, type Resource } from './resources.ts';
import { read } from './vocabulary.ts';

const variants = (one: Resource) =>
  read(bundle(patient, one)).facts.variants.map(({ gene: symbol, kind, presence, copyChange }) =>
    [symbol, kind, presence, ...(copyChange === undefined ? [] : [copyChange])].join(' '),
  );
const fact = (one: Resource) => read(bundle(patient, one)).facts.variants[0];
const affected = (id: string, symbol: string) => component(tbd('reported-affected-gene'), { valueCodeableConcept: hgnc(id, symbol) });
const change = (text: string) => component(loinc('48005-3'), { valueCodeableConcept: words(text) });
const fraction = (value: Resource) => component(loinc('81258-6'), value);

describe('a changed number of copies over several genes', () => {
  const copies = (count: number) => component(loinc('82155-3'), { valueQuantity: { value: count } });
  it('is a change of each', () => {
    expect(variants(variant('v', [affected('HGNC:1787', 'CDKN2A'), affected('HGNC:7413', 'MTAP'), copies(0)]))).toEqual([
      'CDKN2A copy-number present deep-loss',
      'MTAP copy-number present deep-loss',
    ]);
  });
  it('of one gene is that gene’s', () => {
    expect(variants(variant('v', [affected('HGNC:3430', 'ERBB2'), copies(20)]))).toEqual(['ERBB2 copy-number present amplification']);
  });
});

describe('the class as ClinVar’s word in the place of a code', () => {
  it.each([
    ['Uncertain Significance', 'vus'],
    ['Benign', 'benign'],
    ['Pathogenic', 'pathogenic'],
  ])('%s', (code, classification) => {
    const interpretation = [{ coding: [{ system: 'https://www.ncbi.nlm.nih.gov/clinvar/', code }] }];
    expect(fact(variant('v', [gene('HGNC:1101', 'BRCA2'), change('p.Val2908Gly')], { interpretation }))?.classification).toBe(
      classification,
    );
  });
});

describe('"present" beside words that deny it', () => {
  it.each([
    ['MET', 'HGNC:7029', 'exon 14 skipping not detected'],
    ['EGFR', 'HGNC:3236', 'exon 19 deletion not detected'],
  ])('%s %s is open', (symbol, id, text) => {
    expect(fact(variant('v', [gene(id, symbol), change(text)]))?.presence).toBe('indeterminate');
  });
});

describe('allele fractions as text', () => {
  const l858r = (value: Resource, more: Resource = {}) =>
    fact(variant('v', [gene('HGNC:3236', 'EGFR'), change('p.Leu858Arg'), fraction(value)], more));
  it.each([
    ['12.3%', 0.123],
    ['12,3 %', 0.123],
    ['0.4', 0.4],
  ])('"%s" is %d', (valueString, vaf) => {
    expect(l858r({ valueString }, { valueCodeableConcept: undefined })).toMatchObject({ vaf, presence: 'present' });
  });
  it('below the limit of detection nothing was found for certain', () => {
    expect(l858r({ valueString: '<LoD' })).toMatchObject({ presence: 'indeterminate' });
    expect(l858r({ valueString: '<LoD' })?.vaf).toBeUndefined();
  });
});
