/** The orders of a hook call: which there are, which the call is about, and the guard that they are this patient's. */
import { namesAnotherPatient } from '../ehr/right-patient.ts';
import { giveAddress, noteAddress } from '../ehr/bundle-address.ts';
import { isObject, type HookRequest, type Json } from './hook-request.ts';

export interface DraftOrders {
  /** Medication orders of this patient by the reference that cards and suggestions use. */
  readonly byReference: Readonly<Record<string, Json>>;
  /** References of the orders this call is about. */
  readonly concerned: readonly string[];
  /** Everything of the Bundle that may be read: orders and the Medications beside them. */
  readonly resources: readonly Json[];
  /** How many orders were left out because they name another patient. */
  readonly otherPatient: number;
}

export function readDraftOrders(request: HookRequest): DraftOrders {
  const entries = Array.isArray(request.draftOrders?.entry) ? request.draftOrders.entry : [];
  const byReference: Record<string, Json> = Object.create(null) as Record<string, Json>;
  const resources: Json[] = [];
  const isSelected = selectedBy(request.selections ?? []);
  const concerned = new Set<string>();
  let otherPatient = 0;
  for (const [index, entry] of entries.entries()) {
    const resource = isObject(entry) ? entry.resource : undefined;
    if (!isObject(resource) || typeof resource.resourceType !== 'string') continue;
    noteAddress(entry);
    if (resource.resourceType === 'Medication') {
      resources.push(resource);
      continue;
    }
    if (resource.resourceType !== 'MedicationRequest') continue;
    if (namesAnotherPatient(resource.subject, request.patientId)) {
      otherPatient += 1;
      continue;
    }
    const fullUrl = isObject(entry) ? entry.fullUrl : undefined;
    const reference = referenceOf(resource, fullUrl, index);
    byReference[reference] = resource;
    resources.push(resource);
    if (request.hook !== 'order-select' || isSelected(reference) || (typeof fullUrl === 'string' && isSelected(fullUrl)))
      concerned.add(reference);
  }
  return { byReference, concerned: [...concerned], resources, otherPatient };
}

/** An order that the EHR has not named yet is checked all the same, under a name of this call. */
function referenceOf(resource: Json, fullUrl: unknown, index: number): string {
  if (typeof resource.id === 'string' && resource.id !== '') return `MedicationRequest/${resource.id}`;
  if (typeof fullUrl === 'string' && fullUrl !== '') return fullUrl;
  const ofThisCall = `urn:genehook:order:${index + 1}`;
  giveAddress(resource, ofThisCall);
  return ofThisCall;
}

/**
 * A selection as EHRs write it: `Type/id`, absolute, of a version, the bare id, or the address of the entry. An order that is missed
 * here would not be checked.
 */
function selectedBy(selections: readonly string[]): (reference: string) => boolean {
  const named = new Set<string>();
  for (const selection of selections) {
    const plain = selection.trim().replace(/\/_history\/[^/]*$/, '');
    named.add(plain).add(`MedicationRequest/${plain}`);
    const [type, id] = plain.split('/').slice(-2);
    if (id !== undefined) named.add(`${type}/${id}`);
  }
  return (reference) => named.has(reference);
}
