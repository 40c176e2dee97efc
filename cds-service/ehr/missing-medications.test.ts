/** Which Medications are asked for by their id. */
import { expect, it } from 'vitest';
import { readPart } from './chart-part.ts';
import { refusingReader } from './fhir-server.ts';
import { missingMedications, namedAmong, namelessDrugs, readMissingMedications } from './missing-medications.ts';

const BASE = 'https://ehr.example.org/fhir/R4';
const order = (medicationReference: object) => ({ resourceType: 'MedicationRequest', id: 'o', medicationReference });

it.each([
  ['a relative reference', [order({ reference: 'Medication/m1' })], ['m1']],
  ['a reference to a version', [order({ reference: 'Medication/m1/_history/4' })], ['m1']],
  ['an absolute reference to this server', [order({ reference: `${BASE}/Medication/m1` })], ['m1']],
  ['two orders of one drug', [order({ reference: 'Medication/m1' }), order({ reference: 'Medication/m1' })], ['m1']],
  [
    'a reference as FHIR R5 has it',
    [{ resourceType: 'MedicationRequest', medication: { reference: { reference: 'Medication/m1' } } }],
    ['m1'],
  ],
  ['a reference to another server', [order({ reference: 'https://other.example.org/fhir/R4/Medication/m1' })], []],
  ['a reference with a display', [order({ reference: 'Medication/m1', display: 'CLOPIDOGREL 75 MG PO TABS' })], []],
  ['a drug in words beside it', [{ ...order({ reference: 'Medication/m1' }), medicationCodeableConcept: { text: 'x' } }], []],
  ['a contained Medication', [order({ reference: '#m1' })], []],
  ['a Medication that came along', [order({ reference: 'Medication/m1' }), { resourceType: 'Medication', id: 'm1' }], []],
  ['an id that is a path', [order({ reference: 'Medication/../Patient' })], []],
])('%s', (_case, resources, expected) => {
  expect(missingMedications(resources, BASE)).toEqual(expected);
});

it.each([
  ['relative', 'Medication/m1', ['m1']],
  ['below the base', `${BASE}/Medication/m1`, ['m1']],
  ['of another server', 'https://other.example.org/fhir/Medication/m1', []],
])('a Medication that came under a key of the site’s own is the one that an order names: %s', (_case, reference, expected) => {
  const sent = ['m1', 'm2'].map((id) => ({ resourceType: 'Medication', id }));
  expect(namedAmong([...sent, { resourceType: 'Observation', id: 'm1' }], [order({ reference })], [BASE]).map(({ id }) => id)).toEqual(
    expected,
  );
});

it('at most sixty are asked for, none of them a second time, and one that is not the one asked for is not taken', async () => {
  const asked: string[] = [];
  const reader = {
    ...refusingReader('the FHIR server failed'),
    read: (_access: unknown, { query, types }: { query: string; types: readonly string[] }) => {
      asked.push(query);
      const id = query.replace('Medication/', '');
      return Promise.resolve(readPart({ resourceType: 'Medication', id: id === 'm3' ? 'other' : id }, types));
    },
  };
  const orders = Array.from({ length: 70 }, (_, at) => order({ reference: `Medication/m${at}` }));
  const access = { base: BASE, token: 't' };
  const { found, asked: first } = await readMissingMedications(orders, access, reader, new AbortController().signal);
  expect([asked.length, found.length, found.some(({ id }) => id === 'other')]).toEqual([60, 59, false]);
  await readMissingMedications(orders, access, reader, new AbortController().signal, first);
  expect([asked.length, new Set(asked).size]).toEqual([70, 70]);
});

it.each<[string, object[], number]>([
  ['an order in force', [{ ...order({ reference: 'Medication/m1' }), status: 'active' }], 1],
  [
    'one whose Medication is there',
    [
      { ...order({ reference: 'Medication/m1' }), status: 'active' },
      { resourceType: 'Medication', id: 'm1' },
    ],
    0,
  ],
  ['one on another server', [{ ...order({ reference: 'https://other.example.org/R4/Medication/m1' }), status: 'active' }], 1],
  [
    'one that names its drug beside the address',
    [{ ...order({ reference: 'Medication/m1', display: 'paroxetine' }), status: 'active' }],
    0,
  ],
  ['one with the Medication inside', [{ ...order({ reference: '#m1' }), status: 'active' }], 0],
  ['an order that is over', [{ ...order({ reference: 'Medication/m1' }), status: 'completed' }], 0],
  ['an order that is being written', [{ ...order({ reference: 'Medication/m1' }), status: 'draft' }], 0],
  [
    'a statement of FHIR R5',
    [{ resourceType: 'MedicationStatement', status: 'recorded', medication: { reference: { reference: 'Medication/m1' } } }],
    1,
  ],
])('current drugs without a name: %s', (_case, resources, expected) => {
  expect(namelessDrugs(resources as Readonly<Record<string, unknown>>[])).toBe(expected);
});
