/** Checklist E (data arriving): prefetch states, FHIR fallback, paging, faults of the FHIR server. */
import request from 'supertest';
import { afterEach, describe, expect, it } from 'vitest';
import { createFhirReader } from '../../cds-service/ehr/fhir-server.ts';
import { bundle, clopidogrel, createTestApp, fullPrefetch, ISSUER, orderSign, result } from '../service/harness.ts';
import { sendFhir, serving, startFhirDouble, type Behaviour, type FhirDouble } from '../service/fhir-double.ts';
import { outcomeFaults } from './response-schema.ts';

const doubles: FhirDouble[] = [];
afterEach(async () => {
  await Promise.all(doubles.splice(0).map((double) => double.close()));
});

async function fhir(behave: Behaviour): Promise<FhirDouble> {
  const double = await startFhirDouble(behave);
  doubles.push(double);
  return double;
}

/** `answerMs`: only tests of the time budget use the product's; the others must not depend on how busy the machine is. */
function call(body: unknown, fhirServers: readonly string[] = [], answerMs = 5_000) {
  const trust = {
    ehrs: [{ name: 'Test EHR', issuer: ISSUER, fhirServers, profile: 'generic', allowInsecureLoopback: true }],
    publicUrl: 'http://127.0.0.1:4020',
    auth: 'off',
  };
  const harness = createTestApp({ trust, limits: { answerMs } });
  const answer = request(harness.app)
    .post('/cds-services/pgx-order-sign')
    .set('content-type', 'application/json')
    .send(JSON.stringify(body));
  return { harness, answer };
}

const access = (base: string) => ({
  fhirServer: base,
  fhirAuthorization: { access_token: 'secret-token', token_type: 'Bearer', expires_in: 300, scope: 'patient/*.read', subject: 'cds' },
});

const patient = { resourceType: 'Patient', id: 'p1' };
const advised = (text: string) => text.includes('avoid clopidogrel');

describe('prefetch', () => {
  it('[43] missing keys are read from the FHIR server', async () => {
    const server = await fhir(serving([patient, result()]));
    const answer = await call(orderSign({ prefetch: undefined, ...access(server.base) }), [server.base]).answer;
    expect(advised(answer.text)).toBe(true);
    expect(server.asked.every(({ authorization }) => authorization === 'Bearer secret-token')).toBe(true);
  });

  it.each(['Bearer secret-token', 'bearer  secret-token', ' secret-token\n'])(
    '[43] the token written as %j, as for other services, is sent as the token alone',
    async (written) => {
      const server = await fhir(serving([patient, result()]));
      const given = access(server.base);
      const body = orderSign({ prefetch: undefined, ...given, fhirAuthorization: { ...given.fhirAuthorization, access_token: written } });
      expect(advised((await call(body, [server.base]).answer).text)).toBe(true);
      expect(server.asked.map(({ authorization }) => authorization)).toEqual(server.asked.map(() => 'Bearer secret-token'));
    },
  );

  it('[44] null and an empty Bundle mean "no data" and nothing is fetched', async () => {
    const server = await fhir(serving([patient, result()]));
    for (const nothing of [null, { resourceType: 'Bundle', type: 'searchset', total: 0 }]) {
      const prefetch = { ...fullPrefetch(), genomics: nothing };
      const answer = await call(orderSign({ prefetch, ...access(server.base) }), [server.base]).answer;
      expect(answer.body).toEqual({ cards: [] });
    }
    expect(server.asked).toEqual([]);
  });

  it('[45] an OperationOutcome means "not fetched": FHIR is asked, else 412', async () => {
    const failed = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] };
    const prefetch = { ...fullPrefetch(), genomics: failed, laboratory: failed };
    const server = await fhir(serving([patient, result()]));
    expect(advised((await call(orderSign({ prefetch, ...access(server.base) }), [server.base]).answer).text)).toBe(true);
    const alone = await call(orderSign({ prefetch })).answer;
    expect(alone.status).toBe(412);
    expect(outcomeFaults(alone.body)).toEqual([]);
  });

  it('[46] a searchset of one outcome entry means no results', async () => {
    const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'warning', code: 'processing' }] };
    const genomics = { resourceType: 'Bundle', type: 'searchset', total: 0, entry: [{ resource: outcome, search: { mode: 'outcome' } }] };
    expect((await call(orderSign({ prefetch: { ...fullPrefetch(), genomics } })).answer).body).toEqual({ cards: [] });
  });

  it('[47] a first page is followed with the token', async () => {
    const server = await fhir((_request, response) => sendFhir(response, bundle(result('on-page-2'))));
    const genomics = { resourceType: 'Bundle', type: 'searchset', link: [{ relation: 'next', url: `${server.base}?page=2` }], entry: [] };
    const prefetch = { ...fullPrefetch(), genomics };
    const answer = await call(orderSign({ prefetch, ...access(server.base) }), [server.base]).answer;
    expect(advised(answer.text)).toBe(true);
    expect(server.asked).toHaveLength(1);
  });

  it.each<[string, object]>([
    ['has an entry that failed', { ...bundle(), entry: [{ resource: result('b') }, { response: { status: '500' } }] }],
    ['leaves fewer than the total', { ...bundle(result('b')), total: 50 }],
    ['failed as a whole', { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] }],
  ])('[47] a later page that %s leaves a part', async (_what, last) => {
    const server = await fhir((_request, response) => sendFhir(response, last));
    const genomics = { ...bundle(), link: [{ relation: 'next', url: `${server.base}?page=2` }] };
    const answer = await call(orderSign({ prefetch: { ...fullPrefetch(), genomics }, ...access(server.base) }), [server.base]).answer;
    expect(answer.text).toContain('genomic results (only in part)');
  });

  it('[47] a first page without a token is said to be a part', async () => {
    const genomics = { ...bundle(), link: [{ relation: 'next', url: 'https://ehr.example.org/R4?page=2' }] };
    const answer = await call(orderSign({ prefetch: { ...fullPrefetch(), genomics } })).answer;
    expect(answer.body.cards[0].detail).toContain('genomic results (only in part)');
  });

  it('[48] nothing to be had → 412 that names the key', async () => {
    const answer = await call(orderSign({ prefetch: {} })).answer;
    expect(answer.status).toBe(412);
    expect(answer.text).toContain('prefetch.genomics');
  });

  it('[50] prefetch and FHIR give the same cards', async () => {
    const server = await fhir(serving([patient, result()]));
    const byPrefetch = (await call(orderSign()).answer).body;
    const byFhir = (await call(orderSign({ prefetch: {}, ...access(server.base) }), [server.base]).answer).body;
    const plain = (body: unknown) => JSON.stringify(body).replaceAll(/"uuid":"[^"]*",?/g, '');
    expect(plain(byFhir)).toBe(plain(byPrefetch));
  });

  it('[53] keys that were not asked for are ignored', async () => {
    const { harness, answer } = call(orderSign({ prefetch: { ...fullPrefetch(), other: bundle({ ...result('stray'), id: 'stray' }) } }));
    await answer;
    expect(JSON.stringify(harness.interpreted)).not.toContain('stray');
  });

  it('[53] but the Medication that an order names is part of the call, under whatever key it came', async () => {
    const { medicationCodeableConcept: _named, ...unnamed } = clopidogrel();
    const draftOrders = bundle({ ...unnamed, medicationReference: { reference: 'Medication/m1' } });
    const prefetch = { ...fullPrefetch(), meds: bundle({ resourceType: 'Medication', id: 'm1' }) };
    const { harness, answer } = call(orderSign({ prefetch }, { draftOrders }));
    await answer;
    expect(JSON.stringify(harness.interpreted)).toContain('"resourceType":"Medication","id":"m1"');
  });

  it('[54] no FHIR call when prefetch suffices', async () => {
    const server = await fhir(serving([patient, result()]));
    await call(orderSign({ ...access(server.base) }), [server.base]).answer;
    expect(server.asked).toEqual([]);
  });
});

const slow: Behaviour = () => undefined;
const status =
  (code: number): Behaviour =>
  (_request, response) =>
    sendFhir(
      response,
      { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'x', diagnostics: 'Patient/p1 secret' }] },
      code,
    );

describe('a FHIR server in trouble', () => {
  it.each<[string, Behaviour]>([
    ['hangs', slow],
    ['401', status(401)],
    ['403', status(403)],
    ['404', status(404)],
    ['429', status(429)],
    ['500', status(500)],
    ['503', status(503)],
    ['HTML', (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>login</html>')],
    ['an empty body', (_request, response) => void response.writeHead(200).end()],
    ['JSON that is no FHIR', (_request, response) => sendFhir(response, { hello: 1 })],
    ['a cut body', (_request, response) => void response.writeHead(200, { 'content-length': '1000' }).write('{"resourceType":')],
    ['a reset connection', (request) => void request.socket.resetAndDestroy()],
    ['a redirect', (_request, response, base) => void response.writeHead(302, { location: `${base}/elsewhere` }).end()],
    ['deep nesting', (_request, response) => void response.writeHead(200).end('['.repeat(50_000))],
  ])('[49] %s → 412 in bounded time, never 5xx, never silence', async (_name, behave) => {
    const server = await fhir(behave);
    // One that hangs does so for longer than this test may take: it is the service that ends the waiting.
    const { harness, answer } = call(orderSign({ prefetch: {}, ...access(server.base) }), [server.base], 450);
    const { status: code, text } = await answer;
    expect(code).toBe(412);
    expect(text + harness.logs.join('')).not.toMatch(/secret/);
  });

  it('[49] an answer without end is not read on: the connection is closed', async () => {
    let closed: () => void = () => undefined;
    const end = new Promise<void>((resolve) => (closed = resolve));
    const server = await fhir((_request, response) => {
      const more = (): void => {
        if (!response.destroyed) response.write('[1],'.repeat(1000), () => setImmediate(more));
      };
      response.once('close', closed);
      response.writeHead(200);
      more();
    });
    const reader = createFhirReader({ answerBytes: 10_000 });
    const query = { query: 'Observation?patient=p1', types: ['Observation'] };
    const part = await reader.read({ base: server.base, token: 't' }, query, new AbortController().signal);
    expect(part).toEqual({ state: 'failed', why: 'unreadable' });
    await end;
    await reader.close();
  });

  it('[49] hanging for one part only: the rest is answered in time and the part is named', async () => {
    const server = await fhir((request_, response, base) =>
      (request_.url ?? '').includes('category=laboratory') ? undefined : serving([patient, result()])(request_, response, base),
    );
    const { text } = await call(orderSign({ prefetch: {}, ...access(server.base) }), [server.base], 3_000).answer;
    expect(advised(text)).toBe(true);
    expect(text).toContain('laboratory results (no answer in time)');
  });

  it('[47] [49] endless page links end', async () => {
    let page = 0;
    const server = await fhir((_request, response, base) => {
      page += 1;
      sendFhir(response, { ...bundle(result(`r${page}`)), link: [{ relation: 'next', url: `${base}?page=${page}` }] });
    });
    const answer = await call(orderSign({ prefetch: {}, ...access(server.base) }), [server.base], 450).answer;
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('only in part');
  });
});

describe('the token stays with its server (SSRF)', () => {
  it('[29] [31] a server that is not on the list is never called', async () => {
    const server = await fhir(serving([patient, result()]));
    const answer = await call(orderSign({ prefetch: {}, ...access(server.base) }), ['https://ehr.example.org/R4']).answer;
    expect(answer.status).toBe(412);
    expect(answer.text).toContain('not among the trusted servers');
    expect(server.asked).toEqual([]);
  });

  it.each(['/', '/../admin', '?x=', '#', '%2f..', '@evil.example.org', ':80', '.evil.example.org', '\\evil'])(
    '[29] a base that only begins like a listed one (%s) is never called',
    async (suffix) => {
      const server = await fhir(serving([patient, result()]));
      const { answer } = call(orderSign({ prefetch: {}, ...access(`${server.base}/x${suffix}`) }), [server.base]);
      expect([400, 412]).toContain((await answer).status);
      expect(server.asked).toEqual([]);
    },
  );

  it('[31] page links on another origin or outside the base are not followed', async () => {
    const other = await fhir(serving([result('stolen')]));
    for (const url of [`${other.base}/Observation`, '//127.0.0.1:1/x', 'file:///etc/passwd', '/admin', '../admin']) {
      const server = await fhir((request_, response, base) =>
        (request_.url ?? '').includes('Observation')
          ? sendFhir(response, { ...bundle(), link: [{ relation: 'next', url }] })
          : serving([patient])(request_, response, base),
      );
      await call(orderSign({ prefetch: {}, ...access(server.base) }), [server.base]).answer;
      expect(server.asked.filter(({ path }) => path.includes('admin'))).toEqual([]);
    }
    expect(other.asked).toEqual([]);
  });

  it('[31] redirects are not followed', async () => {
    const other = await fhir(serving([result()]));
    const server = await fhir((_request, response) => void response.writeHead(307, { location: `${other.base}/Observation` }).end());
    await call(orderSign({ prefetch: {}, ...access(server.base) }), [server.base]).answer;
    expect(other.asked).toEqual([]);
  });

  it('[31] a token that would break the header is a failed read, not an error', async () => {
    const server = await fhir(serving([patient, result()]));
    const body = orderSign({ prefetch: {}, ...access(server.base) });
    (body.fhirAuthorization as Record<string, unknown>).access_token = 'a\r\nx-evil: 1';
    expect((await call(body, [server.base]).answer).status).toBe(412);
    expect(server.asked).toEqual([]);
  });

  it('[41] a foreign patient sent by the FHIR server → 400', async () => {
    const server = await fhir((_request, response) => sendFhir(response, { resourceType: 'Patient', id: 'p2' }));
    const prefetch = { ...fullPrefetch(), patient: undefined };
    expect((await call(orderSign({ prefetch, ...access(server.base) }), [server.base]).answer).status).toBe(400);
  });

  it('[52] orders and results by absolute reference are this patient’s', async () => {
    const absolute = { ...result(), subject: { reference: 'https://ehr.example.org/R4/Patient/p1' } };
    const order = { ...clopidogrel(), subject: { reference: 'https://ehr.example.org/R4/Patient/p1/_history/2' } };
    const body = orderSign({ prefetch: { ...fullPrefetch(), genomics: bundle(absolute) } }, { draftOrders: bundle(order) });
    expect(advised((await call(body).answer).text)).toBe(true);
  });
});
