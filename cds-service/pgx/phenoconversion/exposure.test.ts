import { describe, expect, it } from 'vitest';
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import { emptyFacts } from '../../../test/reading/empty-facts.ts';
import { exposures } from './exposure.ts';

const taken = (shape: Partial<MedicationFact>): MedicationFact => ({
  source: { reference: 'MedicationRequest/1' },
  resourceType: 'MedicationRequest',
  status: 'active',
  isOrder: true,
  role: 'current',
  text: 'drug',
  ingredients: [{ name: 'drug', rxnorm: '1' }],
  codes: [],
  systemic: true,
  reasons: [],
  reasonText: [],
  reasonReferences: [],
  ...shape,
});
const acting = (shape: Partial<MedicationFact>) => exposures({ ...emptyFacts({ medications: [taken(shape)] }), asOf: '2026-11-21' });
const ONCE: MedicationFact['dose'] = { amount: 1, unit: 'mg', single: true };

describe('which drugs act in the body today', () => {
  it.each<[string, Partial<MedicationFact>, boolean]>([
    ['what is taken', {}, true],
    ['what is put on the skin', { systemic: false }, false],
    ['what is said not to be taken', { role: 'not-taken' }, false],
    ['what begins in a week', { start: '2026-11-28' }, true],
    ['what begins later', { start: '2026-11-29' }, false],
    ['one dose of a week ago', { dose: ONCE, start: '2026-11-14' }, true],
    ['one dose of longer ago', { dose: ONCE, start: '2026-11-13' }, false],
    ['what is over, without a recorded end', { role: 'past' }, false],
    ['a proposal on file', { role: 'draft', intent: 'proposal' }, false],
    ['a proposal that is being written', { role: 'draft', status: 'draft', intent: 'proposal' }, true],
    ['an order that names two drugs', { role: 'draft', status: 'draft', readings: { byText: ['a'], byCode: ['b'] } }, false],
  ])('%s: %s', (_, shape, acts) => {
    expect(acting(shape).length > 0).toBe(acts);
  });

  it('what ended is counted from its last day, and today is not over', () => {
    expect(acting({ role: 'past', end: '2026-11-18' })).toMatchObject([{ stoppedDaysAgo: 3 }]);
    expect(acting({ end: '2026-11-21' })[0]?.stoppedDaysAgo).toBeUndefined();
  });

  it('a prescription that may no longer be dispensed is asked about from the day after', () => {
    expect(acting({ validUntil: '2026-11-20' })).toMatchObject([{ lapsedOn: '2026-11-20' }]);
    expect(acting({ validUntil: '2026-11-21' })[0]?.lapsedOn).toBeUndefined();
  });
});
