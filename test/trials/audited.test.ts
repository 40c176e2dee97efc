/** Shapes whose certain verdict was wrong when samples were read against their texts without knowing the verdict: towards unknown, and what stays certain. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { biomarker, patient, tumour } from '../oncology/facts.ts';
import { labs, taken } from './chart-facts.ts';
import { syntheticTrial } from './criterion-table.ts';
import { context, knowledge } from './knowledge.ts';

const irradiated = (performed: string): PatientFacts =>
  patient({
    patient: { id: 'synthetic-audited', ageYears: 61, birthDate: '1965-02-03', sex: 'female' },
    tumours: [tumour('BREAST')],
    biomarkers: [biomarker('HER2', '3+', { method: 'IHC' })],
    medications: [taken('pembrolizumab')],
    procedures: [
      {
        codes: [],
        text: 'Stereotactic body radiation therapy',
        status: 'completed',
        performed,
        reasons: [],
        source: { reference: 'Procedure/radiotherapy', issued: performed },
      },
    ],
  });
const [RECENT, EARLIER] = [irradiated('2026-11-15'), irradiated('2026-11-01')];

const verdicts = (eligibility: string, facts: PatientFacts): string[] =>
  (explainTrial(facts, knowledge.oncology, compileTrial(syntheticTrial({ eligibility }), context))?.criteria ?? []).map(
    ({ verdict }) => verdict,
  );
const excluded = (text: string, facts: PatientFacts) => verdicts(`Exclusion Criteria:\n\n* ${text}`, facts);

describe('two times for two kinds of radiotherapy: the record seldom tells them apart', () => {
  it.each([
    ['Radiation therapy within 4 weeks of first dose (or local or focal radiotherapy within 2 weeks of first dose)', 'not-met', 'unknown'],
    ['Radiotherapy < 28 days and palliative radiation ≤ 14 days prior to the first dose of study drug', 'not-met', 'unknown'],
    [
      'Received systemic radiotherapy within 3 weeks before the first dose, or local radiotherapy within 7 days before the first dose',
      'not-met',
      'unknown',
    ],
    ['Radiotherapy within 4 weeks of the first dose', 'not-met', 'not-met'],
    ['Radiotherapy within 7 days of the first dose', 'not-met', 'unknown'],
  ] as const)('%s', (text, recent, earlier) => {
    expect([excluded(text, RECENT), excluded(text, EARLIER)]).toEqual([[recent], [earlier]]);
  });
});

describe('treatment that was adjuvant', () => {
  it.each([
    ['Not received any adjuvant or neoadjuvant chemotherapy or immunotherapy', 'unknown'],
    ['Not received any chemotherapy or immunotherapy', 'not-met'],
    ['No prior immunotherapy', 'not-met'],
  ] as const)('%s: %s', (text, verdict) => {
    expect(verdicts(`Inclusion Criteria:\n\n* ${text}`, RECENT)).toEqual([verdict]);
  });
});

it('what stands behind the bare name of a phase is asked of that phase', () => {
  const text =
    'Inclusion Criteria:\n\n* DOSE EXPANSION PHASE\n* HER2 IHC 1+ per local testing\n* DOSE ESCALATION AND DOSE EXPANSION PHASES\n* Age ≥ 18 years';
  expect(verdicts(text, RECENT).slice(1)).toEqual(['unknown', 'unknown', 'met']);
  expect(verdicts('Inclusion Criteria:\n\n* HER2 IHC 1+ per local testing', RECENT)).toEqual(['not-met']);
});

it('a sentence that opens exclusions is none of inclusions', () => {
  const text =
    'A patient will not be eligible for inclusion if ANY of the criteria listed below apply:\n\n* Prior treatment with pembrolizumab';
  expect(verdicts(text, RECENT)).toEqual(['not-met']);
});

describe('a dot between thousands', () => {
  const counts = patient({ tumours: [tumour('LUAD')], labs: labs({ platelets: 40, neutrophils: 1.2, haemoglobin: 10.5 }) });
  it.each([
    ['Platelets < 50.000 /mm3', 'not-met'],
    ['Platelet count < 30.000/µL', 'met'],
    ['Neutrophils < 1.500/mm3', 'not-met'],
    ['Neutrophils < 1.0 x 10^9/L', 'met'],
    ['Haemoglobin < 9.500 g/dL', 'met'],
    // misprints of the unit
    ['Platelets < 100/mm3', 'unknown'],
    ['ANC < 1.5/mm3', 'unknown'],
  ] as const)('%s: %s', (text, verdict) => {
    expect(excluded(text, counts)).toEqual([verdict]);
  });
});
