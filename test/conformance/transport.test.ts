/** Checklist A (transport and JSON), D (calling), I (CORS), J (errors). A number in brackets is the line of the checklist. */
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { loadClinic } from '../../cds-service/clinic.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { bundle, clopidogrel, createTestApp, ISSUER, orderSign, testClinic } from '../service/harness.ts';
import { answerFaults, emptyMembers, outcomeFaults } from './response-schema.ts';

const SERVICE = '/cds-services/pgx-order-sign';
const { app } = createTestApp();

const send = (body: unknown, type = 'application/json') =>
  request(app)
    .post(SERVICE)
    .set('content-type', type)
    .send(typeof body === 'string' ? body : JSON.stringify(body));

const sendPacked = (bytes: Buffer, coding: string) =>
  request(app)
    .post(SERVICE)
    .set('content-type', 'application/json')
    .set('content-encoding', coding)
    .serialize((packed) => packed)
    .send(bytes);

describe('transport and JSON', () => {
  it('[2] answers are application/json', async () => {
    const answer = await send(orderSign());
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
  });

  it('[3] no member of an answer is null or empty', async () => {
    const answer = await send(orderSign());
    expect(answer.body.cards).toHaveLength(1);
    expect(emptyMembers(answer.body)).toEqual([]);
  });

  it.each(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/fhir+json'])('[5] %s is accepted', async (type) => {
    expect((await send(orderSign(), type)).status).toBe(200);
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])('[5] %s is refused with 415', async (type) => {
    const answer = await send(orderSign(), type);
    expect(answer.status).toBe(415);
    expect(outcomeFaults(answer.body)).toEqual([]);
  });

  it.each([
    ['malformed', '{"hook":'],
    ['empty', ''],
    ['an array', '[]'],
    ['a string', '"x"'],
    ['a number', '7'],
    ['null', 'null'],
  ])('[6] %s body → 400', async (_name, body) => {
    const answer = await send(body);
    expect(answer.status).toBe(400);
    expect(outcomeFaults(answer.body)).toEqual([]);
  });

  it('[6] invalid UTF-8 → 400', async () => {
    const bytes = Buffer.from(JSON.stringify(orderSign()).replace('clopidogrel', 'clo#idogrel'));
    bytes[bytes.indexOf('#')] = 0xff;
    const answer = await sendPacked(bytes, 'identity');
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('not valid UTF-8')]);
  });

  it('[6] a leading byte order mark is no harm', async () => {
    expect((await send(`\uFEFF${JSON.stringify(orderSign())}`)).status).toBe(200);
  });

  it('[7] a body of 5 MB is served', async () => {
    const filler = 'x'.repeat(1000);
    const many = Array.from({ length: 5200 }, (_, index) => ({ resourceType: 'Observation', id: `f${index}`, note: filler }));
    const body = orderSign({ prefetch: { genomics: bundle(...many) } });
    expect(JSON.stringify(body).length).toBeGreaterThan(5_000_000);
    expect((await send(body)).status).toBe(200);
  });

  it.each([
    ['gzip', gzipSync],
    ['GZIP', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['Identity', (bytes: Buffer) => bytes],
  ])('[5] a body with Content-Encoding %s is read', async (coding, pack) => {
    const answer = await sendPacked(pack(Buffer.from(JSON.stringify(orderSign()))), coding);
    expect([answer.status, answer.body.cards?.length]).toEqual([200, 1]);
  });

  it.each<[string, string, Buffer, number]>([
    ['another coding', 'zstd', Buffer.from('{}'), 415],
    ['two codings', 'gzip, gzip', gzipSync(gzipSync('{}')), 415],
    ['a coding that the body does not have', 'gzip', Buffer.from(JSON.stringify(orderSign())), 400],
    ['a cut body', 'gzip', gzipSync(JSON.stringify(orderSign())).subarray(0, 200), 400],
    ['much in little (100 MB of blanks)', 'gzip', gzipSync(Buffer.alloc(100 * 1024 * 1024, 0x20)), 413],
    ['much in little, br', 'br', brotliCompressSync(Buffer.alloc(100 * 1024 * 1024, 0x20)), 413],
  ])('[5] [7] %s (%s) is refused', async (_name, coding, bytes, status) => {
    const answer = await sendPacked(bytes, coding);
    expect([answer.status, outcomeFaults(answer.body)]).toEqual([status, []]);
    if (status === 415) expect(answer.headers['accept-encoding']).toBe('gzip, deflate, br');
  });

  it('[7] a body beyond the limit → 413', async () => {
    const answer = await send(JSON.stringify({ filler: 'x'.repeat(11 * 1024 * 1024) }));
    expect(answer.status).toBe(413);
    expect(outcomeFaults(answer.body)).toEqual([]);
  });

  it('[7] a body beyond the limit without a length → 413', async () => {
    const small = createTestApp({ limits: { bodyBytes: 1000 } });
    const server = small.app.listen(0);
    const { port } = server.address() as AddressInfo;
    const status = await new Promise((resolve) => {
      const call = httpRequest({ port, path: SERVICE, method: 'POST', headers: { 'content-type': 'application/json' } }, (answer) =>
        resolve(answer.resume().statusCode),
      );
      call.write('x'.repeat(900));
      call.end('x'.repeat(900));
    });
    server.close();
    expect(status).toBe(413);
  });

  it('[8] 20,000 levels of nesting → 400, and the next call is served', async () => {
    const deep = `{"hook":"order-sign","prefetch":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    expect((await send(deep)).status).toBe(400);
    expect((await send(orderSign())).status).toBe(200);
  });

  it('[8] prototype members change nothing and are never echoed', async () => {
    const text = JSON.stringify(orderSign()).replace(
      '"context":{',
      '"__proto__":{"polluted":true},"context":{"constructor":{"prototype":{"polluted":true}},"\\u005f_proto__":{"polluted":true},',
    );
    const answer = await send(text);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toContain('polluted');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('[9] a defect shows no stack, path or patient data', async () => {
    const broken = createTestApp({
      clinic: {
        interpret: () => {
          throw new Error('failed on Patient/p1 in /srv/genehook/x.ts');
        },
        toCards: () => [],
      },
    });
    const answer = await request(broken.app).post(SERVICE).set('content-type', 'application/json').send(JSON.stringify(orderSign()));
    expect(answer.status).toBe(200);
    expect(answer.body.cards[0].summary).toContain('could not check');
    expect(answer.text).not.toMatch(/\.ts|node_modules|p1 in/);
    expect(broken.logs.join('')).not.toContain('Patient/p1');
  });
});

describe('calling a service', () => {
  it.each(['nonsense', '__proto__', 'constructor', 'hasOwnProperty', 'pgx%2Forder-sign', '%2e%2e', 'x'.repeat(3000)])(
    '[24] unknown id %.20s → 404',
    async (id) => {
      const answer = await request(app)
        .post(`/cds-services/${id}`)
        .set('content-type', 'application/json')
        .send(JSON.stringify(orderSign()));
      expect(answer.status).toBe(404);
      expect(outcomeFaults(answer.body)).toEqual([]);
    },
  );

  it.each(['hook', 'hookInstance', 'context'])('[25] %s missing, null or of a wrong type → 400', async (name) => {
    for (const value of [undefined, null, 7, [], '']) {
      const answer = await send(orderSign({ [name]: value }));
      expect([name, value, answer.status]).toEqual([name, value, 400]);
      expect(outcomeFaults(answer.body)).toEqual([]);
    }
  });

  it('[26] the hook of another service → 400', async () => {
    expect((await send(orderSign({ hook: 'patient-view' }))).status).toBe(400);
  });

  it.each(['6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'D1577C69-DFBE-44AD-BA6D-3E05E953B2EA', 'not-a-uuid'])(
    '[27] hookInstance %s is taken',
    async (hookInstance) => {
      expect((await send(orderSign({ hookInstance }))).status).toBe(200);
    },
  );

  it('[28] fhirAuthorization without fhirServer → 400', async () => {
    const fhirAuthorization = { access_token: 't', token_type: 'Bearer', expires_in: 300, scope: 'x', subject: 's' };
    expect((await send(orderSign({ fhirAuthorization }))).status).toBe(400);
  });

  it.each([
    'file:///etc/passwd',
    'ftp://a/b',
    'javascript:alert(1)',
    'http://169.254.169.254/latest',
    'https://169.254.169.254/R4',
    'https://2852039166/R4',
    'https://0xa9.0xfe.0xa9.0xfe/R4',
    'https://169.254.169.254./R4',
    'https://0.0.0.0/R4',
    'https://[::]/R4',
    'https://[fe80::1]/R4',
    'https://[::ffff:169.254.169.254]/R4',
    'https://user@ehr.example.org/R4',
    'https://user:password@ehr.example.org/R4',
    'x',
    7,
  ])('[29] fhirServer %s → 400', async (fhirServer) => {
    expect((await send(orderSign({ fhirServer }))).status).toBe(400);
  });

  it.each(['http://ehr.example.org/R4', 'http://hooks.example.org:9080', 'http://localhost./R4', 'http://10.0.0.5:8080/fhir'])(
    '[29] %s, as the examples of the standard have it: the call is answered from its prefetch; without, 412 and nothing is read',
    async (fhirServer) => {
      const fhirAuthorization = { access_token: 't', token_type: 'Bearer', expires_in: 300, scope: 'user/*.read', subject: 's' };
      expect((await send(orderSign({ fhirServer, fhirAuthorization }))).body.cards).toHaveLength(1);
      const empty = await send(orderSign({ fhirServer, fhirAuthorization, prefetch: {} }));
      expect([empty.status, empty.text]).toEqual([412, expect.stringContaining('not among the trusted servers')]);
    },
  );

  it('[30] vendor scopes and further members of fhirAuthorization are taken', async () => {
    const fhirAuthorization = {
      access_token: 't',
      token_type: 'bearer',
      expires_in: '300',
      scope: 'Observation.Read (Labs) (R4) user/X.Read',
      subject: 's',
      other: 1,
    };
    expect((await send(orderSign({ fhirServer: `${ISSUER}/R4`, fhirAuthorization }))).status).toBe(200);
  });

  it('[32] unknown members and extensions are ignored', async () => {
    const body = orderSign({ extension: { 'com.example': { a: [1] } }, other: null }, { extension: { x: 1 }, unknown: [] });
    expect((await send(body)).body.cards).toHaveLength(1);
  });

  it('[33] patient-view needs userId and patientId only', async () => {
    const body = {
      hook: 'patient-view',
      hookInstance: 'x',
      context: { userId: 'Patient/p1', patientId: 'p1' },
      prefetch: { genomics: null },
    };
    const answer = await request(app)
      .post('/cds-services/pgx-patient-view')
      .set('content-type', 'application/json')
      .send(JSON.stringify(body));
    expect(answer.status).toBe(200);
  });

  it.each(['userId', 'patientId', 'draftOrders'])('[34] order-sign without context.%s → 400 that names it', async (name) => {
    const answer = await send(orderSign({}, { [name]: undefined }));
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(`context.${name}`);
  });

  it('[35] order-select speaks of the selected orders only', async () => {
    const body = {
      ...orderSign({}, { draftOrders: bundle(clopidogrel('a'), clopidogrel('b')), selections: ['MedicationRequest/b'] }),
      hook: 'order-select',
    };
    const answer = await request(app)
      .post('/cds-services/pgx-order-select')
      .set('content-type', 'application/json')
      .send(JSON.stringify(body));
    expect(answer.body.cards).toHaveLength(1);
    expect(answer.text).toContain('MedicationRequest/b');
    expect(answer.text).not.toContain('MedicationRequest/a');
  });

  it.each([
    ['names no entry', ['MedicationRequest/zzz'], [clopidogrel('a'), clopidogrel('b')], ['MedicationRequest/a', 'MedicationRequest/b']],
    [
      'names an order that was not sent',
      ['MedicationRequest/zzz'],
      [{ resourceType: 'ServiceRequest', id: 's' }],
      ['not sent with the call'],
    ],
  ])('[35] a selection that %s is never passed over in silence', async (_name, selections, orders, said) => {
    const body = { ...orderSign({}, { draftOrders: bundle(...orders), selections }), hook: 'order-select' };
    const answer = await request(app).post('/cds-services/pgx-order-select').send(body);
    expect(answer.body.cards.length).toBeGreaterThan(0);
    for (const text of said) expect(answer.text).toContain(text);
    expect(answerFaults(answer.body)).toEqual([]);
  });

  it('[35] a selection of another kind of order is silent', async () => {
    const draftOrders = bundle(clopidogrel('a'), { resourceType: 'ServiceRequest', id: 's' });
    for (const selections of [['ServiceRequest/s'], ['NutritionOrder/elsewhere'], []]) {
      const body = { ...orderSign({}, { draftOrders, selections }), hook: 'order-select' };
      expect((await request(app).post('/cds-services/pgx-order-select').send(body)).body).toEqual({ cards: [] });
    }
  });

  it('[39] an entry that is the order itself is evaluated', async () => {
    const answer = await send(orderSign({}, { draftOrders: { resourceType: 'Bundle', type: 'collection', entry: [clopidogrel('x')] } }));
    expect(answer.body.cards).toHaveLength(1);
    expect(answer.text).toContain('avoid clopidogrel');
  });

  it('[36] a revised order that is not a draft is evaluated', async () => {
    const draftOrders = bundle({ ...clopidogrel(), status: 'active' });
    expect((await send(orderSign({}, { draftOrders }))).body.cards).toHaveLength(1);
  });

  it('[38] other kinds of orders are ignored without an error card', async () => {
    const others = ['MedicationOrder', 'ProcedureRequest', 'ServiceRequest', 'NutritionOrder', 'VisionPrescription', 'DeviceRequest'];
    const draftOrders = bundle(...others.map((resourceType) => ({ resourceType, id: 'x', status: 'draft' })));
    const answer = await send(orderSign({ prefetch: {} }, { draftOrders }));
    expect([answer.status, answer.body]).toEqual([200, { cards: [] }]);
  });

  it('[39] a Bundle without entries → no cards', async () => {
    for (const draftOrders of [{ resourceType: 'Bundle' }, { resourceType: 'Bundle', entry: [] }])
      expect((await send(orderSign({ prefetch: {} }, { draftOrders }))).body).toEqual({ cards: [] });
  });

  it('[39] broken entries are skipped, the rest is evaluated', async () => {
    const draftOrders = {
      resourceType: 'Bundle',
      entry: [null, {}, { resource: null }, { resource: 7 }, 'x', { resource: clopidogrel() }],
    };
    expect((await send(orderSign({}, { draftOrders }))).body.cards).toHaveLength(1);
  });

  it('[40] the same order twice, 200 orders, long ids', async () => {
    const long = `e${'A-b_c.'.repeat(30)}`;
    const many = Array.from({ length: 200 }, (_, index) => ({ ...clopidogrel(`m${index}`), medicationCodeableConcept: { text: 'other' } }));
    const answer = await send(orderSign({}, { draftOrders: bundle(clopidogrel(long), clopidogrel(long), ...many) }));
    expect(answer.status).toBe(200);
    expect(answerFaults(answer.body)).toEqual([]);
    expect(answer.text).toContain(long);
  });

  it('[40] more orders than anybody signs at once → 400 that says so; as many selections as a body holds are no harm', async () => {
    const many = Array.from({ length: 2_001 }, (_, index) => clopidogrel(`m${index}`));
    const refused = await send(orderSign({}, { draftOrders: bundle(...many) }));
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('context.draftOrders may hold at most 2000 entries')]);
    const selections = ['MedicationRequest/m1', ...Array.from({ length: 200_000 }, (_, index) => `MedicationRequest/x${index}`)];
    const started = performance.now();
    const body = orderSign({ hook: 'order-select' }, { draftOrders: bundle(...many.slice(1)), selections });
    const answer = await request(app).post('/cds-services/pgx-order-select').send(body);
    expect(answer.text).toContain('MedicationRequest/m1');
    expect(answer.text).not.toContain('MedicationRequest/m2');
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('[41] an order of another patient gets no guidance', async () => {
    const answer = await send(orderSign({}, { draftOrders: bundle(clopidogrel('x', 'p2')) }));
    expect(answer.body.cards).toMatchObject([{ indicator: 'info', detail: expect.stringContaining('1 order that names another patient') }]);
    expect(answer.text).not.toContain('clopidogrel');
    const both = await send(orderSign({}, { draftOrders: bundle(clopidogrel('x', 'p2'), clopidogrel('y')) }));
    expect(both.text).not.toContain('MedicationRequest/x');
    expect(both.text).toContain('MedicationRequest/y');
  });

  it('[41] a prefetched Patient who is someone else → 400', async () => {
    expect((await send(orderSign({ prefetch: { patient: { resourceType: 'Patient', id: 'p2' }, genomics: null } }))).status).toBe(400);
  });

  it('[41] results of another patient drive nothing and are said', async () => {
    const foreign = { resourceType: 'Observation', id: 'r', subject: { reference: 'https://ehr.example.org/R4/Patient/p2' } };
    const harness = createTestApp();
    const body = orderSign({ prefetch: { genomics: bundle(foreign) } });
    const answer = await request(harness.app).post(SERVICE).set('content-type', 'application/json').send(JSON.stringify(body));
    expect(answer.text).not.toContain('avoid clopidogrel');
    expect(answer.text).toContain('another patient');
    expect(JSON.stringify(harness.interpreted)).not.toContain('p2');
  });

  it.each(['get', 'put', 'delete', 'patch'] as const)('[42] %s on a service → 405', async (method) => {
    expect((await request(app)[method](SERVICE)).status).toBe(405);
  });

  it('[33] a patient id written as a reference, and a Bundle of orders that does not say that it is one, are read', async () => {
    const { resourceType: _none, ...nameless } = bundle(clopidogrel());
    expect((await send(orderSign({}, { patientId: 'Patient/p1', draftOrders: nameless }))).body.cards).toHaveLength(1);
    expect((await send(orderSign({}, { patientId: 'Patient/p2' }))).text).toContain('names another patient');
  });

  it.each(['..', '../x', 'a/b', 'Patient/', 'Patient/../x', 'Patient/Patient/p1', 'a b', '%2e%2e', ''])(
    '[25] the patient id %j is refused',
    async (patientId) => {
      expect((await send(orderSign({}, { patientId }))).status).toBe(400);
    },
  );
});

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

describe('errors', () => {
  it('[96] every refusal carries an OperationOutcome', async () => {
    const answers = [
      await send('{'),
      await request(app).get('/nowhere'),
      await request(app).get(SERVICE),
      await send(orderSign(), 'text/plain'),
      await send(orderSign({ prefetch: {} })),
      await request(app).get('/%E0%A4%A'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 404, 405, 415, 412, 404]);
    for (const answer of answers) expect(outcomeFaults(answer.body)).toEqual([]);
  });

  it('[96] too many calls of an issuer → 429', async () => {
    const limited = createTestApp({ limits: { requestsPerMinute: 2 } });
    const answers = [];
    for (let call = 0; call < 3; call += 1) answers.push(await request(limited.app).get('/cds-services'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    const wait = Number(answers[2]?.headers['retry-after']);
    expect(wait > 0 && wait <= 60).toBe(true);
  });

  it('[96] too many calls at once → 429, and room again afterwards', async () => {
    const waiting: (() => void)[] = [];
    const inner = testClinic();
    const slow = createTestApp({
      limits: { concurrentCalls: 2 },
      clinic: {
        toCards: inner.toCards,
        interpret: async (input) => {
          await new Promise<void>((resolve) => waiting.push(resolve));
          return inner.interpret(input);
        },
      },
    });
    const call = () => request(slow.app).post(SERVICE).set('content-type', 'application/json').send(JSON.stringify(orderSign()));
    const first = [call(), call()].map((sent) => sent.then(({ status }) => status));
    await expect.poll(() => waiting.length).toBe(2);
    expect((await call()).status).toBe(429);
    for (const go of waiting) go();
    expect(await Promise.all(first)).toEqual([200, 200]);
  });

  it('[97] a part that fails is named in a card while the rest is answered', async () => {
    const laboratory = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'forbidden' }] };
    const answer = await send(orderSign({ prefetch: { genomics: null, laboratory } }));
    expect(answer.status).toBe(200);
    expect(answer.body.cards[0]).toMatchObject({ indicator: 'info', detail: expect.stringContaining('laboratory results') });
  });

  it('[7] [97] more records of one kind than a patient can have are not read, which is said: one call never holds the service', async () => {
    const { app: real } = createTestApp({ clinic: await loadClinic(packageRoot(), () => undefined) });
    const taken = Array.from({ length: 8_000 }, (_, index) => ({ ...clopidogrel(`m${index}`), status: 'active' }));
    const started = performance.now();
    const answer = await request(real)
      .post(SERVICE)
      .send(orderSign({ prefetch: { genomics: null, laboratory: null, medications: bundle(...taken) } }));
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('current medication orders (more than 2000 entries)');
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
