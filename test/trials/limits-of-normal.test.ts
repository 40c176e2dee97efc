/** Limits against the laboratory's own range of normal: its lower end, "within" and "outside normal", and which of several printed ranges holds. */
import { describe, expect, it } from 'vitest';
import { readPatient, type LabFact, type PatientFacts } from '../../fhir-profiles/index.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { lab } from './chart-facts.ts';
import { judged, type Verdict } from './criterion-table.ts';

type Range = readonly [low: number | undefined, high: number | undefined];
const value = (kind: string, number: number, unit: string, [low, high]: Range, comparator?: '<' | '>'): LabFact => ({
  ...lab(kind, number, unit),
  ...(low === undefined ? {} : { referenceLow: low }),
  ...(high === undefined ? {} : { referenceHigh: high }),
  ...(comparator === undefined ? {} : { comparator }),
});
const woman = (labs: readonly LabFact[]): PatientFacts =>
  patient({ patient: { id: 'synthetic-normal', ageYears: 50, sex: 'female' }, tumours: [tumour('BREAST')], labs });

const CHARTS = {
  /** Everything within the laboratory's limits. */
  normal: woman([
    value('LVEF', 60, '%', [55, undefined]),
    value('haemoglobin', 12.6, 'g/dL', [12, 16]),
    value('albumin', 4.1, 'g/dL', [3.5, 5]),
    value('calcium', 9.4, 'mg/dL', [8.6, 10.2]),
    value('potassium', 4.2, 'mmol/L', [3.5, 5.1]),
    value('bilirubin', 0.6, 'mg/dL', [0, 1.2]),
  ]),
  /** Below them; the ejection fraction is still above 50 %. */
  low: woman([
    value('LVEF', 52, '%', [55, undefined]),
    value('haemoglobin', 11.4, 'g/dL', [12, 16]),
    value('albumin', 2.9, 'g/dL', [3.5, 5]),
    value('calcium', 8.1, 'mg/dL', [8.6, 10.2]),
    value('potassium', 3.1, 'mmol/L', [3.5, 5.1]),
  ]),
  /** Above them, and a failing heart. */
  high: woman([
    value('LVEF', 38, '%', [55, undefined]),
    value('haemoglobin', 17.2, 'g/dL', [12, 16]),
    value('calcium', 11.3, 'mg/dL', [8.6, 10.2]),
    value('potassium', 5.6, 'mmol/L', [3.5, 5.1]),
    value('bilirubin', 1.4, 'mg/dL', [0, 1.2]),
  ]),
  /** Values without the laboratory's limits; an albumin that is only known to be below a number. */
  bare: woman([
    value('LVEF', 60, '%', [undefined, undefined]),
    value('haemoglobin', 12.6, 'g/dL', [undefined, 16]),
    value('albumin', 3.8, 'g/dL', [3.5, 5], '<'),
    value('potassium', 4.2, 'mmol/L', [undefined, 5.1]),
  ]),
} as const;
type Row = readonly [text: string, normal: Verdict, low: Verdict, high: Verdict, bare: Verdict];
const WHO = ['normal', 'low', 'high', 'bare'] as const;

describe('what is asked of the lower limit of normal', () => {
  it.each<Row>([
    ['Hemoglobin ≥ lower limit of normal', 'met', 'not-met', 'met', 'unknown'],
    ['Hemoglobin >= LLN', 'met', 'not-met', 'met', 'unknown'],
    ['Serum albumin at or above the institutional lower limit of normal', 'met', 'not-met', 'unknown', 'unknown'],
    ['Albumin >= 0.8 x LLN', 'met', 'met', 'unknown', 'unknown'],
    ['LVEF ≥ institutional lower limit of normal (LLN) by echocardiogram or MUGA', 'met', 'not-met', 'not-met', 'unknown'],
    ['Cardiac ejection fraction within institutional normal limits by either MUGA or echocardiogram at baseline', 'met', 'not-met', 'not-met', 'unknown'], // prettier-ignore
    ['LVEF ≥ 50% or institutional lower limit of normal', 'met', 'met', 'not-met', 'met'],
    ['Calcium within normal limits', 'met', 'not-met', 'not-met', 'unknown'],
    ['Serum potassium within the normal range', 'met', 'not-met', 'not-met', 'unknown'],
    // Nobody is kept out for certain because more is there than normal.
    ['Hemoglobin within normal limits', 'unknown', 'not-met', 'unknown', 'unknown'],
    ['Total bilirubin within normal limits', 'met', 'unknown', 'not-met', 'unknown'],
    ['LVEF within normal limits if treated with trastuzumab', 'met', 'unknown', 'unknown', 'unknown'],
    ['Ionized calcium above lower limit of normal', 'unknown', 'unknown', 'unknown', 'unknown'],
  ])('%s', (text, ...expected) => {
    expect(WHO.map((who) => judged('inclusion', text, CHARTS[who])[0]?.verdict)).toEqual(expected);
  });
  it.each<Row>([
    ['Left ventricular ejection fraction (LVEF) below lower limit of normal for site', 'met', 'not-met', 'not-met', 'unknown'],
    ['Has left ventricular ejection fraction (LVEF) below the institutional (or local laboratory) normal range as determined by MUGA or echocardiogram', 'met', 'not-met', 'not-met', 'unknown'], // prettier-ignore
    ['LVEF < 50% or less than the lower limit of normal', 'met', 'unknown', 'not-met', 'unknown'],
    ['Potassium outside normal reference range for site', 'met', 'not-met', 'not-met', 'unknown'],
    ['Serum albumin below the lower limit of normal', 'met', 'not-met', 'unknown', 'unknown'],
  ])('exclusion: %s', (text, ...expected) => {
    expect(WHO.map((who) => judged('exclusion', text, CHARTS[who])[0]?.verdict)).toEqual(expected);
  });
  it('the reason names the limit, or that it is missing', () => {
    const because = (who: keyof typeof CHARTS) => judged('inclusion', 'Hemoglobin ≥ LLN', CHARTS[who])[0]?.because;
    expect(because('low')).toContain('0.95 times the lower limit of 12');
    expect(because('bare')).toContain("without the laboratory's lower limit of normal");
  });
  it('two results of one day with other limits answer nothing that is asked of the limits', () => {
    const twice = woman([value('haemoglobin', 12.6, 'g/dL', [12, 16]), value('haemoglobin', 12.6, 'g/dL', [13, 17])]);
    expect(judged('inclusion', 'Hemoglobin ≥ LLN', twice)[0]?.verdict).toBe('unknown');
    expect(judged('inclusion', 'Hemoglobin ≥ 9 g/dL', twice)[0]?.verdict).toBe('met');
  });
});

describe('ranges as laboratories print them', () => {
  const { vocabulary } = loadKnowledge();
  const read = (gender: string, loinc: string, quantity: unknown, referenceRange: unknown): PatientFacts => {
    const subject = { reference: 'Patient/p' };
    const resources = [
      { resourceType: 'Patient', id: 'p', gender, birthDate: '1970-02-03' },
      {
        resourceType: 'Observation',
        id: 'o',
        status: 'final',
        subject,
        effectiveDateTime: '2026-11-10',
        code: { coding: [{ system: 'http://loinc.org', code: loinc }] },
        valueQuantity: quantity,
        referenceRange,
      },
      { resourceType: 'Condition', id: 'c', subject, code: { text: 'Breast cancer' } },
    ];
    const entry = resources.map((resource) => ({ resource }));
    return readPatient({ resourceType: 'Bundle', type: 'collection', entry }, { asOf: '2026-11-21', vocabulary }).facts;
  };
  const grams = { value: 126, unit: 'g/L', system: 'http://unitsofmeasure.org', code: 'g/L' };
  const bySex = [
    { low: { value: 13.5, unit: 'g/dL' }, high: { value: 17.5, unit: 'g/dL' }, appliesTo: [{ text: 'Male' }] },
    { low: { value: 12, unit: 'g/dL' }, high: { value: 16, unit: 'g/dL' }, appliesTo: [{ text: 'Female' }] },
  ];
  it.each([
    ['of each sex, in another unit than the value: a woman', 'female', grams, bySex, 'met'],
    ['… a man', 'male', grams, bySex, 'not-met'],
    ['… sex not recorded', 'unknown', grams, bySex, 'unknown'],
    ['as text', 'female', grams, [{ text: '120-160 g/L' }], 'met'],
    ['as text without unit', 'female', grams, [{ text: '130 - 175' }], 'not-met'],
    [
      'for children and adults',
      'female',
      grams,
      [
        { low: { value: 105 }, high: { value: 135 }, age: { high: { value: 12, unit: 'a' } } },
        { low: { value: 120 }, high: { value: 160 }, age: { low: { value: 12, unit: 'a' } } },
      ],
      'met',
    ],
    ['two that differ for nobody knows whom', 'female', grams, [{ low: { value: 120 } }, { low: { value: 130 } }], 'unknown'],
    ['critical values only', 'female', grams, [{ low: { value: 70 }, type: { coding: [{ code: 'critical' }] } }], 'unknown'],
  ] as const)('%s', (_, gender, quantity, ranges, verdict) => {
    const facts = read(gender, '718-7', quantity, ranges);
    expect(facts.labs).toHaveLength(1);
    expect(judged('inclusion', 'Hemoglobin ≥ lower limit of normal', facts)[0]?.verdict).toBe(verdict);
  });
});

describe('a time that is followed by something else', () => {
  it.each([
    ['Congestive heart failure prior to enrollment, or LVEF < 50% prior to enrollment', 'unknown', 'not-met'],
    ['Participant has clinically significant anemia during the trial, or hemoglobin level of < 10.0 g/dL at the time of screening', 'unknown', 'unknown'], // prettier-ignore
    ['LVEF < 50% at screening or prior to enrollment', 'met', 'not-met'],
    ['Resting ECG with QTcF > 470 msec on 2 or more time points within 24 hours', 'unknown', 'unknown'],
  ] as const)('%s', (text, normal, high) => {
    expect([judged('exclusion', text, CHARTS.normal)[0]?.verdict, judged('exclusion', text, CHARTS.high)[0]?.verdict]).toEqual([
      normal,
      high,
    ]);
  });
});
