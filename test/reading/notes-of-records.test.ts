/** Results that a clinician wrote into a note of a record about something else: told, never a result, never silence. */
import { describe, expect, it } from 'vitest';
import { bundle, condition, observation, patient, words, type Resource } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

const noted = (text: string) => ({ note: [{ text }] });
const told = (...resources: readonly Resource[]) => {
  const { facts, warnings } = read(bundle(patient, ...resources));
  const lines = [...facts.germline.map(germlineLine), ...facts.tested.map(({ gene }) => gene), ...facts.biomarkers.map(({ kind }) => kind)];
  return { lines, spoken: warnings.some(({ message }) => message.startsWith('A note speaks of')) };
};
const cancer = (text: string) => condition('c', { ...words('Breast cancer') }, noted(text));

describe('told', () => {
  it.each([
    'CYP2C19 *2/*2 per outside lab',
    'Outside lab: CYP2C19 *2/*2.',
    'Stage III, adjuvant planned. CYP2C19 genotyping at outside lab: *1/*2, intermediate metabolizer. Follow up in 2 weeks.',
    'Known CYP2C19 PM, clopidogrel stopped',
  ])('%s', (text) => {
    expect(told(condition('c', words('Coronary heart disease'), noted(text)))).toEqual({ lines: ['CYP2C19 no call'], spoken: true });
  });

  it.each<[string, Resource]>([
    ['a laboratory value', observation('o', words('Hemoglobin'), { valueQuantity: { value: 12, unit: 'g/dL' }, ...noted('CYP2C19 *2/*2') })],
    ['a remark', observation('o', words('Comment'), { valueString: 'Brought a letter: CYP2C19 no function variants, per outside lab' })],
    ['a procedure', { resourceType: 'Procedure', id: 'p', status: 'completed', subject: { reference: 'Patient/p1' }, code: words('Colonoscopy'), ...noted('CYP2C19 *2/*2') }],
    ['an order', { resourceType: 'MedicationRequest', id: 'm', status: 'active', subject: { reference: 'Patient/p1' }, medicationCodeableConcept: words('metformin'), ...noted('CYP2C19 *2/*2') }],
  ])('on %s', (_name, resource) => {
    expect(told(resource)).toEqual({ lines: ['CYP2C19 no call'], spoken: true });
  }); // prettier-ignore

  it('genes and markers of a tumour', () => {
    expect(told(condition('c', words('Non-small cell lung cancer'), noted('EGFR L858R on outside panel'))).lines).toEqual(['EGFR']);
    expect(told(cancer('HER2 3+')).lines).toEqual(['HER2']);
  });
});

describe('not told', () => {
  it.each([
    'Mother: CYP2C19 poor metabolizer',
    'Consider testing for CYP2C19 variants',
    'CYP2C19 genotyping pending',
    'CYP2C19 not tested',
    'Possible CYP2C19 poor metabolizer',
    'Metabolized by CYP2C19, no inhibitor detected',
    'Avoid clopidogrel if CYP2C19 poor metabolizer',
    'CYP2C19 *2 carriers: see guideline?',
  ])('%s', (text) => {
    expect(told(condition('c', words('Coronary heart disease'), noted(text)))).toEqual({ lines: [], spoken: false });
  });

  it('what the laboratory says already', () => {
    const result = observation('o', words('CYP2C19 genotype'), { valueString: '*1/*1' });
    expect(told(result, condition('c', words('Coronary heart disease'), noted('CYP2C19 *2/*2')))).toEqual({ lines: ['CYP2C19 *1/*1'], spoken: false });
  }); // prettier-ignore

  it('a refuted condition, another short name', () => {
    const refuted = condition('c', words('Breast cancer'), {
      ...noted('CYP2C19 *2/*2'),
      verificationStatus: { coding: [{ code: 'refuted' }] },
    });
    expect(told(refuted).lines).toEqual([]);
    expect(told(cancer('seen in ER: positive for flu')).lines).toEqual([]);
  });
});
