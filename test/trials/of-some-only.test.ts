/** Exclusions of one arm, one disease or one time that would shut out everybody if the words about whom and when were lost. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { condition, taken } from './chart-facts.ts';
import { judged, syntheticTrial } from './criterion-table.ts';
import { context, knowledge } from './knowledge.ts';

const who = (oncotree: string, parts: Partial<PatientFacts> = {}): PatientFacts =>
  patient({ patient: { id: 'synthetic', sex: 'female', ageYears: 66 }, tumours: [tumour(oncotree)], ...parts });
const excluded = (text: string, facts: PatientFacts) => judged('exclusion', text, facts)[0]?.verdict;
const last = (eligibility: string, facts: PatientFacts) =>
  explainTrial(facts, knowledge.oncology, compileTrial(syntheticTrial({ eligibility }), context))?.criteria.at(-1)?.verdict;

describe('what is excluded from one part of the trial', () => {
  const breast = who('BREAST', { medications: [taken('palbociclib')], conditions: [condition('Bowel obstruction', 'active', { onset: '2026-10-01' })] }); // prettier-ignore
  it.each([
    ['Additional Criteria for the Palbociclib Combination (Arm D):\n\n1. Prior therapy with palbociclib', 'unknown'],
    ['Additional Criteria for Capivasertib Combination (Phase 1b and Arm E): Where it is approved.\n\n1. Prior therapy with palbociclib', 'unknown'],
    ['* LOW-RISK STRATUM: Prior therapy with palbociclib', 'unknown'],
    ['Part B Specific Exclusion Criteria (B1) Known asthma.\n\n(B2) Patient has a history of bowel obstruction', 'unknown'],
    ['Additional criteria for all cohorts:\n\n1. Prior therapy with palbociclib', 'not-met'],
    ['1. Prior therapy with palbociclib', 'not-met'],
  ])('%s: %s', (text, verdict) => {
    expect(last(`Exclusion Criteria:\n\n${text}`, breast)).toBe(verdict);
  }); // prettier-ignore
});

describe('what is excluded of one disease, named ahead', () => {
  const clot = { conditions: [condition('Deep vein thrombosis', 'resolved', { onset: '2024-01-01' })] };
  const text =
    'Pancreatic Ductal Adenocarcinoma (PDAC) - Excludes neuroendocrine or acinar carcinoma and participants with history of deep vein thrombosis (DVT)/PE';
  it.each([
    ['HGSOC', 'met'],
    ['NSCLC', 'met'],
    ['PAAD', 'unknown'],
    ['PANCREAS', 'unknown'],
  ])('%s: %s', (type, verdict) => {
    expect(excluded(text, who(type, clot))).toBe(verdict);
    expect(excluded('History of deep vein thrombosis', who(type, clot))).toBe('not-met');
  });
});

describe('a time behind the noun, or above the list', () => {
  const clots = (onset: string) =>
    who('LUAD', {
      conditions: [condition('Deep vein thrombosis', 'active', { onset }), condition('Myocardial infarction', 'active', { onset })],
    });
  it.each([
    'Thromboembolic events and/or bleeding disorders ≤ 28 days (eg, deep vein thrombosis or pulmonary embolism) prior to the first dose',
  ])('%s', (text) => {
    expect(excluded(text, clots('2026-11-10'))).toBe('not-met');
    expect(excluded(text, clots('2020-03-01'))).toBe('unknown');
  });
  it('holds for the list beneath, with a colon and without', () => {
    for (const end of ['', ':'])
      expect(last(`Exclusion Criteria:\n\n1. Significant cardiovascular disease ≤ 6 months before first dose${end}\n\n    1. Myocardial infarction or unstable angina`, clots('2017-01-01'))).toBe('unknown'); // prettier-ignore
  });
  it('of any other kind leaves open what stands beside it', () => {
    expect(excluded('Deep vein thrombosis, unless anticoagulated', clots('2017-01-01'))).toBe('unknown');
    expect(excluded('Deep vein thrombosis for which anticoagulation began 3 months ago', clots('2017-01-01'))).toBe('unknown');
    expect(excluded('Deep vein thrombosis', clots('2017-01-01'))).toBe('not-met');
  });
});

describe('a medicine that the disease has to have required', () => {
  const grafted = who('COAD', { medications: [taken('tacrolimus', { role: 'current', start: '2026-01-10' })] });
  const crohn = who('READ', {
    conditions: [condition('Crohn disease', 'active', { codes: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'K50.90' }] })],
    medications: [taken('adalimumab', { role: 'current', start: '2026-01-01' })],
  });
  it.each([
    ['History of autoimmune disease (e.g., rheumatoid arthritis, systemic lupus erythematosus) with requirement of immunosuppressive medication within 6 months', grafted, 'unknown'],
    ['History or evidence of autoimmune disease that has required systemic treatment in the past 2 years (i.e., with use of disease modifying agents, corticosteroids, or immunosuppressive drugs)', grafted, 'unknown'],
    ['Has active autoimmune disease requiring systemic immunosuppression with corticosteroids', crohn, 'unknown'],
    ['Active autoimmune disease requiring systemic immunosuppressive treatment equivalent to ≥ 10mg of prednisone', crohn, 'unknown'],
    ['Malabsorption, requirement for intravenous alimentation, uncontrolled inflammatory GI disease (eg, Crohn\'s disease, ulcerative colitis)', crohn, 'unknown'],
    ['Active autoimmune disease that has required systemic treatment in the past 2 years (i.e., with use of disease modifying agents, corticosteroids or immunosuppressive drugs)', crohn, 'not-met'],
    ['Receiving systemic immunosuppressive medication', grafted, 'not-met'],
  ] as const)('%s', (text, facts, verdict) => {
    expect(excluded(text, facts)).toBe(verdict);
  }); // prettier-ignore
  it('lets a disease named anew behind it decide', () => {
    const lungs = who('LUAD', { conditions: [condition('Interstitial lung disease', 'active', { onset: '2024-01-01' })] });
    expect(excluded('Has a history of pneumonitis that required steroids, has evidence of interstitial lung disease, or active pneumonitis', lungs)).toBe('not-met'); // prettier-ignore
  });
});

it('the place of an injury is that of the surgery beside it', () => {
  const operated = who('BREAST', {
    procedures: [{ codes: [], text: 'Mastectomy', status: 'completed', performed: '2026-09-01', reasons: [], source: { reference: 'Procedure/1', issued: '2026-09-01' } }],
  }); // prettier-ignore
  expect(excluded('Previous surgery or significant injury to either hip', operated)).toBe('unknown');
  expect(excluded('Previous surgery', operated)).toBe('not-met');
});
