/** Hand-checked verdicts of `criteria-patient.test.ts`. For an exclusion `met` means free of what excludes. */
import type { PATIENT_CHARTS } from './patient-charts.ts';

type Verdicts = Partial<Record<keyof typeof PATIENT_CHARTS, 'met' | 'not-met' | 'unknown'>>;
export type PatientRow = readonly [text: string, verdicts: Verdicts];

/** A further condition that no chart answers: contradicted by the limit, never confirmed. */
const MORE: Verdicts = { fit: 'unknown', failing: 'not-met', bare: 'unknown' };
/** Another way in: enough by the limit, never contradicted. */
const LESS: Verdicts = { fit: 'met', failing: 'unknown', bare: 'unknown' };
const BOTH: Verdicts = { fit: 'met', failing: 'not-met', bare: 'unknown' };
const NEVER: Verdicts = { fit: 'unknown', failing: 'unknown', bare: 'unknown' };

export const INCLUDING: readonly PatientRow[] = [
  // limits among words that say something else
  ['ECOG performance status 0-1 and a life expectancy of at least 12 weeks', MORE],
  ['Eastern Cooperative Group (ECOG) performance status of 0 or 1', BOTH],
  ['ECOG performance status 0-2. Evaluation of ECOG is performed within 7 days before the first dose.', MORE],
  ['At least 18 years of age and willing to give written consent', MORE],
  ['Age ≥ 18 years at the time the informed consent form is signed', BOTH],
  ['Age ≥ 18 years (or the legal age of consent in the country)', LESS],
  ['Age ≥ 18 years. Because no dosing data are available in patients < 18 years of age, children are excluded from this study.', BOTH],
  ['Age ≥ 18 years. Both men and women and members of all races and ethnic groups are eligible for this trial.', BOTH],
  ['Hemoglobin ≥ 9 g/dL (last transfusion more than 14 days before the first dose)', MORE],
  ['Hemoglobin ≥ 9 g/dL (may have been transfused)', LESS],
  ['Platelets ≥ 100 x 10^9/L (or ≥ 75 x 10^9/L with marrow involvement)', LESS],
  ['Creatinine < 2 mg/dL (or a glomerular filtration rate > 45)', LESS],
  ['Serum creatinine ≤ 1.5 x ULN or creatinine clearance ≥ 50 mL/min per 24 hour urine or the Cockcroft-Gault formula', BOTH],
  ['Total bilirubin ≤ 1.5 x ULN or direct bilirubin ≤ ULN if total bilirubin is > 1.5 x ULN', { fit: 'met', failing: 'unknown' }],
  ['ANC ≥ 1.5 x 10^9/L, platelets ≥ 100 x 10^9/L, haemoglobin ≥ 9 g/dL and normal PT', MORE],
  ['Bone marrow: i. ANC ≥ 1500/mm3 ii. platelets ≥ 100,000/mm3 iii. hemoglobin ≥ 9 g/dL', BOTH],
  ['Absolute neutrophil count >1,500/mcL Platelets >100,000/mcL Total bilirubin ≤ 1.5 x ULN', BOTH],
  ['INR ≤ 1.5 x ULN or prothrombin time ≤ 1.5 x ULN', NEVER],
  ['LVEF ≥ 50% by either echocardiogram or multigated acquisition scan (MUGA)', BOTH],
  ['AST and ALT ≤ 5 x ULN in patients with documented hepatic infiltration', LESS],
  // whose limit it is
  ['Patients with marrow disease must have hemoglobin ≥ 8 g/dL', NEVER],
  ['Patients ≥ 18 years of age must have a creatinine clearance > 30 mL/min', NEVER],
  ['ECOG performance status ≤ 2. For patients < 16 years, Lansky ≥ 50', NEVER],
  ['ALT, AST and alkaline phosphatase ≤ 3 x ULN. ALT ≤ 10 x ULN with liver lesions', NEVER],
  ['If apheresis is required, platelets ≥ 50,000/mm3; AST < 5 x ULN', NEVER],
  ['KPS ≥ 80 for Flu/Cy/TBI; KPS > 60 for Flu/Treo/TBI', NEVER],
  ['Age 12 to < 16 years; maximum serum creatinine 1.2 mg/dL', NEVER],
  ['Age ≥ 18 years (main study)', NEVER],
  ['Hemoglobin ≥ 9 g/dL in cohort B', NEVER],
  ['To proceed with maintenance: ANC ≥ 1000/mm3', NEVER],
];

export const EXCLUDING: readonly PatientRow[] = [
  ['QTcF > 470 msec on triplicate electrocardiograms', { fit: 'met', failing: 'not-met', bare: 'unknown' }],
  ['LVEF < 50% with symptoms of heart failure of any grade', { fit: 'met', failing: 'unknown', bare: 'unknown' }],
  [
    'New York Heart Association class III or IV disease, or left ventricular ejection fraction < 40%',
    { fit: 'unknown', failing: 'not-met' },
  ],
  ['QTc > 480 ms or other remarkable findings', { fit: 'unknown', failing: 'not-met', bare: 'unknown' }],
  ['Hemoglobin < 8 g/dL unless transfused', { fit: 'met', failing: 'unknown', bare: 'unknown' }],
  ['ALT > 3 x ULN (or ≤ 5 in patients with liver metastasis)', { fit: 'met', failing: 'unknown' }],
  ['AST > 3 x ULN and bilirubin > 2 x ULN', NEVER],
];
