import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { createTestApp, orderSign, trustOf } from '../../test/service/harness.ts';

const post = (app: ReturnType<typeof createTestApp>['app'], body: unknown, headers: Record<string, string> = {}) =>
  request(app)
    .post('/cds-services/pgx-order-sign')
    .set({ 'content-type': 'application/json', ...headers })
    .send(JSON.stringify(body));

describe('what the request bench is told of a call', () => {
  it('nothing, unless it asks', async () => {
    const { headers } = await post(createTestApp().app, orderSign());
    expect(Object.keys(headers).filter((name) => /server-timing|genehook/.test(name))).toEqual([]);
  });

  it('every phase and every key, and nothing of the patient', async () => {
    const { headers, status } = await post(createTestApp().app, orderSign(), { 'genehook-bench': '1' });
    expect(status).toBe(200);
    expect(headers['server-timing']).toMatch(
      /^verify;dur=[\d.]+;desc="authentication is off", read;dur=[\d.]+, fetch;dur=[\d.]+, interpret;dur=[\d.]+, answer;dur=[\d.]+, total;dur=[\d.]+$/,
    );
    expect(headers['genehook-prefetch']).toMatch(/genomics=used;count=1/);
    expect(headers['genehook-prefetch']).toMatch(/consents=empty;count=0/);
    expect(JSON.stringify(headers)).not.toMatch(/p1|order-1|clopidogrel/);
  });

  it('a refusal says what was known by then', async () => {
    const { headers, status } = await post(createTestApp().app, { ...orderSign(), prefetch: {} }, { 'genehook-bench': '1' });
    expect([status, headers['genehook-prefetch']]).toEqual([412, expect.stringContaining('genomics=missing') as string]);
  });

  it('a caller that is not trusted is told nothing', async () => {
    const trust = { ehrs: trustOf({ ehrs: [], publicUrl: 'https://cds.example.org', auth: 'required' }).ehrs };
    const { app } = createTestApp({ trust: { ...trust, publicUrl: 'https://cds.example.org', auth: 'required' } });
    const { headers, status } = await post(app, orderSign(), { 'genehook-bench': '1' });
    expect(status).toBe(401);
    expect(Object.keys(headers).filter((name) => /server-timing|genehook/.test(name))).toEqual([]);
  });
});
