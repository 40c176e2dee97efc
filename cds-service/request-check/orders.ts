/** The orders being written: what an order needs so that guidance can be about it. */
import { findings } from './collect.ts';
import { below, isObject, isText, type Json, kindOf, own } from './json.ts';
import type { Finding, RuleText } from './types.ts';

const ORDER = 'FHIR R4, MedicationRequest';

export const ORDER_RULES = {
  'order.id': { section: ORDER, weight: 'advice', standard: 'An order has an id, so that selections and suggestions can name it.' },
  'order.repeated': { section: 'FHIR R4, Bundle', weight: 'breaks', standard: 'A resource stands in a Bundle once.' },
  'order.intent': { section: ORDER, weight: 'breaks', standard: 'intent is required: order, proposal, plan …', seenIn: 'early sandboxes' },
  'order.medication-missing': { section: ORDER, weight: 'breaks', standard: 'medication[x] is required: a concept or a reference.' },
  'order.medication-text': {
    section: ORDER,
    weight: 'advice',
    standard: 'The medication carries a code where one is known (RxNorm in the US).',
    seenIn: 'Oracle Health: free-text and compound orders',
  },
  'order.medication-contained': {
    section: ORDER,
    weight: 'note',
    standard: 'The medication may be a resource contained in the order.',
    seenIn: 'Oracle Health: compound orders',
  },
  'order.medication-reference': {
    section: ORDER,
    weight: 'advice',
    standard: 'A referenced Medication can be resolved: it stands in the Bundle, in the order, or is read from the server.',
    seenIn: 'Epic before February 2024',
  },
  'order.type-older': {
    section: 'CDS Hooks library, order-select and order-sign',
    weight: 'note',
    standard: 'draftOrders may hold orders of other kinds and of older FHIR releases.',
    seenIn: 'Epic (ProcedureRequest); clients of DSTU2 (MedicationOrder) and DSTU1 (MedicationPrescription)',
  },
  'order.dose-place': {
    section: 'FHIR R4, Dosage',
    weight: 'breaks',
    standard: 'The dose stands in dosageInstruction.doseAndRate; in STU3 it stood in dosageInstruction itself.',
    seenIn: 'Epic',
  },
} as const satisfies Record<string, RuleText>;

interface Order {
  readonly resource: Json;
  readonly at: string;
  readonly entry?: Json;
}

type Add = ReturnType<typeof findings<typeof ORDER_RULES>>['add'];

export function orderFindings(drafts: readonly Order[], hook: string): readonly Finding[] {
  const collected = findings(ORDER_RULES);
  const { add } = collected;
  const medications = drafts.filter(({ resource }) => resource['resourceType'] === 'Medication');
  const seen = new Set<string>();
  for (const order of drafts) {
    const type = order.resource['resourceType'];
    if (type === 'Medication') continue;
    if (type !== 'MedicationRequest') {
      const read = (type === 'MedicationOrder' || type === 'MedicationPrescription') && namesDrug(order.resource);
      const what = read ? 'Read as a medication order.' : 'Passed over: it is no medication order, or names no drug.';
      add('order.type-older', `${order.at}.resourceType`, kindOf(order.resource), read ? 'used' : 'ignored', what);
      continue;
    }
    checkIdentity(order, hook, seen, add);
    if (!isText(own(order.resource, 'intent')))
      add('order.intent', `${order.at}.intent`, kindOf(own(order.resource, 'intent')), 'used', 'Read as an order.');
    checkMedication(order, medications, add);
    checkDosePlace(order, add);
  }
  return collected.found;
}

function namesDrug(resource: Json): boolean {
  return ['medicationCodeableConcept', 'medicationReference', 'medication'].some((name) => isObject(own(resource, name)));
}

function checkIdentity({ resource, at, entry }: Order, hook: string, seen: Set<string>, add: Add): void {
  const id = own(resource, 'id');
  const fullUrl = entry === undefined ? undefined : own(entry, 'fullUrl');
  if (!isText(id)) {
    if (isText(fullUrl)) add('order.id', `${at}.id`, kindOf(id), 'used', 'Named by its fullUrl.');
    else if (hook === 'order-select')
      add('order.id', `${at}.id`, kindOf(id), 'ignored', 'No selection can name it: it was read as context of the selected orders only.');
    else
      add(
        'order.id',
        `${at}.id`,
        kindOf(id),
        'used',
        'Checked all the same; a suggestion cannot name it, so none that changes it is sent.',
      );
  } else if (seen.has(id)) add('order.repeated', `${at}.id`, 'the id of an earlier entry', 'used', 'One card at most speaks of it.');
  else seen.add(id);
}

function checkMedication({ resource, at }: Order, medications: readonly Order[], add: Add): void {
  const nested = own(resource, 'medication');
  const inner: Json = isObject(nested) ? nested : {};
  const concept = own(resource, 'medicationCodeableConcept') ?? own(inner, 'concept');
  const reference = own(resource, 'medicationReference') ?? own(inner, 'reference');
  if (isObject(concept)) {
    const codings = own(concept, 'coding');
    const coded = Array.isArray(codings) && codings.some((coding) => isObject(coding) && isText(coding['code']));
    if (!coded)
      add(
        'order.medication-text',
        `${at}.medicationCodeableConcept.coding`,
        kindOf(codings),
        'used',
        'Recognised by its text; a name that is not recognised is said to be unchecked.',
      );
    return;
  }
  if (!isObject(reference)) {
    add(
      'order.medication-missing',
      `${at}.medicationCodeableConcept`,
      'missing',
      'said',
      'The answer says that this order was not checked.',
    );
    return;
  }
  const target = own(reference, 'reference');
  if (typeof target === 'string' && target.startsWith('#')) {
    if (contains(resource, target.slice(1)))
      add('order.medication-contained', `${at}.medicationReference`, 'a contained Medication', 'used', 'Read from there.');
    else lost(reference, at, add);
    return;
  }
  const beside = medications.some(({ resource: other, entry }) => typeof target === 'string' && isNamed(other, entry, target));
  if (!beside) lost(reference, at, add);
}

function contains(resource: Json, id: string): boolean {
  const contained = own(resource, 'contained');
  return Array.isArray(contained) && contained.some((item) => isObject(item) && (item['id'] === id || item['id'] === `#${id}`));
}

function isNamed(medication: Json, entry: Json | undefined, target: string): boolean {
  const id = own(medication, 'id');
  return (
    (typeof id === 'string' && (target === `Medication/${id}` || target.endsWith(`/Medication/${id}`))) ||
    (entry !== undefined && own(entry, 'fullUrl') === target)
  );
}

function lost(reference: Json, at: string, add: Add): void {
  const display = isText(own(reference, 'display'));
  const what = display
    ? 'Recognised by its display, where the name is known; otherwise said to be unchecked.'
    : 'Read by its id where the call lets Genehook read; else the answer says that this order was not checked.';
  add(
    'order.medication-reference',
    below(at, 'medicationReference'),
    display ? 'a reference with a display' : 'a reference alone',
    display ? 'used' : 'said',
    what,
  );
}

function checkDosePlace({ resource, at }: Order, add: Add): void {
  const instructions = own(resource, 'dosageInstruction');
  if (!Array.isArray(instructions)) return;
  for (const [index, instruction] of (instructions as unknown[]).entries())
    for (const name of ['doseQuantity', 'doseRange', 'doseSimpleQuantity'])
      if (isObject(instruction) && own(instruction, name) !== undefined)
        add('order.dose-place', below(at, 'dosageInstruction', index, name), 'a dose', ...dosePlace(name));
}

function dosePlace(name: string): ['used' | 'ignored', string] {
  return name === 'doseSimpleQuantity'
    ? ['ignored', 'Passed over: no claim that depends on a dose is made.']
    : ['used', 'Read as the dose where doseAndRate has none.'];
}
