/** An order whose code means another drug than its words. Every patient is synthetic. */
import { describe, expect, it } from 'vitest';
import type { PatientReport, RecognisedOrder } from '../../report/types.ts';
import type { CardContext, CardDraft } from '../types.ts';
import { disputedOrderCards, withoutChangeOfDisputed } from './disputed-order-card.ts';

const REFERENCE = 'MedicationRequest/1';
const context = { orders: [REFERENCE], family: 'pgx', notChecked: [] } as unknown as CardContext;
function reportOf(disputed: RecognisedOrder['disputed'], genes: readonly unknown[] = [{ gene: 'CYP2C19' }]): PatientReport {
  const order = {
    reference: REFERENCE,
    status: 'draft',
    text: 'warfarin 5 mg',
    systemic: null,
    ingredients: [],
    ...(disputed === undefined ? {} : { disputed }),
  };
  return { orders: [order], pgx: { genes }, oncology: { variants: [], biomarkers: [] }, warnings: [] } as unknown as PatientReport;
}
const TWO = { byCode: ['clopidogrel'], byText: ['warfarin'] };

describe('two drugs in one order', () => {
  it('are named, with nothing to click', () => {
    const [card, ...others] = disputedOrderCards(reportOf(TWO), context);
    expect(others).toEqual([]);
    expect(card).toMatchObject({
      summary: 'The order says warfarin, its code means clopidogrel: verify which drug is meant',
      indicator: 'warning',
      order: REFERENCE,
      suggestions: [],
    });
  });

  it('by its codes alone', () => {
    const [card] = disputedOrderCards(reportOf({ byCode: ['clopidogrel', 'warfarin'], byText: [] }), context);
    expect(card?.summary).toBe('The codes of an order mean different drugs (clopidogrel, warfarin): verify which is meant');
  });

  it('by a brand of several countries', () => {
    const [card] = disputedOrderCards(reportOf({ byCode: [], byText: ['desipramine', 'omeprazole'] }), context);
    expect(card?.summary).toBe('The name in an order stands for different drugs (desipramine, omeprazole): verify which is meant');
    expect(card?.detail).toContain('A brand that means desipramine or omeprazole, depending on the country.');
  });

  it.each([
    ['an order of one drug', reportOf(undefined), context],
    ['another order', reportOf(TWO), { ...context, orders: ['MedicationRequest/2'] }],
    ['no result on file that it was held to', reportOf(TWO, []), context],
  ])('%s is silent', (_, report, asked) => {
    expect(disputedOrderCards(report, asked)).toEqual([]);
  });

  it('no button changes such an order; those of others stay', () => {
    const button = { label: 'Replace clopidogrel by ticagrelor' } as unknown as CardDraft['suggestions'][number];
    const card = (order: string): CardDraft => ({ order, suggestions: [button] }) as unknown as CardDraft;
    const left = withoutChangeOfDisputed([card(REFERENCE), card('MedicationRequest/2')], reportOf(TWO));
    expect(left.map(({ suggestions }) => suggestions.length)).toEqual([0, 1]);
  });
});
