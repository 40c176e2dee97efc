/** Calls that break one rule each, made from calls that break none. */
import { PREFETCH } from '../../cds-service/hooks/prefetch-keys.ts';
import { RESULT_KEYS, SERVICES } from '../../cds-service/hooks/services.ts';
import type { CheckSetting, Handling, HookCall } from '../../cds-service/request-check/index.ts';

type Json = Record<string, unknown>;

export const UUID = 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea';
/** Trusted by nobody, so that no test asks it for anything. */
export const SERVER = 'https://chart.example.org/R4';
const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';

export function settingFor(hook: string): CheckSetting {
  const definition = SERVICES.find((service) => service.hook === hook && service.family === 'pgx');
  if (definition === undefined) throw new Error(`no service for ${hook}`);
  const prefetch = Object.fromEntries(definition.keys.map((key) => [key, PREFETCH[key].query]));
  return {
    service: { id: definition.id, hook, prefetch },
    needs: RESULT_KEYS,
    essential: definition.keys.filter((key) => PREFETCH[key].essential),
    tokenAgeSeconds: 3600,
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

const inContext = (change: Json, hook = 'order-sign'): Json => {
  const body = call(hook);
  return { ...body, context: { ...(body['context'] as Json), ...change } };
};
const inPrefetch = (change: Json, body: Json = call()): Json => ({ ...body, prefetch: { ...(body['prefetch'] as Json), ...change } });
const withOrder = (change: Json): Json => inContext({ draftOrders: collection(order(change)) });
const ordersOf = (...orders: Json[]): Json => inContext({ draftOrders: collection(...orders) });
const failedOutcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] };
const page = { link: [{ relation: 'next', url: `${SERVER}/Observation?page=2` }] };

export interface RequestCase {
  readonly rule: string;
  readonly name: string;
  readonly body: unknown;
  readonly where: string;
  readonly handling: Handling;
  readonly hook?: string;
}

const of = (rule: string, name: string, body: unknown, where: string, handling: Handling, hook = 'order-sign'): RequestCase => ({
  rule,
  name,
  body,
  where,
  handling,
  hook,
});

export const BODY_CASES: readonly RequestCase[] = [
  of('body.object', 'an array', [], '$', 'refused'),
  of('hook.missing', 'no hook', without(call(), 'hook'), '$.hook', 'refused'),
  of('hook.other', 'the hook of another service', { ...call(), hook: 'order-dispatch' }, '$.hook', 'refused'),
  of('hookInstance.missing', 'a number', { ...call(), hookInstance: 7 }, '$.hookInstance', 'refused'),
  of('hookInstance.uuid', 'a short text', { ...call(), hookInstance: 'abc' }, '$.hookInstance', 'used'),
  of('context.missing', 'null', { ...call(), context: null }, '$.context', 'refused'),
  of('prefetch.shape', 'an array', { ...call(), prefetch: [] }, '$.prefetch', 'refused'),
  of('fhirServer.address', 'a path', { ...call(), fhirServer: '/fhir' }, '$.fhirServer', 'refused'),
  of(
    'fhirServer.http',
    'http elsewhere, as in the examples of the standard',
    { ...call(), fhirServer: 'http://ehr.example.org:9080' },
    '$.fhirServer',
    'ignored',
  ),
  of('fhirServer.address', 'a link-local address', { ...call(), fhirServer: 'https://169.254.1.1/R4' }, '$.fhirServer', 'refused'),
  of(
    'fhirServer.address',
    'a link-local address inside IPv6',
    { ...call(), fhirServer: 'https://[::ffff:169.254.1.1]/R4' },
    '$.fhirServer',
    'refused',
  ),
  of('fhirServer.http', 'http on this machine', { ...call(), fhirServer: 'http://127.0.0.1:9/R4' }, '$.fhirServer', 'used'),
  of('fhirServer.slash', 'a slash at its end', { ...call(), fhirServer: `${SERVER}/` }, '$.fhirServer', 'used'),
  of('fhirAuthorization.server', 'a token without server', without(withToken(call()), 'fhirServer'), '$.fhirServer', 'refused'),
  of('fhirAuthorization.shape', 'a text', { ...call(), fhirServer: SERVER, fhirAuthorization: 'x' }, '$.fhirAuthorization', 'refused'),
  of('fhirAuthorization.access_token', 'none', withToken(call(), { access_token: '' }), '$.fhirAuthorization.access_token', 'refused'),
  of(
    'fhirAuthorization.token_type',
    'bearer in small letters',
    withToken(call(), { token_type: 'bearer' }),
    '$.fhirAuthorization.token_type',
    'used',
  ),
  of('fhirAuthorization.token_type', 'another type', withToken(call(), { token_type: 'MAC' }), '$.fhirAuthorization.token_type', 'refused'),
  of('fhirAuthorization.expires_in', 'a text', withToken(call(), { expires_in: '300' }), '$.fhirAuthorization.expires_in', 'used'),
  of('fhirAuthorization.scope', 'none', withToken(call(), { scope: undefined }), '$.fhirAuthorization.scope', 'used'),
  of(
    'fhirAuthorization.scope-form',
    'names of a vendor',
    withToken(call(), { scope: 'PATIENT.READ (R4)' }),
    '$.fhirAuthorization.scope',
    'used',
  ),
  of('fhirAuthorization.subject', 'none', withToken(call(), { subject: undefined }), '$.fhirAuthorization.subject', 'used'),
  of('fhirAuthorization.patient', 'someone else', withToken(call(), { patient: 'p2' }), '$.fhirAuthorization.patient', 'ignored'),
  of('extension.shape', 'an array', { ...call(), extension: [] }, '$.extension', 'ignored'),
  of(
    'extension.vendor',
    'an extension of Epic',
    { ...call(), extension: { 'com.epic.cdshooks.request.epic-version': 'x' } },
    '$.extension["com.epic.…"]',
    'used',
  ),
  of('member.unknown', 'a member beside', { ...call(), user: 'x' }, '$.user', 'ignored'),

  of('userId.missing', 'none', inContext({ userId: '' }), '$.context.userId', 'refused'),
  of('userId.form', 'a bare id', inContext({ userId: '1' }), '$.context.userId', 'used'),
  of('userId.form', 'a patient who signs orders', inContext({ userId: 'Patient/p1' }), '$.context.userId', 'used'),
  of('patientId.missing', 'with its type', inContext({ patientId: 'Patient/p1' }), '$.context.patientId', 'used'),
  of('patientId.missing', 'with another type', inContext({ patientId: 'Group/p1' }), '$.context.patientId', 'refused'),
  of('encounterId.form', 'a reference', inContext({ encounterId: 'Encounter/1' }), '$.context.encounterId', 'ignored'),
  of('encounterId.form', 'a number', inContext({ encounterId: 5 }), '$.context.encounterId', 'refused'),
  of('draftOrders.missing', 'none', inContext({ draftOrders: undefined }), '$.context.draftOrders', 'refused'),
  of(
    'draftOrders.missing',
    'a Bundle that does not say so',
    inContext({ draftOrders: without(collection(order()), 'resourceType') }),
    '$.context.draftOrders.resourceType',
    'used',
  ),
  of('draftOrders.missing', 'an array of orders', inContext({ draftOrders: [order()] }), '$.context.draftOrders', 'refused'),
  of('draftOrders.type', 'a searchset', inContext({ draftOrders: searchset(order()) }), '$.context.draftOrders.type', 'used'),
  of(
    'draftOrders.entry',
    'a resource without a type',
    inContext({ draftOrders: collection({ ...order(), resourceType: '' }, order()) }),
    '$.context.draftOrders.entry[0].resource',
    'ignored',
  ),
  of(
    'draftOrders.entry',
    'null among the entries',
    inContext({ draftOrders: { ...collection(), entry: [null, { resource: order() }] } }),
    '$.context.draftOrders.entry[0]',
    'ignored',
  ),
  of(
    'draftOrders.entry',
    'an object',
    inContext({ draftOrders: { ...collection(), entry: {} } }),
    '$.context.draftOrders.entry',
    'refused',
  ),
  of(
    'draftOrders.entry',
    'thousands of orders',
    ordersOf(...Array.from({ length: 2_001 }, (_, index) => ({ ...order(), id: `o${index}` }))),
    '$.context.draftOrders.entry',
    'refused',
  ),
  of('draftOrders.empty', 'no orders', ordersOf(), '$.context.draftOrders.entry', 'used'),
  of(
    'draftOrders.unasked',
    'orders at patient-view',
    inContext({ draftOrders: collection() }, 'patient-view'),
    '$.context.draftOrders',
    'ignored',
    'patient-view',
  ),
  of('selections.missing', 'a text', inContext({ selections: 'x' }, 'order-select'), '$.context.selections', 'refused', 'order-select'),
  of('selections.empty', 'none', inContext({ selections: [] }, 'order-select'), '$.context.selections', 'used', 'order-select'),
  of(
    'selections.unknown',
    'no such order',
    inContext({ selections: ['MedicationRequest/other'] }, 'order-select'),
    '$.context.selections[0]',
    'ignored',
    'order-select',
  ),
  of(
    'selections.unknown',
    'absolute',
    inContext({ selections: [`${SERVER}/MedicationRequest/order-1`] }, 'order-select'),
    '$.context.selections[0]',
    'used',
    'order-select',
  ),
  ...['order-1', `${SERVER}/MedicationRequest/order-1/_history/3`, ' MedicationRequest/order-1 '].map((selection) =>
    of(
      'selections.unknown',
      `written ${selection}`,
      inContext({ selections: [selection] }, 'order-select'),
      '$.context.selections[0]',
      'used',
      'order-select',
    ),
  ),
  of('selections.unasked', 'selections at order-sign', inContext({ selections: [] }), '$.context.selections', 'ignored'),

  of(
    'prefetch.missing',
    'an essential key',
    { ...call(), prefetch: without(call()['prefetch'] as Json, 'laboratory') },
    '$.prefetch.laboratory',
    'said',
  ),
  of(
    'prefetch.missing',
    'another key',
    { ...call(), prefetch: without(call()['prefetch'] as Json, 'vitals') },
    '$.prefetch.vitals',
    'ignored',
  ),
  of('prefetch.missing', 'no results at all', { ...call(), prefetch: {} }, '$.prefetch.genomics', 'refused'),
  of('prefetch.unasked', 'a key of another service', inPrefetch({ coverage: null }), '$.prefetch.coverage', 'ignored'),
  of('prefetch.value', 'an empty object', inPrefetch({ conditions: {} }), '$.prefetch.conditions', 'said'),
  of('prefetch.value', 'a text', inPrefetch({ conditions: '' }), '$.prefetch.conditions', 'said'),
  of('prefetch.array', 'resources without a Bundle', inPrefetch({ laboratory: [result()] }), '$.prefetch.laboratory', 'said'),
  of(
    'prefetch.read-as-bundle',
    'the patient in a Bundle',
    inPrefetch({ patient: searchset({ resourceType: 'Patient', id: 'p1' }) }),
    '$.prefetch.patient',
    'used',
  ),
  of('prefetch.search-as-resource', 'one result by itself', inPrefetch({ genomics: result() }), '$.prefetch.genomics', 'used'),
  of('prefetch.type', 'another resource', inPrefetch({ conditions: order() }), '$.prefetch.conditions', 'said'),
  of(
    'prefetch.type',
    'another resource in the Bundle',
    inPrefetch({ conditions: searchset(result()) }),
    '$.prefetch.conditions.entry[0].resource',
    'ignored',
  ),
  of('prefetch.outcome', 'an outcome in place of results', inPrefetch({ laboratory: failedOutcome }), '$.prefetch.laboratory', 'said'),
  of(
    'prefetch.outcome',
    'for every kind of result',
    inPrefetch({ laboratory: failedOutcome, genomics: failedOutcome }),
    '$.prefetch.laboratory',
    'refused',
  ),
  of(
    'prefetch.bundle-type',
    'a collection',
    inPrefetch({ genomics: { ...searchset(result()), type: 'collection' } }),
    '$.prefetch.genomics.type',
    'used',
  ),
  of(
    'prefetch.entry',
    'null',
    inPrefetch({ genomics: { ...searchset(), total: undefined, entry: [null, { resource: result() }] } }),
    '$.prefetch.genomics.entry[0]',
    'ignored',
  ),
  of('prefetch.entry', 'an object', inPrefetch({ laboratory: { ...searchset(), entry: {} } }), '$.prefetch.laboratory.entry', 'said'),
  of(
    'prefetch.warning-outcome',
    'a warning in an empty search',
    inPrefetch({ laboratory: { ...searchset({ resourceType: 'OperationOutcome', issue: [{ severity: 'warning' }] }), total: 0 } }),
    '$.prefetch.laboratory.entry[0].resource',
    'used',
  ),
  of(
    'prefetch.error-outcome',
    'an error in a search',
    inPrefetch({ laboratory: searchset(failedOutcome) }),
    '$.prefetch.laboratory.entry',
    'said',
  ),
  of(
    'prefetch.page',
    'a further page, no token',
    inPrefetch({ genomics: { ...searchset(result()), ...page } }),
    '$.prefetch.genomics.link',
    'said',
  ),
  of(
    'prefetch.page',
    'a further page',
    inPrefetch({ genomics: { ...searchset(result()), ...page } }, withToken(call())),
    '$.prefetch.genomics.link',
    'fetched',
  ),
  of(
    'prefetch.page-elsewhere',
    'on another server',
    inPrefetch(
      { genomics: { ...searchset(result()), link: [{ relation: 'next', url: 'https://other.example.org/R4?page=2' }] } },
      withToken(call()),
    ),
    '$.prefetch.genomics.link',
    'said',
  ),
  of(
    'prefetch.total',
    'more than was sent',
    inPrefetch({ genomics: { ...searchset(result()), total: 5 } }),
    '$.prefetch.genomics.total',
    'said',
  ),

  of(
    'resource.other-patient',
    'the only order',
    withOrder({ subject: { reference: 'Patient/p2' } }),
    '$.context.draftOrders.entry[0].resource.subject',
    'ignored',
  ),
  of(
    'resource.other-patient',
    'one order of two',
    ordersOf(
      order({ medicationCodeableConcept: { text: 'lisinopril 10 mg' } }),
      order({ id: 'order-2', subject: { reference: 'Patient/p2' } }),
    ),
    '$.context.draftOrders.entry[1].resource.subject',
    'said',
  ),
  of(
    'resource.other-patient',
    'a result',
    inPrefetch({ genomics: searchset(result({ subject: { reference: `${SERVER}/Patient/p2` } })) }),
    '$.prefetch.genomics.entry[0].resource.subject',
    'said',
  ),
  of(
    'resource.other-patient',
    'the patient',
    inPrefetch({ patient: { resourceType: 'Patient', id: 'p2' } }),
    '$.prefetch.patient.id',
    'refused',
  ),
  of('resource.no-subject', 'an order', ordersOf(without(order(), 'subject')), '$.context.draftOrders.entry[0].resource.subject', 'used'),
  of(
    'resource.dstu2-patient',
    'patient in place of subject',
    ordersOf({ ...without(order(), 'subject'), patient: { reference: 'Patient/p1' } }),
    '$.context.draftOrders.entry[0].resource.patient',
    'used',
  ),
  of(
    'resource.category-object',
    'one category',
    inPrefetch({ genomics: searchset(result({ category: { text: 'Laboratory' } })) }),
    '$.prefetch.genomics.entry[0].resource.category',
    'used',
  ),
  of(
    'resource.status-word',
    'a condition of STU3',
    inPrefetch({
      conditions: searchset({
        resourceType: 'Condition',
        id: 'c',
        subject: { reference: 'Patient/p1' },
        clinicalStatus: 'active',
        code: { text: 'x' },
      }),
    }),
    '$.prefetch.conditions.entry[0].resource.clinicalStatus',
    'used',
  ),
  of(
    'resource.r5',
    'medication of R5',
    ordersOf({
      ...without(order(), 'medicationCodeableConcept'),
      medication: { concept: { coding: [{ system: RXNORM, code: '32968' }] } },
    }),
    '$.context.draftOrders.entry[0].resource.medication',
    'used',
  ),
  of('resource.status-missing', 'an order', ordersOf(without(order(), 'status')), '$.context.draftOrders.entry[0].resource.status', 'used'),
  of(
    'resource.status-missing',
    'a result',
    inPrefetch({ genomics: searchset(without(result(), 'status')) }),
    '$.prefetch.genomics.entry[0].resource.status',
    'ignored',
  ),

  of('order.id', 'none', ordersOf(without(order(), 'id')), '$.context.draftOrders.entry[0].resource.id', 'used'),
  of(
    'order.id',
    'none, while choosing',
    inContext({ draftOrders: collection(without(order(), 'id')) }, 'order-select'),
    '$.context.draftOrders.entry[0].resource.id',
    'ignored',
    'order-select',
  ),
  of(
    'order.id',
    'a fullUrl only',
    inContext({ draftOrders: { ...collection(), entry: [{ fullUrl: 'urn:uuid:1', resource: without(order(), 'id') }] } }),
    '$.context.draftOrders.entry[0].resource.id',
    'used',
  ),
  of('order.repeated', 'the same order twice', ordersOf(order(), order()), '$.context.draftOrders.entry[1].resource.id', 'used'),
  of('order.intent', 'none', ordersOf(without(order(), 'intent')), '$.context.draftOrders.entry[0].resource.intent', 'used'),
  of(
    'order.medication-missing',
    'none',
    ordersOf(without(order(), 'medicationCodeableConcept')),
    '$.context.draftOrders.entry[0].resource.medicationCodeableConcept',
    'said',
  ),
  of(
    'order.medication-text',
    'text only',
    withOrder({ medicationCodeableConcept: { text: 'clopidogrel 75 mg' } }),
    '$.context.draftOrders.entry[0].resource.medicationCodeableConcept.coding',
    'used',
  ),
  of(
    'order.medication-contained',
    'a contained Medication',
    ordersOf({
      ...without(order(), 'medicationCodeableConcept'),
      contained: [{ resourceType: 'Medication', id: '1', code: { text: 'clopidogrel 75 mg' } }],
      medicationReference: { reference: '#1' },
    }),
    '$.context.draftOrders.entry[0].resource.medicationReference',
    'used',
  ),
  of(
    'order.medication-reference',
    'a display only',
    ordersOf({
      ...without(order(), 'medicationCodeableConcept'),
      medicationReference: { reference: 'Medication/x', display: 'CLOPIDOGREL 75 MG PO TABS' },
    }),
    '$.context.draftOrders.entry[0].resource.medicationReference',
    'used',
  ),
  of(
    'order.medication-reference',
    'nothing to resolve it by',
    ordersOf({ ...without(order(), 'medicationCodeableConcept'), medicationReference: { reference: 'Medication/x' } }),
    '$.context.draftOrders.entry[0].resource.medicationReference',
    'said',
  ),
  of(
    'order.type-older',
    'a MedicationOrder',
    ordersOf({ resourceType: 'MedicationOrder', id: '2' }),
    '$.context.draftOrders.entry[0].resource.resourceType',
    'ignored',
  ),
  of(
    'order.dose-place',
    'the dose of Epic',
    withOrder({ dosageInstruction: [{ doseQuantity: { value: 75, unit: 'mg' } }] }),
    '$.context.draftOrders.entry[0].resource.dosageInstruction[0].doseQuantity',
    'used',
  ),
  of(
    'order.dose-place',
    'the dose of STU3',
    withOrder({ dosageInstruction: [{ doseSimpleQuantity: { value: 75, unit: 'mg' } }] }),
    '$.context.draftOrders.entry[0].resource.dosageInstruction[0].doseSimpleQuantity',
    'ignored',
  ),

  of(
    'coding.oid',
    'RxNorm by OID',
    withOrder({ medicationCodeableConcept: { coding: [{ system: 'urn:oid:2.16.840.1.113883.6.88', code: '32968' }] } }),
    '$.context.draftOrders.entry[0].resource.medicationCodeableConcept.coding[0].system',
    'used',
  ),
  of(
    'coding.oid-unknown',
    'GPI by OID',
    withOrder({ medicationCodeableConcept: { coding: [{ system: 'urn:oid:2.16.840.1.113883.6.68', code: '1' }], text: 'clopidogrel' } }),
    '$.context.draftOrders.entry[0].resource.medicationCodeableConcept.coding[0].system',
    'ignored',
  ),
  of(
    'coding.code-type',
    'a number',
    withOrder({ medicationCodeableConcept: { coding: [{ system: RXNORM, code: 32968 }], text: 'clopidogrel' } }),
    '$.context.draftOrders.entry[0].resource.medicationCodeableConcept.coding[0].code',
    'ignored',
  ),
  of(
    'coding.system-missing',
    'none',
    withOrder({ medicationCodeableConcept: { coding: [{ code: '32968', display: 'clopidogrel' }] } }),
    '$.context.draftOrders.entry[0].resource.medicationCodeableConcept.coding[0].system',
    'used',
  ),
];

/** Long ids arrive in every reference of the call. */
const LONG = 'e'.repeat(80);
export const LONG_ID_CASE = of(
  'patientId.long',
  'an id of 80 characters',
  JSON.parse(JSON.stringify(call()).replaceAll('"p1"', `"${LONG}"`).replaceAll('Patient/p1', `Patient/${LONG}`)),
  '$.context.patientId',
  'used',
);

const b64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const URL_CALLED = 'https://cds.example.org/cds-services/pgx-order-sign';
const HEADER = { alg: 'ES384', kid: 'k', typ: 'JWT', jku: 'https://ehr.example.org/jwks.json' };
const CLAIMS = { iss: 'https://ehr.example.org', aud: URL_CALLED, iat: 1_790_000_000, exp: 1_790_000_300, jti: 'x' };
export const bearer = (header: Json = {}, claims: Json = {}): string =>
  `Bearer ${b64({ ...HEADER, ...header })}.${b64({ ...CLAIMS, ...claims })}.c2ln`;
export const HTTP: NonNullable<HookCall['http']> = {
  method: 'POST',
  url: URL_CALLED,
  headers: { 'content-type': 'application/json; charset=utf-8', accept: 'application/json', authorization: bearer() },
};

export interface HttpCase {
  readonly rule: string;
  readonly http: NonNullable<HookCall['http']>;
  readonly where: string;
  readonly handling: Handling;
}
const header = (rule: string, name: string, value: string | undefined, where: string, handling: Handling): HttpCase => {
  const { [name]: _left, ...rest } = HTTP.headers ?? {};
  return { rule, http: { ...HTTP, headers: value === undefined ? rest : { ...rest, [name]: value } }, where, handling };
};
const jwt = (rule: string, where: string, handling: Handling, change: Json, claims: Json = {}): HttpCase =>
  header(rule, 'authorization', bearer(change, claims), where, handling);

export const HTTP_CASES: readonly HttpCase[] = [
  { rule: 'http.method', http: { ...HTTP, method: 'PUT' }, where: 'HTTP method', handling: 'refused' },
  { rule: 'http.scheme', http: { ...HTTP, url: URL_CALLED.replace('https', 'http') }, where: 'HTTP address', handling: 'used' },
  { rule: 'http.address', http: { ...HTTP, url: `${URL_CALLED}/` }, where: 'HTTP address', handling: 'refused' },
  { rule: 'http.query', http: { ...HTTP, url: `${URL_CALLED}?x=1` }, where: 'HTTP address', handling: 'ignored' },
  header('http.content-type', 'content-type', undefined, 'HTTP header Content-Type', 'refused'),
  header('http.content-type', 'content-type', 'text/plain', 'HTTP header Content-Type', 'refused'),
  header('http.content-type', 'content-type', 'application/fhir+json', 'HTTP header Content-Type', 'used'),
  header('http.charset', 'content-type', 'application/json; charset=iso-8859-1', 'HTTP header Content-Type', 'used'),
  header('http.content-encoding', 'content-encoding', 'gzip', 'HTTP header Content-Encoding', 'refused'),
  header('http.accept', 'accept', 'text/html', 'HTTP header Accept', 'ignored'),
  header('jwt.missing', 'authorization', undefined, 'HTTP header Authorization', 'refused'),
  header('jwt.form', 'authorization', 'Bearer abc', 'HTTP header Authorization', 'refused'),
  header('jwt.form', 'authorization', 'Basic YTpi', 'HTTP header Authorization', 'refused'),
  jwt('jwt.alg', 'JWT header alg', 'refused', { alg: 'none' }),
  jwt('jwt.alg', 'JWT header alg', 'refused', { alg: 'HS256' }),
  jwt('jwt.alg-other', 'JWT header alg', 'refused', { alg: 'RS256' }),
  jwt('jwt.kid', 'JWT header kid', 'refused', { kid: undefined }),
  jwt('jwt.typ', 'JWT header typ', 'refused', { typ: 'at+jwt' }),
  jwt('jwt.own-key', 'JWT header jwk', 'refused', { jwk: {} }),
  jwt('jwt.jku', 'JWT header jku', 'refused', { jku: 'http://ehr.example.org/jwks.json' }),
  jwt('jwt.jku', 'JWT header jku', 'used', { jku: 'http://127.0.0.1:4010/jwks.json' }),
  jwt('jwt.jku-missing', 'JWT header jku', 'used', { jku: undefined }),
  jwt('jwt.iss', 'JWT claim iss', 'refused', {}, { iss: undefined }),
  jwt('jwt.aud', 'JWT claim aud', 'refused', {}, { aud: undefined }),
  jwt('jwt.aud', 'JWT claim aud', 'refused', {}, { aud: 'https://cds.example.org' }),
  jwt('jwt.aud-array', 'JWT claim aud', 'used', {}, { aud: [URL_CALLED, 'other'] }),
  jwt('jwt.exp', 'JWT claim exp', 'refused', {}, { exp: '1790000300' }),
  jwt('jwt.iat', 'JWT claim iat', 'refused', {}, { iat: undefined }),
  jwt('jwt.long', 'JWT claim exp', 'used', {}, { exp: 1_790_000_900 }),
  jwt('jwt.long', 'JWT claim exp', 'refused', {}, { exp: 1_790_090_000 }),
  jwt('jwt.jti', 'JWT claim jti', 'refused', {}, { jti: undefined }),
  jwt('jwt.nbf', 'JWT claim nbf', 'used', {}, { nbf: 1_789_999_700 }),
  jwt('jwt.further', 'JWT claims', 'ignored', {}, { sub: 'client' }),
];
