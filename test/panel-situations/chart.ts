/** Charts in a few words, for what the panel says of them: each function makes one FHIR resource of the patient `p`. */

export type Resource = Readonly<Record<string, unknown>>;

const subject = { reference: 'Patient/p' };
const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
let made = 0;
const id = () => `r${(made += 1)}`;

export const patient = (birthDate = '1961-05-04'): Resource => ({ resourceType: 'Patient', id: 'p', birthDate, gender: 'female' });

/** A genotype as a laboratory reports it. */
export const genotype = (gene: string, value: string, more: Resource = {}): Resource => ({
  resourceType: 'Observation',
  id: id(),
  status: 'final',
  subject,
  effectiveDateTime: '2026-09-04',
  performer: [{ display: 'North Laboratory' }],
  code: loinc('84413-4'),
  valueCodeableConcept: { text: value },
  component: [{ code: loinc('48018-6'), valueCodeableConcept: { text: gene } }],
  ...more,
});

/** An observation under a code and its words. */
export const observation = (code: string, text: string, value: Resource, more: Resource = {}): Resource => ({
  resourceType: 'Observation',
  id: id(),
  status: 'final',
  subject,
  effectiveDateTime: '2026-09-04',
  performer: [{ display: 'North Laboratory' }],
  code: { ...loinc(code), text },
  ...value,
  ...more,
});

/** A variant in tumour or blood. */
export const variant = (gene: string, protein: string, more: Resource = {}): Resource => ({
  resourceType: 'Observation',
  id: id(),
  status: 'final',
  subject,
  effectiveDateTime: '2026-09-04',
  performer: [{ display: 'Tumour Sequencing Centre' }],
  code: loinc('69548-6'),
  valueCodeableConcept: { coding: [{ system: 'http://loinc.org', code: 'LA9633-4', display: 'Present' }] },
  component: [
    { code: loinc('48018-6'), valueCodeableConcept: { text: gene } },
    { code: loinc('48005-3'), valueCodeableConcept: { text: protein } },
    { code: loinc('48002-0'), valueCodeableConcept: { coding: [{ system: 'http://loinc.org', code: 'LA6684-0', display: 'Somatic' }] } },
  ],
  ...more,
});

export const absent = { valueCodeableConcept: { coding: [{ system: 'http://loinc.org', code: 'LA9634-2', display: 'Absent' }] } };

export const order = (text: string, more: Resource = {}): Resource => ({
  resourceType: 'MedicationRequest',
  id: id(),
  status: 'active',
  intent: 'order',
  subject,
  authoredOn: '2026-11-01',
  medicationCodeableConcept: { text },
  ...more,
});

export const taken = (text: string, more: Resource = {}): Resource => ({
  resourceType: 'MedicationStatement',
  id: id(),
  status: 'active',
  subject,
  medicationCodeableConcept: { text },
  ...more,
});

export const condition = (text: string, more: Resource = {}): Resource => ({
  resourceType: 'Condition',
  id: id(),
  subject,
  clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] },
  code: { text },
  ...more,
});
