/**
 * The acceptance orders sent in every way that EHRs send them get the same cards. And what could not be read is said: an order with a card never gets
 * none because a part of the chart failed, was cut off or was not sent.
 */
import { describe, expect, it } from 'vitest';
import { cardsFor, calls, type Call, type ComparedCard } from './calls.ts';
import { CALL_WRITINGS } from './call-writings.ts';
import { seeded } from './transformation.ts';

const CALLS = calls();
const usual = new Map<Call, Awaited<ReturnType<typeof cardsFor>>>();
for (const call of CALLS) usual.set(call, await cardsFor(call));

/** An order that has no name cannot be taken away or changed by one click. */
const withoutSuggestions = (card: ComparedCard): ComparedCard => ({ ...card, suggestions: [] });

/**
 * The card where results under other categories were searched for as well, which is done only where the service fetches: what is missing is then missing
 * from the whole chart, and nothing else of the card is another.
 */
const asSearched = (card: ComparedCard): ComparedCard => ({
  ...card,
  summary: card.whole,
  detail: card.detail
    .replace('found in the part of the chart that was read.', 'found in the chart.')
    .replace(/ result found(?=\.| for )/g, ' result on file')
    .replace(/\n+\*\*Not checked:\*\* genetic results and reports filed [^\n]*\(not searched for\)\./, ''),
});

it('cards of calls that bring everything do not call a result missing from the whole chart', () => {
  const all = [...usual.values()].flatMap((cards) => (typeof cards === 'number' ? [] : cards));
  expect(all.filter((card) => JSON.stringify(asSearched(card)) !== JSON.stringify(card)).length).toBeGreaterThan(0);
  expect(all.filter(({ summary }) => /^No .* result on file/.test(summary))).toEqual([]);
});

it('there are orders with cards and orders without', () => {
  const counts = [...usual.values()].map((cards) => (typeof cards === 'number' ? -1 : cards.length));
  expect([counts.filter((count) => count > 0).length > 30, counts.includes(0), counts.includes(-1)]).toEqual([true, true, false]);
});

describe.each(CALL_WRITINGS)('$name', (writing) => {
  it('gets the same cards', async () => {
    for (const call of CALLS) {
      const { call: written, reader } = writing.write(call, seeded(`${writing.name} ${call.name}`));
      const after = await cardsFor(written, reader);
      const before = usual.get(call);
      const changed = writing.fetched === true ? asSearched : writing.nameless === true ? withoutSuggestions : undefined;
      expect(after, call.name).toEqual(typeof before === 'object' && changed !== undefined ? before.map(changed) : before);
    }
  });
});

const FAILED = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] };

/** A search of which this is the first page, with nothing on it. */
const CUT_OFF = {
  resourceType: 'Bundle',
  type: 'searchset',
  entry: [],
  link: [{ relation: 'next', url: 'https://ehr.example.org/fhir/R4?page=2' }],
};

describe.each([
  ['failed', FAILED],
  ['came in part', CUT_OFF],
  ['was not sent', undefined],
])('a part of the chart that %s', (_how, value) => {
  it('never turns a card into silence, and is said where it changes one', async () => {
    for (const call of CALLS) {
      const before = usual.get(call);
      if (typeof before === 'number' || before === undefined || before.length === 0) continue;
      for (const [key, given] of Object.entries(call.request.prefetch)) {
        if (given === null) continue;
        const { [key]: _taken, ...rest } = call.request.prefetch;
        const prefetch = value === undefined ? rest : { ...rest, [key]: value };
        const after = await cardsFor({ ...call, request: { ...call.request, prefetch } });
        if (typeof after === 'number') continue;
        const where = `${call.name}: ${key}`;
        expect(after.length, where).toBeGreaterThan(0);
        const summaries = (cards: readonly object[]) => cards.map((card) => (card as { summary: string }).summary);
        if (JSON.stringify(summaries(after)) === JSON.stringify(summaries(before))) continue;
        expect(JSON.stringify(after), where).toMatch(/not checked|incomplete|not sent|could not be read/i);
      }
    }
  });
});
