/** Makes a resource once: found by name and tag it is compared and corrected, never made again. */
import { isDeepStrictEqual } from 'node:util';
import { isObject, type Json } from '../ehr/chart-part.ts';
import { CONNECT_TAG, hasTag } from './marks.ts';
import { asFault } from './requirements.ts';
import type { MedplumServer } from './server.ts';

export interface Made {
  readonly id: string;
  readonly state: 'made' | 'changed' | 'unchanged';
}

export async function findOrMake(server: MedplumServer, wanted: Json): Promise<Made> {
  const type = String(wanted.resourceType);
  const named = await asFault(server.search(`${type}?name=${encodeURIComponent(String(wanted.name))}`), `search for ${type}`);
  const ours = named.filter((item) => item.name === wanted.name && hasTag(item, CONNECT_TAG));
  const [found] = ours.sort((a, b) => String(a.id).localeCompare(String(b.id)));
  if (found === undefined) {
    const made = await asFault(server.call('POST', `fhir/R4/${type}`, wanted), `make the ${type}`);
    return { id: idOf(made), state: 'made' };
  }
  const id = idOf(found);
  if (holds(found, wanted)) return { id, state: 'unchanged' };
  await asFault(server.call('PUT', `fhir/R4/${type}/${id}`, { ...found, ...wanted, id, meta: found.meta }), `change the ${type}`);
  return { id, state: 'changed' };
}

/** True when `found` has every member of `wanted` with the same value; `false` and absent are the same to FHIR servers. */
export function holds(found: Json, wanted: Json): boolean {
  return Object.entries(wanted).every(([name, value]) => name === 'meta' || isDeepStrictEqual(found[name] ?? false, value ?? false));
}

export function idOf(resource: unknown): string {
  return isObject(resource) && typeof resource.id === 'string' ? resource.id : '';
}
