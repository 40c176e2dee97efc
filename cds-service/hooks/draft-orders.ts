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
    byReference[referenceOf(resource, isObject(entry) ? entry.fullUrl : undefined, index)] = resource;
    resources.push(resource);
  }
  const all = Object.keys(byReference);
  const concerned = request.hook === 'order-select' ? all.filter((reference) => selected(reference, request.selections ?? [])) : all;
  return { byReference, concerned, resources, otherPatient };
}

/** An order that the EHR has not named yet is checked all the same, under a name of this call. */
function referenceOf(resource: Json, fullUrl: unknown, index: number): string {
  if (typeof resource.id === 'string' && resource.id !== '') return `MedicationRequest/${resource.id}`;
  if (typeof fullUrl === 'string' && fullUrl !== '') return fullUrl;
  const ofThisCall = `urn:genehook:order:${index + 1}`;
  giveAddress(resource, ofThisCall);
  return ofThisCall;
}

/** A selection as EHRs write it: `Type/id`, absolute, of a version, or the bare id. An order that is missed here would not be checked. */
function selected(reference: string, selections: readonly string[]): boolean {
  return selections.some((selection) => {
    const plain = selection.trim().replace(/\/_history\/[^/]*$/, '');
    return plain === reference || plain.endsWith(`/${reference}`) || `MedicationRequest/${plain}` === reference;
  });
}
