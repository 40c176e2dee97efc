import { describe, expect, it } from 'vitest';
import { readDraftOrders } from './draft-orders.ts';
import type { HookRequest } from './hook-request.ts';

const order = (id: string) => ({ resource: { resourceType: 'MedicationRequest', id, subject: { reference: 'Patient/p1' } } });

function concernedBy(...selections: string[]): readonly string[] {
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
  return readDraftOrders(request).concerned;
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
    ['an id that only ends alike', 'opidogrel-1'],
    ['nothing', ''],
  ])('%s selects none', (_form, selection) => {
    expect(concernedBy(selection)).toEqual([]);
  });
});
