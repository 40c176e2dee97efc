/** Calls of one order of clopidogrel as programs in the field make them, and what is expected of each. */

export type Json = Record<string, unknown>;
export type Change = (body: Json) => unknown;

export const EPIC = 'https://epic.example.org/api/FHIR/R4';
export const ORACLE = 'https://oracle.example.org/r4/tenant';
export const MEDPLUM = 'https://medplum.example.org/fhir/R4';
const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const subject = { reference: 'Patient/p1' };
const text = 'clopidogrel 75 MG Oral Tablet';
export const order = (change: Json = {}): Json => ({
  resourceType: 'MedicationRequest',
  id: 'order-1',
  status: 'draft',
  intent: 'order',
  subject,
  medicationCodeableConcept: { coding: [{ system: RXNORM, code: '309362', display: text }], text },
  ...change,
});
export const genotype = (change: Json = {}): Json => ({
  resourceType: 'Observation',
  id: 'genotype-1',
  status: 'final',
  category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] }],
  code: { coding: [{ system: 'http://loinc.org', code: '84413-4', display: 'Genotype display name' }] },
  subject,
  issued: '2026-03-02T10:00:00Z',
  valueCodeableConcept: { text: '*2/*2' },
  component: [
    {
      code: { coding: [{ system: 'http://loinc.org', code: '48018-6', display: 'Gene studied [ID]' }] },
      valueCodeableConcept: { coding: [{ system: 'http://www.genenames.org', code: 'HGNC:2621', display: 'CYP2C19' }] },
    },
  ],
  ...change,
});
export const search = (...resources: unknown[]): Json => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: resources.length,
  entry: resources.map((resource) => ({ resource })),
});
export const orders = (...resources: unknown[]): Json => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});
export const without = (value: Json, ...names: string[]): Json =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

const KEYS = 'laboratory reports conditions medications earlier statements procedures allergies vitals consents'.split(' ');
export const call = (): Json => ({
  hook: 'order-sign',
  hookInstance: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  context: { userId: 'Practitioner/1', patientId: 'p1', draftOrders: orders(order()) },
  prefetch: {
    patient: { resourceType: 'Patient', id: 'p1' },
    genomics: search(genotype()),
    ...Object.fromEntries(KEYS.map((key) => [key, null])),
  },
});
export const context =
  (change: Json): Change =>
  (body) => ({ ...body, context: { ...(body['context'] as Json), ...change } });
export const prefetch =
  (change: Json): Change =>
  (body) => ({ ...body, prefetch: { ...(body['prefetch'] as Json), ...change } });
export const only =
  (content: Json): Change =>
  (body) => ({ ...body, prefetch: content });
export const top =
  (change: Json): Change =>
  (body) => ({ ...body, ...change });
export const signed = (...resources: unknown[]): Change => context({ draftOrders: orders(...resources) });
export const all =
  (...changes: Change[]): Change =>
  (body) =>
    changes.reduce<unknown>((so, change) => change(so as Json), body);
export const medication = (content: Json): Change => signed({ ...without(order(), 'medicationCodeableConcept'), ...content });
export const coded = (...coding: unknown[]): Change => medication({ medicationCodeableConcept: { coding } });
export const result = (change: Json): Change => prefetch({ genomics: search(genotype(change)) });
export const failed = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] };
const noneFound = {
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'warning', code: 'processing', details: { text: 'Resource request returns no results.' } }],
};
const epicEmpty = {
  resourceType: 'Bundle',
  type: 'searchset',
  total: 0,
  link: [{ relation: 'self', url: `${EPIC}/Observation` }],
  entry: [{ fullUrl: 'urn:uuid:0a8d', resource: noneFound, search: { mode: 'outcome' } }],
};
export const token = {
  access_token: 'opaque',
  token_type: 'Bearer',
  expires_in: 300,
  scope: 'patient/Observation.read',
  subject: 'genehook',
};

/** `advice`: the card. `said`: no advice, and the word that it was not checked. A number: refused, with this text. */
export type Expected = 'advice' | 'said' | readonly [number, RegExp];
// prettier-ignore
export const CALLS: readonly [string, Change, Expected][] = [
  // The public test client of the CDS Hooks project.
  ['sandbox: keys that found nothing are left out', only({ patient: { resourceType: 'Patient', id: 'p1' }, genomics: search(genotype()) }), 'advice'],
  ['sandbox: an open server that nobody trusts, results by prefetch', top({ fhirServer: 'https://launch.example.org/v/r4/fhir' }), 'advice'],
  ['sandbox: an open server, no prefetch', all(top({ fhirServer: 'http://hapi.example.org/baseR4' }), only({})), [412, /prefetch\.genomics is needed/]],
  ['sandbox: every query failed', only({ genomics: failed, laboratory: failed }), [412, /could not be read/]],
  ['sandbox: members of the drafts before 1.0', top({ user: 'Practitioner/1', patient: 'p1', redirect: 'https://sandbox.example.org' }), 'advice'],
  ['sandbox: answers with their status beside (drafts before 1.0)', prefetch({ genomics: { response: { status: '200 OK' }, resource: search(genotype()) } }), 'advice'],
  ['sandbox: prefetch null', top({ prefetch: null }), [412, /prefetch\.genomics/]],
  // Epic.
  [
    'Epic: its extensions',
    top({
      fhirServer: EPIC,
      extension: {
        'com.epic.cdshooks.request.bpa-trigger-action': '23',
        'com.epic.cdshooks.request.cds-hooks-specification-version': '1.1',
        'internal.epic.cdshooks.request.fhir-version': 'R4',
      },
    }),
    'advice',
  ],
  [
    'Epic: the Medication beside the order, several codings, RxNorm among them',
    context({
      draftOrders: orders(
        {
          ...without(order(), 'medicationCodeableConcept'),
          medicationReference: { reference: 'Medication/eX.1_a-B', display: 'CLOPIDOGREL 75 MG PO TABS' },
        },
        {
          resourceType: 'Medication',
          id: 'eX.1_a-B',
          code: {
            coding: [
              { system: 'urn:oid:2.16.840.1.113883.6.68', code: '85158020100320' },
              { system: 'urn:oid:2.16.840.1.113883.6.253', code: '33123' },
              { system: RXNORM, code: '32968' },
              { system: RXNORM, code: '329499' },
              { system: RXNORM, code: '309362' },
            ],
            text: 'clopidogrel (PLAVIX) 75 mg tablet',
          },
        },
      ),
    }),
    'advice',
  ],
  ['Epic before 2024: a reference with its display alone', medication({ medicationReference: { reference: `${EPIC}/Medication/e1`, display: 'CLOPIDOGREL 75 MG PO TABS' } }), 'advice'],
  ['Epic: a reference without a display', medication({ medicationReference: { reference: `${EPIC}/Medication/e1` } }), 'said'],
  ['Epic: the category is one concept', result({ category: { coding: [{ code: 'laboratory' }], text: 'Laboratory' } }), 'advice'],
  ['Epic: an empty search with an outcome', prefetch({ laboratory: epicEmpty }), 'advice'],
  ['Epic: no draft orders', context({ draftOrders: undefined }), [400, /draftOrders.*scopes/]],
  ['Epic: keys typed in under other names', only({ genomicResults: search(genotype()), labs: null }), [412, /prefetch\.genomics is needed and was not sent/]],
  ['Epic: ids beyond 64 characters', signed(order({ id: `e${'Ab.c-d_'.repeat(17)}` })), 'advice'],
  ['Epic: who signs is a role; the requester is absent', all(context({ userId: 'PractitionerRole/eR1' }), signed(order({ requester: { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }] } }))), 'advice'],
  ['Epic: absolute references', all(top({ fhirServer: EPIC }), signed(order({ subject: { reference: `${EPIC}/Patient/p1` } })), result({ subject: { reference: `${EPIC}/Patient/p1` } })), 'advice'],
  [
    'Epic: the dose three times',
    signed(
      order({
        dosageInstruction: [
          {
            doseAndRate: ['calculated', 'admin-amount', 'ordered'].map((code) => ({
              type: { coding: [{ system: 'http://epic.com/CodeSystem/dose-rate-type', code }] },
              doseQuantity: { value: 75, unit: 'mg' },
            })),
          },
        ],
      }),
    ),
    'advice',
  ],
  ['Epic: a code by OID, no text', coded({ system: 'urn:oid:2.16.840.1.113883.6.88', code: '309362' }), 'advice'],
  ['Epic: a base with a slash at its end', top({ fhirServer: `${EPIC}/` }), 'advice'],
  ['Epic: a laboratory request beside', signed({ resourceType: 'ProcedureRequest', id: 'x', status: 'draft' }, order()), 'advice'],
  // Oracle Health.
  ['Oracle: its own synonym before RxNorm', coded({ system: 'https://fhir.cerner.com/tenant/synonym', code: '2758331', display: 'clopidogrel', userSelected: true }, { system: RXNORM, code: '309362' }), 'advice'],
  [
    'Oracle: a contained Medication',
    medication({
      contained: [{ resourceType: 'Medication', id: '12345', code: { coding: [{ system: RXNORM, code: '309362' }] } }],
      medicationReference: { reference: '#12345' },
    }),
    'advice',
  ],
  [
    'Oracle: text with a coding that says unknown',
    medication({
      medicationCodeableConcept: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'unknown' }],
        text: 'clopidogrel 75 mg oral tablet',
      },
    }),
    'advice',
  ],
  ['Oracle: the first page, no token', prefetch({ genomics: { ...search(genotype()), link: [{ relation: 'next', url: `${ORACLE}/Observation?page=2` }] } }), 'advice'],
  ['Oracle: an empty first page, no token', prefetch({ genomics: { ...search(), link: [{ relation: 'next', url: `${ORACLE}/Observation?page=2` }] } }), 'said'],
  ['Oracle: the results come as laboratory', prefetch({ genomics: null, laboratory: search(genotype()) }), 'advice'],
  ['Oracle: results not permitted', all(top({ fhirServer: ORACLE }), only({ genomics: failed, laboratory: failed })), [412, /could not be read/]],
  // A Medplum bot.
  [
    'Medplum: a base that ends in a slash, entries with addresses',
    all(
      top({ fhirServer: `${MEDPLUM}/` }),
      prefetch({
        genomics: {
          resourceType: 'Bundle',
          type: 'searchset',
          entry: [{ fullUrl: `${MEDPLUM}/Observation/genotype-1`, search: { mode: 'match' }, resource: genotype() }],
        },
      }),
    ),
    'advice',
  ],
  ['Medplum: an empty search without entry and total', prefetch({ laboratory: { resourceType: 'Bundle', type: 'searchset' } }), 'advice'],
  [
    'Medplum: an order without an id under urn:uuid',
    context({
      draftOrders: {
        resourceType: 'Bundle',
        type: 'collection',
        entry: [{ fullUrl: 'urn:uuid:6f5c3a52-0000-4000-8000-000000000001', resource: without(order(), 'id') }],
      },
    }),
    'advice',
  ],
  [
    'Medplum: an answer of a batch',
    prefetch({
      genomics: { resourceType: 'Bundle', type: 'batch-response', entry: [{ response: { status: '200' }, resource: search(genotype()) }] },
    }),
    'advice',
  ],
  ['Medplum: an answer of a batch that failed', prefetch({ genomics: { resourceType: 'Bundle', type: 'batch-response', entry: [{ response: { status: '403', outcome: failed } }] } }), 'said'],
  // A script that somebody wrote from the examples.
  ['script: the orders in a list', context({ draftOrders: [order()] }), [400, /draftOrders is required and must be a Bundle/]],
  ['script: one order in the place of the Bundle', context({ draftOrders: order() }), [400, /must be a Bundle/]],
  ['script: the Bundle does not say that it is one', context({ draftOrders: { entry: [{ resource: order() }] } }), 'advice'],
  ['script: the order in the place of its entry', context({ draftOrders: { resourceType: 'Bundle', entry: [order()] } }), 'advice'],
  ['script: results in a list', prefetch({ genomics: [genotype()] }), 'advice'],
  ['script: one result by itself', prefetch({ genomics: genotype() }), 'advice'],
  ['script: an empty list of results', prefetch({ genomics: [] }), 'said'],
  ['script: results without their type', prefetch({ genomics: search(without(genotype(), 'resourceType')) }), 'said'],
  ['script: results as text', prefetch({ genomics: JSON.stringify(search(genotype())) }), 'said'],
  ['script: a reference as bare text', all(signed(order({ subject: 'Patient/p1' })), result({ subject: 'Patient/p1' })), 'advice'],
  ['script: the patient as a reference', context({ patientId: 'Patient/p1' }), 'advice'],
  ['script: the patient id is a number', context({ patientId: 1 }), [400, /patientId/]],
  ['script: the context at the top', (body) => ({ ...without(body, 'context'), ...(body['context'] as Json) }), [400, /context is required/]],
  ['script: no user', context({ userId: undefined }), [400, /userId is required/]],
  ['script: the hook by an older name', top({ hook: 'medication-prescribe' }), [400, /hook must be \\"order-sign/]],
  ['script: no status and no intent', signed(without(order(), 'status', 'intent')), 'advice'],
  ['script: the drug as text', medication({ medicationCodeableConcept: { text: 'Plavix 75mg' } }), 'advice'],
  ['script: the coding is one object', medication({ medicationCodeableConcept: { coding: { system: RXNORM, code: '309362' }, text } }), 'advice'],
  ['script: the concept is a text', medication({ medicationCodeableConcept: 'clopidogrel 75 mg' }), 'advice'],
  ['script: the code is a number, no text', coded({ system: RXNORM, code: 309362 }), 'advice'],
  ['script: the system in short, no text', coded({ system: 'RXNORM', code: '309362' }), 'advice'],
  ['script: a drug that nobody knows', medication({ medicationCodeableConcept: { text: 'Wundermittel 5 mg' } }), 'said'],
  ['script: no drug', medication({}), 'said'],
  ['script: the token without the server', top({ fhirAuthorization: token }), [400, /fhirServer is required/]],
  ['script: a token of nothing', top({ fhirServer: EPIC, fhirAuthorization: {} }), [400, /access_token is required/]],
  ['script: the result as a string', result({ valueCodeableConcept: undefined, valueString: 'CYP2C19 *2/*2' }), 'advice'],
  ['script: a result of somebody else', result({ subject: { reference: 'Patient/p2' } }), 'said'],
  ['script: an order of somebody else', signed(order({ subject: { reference: 'Patient/p2' } })), 'said'],
];
