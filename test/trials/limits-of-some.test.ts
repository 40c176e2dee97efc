/** Limits that bind some of the patients, and limits with a second way to keep them: nobody is shut out by what is asked of others. */
import { describe, expect, it } from 'vitest';
import type { LabFact, PatientFacts } from '../../fhir-profiles/index.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { lab, performance } from './chart-facts.ts';
import { syntheticTrial } from './criterion-table.ts';
import { context, knowledge } from './knowledge.ts';

const value = (kind: string, number: number, unit: string, referenceHigh: number): LabFact => ({
  ...lab(kind, number, unit),
  referenceHigh,
});
const woman = (...labs: readonly LabFact[]): PatientFacts =>
  patient({ patient: { id: 'synthetic-some', ageYears: 50, sex: 'female' }, tumours: [tumour('BREAST')], labs });
const performing = (scale: 'ECOG' | 'Karnofsky', score: number): PatientFacts => ({
  ...woman(),
  performance: [performance(score, '2026-11-10', scale)],
});
const verdicts = (eligibility: string, facts: PatientFacts) =>
  explainTrial(
    facts,
    knowledge.oncology,
    compileTrial(syntheticTrial({ eligibility: `Inclusion Criteria:\n\n${eligibility}` }), context),
  )?.criteria.map(({ verdict }) => verdict);
const first = (line: string, facts: PatientFacts) => verdicts(`* ${line}`, facts)?.[0];

describe('a direct bilirubin that is asked where the total is too high', () => {
  const onlyDirect = woman(value('bilirubin', 0.6, 'mg/dL', 1.2), value('direct-bilirubin', 0.9, 'mg/dL', 0.3));
  const high = woman(value('bilirubin', 2.2, 'mg/dL', 1.2));
  it.each([
    'Total bilirubin ≤1.5 × institutional ULN; Direct bilirubin ≤ ULN for subjects with total bilirubin > 1.5 x ULN',
    'Total bilirubin ≤ 1.5 x ULN OR total bilirubin >1.5 × ULN with direct bilirubin <1.5 × ULN',
    "Total bilirubin ≤ 1.5 x ULN. In patients with known Gilbert's disease, direct bilirubin ≤ ULN",
  ])('%s', (line) => {
    expect(first(line, onlyDirect)).toBe('met');
    expect(first(line, high)).toBe('unknown');
  });
  it('stays asked of everybody where nothing says otherwise', () => {
    expect(first('Direct bilirubin ≤ 1.5 x ULN', onlyDirect)).toBe('not-met');
    expect(first('Total bilirubin ≤ 1.5 x ULN and ALT ≤ 3 x ULN', high)).toBe('not-met');
  });
});

describe('an INR under anticoagulation', () => {
  const warfarin = woman(value('INR', 1.8, '{INR}', 1.1), value('aPTT', 30, 's', 36));
  it('is asked within another range', () => {
    const line = 'INR ≤ 1.5 x ULN and aPTT ≤ 1.5 x ULN.';
    const more = ' Patients on therapeutic doses of anticoagulation medication must have INR and/or aPTT ≤ the upper limit of the therapeutic range for intended use.'; // prettier-ignore
    expect(first(line, warfarin)).toBe('not-met');
    expect(first(line + more, warfarin)).toBe('unknown');
  });
});

describe('a line beneath that speaks of some', () => {
  const high = woman(value('bilirubin', 2.2, 'mg/dL', 1.2), value('INR', 1.8, '{INR}', 1.1), value('ALT', 20, 'U/L', 40));
  it.each([
    ["* Total bilirubin ≤ 1.5 x ULN\n  * If hepatic involvement by lymphoma, or Gilbert's disease: ≤ 3 x ULN", 'unknown'],
    [
      "* Total bilirubin ≤ 1.5 x ULN\n* ALT ≤ 2.5 x ULN\n* For patients with known Gilbert's syndrome bilirubin must be ≤ 3 x ULN",
      'unknown',
    ],
    ['* INR ≤ 1.5 x ULN\n  * This applies only to patients who are not receiving therapeutic anticoagulation', 'unknown'],
    ['* INR ≤ 1.5 x ULN\n* If taking anticoagulation medication, it must be discontinued 48 hours before', 'not-met'],
    ['* Total bilirubin ≤ 1.5 x ULN\n* ALT ≤ 2.5 x ULN', 'not-met'],
  ])('%s: %s', (text, verdict) => {
    expect(verdicts(text, high)?.[0]).toBe(verdict);
  });
  it('leaves met what keeps the first limit', () => {
    const text = '* ALT ≤ 2.5 x ULN\n* If hepatic involvement by lymphoma: ALT ≤ 5 x ULN';
    expect(verdicts(text, high)?.[0]).toBe('met');
  });
});

describe('performance in lists and on a second scale', () => {
  it.each([
    ['ECOG PS - 0/1-2.', 'ECOG', 2, 'met'],
    ['ECOG PS - 0/1-2.', 'ECOG', 3, 'not-met'],
    ['ECOG performance status 0, 1 or 2.', 'ECOG', 2, 'met'],
    ['ECOG performance status ≤1 OR Karnofsky ≥70%; see Appendix A.', 'ECOG', 2, 'unknown'],
    ['ECOG performance status ≤1 OR Karnofsky ≥70%', 'ECOG', 4, 'not-met'],
    ['ECOG performance status ≤1 OR Karnofsky ≥70%', 'Karnofsky', 70, 'met'],
    ['ECOG performance status ≤ 2 (Karnofsky ≥ 60%)', 'ECOG', 3, 'not-met'],
  ] as const)('%s with %s %s: %s', (line, scale, score, verdict) => {
    expect(first(line, performing(scale, score))).toBe(verdict);
  });
});
