import { describe, expect, it } from 'vitest';
import { readMedications } from './medication.ts';
import { readWith } from './testing/read-medication.ts';

const read = (...resources: readonly object[]) => readWith(readMedications, resources);

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const order = (rest: object) => ({
  resourceType: 'MedicationRequest',
  id: 'order',
  status: 'draft',
  intent: 'order',
  subject: { reference: 'Patient/p' },
  ...rest,
});

describe('clopidogrel however it is ordered', () => {
  it.each([
    ['RxNorm ingredient', { coding: [{ system: RXNORM, code: '32968' }] }],
    ['RxNorm clinical drug with text', { coding: [{ system: RXNORM, code: '309362', display: 'clopidogrel 75 MG Oral Tablet' }] }],
    ['capitals only', { text: 'CLOPIDOGREL BISULFATE 75 MG PO TABS' }],
    ['OID system', { coding: [{ system: 'urn:oid:2.16.840.1.113883.6.88', code: '32968' }] }],
  ])('%s', (_, medicationCodeableConcept) => {
    const { facts, warnings } = read(order({ medicationCodeableConcept }));
    expect(warnings).toEqual([]);
    expect(facts[0]).toMatchObject({ isOrder: true, role: 'draft', ingredients: [{ name: 'clopidogrel', rxnorm: '32968' }] });
  });
});
