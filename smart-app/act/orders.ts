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

/** "DPYD: Genetic analysis report": a code can stand for any genetic test, so the order says which gene is meant. */
export function testWords(name: string, { display, code }: Coding): string {
  const words = display || code;
  return words.toLowerCase().includes(name.toLowerCase()) ? words : [name, words].filter(Boolean).join(': ');
}

export function testDraft(patientId: string, test: Coding & { readonly name: string }): Record<string, unknown> {
  return {
    resourceType: 'ServiceRequest',
    status: 'draft',
    intent: 'proposal',
    subject: { reference: `Patient/${patientId}` },
    code: {
      text: testWords(test.name, test),
      ...(test.code === ''
        ? {}
        : // Our names of tests are shorter than LOINC's own, which a validator calls a wrong display: the text says what is meant.
          { coding: [{ ...(test.system === '' ? {} : { system: test.system }), code: test.code }] }),
    },
  };
}
