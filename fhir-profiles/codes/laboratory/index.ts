/**
 * The laboratory values and vital signs that rules and models use: how each is coded, its one canonical unit, and the range outside
 * which a value is a mistake of recording rather than of the body.
 *
 * LOINC codes with their names were checked (2026-11) against public LOINC-based value sets: the German GECCO analyte list
 * (ehrbase/fhir-bridge), HL7 Austria and Uzbekistan terminology packages, US quality-measure sets for INR and eGFR. The ranges are
 * ours: wide enough for every survivable value.
 */

import type { LaboratoryKind } from './kind.ts';
import { MORE_LABORATORY } from './more.ts';

const COUNT_UNITS = ['10*9/L', '/uL'];

export const LABORATORY: readonly LaboratoryKind[] = [
  {
    kind: 'creatinine',
    unit: 'mg/dL',
    loinc: '2160-0 38483-4 14682-9 59826-8 21232-4'.split(' '),
    names: 'creatinine|serum creatinine|creatinine serum|plasma creatinine|crea|creat|kreatinin|creatinine level'.split('|'),
    range: [0.05, 40],
    molarMass: 113.12,
    bareUnits: ['mg/dL', 'umol/L'],
  },
  {
    kind: 'eGFR',
    unit: 'mL/min/{1.73_m2}',
    loinc: '33914-3 48642-3 50044-7 50210-4 50384-7 62238-1 69405-9 70969-1 76633-7 88294-4 98979-8'.split(' '),
    names: 'egfr|gfr|estimated gfr|gfr estimated|estimated glomerular filtration rate|egfr ckd-epi|gfr (ckd-epi)|egfr (ckd-epi)'.split('|'),
    range: [1, 250],
    bareUnits: ['mL/min/{1.73_m2}'],
  },
  {
    kind: 'ALT',
    unit: 'U/L',
    loinc: '1742-6 1743-4 1744-2'.split(' '),
    names: 'alt|alat|sgpt|gpt|alt (sgpt)|alanine aminotransferase|alanine transaminase|gpt (alat)|alat (gpt)'.split('|'),
    range: [1, 30_000],
    bareUnits: ['U/L', 'ukat/L'],
  },
  {
    kind: 'AST',
    unit: 'U/L',
    loinc: '1920-8 30239-8 88112-8'.split(' '),
    names: 'ast|asat|sgot|got|ast (sgot)|aspartate aminotransferase|aspartate transaminase|got (asat)|asat (got)'.split('|'),
    range: [1, 30_000],
    bareUnits: ['U/L', 'ukat/L'],
  },
  {
    kind: 'bilirubin',
    unit: 'mg/dL',
    loinc: '1975-2 14631-6 42719-5 59828-4'.split(' '),
    names: 'bilirubin|total bilirubin|bilirubin total|bilirubin, total|bilirubin gesamt|gesamtbilirubin|tbili|t bili'.split('|'),
    range: [0.05, 80],
    molarMass: 584.66,
    bareUnits: ['mg/dL', 'umol/L'],
  },
  {
    kind: 'ALP',
    unit: 'U/L',
    loinc: '6768-6'.split(' '),
    names: 'alp|alkaline phosphatase|alk phos|alkaline phosphatase total|ap|alkalische phosphatase'.split('|'),
    range: [3, 10_000],
    bareUnits: ['U/L', 'ukat/L'],
  },
  {
    kind: 'albumin',
    unit: 'g/dL',
    loinc: '1751-7 61151-7 61152-5 2862-1 76631-1'.split(' '),
    names: 'albumin|serum albumin|albumin serum|albumin level'.split('|'),
    range: [0.5, 8],
    // Human serum albumin: 1 g/dL is 150.5 µmol/L.
    molarMass: 66_437,
    bareUnits: ['g/dL', 'g/L'],
  },
  {
    kind: 'neutrophils',
    unit: '10*9/L',
    loinc: '751-8 26499-4 753-4'.split(' '),
    names:
      'neutrophils|neutrophil count|anc|absolute neutrophil count|absolute neutrophils|neutrophils absolute|neutrophile|neutrophils (absolute)'.split(
        '|',
      ),
    range: [0, 500],
    bareUnits: COUNT_UNITS,
  },
  {
    kind: 'lymphocytes',
    unit: '10*9/L',
    loinc: '731-0 26474-7 732-8'.split(' '),
    names:
      'lymphocytes|lymphocyte count|alc|absolute lymphocyte count|absolute lymphocytes|lymphocytes absolute|lymphozyten|lymphocytes (absolute)'.split(
        '|',
      ),
    range: [0, 1000],
    bareUnits: COUNT_UNITS,
  },
  {
    kind: 'NLR',
    unit: '1',
    loinc: [],
    names:
      'nlr|neutrophil-lymphocyte ratio|neutrophil to lymphocyte ratio|neutrophil-to-lymphocyte ratio|neutrophil/lymphocyte ratio'.split(
        '|',
      ),
    range: [0, 500],
    bareUnits: ['1'],
  },
  {
    kind: 'haemoglobin',
    unit: 'g/dL',
    loinc: '718-7 30313-1 30350-3 30352-9 20509-6 59260-0 75928-2'.split(' '),
    names: 'hemoglobin|haemoglobin|hgb|hb|hämoglobin|haemoglobin (hb)|hemoglobin (hgb)'.split('|'),
    range: [1, 30],
    molarMass: 16_114.5,
    bareUnits: ['g/dL', 'g/L'],
  },
  {
    kind: 'platelets',
    unit: '10*9/L',
    loinc: '777-3 26515-7 778-1 49497-1'.split(' '),
    names: 'platelets|platelet count|plt|thrombocytes|thrombozyten|platelet'.split('|'),
    range: [0, 5000],
    bareUnits: COUNT_UNITS,
  },
  {
    kind: 'WBC',
    unit: '10*9/L',
    loinc: '6690-2 26464-8 804-5 49498-9'.split(' '),
    names: 'wbc|white blood cells|white blood cell count|white cell count|leukocytes|leukozyten|wbc count|leucocytes'.split('|'),
    range: [0, 1000],
    bareUnits: COUNT_UNITS,
  },
  {
    kind: 'INR',
    unit: '{INR}',
    loinc: '6301-6 34714-6 46418-0 38875-1'.split(' '),
    names: 'inr|pt-inr|pt/inr|international normalized ratio|international normalised ratio|prothrombin time inr'.split('|'),
    range: [0.5, 30],
    bareUnits: ['1'],
  },
  {
    kind: 'weight',
    unit: 'kg',
    loinc: '29463-7 3141-9 3142-7'.split(' '),
    names: 'weight|body weight|weight measured|körpergewicht|gewicht'.split('|'),
    range: [0.3, 600],
    bareUnits: [],
  },
  {
    kind: 'height',
    unit: 'cm',
    loinc: '8302-2 3137-7 3138-5 8306-3'.split(' '),
    names: 'height|body height|body length|height measured|körpergröße|körpergrösse'.split('|'),
    range: [20, 260],
    bareUnits: [],
  },
  {
    kind: 'BSA',
    unit: 'm2',
    loinc: '8277-6 3140-1'.split(' '),
    names: 'bsa|body surface area|körperoberfläche'.split('|'),
    range: [0.1, 4],
    bareUnits: ['m2'],
  },
  {
    kind: 'BMI',
    unit: 'kg/m2',
    loinc: '39156-5'.split(' '),
    names: 'bmi|body mass index|body mass index (bmi)'.split('|'),
    range: [5, 150],
    bareUnits: ['kg/m2'],
  },
  {
    kind: 'G6PD-activity',
    unit: 'U/g{Hb}',
    loinc: '32546-4'.split(' '),
    names:
      'g6pd|g6pdh|g6pd activity|g-6-pd|glucose-6-phosphate dehydrogenase activity|glucose 6 phosphate dehydrogenase|g6pd assay|g6pd enzyme|glucose-6-phosphate dehydrogenase|g6pd quantitative|g6pd, quantitative|g6pd quant rbc|g6pd, rbc|g6pd enzyme activity|g6pd enzyme activity, blood'.split(
        '|',
      ),
    range: [0, 60],
    bareUnits: [],
  },
  {
    kind: 'TPMT-activity',
    unit: 'U/mL{RBC}',
    loinc: '21563-2 43421-7'.split(' '),
    names:
      'tpmt activity|tpmt activity, rbc|tpmt, rbc|thiopurine methyltransferase|thiopurine methyltransferase activity|tpmt enzyme activity|tpmt enzyme activity, rbc|tpmt, erythrocytes'.split(
        '|',
      ),
    range: [0, 500],
    bareUnits: [],
  },
  {
    kind: 'DPD-uracil',
    unit: 'ng/mL',
    loinc: [],
    names:
      'uracil|plasma uracil|uracil plasma|uracil in plasma|uracil (plasma)|uracilemia|uracilemie|uracilémie|uracile plasmatique|plasma-uracil|uracil i. plasma|uracil im plasma|dpd uracil|uracil dpd|uracil plasma dpd|uracil (dpd)|uracil (dpd phenotyping)|uracil (dpd phenotype)|uracil (dpd activity)'.split(
        '|',
      ),
    range: [0, 100_000],
    molarMass: 112.09,
    bareUnits: [],
  },
  {
    kind: 'CA19-9',
    unit: 'U/mL',
    loinc: '24108-3 83084-4'.split(' '),
    names: 'ca 19-9|ca19-9|cancer antigen 19-9|cancer ag 19-9'.split('|'),
    range: [0, 10_000_000],
    bareUnits: [],
  },
  {
    kind: 'CEA',
    unit: 'ng/mL',
    loinc: '2039-6'.split(' '),
    names: 'cea|carcinoembryonic antigen|carcinoembryonic ag'.split('|'),
    range: [0, 1_000_000],
    bareUnits: [],
  },
  {
    kind: 'PSA',
    unit: 'ng/mL',
    loinc: '2857-1'.split(' '),
    names: 'psa|total psa|psa total|prostate specific antigen|prostate-specific antigen|prostate specific ag'.split('|'),
    range: [0, 100_000],
    bareUnits: [],
  },
  {
    kind: 'LDH',
    unit: 'U/L',
    loinc: '2532-0 14804-9 14805-6'.split(' '),
    names: 'ldh|lactate dehydrogenase|lactic dehydrogenase|laktatdehydrogenase'.split('|'),
    range: [5, 100_000],
    bareUnits: ['U/L', 'ukat/L'],
  },
  {
    kind: 'potassium',
    unit: 'mmol/L',
    loinc: '2823-3 6298-4'.split(' '),
    names: 'potassium|serum potassium|k|kalium'.split('|'),
    range: [1, 12],
    bareUnits: ['mmol/L'],
  },
  {
    kind: 'QTc',
    unit: 'ms',
    loinc: '8636-3 76634-5 76635-2'.split(' '),
    names: 'qtc|qtc interval|q-t interval corrected|qt interval corrected|qtcf|qtcb|corrected qt interval'.split('|'),
    range: [200, 900],
    bareUnits: ['ms', 's'],
  },
  ...MORE_LABORATORY,
];

/** Names that begin like one of ours but mean another specimen or fraction; the whole-name rule keeps them out, these prefixes too. */
export const RACE_SPECIFIC_EGFR: ReadonlySet<string> = new Set(['48643-1', '88293-6']);

const byLoinc = new Map(LABORATORY.flatMap((kind) => kind.loinc.map((code) => [code, kind] as const)));
const byName = new Map(LABORATORY.flatMap((kind) => kind.names.map((name) => [name, kind] as const)));

export function laboratoryByLoinc(code: string): LaboratoryKind | null {
  return byLoinc.get(code) ?? null;
}

/** No name of a test comes near it; a longer text is not worth the time that its patterns may take. */
const LONGEST_NAME = 300;

/** By the whole name as a laboratory writes it: "Creatinine", "ALT (SGPT)". Urine, ratio and percentage names do not match. */
export function laboratoryByName(name: string): LaboratoryKind | null {
  if (name.length > LONGEST_NAME) return null;
  const plain = name
    .toLowerCase()
    .replace(/\s*\[[^\]]*\].*$/, '')
    .replace(/,?\s*\(?\b(?:s\/p|serum|plasma|blood|ser\/plas|serpl|bld|in serum|im serum)\b\)?$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (/urine|urin\b|csf|fluid|24 ?h/.test(name.toLowerCase())) return null;
  return byName.get(name.toLowerCase().trim()) ?? byName.get(plain) ?? null;
}
