import { describe, expect, it } from 'vitest';
import { loadClinic } from '../clinic.ts';
import { parseHookRequest, type HookRequest, type Json } from './hook-request.ts';
import { readDraftOrders, type DraftOrders } from './draft-orders.ts';

const { drugsNamed } = await loadClinic();
const subject = { reference: 'Patient/p1' };
const clopidogrel = { text: 'clopidogrel 75 mg' };

function read(resources: readonly unknown[], selections?: readonly unknown[]): DraftOrders {
  const hook = selections === undefined ? 'order-sign' : 'order-select';
  const draftOrders = { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) };
  const context = { userId: 'Practitioner/1', patientId: 'p1', draftOrders, ...(selections === undefined ? {} : { selections }) };
  const parsed = parseHookRequest({ hook, hookInstance: 'i', context }, hook);
  if (!parsed.ok) throw new Error(parsed.issues.join('; '));
  const request: HookRequest = parsed.value;
  return readDraftOrders(request, [], drugsNamed);
}
const order = (id: string): Json => ({
  resourceType: 'MedicationRequest', id, status: 'draft', intent: 'order', subject, medicationCodeableConcept: clopidogrel,
}); // prettier-ignore
const task = (content: Json): Json => ({ resourceType: 'Task', id: 't', status: 'requested', intent: 'order', for: subject, ...content });
const list = (content: Json): Json => ({ resourceType: 'List', id: 'l', status: 'current', mode: 'working', subject, ...content });
const supply = (content: Json): Json => ({ resourceType: 'SupplyRequest', id: 's', status: 'draft', ...content });
const drugs = ({ resources }: DraftOrders): unknown[] => resources.map(({ medicationCodeableConcept: concept }) => (concept as Json).text);

describe('orders of tasks and lists', () => {
  it.each<[string, Json, string]>([
    ['a task that holds its order', task({ focus: { reference: '#o' }, contained: [order('o')] }), 'clopidogrel 75 mg'],
    ['a task with a drug among its inputs', task({ input: [{ valueCodeableConcept: clopidogrel }] }), 'clopidogrel 75 mg'],
    ['a task in words', task({ description: 'Give clopidogrel 75 mg PO now' }), 'clopidogrel 75 mg PO now'],
    ['a list that holds its order', list({ contained: [order('o')], entry: [{ item: { reference: '#o' } }] }), 'clopidogrel 75 mg'],
    ['a list in words', list({ entry: [{ item: { display: 'clopidogrel 75 mg' } }] }), 'clopidogrel 75 mg'],
  ])('%s', (_name, resource, drug) => {
    const found = read([resource]);
    expect([drugs(found), found.concerned.length, found.notSent]).toEqual([[drug], 1, 0]);
  });

  it.each<[string, Json]>([
    ['a task', task({ focus: { reference: 'MedicationRequest/gone' } })],
    ['a list', list({ entry: [{ item: { reference: 'MedicationRequest/gone' } }] })],
  ])('%s that points to an order that was not sent: it is told', (_name, resource) => {
    expect(read([resource]).notSent).toBe(1);
  });

  it.each<[string, Json]>([
    ['a task of another kind', task({ description: 'Call the patient about the appointment' })],
    ['a task that is done', task({ status: 'completed', description: 'Give clopidogrel 75 mg' })],
    ['a list that was a mistake', list({ status: 'entered-in-error', entry: [{ item: { reference: 'MedicationRequest/gone' } }] })],
    ['an entry taken off its list', list({ entry: [{ deleted: true, item: { reference: 'MedicationRequest/gone' } }] })],
    [
      'a diet',
      { resourceType: 'NutritionOrder', id: 'n', status: 'draft', patient: subject, oralDiet: { type: [{ text: 'Low sodium' }] } },
    ],
    ['a device', { resourceType: 'DeviceRequest', id: 'd', status: 'draft', subject, codeCodeableConcept: { text: 'Insulin pump' } }],
  ])('%s is silent', (_name, resource) => {
    const { concerned, notSent, notRead } = read([resource]);
    expect([concerned, notSent, notRead]).toEqual([[], 0, 0]);
  });

  it('a task that is selected means the order that it points to', () => {
    const found = read([task({ focus: { reference: 'MedicationRequest/a' } }), order('a'), order('b')], ['Task/t']);
    expect(found.concerned).toEqual(['MedicationRequest/a']);
  });
});

describe('a supply of a drug is no order that is read, and that is told', () => {
  it.each<[string, Json]>([
    ['in words', supply({ itemCodeableConcept: { text: 'Clopidogrel 75 mg tablet' } })],
    ['a Medication', supply({ itemReference: { reference: 'Medication/m' } })],
    ['of FHIR R5', supply({ item: { concept: clopidogrel } })],
  ])('%s', (_name, resource) => {
    expect(read([resource]).notRead).toBe(1);
  });

  it.each(['Gauze pads', 'Insulin syringe 0.5 mL', 'Glucose test strips', 'Oxygen concentrator'])('%s is no drug', (item) => {
    expect(read([supply({ itemCodeableConcept: { text: item } })]).notRead).toBe(0);
  });
});

it('an order of DSTU1 that names its drug is read as a medication order', () => {
  const prescription = {
    resourceType: 'MedicationPrescription',
    id: 'o',
    status: 'active',
    patient: subject,
    medication: { display: 'Clopidogrel' },
  };
  expect(read([prescription]).concerned).toEqual(['MedicationPrescription/o']);
});

it('a selection that is written as a Reference selects as its address does', () => {
  expect(read([order('a'), order('b')], [{ reference: 'MedicationRequest/a' }]).concerned).toEqual(['MedicationRequest/a']);
  expect(() => read([order('a')], [{ id: 'a' }])).toThrow(/selections/);
});
