/** The deployed program by itself: as Lambda loads it (a CommonJS module) and with a Medplum client that answers as a test says. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseTrust } from '../../cds-service/config/trust.ts';
import { createKeySets } from '../../cds-service/hooks/key-sets.ts';
import { verifyClientJwt } from '../../cds-service/hooks/client-jwt.ts';
import { SERVICES } from '../../cds-service/hooks/services.ts';
import { botProgram } from '../../cds-service/medplum/bot-program.ts';
import { newPrivateKey, publicKeyOf } from '../../cds-service/medplum/client-key.ts';
import { readHookAnswer } from '../../cds-service/medplum/hook-answer.ts';
import { KEY_SECRET } from '../../cds-service/medplum/marks.ts';
import { issuerOf, trustEntry } from '../../cds-service/medplum/trust-entry.ts';

const FHIR = 'http://127.0.0.1:8103/fhir/R4';
const PATIENT = '0b9a2d9a-7a55-4f0c-9b57-0b1d7b6f2f10';
const KEY = newPrivateKey();
const SECRETS = { [KEY_SECRET]: { name: KEY_SECRET, valueString: KEY } };
const service = SERVICES.find(({ id }) => id === 'pgx-patient-view') ?? SERVICES[0];
if (service === undefined) throw new Error('no service');

let server: Server | undefined;
let folder: string | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true });
  [server, folder] = [undefined, undefined];
});

interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    prefetch: Record<string, { resourceType: string; entry?: unknown[]; link?: unknown[] }>;
    context: object;
    [name: string]: unknown;
  };
}

type Handler = (medplum: object, event: object) => Promise<unknown>;

/** The program for a Genehook that answers with `answer`, and what it received. */
async function program(answer: RequestListener): Promise<{ handler: Handler; received: Received[]; url: string }> {
  const received: Received[] = [];
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(text) as Received['body'] });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => {
    server?.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { handler: load(url), received, url };
}

function load(publicUrl: string): Handler {
  const made = botProgram({ service: service as (typeof SERVICES)[number], publicUrl, fhirBase: FHIR, issuer: issuerOf(FHIR, 'p') });
  folder = mkdtempSync(join(tmpdir(), 'genehook-bot-'));
  const file = join(folder, made.filename);
  writeFileSync(file, made.code);
  return (createRequire(import.meta.url)(file) as { handler: Handler }).handler;
}

const cards: RequestListener = (_request, response) => response.setHeader('content-type', 'application/json').end('{"cards":[]}');
const call = (change: object = {}) => ({
  hook: 'patient-view',
  hookInstance: 'h',
  context: { patientId: PATIENT, userId: 'Practitioner/x' },
  ...change,
});
const bundle = (...ids: string[]) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: ids.map((id) => ({ resource: { resourceType: 'Observation', id } })),
});
const noData = { get: () => Promise.resolve(bundle()) };

describe('the Bot program', () => {
  it('signs a token that the service verifies with the printed trust entry, once', async () => {
    const { handler, received, url } = await program(cards);
    await expect(handler(noData, { input: call(), secrets: SECRETS })).resolves.toEqual({ cards: [] });
    const [one] = received;
    const key = publicKeyOf(KEY);
    const entry = trustEntry({ fhirBase: FHIR, project: { id: 'p', name: 'P' }, publicUrl: url, key, appId: 'a' });
    const trust = parseTrust({ ehrs: [entry], publicUrl: url, auth: 'required' });
    if (!trust.ok) throw new Error(trust.issues.join('; '));
    const used = new Set<string>();
    const verify = (now = Date.now() / 1000, audience = `${url}/cds-services/${service.id}`) =>
      verifyClientJwt(one?.headers.authorization, {
        ehrs: trust.trust.ehrs,
        keys: createKeySets({ now: Date.now }),
        audiences: [audience],
        now,
        maxAgeSeconds: 3600,
        firstUse: (_issuer, id) => Promise.resolve(!used.has(id) && used.add(id) !== undefined),
      });
    expect(await verify()).toMatchObject({ ok: true });
    expect(await verify()).toMatchObject({ ok: false, fault: 'replayed' });
    expect(await verify(Date.now() / 1000 + 400)).toMatchObject({ ok: false, fault: 'expired' });
    expect(await verify(undefined, 'https://elsewhere.example')).toMatchObject({ ok: false, fault: 'audience' });
  });

  it('hands on hook, context and prefetch, and no token of the caller', async () => {
    const { handler, received } = await program(cards);
    const genomics = bundle('g1');
    await handler(noData, {
      input: call({ prefetch: { genomics, laboratory: null }, fhirAuthorization: { access_token: 'of-the-user' }, extension: { x: 1 } }),
      secrets: SECRETS,
    });
    const [one] = received;
    expect(one?.path).toBe(`/cds-services/${service.id}`);
    expect(Object.keys(one?.body ?? {}).sort()).toEqual(['context', 'fhirServer', 'hook', 'hookInstance', 'prefetch']);
    expect(one?.body.fhirServer).toBe(FHIR);
    expect(one?.body.prefetch.genomics).toEqual(genomics);
    expect(one?.body.prefetch.laboratory).toBeNull();
    expect(JSON.stringify(one)).not.toContain('of-the-user');
  });

  it('reads what the caller left out, with the caller’s own rights; what fails is sent as failed, not as nothing', async () => {
    const { handler, received } = await program(cards);
    const asked: string[] = [];
    const medplum = {
      get(path: string) {
        asked.push(path);
        return path.includes('category=laboratory') ? Promise.reject(new Error('Forbidden')) : Promise.resolve(bundle('x'));
      },
    };
    await handler(medplum, { input: call({ prefetch: { genomics: bundle() } }), secrets: SECRETS });
    const prefetch = received[0]?.body.prefetch ?? {};
    expect(Object.keys(prefetch).sort()).toEqual([...service.keys].sort());
    expect(prefetch.genomics?.entry).toEqual([]);
    expect(prefetch.laboratory).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ severity: 'error' }] });
    expect(asked).toHaveLength(service.keys.length - 1);
    for (const path of asked) expect(path).toContain(PATIENT);
  });

  it('follows the pages of a search, on Medplum only, and keeps the link when it cannot', async () => {
    const { handler, received } = await program(cards);
    const next = (url: string) => [{ relation: 'next', url }];
    const medplum = {
      get: (path: string) =>
        Promise.resolve(path.endsWith('_offset=1') ? { ...bundle('g2'), link: next(`${FHIR}/Observation?_offset=2`) } : bundle('g3')),
    };
    const prefetch = {
      genomics: { ...bundle('g1'), total: 3, link: next(`${FHIR}/Observation?_offset=1`) },
      conditions: { ...bundle('c1'), link: next('https://elsewhere.example/page') },
    };
    await handler(medplum, { input: call({ prefetch }), secrets: SECRETS });
    const sent = received[0]?.body.prefetch ?? {};
    expect(sent.genomics?.entry).toHaveLength(3);
    expect(sent.genomics?.link).toEqual([]);
    expect(sent.conditions).toMatchObject({ entry: [{}], link: next('https://elsewhere.example/page') });
  });

  it('names the user who called where the caller did not', async () => {
    const { handler, received } = await program(cards);
    await handler(noData, {
      input: call({ context: { patientId: PATIENT } }),
      secrets: SECRETS,
      requester: { reference: 'Practitioner/y' },
    });
    expect(received[0]?.body.context).toEqual({ patientId: PATIENT, userId: 'Practitioner/y' });
  });

  it.each<[string, object, string]>([
    ['another hook', { input: call({ hook: 'order-sign' }), secrets: SECRETS }, 'not for the hook patient-view'],
    ['no call at all', { input: 'x', secrets: SECRETS }, 'not for the hook patient-view'],
    [
      'a patient id that leads elsewhere',
      { input: call({ context: { patientId: '../Practitioner' } }), secrets: SECRETS },
      'is not a FHIR id',
    ],
    ['no key', { input: call(), secrets: {} }, `secret ${KEY_SECRET} is missing`],
    ['a broken key', { input: call(), secrets: { [KEY_SECRET]: { valueString: 'x' } } }, 'is not a key'],
  ])('%s: fails before anything is sent', async (_name, event, said) => {
    const { handler, received } = await program(cards);
    await expect(handler(noData, event)).rejects.toThrow(said);
    expect(received).toEqual([]);
  });

  it.each<[string, RequestListener, string]>([
    [
      '401',
      (_request, response) => response.writeHead(401).end('{"issue":[{"diagnostics":"A valid client JWT is needed"}]}'),
      'Genehook refused the call: HTTP 401: A valid client JWT is needed',
    ],
    ['500 without a body', (_request, response) => response.writeHead(500).end(), 'Genehook refused the call: HTTP 500'],
    ['a web page', (_request, response) => response.end('<html>'), 'holds no cards'],
    ['JSON without cards', (_request, response) => response.end('{}'), 'holds no cards'],
    ['a redirect', (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(), 'could not be reached'],
    ['a cut connection', (request) => request.socket.destroy(), 'could not be reached'],
  ])('Genehook answers with %s: the Bot fails and never returns an empty list', async (_name, answer, said) => {
    const { handler } = await program(answer);
    await expect(handler(noData, { input: call(), secrets: SECRETS })).rejects.toThrow(said);
  });

  it('is read as CommonJS by Medplum, whose test is the bare word for ES modules', () => {
    for (const each of SERVICES) {
      const { code, filename } = botProgram({ service: each, publicUrl: 'https://cds.example.org', fhirBase: FHIR, issuer: 'i' });
      expect(code).not.toMatch(/\bexport\b/);
      expect(filename).toMatch(/\.cjs$/);
      expect(code).not.toContain('console.');
    }
  });
});

describe('whose fault a failed call is', () => {
  const outcome = (text: string) => ({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'invalid', details: { text } }],
  });
  it.each<[string, number, unknown, string, RegExp]>([
    ['the VM of a self-hosted server', 400, outcome('Genehook refused the call: HTTP 401: no'), 'Genehook', /trust file/],
    [
      'Lambda',
      400,
      { errorType: 'Error', errorMessage: 'Genehook refused the call: HTTP 412: prefetch', trace: [] },
      'Genehook',
      /read Observations/,
    ],
    [
      'a log with a stack',
      400,
      outcome('Unhandled error: Genehook Bot: Genehook could not be reached (ECONNREFUSED)\n at x'),
      'the Bot',
      /must reach the address/,
    ],
    ['the key', 400, outcome('Genehook Bot: the project secret GENEHOOK_CLIENT_KEY is missing'), 'the Bot', /Run connect again/],
    ['bots switched off', 400, outcome('Bots not enabled'), 'Medplum', /adds "bots"/],
    ['the VM switched off', 400, outcome('VM Context bots not enabled on this server'), 'Medplum', /vmContextBotsEnabled/],
    ['no right to the Bot', 403, outcome('Forbidden'), 'Medplum', /access policy/],
    ['no such Bot', 404, outcome('Not found'), 'Medplum', /run connect again/],
    ['too large', 413, 'File too large', 'Medplum', /larger than the server takes/],
    ['something else', 400, outcome('boom'), 'Medplum', /AuditEvents/],
    ['an answer without cards', 200, {}, 'the Bot', /Run connect again/],
    ['text', 502, 'Bad Gateway', 'Medplum', /AuditEvents/],
  ])('%s', (_name, status, body, where, advice) => {
    expect(readHookAnswer(status, body)).toMatchObject({ ok: false, where, advice: expect.stringMatching(advice) as string });
  });

  it('cards are cards', () => expect(readHookAnswer(200, { cards: [{ summary: 'x' }] })).toEqual({ ok: true, cards: [{ summary: 'x' }] }));
});
