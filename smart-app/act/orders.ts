/** Draft orders that the panel hands to the EHR: what a clinician then completes and signs there. */
import type { Coding } from '../data/panel-report.ts';

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';

export function medicationDraft(
  patientId: string,
  drug: { readonly name: string; readonly rxnorm: string },
  priorOrder?: string,
): Record<string, unknown> {
  return {
    resourceType: 'MedicationRequest',
    status: 'draft',
    intent: 'proposal',
    subject: { reference: `Patient/${patientId}` },
    medicationCodeableConcept: {
      text: drug.name,
      ...(drug.rxnorm === '' ? {} : { coding: [{ system: RXNORM, code: drug.rxnorm, display: drug.name }] }),
    },
    ...(priorOrder === undefined || !priorOrder.startsWith('MedicationRequest/') ? {} : { priorPrescription: { reference: priorOrder } }),
  };
}

export function testDraft(patientId: string, test: Coding): Record<string, unknown> {
  return {
    resourceType: 'ServiceRequest',
    status: 'draft',
    intent: 'proposal',
    subject: { reference: `Patient/${patientId}` },
    code: {
      text: test.display || test.code,
      ...(test.code === ''
        ? {}
        : { coding: [{ ...(test.system === '' ? {} : { system: test.system }), code: test.code, display: test.display || test.code }] }),
    },
  };
}
