/** Which resource a FHIR Reference means: relative, absolute, versioned, `urn:uuid:`, or `#contained`. */
import { isRecord, text } from './elements.ts';
import type { IntakeResource } from './intake.ts';

export interface NamedResource {
  readonly entry: IntakeResource;
  readonly fullUrl?: string;
}

/** The reference string of a Reference element (or of a bare string). */
export function referenceText(value: unknown): string | undefined {
  return text(isRecord(value) ? value['reference'] : value);
}

/** `Type/id` of a relative or absolute reference, its version dropped; null for `urn:` and `#` references. */
export function typeAndId(reference: string): string | null {
  const match = /(?:^|\/)([A-Z][A-Za-z]{2,40})\/([^/?#]{1,200})(?:\/_history\/[^/]*)?$/.exec(reference);
  return match === null ? null : `${match[1]}/${match[2]}`;
}

export function uuidOf(reference: string): string | null {
  return /^urn:(?:uuid|oid):(.+)$/i.exec(reference)?.[1] ?? null;
}

export function referenceIndex(named: readonly NamedResource[]): (reference: unknown, from: IntakeResource) => IntakeResource | null {
  const byKey = new Map<string, IntakeResource>();
  const remember = (key: string, entry: IntakeResource) => {
    if (!byKey.has(key)) byKey.set(key, entry);
  };
  for (const { entry, fullUrl } of named) {
    remember(entry.reference, entry);
    if (fullUrl !== undefined) remember(fullUrl, entry);
    const id = text(entry.resource['id']);
    if (id !== undefined && entry.container === undefined) remember(`id:${id}`, entry);
  }
  return (reference, from) => {
    const written = referenceText(reference);
    if (written === undefined) return null;
    if (written.startsWith('#')) return containedIn(written.slice(1), from, byKey);
    const exact = byKey.get(written);
    if (exact !== undefined) return exact;
    const uuid = uuidOf(written);
    if (uuid !== null) return byKey.get(`id:${uuid}`) ?? null;
    const relative = typeAndId(written);
    if (relative !== null) return byKey.get(relative) ?? null;
    // Some writers forget the `#` of a contained resource.
    return containedIn(written, from, byKey);
  };
}

function containedIn(id: string, from: IntakeResource, byKey: ReadonlyMap<string, IntakeResource>): IntakeResource | null {
  let holder: IntakeResource | undefined = from;
  while (holder !== undefined) {
    if (id === '') return holder.container ?? holder;
    const found = byKey.get(`${holder.reference}#${id}`);
    if (found !== undefined) return found;
    holder = holder.container;
  }
  return null;
}
