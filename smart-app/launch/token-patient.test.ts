import { describe, expect, it } from 'vitest';
import { patientIn } from './token-patient.ts';

describe('the patient of a token response', () => {
  it.each<[string, unknown, string]>([
    ['an id', 'p1', 'p1'],
    ['a number', 4711, '4711'],
    ['a reference', 'Patient/p1', 'p1'],
    ['the whole address on the server of the launch', 'https://ehr.example/fhir/Patient/p1', 'p1'],
    ['that address in other letters', 'HTTPS://EHR.example:443/fhir//Patient/p1', 'p1'],
    ['the address on another server', 'https://other.example/fhir/Patient/p1', 'https://other.example/fhir/Patient/p1'],
    ['an address below the server', 'https://ehr.example/fhir/x/Patient/p1', 'https://ehr.example/fhir/x/Patient/p1'],
    ['an address with more behind', 'https://ehr.example/fhir/Patient/p1/_history/1', 'https://ehr.example/fhir/Patient/p1/_history/1'],
    ['another kind of resource', 'https://ehr.example/fhir/Person/p1', 'https://ehr.example/fhir/Person/p1'],
    ['nothing', undefined, ''],
    ['a list', ['p1'], ''],
  ])('%s', (_what, patient, id) => {
    expect(patientIn({ patient }, 'https://ehr.example/fhir')).toBe(id);
  });
});
