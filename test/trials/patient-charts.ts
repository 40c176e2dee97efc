/** Synthetic patients of one tumour type whose charts differ in everything else; nobody in them exists. The day is 2026-11-21. */
import type { AllergyFact, MedicationFact, PatientFacts } from '../../fhir-profiles/index.ts';
import { order, patient, tumour } from '../oncology/facts.ts';
import { condition, lab, labs, performance } from './chart-facts.ts';

const make = (id: string, age: number, sex: 'male' | 'female', parts: Partial<PatientFacts>): PatientFacts =>
  patient({
    patient: { id: `synthetic-${id}`, ageYears: age, birthDate: `${2026 - age}-02-03`, sex },
    tumours: [tumour('LUAD')],
    ...parts,
  });

const takes = (name: string, parts: Partial<MedicationFact> = {}): MedicationFact =>
  order(name, { status: 'active', isOrder: false, role: 'current', systemic: true, start: '2026-10-01', ...parts });
const allergy = (name: string, kind: AllergyFact['kind'] = 'allergy'): AllergyFact => ({
  text: name,
  codes: [],
  ingredients: [{ name, rxnorm: null }],
  kind,
  reactions: ['rash'],
  source: { reference: `AllergyIntolerance/${name}`, issued: '2020-03-04' },
});

export const PATIENT_CHARTS = {
  /** Many diseases, dated; medication; allergies. */
  ill: make('ill', 66, 'male', {
    conditions: [
      condition('HIV infection', 'active', { onset: '2010-01-01' }),
      condition('Chronic hepatitis B', 'active', { onset: '2012-05-05' }),
      condition('Acute myocardial infarction', 'active', { onset: '2026-09-15' }),
      condition('Stroke', 'resolved', { onset: '2019-02-02' }),
      condition('Interstitial lung disease', 'active', { onset: '2024-01-01' }),
      condition('Rheumatoid arthritis', 'active', { onset: '2015-01-01' }),
      condition('Congestive heart failure', 'active', { onset: '2022-01-01' }),
      condition('Type 2 diabetes mellitus', 'active', { onset: '2011-01-01' }),
      condition('Pneumonitis', 'resolved', { onset: '2023-03-03' }),
      condition('Crohn disease', 'active', {
        codes: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'K50.90' }],
        onset: '2009-09-09',
      }),
    ],
    medications: [
      takes('clarithromycin'),
      takes('carbamazepine'),
      takes('warfarin'),
      takes('omeprazole'),
      takes('dexamethasone', { dose: { amount: 4, unit: 'mg', perDay: 2 } }),
    ],
    allergies: [allergy('pembrolizumab'), allergy('carboplatin'), allergy('docetaxel', 'intolerance')],
  }),
  /** The same questions answered with no, or long ago. */
  past: make('past', 66, 'female', {
    conditions: [
      condition('History of myocardial infarction', 'active', { onset: '2015-01-01' }),
      condition('Family history of epilepsy', 'active'),
      condition('No evidence of HIV infection', 'active'),
      condition('Pneumonitis', 'resolved', { onset: '2020-03-03' }),
    ],
    medications: [
      takes('clarithromycin', { role: 'past', end: '2026-11-15' }),
      takes('prednisone', { dose: { amount: 5, unit: 'mg', perDay: 1 } }),
      takes('warfarin', { role: 'past', end: '2024-01-01' }),
    ],
    labs: [lab('HBsAg', 'negative', undefined), lab('HCV-RNA', 'positive', undefined)],
  }),
  /** Atrial fibrillation, apixaban for it. */
  flutter: make('flutter', 70, 'female', {
    conditions: [condition('Atrial fibrillation', 'active', { onset: '2024-04-04' })],
    medications: [takes('apixaban')],
  }),
  /** Everything within usual limits. */
  fit: make('fit', 52, 'male', {
    performance: [performance(0)],
    labs: [
      lab('creatinine-clearance', 100, 'mL/min'),
      ...labs({
        neutrophils: 4,
        platelets: 250,
        haemoglobin: 14,
        creatinine: 0.8,
        bilirubin: 0.5,
        eGFR: 95,
        ALT: 18,
        AST: 18,
        INR: 1,
        LVEF: 62,
        QTc: 410,
        WBC: 6,
        albumin: 4.2,
      }),
    ],
  }),
  /** Everything beyond them. */
  failing: make('failing', 16, 'female', {
    performance: [performance(3)],
    labs: [
      lab('creatinine-clearance', 22, 'mL/min'),
      ...labs({
        neutrophils: 0.6,
        platelets: 40,
        haemoglobin: 7,
        creatinine: 3.1,
        bilirubin: 4,
        eGFR: 20,
        ALT: 300,
        AST: 300,
        INR: 3,
        LVEF: 30,
        QTc: 520,
        WBC: 1,
        albumin: 2.1,
      }),
    ],
  }),
  /** A woman with a child, and one who expects one. */
  nursing: make('nursing', 31, 'female', {
    labs: [lab('pregnancy', 'not-pregnant', undefined, '2026-11-18'), lab('breastfeeding', 'breastfeeding', undefined, '2026-11-18')],
  }),
  pregnant: make('pregnant', 31, 'female', {
    labs: [lab('pregnancy', 'pregnant', undefined, '2026-11-01'), lab('breastfeeding', 'not-breastfeeding', undefined, '2026-11-18')],
  }),
  /** Nothing but the tumour. */
  bare: patient({ patient: { id: 'synthetic-bare' }, tumours: [tumour('LUAD')] }),
} as const satisfies Record<string, PatientFacts>;
