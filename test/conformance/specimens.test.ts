/** A result points at its specimen by address alone, as laboratories write it: what it was taken from comes with the prefetch key `specimens`. */
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { loadClinic } from '../../cds-service/clinic.ts';
import { bundle, createTestApp, fullPrefetch } from '../service/harness.ts';

const { app } = createTestApp({ clinic: await loadClinic(), limits: { answerMs: 10_000 } });
const subject = { reference: 'Patient/p1' };
const component = (code: string, value: object) => ({ code: { coding: [{ system: 'http://loinc.org', code }] }, ...value });

const lungCancer = {
  resourceType: 'Condition',
  id: 'tumour',
  subject,
  clinicalStatus: { coding: [{ code: 'active' }] },
  code: { text: 'Lung adenocarcinoma' },
};
const noEgfrMutation = {
  resourceType: 'Observation',
  id: 'egfr',
  status: 'final',
  subject,
  effectiveDateTime: '2026-10-01',
  code: { coding: [{ system: 'http://loinc.org', code: '69548-6' }] },
  valueCodeableConcept: { coding: [{ system: 'http://loinc.org', code: 'LA9634-2', display: 'Absent' }] },
  specimen: { reference: 'Specimen/s1' },
  component: [component('48018-6', { valueCodeableConcept: { text: 'EGFR' } })],
};
const osimertinib = {
  resourceType: 'MedicationRequest',
  id: 'order-1',
  status: 'draft',
  intent: 'order',
  subject,
  medicationCodeableConcept: { text: 'osimertinib 80 mg' },
};
const specimen = (text: string) => bundle({ resourceType: 'Specimen', id: 's1', subject, type: { text } });

async function summaryWith(specimens: unknown): Promise<string> {
  const answer = await request(app)
    .post('/cds-services/oncology-order-sign')
    .set('content-type', 'application/json')
    .send(
      JSON.stringify({
        hook: 'order-sign',
        hookInstance: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
        context: { userId: 'Practitioner/1', patientId: 'p1', draftOrders: bundle(osimertinib) },
        prefetch: { ...fullPrefetch(), genomics: bundle(noEgfrMutation), conditions: bundle(lungCancer), specimens },
      }),
    );
  expect(answer.status).toBe(200);
  const { cards } = answer.body as { cards: { summary: string }[] };
  return cards.map(({ summary }) => summary).join('\n');
}

describe('not detected, and in what', () => {
  it('in plasma: that does not rule it out', async () => {
    expect(await summaryWith(specimen('Plasma'))).toMatch(
      /EGFR not found in blood, which does not rule it out: test tissue before osimertinib/,
    );
  });
  it('in tissue: the finding is absent', async () => {
    const said = await summaryWith(specimen('Tissue, formalin-fixed'));
    expect(said).toMatch(/osimertinib/);
    expect(said).not.toMatch(/blood/);
  });
});
