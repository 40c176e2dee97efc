/** The sandbox's FHIR API: reading, searching, paging, drafts, and what a token may and may not reach. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from './fixtures-fake-service.ts';

const STENT = 'cyp2c19-stent';
let ehr: RunningSandbox;
beforeAll(async () => {
  ehr = await startSandbox('http://127.0.0.1:9');
});
afterAll(() => ehr.close());

function token(scopes: string, patient: string | undefined = STENT): string {
  const grant = {
    clientId: 'test',
    scopes: scopes.split(' '),
    context: { embedded: false },
    ...(patient === undefined ? {} : { patient }),
  };
  return ehr.sessions.access.add(grant, 60);
}

async function fhir(
  path: string,
  scopes = 'patient/*.rs',
  options: { method?: string; body?: unknown; patient?: string; headers?: Record<string, string> } = {},
) {
  const response = await fetch(`${ehr.base}/fhir/${path}`, {
    method: options.method ?? 'GET',
    headers: {
      authorization: `Bearer ${token(scopes, options.patient ?? STENT)}`,
      ...(options.body === undefined ? {} : { 'content-type': 'application/fhir+json' }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Answer };
}

interface Answer {
  resourceType?: string;
  id?: string;
  total?: number;
  status?: string;
  entry?: { resource: { resourceType: string; id: string; subject?: { reference: string } }; search: { mode: string } }[];
  link?: { relation: string; url: string }[];
  issue?: { code: string; severity: string; diagnostics: string }[];
  fhirVersion?: string;
  rest?: { resource: { type: string }[] }[];
}

describe('reading and searching', () => {
  it('tells what it can do without a token', async () => {
    const response = await fetch(`${ehr.base}/fhir/metadata`);
    const body = (await response.json()) as Answer;
    expect(body).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' });
    expect(body.rest?.[0]?.resource.map((known) => known.type)).toEqual(
      expect.arrayContaining(['Patient', 'Observation', 'MedicationRequest']),
    );
  });
  it('reads one resource as FHIR JSON', async () => {
    const { status, body, headers } = await fhir(`Patient/${STENT}`);
    expect([status, body.resourceType, body.id]).toEqual([200, 'Patient', STENT]);
    expect(headers.get('content-type')).toContain('application/fhir+json');
  });
  it.each([
    ['patient', `Observation?patient=${STENT}`, 8],
    ['subject with type', `Observation?subject=Patient/${STENT}`, 8],
    ['code with system', `Observation?patient=${STENT}&code=http://loinc.org|84413-4`, 1],
    ['code without system', `Observation?patient=${STENT}&code=84413-4`, 1],
    ['code of a wrong system', `Observation?patient=${STENT}&code=http://snomed.info/sct|84413-4`, 0],
    ['comma as or', `Observation?patient=${STENT}&code=84413-4,2160-0`, 2],
    ['category', `Observation?patient=${STENT}&category=vital-signs`, 2],
    ['genetics category', `Observation?patient=${STENT}&category=http://terminology.hl7.org/CodeSystem/v2-0074|GE`, 4],
    ['status', `MedicationRequest?patient=${STENT}&status=active`, 3],
    ['status that nothing has', `MedicationRequest?patient=${STENT}&status=stopped`, 0],
    ['date from', `Observation?patient=${STENT}&date=ge2026-10-01`, 4],
    ['date of one day', `Observation?patient=${STENT}&date=2026-09-04`, 4],
    ['date before a year', `Observation?patient=${STENT}&date=lt2026`, 0],
    ['_id', `Observation?_id=${STENT}-creatinine`, 1],
    ['unknown patient', 'Observation?patient=nobody', 0],
  ])('finds by %s', async (_how, path, total) => {
    const { status, body } = await fhir(path);
    expect([status, body.total, body.entry?.length]).toEqual([200, total, total]);
  });
  it('searches by POST as by GET', async () => {
    const response = await fetch(`${ehr.base}/fhir/Observation/_search`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token('patient/Observation.rs')}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: `patient=${STENT}&code=84413-4`,
    });
    expect(((await response.json()) as Answer).total).toBe(1);
  });
  it('pages by next links until every result was given once', async () => {
    const seen: string[] = [];
    let next: string | undefined = `Observation?patient=${STENT}&_count=3&_sort=-date`;
    let pages = 0;
    while (next !== undefined && pages < 10) {
      const { body }: { body: Answer } = await fhir(next);
      seen.push(...(body.entry ?? []).map((entry) => entry.resource.id));
      next = body.link?.find((link) => link.relation === 'next')?.url.split('/fhir/')[1];
      pages += 1;
    }
    expect([pages, seen.length, new Set(seen).size]).toEqual([3, 8, 8]);
  });
  it('ignores an unknown parameter and says so; refuses it under strict handling', async () => {
    const lenient = await fhir(`Observation?patient=${STENT}&colour=blue`);
    expect(lenient.body.total).toBe(8);
    expect(lenient.body.entry?.filter((entry) => entry.search.mode === 'outcome')).toHaveLength(1);
    const strict = await fhir(`Observation?patient=${STENT}&colour=blue`, 'patient/*.rs', { headers: { prefer: 'handling=strict' } });
    expect([strict.status, strict.body.resourceType]).toEqual([400, 'OperationOutcome']);
  });
  it('answers searches within 50 ms', async () => {
    const times: number[] = [];
    for (let turn = 0; turn < 40; turn += 1) {
      const started = performance.now();
      await fhir(`Observation?patient=${STENT}&category=laboratory&_sort=-date`);
      times.push(performance.now() - started);
    }
    // The quickest: whatever else the machine does can only slow one down.
    expect(Math.min(...times)).toBeLessThan(50);
  });
});

describe('errors are OperationOutcomes', () => {
  it.each([
    ['an unknown id', 'Observation/none', 404, 'not-found'],
    ['an id with a path in it', 'Observation/..%2F..%2Fetc', 404, 'not-found'],
    ['a count that is no number', `Observation?patient=${STENT}&_count=many`, 400, 'invalid'],
    ['a date that is none', `Observation?patient=${STENT}&date=ge2026-99x`, 400, 'invalid'],
    ['an unsupported modifier', `Observation?patient=${STENT}&code:in=x`, 400, 'invalid'],
  ])('%s', async (_what, path, status, code) => {
    const answer = await fhir(path, 'user/*.rs');
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] });
  });
  it('a name that no resource type has: 404', async () => {
    expect((await fhir('__proto__?patient=x', 'patient/*.rs')).status).toBe(404);
    expect((await fhir('Observation?constructor=x')).status).toBe(200);
  });
  it('no token: 401 with a challenge', async () => {
    const response = await fetch(`${ehr.base}/fhir/Patient/${STENT}`);
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="sandbox"']);
    expect(await response.json()).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ code: 'login' }] });
  });
  it('malformed JSON: 400', async () => {
    const response = await fetch(`${ehr.base}/fhir/MedicationRequest`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token('patient/*.cruds')}`, 'content-type': 'application/fhir+json' },
      body: '{',
    });
    expect([response.status, ((await response.json()) as Answer).resourceType]).toEqual([400, 'OperationOutcome']);
  });
});

describe('a token reaches no further than its scopes and its patient', () => {
  it.each([
    ['another patient by id', 'Patient/no-result', 'patient/*.rs', 403],
    ['another patient’s result by id', 'Observation/no-result-creatinine', 'patient/*.rs', 403],
    ['a type that was not granted', `Condition?patient=${STENT}`, 'patient/Observation.rs', 403],
    ['search with read only', `Observation?patient=${STENT}`, 'patient/Observation.r', 403],
    ['read with search only', `Observation/${STENT}-creatinine`, 'patient/Observation.s', 403],
    ['version 1 scope', `Observation?patient=${STENT}`, 'patient/Observation.read', 200],
    ['version 1 wildcard', `Condition?patient=${STENT}`, 'patient/*.*', 200],
    ['user scope, another patient', 'Patient/no-result', 'user/*.rs', 200],
  ])('%s → %s', async (_what, path, scopes, status) => expect((await fhir(path, scopes)).status).toBe(status));

  it('a search without patient shows only the patient in context', async () => {
    const { body } = await fhir('Observation?code=2160-0');
    expect(body.entry?.map((entry) => entry.resource.subject?.reference)).toEqual([`Patient/${STENT}`]);
  });
  it('a fine-grained scope hides the other categories', async () => {
    const scope = 'patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|vital-signs';
    const { body } = await fhir(`Observation?patient=${STENT}`, scope);
    expect(body.total).toBe(2);
  });
  it('shared resources are readable within a patient scope', async () => {
    expect((await fhir(`Organization?_id=${STENT}-lab`)).body.total).toBe(1);
  });
});

describe('drafts of orders', () => {
  const draft = {
    resourceType: 'MedicationRequest',
    status: 'draft',
    intent: 'order',
    subject: { reference: `Patient/${STENT}` },
    medicationCodeableConcept: { text: 'ticagrelor 90 mg' },
  };
  it('can be written, changed, read and taken away', async () => {
    const made = await fhir('MedicationRequest', 'patient/MedicationRequest.c', { method: 'POST', body: { ...draft, id: 'mine' } });
    expect([made.status, made.body.status]).toEqual([201, 'draft']);
    const { id = '' } = made.body;
    expect(id).not.toBe('mine');
    expect(made.headers.get('location')).toBe(`${ehr.base}/fhir/MedicationRequest/${id}`);
    const changed = await fhir(`MedicationRequest/${id}`, 'patient/MedicationRequest.u', {
      method: 'PUT',
      body: { ...draft, id, note: [{ text: 'x' }] },
    });
    expect(changed.status).toBe(200);
    expect((await fhir(`MedicationRequest?patient=${STENT}&status=draft`)).body.total).toBe(1);
    expect((await fhir(`MedicationRequest/${id}`, 'patient/MedicationRequest.d', { method: 'DELETE' })).status).toBe(204);
    expect((await fhir(`MedicationRequest?patient=${STENT}&status=draft`)).body.total).toBe(0);
  });
  it.each([
    ['an active order', { ...draft, status: 'active' }],
    ['another patient', { ...draft, subject: { reference: 'Patient/no-result' } }],
    ['no medication', { ...draft, medicationCodeableConcept: undefined }],
    ['another type under this address', { ...draft, resourceType: 'Observation' }],
  ])('%s is refused', async (_what, body) => {
    const answer = await fhir('MedicationRequest', 'patient/*.cruds', { method: 'POST', body });
    expect([answer.status, answer.body.resourceType]).toEqual([422, 'OperationOutcome']);
  });
  it('an order that is not a draft stays as it is', async () => {
    const path = `MedicationRequest/${STENT}-aspirin`;
    expect((await fhir(path, 'patient/*.cruds', { method: 'DELETE' })).status).toBe(422);
    expect((await fhir(path, 'patient/*.cruds', { method: 'PUT', body: { ...draft, id: `${STENT}-aspirin` } })).status).toBe(422);
    expect((await fhir(path)).body.status).toBe('active');
  });
  it('nothing can be written without the scope', async () => {
    expect((await fhir('MedicationRequest', 'patient/*.rs', { method: 'POST', body: draft })).status).toBe(403);
  });
});

describe('who may ask', () => {
  it('answers under loopback names only', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      const url = new URL(ehr.base);
      request({ host: url.hostname, port: url.port, path: '/fhir/metadata', headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });
  it('lets a registered app’s page in by CORS, and no other', async () => {
    const preflight = (origin: string) => fetch(`${ehr.base}/fhir/Patient/x`, { method: 'OPTIONS', headers: { origin } });
    expect((await preflight('http://127.0.0.1:9')).headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:9');
    expect((await preflight('http://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
  it('keeps other pages from the screens’ own interface', async () => {
    const response = await fetch(`${ehr.base}/api/reset`, { method: 'POST', headers: { origin: 'http://127.0.0.1:9' } });
    expect(response.status).toBe(403);
  });
});
