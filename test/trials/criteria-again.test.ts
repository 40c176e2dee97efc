/**
 * Shapes that a fresh sample found open although a chart holds the datum (our wording): signs and units, several limits of one value, transfusions,
 * grafts, infections of these weeks, kinds of diabetes. Verdicts were written down from the records, not taken from the code.
 */
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { order, patient, tumour } from '../oncology/facts.ts';
import { condition, lab, labs } from './chart-facts.ts';
import { testCriteria, type CriterionRow } from './criterion-table.ts';

const make = (id: string, parts: Partial<PatientFacts>): PatientFacts =>
  patient({
    patient: { id: `synthetic-${id}`, ageYears: 61, birthDate: '1965-02-03', sex: 'female' },
    tumours: [tumour('LUAD')],
    ...parts,
  });
const now = (name: string) => order(name, { status: 'active', isOrder: false, role: 'current', systemic: true, start: '2026-11-12' });
const icd = (code: string) => ({ codes: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }] });
const graft = (text: string) => ({
  codes: [],
  text,
  status: 'completed',
  performed: '2019-05-05',
  reasons: [],
  source: { reference: 'Procedure/graft', issued: '2019-05-05' },
});

const CHARTS = {
  /** Values in the middle of what trials ask. */
  middle: make('middle', {
    labs: [
      ...labs({ bilirubin: 2.4, AST: 100, ALT: 40, neutrophils: 1.2, haemoglobin: 9.5, platelets: 90, QTc: 460 }),
      lab('creatinine-clearance', 55, 'mL/min'),
    ],
  }),
  good: make('good', {
    labs: [
      ...labs({ bilirubin: 0.6, AST: 30, ALT: 30, neutrophils: 3, haemoglobin: 13, platelets: 250, QTc: 420 }),
      lab('creatinine-clearance', 90, 'mL/min'),
    ],
  }),
  poor: make('poor', {
    labs: [
      ...labs({ bilirubin: 6, AST: 400, ALT: 400, neutrophils: 0.3, haemoglobin: 6.5, platelets: 20, QTc: 520 }),
      lab('creatinine-clearance', 20, 'mL/min'),
    ],
  }),
  pneumonia: make('pneumonia', {
    conditions: [condition('Pneumonia', 'active', { onset: '2026-11-14' })],
    medications: [now('piperacillin')],
  }),
  /** An entry that nobody has closed, and a medicine that prevents. */
  old: make('old', {
    conditions: [condition('Pneumonia', 'active', { onset: '2024-11-14' }), condition('Type 2 diabetes mellitus', 'active', icd('E11.9'))],
    medications: [now('piperacillin'), now('valacyclovir')],
  }),
  kidney: make('kidney', { conditions: [condition('Kidney transplant status', 'active', icd('Z94.0'))] }),
  marrow: make('marrow', { procedures: [graft('Allogeneic haematopoietic stem cell transplantation')] }),
  own: make('own', { procedures: [graft('Autologous stem cell transplant')] }),
  young: make('young', {
    conditions: [
      condition('Type 1 diabetes mellitus', 'active', icd('E10.9')),
      condition('Common variable immunodeficiency', 'active', icd('D83.9')),
      condition("Crohn's disease", 'remission', icd('K50.90')),
      condition('Dependence on renal dialysis', 'active', icd('Z99.2')),
    ],
    medications: [now('prednisone')],
  }),
  glioma: make('glioma', { tumours: [tumour('GB', { text: 'Glioblastoma' })] }),
} as const satisfies Record<string, PatientFacts>;
type Row = CriterionRow<keyof typeof CHARTS>;

const INCLUSION: readonly Row[] = [
  ['Platelet count \\>/= 75 x 10\\^9/L', { good: 'met', middle: 'met', poor: 'not-met' }],
  ['Total bilirubin \\</= 1.5 x institutional upper limit of normal (ULN)', { good: 'met', middle: 'not-met', poor: 'not-met' }],
  ["Absolute neutrophil count ≥ 1.5 x 10'9/L", { good: 'met', middle: 'not-met' }],
  ['Absolute neutrophil count > 1,000/micro liter (mcL)', { good: 'met', middle: 'met', poor: 'not-met' }],
  [
    'A creatinine clearance (as estimated by direct urine collection or the Cockcroft-Gault equation) > 45 mL/min',
    { good: 'met', middle: 'met', poor: 'not-met' },
  ],
  ['Platelets ≥ 100 x 10E9/L', { good: 'met', middle: 'not-met' }],
  ['Neutrophils ≥ 1 Giga/L (1 G/L)', { good: 'met', middle: 'met', poor: 'not-met' }],
  ['Liver transaminases (ALT and AST) ≤ 2 x ULN', { good: 'met', middle: 'not-met', poor: 'not-met' }],
  ['Serum glutamic-oxaloacetic transaminase (SGOT) ≤ 2 times the institutional upper limits of normal', { good: 'met', middle: 'not-met' }],
  [
    "Serum bilirubin ≤ 1.5 x institutional ULN. This will not apply to patients with confirmed Gilbert's syndrome (persistent hyperbilirubinemia), who are allowed in consultation",
    { good: 'met', middle: 'unknown', poor: 'unknown' },
  ],
  ['Age 18 and over', { good: 'met' }],
  ['Participant is female', { good: 'met' }],
  ['Male sex', { good: 'not-met' }],
  // several limits of one value
  [
    "Total bilirubin ≤ 1.5 x ULN. For subjects with Gilbert's disease ≤ 3 x institutional ULN",
    { good: 'met', middle: 'unknown', poor: 'not-met' },
  ],
  [
    'Aspartate aminotransferase (AST) (serum glutamic-oxaloacetic transaminase (SGOT)) < 2 x institutional ULN. In participants with liver metastases, ≤ 5 x institutional ULN is allowed.',
    { good: 'met', middle: 'unknown', poor: 'not-met' },
  ],
  ['Hemoglobin ≥ 9 g/dL and platelets ≥ 100,000/mm3 if the marrow is involved', { middle: 'unknown' }],
  // transfusions and growth factors
  [
    'Hemoglobin ≥ 9 g/dL. Red blood cell transfusion is not allowed within 1 week prior to screening.',
    { good: 'unknown', poor: 'not-met' },
  ],
  [
    'Absolute neutrophil count ≥ 1.0 × 10^9/L (growth factors are not allowed in the two previous weeks)',
    { poor: 'not-met', good: 'unknown' },
  ],
  ['Hemoglobin ≥ 8 g/dL (transfusion or growth factors if clinically needed in cohort A)', { good: 'unknown', poor: 'unknown' }],
];

const EXCLUSION: readonly Row[] = [
  ['QTcF > 450 msec if male and QTcF > 470 msec if female', { good: 'met', middle: 'unknown', poor: 'not-met' }],
  ['Total bilirubin above 1.5 x ULN at screening', { good: 'met', middle: 'not-met' }],
  ['AST is 5 times higher than the upper limit of normal', { good: 'met', middle: 'met', poor: 'not-met' }],
  ['Subject is under 18 years of age', { good: 'met' }],
  // infections
  ['Active infection requiring systemic therapy', { pneumonia: 'not-met', old: 'unknown', good: 'unknown' }],
  ['Active bacterial, viral or fungal infection requiring intravenous antibiotics', { pneumonia: 'not-met', old: 'unknown' }],
  ['Uncontrolled active infection unless requiring systemic therapy for less than 2 weeks', { pneumonia: 'unknown' }],
  // grafts
  ['History of allogeneic organ or stem cell transplant', { kidney: 'not-met', marrow: 'not-met', own: 'unknown', good: 'unknown' }],
  ['Prior solid organ or bone marrow progenitor cell transplantation', { kidney: 'not-met', marrow: 'not-met', good: 'unknown' }],
  ['Previous organ transplantation requiring immunosuppression', { kidney: 'unknown' }],
  ['Stem cell or organ transplantation within 3 months', { kidney: 'unknown', marrow: 'unknown' }],
  // diseases
  ['Have type 1 diabetes', { young: 'not-met', old: 'unknown' }],
  ['Type 2 diabetes requiring treatment at study entry; or any history of type 1 diabetes', { young: 'not-met', old: 'unknown' }],
  ['Uncontrolled type 1 diabetes', { young: 'unknown' }],
  ['Any form of primary immunodeficiency (such as severe combined immunodeficiency disease)', { young: 'not-met', old: 'unknown' }],
  ['History of or active inflammatory bowel disease', { young: 'not-met', old: 'unknown' }],
  ['Active inflammatory bowel disease', { young: 'unknown' }],
  ['History of pneumonitis or active inflammatory bowel disease', { young: 'unknown' }],
  ['Requirement for hemodialysis or peritoneal dialysis', { young: 'not-met', good: 'unknown' }],
  ['Concurrent systemic steroid therapy', { young: 'not-met', good: 'unknown' }],
  ['Concurrent systemic steroid therapy, except for replacement', { young: 'unknown' }],
  ['Known primary CNS malignancy', { glioma: 'not-met', good: 'unknown' }],
  ['Postoperative complication or disorder of the bowel leading to grade ≥ 2 diarrhea', { good: 'unknown' }],
];

testCriteria('criteria that a later sample found open', { inclusion: INCLUSION, exclusion: EXCLUSION }, CHARTS, 60);
