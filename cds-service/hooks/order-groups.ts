/** Orders that stand inside another resource of the call: an order set (RequestGroup) holds its orders as contained resources or points to them. */
import { isObject, type Json } from './hook-request.ts';

const GROUPS: ReadonlySet<unknown> = new Set(['RequestGroup', 'RequestOrchestration', 'CarePlan']);
/** What a client may send among its orders in the place of an order, and what is no order: it was or is being given. */
const GIVEN: ReadonlySet<unknown> = new Set(['MedicationDispense', 'MedicationAdministration', 'MedicationStatement', 'MedicationUsage']);

export const isOrderGroup = ({ resourceType }: Json): boolean => GROUPS.has(resourceType);

/** A drug in a kind of resource that is not read as an order. */
export const isNoOrderOfDrug = (resource: Json): boolean =>
  GIVEN.has(resource.resourceType) &&
  ['medicationCodeableConcept', 'medicationReference', 'medication'].some((name) => isObject(resource[name]));

/**
 * The medication orders that a group contains, each with the Medications beside it. They have no name of their own outside the group, so that no
 * suggestion can remove or change them.
 */
export function containedOrders(group: Json): readonly Json[] {
  const held = (Array.isArray(group.contained) ? group.contained : []).filter(isObject);
  const medications = held.filter(({ resourceType }) => resourceType === 'Medication');
  return held
    .filter(({ resourceType }) => resourceType === 'MedicationRequest')
    .map(({ id: _id, ...order }) => ({
      ...order,
      ...(order.subject === undefined && group.subject !== undefined ? { subject: group.subject } : {}),
      ...(medications.length > 0
        ? { contained: [...(Array.isArray(order.contained) ? (order.contained as unknown[]) : []), ...medications] }
        : {}),
    }));
}

/** Medication orders elsewhere that the steps of a group point to: `MedicationRequest/1`. */
export function ordersPointedTo(group: Json): readonly string[] {
  const found = new Set<string>();
  const steps = [group.action, group.activity].flatMap((item) => (Array.isArray(item) ? (item as unknown[]) : []));
  for (let left = 500; left > 0 && steps.length > 0; left -= 1) {
    const step = steps.shift();
    if (!isObject(step)) continue;
    if (Array.isArray(step.action)) steps.push(...(step.action as unknown[]));
    for (const item of [step.resource, step.reference]) {
      const reference = isObject(item) && typeof item.reference === 'string' ? item.reference : '';
      const named = /(?:^|\/)(MedicationRequest\/[^/#]+)(?:\/_history\/[^/]+)?$/.exec(reference)?.[1];
      if (named !== undefined) found.add(named);
    }
  }
  return [...found];
}
