/** Synthetic patients of one tumour type whose charts differ in everything else; nobody in them exists. The day is 2026-11-21. */
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { lab, labs, performance } from './chart-facts.ts';

const make = (id: string, age: number, sex: 'male' | 'female', parts: Partial<PatientFacts>): PatientFacts =>
  patient({
    patient: { id: `synthetic-${id}`, ageYears: age, birthDate: `${2026 - age}-02-03`, sex },
    tumours: [tumour('LUAD')],
    ...parts,
  });

export const PATIENT_CHARTS = {
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
  /** Nothing but the tumour. */
  bare: patient({ patient: { id: 'synthetic-bare' }, tumours: [tumour('LUAD')] }),
} as const satisfies Record<string, PatientFacts>;
