/** Checklist I (CORS), and pages that call a service without authentication. A number in brackets is the line of the checklist. */
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { ISSUER } from '../service/harness.ts';
import { app, SERVICE } from './service-call.ts';

describe('CORS', () => {
  const preflight = (path: string, origin: string) =>
    request(app)
      .options(path)
      .set('origin', origin)
      .set('access-control-request-method', 'POST')
      .set('access-control-request-headers', 'authorization');

  it.each(['/cds-services', SERVICE, `${SERVICE}/feedback`])('[94] preflight on %s', async (path) => {
    const answer = await preflight(path, ISSUER);
    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': ISSUER,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'content-type, authorization',
    });
  });

  it('[94] a page whose libraries add headers of their own to each call is let in with them', async () => {
    const asked = async (names: string, origin = ISSUER) =>
      (await preflight(SERVICE, origin).set('access-control-request-headers', names)).headers['access-control-allow-headers'];
    expect(await asked('authorization,baggage,content-type,sentry-trace,traceparent,x-requested-with')).toBe(
      'content-type, authorization, traceparent, baggage, sentry-trace, x-requested-with',
    );
    expect(await asked('Traceparent , not a name, b@d, ,*, x-unheard-of')).toBe('content-type, authorization, traceparent');
    expect(await asked('traceparent', 'https://evil.example.org')).toBeUndefined();
  });

  it('[94] a trusted page may read how long to wait', async () => {
    const answer = await request(app).post(SERVICE).set('origin', ISSUER).send({});
    expect(answer.headers['access-control-expose-headers']).toBe('retry-after');
  });

  it('[94] [95] a page of the internet that calls this machine is let in when its origin is trusted, and only then', async () => {
    const answers = [ISSUER, 'https://evil.example.org'].map((origin) =>
      preflight(SERVICE, origin).set('access-control-request-private-network', 'true'),
    );
    const allowed = (await Promise.all(answers)).map(({ headers }) => headers['access-control-allow-private-network']);
    expect(allowed).toEqual(['true', undefined]);
    expect((await preflight(SERVICE, ISSUER)).headers['access-control-allow-private-network']).toBeUndefined();
  });

  it('[95] another origin gets no permission; no wildcard, no credentials', async () => {
    for (const answer of [await preflight(SERVICE, 'https://evil.example.org'), await preflight(SERVICE, 'null')]) {
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
      expect(answer.headers.vary).toContain('Origin');
    }
  });
});

describe('without authentication', () => {
  it.each([
    ['localhost:4020', 200],
    ['127.0.0.1:4020', 200],
    ['[::1]:4020', 200],
    ['rebound.example.org', 403],
    ['127.0.0.1.example.org:4020', 403],
    ['localhost@example.org', 403],
  ])('[95] a page that calls this machine as %s → %i (DNS rebinding)', async (host, status) => {
    expect((await request(app).get('/cds-services').set('host', host)).status).toBe(status);
  });
});
