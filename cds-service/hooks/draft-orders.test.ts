import { describe, expect, it } from 'vitest';
import { withAddresses } from '../ehr/bundle-address.ts';
import { ofBeforeSession, readDraftOrders, type DraftOrders } from './draft-orders.ts';
import type { HookRequest, Json } from './hook-request.ts';

const order = (id: string) => ({ resource: { resourceType: 'MedicationRequest', id, subject: { reference: 'Patient/p1' } } });

const concernedBy = (...selections: string[]): readonly string[] => readOrders(...selections).concerned;

function readOrders(...selections: string[]): DraftOrders {
  const request: HookRequest = {
    hook: 'order-select',
    hookInstance: 'i',
    patientId: 'p1',
    draftOrders: {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ ...order('clopidogrel-1'), fullUrl: 'urn:uuid:0b6e8a9c-0000-4000-8000-000000000001' }, order('1')],
    },
    selections,
    prefetch: {},
    looksLikeEpic: false,
  };
  return readDraftOrders(request);
}

describe('the orders that order-select is about', () => {
  it.each([
    ['a reference', 'MedicationRequest/clopidogrel-1'],
    ['an absolute reference', 'https://ehr.example/fhir/R4/MedicationRequest/clopidogrel-1'],
    ['the bare id', 'clopidogrel-1'],
    ['a reference to a version', 'MedicationRequest/clopidogrel-1/_history/2'],
    ['an absolute reference to a version', 'https://ehr.example/fhir/R4/MedicationRequest/clopidogrel-1/_history/2'],
    ['the address of its entry', 'urn:uuid:0b6e8a9c-0000-4000-8000-000000000001'],
    ['a reference with spaces around it', ' MedicationRequest/clopidogrel-1 '],
  ])('%s selects the order', (_form, selection) => {
    expect(concernedBy(selection)).toEqual(['MedicationRequest/clopidogrel-1']);
  });

  it.each([
    ['an order of another type with the same id', 'ServiceRequest/1'],
    ['nothing', ''],
  ])('%s selects none', (_form, selection) => {
    expect(concernedBy(selection)).toEqual([]);
  });

  it.each([
    ['a reference to an order that is not there', 'MedicationRequest/3'],
    ['an id that only ends alike', 'opidogrel-1'],
    ['a client’s own name for an order without an id', 'MedicationRequest/undefined'],
    ['an address of its own', 'urn:uuid:0b6e8a9c-0000-4000-8000-00000000000f'],
  ])('%s may mean any of them: all are checked', (_form, selection) => {
    expect(concernedBy(selection)).toEqual(['MedicationRequest/clopidogrel-1', 'MedicationRequest/1']);
  });

  it('one that is there beside one that is not: the first is checked, the other is told as not sent', () => {
    const read = readOrders('1', 'MedicationRequest/3');
    expect([read.concerned, read.notSent]).toEqual([['MedicationRequest/1'], 1]);
  });

  it('the same order named in two ways is one selection', () => {
    expect(concernedBy('MedicationRequest/1', 'https://ehr.example/R4/MedicationRequest/1')).toEqual(['MedicationRequest/1']);
  });
});

it('an order signed to be held is read as one that is written now, and suggestions keep it as it came', () => {
  const held = { ...order('1').resource, status: 'on-hold' };
  const read = readDraftOrders({
    hook: 'order-sign',
    hookInstance: 'i',
    patientId: 'p1',
    draftOrders: { resourceType: 'Bundle', type: 'collection', entry: [{ resource: held }] },
    prefetch: {},
    looksLikeEpic: false,
  });
  expect(read.resources).toMatchObject([{ status: 'draft' }]);
  expect(read.byReference['MedicationRequest/1']).toEqual(held);
});

it('an order that is signed as active shows no earlier use: it is read as one that is written now', () => {
  const active = { ...order('1').resource, status: 'active', authoredOn: '2022-01-01' };
  const read = readDraftOrders({
    hook: 'order-sign',
    hookInstance: 'i',
    patientId: 'p1',
    draftOrders: { resourceType: 'Bundle', type: 'collection', entry: [{ resource: active }] },
    prefetch: {},
    looksLikeEpic: false,
  });
  expect(read.resources).toMatchObject([{ status: 'draft', authoredOn: '2022-01-01' }]);
  expect(read.byReference['MedicationRequest/1']).toEqual(active);
});

describe('orders of the chart that the session holds too', () => {
  const stopped = { ...order('px').resource, status: 'stopped' };
  const chart = [
    { ...order('px').resource, status: 'active' },
    order('other').resource,
    { resourceType: 'MedicationStatement', id: 'px' },
    { resourceType: 'MedicationRequest' },
  ];

  it('the version of the session is the one that counts', () => {
    expect(ofBeforeSession(chart, { resources: [stopped] })).toEqual(chart.slice(1));
  });

  it('the version in force of an order that is written anew still shows what has been taken, under a name of the call', () => {
    const before = ofBeforeSession(chart, { resources: [{ ...order('px').resource, status: 'draft' }] });
    expect(before.slice(1)).toEqual(chart.slice(1));
    expect(before[0]).toMatchObject({ status: 'active' });
    expect(before[0]).not.toHaveProperty('id');
    expect(withAddresses(before)[0]).toMatchObject({ entry: [{ fullUrl: 'urn:genehook:before:MedicationRequest/px' }] });
  });

  it('nothing of the chart is left out for other resources or orders without an id', () => {
    expect(
      ofBeforeSession(chart, { resources: [{ resourceType: 'MedicationRequest' }, { resourceType: 'Medication', id: 'px' }] }),
    ).toEqual(chart);
  });
});

describe('orders that stand elsewhere than in an entry of their own', () => {
  const signed = (...resources: readonly object[]): DraftOrders =>
    readDraftOrders({
      hook: 'order-sign',
      hookInstance: 'i',
      patientId: 'p1',
      draftOrders: { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) },
      prefetch: {},
      looksLikeEpic: false,
    });
  const subject = { reference: 'Patient/p1' };
  const drug = { medicationCodeableConcept: { text: 'clopidogrel 75 mg' } };
  const group = (more: object) => ({ resourceType: 'RequestGroup', id: 'rg', status: 'draft', intent: 'plan', subject, ...more });

  it('an order set: the orders that it contains are checked, under a name that nothing can be removed by', () => {
    const medication = { resourceType: 'Medication', id: 'm', code: { text: 'clopidogrel' } };
    const contained = [{ resourceType: 'MedicationRequest', id: 'c1', medicationReference: { reference: '#m' } }, medication];
    const read = signed(group({ contained, action: [{ resource: { reference: '#c1' } }] }));
    expect(read.concerned).toEqual(['urn:genehook:order:1.1']);
    expect(read.byReference['urn:genehook:order:1.1']).toEqual({
      resourceType: 'MedicationRequest',
      medicationReference: { reference: '#m' },
      subject,
      contained: [medication],
    });
    expect([read.notSent, read.notRead]).toEqual([0, 0]);
  });

  it('an order set of another patient is refused as its orders are', () => {
    const read = signed(group({ subject: { reference: 'Patient/p2' }, contained: [{ resourceType: 'MedicationRequest', ...drug }] }));
    expect([read.concerned, read.otherPatient]).toEqual([[], 1]);
  });

  it('an order set that points to an order beside it, and to one that was not sent', () => {
    const beside = { resourceType: 'MedicationRequest', id: 'a', subject, ...drug };
    const action = [{ action: [{ resource: { reference: 'MedicationRequest/a' } }, { resource: { reference: 'MedicationRequest/b' } }] }];
    const read = signed(group({ action }), beside);
    expect([read.concerned, read.notSent]).toEqual([['MedicationRequest/a'], 1]);
  });

  it.each([
    ['a dispense', { resourceType: 'MedicationDispense', id: 'd', status: 'preparation', subject, ...drug }, 1],
    ['an administration', { resourceType: 'MedicationAdministration', id: 'd', status: 'in-progress', subject, ...drug }, 1],
    ['a laboratory order', { resourceType: 'ServiceRequest', id: 's', subject, code: { text: 'CBC' } }, 0],
  ])('%s among the orders', (_name, resource, notRead) => {
    expect([signed(resource).concerned, signed(resource).notRead]).toEqual([[], notRead]);
  });
});

describe('orders that a transaction or an operation holds', () => {
  const entry = (id: string, method?: string): Json => ({
    ...order(id),
    ...(method === undefined ? {} : { request: { method, url: `MedicationRequest/${id}` } }),
  });
  const read = (entries: readonly Json[], selections?: readonly string[]): DraftOrders =>
    readDraftOrders({
      hook: selections === undefined ? 'order-sign' : 'order-select',
      hookInstance: 'i',
      patientId: 'p1',
      draftOrders: { resourceType: 'Bundle', type: 'transaction', entry: entries },
      ...(selections === undefined ? {} : { selections }),
      prefetch: {},
      looksLikeEpic: false,
    });

  it.each(['DELETE', 'delete'])('%s: what is taken away is not signed, what stands beside it is', (method) => {
    const { concerned, notRead, notSent } = read([entry('old', method), entry('new', 'POST'), entry('kept', 'PUT')]);
    expect([concerned, notRead, notSent]).toEqual([['MedicationRequest/new', 'MedicationRequest/kept'], 0, 0]);
  });

  it('one that is selected all the same is checked', () => {
    expect(read([entry('old', 'DELETE')], ['MedicationRequest/old']).concerned).toEqual(['MedicationRequest/old']);
  });

  it('an order inside Parameters is an order of the call, in a part of them too', () => {
    const parameter = [
      { name: 'order', ...order('a') },
      {
        name: 'more',
        part: [
          { name: 'order', ...order('b') },
          { name: 'why', valueString: 'pain' },
        ],
      },
    ];
    expect(read([{ resource: { resourceType: 'Parameters', parameter } }]).concerned).toEqual([
      'MedicationRequest/a',
      'MedicationRequest/b',
    ]);
    for (const none of [undefined, null, 'x', [null, 'x']])
      expect(read([{ resource: { resourceType: 'Parameters', parameter: none } }, entry('c')]).concerned).toEqual(['MedicationRequest/c']);
  });
});
