/** Small parts of synthetic charts for trial tests: laboratory values, treatment, stages, conditions. */
import type { ConditionFact, LabFact, MedicationFact, PerformanceFact, TumourFact } from '../../fhir-profiles/index.ts';
import { order, tumour } from '../oncology/facts.ts';

export const stage = (group: string, issued: string): TumourFact['stages'][number] => ({
  text: group,
  group,
  kind: 'clinical',
  source: { reference: 'Observation/stage', issued },
});
export const lab = (kind: string, value: number | string, unit: string | undefined, date = '2026-11-10'): LabFact => ({
  kind,
  value,
  ...(unit === undefined ? {} : { unit }),
  date,
  source: { reference: `Observation/${kind}`, issued: date },
});
const UNITS: Readonly<Record<string, string>> = {
  neutrophils: '10*9/L',
  lymphocytes: '10*9/L',
  WBC: '10*9/L',
  platelets: '10*9/L',
  haemoglobin: 'g/dL',
  creatinine: 'mg/dL',
  bilirubin: 'mg/dL',
  eGFR: 'mL/min/{1.73_m2}',
  ALT: 'U/L',
  AST: 'U/L',
  ALP: 'U/L',
  LDH: 'U/L',
  albumin: 'g/dL',
  INR: '{INR}',
  LVEF: '%',
  QTc: 'ms',
  PSA: 'ng/mL',
  'CA19-9': 'U/mL',
  weight: 'kg',
  height: 'cm',
};
/** Upper limits of normal of the synthetic laboratory. */
const UPPER: Readonly<Record<string, number>> = { ALT: 40, AST: 40, bilirubin: 1.2, creatinine: 1.2, ALP: 120, LDH: 250 };
/** Values of one day in the canonical unit of each kind, with the laboratory's upper limit where one is usual. */
export const labs = (values: Readonly<Record<string, number>>, date = '2026-11-10'): LabFact[] =>
  Object.entries(values).map(([kind, value]) => {
    const high = UPPER[kind];
    return { ...lab(kind, value, UNITS[kind], date), ...(high === undefined ? {} : { referenceHigh: high }) };
  });
export const taken = (name: string, parts: Partial<MedicationFact> = {}): MedicationFact =>
  order(name, { status: 'completed', isOrder: false, role: 'past', start: '2026-01-05', ...parts });
export const performance = (value: number, issued = '2026-11-01', scale: PerformanceFact['scale'] = 'ECOG'): PerformanceFact => ({
  scale,
  value,
  source: { reference: `Observation/${scale}`, issued },
});
export const metastasis = (text: string): TumourFact =>
  tumour(null, {
    text,
    role: 'secondary',
    source: { reference: `Condition/${text.replace(/\W/g, '-')}`, issued: '2026-09-01' },
    onset: '2026-09-01',
  });
export const condition = (
  text: string,
  clinicalStatus: ConditionFact['clinicalStatus'],
  parts: Partial<ConditionFact> = {},
): ConditionFact => ({
  codes: [],
  text,
  clinicalStatus,
  category: [],
  source: { reference: `Condition/${text.replace(/\W/g, '-')}`, issued: '2026-05-05' },
  ...parts,
});
