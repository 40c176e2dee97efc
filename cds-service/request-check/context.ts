/** The context of the three hooks that Genehook serves: user, patient, encounter, orders and selections. */
import { findings } from './collect.ts';
import { below, isObject, isText, type Json, kindOf, own, patientIdOf, resourceOf } from './json.ts';
import type { CheckSetting, Finding, RuleText, ServiceReading } from './types.ts';

const CONTEXT = 'CDS Hooks library, context of the hook';
const SELECT = 'CDS Hooks library, order-select';
const ORDERS = 'CDS Hooks library, order-select and order-sign';

export const CONTEXT_RULES = {
  'userId.missing': { section: CONTEXT, weight: 'breaks', standard: 'userId is required, as text.' },
  'userId.form': {
    section: CONTEXT,
    weight: 'breaks',
    standard: 'userId is Type/id: Practitioner or PractitionerRole; for patient-view also Patient or RelatedPerson.',
  },
  'patientId.missing': { section: CONTEXT, weight: 'breaks', standard: 'patientId is required: the bare id, without "Patient/".' },
  'patientId.long': {
    section: 'FHIR R4, id',
    weight: 'breaks',
    standard: 'An id has at most 64 characters out of letters, digits, - and a full stop.',
    seenIn: 'Epic, Oracle Health',
  },
  'encounterId.form': { section: CONTEXT, weight: 'breaks', standard: 'encounterId is the bare id of the encounter, or is left out.' },
  'draftOrders.missing': {
    section: ORDERS,
    weight: 'breaks',
    standard: 'draftOrders is required: a Bundle of the orders.',
    seenIn: 'Epic, when the client is not granted the scopes of unsigned orders',
  },
  'draftOrders.type': { section: ORDERS, weight: 'advice', standard: 'draftOrders is a Bundle of type collection.' },
  'draftOrders.entry': {
    section: 'FHIR R4, Bundle',
    weight: 'breaks',
    standard: 'entry is an array of objects, each with a resource; its address (fullUrl) is a text.',
  },
  'draftOrders.empty': { section: ORDERS, weight: 'advice', standard: 'draftOrders holds the orders that the hook is about.' },
  'draftOrders.unasked': { section: CONTEXT, weight: 'advice', standard: 'patient-view has neither draftOrders nor selections.' },
  'selections.missing': { section: SELECT, weight: 'breaks', standard: 'selections is required: an array of Type/id, as texts.' },
  'selections.empty': { section: SELECT, weight: 'breaks', standard: 'selections names the orders that were just chosen: at least one.' },
  'selections.unknown': {
    section: SELECT,
    weight: 'breaks',
    standard: 'Every selection is Type/id of an order that stands in draftOrders.',
  },
  'selections.unasked': { section: CONTEXT, weight: 'note', standard: 'Only order-select has selections.' },
} as const satisfies Record<string, RuleText>;

const USERS: Readonly<Record<string, RegExp>> = {
  'patient-view': /^(Practitioner|PractitionerRole|Patient|RelatedPerson)\/[A-Za-z0-9\-._]+$/,
};
const PRESCRIBER = /^(Practitioner|PractitionerRole)\/[A-Za-z0-9\-._]+$/;
/** More in one call are refused by the service. */
const MOST_ORDERS = 2_000;
const REFUSED = 'The call was refused with 400.';

type Add = ReturnType<typeof findings<typeof CONTEXT_RULES>>['add'];

export function checkContext(body: Json, { service }: Pick<CheckSetting, 'service'>, read: ServiceReading): readonly Finding[] {
  const collected = findings(CONTEXT_RULES);
  const { add } = collected;
  const context = own(body, 'context');
  if (!isObject(context)) return [];
  checkIds(context, service.hook, add);
  if (service.hook === 'patient-view') {
    for (const name of ['draftOrders', 'selections'])
      if (own(context, name) !== undefined)
        add('draftOrders.unasked', `$.context.${name}`, kindOf(own(context, name)), 'ignored', 'Not looked at for this hook.');
    return collected.found;
  }
  const references = checkOrders(context, add);
  if (service.hook === 'order-select') checkSelections(context, references, read, add);
  else if (own(context, 'selections') !== undefined)
    add(
      'selections.unasked',
      '$.context.selections',
      kindOf(own(context, 'selections')),
      'ignored',
      'Every order of the call was checked.',
    );
  return collected.found;
}

function checkIds(context: Json, hook: string, add: Add): void {
  const user = own(context, 'userId');
  if (!isText(user)) add('userId.missing', '$.context.userId', kindOf(user), 'refused', REFUSED);
  else if (!(USERS[hook] ?? PRESCRIBER).test(user))
    add('userId.form', '$.context.userId', 'a text of another form', 'used', 'Taken as it is; guidance does not depend on the user.');
  const given = own(context, 'patientId');
  const patient = patientIdOf(context);
  if (patient !== given && isFhirId(patient))
    add('patientId.missing', '$.context.patientId', 'a reference', 'used', 'Read as the id behind "Patient/".');
  if (!isFhirId(patient)) {
    const found = typeof patient === 'string' ? 'a text that is no id' : kindOf(patient);
    add('patientId.missing', '$.context.patientId', found, 'refused', REFUSED);
  } else if (patient.length > 64 || patient.includes('_'))
    add('patientId.long', '$.context.patientId', 'a longer id, or one with _', 'used', 'Read as it is.');
  const encounter = own(context, 'encounterId');
  if (encounter === undefined || isFhirId(encounter)) return;
  const refused = encounter !== null && typeof encounter !== 'string';
  add(
    'encounterId.form',
    '$.context.encounterId',
    kindOf(encounter),
    refused ? 'refused' : 'ignored',
    refused ? REFUSED : 'The encounter is not used.',
  );
}

/** As the service reads it: any length, `_` allowed, never a path. */
function isFhirId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 512 && /^[A-Za-z0-9\-._]+$/.test(value) && !/^\.+$/.test(value);
}

/** References of the orders in the Bundle, and the addresses of their entries. */
function checkOrders(context: Json, add: Add): readonly string[] {
  const drafts = own(context, 'draftOrders');
  const at = '$.context.draftOrders';
  const named = isObject(drafts) ? own(drafts, 'resourceType') : undefined;
  if (!isObject(drafts) || (named !== 'Bundle' && (named !== undefined || !Array.isArray(own(drafts, 'entry'))))) {
    add('draftOrders.missing', at, kindOf(drafts), 'refused', `${REFUSED} The message names the scopes that some EHRs need for it.`);
    return [];
  }
  if (named === undefined) add('draftOrders.missing', `${at}.resourceType`, 'missing', 'used', 'Read as a Bundle: it has entries.');
  const entries = own(drafts, 'entry');
  if (entries !== undefined && entries !== null && !Array.isArray(entries)) {
    add('draftOrders.entry', `${at}.entry`, kindOf(entries), 'refused', REFUSED);
    return [];
  }
  if (own(drafts, 'type') !== 'collection')
    add('draftOrders.type', `${at}.type`, kindOf(own(drafts, 'type')), 'used', 'Read as a collection.');
  const list: readonly unknown[] = Array.isArray(entries) ? entries : [];
  if (list.length > MOST_ORDERS) {
    add('draftOrders.entry', `${at}.entry`, `more than ${MOST_ORDERS} entries`, 'refused', REFUSED);
    return [];
  }
  if (list.length === 0)
    add('draftOrders.empty', `${at}.entry`, kindOf(entries), 'used', 'Answered without a card: there is nothing to check.');
  return list.flatMap((entry, index) => {
    const resource = resourceOf(entry);
    if (isObject(resource) && isText(own(resource, 'resourceType'))) {
      if (resource === entry)
        add('draftOrders.entry', below(at, 'entry', index), kindOf(entry), 'used', 'Taken as the resource of its entry.');
      const fullUrl = isObject(entry) ? own(entry, 'fullUrl') : undefined;
      if (fullUrl !== undefined && !isText(fullUrl))
        add('draftOrders.entry', `${below(at, 'entry', index)}.fullUrl`, kindOf(fullUrl), 'ignored', 'Passed over: it names nothing.');
      return [`${resource['resourceType']}/${idOf(resource)}`, ...(isText(fullUrl) ? [fullUrl] : [])];
    }
    const place = below(at, 'entry', index);
    add(
      'draftOrders.entry',
      isObject(entry) ? `${place}.resource` : place,
      kindOf(isObject(entry) ? resource : entry),
      'ignored',
      'This entry was passed over; the others were checked.',
    );
    return [];
  });
}

function idOf(resource: Json): string {
  const id = own(resource, 'id');
  return typeof id === 'string' ? id : '';
}

function checkSelections(context: Json, references: readonly string[], read: ServiceReading, add: Add): void {
  const selections = own(context, 'selections');
  const at = '$.context.selections';
  if (!Array.isArray(selections)) return add('selections.missing', at, kindOf(selections), 'refused', REFUSED);
  if (selections.length === 0)
    return add('selections.empty', at, 'an empty array', 'used', 'Answered without a card: no order was chosen.');
  const known = new Set(references);
  for (const [index, selection] of (selections as unknown[]).entries()) {
    const place = below(at, index);
    if (typeof selection !== 'string') add('selections.missing', place, kindOf(selection), 'refused', REFUSED);
    else if (!known.has(selection)) add('selections.unknown', place, ...misnamed(selection, known, read));
  }
}

/** A selection that is not written as the reference of an order of the call. */
function misnamed(
  selection: string,
  known: ReadonlySet<string>,
  { unplaced, placed }: ServiceReading,
): [string, 'used' | 'said' | 'ignored', string] {
  if (isReadAsOrder(selection, known)) return ['another way to name an order', 'used', 'Read as the order that it names in another way.'];
  const found = 'no order of draftOrders';
  if (!unplaced.includes(selection)) return [found, 'ignored', 'Passed over: it names no medication order.'];
  return placed
    ? [found, 'used', 'No order of this name is in draftOrders: the orders that it may mean were checked.']
    : [found, 'said', 'No order of this name is in draftOrders: the answer says that it was not checked.'];
}

/** As the service reads it: absolute, of a version, the bare id of a medication order, with spaces around it. */
function isReadAsOrder(selection: string, known: ReadonlySet<string>): boolean {
  const plain = selection.trim().replace(/\/_history\/[^/]*$/, '');
  return [plain, `MedicationRequest/${plain}`, plain.split('/').slice(-2).join('/')].some((name) => known.has(name));
}
