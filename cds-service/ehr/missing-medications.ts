/**
 * Orders and statements that name their drug only by the address of a Medication that did not come along: the Medication is read by its id, so that
 * the order can be checked and what the patient takes is known. A display beside the reference names the drug well enough; nothing is asked for it.
 */
import { isObject, type Json } from './chart-part.ts';
import { idOfReference } from './fhir-id.ts';
import type { FhirAccess, FhirReader } from './fhir-server.ts';

/** Far more than one call is about, or one patient takes; what is beyond stays a drug that was not recognised, and is said. */
const MOST = 60;

/** The Medications themselves; those that cannot be read are left out. `asked`: their ids. `but`: ids that were asked for already. */
export async function readMissingMedications(
  resources: readonly Json[],
  access: FhirAccess,
  reader: FhirReader,
  signal: AbortSignal,
  but: readonly string[] = [],
): Promise<{ readonly found: readonly Json[]; readonly asked: readonly string[] }> {
  const ids = missingMedications(resources, access.base)
    .filter((id) => !but.includes(id))
    .slice(0, MOST);
  const parts = await Promise.all(
    ids.map((id) => reader.read(access, { query: `Medication/${encodeURIComponent(id)}`, types: ['Medication'] }, signal)),
  );
  const found = parts.flatMap((part, at) => (part.state === 'data' ? part.resources.filter(({ id }) => id === ids[at]) : []));
  return { found, asked: ids };
}

/** Ids of Medications on this server that resources name and that are not among them. */
export function missingMedications(resources: readonly Json[], base: string): readonly string[] {
  const here = new Set(resources.flatMap(({ resourceType, id }) => (resourceType === 'Medication' && typeof id === 'string' ? [id] : [])));
  const named = resources.flatMap((resource) => namedMedication(resource, base) ?? []);
  return [...new Set(named)].filter((id) => !here.has(id));
}

/** Medications that came under a key of the site's own, where `orders` name them: what is ordered is part of the call, whatever its key. */
export function namedAmong(sent: readonly Json[], orders: readonly Json[], servers: readonly string[]): readonly Json[] {
  const medications = sent.filter(({ resourceType }) => resourceType === 'Medication');
  if (medications.length === 0) return [];
  const named = new Set(['', ...servers].flatMap((base) => missingMedications(orders, base)));
  return medications.filter(({ id }) => typeof id === 'string' && named.has(id));
}

/**
 * How many of the drugs that are taken now, by the chart, have no name: only the address of a Medication that is not among `resources`. What is given
 * beside them, and what they do to a gene's enzyme, is not known then.
 */
export function namelessDrugs(resources: readonly Json[]): number {
  const medications = resources.filter(({ resourceType }) => resourceType === 'Medication');
  const ids = new Set(medications.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])));
  return resources.filter((resource) => {
    if (!TAKEN.has(resource.resourceType) || !NOW.has(resource.status ?? 'active')) return false;
    const address = medicationAddress(resource);
    return address !== null && /(?:^|\/)Medication\/[^/]+/.test(address) && !ids.has(idIn(address));
  }).length;
}

const TAKEN: ReadonlySet<unknown> = new Set(['MedicationRequest', 'MedicationOrder', 'MedicationPrescription', 'MedicationStatement']);
/** "recorded": FHIR R5, where a statement says by another member whether the drug is taken. */
const NOW: ReadonlySet<unknown> = new Set(['active', 'recorded']);

const idIn = (address: string): string => /(?:^|\/)Medication\/([^/]+)/.exec(address)?.[1] ?? '';

/** The address of a drug that has no other name. */
function medicationAddress(resource: Json): string | null {
  if (resource.medicationCodeableConcept !== undefined) return null;
  const nested = isObject(resource.medication) ? resource.medication : {};
  if (nested.concept !== undefined) return null;
  const named = resource.medicationReference ?? nested.reference;
  if (!isObject(named) || typeof named.reference !== 'string') return null;
  return typeof named.display === 'string' && named.display.trim() !== '' ? null : named.reference;
}

function namedMedication(resource: Json, base: string): string | null {
  const address = medicationAddress(resource);
  if (address === null) return null;
  const written = address.startsWith(`${base}/`) ? address.slice(base.length + 1) : address;
  return idOfReference(written, 'Medication');
}
