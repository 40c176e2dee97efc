/** The real clinic before a FHIR server that a test behaves as: an order signed, and the panel opened, over HTTP. */
import request from 'supertest';
import { afterEach } from 'vitest';
import { loadClinic } from '../../cds-service/clinic.ts';
import { order, type Json } from '../conformance/client-calls.ts';
import { startFhirDouble, type Behaviour, type FhirDouble } from '../service/fhir-double.ts';
import { createTestApp, OPEN_TRUST, TEST_EHR } from '../service/harness.ts';

const clinic = await loadClinic();
let doubles: FhirDouble[] = [];
afterEach(async () => {
  await Promise.all(doubles.map((double) => double.close()));
  doubles = [];
});

/** `sign`: the answer to `order-sign` of a drug, as text; the server may be asked unless `more` takes that back. `panel`: the panel's report. */
export async function startClinicBefore(behave: Behaviour) {
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
  const sign = async (drug: string, more: Json = {}): Promise<string> => {
    const entry = [{ resource: order({ medicationCodeableConcept: { text: drug } }) }];
    const answer = await post('/cds-services/pgx-order-sign', {
      hook: 'order-sign',
      hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
      context: { userId: 'Practitioner/1', patientId: 'p1', draftOrders: { resourceType: 'Bundle', entry } },
      fhirServer: fhir.base,
      fhirAuthorization: { access_token: 't', token_type: 'Bearer' },
      ...more,
    });
    return answer.text;
  };
  const panel = () => post('/panel/report', { fhirServer: fhir.base, patientId: 'p1' });
  return { fhir, sign, panel };
}

/** A call that gives no access to the server. */
export const NO_ACCESS: Json = { fhirServer: undefined, fhirAuthorization: undefined };
