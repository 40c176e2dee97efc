/**
 * Servers whose orders name their drug by the address of a Medication alone (HAPI with generated patients, US Core servers). What a patient takes
 * changes what a genotype means: codeine for a normal metabolizer of CYP2D6 who takes paroxetine.
 */
import request from 'supertest';
import { afterEach, describe, expect, it } from 'vitest';
import { loadClinic } from '../../cds-service/clinic.ts';
import { genotype, order, search, type Json } from '../conformance/client-calls.ts';
import { sendFhir, serving, startFhirDouble, type Behaviour, type FhirDouble } from '../service/fhir-double.ts';
import { createTestApp, OPEN_TRUST, TEST_EHR } from '../service/harness.ts';

const clinic = await loadClinic();
const subject = { reference: 'Patient/p1' };
const patient = { resourceType: 'Patient', id: 'p1', birthDate: '1960-01-01', gender: 'male' };
const cyp2d6 = genotype({
  valueCodeableConcept: { text: '*1/*1' },
  component: [
    {
      code: { coding: [{ system: 'http://loinc.org', code: '48018-6' }] },
      valueCodeableConcept: { coding: [{ system: 'http://www.genenames.org', code: 'HGNC:2625', display: 'CYP2D6' }] },
    },
  ],
});
const paroxetine = { resourceType: 'Medication', id: 'm1', code: { text: 'paroxetine 20 mg tablet' } };
const taken = {
  resourceType: 'MedicationRequest',
  id: 'taken',
  status: 'active',
  intent: 'order',
  subject,
  authoredOn: '2026-10-01',
  medicationReference: { reference: 'Medication/m1' },
};
const CHART = [patient, cyp2d6, paroxetine, taken];
const refusingMedications: Behaviour = (asked, response, base) =>
  (asked.url ?? '').includes('/Medication/') ? sendFhir(response, {}, 403) : serving(CHART)(asked, response, base);

let doubles: FhirDouble[] = [];
afterEach(async () => {
  await Promise.all(doubles.map((double) => double.close()));
  doubles = [];
});

async function startServer(behave: Behaviour) {
  const fhir = await startFhirDouble(behave);
  doubles.push(fhir);
  const ehr = { ...TEST_EHR, fhirServers: [fhir.base], allowInsecureLoopback: true };
  const { app } = createTestApp({ clinic, limits: { answerMs: 10_000 }, trust: { ...OPEN_TRUST, ehrs: [ehr] } });
  const post = (path: string, body: Json) =>
    request(app)
      .post(path)
      .set('content-type', 'application/json')
      .set('accept', 'application/json')
      .set('authorization', 'Bearer t')
      .send(JSON.stringify(body));
  const sign = async (more: Json = {}, access = true): Promise<string> => {
    const entry = [{ resource: order({ medicationCodeableConcept: { text: 'codeine 30 mg oral tablet' } }) }];
    const answer = await post('/cds-services/pgx-order-sign', {
      hook: 'order-sign',
      hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
      context: { userId: 'Practitioner/1', patientId: 'p1', draftOrders: { resourceType: 'Bundle', entry } },
      ...(access ? { fhirServer: fhir.base, fhirAuthorization: { access_token: 't', token_type: 'Bearer' } } : {}),
      ...more,
    });
    return answer.text;
  };
  const report = async () =>
    (await post('/panel/report', { fhirServer: fhir.base, patientId: 'p1' })).body as { report: { pgx: { genes: object[] } } };
  return { fhir, sign, report };
}

const ADVICE = 'CYP2D6 poor metabolizer with paroxetine: avoid codeine';
const empty = (): Json => search();
const prefetch = {
  patient,
  genomics: search(cyp2d6),
  laboratory: empty(),
  conditions: empty(),
  medications: search(taken),
  statements: empty(),
};

describe('a current drug by the address of its Medication', () => {
  it('is read from the server when the order is signed, once', async () => {
    const { fhir, sign } = await startServer(serving(CHART));
    expect(await sign()).toContain(ADVICE);
    expect(fhir.asked.filter(({ path }) => path.includes('/Medication/'))).toHaveLength(1);
  });

  it('is read for a chart that came by prefetch too', async () => {
    const { sign } = await startServer(serving(CHART));
    expect(await sign({ prefetch })).toContain(ADVICE);
  });

  it('is read for the panel: the same enzyme activity as in the card', async () => {
    const { report } = await startServer(serving(CHART));
    expect((await report()).report.pgx.genes).toMatchObject([{ gene: 'CYP2D6', adjusted: { phenotype: 'Poor Metabolizer' } }]);
  });

  it('that cannot be read is said: silence would mean that nothing stands against codeine', async () => {
    const { sign } = await startServer(refusingMedications);
    const text = await sign();
    expect(text).not.toContain(ADVICE);
    expect(text).toContain('current medication orders (the name of 1 drug could not be read)');
  });

  it('that a site sends without its name, and without access: said for a drug with a guideline, and never for another', async () => {
    const { sign } = await startServer(serving(CHART));
    expect(await sign({ prefetch }, false)).toContain('check of codeine is incomplete');
    const entry = [{ resource: order({ medicationCodeableConcept: { text: 'amoxicillin 500 mg oral capsule' } }) }];
    const context = { userId: 'Practitioner/1', patientId: 'p1', draftOrders: { resourceType: 'Bundle', entry } };
    expect(await sign({ prefetch, context }, false)).toBe('{"cards":[]}');
  });
});
