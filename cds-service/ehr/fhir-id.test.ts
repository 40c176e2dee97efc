import { describe, expect, it } from 'vitest';
import { missingMedications } from './missing-medications.ts';
import { missingResults } from './named-by-chart.ts';
import { idOfReference } from './fhir-id.ts';

const SERVER = 'https://ehr.example.org/fhir';

describe('the id in a reference', () => {
  it.each([
    ['Medication/m1', 'm1'],
    ['Medication/a.b_c-1', 'a.b_c-1'],
    ['Medication/m1/_history/2', 'm1'],
    ['Medication/m1/_history/', 'm1'],
    ['Medication/.', null],
    ['Medication/..', null],
    ['Medication/..../_history/1', null],
    ['Medication/%2e%2e', null],
    ['Medication/m1/..', null],
    ['Medication/m1/_history', null],
    ['Medication/m1/_history/2/3', null],
    ['Medication/', null],
    ['Observation/m1', null],
    ['other/Medication/m1', null],
  ])('%s: %s', (reference, id) => {
    expect(idOfReference(reference, 'Medication')).toBe(id);
  });

  it('that steps out of its place in the address is never asked for', () => {
    const references = ['..', '.', '../Patient', 'm1'];
    const orders = references.map((id) => ({
      resourceType: 'MedicationRequest',
      status: 'active',
      medicationReference: { reference: `${SERVER}/Medication/${id}` },
    }));
    const report = {
      resourceType: 'DiagnosticReport',
      status: 'final',
      result: references.map((id) => ({ reference: `Observation/${id}` })),
    };
    expect(missingMedications(orders, SERVER)).toEqual(['m1']);
    expect(missingResults([report], SERVER)).toEqual(['m1']);
  });
});
