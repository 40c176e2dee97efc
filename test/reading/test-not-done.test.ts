/** "Not performed" in the place of a result, or as the reason why there is none: the gene is not tested, and a label that asks for the test still does. */
import { describe, expect, it } from 'vitest';
import { bundle, component, loinc, observation, patient, words, type Resource } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

const said = (value: string) => ({ valueString: value });
function told(resource: Resource) {
  const { facts, warnings } = read(bundle(patient, resource));
  return { germline: facts.germline.map(germlineLine), warnings: warnings.map(({ message }) => message) };
}

describe('a test that was not done is no result', () => {
  const absent = (code: string) => ({
    dataAbsentReason: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code }] },
  });
  const GENES = ['CYP2C19', 'DPYD', 'HLA-B', 'G6PD'];
  it.each(
    GENES.flatMap((gene) => ['Not tested', 'Not performed', 'Cancelled', 'Test not done', 'TNP'].map((words) => [gene, words] as const)),
  )('%s: %s', (gene, answer) => {
    const found = told(observation('o', words(`${gene} genotype`), said(answer)));
    expect(found.germline).toEqual([]);
    expect(found.warnings.join('\n')).toContain(`The ${gene} test was not done`);
  });

  it.each(GENES.flatMap((gene) => [words(`${gene} genotype`), loinc('84413-4')].map((code) => [gene, code] as const)))(
    '%s: no value, because not performed',
    (gene, code) => {
      const part = { component: [component(loinc('48018-6'), said(gene))] };
      expect(told(observation('o', code, { ...absent('not-performed'), ...part })).germline).toEqual([]);
    },
  );

  it.each(['error', 'unknown', 'masked'])('but %s is a result that decides nothing', (reason) => {
    expect(told(observation('o', words('CYP2C19 genotype'), absent(reason))).germline).toEqual(['CYP2C19 no call']);
  });

  it('nor is "Error" under G6PD the name of an allele', () => {
    for (const answer of ['Error', 'Failed'])
      expect(told(observation('o', words('G6PD genotype'), said(answer))).germline).toEqual(['G6PD no call']);
  });

  it('an allele that was tested, with its answer, is read', () => {
    expect(told(observation('o', words('HLA-B*57:01 tested before abacavir'), said('Positive'))).germline).toEqual([
      'HLA-B *57:01 present',
    ]);
    expect(told(observation('o', words('CYP2C19 tested'), said('*1/*2'))).germline).toEqual(['CYP2C19 *1/*2']);
  });
});
