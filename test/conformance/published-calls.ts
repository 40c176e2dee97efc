/**
 * Calls as published programs make them: the sandbox of the CDS Hooks project, the request generators of Da Vinci and mCODE, the Inferno kit for CRD,
 * HAPI FHIR, and smaller ones whose source can be read. What is expected of each was written from that source and the standard before it was tried.
 */
import {
  all,
  coded,
  context,
  EPIC,
  genotype,
  MEDPLUM,
  medication,
  only,
  order,
  orders,
  ORACLE,
  prefetch,
  result,
  search,
  signed,
  token,
  top,
  without,
  type Change,
  type Json,
} from './client-calls.ts';
import type { Expected } from './further-calls.ts';

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const drug = {
  coding: [{ display: 'Clopidogrel 75 MG Oral Tablet', system: RXNORM, code: '309362' }],
  text: 'Clopidogrel 75 MG Oral Tablet',
};
const patient = { reference: 'Patient/p1' };
const selecting = (selections: unknown, draftOrders: Json): Change =>
  all(top({ hook: 'order-select' }), context({ selections, draftOrders }));
/** As the sandbox sends them: no type. */
const untyped = (...resources: unknown[]): Json => ({ resourceType: 'Bundle', entry: resources.map((resource) => ({ resource })) });
const timing = { repeat: { frequency: 1, period: 1, periodUnit: 'd', boundsPeriod: { start: '2026-11-20' } } };
const pill = { value: 1, system: 'http://unitsofmeasure.org', code: '{pill}' };
const category = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/medicationrequest-category', code: 'community' }] };

const sandboxOrder = (change: Json = {}): Json => ({
  resourceType: 'MedicationRequest',
  id: 'request-123',
  status: 'draft',
  intent: 'order',
  subject: patient,
  authoredOn: '2026-11-20',
  dosageInstruction: [{ timing, doseAndRate: [{ doseQuantity: pill }] }],
  dispenseRequest: { expectedSupplyDuration: { value: 1, unit: 'days', system: 'http://unitsofmeasure.org', code: 'd' } },
  category,
  medicationCodeableConcept: drug,
  ...change,
});
const sandboxDstu2: Json = {
  resourceType: 'MedicationOrder',
  id: 'order-123',
  status: 'draft',
  patient,
  dateWritten: '2026-11-20',
  dosageInstruction: [{ timing: { repeat: { frequency: 1, period: 1, periodUnits: 'd' } }, doseQuantity: pill }],
  medicationCodeableConcept: drug,
};
const generatorExtension = { 'davinci-crd.configuration': { 'alt-drug': true } };
const hapiPage = (...entry: Json[]): Json => ({
  resourceType: 'Bundle',
  id: '5b0c1d5e-2f7e-4b5e-8d4b-4cf2ad1c1f10',
  meta: { lastUpdated: '2026-11-20T08:00:00.000+00:00' },
  type: 'searchset',
  total: 1,
  link: [{ relation: 'self', url: 'http://localhost:8080/fhir/Observation?patient=p1' }],
  entry,
});
const match = (resource: Json): Json => ({ resource, search: { mode: 'match' } });
const include = (resource: Json): Json => ({ resource, search: { mode: 'include' } });
const outcome = (severity: string, code: string): Json => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code, diagnostics: 'HAPI-0389' }],
});
const r5Medication = {
  resourceType: 'Medication',
  id: 'm1',
  code: { coding: [{ system: RXNORM, code: '309362' }], text: 'clopidogrel 75 mg' },
};
const uuid = '3f2b8d1e-6d9f-4d1c-9e57-0a4f9f8f2f10';

// prettier-ignore
export const PUBLISHED: readonly [string, Change, Expected][] = [
  // The sandbox of the CDS Hooks project, by FHIR version of its server.
  ['sandbox R4: an order as it builds it, its category one object, a dose in pills', context({ draftOrders: untyped(sandboxOrder()) }), 'advice'],
  ['sandbox R4: a proposal', context({ draftOrders: untyped(sandboxOrder({ intent: 'proposal' })) }), 'advice'],
  ['sandbox STU3: the dose beside the timing', context({ draftOrders: untyped(sandboxOrder({ dosageInstruction: [{ timing, doseQuantity: pill }] })) }), 'advice'],
  ['sandbox DSTU2: a MedicationOrder with its patient', context({ draftOrders: untyped(sandboxDstu2) }), 'advice'],
  ['sandbox DSTU2: a MedicationOrder of another patient', context({ draftOrders: untyped({ ...sandboxDstu2, patient: { reference: 'Patient/p2' } }) }), 'said'],
  ['sandbox: order-select of the chosen drug', selecting(['MedicationRequest/request-123'], untyped(sandboxOrder())), 'advice'],
  ['sandbox: order-select of a DSTU2 order', selecting(['MedicationOrder/order-123'], untyped(sandboxDstu2)), 'advice'],
  ['sandbox: order-select before a drug is chosen', selecting(['MedicationRequest/request-123'], untyped(without(sandboxOrder(), 'medicationCodeableConcept', 'dosageInstruction'))), 'said'],
  ['sandbox: an open server, no authorization', all(top({ fhirServer: 'https://r4.smarthealthit.org' }), context({ draftOrders: untyped(sandboxOrder()) })), 'advice'],
  ['sandbox 2018: the user inside the context under its old name', all(context({ userId: undefined, user: 'Practitioner/1' }), top({ user: 'Practitioner/1', patient: 'p1' })), [400, /userId is required/]],
  ['sandbox: its authorization with every scope', top({ fhirServer: EPIC, fhirAuthorization: { ...token, scope: 'launch openid fhirUser patient/*.* user/*.* online_access', subject: '48163c5e-88b5-4cb3-92d3-23b800caa927' } }), 'advice'],
  ['sandbox: queries that failed are left out, the Patient came', only({ patient: { resourceType: 'Patient', id: 'p1' } }), [412, /prefetch\.genomics is needed/]],
  ['sandbox: dates of the order that mean nothing', context({ draftOrders: untyped(sandboxOrder({ dosageInstruction: [{ timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd', boundsPeriod: {} } } }] })) }), 'advice'],
  // The request generators of Da Vinci (CRD) and mCODE (REMS).
  ['generator: its configuration in the extension', top({ extension: generatorExtension }), 'advice'],
  ['generator: an encounter that is none of the chart', context({ encounterId: 'enc89284' }), 'advice'],
  ['generator: bundles of its own names and nothing else', only({ medicationRequestBundle: orders(order()), medicationStatementBundle: orders() }), [412, /prefetch\.genomics is needed/]],
  ['generator: bundles of its own names beside ours', prefetch({ medicationRequestBundle: orders(order()) }), 'advice'],
  ['generator: our keys as collections', prefetch({ genomics: orders(genotype()), medications: orders() }), 'advice'],
  ['generator: lists of entries in the place of a Bundle', prefetch({ genomics: [{ resource: genotype() }] }), 'advice'],
  ['generator: a token that it does not have', top({ fhirServer: EPIC, fhirAuthorization: without(token, 'access_token') }), [400, /access_token is required/]],
  ['REMS: the order of its pharmacy', signed({ ...sandboxOrder(), id: 'pat017-mr-clopidogrel', medicationCodeableConcept: { coding: [{ system: RXNORM, code: '309362', display: 'clopidogrel 75 MG Oral Tablet' }, { system: 'http://hl7.org/fhir/sid/ndc', code: '63653-1171-01', display: 'clopidogrel, 1 TABLET' }] }, reportedBoolean: false, requester: { reference: 'Practitioner/pra-jstone' }, performer: { reference: 'HealthcareService/pharm0111' }, insurance: [{ reference: 'Coverage/cov017' }] }), 'advice'],
  ['REMS: who signs is named by an address', context({ userId: 'http://localhost:8080/test-ehr/r4/Practitioner/pra-jstone' }), 'advice'],
  // The Inferno kit for CRD.
  ['Inferno: members that the standard does not know, everywhere', all(top({ unknown: { a: [1] }, extension: { 'org.example.x': { y: 1 } } }), context({ unknown: 'x', extension: { 'org.example': true } }), signed(order({ extension: [{ url: 'http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information', extension: [] }], insurance: [{ reference: 'Coverage/c1' }] }))), 'advice'],
  ['Inferno: all kinds of orders in one Bundle', signed(order(), ...['Appointment', 'CommunicationRequest', 'DeviceRequest', 'NutritionOrder', 'ServiceRequest', 'VisionPrescription', 'Task', 'Encounter'].map((resourceType) => ({ resourceType, id: `x-${resourceType}`, status: 'draft', subject: patient }))), 'advice'],
  ['Inferno: an invalid token and all data by prefetch', top({ fhirServer: EPIC, fhirAuthorization: { ...token, access_token: 'INVALID_TOKEN' } }), 'advice'],
  ['Inferno: keys of its own, an empty Bundle among them', prefetch({ coverage: search(), practitioners: search(), devices: null, locations: undefined }), 'advice'],
  ['Inferno: selections of several kinds', selecting(['ServiceRequest/s1', 'MedicationRequest/order-1', 'NutritionOrder/n1'], orders({ resourceType: 'ServiceRequest', id: 's1', status: 'draft', intent: 'order', subject: patient, code: { text: 'CBC' } }, order())), 'advice'],
  // HAPI FHIR and the reference servers.
  ['HAPI: a page as it sends it', prefetch({ genomics: hapiPage({ fullUrl: 'http://localhost:8080/fhir/Observation/genotype-1', ...match(genotype()) }) }), 'advice'],
  ['HAPI: what was included beside the matches', prefetch({ genomics: hapiPage(match(genotype()), include({ resourceType: 'Patient', id: 'p1' }), include({ resourceType: 'Practitioner', id: 'd1' }), include({ resourceType: 'Specimen', id: 's1', subject: patient }), include({ resourceType: 'DiagnosticReport', id: 'r1', status: 'final', subject: patient, code: { text: 'Report' }, result: [{ reference: 'Observation/genotype-1' }] })) }), 'advice'],
  ['HAPI: another Patient included beside the matches', prefetch({ genomics: hapiPage(match(genotype()), include({ resourceType: 'Patient', id: 'p2' })) }), 'advice'],
  ['HAPI: an information beside the matches', prefetch({ genomics: hapiPage(match(genotype()), { resource: outcome('information', 'informational'), search: { mode: 'outcome' } }) }), 'advice'],
  ['HAPI: failure mode OPERATION_OUTCOME', prefetch({ genomics: outcome('error', 'processing') }), 'said'],
  ['HAPI: failure mode OPERATION_OUTCOME, not found', prefetch({ patient: outcome('error', 'not-found') }), 'advice'],
  ['HAPI: an empty page with its link', prefetch({ laboratory: { ...hapiPage(), total: 0 } }), 'advice'],
  ['HAPI: a total larger than what came, no further page', prefetch({ genomics: { ...hapiPage(match(genotype())), total: 40 } }), 'advice'],
  ['HAPI: an empty page of forty', prefetch({ genomics: { ...hapiPage(), total: 40 } }), 'said'],
  ['HAPI: the history of a result', prefetch({ genomics: { ...hapiPage({ fullUrl: 'http://localhost:8080/fhir/Observation/genotype-1', resource: genotype({ meta: { versionId: '3', lastUpdated: '2026-11-19T00:00:00Z' } }) }), type: 'history' } }), 'advice'],
  // Converted from XML, where a list of one is that one.
  ['converted: the link of a page is one object; the next page is not there', prefetch({ genomics: { ...search(), link: { relation: 'next', url: `${ORACLE}/Observation?page=2` } } }), 'said'],
  ['converted: the entry of the orders is one object', context({ draftOrders: { resourceType: 'Bundle', type: 'collection', entry: { resource: order() } } }), [400, /draftOrders\.entry must be an array/]],
  ['converted: a total in digits as text', prefetch({ genomics: { ...search(), total: '12' } }), 'said'],
  ['converted: numbers as text in the dose', signed(order({ dosageInstruction: [{ doseAndRate: [{ doseQuantity: { value: '75', unit: 'mg' } }] }] })), 'advice'],
  // FHIR R5.
  ['R5: the drug as a concept', medication({ medication: { concept: { coding: [{ system: RXNORM, code: '309362' }], text: 'clopidogrel 75 mg' } } }), 'advice'],
  ['R5: the drug as a concept in words', medication({ medication: { concept: { text: 'clopidogrel 75 mg oral tablet' } } }), 'advice'],
  ['R5: the drug by reference to a contained Medication', medication({ contained: [r5Medication], medication: { reference: { reference: '#m1' } } }), 'advice'],
  ['R5: the drug by reference to a sibling', signed({ ...without(order(), 'medicationCodeableConcept'), medication: { reference: { reference: 'Medication/m1' } } }, r5Medication), 'advice'],
  ['R5: a reference with its display alone', medication({ medication: { reference: { reference: 'Medication/m9', display: 'Clopidogrel 75 MG' } } }), 'advice'],
  ['R5: a reference to nothing', medication({ medication: { reference: { reference: 'Medication/m9' } } }), 'said'],
  ['R5: a drug that nobody knows', medication({ medication: { concept: { text: 'Wundermittel' } } }), 'said'],
  // Results of other versions.
  ['DSTU2: a result with one category, its comment in words', result({ category: { coding: [{ system: 'http://hl7.org/fhir/observation-category', code: 'laboratory' }] }, comments: 'none' }), 'advice'],
  ['STU3: a result with its encounter as context', result({ context: { reference: 'Encounter/e1' }, comment: 'none', related: [] }), 'advice'],
  ['STU3: states of problems and allergies as words', prefetch({ conditions: search({ resourceType: 'Condition', id: 'c1', clinicalStatus: 'active', verificationStatus: 'confirmed', code: { text: 'Acute coronary syndrome' }, subject: patient, category: [{ coding: [{ code: 'problem-list-item' }] }] }), allergies: search({ resourceType: 'AllergyIntolerance', id: 'a1', clinicalStatus: 'active', verificationStatus: 'confirmed', patient, code: { text: 'Penicillin' } }) }), 'advice'],
  ['DSTU2: a problem and an allergy', prefetch({ conditions: search({ resourceType: 'Condition', id: 'c1', patient, clinicalStatus: 'active', category: { coding: [{ code: 'diagnosis' }] }, code: { text: 'Acute coronary syndrome' } }), allergies: search({ resourceType: 'AllergyIntolerance', id: 'a1', patient, substance: { text: 'Penicillin' }, status: 'active' }) }), 'advice'],
  ['STU3: a statement with taken', prefetch({ statements: search({ resourceType: 'MedicationStatement', id: 's1', status: 'active', taken: 'y', subject: patient, medicationCodeableConcept: { text: 'aspirin 81 mg' } }) }), 'advice'],
  ['DSTU2: orders of the chart are MedicationOrders', prefetch({ medications: search({ resourceType: 'MedicationOrder', id: 'o1', status: 'active', patient, medicationCodeableConcept: { text: 'aspirin 81 mg' } }) }), 'advice'],
  ['R5: orders of the chart with concepts', prefetch({ medications: search({ resourceType: 'MedicationRequest', id: 'o1', status: 'active', intent: 'order', subject: patient, medication: { concept: { text: 'aspirin 81 mg' } } }) }), 'advice'],
  // Medplum.
  ['Medplum: its own members in every resource', all(signed(order({ id: uuid, meta: { project: uuid, author: { reference: `ClientApplication/${uuid}` }, compartment: [{ reference: `Project/${uuid}` }, patient], versionId: uuid } })), result({ id: uuid, meta: { project: uuid, compartment: [patient] } })), 'advice'],
  ['Medplum: every key is there, most of them null', prefetch({ patient: null, performance: null, specimens: null }), 'advice'],
  ['Medplum: a base without a slash, one in the other form', all(top({ fhirServer: MEDPLUM }), result({ subject: { reference: `${MEDPLUM}//Patient/p1` } })), 'advice'],
  // Programs of hospitals and students.
  ['own program: hookInstance of the time', top({ hookInstance: `ui-order-1732320000000` }), 'advice'],
  ['own program: hookInstance without dashes', top({ hookInstance: 'd1577c6905df44adba6d3e05e953b2ea' }), 'advice'],
  ['own program: hookInstance as an address', top({ hookInstance: 'urn:uuid:d1577c69-dfbe-44ad-ba6d-3e05e953b2ea' }), 'advice'],
  ['own program: no hookInstance', (body) => without(body, 'hookInstance'), [400, /hookInstance is required/]],
  ['own program: no user', (body) => ({ ...body, context: without(body['context'] as Json, 'userId') }), [400, /userId is required/]],
  ['own program: an order that was never saved, selected as undefined', selecting(['MedicationRequest/undefined'], untyped(without(sandboxOrder(), 'id'))), 'advice'],
  ['own program: a list of null as selections', selecting([null], untyped(sandboxOrder())), [400, /selections is required/]],
  ['own program: the orders as JSON in a text', context({ draftOrders: JSON.stringify(orders(order())) }), [400, /must be a Bundle/]],
  ['own program: an empty Bundle of orders', context({ draftOrders: {} }), [400, /must be a Bundle/]],
  ['own program: the orders under both names', context({ medications: orders(order()) }), 'advice'],
  ['own program: selections in order-sign', context({ selections: [] }), 'advice'],
  ['own program: fhirServer of its own page', top({ fhirServer: 'http://localhost:3000/api/fhir' }), 'advice'],
  ['own program: fhirServer is relative', top({ fhirServer: '/api/fhir' }), [400, /fhirServer must be/]],
  ['own program: fhirServer ends in /metadata', top({ fhirServer: `${EPIC}/metadata` }), 'advice'],
  ['own program: a status that FHIR does not have', signed(order({ status: 'new' })), 'advice'],
  ['own program: the intent is missing', signed(without(order(), 'intent')), 'advice'],
  ['own program: the subject is missing', signed(without(order(), 'subject')), 'advice'],
  ['own program: the subject has no reference', signed(order({ subject: { display: 'Somebody' } })), 'advice'],
  ['own program: the code of the clinical drug under the old address of RxNorm', coded({ system: 'http://www.nlm.nih.gov/research/umls/rxnorm/', code: '309362' }), 'advice'],
  ['own program: RxNorm with https', coded({ system: 'https://www.nlm.nih.gov/research/umls/rxnorm', code: '309362' }), 'advice'],
  ['own program: the ingredient', coded({ system: RXNORM, code: '32968', display: 'clopidogrel' }), 'advice'],
  ['own program: the brand', coded({ system: RXNORM, code: '174742', display: 'Plavix' }), 'advice'],
  ['own program: the name in capitals with its salt', medication({ medicationCodeableConcept: { text: 'CLOPIDOGREL BISULFATE 75MG TAB' } }), 'advice'],
  ['own program: two drugs in the codings of one order', coded({ system: RXNORM, code: '32968', display: 'clopidogrel' }, { system: RXNORM, code: '1191', display: 'aspirin' }), 'advice'],
  ['own program: a result with a display in the place of the gene code', result({ component: [{ code: { coding: [{ system: 'http://loinc.org', code: '48018-6' }] }, valueCodeableConcept: { text: 'CYP2C19' } }] }), 'advice'],
  ['own program: a blank prefetch', only({}), [412, /prefetch\.genomics is needed/]],
  ['own program: values of prefetch as text', only({ patient: 'Patient/p1', genomics: 'Observation?patient=p1' }), [412, /genomics/]],
  ['own program: keys with null alone', only({ genomics: null, laboratory: null }), 'none'],
];
