/**
 * Genetic results that a laboratory filed under no category, or another than is searched for: the report that names them says that they are on file.
 * Clopidogrel for a poor metabolizer of CYP2C19; abacavir, for which "not tested" must not be said while a result is unread.
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
const { category: _none, ...uncategorised } = genotype();
const report = {
  resourceType: 'DiagnosticReport',
  id: 'report-1',
  status: 'final',
  category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'GE' }] }],
  code: { coding: [{ system: 'http://loinc.org', code: '51969-4' }] },
  subject,
  result: [{ reference: 'Observation/genotype-1' }],
};

/** A search for Observations by category finds none; reads by id find them. */
const byIdOnly =
  (...resources: Json[]): Behaviour =>
  (asked, response, base) =>
    (asked.url ?? '').includes('/Observation?') ? sendFhir(response, search()) : serving(resources)(asked, response, base);

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
  const sign = async (drug: string, prefetch?: Json): Promise<string> => {
    const entry = [{ resource: order({ medicationCodeableConcept: { text: drug } }) }];
    const access = { fhirServer: fhir.base, fhirAuthorization: { access_token: 't', token_type: 'Bearer' } };
    const answer = await post('/cds-services/pgx-order-sign', {
      hook: 'order-sign',
      hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
      context: { userId: 'Practitioner/1', patientId: 'p1', draftOrders: { resourceType: 'Bundle', entry } },
      ...(prefetch === undefined ? access : { prefetch }),
    });
    return answer.text;
  };
  const panel = async () => (await post('/panel/report', { fhirServer: fhir.base, patientId: 'p1' })).text;
  return { sign, panel };
}

const CLOPIDOGREL = 'clopidogrel 75 mg oral tablet';
const ABACAVIR = 'abacavir 300 mg oral tablet';
const UNREAD = 'genomic results (1 that a genetic report names could not be read)';

describe('a result that only its report names', () => {
  it('is read and speaks', async () => {
    const { sign, panel } = await startServer(byIdOnly(patient, report, uncategorised));
    expect(await sign(CLOPIDOGREL)).toContain('CYP2C19 poor metabolizer: avoid clopidogrel');
    expect(await panel()).toContain('"phenotype":"Poor Metabolizer"');
  });

  it('that is on file and cannot be read is said, and nothing is called not tested', async () => {
    const { sign, panel } = await startServer(byIdOnly(patient, report));
    for (const drug of [CLOPIDOGREL, ABACAVIR]) {
      const text = await sign(drug);
      expect(text).toContain(UNREAD);
      expect(text).not.toMatch(/not tested|no result/i);
    }
    expect(await panel()).toContain('1 result that a genetic report names could not be read.');
  });

  it('of another patient is not used', async () => {
    const { sign } = await startServer(byIdOnly(patient, report, { ...uncategorised, subject: { reference: 'Patient/p2' } }));
    const text = await sign(CLOPIDOGREL);
    expect(text).not.toContain('poor metabolizer');
    expect(text).toContain(UNREAD);
  });

  it('and did not come with a call that brings all it has is said', async () => {
    const { sign } = await startServer(byIdOnly());
    const prefetch = {
      patient,
      genomics: search(),
      laboratory: search(),
      reports: search(report),
      conditions: search(),
      medications: search(),
    };
    expect(await sign(CLOPIDOGREL, prefetch)).toContain(UNREAD);
    expect(await sign(CLOPIDOGREL, { ...prefetch, genomics: search(uncategorised) })).toContain('avoid clopidogrel');
  });
});
