/** Whose record it is, by the references that servers write. */
import { describe, expect, it } from 'vitest';
import { processorTime } from '../../test/cost.ts';
import { readPart } from './chart-part.ts';
import { isAboutAnother } from './right-patient.ts';

const SERVER = 'https://ehr.example.org/fhir/R4';

describe.each([
  ['Patient/p1', false],
  ['Patient/p1/_history/2', false],
  ['Patient/p2', true],
  [`${SERVER}/Patient/p1`, false],
  [`${SERVER}/Patient/p2`, true],
  ['http://EHR.example.org/fhir/R4//Patient/p1', false],
  ['https://other.example.org/fhir/R4/Patient/p1', true],
  ['https://ehr.example.org/fhir/another-tenant/Patient/p1', true],
  ['urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0', false],
])('%s', (reference, another) => {
  it.each(['subject', 'patient'])(`as ${another ? 'another’s' : 'this one’s'} %s`, (element) => {
    expect(isAboutAnother({ resourceType: 'Observation', [element]: { reference } }, 'p1', [SERVER])).toBe(another);
  });
});

it('where the call names no server, the id decides alone', () => {
  expect(isAboutAnother({ resourceType: 'Observation', subject: { reference: 'https://other.example.org/fhir/Patient/p1' } }, 'p1')).toBe(
    false,
  );
});

it('a server behind a proxy that names its resources and their patients by its own address is no other server', () => {
  const base = 'http://fhir.internal:8080/fhir';
  const resource = { resourceType: 'Observation', id: 'o', subject: { reference: `${base}/Patient/p1` } };
  readPart({ resourceType: 'Bundle', entry: [{ fullUrl: `${base}/Observation/o`, resource }] }, ['Observation']);
  expect(isAboutAnother(resource, 'p1', [SERVER])).toBe(false);
  expect(isAboutAnother({ ...resource }, 'p1', [SERVER])).toBe(true);
});

it('an address made to be slow costs no more than its length', () => {
  const reference = `http://${'/'.repeat(300_000)}x/Patient/p2`;
  const bound = 500;
  expect(processorTime(bound, () => isAboutAnother({ resourceType: 'Observation', subject: { reference } }, 'p1', [SERVER]))).toBeLessThan(
    bound,
  );
});
