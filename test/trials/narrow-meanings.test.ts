/** Criteria and entries that mean less than their first words: what is another allergen, another disease, another way, another patient's list. */
import { describe, expect, it } from 'vitest';
import type { AllergyFact, PatientFacts } from '../../fhir-profiles/index.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { condition, lab, labs } from './chart-facts.ts';
import { judged, syntheticTrial } from './criterion-table.ts';
import { context, knowledge } from './knowledge.ts';

const ICD = 'http://hl7.org/fhir/sid/icd-10-cm';
const chart = (parts: Partial<PatientFacts> = {}): PatientFacts =>
  patient({ patient: { id: 'synthetic', ageYears: 40, sex: 'female' }, tumours: [tumour('LUAD')], ...parts });
const allergic = (text: string) =>
  chart({
    allergies: [
      {
        text,
        codes: [],
        ingredients: [],
        kind: 'allergy',
        reactions: ['rash'],
        source: { reference: 'AllergyIntolerance/1' },
      } satisfies AllergyFact,
    ],
  });
const coded = (text: string, code: string, onset = '2019-01-01') =>
  chart({ conditions: [condition(text, 'active', { codes: [{ system: ICD, code }], onset })] });
const tested = (value: string, date: string) => chart({ labs: [lab('hCG', value, undefined, date)] });
const GILBERT = 'Total bilirubin ≤ 1.5 x ULN; direct bilirubin ≤ ULN for subjects with total bilirubin > 1.5 x ULN';

describe('what a criterion excludes or asks', () => {
  it.each([
    ['exclusion', 'History of allergic reactions attributed to gadolinium-based IV contrast', allergic('iodinated contrast'), 'unknown'],
    ['exclusion', 'History of allergic reactions attributed to gadolinium-based IV contrast', allergic('gadolinium contrast'), 'not-met'],
    ['exclusion', 'Patients with cirrhosis', coded('Primary biliary cirrhosis', 'K74.3'), 'unknown'],
    ['exclusion', 'Patients with cirrhosis', coded('Unspecified cirrhosis of liver', 'K74.60'), 'not-met'],
    [
      'exclusion',
      'History (1 episode within the year or 2 previous episodes over a lifetime) of myocardial infarction',
      coded('Acute myocardial infarction', 'I21.9', '2017-03-03'),
      'unknown',
    ],
    ['inclusion', GILBERT, chart({ labs: labs({ bilirubin: 2.4 }) }), 'unknown'],
    ['inclusion', 'Total bilirubin ≤ 1.5 x ULN', chart({ labs: labs({ bilirubin: 2.4 }) }), 'not-met'],
    ['inclusion', 'Negative pregnancy test', tested('negative', '2026-11-18'), 'met'],
    ['inclusion', 'Negative pregnancy test', tested('positive', '2026-11-18'), 'unknown'],
    ['exclusion', 'Pregnant', tested('negative', '2026-11-18'), 'met'],
    ['exclusion', 'Pregnant', tested('negative', '2025-11-18'), 'unknown'],
  ] as const)('%s: %s', (side, text, facts, verdict) => {
    expect(judged(side, text, facts).at(-1)?.verdict).toBe(verdict);
  });
  it('is excluded by a sentence that refers to the list below', () => {
    const eligibility =
      'Inclusion Criteria:\n\n* Age 18 years or older\n\nParticipants will be ineligible if they meet any of the exclusion criteria below. Additional criteria are specified in the protocol.\n\n* Participants who have had a solid organ transplant.';
    const { criteria } = compileTrial(syntheticTrial({ eligibility }), context);
    expect(criteria.map(({ kind }) => kind)).toEqual(['inclusion', 'exclusion']);
  });
});

describe('a record without the text of its criteria', () => {
  it.each([
    ['', 'possible'],
    ['Inclusion Criteria:\n\n* Age 18 years or older', 'eligible'],
  ])('%j: %s', (eligibility, verdict) => {
    const trial = compileTrial(syntheticTrial({ eligibility, minAge: 18, conditions: ['Non-small Cell Lung Cancer'] }), context);
    expect(explainTrial(chart(), knowledge.oncology, trial)?.verdict).toBe(verdict);
  });
});

describe('a carcinoma in situ beside a metastatic cancer', () => {
  const inSitu = tumour(null, {
    text: 'Ductal carcinoma in situ of right breast',
    doid: 'DOID:8791',
    codes: [{ system: ICD, code: 'D05.11' }],
  });
  const facts = chart({ tumours: [tumour('LUAD'), inSitu, tumour(null, { role: 'secondary', text: 'Metastasis of brain' })] });
  it.each([
    ['Metastatic disease', 'met'],
    ['Histologically confirmed non-small cell lung cancer', 'met'],
    ['Histologically confirmed glioblastoma', 'not-met'],
  ])('%s: %s', (text, verdict) => {
    expect(judged('inclusion', text, facts)[0]?.verdict).toBe(verdict);
  });
});
