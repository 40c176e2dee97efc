/** A place that was not read is no reference, a place without a gene lies in one, and an allele that is named only is not carried. */
import { describe, expect, it } from 'vitest';
import { bundle, component, loinc, observation, patient, words, type Resource } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

const lines = (resource: Resource) => read(bundle(patient, resource)).facts.germline.map(germlineLine);
const ABSENT = { valueCodeableConcept: loinc('LA9634-2', 'Absent') };
const place = (more: Readonly<Record<string, unknown>>, ...parts: readonly Readonly<Record<string, unknown>>[]) =>
  observation('o', loinc('69548-6', 'Genetic variant assessment'), {
    ...ABSENT,
    ...more,
    component: [
      component(loinc('48018-6', 'Gene studied'), { valueCodeableConcept: words('SLCO1B1') }),
      component(loinc('81255-2', 'dbSNP'), { valueCodeableConcept: words('rs4149056') }),
      ...parts,
    ],
  });
const state = (text: string) => component(loinc('53034-5', 'Allelic state'), { valueCodeableConcept: words(text) });

describe('"Absent" beside what says that nothing was read', () => {
  it.each<[string, ReturnType<typeof place>]>([
    ['allelic state ./.', place({}, state('./.'))],
    ['allelic state in words', place({}, state('No call'))],
    ['the genotype of the VCF', place({}, component(words('GT'), { valueString: './.' }))],
    [
      'the words of the answer',
      place({ valueCodeableConcept: { ...loinc('LA9634-2', 'Absent'), text: 'SLCO1B1 rs4149056 ./. — No call' } }),
    ],
    ['a note', place({ note: [{ text: 'No call at this position (failed quality filter)' }] })],
    ['a reason for no value', place({ dataAbsentReason: words('error') })],
    ['the flag indeterminate', place({ interpretation: [{ coding: [{ code: 'IND' }] }] })],
    ['a filter not passed', place({}, component(words('Filter'), { valueString: 'LowQual' }))],
    ['no reads', place({}, component(loinc('82121-5', 'Allelic read depth'), { valueQuantity: { value: 0 } }))],
  ])('%s', (_name, resource) => {
    expect(lines(resource)).toEqual(['SLCO1B1 no call']);
  });

  it.each<[string, ReturnType<typeof place>]>([
    ['nothing beside', place({})],
    ['both copies read', place({}, component(words('GT'), { valueString: '0/0' }), component(words('Filter'), { valueString: 'PASS' }))],
    ['one answer for two', place({ note: [{ text: 'No call / reference' }] }, state('T/T (homozygous reference)'))],
  ])('%s: looked for and not found', (_name, resource) => {
    expect(lines(resource).join()).toMatch(/absent/);
  });
});

describe('a place without its gene', () => {
  const at = (written: string) =>
    observation('o', loinc('69548-6', 'Genetic variant assessment'), {
      valueCodeableConcept: loinc('LA9633-4', 'Present'),
      component: [
        component(loinc('81252-9', 'Discrete genetic variant'), { valueCodeableConcept: words(written) }),
        component(loinc('53034-5', 'Allelic state'), { valueCodeableConcept: loinc('LA6705-3', 'Homozygous') }),
      ],
    });
  it.each([
    ['chr10:94781859G>A', 'CYP2C19'],
    ['10:94781859 G>A', 'CYP2C19'],
    ['Variant detected at 10:94781859 (G->A)', 'CYP2C19'],
    ['10-94781859-G-A', 'CYP2C19'],
    ['chr10:96541616G>A', 'CYP2C19'],
    ['1-97450058-C-T (GRCh38)', 'DPYD'],
    ['chr1:97915614C>T (hg19)', 'DPYD'],
  ])('%s is of %s', (written, gene) => {
    expect(read(bundle(patient, at(written))).facts.germline.map((one) => one.gene)).toEqual([gene]);
  });

  it('elsewhere it is of none', () => {
    expect(lines(at('chr6:12345G>A'))).toEqual([]);
  });

  it('the chromosome in the name of the region', () => {
    const resource = observation('o', loinc('69548-6', 'Genetic variant assessment'), {
      valueCodeableConcept: loinc('LA9633-4', 'Present'),
      component: [
        component(loinc('62374-4', 'Assembly'), { valueCodeableConcept: loinc('LA26806-2', 'GRCh38') }),
        component(loinc('47999-8', 'Region name'), { valueCodeableConcept: words('chr10') }),
        component(loinc('81254-5', 'Start-end'), { valueRange: { low: { value: 94781859 } } }),
        component(loinc('69547-8', 'Ref'), { valueString: 'G' }),
        component(loinc('69551-0', 'Alt'), { valueString: 'A' }),
        component(loinc('53034-5', 'Allelic state'), { valueCodeableConcept: loinc('LA6705-3', 'Homozygous') }),
      ],
    });
    expect(lines(resource)).toEqual(['CYP2C19 g.94781859G>A present homozygous']);
  });
});

describe('an allele that is named and denied in one result', () => {
  const typed = (answer: string) =>
    observation('o', words('Pharmacogenomic Result - HLA-B'), {
      valueString: `*57:01 (${answer})`,
      component: [
        component(words('Gene'), { valueString: 'HLA-B' }),
        component(words('Star Alleles'), { valueString: '*57:01' }),
        component(words('Metabolizer Phenotype'), { valueString: answer }),
      ],
    });
  it.each([
    ['negative', 'HLA-B *57:01 absent'],
    ['positive', 'HLA-B *57:01 present'],
  ])('%s', (answer, expected) => {
    expect(lines(typed(answer))).toContain(expected);
    expect(lines(typed(answer)).includes('HLA-B *57:01/?')).toBe(answer === 'positive');
  });
});
