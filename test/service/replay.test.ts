/** A recorded decision made again: the same cards byte for byte, from the request or from a Bundle; else what has changed. */
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import type { Clinic } from '../../cds-service/hooks/answer.ts';
import { replay } from '../../cds-service/hooks/replay.ts';
import { toAuditEvent } from '../../cds-service/store/audit-event.ts';
import { createKeyed } from '../../cds-service/store/secret.ts';
import type { DecisionRecord } from '../../cds-service/store/types.ts';
import { bundle, clopidogrel, createTestApp, fullPrefetch, orderSign, result, testClinic } from './harness.ts';

const keyed = createKeyed('a secret for tests, long enough to be one');
const clinic = testClinic();

async function decided(body: Record<string, unknown>): Promise<DecisionRecord> {
  const harness = createTestApp();
  const answer = await request(harness.app)
    .post('/cds-services/pgx-order-sign')
    .set('content-type', 'application/json')
    .send(JSON.stringify(body));
  expect(answer.status).toBe(200);
  const [record] = harness.store.decisions;
  if (record === undefined) throw new Error('a decision is recorded');
  return JSON.parse(JSON.stringify(record)) as DecisionRecord;
}

describe('replay', () => {
  it('the hook request gives the same cards and the same hashes', async () => {
    const body = orderSign();
    const again = await replay(await decided(body), body, { clinic, keyed });
    expect(again).toMatchObject({ same: true, differences: [] });
    expect(again.text).toContain('avoid clopidogrel');
  });

  it('a Bundle of the resources gives the same cards', async () => {
    const record = await decided(orderSign());
    const resources = bundle(result(), clopidogrel(), { resourceType: 'Patient', id: 'p1' });
    expect((await replay(record, resources, { clinic, keyed })).same).toBe(true);
  });

  it('other results give other cards, and it is said', async () => {
    const record = await decided(orderSign());
    const body = orderSign({ prefetch: { ...fullPrefetch(), genomics: null } });
    const again = await replay(record, body, { clinic, keyed });
    expect(again.same).toBe(false);
    expect(again.differences).toContain('input: not the same resources in the same order');
  });

  it('newer knowledge is named', async () => {
    const body = orderSign();
    const newer: Clinic = {
      ...clinic,
      interpret: async (input) => ({
        ...(await clinic.interpret(input)),
        knowledge: [{ id: 'test', version: '2', date: '', licence: '' }],
      }),
    };
    expect((await replay(await decided(body), body, { clinic: newer, keyed })).differences).toEqual(['knowledge test: 1 then, 2 now']);
  });

  it('another patient or another secret is refused', async () => {
    const record = await decided(orderSign());
    const foreign = JSON.parse(JSON.stringify(orderSign()).replaceAll('"p1"', '"p2"').replaceAll('Patient/p1', 'Patient/p2')) as unknown;
    await expect(replay(record, foreign, { clinic, keyed })).rejects.toThrow(/another patient/);
    await expect(replay(record, orderSign(), { clinic, keyed: createKeyed('x'.repeat(40)) })).rejects.toThrow(/secret/);
  });

  it('the record and its AuditEvent hold no patient content', async () => {
    const record = await decided(orderSign());
    const audit = JSON.stringify(toAuditEvent(record));
    for (const text of [JSON.stringify(record), audit]) expect(text).not.toMatch(/Patient\/p1|"p1"|order-1|result-1|clopidogrel 75/);
    expect(JSON.parse(audit)).toMatchObject({
      resourceType: 'AuditEvent',
      action: 'E',
      recorded: record.at,
      agent: [{ requestor: true, who: { identifier: { value: keyed.hash('user', record.ehr, 'Practitioner/1') } } }, { requestor: false }],
    });
    expect(audit).not.toContain('Practitioner/1');
  });

  it('a consent that forbids genomic use silences and says so', async () => {
    const harness = createTestApp();
    const consents = bundle({
      resourceType: 'Consent',
      id: 'c',
      status: 'active',
      patient: { reference: 'Patient/p1' },
      provision: { type: 'deny' },
    });
    const body = orderSign({ prefetch: { ...fullPrefetch(), consents } });
    const answer = await request(harness.app)
      .post('/cds-services/pgx-order-sign')
      .set('content-type', 'application/json')
      .send(JSON.stringify(body));
    expect(answer.body.cards).toHaveLength(1);
    expect(answer.body.cards[0]).toMatchObject({ indicator: 'info', summary: expect.stringContaining('consent') });
    expect(harness.interpreted).toEqual([]);
  });
});
