/** Lines beside and beneath a criterion: which are criteria of their own, and what a note does to the criterion it speaks of. Verdicts written from the charts. */
import { describe, expect, it } from 'vitest';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { labs, performance, taken } from './chart-facts.ts';
import { syntheticTrial } from './criterion-table.ts';
import { FURTHER_CHARTS } from './further-charts.ts';
import { context, knowledge } from './knowledge.ts';
import { patient, tumour } from '../oncology/facts.ts';

const FIT = patient({
  patient: { id: 'synthetic-fit', ageYears: 61, birthDate: '1965-02-03', sex: 'female' },
  tumours: [tumour('LUAD')],
  performance: [performance(1)],
  labs: labs({ bilirubin: 0.7, platelets: 210, neutrophils: 3.1, LVEF: 62, AST: 30, ALT: 25 }),
});
const POOR = patient({
  ...FIT,
  patient: { ...FIT.patient, id: 'synthetic-poor' },
  performance: [performance(2)],
  labs: labs({ bilirubin: 2.2, platelets: 40, neutrophils: 3.1, LVEF: 38, AST: 170, ALT: 25 }),
  medications: [taken('pembrolizumab')],
});

const verdicts = (side: 'inclusion' | 'exclusion', lines: string, facts: typeof FIT): string[] => {
  const eligibility = `${side === 'inclusion' ? 'Inclusion' : 'Exclusion'} Criteria:\n\n${lines}`;
  const found = explainTrial(facts, knowledge.oncology, compileTrial(syntheticTrial({ eligibility }), context));
  return (found?.criteria ?? []).map(({ verdict }) => verdict);
};

describe('a line of the same list is a criterion of its own, though it ends with what is allowed', () => {
  it.each([
    [
      '* Pregnancy\n* Has received a live vaccine within 30 days before the first dose. Administration of killed vaccines is allowed.',
      ['met', 'not-met'],
    ],
    ['* Pregnancy\n* Active tuberculosis (a positive skin test without active disease is allowed)', ['met', 'unknown']],
    ['* Pregnancy\n* Steroids for physiological replacement are allowed', ['met']],
    ['* Pregnancy\n* Note: inactivated vaccines are allowed', ['met']],
    [
      '* Any of the following:\n  * Pregnancy\n  * Live vaccine within 30 days of the first dose (killed vaccines are allowed)',
      ['unknown', 'met', 'not-met'],
    ],
    ['* Live vaccine within 30 days of the first dose\n  * Seasonal vaccines that are killed are allowed', ['unknown']],
  ] as const)('%s', (lines, expected) => {
    expect(verdicts('exclusion', lines, FURTHER_CHARTS.burdened)).toEqual(expected);
  });
});

describe('what a note does to an inclusion', () => {
  it.each([
    // it only says when or how
    ['* LVEF ≥ 45%\n  * Note: To be performed within 28 days prior to day 1 of protocol therapy', 'met', 'not-met'],
    ['* Platelets ≥ 100,000/µL\n  * Note: other protocol-defined inclusion/exclusion criteria may apply', 'met', 'not-met'],
    // it allows more
    ["* Total bilirubin ≤ 1.5 mg/dL\n  * Patients with Gilbert's syndrome are eligible with a higher value", 'met', 'unknown'],
    ['* ECOG 0-1\n* ECOG of 2 is allowed if it is due to the lymphoma', 'met', 'unknown'],
    // it asks for more, for others, or is not clear
    ['* Platelets ≥ 100,000/µL\n  * Note: must be reached without transfusion', 'unknown', 'unknown'],
    ['* ECOG 0-1\n  * Note: ECOG 1 is allowed only in cohort 2', 'unknown', 'unknown'],
    ['* LVEF ≥ 45%\n  * Note: if it cannot be measured, a shortening fraction must be known', 'unknown', 'unknown'],
    ['* LVEF ≥ 45%\n  * Note: values of patients with a pacemaker are not considered', 'unknown', 'unknown'],
  ] as const)('%s', (lines, fit, poor) => {
    expect([verdicts('inclusion', lines, FIT), verdicts('inclusion', lines, POOR)]).toEqual([[fit], [poor]]);
  });
});

describe('what a note does to an exclusion', () => {
  it.each([
    ['* LVEF < 45%\n  * Note: performed within 28 days', 'met', 'not-met'],
    ['* LVEF < 45%\n  * Patients with a stable value for two years may be eligible', 'met', 'unknown'],
    ['* AST > 3 x ULN\n  * Exceptions: liver metastases', 'met', 'unknown'],
    ['* Platelets < 50,000/µL\n  * Note: patients with a value below 75,000/µL and bleeding are also excluded', 'unknown', 'unknown'],
    ['* Prior treatment with a PD-1 inhibitor\n  * NOTE: Other protocol-defined inclusion/exclusion criteria apply', 'unknown', 'not-met'],
    ['* Prior treatment with a PD-1 inhibitor\n  * Patients who stopped more than a year ago are eligible', 'unknown', 'unknown'],
  ] as const)('%s', (lines, fit, poor) => {
    expect([verdicts('exclusion', lines, FIT), verdicts('exclusion', lines, POOR)]).toEqual([[fit], [poor]]);
  });
});

describe('several limits of one value, of cohorts perhaps', () => {
  it.each([
    // FIT keeps the strictest, POOR not even the laxest
    [
      '* Part A: ECOG 0-1\n* ECOG performance status 0-1\n* ECOG performance status 0-2',
      ['unknown', 'met', 'unknown'],
      ['unknown', 'unknown', 'unknown'],
    ],
    ['* Platelets ≥ 100,000/µL\n* Platelets ≥ 75,000/µL', ['met', 'unknown'], ['unknown', 'not-met']],
    ['* AST ≤ 2.5 x ULN\n* AST ≤ 4 x ULN', ['met', 'unknown'], ['unknown', 'not-met']],
    // one in another unit, one that may be a way in, one that has a lower end
    ['* Bilirubin ≤ 1.5 mg/dL\n* Bilirubin ≤ 2 x ULN', ['unknown', 'unknown'], ['unknown', 'unknown']],
    ['* LVEF ≥ 40%\n* LVEF ≥ 50%', ['unknown', 'met'], ['unknown', 'unknown']],
    ['* ECOG 0-1\n* ECOG 2-3', ['unknown', 'unknown'], ['unknown', 'unknown']],
  ] as const)('%s', (lines, fit, poor) => {
    expect([verdicts('inclusion', lines, FIT), verdicts('inclusion', lines, POOR)]).toEqual([fit, poor]);
  });
});

it('treatment of a previous cancer regimen is no other cancer', () => {
  expect(
    verdicts('exclusion', '* Any anticancer drug from a previous cancer treatment regimen within 14 days of the first dose', FIT),
  ).toEqual(['unknown']);
});
