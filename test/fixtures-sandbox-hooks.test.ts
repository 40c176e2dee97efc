/** The sandbox as a CDS Hooks client: signed calls, prefetch, context, feedback; suggestions that change the draft. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFakeService, startSandbox, type FakeService, type RunningSandbox } from './fixtures-fake-service.ts';

const STENT = 'cyp2c19-stent';
let service: FakeService;
let ehr: RunningSandbox;
beforeAll(async () => {
  service = await startFakeService();
  ehr = await startSandbox(service.url);
});
afterAll(async () => {
  await ehr.close();
  await service.close();
});
beforeEach(async () => {
  service.calls.length = 0;
  service.answer = { status: 200, body: { cards: [] } };
  await api('/reset', {});
  ehr.traffic.clear();
});

async function api<T>(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<{ status: number; body: T }> {
  const response = await fetch(`${ehr.base}/api${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
}

interface Order {
  resourceType: string;
  id: string;
  status: string;
}
interface HookBody {
  hook: string;
  hookInstance: string;
  fhirServer: string;
  fhirAuthorization: { access_token: string; scope: string; patient: string; expires_in: number };
  context: {
    userId: string;
    patientId: string;
    encounterId?: string;
    selections?: string[];
    draftOrders?: { entry: { resource: Order }[] };
  };
  prefetch: Record<
    string,
    { resourceType: string; id?: string; total?: number; entry?: unknown[]; link?: { relation: string; url: string }[] } | null
  >;
}
const lastCall = () => service.calls.at(-1)?.body as unknown as HookBody;

const draft = (text: string) => ({
  resourceType: 'MedicationRequest',
  status: 'draft',
  intent: 'order',
  subject: { reference: `Patient/${STENT}` },
  medicationCodeableConcept: { text },
});
const order = async (text = 'clopidogrel 75 mg') => (await api<Order>(`/patients/${STENT}/drafts`, draft(text))).body;
const drafts = async () => (await api<Order[]>(`/patients/${STENT}/drafts`)).body;

describe('a call', () => {
  it('carries a JWT made for exactly this address and this call', async () => {
    await api(`/patients/${STENT}/hooks/patient-view`, {});
    await api(`/patients/${STENT}/hooks/patient-view`, {});
    const [first, second] = service.calls;
    expect(first?.claims).toMatchObject({ iss: ehr.base, aud: `${service.url}/cds-services/status` });
    expect((first?.claims.exp ?? 0) - (first?.claims.iat ?? 0)).toBe(300);
    expect(first?.claims.jti).not.toBe(second?.claims.jti);
  });
  it('carries the context of the hook', async () => {
    const { id } = await order();
    await api(`/patients/${STENT}/hooks/order-select`, { selections: [`MedicationRequest/${id}`] });
    const body = lastCall();
    expect(body.hook).toBe('order-select');
    expect(body.hookInstance).toMatch(/^[0-9a-f-]{36}$/);
    expect(body.context).toMatchObject({
      userId: 'Practitioner/sandbox-clinician',
      patientId: STENT,
      encounterId: `${STENT}-encounter`,
      selections: [`MedicationRequest/${id}`],
    });
    expect(body.context.draftOrders?.entry.map((entry) => entry.resource.status)).toEqual(['draft']);
  });
  it('leaves orders out of patient-view, and selections out of order-sign', async () => {
    await order();
    await api(`/patients/${STENT}/hooks/patient-view`, {});
    expect(Object.keys(lastCall().context).sort()).toEqual(['encounterId', 'patientId', 'userId']);
    await api(`/patients/${STENT}/hooks/order-sign`, { selections: ['MedicationRequest/x'] });
    expect(lastCall().context.selections).toBeUndefined();
  });
  it('fills prefetch from the chart, one page at a time, and leaves out what it cannot fill', async () => {
    await api(`/patients/${STENT}/hooks/patient-view`, {});
    const { prefetch } = lastCall();
    expect(prefetch['patient']).toMatchObject({ resourceType: 'Patient', id: STENT });
    expect(prefetch['genomics']).toMatchObject({ resourceType: 'Bundle', total: 4 });
    expect(prefetch['genomics']?.entry).toHaveLength(2);
    expect(prefetch['genomics']?.link?.map((link) => link.relation)).toContain('next');
    expect(prefetch['user']).toMatchObject({ resourceType: 'Practitioner' });
    expect(Object.keys(prefetch)).not.toContain('unknowable');
  });
  it('hands over a token that opens this patient alone, at the address it names', async () => {
    await api(`/patients/${STENT}/hooks/patient-view`, {});
    const { fhirServer, fhirAuthorization } = lastCall();
    const get = (path: string) =>
      fetch(`${fhirServer}/${path}`, { headers: { authorization: `Bearer ${fhirAuthorization.access_token}` } });
    expect(fhirAuthorization).toMatchObject({ patient: STENT, token_type: 'Bearer', expires_in: 300 });
    expect((await get(`Patient/${STENT}`)).status).toBe(200);
    expect((await get('Patient/no-result')).status).toBe(403);
    const { prefetch } = lastCall();
    const next = prefetch['genomics']?.link?.find((link) => link.relation === 'next')?.url ?? '';
    expect((await get(next.split('/fhir/')[1] ?? '')).status).toBe(200);
  });
});

describe('answers', () => {
  it('are handed to the screens as they came', async () => {
    const card = { uuid: 'u-1', summary: 'Look', indicator: 'warning', source: { label: 'test' } };
    service.answer = { status: 200, body: { cards: [card] } };
    const { body } = await api(`/patients/${STENT}/hooks/order-sign`, {});
    expect(body).toEqual([{ service: 'sign', title: 'sign', cards: [card] }]);
  });
  it.each([
    ['an error status', { status: 500, body: {} }, 'answered 500'],
    ['412', { status: 412, body: {} }, 'answered 412'],
    ['no card list', { status: 200, body: { cards: 'none' } }, 'gave no card list'],
  ])('%s is told, not hidden', async (_what, answer, problem) => {
    service.answer = answer;
    const { body } = await api<{ problem: string; cards: unknown[] }[]>(`/patients/${STENT}/hooks/order-sign`, {});
    expect(body).toMatchObject([{ problem, cards: [] }]);
  });
  it('a service that is not there is told, not hidden', async () => {
    const alone = await startSandbox('http://127.0.0.1:9');
    const response = await fetch(`${alone.base}/api/patients/${STENT}/hooks/patient-view`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(await response.json()).toMatchObject([{ problem: 'could not be reached', cards: [] }]);
    await alone.close();
  });
});

describe('suggestions', () => {
  it('replace an order: delete and create as one unit', async () => {
    const { id } = await order();
    const actions = [
      { type: 'create', description: 'ticagrelor', resource: draft('ticagrelor 90 mg') },
      { type: 'delete', description: 'no clopidogrel', resourceId: `MedicationRequest/${id}` },
    ];
    const { status, body } = await api<{ touched: string[] }>(`/patients/${STENT}/actions`, { actions });
    expect([status, body.touched.length]).toEqual([200, 1]);
    expect(await drafts()).toMatchObject([{ medicationCodeableConcept: { text: 'ticagrelor 90 mg' } }]);
  });
  it('update a dose by the whole resource', async () => {
    const made = await order();
    const resource = { ...made, dosageInstruction: [{ text: 'half' }] };
    expect((await api(`/patients/${STENT}/actions`, { actions: [{ type: 'update', description: 'less', resource }] })).status).toBe(200);
    expect(await drafts()).toMatchObject([{ id: made.id, dosageInstruction: [{ text: 'half' }] }]);
  });
  it.each([
    [
      'creates for another patient',
      { type: 'create', description: 'x', resource: { ...draft('x'), subject: { reference: 'Patient/no-result' } } },
    ],
    ['creates a signed order', { type: 'create', description: 'x', resource: { ...draft('x'), status: 'active' } }],
    ['deletes a signed order', { type: 'delete', description: 'x', resourceId: `MedicationRequest/${STENT}-aspirin` }],
    ['does something unknown', { type: 'explode', description: 'x' }],
  ])('one that %s changes nothing, the good actions before it included', async (_what, bad) => {
    const { id } = await order();
    const before = await drafts();
    const actions = [{ type: 'delete', description: 'x', resourceId: `MedicationRequest/${id}` }, bad];
    expect((await api(`/patients/${STENT}/actions`, { actions })).status).toBe(422);
    expect(await drafts()).toMatchObject(before.map(({ id: same }) => ({ id: same })));
  });
});

describe('signing and feedback', () => {
  it('signing makes the drafts active', async () => {
    const { id } = await order();
    await api(`/patients/${STENT}/sign`, {});
    expect(await drafts()).toEqual([]);
    const { body } = await api<{ medications: Order[] }>(`/patients/${STENT}/chart`);
    expect(body.medications.find((known) => known.id === id)?.status).toBe('active');
  });
  it('feedback goes to the service that gave the card, signed for that address', async () => {
    const item = {
      card: 'u-1',
      outcome: 'overridden',
      outcomeTimestamp: '2026-11-21T10:00:00Z',
      overrideReason: { reason: { code: 'a', system: 's' } },
    };
    const { body } = await api('/feedback/sign', { feedback: [item] });
    expect(body).toEqual({ status: 200 });
    expect(service.calls.at(-1)).toMatchObject({ path: '/cds-services/sign/feedback', body: { feedback: [item] } });
    expect(service.calls.at(-1)?.claims.aud).toBe(`${service.url}/cds-services/sign/feedback`);
  });
});

describe('traffic', () => {
  it('shows request and answer, and no token', async () => {
    await api(`/patients/${STENT}/hooks/patient-view`, {});
    const { access_token: secret } = lastCall().fhirAuthorization;
    await fetch(`${ehr.base}/fhir/Patient/${STENT}`, { headers: { authorization: `Bearer ${secret}` } });
    const { body } = await api<{ kind: string; title: string; status: number; request?: { prefetch: unknown } }[]>('/traffic');
    const text = JSON.stringify(body);
    expect(body.map((entry) => entry.kind)).toEqual(expect.arrayContaining(['cds', 'fhir']));
    expect(body.find((entry) => entry.title === 'patient-view · status')?.request?.prefetch).toBeDefined();
    expect(text).not.toContain(secret);
    expect(text).not.toMatch(/eyJ[\w-]+\.eyJ/);
    expect(text).toContain('••••••');
  });
});
