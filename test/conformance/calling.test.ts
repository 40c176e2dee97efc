/** Checklist D (calling a service). A number in brackets is the line of the checklist. */
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { bundle, clopidogrel, createTestApp, ISSUER, orderSign } from '../service/harness.ts';
import { answerFaults, outcomeFaults } from './response-schema.ts';
import { app, send, SERVICE } from './service-call.ts';

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
    const began = process.cpuUsage();
    const body = orderSign({ hook: 'order-select' }, { draftOrders: bundle(...many.slice(1)), selections });
    const answer = await request(app).post('/cds-services/pgx-order-select').send(body);
    expect(answer.text).toContain('MedicationRequest/m1');
    expect(answer.text).not.toContain('MedicationRequest/m2');
    expect(process.cpuUsage(began).user).toBeLessThan(3_000_000);
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
