/** Captured requests against the service over HTTP: signed, unsigned, wrong; and against servers that are something else. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { capturedIn, type Captured } from '../../cds-service/request-bench/captured.ts';
import { CHECK_DEFAULTS } from '../../cds-service/request-bench/check-defaults.ts';
import { connectionProblem } from '../../cds-service/request-bench/exchange.ts';
import { publicJwk, signerFrom, type Signer } from '../../cds-service/request-bench/signing.ts';
import { trialText } from '../../cds-service/request-bench/terminal.ts';
import { tryRequest, type Trial, type TrialSetting } from '../../cds-service/request-bench/trial.ts';
import { createTestApp, orderSign, TEST_EHR, trustOf, type TestApp } from '../service/harness.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const setting = (url: string, change: Partial<TrialSetting> = {}): TrialSetting => ({
  url,
  timeoutMs: 5000,
  now: Date.now,
  check: CHECK_DEFAULTS,
  ...change,
});

function captured(value: unknown = orderSign()): Captured {
  const [first] = capturedIn(value, 'test');
  if (first === undefined) throw new Error('no request in it');
  return first;
}

async function one(url: string, change: Partial<TrialSetting> = {}, value?: unknown): Promise<Trial> {
  const [trial] = await tryRequest(captured(value), setting(url, { service: 'pgx-order-sign', ...change }));
  if (trial === undefined) throw new Error('no trial');
  return trial;
}

const pem = (kind: 'ec' | 'rsa'): string => {
  const pair = kind === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-384' }) : generateKeyPairSync('rsa', { modulusLength: 2048 });
  return String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
};

/** The real service on a port, trusting this signer's public key only. */
async function trusting(signer: Signer): Promise<{ url: string; app: TestApp }> {
  const app = createTestApp();
  const url = await listening((request, response) => app.app(request, response));
  const { jwksUrl: _none, ...ehr } = TEST_EHR;
  app.setTrust(trustOf({ ehrs: [{ ...ehr, jwks: { keys: [await publicJwk(signer)] } }], publicUrl: url, auth: 'required' }));
  return { url, app };
}

describe('a captured request on a running service', () => {
  it('is answered on every service of its hook, with keys, phases, cards and no complaint', async () => {
    const { app } = createTestApp();
    const url = await listening((request, response) => app(request, response));
    const trials = await tryRequest(captured(), setting(`${url}/`));
    expect(trials.map(({ service, status, problem }) => [service, status, problem])).toEqual([
      ['pgx-order-sign', 200, undefined],
      ['oncology-order-sign', 200, undefined],
    ]);
    const [trial] = trials;
    expect(trial?.keys.find(({ key }) => key === 'genomics')).toEqual({ key: 'genomics', state: 'used', count: 1 });
    expect(trial?.phases.map(({ name }) => name)).toEqual(['verify', 'read', 'fetch', 'interpret', 'answer', 'total']);
    expect([trial?.cards.length, trial?.complaints]).toEqual([1, []]);
    const text = trialText(trial ?? (trials[0] as unknown as Trial), { colours: false, width: 100 });
    expect(text).toContain('STOP');
    expect(text).toContain('CYP2C19 poor metabolizer: avoid clopidogrel');
    expect(text).toContain('[ ] Replace clopidogrel by prasugrel (recommended)');
    expect(text).toContain('delete MedicationRequest/order-1: Remove the order for clopidogrel');
    expect(text).toContain('Override: Benefit outweighs the risk');
  });

  it.each(['ec', 'rsa'] as const)('signed with a key of kind %s it is accepted; another key, issuer or audience is not', async (kind) => {
    const signer = await signerFrom(pem(kind), { issuer: TEST_EHR.issuer });
    const { url } = await trusting(signer);
    expect(await one(url, { signer })).toMatchObject({ status: 200, signed: { alg: kind === 'ec' ? 'ES384' : 'RS384' } });
    const wrong = {
      key: await signerFrom(pem(kind), { issuer: TEST_EHR.issuer, kid: signer.kid }),
      issuer: await signerFrom(pem(kind), { issuer: 'https://other.example.org' }),
      audience: { ...signer, audience: 'https://cds.example.org' },
    };
    for (const other of Object.values(wrong)) {
      const { problem } = await one(`${url}/cds-services/pgx-order-sign`, { signer: other });
      expect(problem?.kind).toBe('refused');
      expect(problem?.what).toContain(`iss "${other.issuer}"`);
      expect(problem?.todo).toContain('caller refused');
    }
    const unsigned = await one(url);
    expect(unsigned.problem).toMatchObject({ kind: 'refused', what: expect.stringContaining('was not signed') as string });
  });

  it('that misses its results is told which: the refusal and the keys', async () => {
    const { app } = createTestApp();
    const url = await listening((request, response) => app(request, response));
    const trial = await one(url, {}, { ...orderSign(), prefetch: {} });
    expect(trial.problem).toMatchObject({
      kind: 'refused',
      said: [expect.stringContaining('prefetch.genomics'), expect.stringContaining('prefetch.laboratory')],
    });
    expect(trial.keys.every(({ state }) => state === 'missing')).toBe(true);
    expect(trial.findings.filter(({ handling }) => handling === 'refused').map(({ where }) => where)).toEqual([
      '$.prefetch.genomics',
      '$.prefetch.laboratory',
    ]);
  });

  it('keys read from the FHIR server are told apart from those that failed', async () => {
    const fhir = await listening((request, response) => {
      const failed = request.url?.includes('/DiagnosticReport') === true;
      response.writeHead(failed ? 403 : 200, { 'content-type': 'application/fhir+json' });
      response.end(
        JSON.stringify({
          resourceType: 'Bundle',
          type: 'searchset',
          total: 1,
          entry: [
            {
              resource: {
                resourceType: 'Observation',
                id: 'r',
                status: 'final',
                subject: { reference: 'Patient/p1' },
                code: { text: 'CYP2C19' },
              },
            },
          ],
        }),
      );
    });
    const trust = {
      ehrs: [{ ...TEST_EHR, jwksUrl: undefined, fhirServers: [fhir], allowInsecureLoopback: true }],
      publicUrl: 'http://127.0.0.1:4020',
      auth: 'off',
    };
    const { app } = createTestApp({ trust: JSON.parse(JSON.stringify(trust)) as Record<string, unknown>, limits: { answerMs: 5000 } });
    const url = await listening((request, response) => app(request, response));
    const { genomics: _g, reports: _r, ...prefetch } = orderSign()['prefetch'] as Record<string, unknown>;
    const body = {
      ...orderSign(),
      prefetch,
      fhirServer: fhir,
      fhirAuthorization: { access_token: 't', token_type: 'Bearer', expires_in: 300, scope: 'patient/*.rs', subject: 's' },
    };
    const { keys, findings } = await one(url, {}, body);
    const about = (key: string) => findings.find(({ where }) => where === `$.prefetch.${key}`);
    expect(about('genomics')).toMatchObject({ handling: 'fetched', what: 'Read from fhirServer with the token of the call.' });
    expect(about('reports')).toMatchObject({ handling: 'said', what: expect.stringContaining('not permitted') as string });
    expect(keys.find(({ key }) => key === 'genomics')).toEqual({ key: 'genomics', state: 'fetched', count: 1 });
    expect(keys.find(({ key }) => key === 'reports')).toEqual({ key: 'reports', state: 'failed', count: 0, note: 'not permitted' });
    expect(keys.find(({ key }) => key === 'conditions')).toEqual({ key: 'conditions', state: 'empty', count: 0 });
  });

  it('a server that is not trusted is not read, and the finding says why', async () => {
    const { app } = createTestApp();
    const url = await listening((request, response) => app(request, response));
    const { vitals: _vitals, ...prefetch } = orderSign()['prefetch'] as Record<string, unknown>;
    const access = { fhirServer: 'https://untrusted.example.org/R4', fhirAuthorization: { access_token: 't', token_type: 'Bearer' } };
    const { findings, keys } = await one(url, {}, { ...orderSign(), prefetch, ...access });
    expect(keys.find(({ key }) => key === 'vitals')?.state).toBe('missing');
    expect(findings.find(({ where }) => where === '$.prefetch.vitals')).toMatchObject({
      handling: 'ignored',
      what: expect.stringContaining('not among the trusted') as string,
    });
  });

  it('a masked token is not sent', async () => {
    let sent: unknown;
    const url = await listening((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        sent = text === '' ? sent : JSON.parse(text);
        response.setHeader('content-type', 'application/json');
        response.end(request.method === 'GET' ? '{"services":[{"id":"pgx-order-sign","hook":"order-sign"}]}' : '{"cards":[]}');
      });
    });
    const trial = await one(
      url,
      {},
      { ...orderSign(), fhirServer: 'https://x.example.org', fhirAuthorization: { access_token: '••••••' } },
    );
    expect(trial.notes.join(' ')).toContain('masked');
    expect(sent).not.toHaveProperty('fhirAuthorization');
  });
});

describe('what is no CDS service, or not the right address', () => {
  const page: RequestListener = (_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<html>Welcome</html>');
  };
  it.each<[string, RequestListener, string, RegExp]>([
    ['a web page', page, 'connection', /not a CDS Hooks service.*text\/html/],
    [
      'another API',
      (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}'),
      'connection',
      /without "services"/,
    ],
    ['nothing there', (_request, response) => response.writeHead(404).end('Not found'), 'connection', /not a CDS Hooks service.*404/],
    [
      'a redirect',
      (_request, response) => response.writeHead(301, { location: 'https://elsewhere.example.org/secret?x=1' }).end(),
      'connection',
      /sends elsewhere \(301 to https:\/\/elsewhere\.example\.org\)/,
    ],
    ['a proxy that fails', (_request, response) => response.writeHead(502).end('<html>'), 'refused', /failed \(502\)/],
    ['a proxy that forbids', (_request, response) => response.writeHead(403).end(), 'refused', /403/],
  ])('%s', async (_name, listener, kind, what) => {
    const { problem } = await one(await listening(listener));
    expect([problem?.kind, problem?.what]).toEqual([kind, expect.stringMatching(what)]);
    expect(problem?.todo).not.toBe('');
  });

  it('a port where nothing listens', async () => {
    const url = await listening(page);
    await new Promise((resolve) => servers.pop()?.close(resolve));
    expect((await one(url)).problem).toMatchObject({ kind: 'connection', what: expect.stringContaining('Nothing listens') as string });
  });

  it('a server that never answers', async () => {
    expect((await one(await listening(() => undefined), { timeoutMs: 200 })).problem).toMatchObject({
      kind: 'connection',
      what: expect.stringContaining('did not answer') as string,
    });
  });

  it('https at a port of plain http', async () => {
    const url = (await listening(page)).replace('http:', 'https:');
    expect((await one(url)).problem).toMatchObject({ kind: 'connection', what: expect.stringMatching(/does not speak https/) as string });
  });

  it.each(['not a url', 'ftp://x.example.org', 'https://user:word@x.example.org'])('%s is no address', async (url) => {
    expect((await one(url)).problem?.kind).toBe('input');
  });

  it('a key that only another service of the hook asks for is no fault of a capture that names no service', async () => {
    const { app } = createTestApp();
    const url = await listening((request, response) => app(request, response));
    const sent = orderSign();
    const trials = await tryRequest(
      captured({ ...sent, prefetch: { ...(sent['prefetch'] as object), specimens: null, other: null } }),
      setting(url),
    );
    const unasked = trials.map(({ service, findings }) => [
      service,
      findings.filter(({ rule }) => rule === 'prefetch.unasked').map(({ where }) => where),
    ]);
    expect(unasked).toEqual([
      ['pgx-order-sign', ['$.prefetch.other']],
      ['oncology-order-sign', ['$.prefetch.other']],
    ]);
  });

  it('an unknown service names those there are', async () => {
    const { app } = createTestApp();
    const url = await listening((request, response) => app(request, response));
    expect((await one(url, { service: 'nothing' })).problem?.todo).toContain('pgx-order-sign (order-sign)');
    expect((await one(`${url}/cds-services/nothing`, { service: undefined } as unknown as Partial<TrialSetting>)).problem?.what).toContain(
      'There is no service "nothing"',
    );
  });

  it.each([
    ['CERT_HAS_EXPIRED', /has expired/, /Renew/],
    ['CERT_NOT_YET_VALID', /not valid yet/, /clocks/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /another name/, /name/],
    ['SELF_SIGNED_CERT_IN_CHAIN', /not signed by an authority/, /NODE_EXTRA_CA_CERTS/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /chain is not sent whole/, /whole chain/],
    ['ENOTFOUND', /not known/, /--url/],
    ['EHOSTUNREACH', /cannot be reached/, /firewall/],
    ['SOMETHING_NEW', /could not be called \(SOMETHING_NEW\)/, /--url/],
  ])('%s', (code, what, todo) => {
    const cause = Object.assign(new Error('inner'), { code });
    const problem = connectionProblem(new TypeError('fetch failed', { cause }), 'https://cds.example.org/cds-services', 1000);
    expect(problem).toMatchObject({
      kind: 'connection',
      what: expect.stringMatching(what) as string,
      todo: expect.stringMatching(todo) as string,
    });
  });
});
