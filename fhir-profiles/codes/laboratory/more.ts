/**
 * Further values that trials set limits for: heart, clearance, clotting, minerals, hormones. LOINC codes with their names looked up 2026-11: 10230-1, 1968-7,
 * 2986-8, 3173-2, 14979-9, 5902-2 in public code lists on GitHub, 2164-2 in HL7's order catalogue example, 4548-4 in HL7's Vulcan value set, 17861-6 in the
 * US Core example, 2708-6 and 59408-5 in the US Core pulse oximetry profile. Ranges as in `laboratory/index.ts`.
 */
import type { LaboratoryKind } from './kind.ts';

export const MORE_LABORATORY: readonly LaboratoryKind[] = [
  {
    kind: 'LVEF',
    unit: '%',
    loinc: ['10230-1'],
    names: 'lvef|left ventricular ejection fraction|lv ejection fraction|ejection fraction|left ventricular ef'.split('|'),
    range: [5, 90],
    bareUnits: ['%'],
  },
  {
    kind: 'creatinine-clearance',
    unit: 'mL/min',
    loinc: ['2164-2'],
    names: 'creatinine clearance|crcl|creatinine renal clearance|kreatinin-clearance'.split('|'),
    range: [1, 300],
    bareUnits: ['mL/min'],
  },
  {
    kind: 'direct-bilirubin',
    unit: 'mg/dL',
    loinc: ['1968-7'],
    names: 'direct bilirubin|bilirubin direct|bilirubin, direct|conjugated bilirubin|direktes bilirubin'.split('|'),
    range: [0, 60],
    molarMass: 584.66,
    bareUnits: ['mg/dL', 'umol/L'],
  },
  {
    kind: 'aPTT',
    unit: 's',
    loinc: ['3173-2', '14979-9'],
    names: 'aptt|ptt|activated partial thromboplastin time|partial thromboplastin time'.split('|'),
    range: [10, 300],
    bareUnits: ['s'],
  },
  {
    kind: 'PT',
    unit: 's',
    loinc: ['5902-2'],
    names: 'prothrombin time|pt (seconds)|prothrombin time (pt)'.split('|'),
    range: [5, 200],
    bareUnits: ['s'],
  },
  {
    kind: 'calcium',
    unit: 'mg/dL',
    loinc: ['17861-6'],
    names: 'calcium|serum calcium|total calcium|calcium total|kalzium'.split('|'),
    range: [2, 25],
    molarMass: 40.078,
    bareUnits: ['mg/dL', 'mmol/L'],
  },
  {
    kind: 'testosterone',
    unit: 'ng/dL',
    loinc: ['2986-8'],
    names: 'testosterone|total testosterone|testosterone total|serum testosterone|testosteron'.split('|'),
    range: [0, 5000],
    molarMass: 288.42,
    bareUnits: [],
  },
  {
    kind: 'oxygen-saturation',
    unit: '%',
    loinc: ['2708-6', '59408-5'],
    names: 'oxygen saturation|spo2|o2 saturation|oxygen saturation by pulse oximetry'.split('|'),
    range: [40, 100],
    bareUnits: ['%'],
  },
  {
    kind: 'HbA1c',
    unit: '%',
    loinc: ['4548-4'],
    names: 'hba1c|hemoglobin a1c|haemoglobin a1c|a1c|glycated hemoglobin'.split('|'),
    range: [2, 25],
    bareUnits: ['%'],
  },
  // 8480-6 and 8462-4: the FHIR vital signs profile of blood pressure (hl7.org/fhir/R4/bp.html), where they are components of 85354-9.
  {
    kind: 'systolic-pressure',
    unit: 'mm[Hg]',
    loinc: ['8480-6'],
    names: 'systolic blood pressure|systolic bp|blood pressure systolic|blutdruck systolisch|systolischer blutdruck'.split('|'),
    range: [40, 300],
    bareUnits: ['mm[Hg]'],
  },
  {
    kind: 'diastolic-pressure',
    unit: 'mm[Hg]',
    loinc: ['8462-4'],
    names: 'diastolic blood pressure|diastolic bp|blood pressure diastolic|blutdruck diastolisch|diastolischer blutdruck'.split('|'),
    range: [20, 200],
    bareUnits: ['mm[Hg]'],
  },
];
