import { describe, expect, it } from 'vitest';
import { withAddresses } from '../ehr/bundle-address.ts';
import { ofBeforeSession, readDraftOrders, type DraftOrders } from './draft-orders.ts';
import type { HookRequest } from './hook-request.ts';

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
