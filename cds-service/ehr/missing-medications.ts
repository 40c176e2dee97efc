/**
 * Orders that name their drug only by the address of a Medication that did not come along: the Medication is read by its id, so that the order can
 * be checked. A display beside the reference names the drug well enough; nothing is asked for it.
 */
import { isObject, type Json } from './chart-part.ts';
import type { FhirAccess, FhirReader } from './fhir-server.ts';

/** Far more than one call is about; what is beyond stays a drug that was not recognised, and is said. */
const MOST = 20;

/** The Medications themselves; those that cannot be read are left out. */
export async function readMissingMedications(
  resources: readonly Json[],
  access: FhirAccess,
  reader: FhirReader,
  signal: AbortSignal,
): Promise<{ readonly found: readonly Json[]; readonly asked: number }> {
  const ids = missingMedications(resources, access.base);
  const parts = await Promise.all(
    ids.map((id) => reader.read(access, { query: `Medication/${encodeURIComponent(id)}`, types: ['Medication'] }, signal)),
  );
  const found = parts.flatMap((part, at) => (part.state === 'data' ? part.resources.filter(({ id }) => id === ids[at]) : []));
  return { found, asked: ids.length };
}

/** Ids of Medications on this server that resources name and that are not among them. */
export function missingMedications(resources: readonly Json[], base: string): readonly string[] {
  const here = new Set(resources.flatMap(({ resourceType, id }) => (resourceType === 'Medication' && typeof id === 'string' ? [id] : [])));
  const named = resources.flatMap((resource) => namedMedication(resource, base) ?? []);
  return [...new Set(named)].filter((id) => !here.has(id)).slice(0, MOST);
}

function namedMedication(resource: Json, base: string): string | null {
  if (resource.medicationCodeableConcept !== undefined) return null;
  const nested = isObject(resource.medication) ? resource.medication : {};
  if (nested.concept !== undefined) return null;
  const named = resource.medicationReference ?? nested.reference;
  if (!isObject(named) || typeof named.reference !== 'string') return null;
  if (typeof named.display === 'string' && named.display.trim() !== '') return null;
  const written = named.reference.startsWith(`${base}/`) ? named.reference.slice(base.length + 1) : named.reference;
  return /^Medication\/([A-Za-z0-9\-._]{1,512})(?:\/_history\/[^/]*)?$/.exec(written)?.[1] ?? null;
}
