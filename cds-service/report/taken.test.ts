import { describe, expect, it } from 'vitest';
import type { MedicationFact } from '../../fhir-profiles/index.ts';
import { takenDrugs } from './taken.ts';

let count = 0;
const fact = (name: string, role: MedicationFact['role'], more: Partial<MedicationFact> = {}): MedicationFact => ({
  source: { reference: `MedicationStatement/${(count += 1)}` },
  resourceType: 'MedicationStatement',
  status: role === 'past' ? 'completed' : 'active',
  isOrder: false,
  role,
  text: `${name} 10 mg`,
  ingredients: name === '' ? [] : [{ name, rxnorm: null }],
  codes: [],
  systemic: true,
  reasons: [],
  reasonText: [],
  reasonReferences: [],
  ...more,
});
const named = (facts: readonly MedicationFact[]) => takenDrugs(facts).map(({ role, ingredients }) => [role, ingredients[0]?.name]);

describe('what is taken besides the orders', () => {
  it('keeps what is taken and what is over apart; orders, drafts and what was not taken are no part of it', () => {
    expect(
      named([
        fact('clopidogrel', 'current'),
        fact('carboplatin', 'past', { resourceType: 'MedicationAdministration' }),
        fact('erlotinib', 'past', { resourceType: 'MedicationRequest', status: 'stopped' }),
        fact('codeine', 'not-taken'),
        fact('aspirin', 'current', { isOrder: true, resourceType: 'MedicationRequest' }),
        fact('ramipril', 'draft'),
      ]),
    ).toEqual([
      ['current', 'clopidogrel'],
      ['past', 'carboplatin'],
      ['past', 'erlotinib'],
    ]);
  });
  it('a course of infusions is one drug, from its first day to its last', () => {
    const given = Array.from({ length: 9 }, (_, at) =>
      fact('paclitaxel', 'past', { start: `2026-0${at + 1}-03T09:00:00Z`, end: `2026-0${at + 1}-03T12:00:00Z` }),
    );
    const [only, ...more] = takenDrugs(given);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ from: '2026-01-03', to: '2026-09-03', records: 9 });
    expect(only?.references).toHaveLength(5);
  });
  it('what was renewed is not over', () => {
    expect(named([fact('metformin', 'past'), fact('metformin', 'current', { isOrder: true })])).toEqual([]);
  });
  it('drugs that are not recognised are told apart by their words', () => {
    expect(takenDrugs([fact('', 'current', { text: 'Herbal A' }), fact('', 'current', { text: 'Herbal B' })])).toHaveLength(2);
  });
});
