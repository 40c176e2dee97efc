/** The resources inside a call: whose they are, which FHIR release they follow, how their codes are written. */
import { findings } from './collect.ts';
import { checkCodings } from './codings.ts';
import { below, isObject, isText, type Json, kindOf, own, patientIdOf, patientsNamed, resourceOf, typeOf } from './json.ts';
import { orderFindings } from './orders.ts';
import type { CheckSetting, Finding, RuleText, ServiceReading } from './types.ts';

export const RESOURCE_RULES = {
  'resource.other-patient': {
    section: 'CDS Hooks 2.0, Prefetch Template',
    weight: 'breaks',
    standard: 'The data are those of context.patientId: templates and orders are about that patient.',
  },
  'resource.no-subject': {
    section: 'FHIR R4, subject of the resource',
    weight: 'breaks',
    standard: 'Orders, results, conditions and procedures name their patient in subject (AllergyIntolerance and Consent in patient).',
  },
  'resource.subject-form': {
    section: 'FHIR R4, Reference',
    weight: 'breaks',
    standard:
      'subject refers to the patient as Patient/id, relative or absolute; urn:uuid names an entry of the same Bundle, and the subject is no group.',
    seenIn: 'exports of transactions, laboratory gateways',
  },
  'resource.dstu2-patient': {
    section: 'FHIR DSTU2',
    weight: 'note',
    standard: 'R4 says subject where DSTU2 said patient.',
    seenIn: 'Epic, when the client is registered for DSTU2',
  },
  'resource.category-object': {
    section: 'FHIR R4, category',
    weight: 'breaks',
    standard: 'category is an array of concepts; in older releases it was one concept.',
    seenIn: 'Epic: R4 requests with STU3 shapes',
  },
  'resource.status-word': {
    section: 'FHIR R4, Condition',
    weight: 'breaks',
    standard: 'clinicalStatus and verificationStatus are concepts; in STU3 and DSTU2 they were plain codes.',
    seenIn: 'servers of STU3 or DSTU2',
  },
  'resource.r5': {
    section: 'FHIR R5',
    weight: 'advice',
    standard:
      'Genehook asks for R4. R5 puts the medication of orders and statements into one element, medication.concept or medication.reference.',
  },
  'resource.status-missing': {
    section: 'FHIR R4, status of the resource',
    weight: 'breaks',
    standard: 'Observations, reports, orders, statements and procedures have a status.',
  },
} as const satisfies Record<string, RuleText>;

const WITH_SUBJECT = new Set([
  'MedicationRequest',
  'MedicationStatement',
  'MedicationOrder',
  'MedicationPrescription',
  'Observation',
  'DiagnosticReport',
  'Condition',
  'Procedure',
  'AllergyIntolerance',
  'Consent',
  'ServiceRequest',
]);
const WITH_PATIENT = new Set(['AllergyIntolerance', 'Consent']);
const WITH_STATUS = new Set(['Observation', 'DiagnosticReport', 'MedicationRequest', 'MedicationStatement', 'Procedure']);
/** As the service counts: more than this is never looked at one by one. */
const MOST = 20_000;

interface Placed {
  readonly resource: Json;
  readonly at: string;
  readonly entry?: Json;
  readonly draft: boolean;
}

type Add = ReturnType<typeof findings<typeof RESOURCE_RULES>>['add'];

export function checkResources(body: Json, setting: CheckSetting, read: ServiceReading): readonly Finding[] {
  const collected = findings(RESOURCE_RULES);
  const context = own(body, 'context');
  const patientId = patientIdOf(context);
  const placed = placedResources(body, setting);
  for (const item of placed) {
    checkPatient(item, patientId, read, collected.add);
    checkShape(item, collected.add);
  }
  tellOthers(collected, read);
  checkForms(placed, patientId, collected.add);
  const drafts = placed.filter(({ draft }) => draft);
  return [...collected.found, ...orderFindings(drafts, setting.service.hook), ...checkCodings(placed)];
}

const SAID = 'Left out. The answer says that records or orders of another patient were not used.';
const DISBELIEVED = 'The call was refused with 400: nothing of it can be believed.';

/** Records of someone else that the service met where the rules above did not look: in a list, in an answer within an answer. */
function tellOthers(collected: ReturnType<typeof findings<typeof RESOURCE_RULES>>, read: ServiceReading): void {
  const told = (area: string, as: string): boolean =>
    collected.found.some(({ rule, where, handling }) => rule === 'resource.other-patient' && handling === as && where.startsWith(area));
  if (read.wrongPatient && !told('$.prefetch', 'refused'))
    collected.add('resource.other-patient', '$.prefetch', 'another patient', 'refused', DISBELIEVED);
  else if (read.otherPatient > 0 && !told('$.prefetch', 'said') && !told('$.prefetch', 'refused'))
    collected.add('resource.other-patient', '$.prefetch', 'another patient', 'said', SAID);
  if (read.otherOrders > 0 && !told('$.context', 'said'))
    collected.add('resource.other-patient', '$.context.draftOrders', 'another patient', 'said', SAID);
}

/** Draft orders and the resources of keys that the service asks for; other keys are not looked at. */
function placedResources(body: Json, { service }: CheckSetting): readonly Placed[] {
  const context = own(body, 'context');
  const drafts = isObject(context) && service.hook !== 'patient-view' ? own(context, 'draftOrders') : undefined;
  const prefetch = own(body, 'prefetch');
  const found = [...entriesOf(drafts, '$.context.draftOrders', true)];
  if (isObject(prefetch))
    for (const key of Object.keys(service.prefetch)) {
      const value = own(prefetch, key);
      if (isObject(value) && own(value, 'resourceType') === 'Bundle') found.push(...entriesOf(value, below('$.prefetch', key), false));
      else if (isObject(value) && isText(own(value, 'resourceType')))
        found.push({ resource: value, at: below('$.prefetch', key), draft: false });
    }
  return found.slice(0, MOST);
}

function entriesOf(bundle: unknown, at: string, draft: boolean): readonly Placed[] {
  const entries = isObject(bundle) ? own(bundle, 'entry') : undefined;
  if (!Array.isArray(entries)) return [];
  return (entries as unknown[]).flatMap((entry, index) => {
    const resource = resourceOf(entry);
    if (!isObject(entry) || !isObject(resource) || !isText(own(resource, 'resourceType'))) return [];
    const place = below(at, 'entry', index);
    return [{ resource, entry, at: resource === entry ? place : `${place}.resource`, draft }];
  });
}

function checkPatient({ resource, at, draft }: Placed, patientId: unknown, read: ServiceReading, add: Add): void {
  const type = typeOf(resource);
  if (type === 'Patient') {
    if (draft || own(resource, 'id') === patientId) return;
    if (read.wrongPatient && at.startsWith('$.prefetch.patient'))
      add('resource.other-patient', `${at}.id`, 'another patient', 'refused', DISBELIEVED);
    else add('resource.other-patient', `${at}.id`, 'another patient', 'ignored', 'Left out: the template does not ask for it.');
    return;
  }
  const said = (draft ? read.otherOrders : read.otherPatient) > 0 && (!draft || isOrder(type));
  for (const name of ['subject', 'patient'])
    if (patientsNamed(own(resource, name)).some((id) => id !== patientId))
      add('resource.other-patient', `${at}.${name}`, 'another patient', said ? 'said' : 'ignored', said ? SAID : 'Left out.');
  const usual = WITH_PATIENT.has(type) ? 'patient' : 'subject';
  const other = usual === 'patient' ? 'subject' : 'patient';
  if (!WITH_SUBJECT.has(type) || own(resource, usual) !== undefined) return;
  if (own(resource, other) !== undefined)
    add('resource.dstu2-patient', `${at}.${other}`, `${other} in place of ${usual}`, 'used', 'Read as the patient of the resource.');
  else add('resource.no-subject', `${at}.${usual}`, 'missing', 'used', 'Taken as the patient of the context.');
}

const UNNAMED = 'Left out. The answer says that a record or order that does not name this patient was not used.';

/** References that name no patient in a form that is understood; those to a Patient inside the resource are left to the reader. */
function checkForms(placed: readonly Placed[], patientId: unknown, add: Add): void {
  const ours = new Set<unknown>([patientId]);
  for (const { resource, entry } of placed)
    if (typeOf(resource) === 'Patient' && own(resource, 'id') === patientId && entry !== undefined) ours.add(own(entry, 'fullUrl'));
  for (const { resource, at, draft } of placed) {
    const type = typeOf(resource);
    if (type === 'Patient' || (draft && !isOrder(type) && type !== 'Medication')) continue;
    const name = own(resource, 'subject') === undefined ? 'patient' : 'subject';
    const subject = own(resource, name);
    const written = isObject(subject) ? own(subject, 'reference') : subject;
    if (!isText(written) || written.startsWith('#') || patientsNamed(subject).length > 0) continue;
    const id = /^urn:(?:uuid|oid):(.+)$/i.exec(written)?.[1] ?? written;
    const found = written.startsWith('urn:') ? 'an address of an entry' : 'a reference that names no patient';
    if (ours.has(written) || ours.has(id)) {
      if (!ours.has(written) || written === patientId)
        add('resource.subject-form', `${at}.${name}`, found, 'used', 'Read as the patient of the context.');
    } else add('resource.subject-form', `${at}.${name}`, found, 'said', UNNAMED);
  }
}

function isOrder(type: string): boolean {
  return type === 'MedicationRequest' || type === 'MedicationOrder';
}

function checkShape({ resource, at }: Placed, add: Add): void {
  const type = typeOf(resource);
  const category = own(resource, 'category');
  if (isObject(category) && /^(Observation|DiagnosticReport|Condition|MedicationRequest)$/.test(type))
    add('resource.category-object', `${at}.category`, 'one concept', 'used', 'Read as an array of one.');
  if (type === 'Condition')
    for (const name of ['clinicalStatus', 'verificationStatus'])
      if (typeof own(resource, name) === 'string') add('resource.status-word', `${at}.${name}`, 'a text', 'used', 'Read as the code.');
  if (/^Medication(Request|Statement)$/.test(type) && isObject(own(resource, 'medication')))
    add('resource.r5', `${at}.medication`, 'an object', 'used', 'Read as the medication.');
  if (WITH_STATUS.has(type) && !isText(own(resource, 'status'))) {
    const order = type.startsWith('Medication');
    const what = order
      ? 'Read as an order being written, or a drug taken now, with a warning in the report.'
      : 'Not read as a final result; the report says so.';
    add(
      'resource.status-missing',
      `${at}.status`,
      kindOf(own(resource, 'status')),
      order || type === 'Procedure' ? 'used' : 'ignored',
      type === 'Procedure' ? 'Read as it stands.' : what,
    );
  }
}
