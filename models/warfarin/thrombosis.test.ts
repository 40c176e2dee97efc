import { describe, expect, it } from 'vitest';
import type { ConditionFact, PatientFacts } from '../../fhir-profiles/index.ts';
import { empty, medication, source } from '../../test/reading/model-facts.ts';
import { venousThrombosis } from './thrombosis.ts';

const problem = (text: string, clinicalStatus: ConditionFact['clinicalStatus'] = 'active'): ConditionFact => ({
  source,
  text,
  codes: [],
  category: [],
  clinicalStatus,
});
const withProblem = (text: string): PatientFacts => ({ ...empty, conditions: [problem(text)] });
const withReason = (text: string): PatientFacts => ({
  ...empty,
  medications: [medication('warfarin', 'draft', { reasonText: [text] })],
  conditions: [problem('Deep vein thrombosis')],
});

describe('the indication of warfarin is a clot in the veins', () => {
  it.each([
    'DVT',
    'Acute DVT of left leg',
    'VTE',
    'PE',
    'Acute PE, submassive',
    'Recurrent PE',
    'Acute deep vein thrombosis of lower extremity',
    'Deep-venous thromboembolism',
    'Thrombosis of deep veins of leg',
    'Acute embolism and thrombosis of unspecified deep veins of left lower extremity',
    'Other pulmonary embolism without acute cor pulmonale',
    'High-risk pulmonary embolism',
    'I26.99',
    'TVT links',
    'Tiefe Beinvenenthrombose',
    'Lungenarterienembolie',
    'Diepe veneuze trombose',
    'Longembolie',
    'Embolie pulmonaire',
    'Thrombose veineuse profonde',
    'TVP',
    'Trombosis venosa profunda',
    'Tromboembolismo pulmonar',
    'Trombosi venosa profonda',
  ])('%s', (text) => expect(venousThrombosis(withProblem(text))).toBe(true));

  it.each([
    'Atrial fibrillation',
    'DVT prophylaxis after hip replacement',
    'No DVT',
    'Suspected pulmonary embolism',
    'Pulmonary embolism ruled out',
    'Family history of deep vein thrombosis',
    'At risk of VTE',
    'Superficial vein thrombosis',
    'Portal vein thrombosis',
    'PE tubes in both ears',
    'Pectus excavatum (PE index 4)',
    'Mechanical mitral valve',
  ])('not by %s', (text) => expect(venousThrombosis(withProblem(text))).toBe(false));

  it('goes by the reason of the order before the problem list', () => {
    expect(venousThrombosis(withReason('Atrial fibrillation'))).toBe(false);
    expect(venousThrombosis(withReason('PE'))).toBe(true);
  });

  it('is unknown where nothing is on file, and a problem that is over is none', () => {
    expect(venousThrombosis(empty)).toBeNull();
    expect(venousThrombosis({ ...empty, conditions: [problem('DVT', 'resolved')] })).toBeNull();
  });
});
