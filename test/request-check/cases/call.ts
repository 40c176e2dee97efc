/** Calls that break no rule, and how a case changes one of them. */
import { PREFETCH } from '../../../cds-service/hooks/prefetch-keys.ts';
import { RESULT_KEYS, SERVICES } from '../../../cds-service/hooks/services.ts';
import { readAsService } from '../../../cds-service/request-bench/service-reading.ts';
import type { CheckSetting, Handling } from '../../../cds-service/request-check/index.ts';

export type Json = Record<string, unknown>;

export const UUID = 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea';
/** Trusted by nobody, so that no test asks it for anything. */
export const SERVER = 'https://chart.example.org/R4';
export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';

export function settingFor(hook: string): CheckSetting {
  const definition = SERVICES.find((service) => service.hook === hook && service.family === 'pgx');
  if (definition === undefined) throw new Error(`no service for ${hook}`);
  const prefetch = Object.fromEntries(definition.keys.map((key) => [key, PREFETCH[key].query]));
  return {
    service: { id: definition.id, hook, prefetch },
    needs: RESULT_KEYS,
    essential: definition.keys.filter((key) => PREFETCH[key].essential),
    tokenAgeSeconds: 3600,
    readAsService,
    audiences: [`https://cds.example.org/cds-services/${definition.id}`],
  };
}

export const order = (change: Json = {}): Json => ({
  resourceType: 'MedicationRequest',
  id: 'order-1',
  status: 'draft',
  intent: 'order',
  subject: { reference: 'Patient/p1' },
  medicationCodeableConcept: { coding: [{ system: RXNORM, code: '32968', display: 'clopidogrel' }], text: 'clopidogrel 75 mg' },
  ...change,
});

export const without = (resource: Json, ...names: string[]): Json =>
  Object.fromEntries(Object.entries(resource).filter(([name]) => !names.includes(name)));

export const result = (change: Json = {}): Json => ({
  resourceType: 'Observation',
  id: 'result-1',
  status: 'final',
  category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] }],
  subject: { reference: 'Patient/p1' },
  code: { coding: [{ system: 'http://loinc.org', code: '84413-4', display: 'Genotype display name' }] },
  ...change,
});

export const searchset = (...resources: unknown[]): Json => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: resources.length,
  entry: resources.map((resource) => ({ resource })),
});
export const collection = (...resources: unknown[]): Json => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});

/** A call without any deviation. */
export function call(hook = 'order-sign'): Json {
  const { service } = settingFor(hook);
  const empty = Object.fromEntries(Object.keys(service.prefetch).map((key) => [key, null]));
  return {
    hook,
    hookInstance: UUID,
    context: {
      userId: 'Practitioner/1',
      patientId: 'p1',
      ...(hook === 'patient-view' ? {} : { draftOrders: collection(order()) }),
      ...(hook === 'order-select' ? { selections: ['MedicationRequest/order-1'] } : {}),
    },
    prefetch: { ...empty, patient: { resourceType: 'Patient', id: 'p1' }, genomics: searchset(result()) },
  };
}

export const withToken = (body: Json, change: Json = {}): Json => ({
  ...body,
  fhirServer: SERVER,
  fhirAuthorization: {
    access_token: 'opaque',
    token_type: 'Bearer',
    expires_in: 300,
    scope: 'patient/Observation.rs openid',
    subject: 'genehook',
    ...change,
  },
});

export const inContext = (change: Json, hook = 'order-sign'): Json => {
  const body = call(hook);
  return { ...body, context: { ...(body['context'] as Json), ...change } };
};
export const inPrefetch = (change: Json, body: Json = call()): Json => ({
  ...body,
  prefetch: { ...(body['prefetch'] as Json), ...change },
});
export const withOrder = (change: Json): Json => inContext({ draftOrders: collection(order(change)) });
export const ordersOf = (...orders: Json[]): Json => inContext({ draftOrders: collection(...orders) });
export const failedOutcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] };
export const page = { link: [{ relation: 'next', url: `${SERVER}/Observation?page=2` }] };

export interface RequestCase {
  readonly rule: string;
  readonly name: string;
  readonly body: unknown;
  readonly where: string;
  readonly handling: Handling;
  readonly hook?: string;
}

export const of = (rule: string, name: string, body: unknown, where: string, handling: Handling, hook = 'order-sign'): RequestCase => ({
  rule,
  name,
  body,
  where,
  handling,
  hook,
});
