/** Who can certainly not be pregnant, and who may be; a cancer entered twice, and a skin cancer beside it. */
import { describe, expect, it } from 'vitest';
import { readPatient, type PatientFacts } from '../../fhir-profiles/index.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { condition, lab } from './chart-facts.ts';
import { judged } from './criterion-table.ts';
import { knowledge } from './knowledge.ts';

const woman = (ageYears: number, parts: Partial<PatientFacts> = {}): PatientFacts =>
  patient({ patient: { id: 'synthetic', ageYears, sex: 'female' }, tumours: [tumour('IDC')], ...parts });
const operated = (text: string, performed: string, status = 'completed') => ({
  procedures: [{ codes: [], text, status, performed, reasons: [], source: { reference: 'Procedure/1' } }],
});
const named = (text: string, code?: string) => ({
  conditions: [condition(text, 'active', code === undefined ? {} : { codes: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }] })],
});

describe('"pregnant" and "breastfeeding" without a test', () => {
  it.each([
    ['59 years', woman(59), 'unknown', 'unknown'],
    ['60 years', woman(60), 'met', 'met'],
    ['hysterectomy', woman(41, operated('Total abdominal hysterectomy', '2020-05-20')), 'met', 'met'],
    ['a hysterectomy this year', woman(41, operated('Total abdominal hysterectomy', '2026-05-20')), 'met', 'unknown'],
    [
      'a hysterectomy that was not done',
      woman(41, operated('Total abdominal hysterectomy', '2026-05-20', 'not-done')),
      'unknown',
      'unknown',
    ],
    ['one ovary', woman(41, operated('Left oophorectomy', '2020-05-20')), 'unknown', 'unknown'],
    ['both ovaries', woman(41, operated('Bilateral salpingo-oophorectomy', '2020-05-20')), 'met', 'met'],
    ['postmenopausal', woman(52, named('Postmenopausal', 'Z78.0')), 'met', 'met'],
    ['postmenopausal by an observation', woman(52, { labs: [lab('menopause', 'postmenopausal', undefined)] }), 'met', 'met'],
    ['perimenopausal by an observation', woman(52, { labs: [lab('menopause', 'perimenopausal', undefined)] }), 'unknown', 'unknown'],
    ['postmenopausal bleeding', woman(52, named('Postmenopausal bleeding')), 'unknown', 'unknown'],
    ['perimenopausal', woman(52, named('Perimenopausal symptoms')), 'unknown', 'unknown'],
    ['no sex on file', { ...woman(70), patient: { id: 'synthetic', ageYears: 70 } }, 'unknown', 'unknown'],
  ] as const)('%s', (_, facts, pregnant, nursing) => {
    expect(judged('exclusion', 'Pregnant', facts)[0]?.verdict).toBe(pregnant);
    expect(judged('exclusion', 'Breastfeeding', facts)[0]?.verdict).toBe(nursing);
  });
});

describe('a cancer that stands twice on the record', () => {
  const entry = (id: string, code: string, text: string, parts: object = {}) => ({
    resource: {
      resourceType: 'Condition',
      id,
      clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] },
      verificationStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }] },
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }], text },
      subject: { reference: 'Patient/p' },
      ...parts,
    },
  });
  const chart = (...others: readonly object[]): PatientFacts =>
    readPatient(
      {
        resourceType: 'Bundle',
        entry: [
          { resource: { resourceType: 'Patient', id: 'p', gender: 'female', birthDate: '1970-01-01' } },
          entry('a', 'C34.11', 'Adenocarcinoma of the right upper lobe of lung', { onsetDateTime: '2024-05-10' }),
          ...others,
          {
            resource: {
              resourceType: 'Observation',
              id: 's',
              status: 'final',
              code: { coding: [{ system: 'http://loinc.org', code: '21908-9' }] },
              subject: { reference: 'Patient/p' },
              effectiveDateTime: '2026-11-01',
              valueCodeableConcept: { text: 'Stage IVB' },
            },
          },
          {
            resource: {
              resourceType: 'MedicationStatement',
              id: 'm',
              status: 'completed',
              medicationCodeableConcept: { text: 'carboplatin' },
              subject: { reference: 'Patient/p' },
              effectivePeriod: { start: '2026-01-05', end: '2026-04-05' },
            },
          },
        ],
      },
      { asOf: '2026-11-22', vocabulary: knowledge.vocabulary },
    ).facts;
  it.each([
    ['alone', chart(), 'met'],
    ['beside the organ', chart(entry('b', 'C34.90', 'Malignant neoplasm of unspecified part of unspecified bronchus or lung')), 'met'],
    ['beside the same', chart(entry('b', 'C34.11', 'Lung cancer')), 'met'],
    ['beside a basal cell carcinoma', chart(entry('b', 'C44.310', 'Basal cell carcinoma of skin of face')), 'met'],
    ['beside a cancer of the breast', chart(entry('b', 'C50.411', 'Invasive ductal carcinoma of right breast')), 'unknown'],
  ])('%s: the stage', (_, facts, verdict) => {
    expect(judged('inclusion', 'Stage IV disease', facts)[0]?.verdict).toBe(verdict);
  });
});
