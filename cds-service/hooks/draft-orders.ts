/** The orders of a hook call: which there are, which the call is about, and the guard that they are this patient's. */
import { isAboutAnother } from '../ehr/right-patient.ts';
import { giveAddress, keepAddress, noteAddress } from '../ehr/bundle-address.ts';
import { isObject, MOST_ORDERS, type HookRequest, type Json } from './hook-request.ts';
import { heldOrders, isMedicationOrder, isNoOrderOfDrug, isOrderGroup, ordersPointedTo, type HeldOrder } from './order-groups.ts';
import { isServiceRequest, orderInService, type DrugsNamed } from './orders-in-other-forms.ts';
import { entryOf } from '../../fhir-profiles/entry-of.ts';

export interface DraftOrders {
  /** Medication orders of this patient by the reference that cards and suggestions use. */
  readonly byReference: Readonly<Record<string, Json>>;
  /** References of the orders this call is about. */
  readonly concerned: readonly string[];
  /** Everything of the Bundle that may be read: orders and the Medications beside them. */
  readonly resources: readonly Json[];
  /** How many orders were left out because they name another patient. */
  readonly otherPatient: number;
  /** How many selections name a medication order that the call does not hold: it cannot be checked. */
  readonly notSent: number;
  /** How many entries hold a drug in a kind of resource that is not read as an order (a dispense, an administration). */
  readonly notRead: number;
  /** Selections, as they were sent, that may mean a medication order and name no entry: orders they may mean are checked, else they are not sent. */
  readonly unplaced: readonly string[];
  /** References of orders that stand in another form: a service request, a step of a plan. One that repeats a medication order of the call is the same order. */
  readonly inOtherForm?: readonly string[];
}

/** DSTU2 servers say MedicationOrder, DSTU1 MedicationPrescription. */
export const ORDER_TYPES: ReadonlySet<unknown> = new Set(['MedicationRequest', 'MedicationOrder', 'MedicationPrescription']);

/** `servers`: bases of the EHR's FHIR server, where they are known. `drugsNamed`: for orders in another form, which name their drug in words alone. */
export function readDraftOrders(
  request: HookRequest,
  servers: readonly string[] = serversOf(request),
  drugsNamed: DrugsNamed = () => 0,
): DraftOrders {
  const entries = entriesOf(request.draftOrders, 0);
  const byReference: Record<string, Json> = Object.create(null) as Record<string, Json>;
  const resources: Json[] = [];
  const selections = request.hook === 'order-select' ? selectionsOf(request.selections ?? []) : null;
  const concerned = new Set<string>();
  let otherPatient = 0;
  let notRead = 0;
  let taken = 0;
  const pointedTo = new Set<string>();
  const inOtherForm: string[] = [];
  const sent = new Set<string>();
  const addresses = new Map<string, string>();
  const noteNames = ({ resourceType, id }: Json, entry: unknown): void => {
    if (typeof id === 'string' && id !== '') sent.add(`${String(resourceType)}/${id}`).add(`urn:uuid:${id}`);
    if (isObject(entry) && typeof entry.fullUrl === 'string') sent.add(entry.fullUrl);
  };
  const take = (resource: Json, reference: string, selected: boolean): void => {
    if (isAboutAnother(resource, request.patientId, servers)) {
      otherPatient += 1;
      return;
    }
    // What orders hold inside themselves adds to what a call may hold.
    taken += 1;
    if (taken > MOST_ORDERS) {
      notRead += selected ? 1 : 0;
      return;
    }
    byReference[reference] = resource;
    resources.push(asDraft(resource));
    if (selected) concerned.add(reference);
  };
  for (const [index, entry] of entries.entries()) {
    const resource = resourceOf(entry);
    if (resource === null) continue;
    noteAddress(entry);
    noteNames(resource, entry);
    if (resource.resourceType === 'Medication') {
      resources.push(resource);
      continue;
    }
    const fullUrl = isObject(entry) ? entry.fullUrl : undefined;
    const isOrder = isMedicationOrder(resource);
    const reference = isOrder
      ? referenceOf(resource, fullUrl, index + 1)
      : `${String(resource.resourceType)}/${typeof resource.id === 'string' ? resource.id : ''}`;
    const named = selections?.take(reference, fullUrl) ?? false;
    // Taken away with this signature; a selection that names it says otherwise.
    if (isTakenAway(entry) && !named) continue;
    const selected = selections === null || named;
    if (isOrder) {
      take(resource, reference, selected);
      if (typeof fullUrl === 'string') addresses.set(fullUrl, reference);
      if (typeof resource.id === 'string') addresses.set(`urn:uuid:${resource.id}`, reference);
    } else if (isOrderGroup(resource)) {
      const held = heldOrders(resource, drugsNamed);
      const meant = selections === null ? [] : held.filter(({ id }) => selections.takeHeld(reference, id));
      const isMeant = (one: HeldOrder): boolean => (selections === null ? selected : meant.length > 0 ? meant.includes(one) : selected);
      for (const [at, one] of held.entries()) {
        const name = referenceOf(one.order, undefined, `${index + 1}.${at + 1}`);
        take(one.order, name, isMeant(one));
        if (one.written !== true) inOtherForm.push(name);
      }
      if (selected) for (const named of ordersPointedTo(resource)) pointedTo.add(named);
    } else if (isServiceRequest(resource)) {
      const order = orderInService(resource, drugsNamed);
      if (order === null) continue;
      const name = referenceOf(order, undefined, index + 1);
      take(order, name, selected);
      inOtherForm.push(name);
    } else if (selected && (isNoOrderOfDrug(resource, drugsNamed) || resource.resourceType === 'Bundle')) notRead += 1;
  }
  const unplaced = selections?.left() ?? [];
  const meant = unplaced.length === 0 ? [] : Object.keys(byReference).filter((reference) => !selections?.some() || isNameless(reference));
  for (const reference of meant) concerned.add(reference);
  const placed = [...pointedTo].map((named) => addresses.get(named) ?? (entryOf(byReference, named) === undefined ? undefined : named));
  for (const reference of placed) if (reference !== undefined && entryOf(byReference, reference) !== undefined) concerned.add(reference);
  const absent = [...pointedTo].filter((named, at) => placed[at] === undefined && !sent.has(named)).length;
  const notSent = (meant.length === 0 ? unplaced.length : 0) + absent;
  return { byReference, concerned: [...concerned], resources, otherPatient, notSent, notRead, unplaced, inOtherForm };
}

const serversOf = ({ fhirServer }: HookRequest): readonly string[] => (fhirServer === undefined ? [] : [fhirServer]);

/**
 * The chart without the orders that the session holds in a version of its own: one that is stopped in it is taken no longer. Of one that is written
 * anew the version in force still shows what has been taken until today; it is read beside it under a name of this call.
 */
export function ofBeforeSession(chart: readonly Json[], { resources }: Pick<DraftOrders, 'resources'>): readonly Json[] {
  const held = new Map(
    resources.flatMap((resource) =>
      ORDER_TYPES.has(resource.resourceType) ? named(resource).map((name) => [name, resource] as const) : [],
    ),
  );
  if (held.size === 0) return chart;
  return chart.flatMap((resource) => {
    const name = named(resource).find((one) => held.has(one));
    if (name === undefined) return [resource];
    return resource.status === 'active' && held.get(name)?.status === 'draft' ? [asBefore(resource, name)] : [];
  });
}

function asBefore(resource: Json, name: string): Json {
  const { id: _id, ...before } = resource;
  giveAddress(before, `urn:genehook:before:${name}`);
  return before;
}

const named = ({ resourceType, id }: Json): string[] =>
  typeof id === 'string' && id !== '' && ORDER_TYPES.has(resourceType) ? [`${String(resourceType)}/${id}`] : [];

/**
 * A selection that no entry bears may mean an order whose name the client did not send, or, when no selection names anything, any of
 * them: those are checked, because one that is missed is not.
 */
function isNameless(reference: string): boolean {
  return !/^Medication(?:Request|Order|Prescription)\//.test(reference);
}

/**
 * What is signed is written now, whatever status the EHR gives it already: "active" would make an old date of the order itself a proof that the
 * drug has been taken since, and "on hold" ("signed and held") means in the chart that it is not taken for the time being. Suggestions keep the
 * order as it came (`byReference`).
 */
function asDraft(resource: Json): Json {
  return resource.status === 'on-hold' || resource.status === 'active' ? keepAddress({ ...resource, status: 'draft' }, resource) : resource;
}

/** An entry of a transaction that deletes what it shows. */
const isTakenAway = (entry: unknown): boolean =>
  isObject(entry) && isObject(entry.request) && typeof entry.request.method === 'string' && entry.request.method.toUpperCase() === 'DELETE';

/** A Bundle within the Bundle, and the Parameters of an operation, hold entries of the same call. */
const DEEPEST = 2;
function entriesOf(bundle: Json | undefined, depth: number): readonly unknown[] {
  const entries = Array.isArray(bundle?.entry) ? (bundle.entry as readonly unknown[]) : [];
  return entries.flatMap((entry) => {
    const resource = depth < DEEPEST ? resourceOf(entry) : null;
    if (resource?.resourceType === 'Parameters') return resourcesOfParameters(resource);
    return resource?.resourceType === 'Bundle' ? entriesOf(resource, depth + 1) : [entry];
  });
}

/** `parameter.resource`, and those of its parts. */
function resourcesOfParameters({ parameter }: Json, depth = 0): readonly Json[] {
  const given = Array.isArray(parameter) ? parameter.filter(isObject) : [];
  return given.flatMap(({ resource, part }) => [
    ...(isObject(resource) ? [{ resource }] : []),
    ...(depth < DEEPEST ? resourcesOfParameters({ parameter: part }, depth + 1) : []),
  ]);
}

/** The resource of an entry; some clients put the resource itself in the entry's place. */
function resourceOf(entry: unknown): Json | null {
  if (!isObject(entry)) return null;
  const resource = entry.resource === undefined && typeof entry.resourceType === 'string' ? entry : entry.resource;
  return isObject(resource) ? withItsType(resource) : null;
}

/** Scripts that leave the type of an order out, or write it in small letters, mean a medication order where it names a medication. */
function withItsType(resource: Json): Json | null {
  const { resourceType } = resource;
  const meant = resourceType === undefined || (typeof resourceType === 'string' && /^medication(?:request|order)$/i.test(resourceType));
  if (meant && !ORDER_TYPES.has(resourceType) && isMedicationOrder({ ...resource, resourceType: 'MedicationOrder' }))
    return { ...resource, resourceType: 'MedicationRequest' };
  return typeof resourceType === 'string' ? resource : null;
}

/** An order that the EHR has not named yet is checked all the same, under a name of this call. */
function referenceOf(resource: Json, fullUrl: unknown, place: number | string): string {
  if (typeof resource.id === 'string' && resource.id !== '') return `${String(resource.resourceType)}/${resource.id}`;
  if (typeof fullUrl === 'string' && fullUrl !== '') return fullUrl;
  const ofThisCall = `urn:genehook:order:${place}`;
  giveAddress(resource, ofThisCall);
  return ofThisCall;
}

interface Selections {
  /** True when a selection names the entry by its reference or by its address. */
  take(reference: string, fullUrl: unknown): boolean;
  /** True when a selection names an order inside this group: by its own id, or by the group and the id. */
  takeHeld(group: string, id: string | undefined): boolean;
  /** True when any selection named an entry. */
  some(): boolean;
  /** The selections that may mean a medication order and named no entry. */
  left(): readonly string[];
}

/**
 * Selections as EHRs write them: `Type/id`, absolute, of a version, the bare id, or the address of the entry. An order that is missed
 * here would not be checked.
 */
function selectionsOf(selections: readonly string[]): Selections {
  const named = new Map<string, number>();
  const written = selections.map((selection) => selection.trim().replace(/\/_history\/[^/]*$/, ''));
  const taken = new Set<number>();
  let any = false;
  written.forEach((plain, index) => {
    const [type, id] = plain.split('/').slice(-2);
    const forms = id === undefined ? [plain, ...[...ORDER_TYPES].map((order) => `${String(order)}/${plain}`)] : [plain, `${type}/${id}`];
    for (const form of forms) if (!named.has(form)) named.set(form, index);
    // The same selection twice is one.
    if (named.get(plain) !== index) taken.add(index);
  });
  const takeAny = (names: readonly (string | undefined)[]): boolean => {
    const hits = names.map((name) => (name === undefined ? undefined : named.get(name))).filter((index) => index !== undefined);
    for (const index of hits) taken.add(index);
    any ||= hits.length > 0;
    return hits.length > 0;
  };
  return {
    takeHeld: (group, id) =>
      id !== undefined && takeAny([`#${id}`, `${group}#${id}`, ...[...ORDER_TYPES].map((type) => `${String(type)}/${id}`)]),
    take(reference, fullUrl) {
      return takeAny([reference, typeof fullUrl === 'string' && fullUrl !== '' ? fullUrl : undefined]);
    },
    some: () => any,
    left: () => selections.filter((_selection, index) => !taken.has(index) && mayBeMedication(written[index] ?? '')),
  };
}

/** `ServiceRequest/…` is no medication order, wherever it stands; a bare id or an address without a type may be one, and a Medication is what one names. */
function mayBeMedication(selection: string): boolean {
  const type = /(?:^|\/)([A-Z][A-Za-z]+)\/[^/]+$/.exec(selection)?.[1];
  return selection !== '' && (type === undefined || type === 'Medication' || ORDER_TYPES.has(type));
}
