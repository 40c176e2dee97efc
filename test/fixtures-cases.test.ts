/** What each synthetic patient promises, kept: every order of every case goes through sandbox and service, and the cards are looked at. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadOrderables, type Orderable } from '../fixtures/sandbox/api/orderables.ts';
import { loadCases } from '../fixtures/sandbox/chart/cases.ts';
import { startStack, type Stack } from '../fixtures/sandbox/stack.ts';
import type { HookAnswer } from '../fixtures/sandbox/hooks/cds-client.ts';
import { draftFrom } from '../fixtures/sandbox/ui/src/draft-order.ts';
import { readCards } from '../fixtures/sandbox/ui/src/card-shape.ts';

const rows = loadCases().flatMap(({ name, patientId, tryThis }) =>
  tryThis.flatMap(({ order, cards }) => (cards === undefined ? [] : [{ name, patientId, order, cards }])),
);
const products = loadOrderables();

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack?.stop());

async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(`${stack.url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** The product that order entry would put first for these words. */
function product(words: string): Orderable | undefined {
  return products.find(({ text }) => text.startsWith(words)) ?? products.find(({ text }) => text.includes(words));
}

it('the card of a warfarin start has room for the estimate of the stable dose', async () => {
  const { patientId } = rows.find(({ name }) => name === 'warfarin-start-cyp2c9-vkorc1') ?? { patientId: '' };
  const chosen = product('warfarin 5 mg');
  if (!chosen) throw new Error('order entry does not offer warfarin');
  await post('/reset', {});
  await post(`/patients/${patientId}/drafts`, draftFrom(chosen, patientId));
  const [card] = readCards(await post<HookAnswer[]>(`/patients/${patientId}/hooks/order-sign`, {}));
  expect(card?.detail).toMatch(/Model estimate, not an order:\*\* \d+ mg\/week/);
  expect(card?.detail).toContain('the dose may be too high');
});

describe('orders of the synthetic patients', () => {
  it('cover most of the cases', () => expect(rows.length).toBeGreaterThan(30));

  it.each(rows)('$name: $order', async ({ patientId, order, cards }) => {
    await post('/reset', {});
    const chosen = product(order);
    if (!chosen) throw new Error(`order entry does not offer ${order}`);
    await post(`/patients/${patientId}/drafts`, draftFrom(chosen, patientId));
    const answers = await post<HookAnswer[]>(`/patients/${patientId}/hooks/order-sign`, {});
    expect(answers.map(({ service, problem }) => ({ service, problem }))).toEqual(
      answers.map(({ service }) => ({ service, problem: undefined })),
    );
    const shown = readCards(answers);
    expect(shown.map(({ indicator, summary }) => `${indicator}: ${summary}`)).toHaveLength(cards.length);
    for (const [index, wanted] of cards.entries()) {
      const card = shown[index];
      expect(card?.indicator, card?.summary).toBe(wanted.indicator);
      for (const word of wanted.says) expect(card?.summary.toLowerCase()).toContain(word.toLowerCase());
    }
  });
});
