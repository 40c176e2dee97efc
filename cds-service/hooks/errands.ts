/** Orders that stand in an errand: a task that is to be done with one, a list that holds some, a supply that is asked for. */
import { isObject, type Json } from './hook-request.ts';
import { listOf, namesDrug, type DrugsNamed } from './orders-in-other-forms.ts';

/** FHIR R4, task-status and list-status: what is over, or was never meant. */
const OVER: ReadonlySet<unknown> = new Set(['completed', 'cancelled', 'rejected', 'failed', 'entered-in-error', 'retired']);

/** A task or a list in the form of an order set, so that its orders are found in the same way; anything else as it is. */
export function asGroup(resource: Json): Json {
  if (resource.resourceType === 'Task')
    return { ...resource, ...(isObject(resource.for) ? { subject: resource.for } : {}), action: stepsOfTask(resource) };
  return resource.resourceType === 'List' ? { ...resource, action: stepsOfList(resource) } : resource;
}

/** What is to be done, and what it is to be done with: `focus`, inputs of a medication order, words. */
function stepsOfTask(task: Json): readonly Json[] {
  if (OVER.has(task.status)) return [];
  const inputs = listOf(task.input).filter(isObject);
  const references = [task.focus, ...inputs.map(({ valueReference }) => valueReference)].filter(isObject).filter(mayBeOrder);
  const said = inputs.flatMap(({ valueCodeableConcept, valueString }) => [
    ...(isObject(valueCodeableConcept) ? [{ code: [valueCodeableConcept] }] : []),
    ...(typeof valueString === 'string' ? [{ title: valueString }] : []),
  ]);
  // Where the order itself is named, the words only repeat it.
  const words = references.length > 0 ? [] : [...said, { code: listOf(task.code), description: task.description }];
  return [...references.map((resource): Json => ({ resource })), ...words];
}

/** A medication order, by its address; an address without a type may be one. */
const mayBeOrder = ({ reference }: Json): boolean =>
  typeof reference === 'string' && (/^(?:#|urn:)/.test(reference) || /(?:^|\/)Medication(?:Request|Order|Prescription)\//.test(reference));

function stepsOfList(given: Json): readonly Json[] {
  if (OVER.has(given.status)) return [];
  return listOf(given.entry)
    .filter(isObject)
    .filter(({ deleted }) => deleted !== true && deleted !== 'true')
    .flatMap(({ item }): readonly Json[] => {
      if (!isObject(item)) return [];
      return typeof item.reference === 'string' ? [{ resource: item }] : [{ title: item.display }];
    });
}

/** What is used with a drug and is none. */
const DEVICE =
  /\b(?:syringes?|needles?|pumps?|strips?|lancets?|meters?|sensors?|sets?|tubing|catheters?|cannulas?|masks?|concentrators?|pens?|spacers?|cylinders?|supplies|kits?)\b/i;

/** A supply of a drug: `itemCodeableConcept`, `itemReference` to a Medication; R5 `item`. */
export function suppliesDrug(supply: Json, drugsNamed: DrugsNamed): boolean {
  if (OVER.has(supply.status)) return false;
  const item = isObject(supply.item) ? supply.item : {};
  const reference = [supply.itemReference, item.reference].find(isObject);
  if (typeof reference?.reference === 'string' && /(?:^|\/)Medication\/|^#/.test(reference.reference)) return true;
  return [supply.itemCodeableConcept, item.concept]
    .filter(isObject)
    .some((concept) => !DEVICE.test(JSON.stringify(concept)) && namesDrug(concept, drugsNamed, true));
}
