import { describe, expect, it } from 'vitest';
import type { PatientReport, Prediction } from '../report/types.ts';
import { withPredictions } from './prediction-line.ts';
import type { CardDraft } from './types.ts';

const card: CardDraft = {
  summary: 'CYP2C9 intermediate metabolizer: lower warfarin dose',
  indicator: 'info',
  detail: '**Recommendation:** lower dose.',
  source: { label: 'CPIC', url: 'https://example.org' },
  topic: { system: 'urn:x', code: 'warfarin', display: 'warfarin' },
  ruleIds: [],
  evidence: [],
  order: 'MedicationRequest/1',
  suggestions: [],
  overrideReasons: [],
  links: [],
  panelTarget: { view: 'drugs' },
};
const prediction: Prediction = {
  model: 'warfarin-dose',
  version: '1.0.0',
  target: 'stable weekly warfarin dose',
  value: 27.6,
  unit: 'mg/week',
  interval: [14.2, 44.9],
  intervalLevel: 0.9,
  contributions: [],
  drugs: ['warfarin'],
  card: '/models/warfarin-dose',
};
const report = (predictions: Prediction[]) =>
  ({
    orders: [
      { reference: 'MedicationRequest/1', status: 'draft', text: '', systemic: true, ingredients: [{ name: 'warfarin', rxnorm: '11289' }] },
    ],
    predictions,
  }) as unknown as PatientReport;

describe('a prediction on a card', () => {
  it('adds one line with its interval and leaves the level alone', () => {
    const [changed] = withPredictions([card], report([prediction]));
    expect(changed?.detail).toContain('28 mg/week (90 % interval 14–45)');
    expect(changed?.indicator).toBe('info');
  });
  it('an abstention, another drug or a full card add nothing', () => {
    expect(withPredictions([card], report([{ ...prediction, value: null, abstained: 'age is not known' }]))).toEqual([card]);
    expect(withPredictions([card], report([{ ...prediction, drugs: ['pembrolizumab'] }]))).toEqual([card]);
    const full = { ...card, detail: 'word '.repeat(110) };
    expect(withPredictions([full], report([prediction]))).toEqual([full]);
  });
  it('never makes a card', () => {
    expect(withPredictions([], report([prediction]))).toEqual([]);
  });
});
