/** Orders that stand inside another resource of the call: an order set (RequestGroup) holds its orders as contained resources, points to them, or says itself what is to be given. */
import { isObject, type Json } from './hook-request.ts';
import { asGroup, suppliesDrug } from './errands.ts';
import { isServiceRequest, listOf, orderInHeading, orderInService, orderInStep, type DrugsNamed } from './orders-in-other-forms.ts';

const GROUPS: ReadonlySet<unknown> = new Set(['RequestGroup', 'RequestOrchestration', 'CarePlan', 'Task', 'List']);
export const isOrderGroup = ({ resourceType }: Json): boolean => GROUPS.has(resourceType);

/** A drug in a kind of resource that is not read as an order: it was or is being given (a dispense, an administration), is supplied, or nobody knows the kind. */
export const isNoOrderOfDrug = (resource: Json, drugsNamed: DrugsNamed): boolean =>
  namesMedication(resource) || (resource.resourceType === 'SupplyRequest' && suppliesDrug(resource, drugsNamed));

const namesMedication = (resource: Json): boolean =>
  ['medicationCodeableConcept', 'medicationReference', 'medication'].some((name) => isObject(resource[name]));

export interface HeldOrder {
  readonly order: Json;
  /** What a selection may name it by. */
  readonly id?: string;
  /** A medication order, as against a service request or a step that says itself what is to be given. */
  readonly written?: true;
}

/**
 * The medication orders that a group contains, each with the Medications beside it, and those that its steps say themselves. They have no name of
 * their own outside the group, so that no suggestion can remove or change them.
 */
export function heldOrders(given: Json, drugsNamed: DrugsNamed): readonly HeldOrder[] {
  const group = asGroup(given);
  const held = listOf(group.contained).filter(isObject);
  const medications = held.filter(({ resourceType }) => resourceType === 'Medication');
  const contained = held.flatMap((resource): readonly HeldOrder[] => {
    const order = isServiceRequest(resource) ? orderInService(resource, drugsNamed) : isMedicationOrder(resource) ? resource : null;
    if (order === null) return [];
    return [{ order: ofGroup(order, group, medications), ...idOf(resource), ...(order === resource ? { written: true } : {}) }];
  });
  const steps: readonly Json[] = stepsOf(group).flatMap((step): readonly Json[] => {
    const order = orderInStep(step, group, drugsNamed);
    return order === null ? [] : [order];
  });
  const found = [...contained, ...steps.map((order): HeldOrder => ({ order }))];
  const heading = found.length > 0 || pointsElsewhere(group) ? null : orderInHeading(group, drugsNamed);
  return heading === null ? found : [{ order: heading }];
}

/** What it is about then stands in another resource. */
const pointsElsewhere = (group: Json): boolean =>
  stepsOf(group).some(({ resource, reference, plannedActivityReference }) =>
    [resource, reference, plannedActivityReference].some((one) => one !== undefined),
  );

/** What older versions of FHIR call a medication order: DSTU2 and DSTU1. */
const OLDER: ReadonlySet<unknown> = new Set(['MedicationOrder', 'MedicationPrescription']);

/** A medication order; one of a version that discovery does not speak of only when it names a drug. */
export function isMedicationOrder(resource: Json): boolean {
  return resource.resourceType === 'MedicationRequest' || (OLDER.has(resource.resourceType) && namesMedication(resource));
}

function ofGroup({ id: _id, ...order }: Json, group: Json, medications: readonly Json[]): Json {
  const nobody = order.subject === undefined && order.patient === undefined;
  return {
    ...order,
    ...(nobody && group.subject !== undefined ? { subject: group.subject } : {}),
    ...(medications.length > 0 ? { contained: [...listOf(order.contained), ...medications] } : {}),
  };
}

const idOf = ({ id }: Json): Pick<HeldOrder, 'id'> => (typeof id === 'string' && id !== '' ? { id } : {});

/** How many steps of a group are looked at. */
const MOST_STEPS = 200;

function stepsOf(group: Json): readonly Json[] {
  const found: Json[] = [];
  const left = [...listOf(group.action), ...listOf(group.activity)];
  while (left.length > 0 && found.length < MOST_STEPS) {
    const step = left.shift();
    if (!isObject(step)) continue;
    found.push(step);
    left.push(...listOf(step.action));
  }
  return found;
}

/**
 * Medication orders elsewhere that the steps of a group point to: `MedicationRequest/1`, or an address of the call that may be one. FHIR R5 has the
 * plan's reference under a longer name. An address inside the group is given where the group does not hold it.
 */
export function ordersPointedTo(given: Json): readonly string[] {
  const group = asGroup(given);
  const references = stepsOf(group).flatMap(({ resource, reference, plannedActivityReference }) =>
    [resource, reference, plannedActivityReference].flatMap((item) =>
      isObject(item) && typeof item.reference === 'string' ? [item.reference] : [],
    ),
  );
  const held = new Set(listOf(group.contained).flatMap((one) => (isObject(one) && typeof one.id === 'string' ? [`#${one.id}`] : [])));
  const named = references.flatMap((reference) => {
    if (/^urn:/i.test(reference) || (reference.startsWith('#') && !held.has(reference))) return reference;
    return /(?:^|\/)(Medication(?:Request|Order|Prescription)\/[^/#]+)(?:\/_history\/[^/]+)?$/.exec(reference)?.[1] ?? [];
  });
  return [...new Set(named)];
}
