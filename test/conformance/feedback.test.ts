/** Checklist G (feedback), with what EHRs really send. */
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../service/memory-store.ts';
import { bundle, createTestApp, fullPrefetch, orderSign, result } from '../service/harness.ts';
import { outcomeFaults } from './response-schema.ts';

const at = '2026-11-20T10:00:00Z';
const item = (change: Record<string, unknown> = {}) => ({ card: randomUUID(), outcome: 'overridden', outcomeTimestamp: at, ...change });

function feedback(items: unknown, harness = createTestApp(), service = 'pgx-order-sign') {
  const body = { feedback: items };
  return request(harness.app).post(`/cds-services/${service}/feedback`).set('content-type', 'application/json').send(JSON.stringify(body));
}

describe('feedback', () => {
  it('[73] [74] an accepted suggestion is kept', async () => {
    const harness = createTestApp();
    const answer = await feedback([item({ outcome: 'accepted', acceptedSuggestions: [{ id: 's1' }] })], harness);
    expect(answer.status).toBe(200);
    expect(harness.store.feedback).toMatchObject([{ outcome: 'accepted', acceptedSuggestions: ['s1'], service: 'pgx-order-sign' }]);
  });

  it.each<[string, unknown, Record<string, string>]>([
    ['a coded reason', { reason: { code: 'c', system: 's', display: 'd' } }, { reasonCode: 'c', reasonSystem: 's', reasonDisplay: 'd' }],
    ['a comment', { userComment: 'not today' }, { comment: 'not today' }],
    ['both', { reason: { code: 'c', system: 's' }, userComment: 'x' }, { reasonCode: 'c', comment: 'x' }],
  ])('[75] an override with %s', async (_name, overrideReason, expected) => {
    const harness = createTestApp();
    expect((await feedback([item({ overrideReason })], harness)).status).toBe(200);
    expect(harness.store.feedback).toMatchObject([expected]);
  });

  it('[75] an override without a reason', async () => {
    expect((await feedback([item()])).status).toBe(200);
  });

  it('[76] several, repeated, late, of several cards', async () => {
    const one = item();
    expect((await feedback([one, one, item({ outcomeTimestamp: '2020-01-01T00:00:00.123+02:00' })])).status).toBe(200);
    expect((await feedback([])).status).toBe(200);
  });

  it('[77] an unknown card is taken', async () => {
    expect((await feedback([item({ card: '123456' })])).status).toBe(200);
  });

  it.each<[string, unknown]>([
    ['no card', item({ card: undefined })],
    ['no outcome', item({ outcome: undefined })],
    ['an unknown outcome', item({ outcome: 'ignored' })],
    ['no time', item({ outcomeTimestamp: undefined })],
    ['a bad time', item({ outcomeTimestamp: '20 Nov 2026' })],
    ['an impossible time', item({ outcomeTimestamp: '2026-13-45T99:00:00Z' })],
    ['a time before there were clocks, which no store of dates holds', item({ outcomeTimestamp: '0000-01-01T00:00:00+14:00' })],
    ['a card with a zero character, which no store of texts holds', item({ card: 'abc\u0000def' })],
    ['accepted without suggestions', item({ outcome: 'accepted' })],
    ['accepted with an empty list', item({ outcome: 'accepted', acceptedSuggestions: [] })],
    ['an empty reason', item({ overrideReason: {} })],
    ['a reason without code', item({ overrideReason: { reason: { system: 's' } } })],
    ['a string', 'x'],
    ['null', null],
  ])('[78] %s → 400', async (_name, bad) => {
    const answer = await feedback([bad]);
    expect(answer.status).toBe(400);
    expect(outcomeFaults(answer.body)).toEqual([]);
  });

  it('[78] no array → 400, unknown service → 404', async () => {
    expect((await feedback(undefined)).status).toBe(400);
    expect((await feedback([item()], createTestApp(), 'nonsense')).status).toBe(404);
  });

  it('[79] Epic: plural member name, reason by extension, comment beside it, extra members', async () => {
    const harness = createTestApp();
    const extension = {
      'com.epic.cdshooks.feedback.overrideReason.reasonCategory': '2',
      'com.epic.cdshooks.feedback.overrideReason.reasonDisplay': 'Benefit outweighs risk',
      'com.epic.cdshooks.feedback.overrideReason.reasonTitle': 'Benefit',
    };
    const epic = item({ card: '123456', overrideReasons: { extension, userComment: 'ok' }, extension: { 'com.epic': 1 }, other: [] });
    expect((await feedback([epic], harness)).status).toBe(200);
    expect(harness.store.feedback).toMatchObject([{ reasonCode: '2', reasonDisplay: 'Benefit outweighs risk', comment: 'ok' }]);
  });

  it.each<[string, unknown, number]>([
    ['the body is the item', item({ overrideReason: null, acceptedSuggestions: null }), 200],
    ['the item stands in the place of the list', { feedback: item() }, 200],
    ['the body is an item without its card', item({ card: undefined }), 400],
    ['the body is an item without its time', item({ outcomeTimestamp: undefined }), 400],
    ['a list as the body', [item()], 400],
    ['a text in the place of the list', { feedback: 'accepted' }, 400],
  ])('[79] client libraries that send one item: %s → %s', async (_name, body, status) => {
    const harness = createTestApp();
    const answer = await request(harness.app)
      .post('/cds-services/pgx-order-sign/feedback')
      .set('content-type', 'application/json')
      .send(JSON.stringify(body));
    expect([answer.status, harness.store.feedback.length]).toEqual([status, status === 200 ? 1 : 0]);
  });

  it('[80] a long comment with markup is taken and never logged', async () => {
    const harness = createTestApp();
    const userComment = `<script>alert(1)</script> John Doe ${'x'.repeat(50_000)}\u0000`;
    expect((await feedback([item({ overrideReason: { userComment } })], harness)).status).toBe(200);
    expect(harness.logs.join('')).not.toMatch(/John Doe|script/);
  });

  it('what cannot be stored is not acknowledged: 503', async () => {
    const store = { ...createMemoryStore(), recordFeedback: () => Promise.reject(new Error('down')) };
    const answer = await feedback([item()], createTestApp({ store }));
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('30');
    expect(outcomeFaults(answer.body)).toEqual([]);
  });

  it('a store that is down does not stop cards', async () => {
    const store = { ...createMemoryStore(), recordFeedback: () => Promise.reject(new Error('down')), state: () => 'down' as const };
    const { app } = createTestApp({ store });
    const answer = await request(app)
      .post('/cds-services/pgx-order-sign')
      .set('content-type', 'application/json')
      .send(JSON.stringify(orderSign()));
    expect(answer.body.cards).toHaveLength(1);
  });

  it('[72] an override with a reason silences the same guidance for this patient, and only that', async () => {
    const harness = createTestApp();
    const call = async (body: unknown) =>
      (await request(harness.app).post('/cds-services/pgx-order-sign').set('content-type', 'application/json').send(JSON.stringify(body)))
        .body.cards;
    const [card] = await call(orderSign());
    await feedback([item({ card: card.uuid, overrideReason: { reason: { code: 'benefit', system: 's' } } })], harness);
    expect(await call(orderSign())).toEqual([]);
    const other = orderSign({}, { patientId: 'p2' });
    const text = JSON.stringify(other).replaceAll('Patient/p1', 'Patient/p2').replaceAll('"id":"p1"', '"id":"p2"');
    expect(await call(JSON.parse(text))).toHaveLength(1);
    const newResult = JSON.parse(JSON.stringify(orderSign()).replaceAll('result-1', 'result-2')) as unknown;
    expect(await call(newResult)).toHaveLength(1);
    expect(harness.store.decisions.at(1)?.cards).toMatchObject([{ suppressed: true }]);
  });

  it('[72] an override never silences the word that part of the chart was not read', async () => {
    const harness = createTestApp();
    const call = async () => {
      const genomics = { ...bundle(result()), link: [{ relation: 'next', url: 'https://ehr.example.org/R4?page=2' }] };
      const body = orderSign({ prefetch: { ...fullPrefetch(), genomics } });
      return (
        await request(harness.app).post('/cds-services/pgx-order-sign').set('content-type', 'application/json').send(JSON.stringify(body))
      ).body.cards as { uuid: string; summary: string; detail: string }[];
    };
    const first = await call();
    expect(first.map(({ summary }) => summary)).toEqual([
      expect.stringContaining('avoid clopidogrel'),
      expect.stringContaining('only in part'),
    ]);
    const override = async (cards: readonly { uuid: string }[]) =>
      feedback(
        cards.map(({ uuid }) => item({ card: uuid, overrideReason: { reason: { code: 'benefit', system: 's' } } })),
        harness,
      );
    await override(first);
    const second = await call();
    expect(second.map(({ detail }) => detail)).toEqual([expect.stringContaining('genomic results (only in part)')]);
    await override(second);
    expect(await call()).toHaveLength(1);
  });
});
