/** The panel's HTTP API: sections as they come, refusals in their own status, framing by trusted EHRs only. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, ISSUER, result } from './harness.ts';
import { sendFhir, serving, startFhirDouble, type Behaviour, type FhirDouble } from './fhir-double.ts';

const patient = { resourceType: 'Patient', id: 'p1' };
let doubles: FhirDouble[] = [];
afterEach(async () => {
  await Promise.all(doubles.map((double) => double.close()));
  doubles = [];
});

async function appWith(behave: Behaviour, panelFolder?: string, scope?: string) {
  const fhir = await startFhirDouble(behave);
  doubles.push(fhir);
  const ehr = {
    name: 'EHR',
    issuer: ISSUER,
    jwks: { keys: [{ kty: 'EC', kid: 'x' }] },
    fhirServers: [fhir.base],
    profile: 'generic',
    allowInsecureLoopback: true,
    origins: ['https://screens.example.org'],
    panel: { clientId: 'genehook-panel', ...(scope === undefined ? {} : { scope }) },
  };
  const trust = { ehrs: [ehr], publicUrl: 'http://127.0.0.1:4020', auth: 'required' };
  const harness = createTestApp({ trust, ...(panelFolder === undefined ? {} : { panelFolder }) });
  const report = (body: object = {}, token: string | null = 'user-token') => {
    const call = request(harness.app).post('/panel/report').set('content-type', 'application/json');
    return (token === null ? call : call.set('authorization', `Bearer ${token}`)).send(
      JSON.stringify({ fhirServer: fhir.base, patientId: 'p1', ...body }),
    );
  };
  return { fhir, harness, report };
}

describe('panel report', () => {
  it('NDJSON: sources as they are read, then the sections, then done', async () => {
    const { report, fhir } = await appWith(serving([patient, result()]));
    const answer = await report()
      .buffer(true)
      .parse((response, done) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => done(null, text));
      });
    expect(answer.headers['content-type']).toContain('application/x-ndjson');
    const lines = String(answer.body)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { section: string; source?: { key: string; state: string } });
    const sections = lines.map(({ section }) => section).filter((section) => section !== 'source');
    expect(sections).toEqual(['patient', 'orders', 'pgx', 'oncology', 'trials', 'predictions', 'warnings', 'done']);
    expect(lines.find(({ source }) => source?.key === 'genomics')?.source?.state).toBe('data');
    expect(fhir.asked.every(({ authorization }) => authorization === 'Bearer user-token')).toBe(true);
  });

  it('vaccines are read where the site registered them, and their refusal is no fault', async () => {
    const scope = 'launch patient/Patient.read patient/Observation.read patient/Immunization.read';
    const { report, fhir } = await appWith(
      (asked, response, base) =>
        asked.url?.includes('/Immunization') === true ? sendFhir(response, {}, 403) : serving([patient, result()])(asked, response, base),
      undefined,
      scope,
    );
    expect((await report().set('accept', 'application/json')).status).toBe(200);
    const paths = fhir.asked.map(({ path }) => path);
    expect(paths.filter((path) => path.includes('Immunization?patient=p1'))).toHaveLength(1);
    expect(paths.filter((path) => /AdverseEvent|ResearchSubject/.test(path))).toEqual([]);
  });

  it('JSON when asked for, sections by name', async () => {
    const { report } = await appWith(serving([patient, result()]));
    const answer = await report().set('accept', 'application/json');
    expect(answer.body).toMatchObject({ report: { patient: { id: 'p1' } }, sources: expect.any(Array) });
    expect((await report({ sections: ['nonsense'] })).status).toBe(400);
  });

  it('a part that is forbidden is told as failed, never as empty', async () => {
    const { report } = await appWith((request_, response, base) =>
      (request_.url ?? '').includes('MedicationRequest') ? sendFhir(response, {}, 403) : serving([patient])(request_, response, base),
    );
    const { body } = await report().set('accept', 'application/json');
    expect(body.sources).toContainEqual({
      key: 'medications',
      label: 'current medication orders',
      state: 'failed',
      count: 0,
      why: 'not permitted',
    });
  });

  it('genetic results that only a search by code finds are waited for; unanswered they are told as not read, never as none', async () => {
    const byCode = (wait: number) =>
      appWith((asked, response, base) => {
        const answer = () => serving([patient, result()])(asked, response, base);
        // Height, weight and performance are asked for by code too.
        if (/Observation\?.*code=[^&]*69548-6/.test(asked.url ?? '')) setTimeout(answer, wait).unref();
        else if (asked.url?.includes('/Observation') === true) sendFhir(response, { resourceType: 'Bundle', type: 'searchset', total: 0 });
        else answer();
      });
    const late = await byCode(900);
    const { body } = await late.report().set('accept', 'application/json');
    expect(late.harness.interpreted[0]?.some(({ resourceType }) => resourceType === 'Observation')).toBe(true);
    expect((body.sources as { state: string }[]).filter(({ state }) => state === 'failed')).toEqual([]);
    const never = await byCode(20_000);
    expect((await never.report().set('accept', 'application/json')).body.sources).toContainEqual({
      key: 'genomics', label: 'genetic results filed under another category or none', state: 'failed', count: 0, why: 'no answer in time',
    }); // prettier-ignore
  });

  it('orders that are over are read too, apart from those of today: lines of therapy and trials ask for them', async () => {
    const order = (id: string, status: string) => ({ resourceType: 'MedicationRequest', id, status, subject: { reference: 'Patient/p1' } });
    const { report, harness } = await appWith((request_, response, base) => {
      const status = new URL(request_.url ?? '', base).searchParams.get('status')?.split(',') ?? [];
      const orders = [order('today', 'active'), order('over', 'stopped')].filter((one) => status.includes(one.status));
      return serving([patient, ...orders])(request_, response, base);
    });
    const { body } = await report().set('accept', 'application/json');
    const state = (key: string) => (body.sources as { key: string; count: number }[]).find((source) => source.key === key)?.count;
    expect([state('medications'), state('earlier')]).toEqual([1, 1]);
    expect(harness.interpreted[0]?.map(({ id }) => id)).toEqual(expect.arrayContaining(['today', 'over']));
  });

  it.each<[string, Behaviour, number]>([
    ['an expired session', (_request, response) => sendFhir(response, {}, 401), 401],
    ['a session that may not read the patient: a new launch would bring no more', (_request, response) => sendFhir(response, {}, 403), 403],
    ['an unknown patient', serving([]), 404],
    ['a broken server', (_request, response) => sendFhir(response, {}, 500), 502],
    ['another patient', (_request, response) => sendFhir(response, { resourceType: 'Patient', id: 'p2' }), 502],
  ])('%s → %s', async (_name, behave, status) => {
    const { report } = await appWith(behave);
    expect((await report().set('accept', 'application/json')).status).toBe(status);
  });

  it('no token → 401, foreign server → 403, bad patient id → 400; nothing is fetched', async () => {
    const { report, fhir } = await appWith(serving([patient]));
    expect((await report({}, null)).status).toBe(401);
    expect((await report({ fhirServer: 'https://evil.example.org/R4' })).status).toBe(403);
    expect((await report({ fhirServer: `${fhir.base}/../admin` })).status).toBe(403);
    expect((await report({ patientId: '../p2' })).status).toBe(400);
    expect(fhir.asked).toEqual([]);
  });
});

describe('panel feedback', () => {
  const items = [{ card: 'c1', outcome: 'overridden', outcomeTimestamp: '2026-11-20T10:00:00Z', overrideReason: { userComment: 'x' } }];
  const send = (harness: Awaited<ReturnType<typeof appWith>>['harness'], fhirServer: string) =>
    request(harness.app)
      .post('/panel/feedback')
      .set('content-type', 'application/json')
      .set('authorization', 'Bearer t')
      .send(JSON.stringify({ fhirServer, patientId: 'p1', feedback: items }));

  it('is kept when the token opens the patient, and only then', async () => {
    const open = await appWith(serving([patient]));
    expect((await send(open.harness, open.fhir.base)).status).toBe(204);
    expect(open.harness.store.feedback).toMatchObject([{ source: 'panel', card: 'c1' }]);
    const closed = await appWith((_request, response) => sendFhir(response, {}, 401));
    expect((await send(closed.harness, closed.fhir.base)).status).toBe(401);
    expect(closed.harness.store.feedback).toEqual([]);
  });
});

describe('the panel as files', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'genehook-panel-'));
    writeFileSync(join(folder, 'launch.html'), '<!doctype html><title>Launch</title>');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('may be framed by the EHR’s screens, which are named; no X-Frame-Options', async () => {
    const { harness } = await appWith(serving([]), folder);
    const answer = await request(harness.app).get('/panel/launch.html');
    expect(answer.status).toBe(200);
    expect(answer.headers['x-frame-options']).toBeUndefined();
    expect(answer.headers['content-security-policy']).toMatch(/frame-ancestors [^;]*https:\/\/screens\.example\.org/);
    expect(answer.headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
  });

  it('the configuration names the issuers and client ids', async () => {
    const { harness, fhir } = await appWith(serving([]));
    const { body } = await request(harness.app).get('/panel/config');
    expect(body.issuers).toMatchObject([{ iss: fhir.base, clientId: 'genehook-panel', scope: expect.stringContaining('launch') }]);
  });

  it.each(['/panel/../package.json', '/panel/%2e%2e/package.json', '/panel/..%2fpackage.json'])(
    '%s gives no file outside',
    async (path) => {
      const { harness } = await appWith(serving([]), folder);
      expect([400, 403, 404]).toContain((await request(harness.app).get(path)).status);
    },
  );
});
