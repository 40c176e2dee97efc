/** MGMT methylation in glioblastoma: Hegi et al., NEJM 2005 (temozolomide acts where the promoter is methylated). */
import { describe, expect, it } from 'vitest';
import { bundle, condition, loinc, observation, patient, snomed, words, type Resource } from '../reading/resources.ts';
import { reportOf } from './report.ts';

const temozolomide = (test: Resource) =>
  reportOf(bundle(patient, condition('c1', words('Glioblastoma')), test)).oncology.therapies.filter(
    ({ therapy, effect }) => effect === 'sensitivity' && therapy.some(({ name }) => /temozolomide/i.test(name)),
  );

describe('MGMT promoter methylation', () => {
  it.each([
    observation('m', words('MGMT promoter methylation'), { valueString: 'Methylated' }),
    observation('m', words('MGMT promoter methylation'), { valueCodeableConcept: snomed('260373001', 'Detected') }),
    observation('m', loinc('64083-9'), { valueString: 'Positive' }),
  ])('methylated: temozolomide, resting on that test (%#)', (test) => {
    const [first] = temozolomide(test);
    expect(first?.evidence?.map(({ reference }) => reference)).toContain('Observation/m');
  });
  it.each(['Unmethylated', 'Not detected', 'Indeterminate'])('%s: no claim', (said) => {
    expect(temozolomide(observation('m', words('MGMT promoter methylation'), { valueString: said }))).toEqual([]);
  });
});
