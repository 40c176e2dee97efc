/** Sections and steps of a study: what everybody passes is asked of everybody; what is asked of some, or later, is met by who certainly has it. */
import { describe, expect, it } from 'vitest';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { labs, performance } from './chart-facts.ts';
import { syntheticTrial } from './criterion-table.ts';
import { context, knowledge } from './knowledge.ts';

const chart = (ecog: number) =>
  patient({
    patient: { id: 'synthetic-steps', sex: 'male', ageYears: 61 },
    tumours: [tumour('LUAD')],
    performance: [performance(ecog)],
    labs: labs({ platelets: 60 }),
  });
const judge = (eligibility: string, ecog = 1) =>
  explainTrial(chart(ecog), knowledge.oncology, compileTrial(syntheticTrial({ eligibility }), context))?.criteria.map(
    ({ verdict, kind }) => `${kind} ${verdict}`,
  );
const LINES = '* ECOG 0-1\n* Platelets ≥ 100,000/mm3';

describe('a section that everybody passes first', () => {
  it.each([
    'Procurement Inclusion Criteria',
    'STEP 0 (PRE-REGISTRATION) INCLUSION CRITERIA',
    'Step 1: Pre-Chemoradiation Inclusion Criteria',
    'Inclusion criteria will be assessed within 28 days of starting study treatment:',
  ])('%s', (heading) => {
    expect(judge(`${heading}\n\n${LINES}`)).toEqual(['inclusion met', 'inclusion not-met']);
  });
  it('as a heading of a list', () => {
    for (const heading of ['Step 0:', 'Study Entry:', 'Serology:'])
      expect(judge(`Inclusion Criteria:\n\n* ${heading}\n\n  ${LINES.replace('\n', '\n  ')}`)?.slice(-2)).toEqual(['inclusion met', 'inclusion not-met']); // prettier-ignore
  });
});

describe('a section of some, or of a later step', () => {
  it.each([
    'Treatment Inclusion Criteria:',
    'STEP 1 (RANDOMIZATION) INCLUSION CRITERIA',
    'Inclusion Criteria for Neoadjuvant Therapy:',
    'Inclusion Criteria for Cohort 5:',
    'Disease-specific inclusion criteria',
  ])('%s: met by who has it, no reason against who has it not', (heading) => {
    expect(judge(`${heading}\n\n${LINES}`)).toEqual(['inclusion met', 'inclusion unknown']);
  });
  it('excludes nobody for certain, and who has nothing of it meets it', () => {
    const text = 'Inclusion Criteria:\n\n* ECOG 0-1\n\nTreatment Exclusion Criteria:\n\n* Pregnant or lactating\n* Platelets < 100,000/mm3';
    expect(judge(text)).toEqual(['inclusion met', 'exclusion met', 'exclusion unknown']);
  });
  it('says under which heading it stands', () => {
    const compiled = compileTrial(syntheticTrial({ eligibility: `Treatment Inclusion Criteria:\n\n${LINES}` }), context);
    const reasons = explainTrial(chart(1), knowledge.oncology, compiled)?.criteria.map(({ because }) => because);
    expect(reasons?.every((because) => because.includes('“Treatment Inclusion Criteria”'))).toBe(true);
  });
  it.each([
    'Inclusion Criteria Healthy Volunteer:',
    'Donor Inclusion Criteria:',
    'Criteria for Confirmation of Continuing Eligibility',
    'Inclusion Criteria for Cohort 2 (except those who continue)',
  ])('%s: nothing is certain', (heading) => {
    expect(judge(`Inclusion Criteria:\n\n* Age ≥ 18 years\n\n${heading}\n\n${LINES}`)?.slice(1)).toEqual([
      'inclusion unknown',
      'inclusion unknown',
    ]);
  });
});

describe('a line that is nothing but "or"', () => {
  it('between two lines of one measure joins them, and nothing else is open', () => {
    const text =
      'Inclusion Criteria:\n\n* ECOG 0-1\n* Creatinine ≤ 1.5 mg/dL\n\nOR\n\nCreatinine clearance ≥ 60 mL/min\n\n* Platelets ≥ 100,000/mm3';
    expect(judge(text)).toEqual(['inclusion met', 'inclusion unknown', 'inclusion not-met']);
  });
  it('between two groups: met by who has it, no reason against who has it not', () => {
    expect(judge(`Inclusion Criteria:\n\n${LINES}\n\nOR\n\n* Age ≥ 70 years`)).toEqual([
      'inclusion met',
      'inclusion unknown',
      'inclusion unknown',
    ]);
  });
});
