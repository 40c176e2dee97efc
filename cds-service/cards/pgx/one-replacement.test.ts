import { expect, it } from 'vitest';
import type { CardDraft, SuggestionDraft } from '../types.ts';
import { withOneReplacementEach } from './one-replacement.ts';

const replace = (of: string, by: string): SuggestionDraft => ({
  label: `Replace ${of} by ${by}`,
  recommended: by === 'morphine',
  replacement: { of, by },
  actions: [
    { type: 'delete', description: `Remove the order for ${of}`, resourceId: `MedicationRequest/${of}` },
    { type: 'create', description: `Order ${by}`, resource: { resourceType: 'MedicationRequest' } },
  ],
});
const test: SuggestionDraft = { label: 'Order CYP2D6 test', recommended: false, actions: [] };
const card = (...suggestions: SuggestionDraft[]): CardDraft => ({ summary: 'a card', suggestions }) as unknown as CardDraft;
const labels = (cards: readonly CardDraft[]): string[][] => cards.map(({ suggestions }) => suggestions.map(({ label }) => label));

it('codeine and tramadol, both to be replaced by morphine or hydromorphone: the second order is only taken back', () => {
  const cards = withOneReplacementEach([
    card(replace('codeine', 'morphine'), replace('codeine', 'hydromorphone')),
    card(replace('tramadol', 'morphine'), replace('tramadol', 'hydromorphone'), test),
  ]);
  expect(labels(cards)).toEqual([
    ['Replace codeine by morphine', 'Replace codeine by hydromorphone'],
    ['Remove tramadol (replacement on the codeine card)', 'Order CYP2D6 test'],
  ]);
  expect(cards[1]?.suggestions[0]).toMatchObject({
    recommended: false,
    actions: [{ type: 'delete', resourceId: 'MedicationRequest/tramadol' }],
  });
});

it('one gene to be tested for two orders: the test is ordered once', () => {
  const dpyd = (drug: string): SuggestionDraft => ({
    label: `Order DPYD test before ${drug}`,
    recommended: true,
    test: 'DPYD',
    actions: [],
  });
  const tpmt: SuggestionDraft = { label: 'Order TPMT test', recommended: false, test: 'TPMT', actions: [] };
  expect(labels(withOneReplacementEach([card(dpyd('capecitabine')), card(dpyd('fluorouracil'), tpmt)]))).toEqual([
    ['Order DPYD test before capecitabine'],
    ['Order TPMT test'],
  ]);
});

it('what only the second card offers stays as it is', () => {
  const cards = withOneReplacementEach([card(replace('simvastatin', 'rosuvastatin')), card(replace('clopidogrel', 'prasugrel'))]);
  expect(labels(cards)).toEqual([['Replace simvastatin by rosuvastatin'], ['Replace clopidogrel by prasugrel']]);
});

it('options of one card are never each other’s', () => {
  expect(labels(withOneReplacementEach([card(replace('codeine', 'morphine'), replace('codeine', 'morphine'))]))).toEqual([
    ['Replace codeine by morphine', 'Replace codeine by morphine'],
  ]);
});
