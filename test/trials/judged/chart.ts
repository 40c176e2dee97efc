/** Charts in short form for the judged patients: what a hospital has on file, as FHIR. Every patient is made up. */
import {
  ABSENT,
  chartOf,
  coded,
  gene,
  has,
  ICD10CM,
  percent,
  result,
  variantOf,
  words,
  type Gene,
  type Resource,
} from '../../third-party/shapes.ts';

const DAY = '2026-11-16';
/** LOINC code, unit and upper limit of normal of the synthetic laboratory. */
const LABS: Readonly<Record<string, readonly [code: string, unit: string, high?: number, low?: number]>> = {
  ANC: ['751-8', '10*3/uL'],
  WBC: ['6690-2', '10*3/uL'],
  platelets: ['777-3', '10*3/uL'],
  Hb: ['718-7', 'g/dL'],
  creatinine: ['2160-0', 'mg/dL', 1.2],
  bilirubin: ['1975-2', 'mg/dL', 1.2],
  ALT: ['1742-6', 'U/L', 40],
  AST: ['1920-8', 'U/L', 40],
  ALP: ['6768-6', 'U/L', 120],
  albumin: ['1751-7', 'g/dL', 5],
  LDH: ['14804-9', 'U/L', 250],
  INR: ['6301-6', '{INR}', 1.1],
  eGFR: ['62238-1', 'mL/min/{1.73_m2}'],
  glucose: ['1558-6', 'mg/dL', 99, 70],
  HbA1c: ['4548-4', '%'],
  CEA: ['2039-6', 'ng/mL', 5],
  CA125: ['10334-1', 'U/mL', 35],
  PSA: ['2857-1', 'ng/mL', 4],
  testosterone: ['2986-8', 'ng/dL', 900],
  SpO2: ['59408-5', '%'],
  LVEF: ['10230-1', '%'],
  QTcF: ['8636-3', 'ms'],
  urineProtein24h: ['2889-4', 'mg/(24.h)'],
  lipase: ['3040-3', 'U/L', 60],
  CK: ['2157-6', 'U/L', 190],
  weight: ['29463-7', 'kg'],
  height: ['8302-2', 'cm'],
};
/** A count, liver and kidney tests within the limits of most trials. */
export const SOUND = { ANC: 4.1, WBC: 6.2, platelets: 231, Hb: 12.9, creatinine: 0.9, bilirubin: 0.6, ALT: 24, AST: 22, weight: 72, height: 172 }; // prettier-ignore

export interface Chart {
  readonly sex: 'male' | 'female';
  readonly born: string;
  /** "C34.1 Adenocarcinoma of lung": an ICD-10 code in front is coded. */
  readonly tumours: readonly string[];
  readonly stage?: string;
  readonly ecog?: number;
  readonly karnofsky?: number;
  readonly labs?: Readonly<Record<string, number>>;
  /** Name, start, end; without an end it is still taken. */
  readonly drugs?: readonly (readonly [name: string, start: string, end?: string])[];
  readonly done?: readonly (readonly [procedure: string, day: string])[];
  readonly conditions?: readonly (readonly [name: string, onset?: string])[];
  readonly more?: readonly Resource[];
}

function condition(text: string, more: Resource = {}): Resource {
  const [, code, name = text] = /^([A-Z]\d\d(?:\.\w+)?) (.+)$/.exec(text) ?? [];
  return {
    resourceType: 'Condition',
    clinicalStatus: coded('http://terminology.hl7.org/CodeSystem/condition-clinical', 'active'),
    verificationStatus: coded('http://terminology.hl7.org/CodeSystem/condition-ver-status', 'confirmed'),
    code: code === undefined ? words(name) : coded(ICD10CM, code, name, name),
    subject: { reference: 'Patient/p1' },
    ...more,
  };
}
const on = (day: string) => ({ effectiveDateTime: day, issued: `${day}T08:00:00Z` });
const dated = on(DAY);
/** The day of pathology and sequencing. */
export const pathology = on('2026-09-20');

function lab(name: string, amount: number): Resource {
  const known = LABS[name];
  if (known === undefined) throw new Error(`no code for ${name}`);
  const [code, unit, high, low] = known;
  const range =
    high === undefined
      ? {}
      : { referenceRange: [{ ...(low === undefined ? {} : { low: { value: low, unit } }), high: { value: high, unit } }] };
  return result(code, { value: amount, unit, code: unit, system: 'http://unitsofmeasure.org' }, { ...dated, ...range });
}

/** Genes that were sequenced and clear. */
export const clear = (...genes: readonly Gene[]) => genes.map((one) => result('69548-6', ABSENT, { component: [gene(one)], ...pathology }));
export const loss = (symbol: Gene) => variantOf([gene(symbol), has('48019-4', words('Homozygous deletion'))]);
export const gain = (symbol: Gene) => variantOf([gene(symbol), has('48019-4', words('Amplification'))]);
export const tps = (amount: number) => result('83053-9', percent(amount), pathology);

/** "Negative" or "Positive" of a test by its LOINC code. */
export const tested = (code: string, answer: string): Resource => result(code, words(answer), dated);
export const NO_VIRUS = [tested('56888-1', 'Negative'), tested('5196-1', 'Negative'), tested('16933-4', 'Negative'), tested('16128-1', 'Negative')]; // prettier-ignore

export function bundleOf(chart: Chart): Resource {
  const { tumours, stage, ecog, karnofsky, labs = {}, drugs = [], done = [], conditions = [], more = [] } = chart;
  return chartOf(
    [
      ...tumours.map((one) => condition(one, { recordedDate: '2026-09-01' })),
      ...(stage === undefined ? [] : [result('21908-9', words(stage), on('2026-10-20'))]),
      ...(ecog === undefined ? [] : [result('89247-1', { valueInteger: ecog }, dated)]),
      ...(karnofsky === undefined ? [] : [result('89243-0', { valueInteger: karnofsky }, dated)]),
      ...Object.entries(labs).map(([name, amount]) => lab(name, amount)),
      ...drugs.map(([name, start, end]) => ({
        resourceType: 'MedicationStatement',
        status: end === undefined ? 'active' : 'completed',
        medicationCodeableConcept: { text: name },
        subject: { reference: 'Patient/p1' },
        effectivePeriod: { start, ...(end === undefined ? {} : { end }) },
      })),
      ...done.map(([name, day]) => ({
        resourceType: 'Procedure',
        status: 'completed',
        code: words(name),
        subject: { reference: 'Patient/p1' },
        performedDateTime: day,
      })),
      ...conditions.map(([name, onset]) => condition(name, onset === undefined ? {} : { onsetDateTime: onset })),
      ...more,
    ],
    { gender: chart.sex, birthDate: chart.born },
  );
}

/**
 * What a reader of chart and record says. `fits`: nothing on file stands against it; `out`: something on file certainly does; `open`: its tumour or
 * setting, but what decides is not on file; `other`: not meant for this patient at all.
 */
export type Judgement = 'fits' | 'out' | 'open' | 'other';
/** Words of a criterion, as a pattern, and what the chart says of it. */
export type Decisive = readonly [words: RegExp, verdict: 'met' | 'not-met' | 'unknown'];
export interface JudgedPatient {
  readonly name: string;
  readonly chart: Chart;
  readonly trials: readonly (readonly [nctId: string, judgement: Judgement, ...decisive: Decisive[]])[];
}
