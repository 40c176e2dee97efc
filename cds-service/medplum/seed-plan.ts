/**
 * A synthetic chart as transactions that Medplum takes. Its server runs conditional creates in a serialisable transaction and
 * allows eight entries there; so a chart goes up in several Bundles, referenced resources first. Within a Bundle references are
 * `urn:uuid:…`, across Bundles the ids that the server gave before.
 */
import { createHash } from 'node:crypto';
import { isObject, type Json } from '../ehr/chart-part.ts';
import type { SeedCase } from './cases.ts';
import { MedplumFault } from './fault.ts';
import { hasTag, SEED_IDENTIFIER, SEED_TAG, TEST_DATA_TAG } from './marks.ts';

/** Medplum refuses a transaction with conditional creates and more entries than this. */
export const MOST_ENTRIES = 8;

export interface SeedEntry {
  /** `Type/id` in the case's own bundle. */
  readonly key: string;
  /** `<case>/<type>/<id>`: what it is found by again. */
  readonly identifier: string;
  readonly fullUrl: string;
  readonly resource: Json;
}

/** The Bundles of one case, in the order in which they must be sent. */
export function planSeed(one: SeedCase): readonly (readonly SeedEntry[])[] {
  const byKey = new Map(one.resources.map((resource) => [keyOf(resource), resource]));
  const planned = inOrder(byKey).map((key): SeedEntry => {
    const identifier = `${one.name}/${key}`;
    return { key, identifier, fullUrl: `urn:uuid:${uuidOf(identifier)}`, resource: marked(byKey.get(key) ?? {}, identifier) };
  });
  const chunks = Array.from({ length: Math.ceil(planned.length / MOST_ENTRIES) }, (_, index) =>
    planned.slice(index * MOST_ENTRIES, (index + 1) * MOST_ENTRIES),
  );
  chunks.forEach((chunk, index) => {
    const known = new Set(chunks.slice(0, index + 1).flatMap((earlier) => earlier.map(({ key }) => key)));
    for (const { key, resource } of chunk)
      for (const target of referencesIn(resource))
        if (byKey.has(target) && !known.has(target))
          throw new MedplumFault(
            'setting',
            `${one.name}: ${key} and ${target} refer to each other`,
            'Through more resources than one transaction may hold: take one reference of the circle out.',
          );
  });
  return chunks;
}

/** The transaction for one chunk; `ids`: where earlier resources of the case stand on the server (`Type/id` → `Type/id`). */
export function seedBundle(chunk: readonly SeedEntry[], ids: ReadonlyMap<string, string>): Json {
  const targets = new Map([...ids, ...chunk.map(({ key, fullUrl }) => [key, fullUrl] as const)]);
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: chunk.map(({ fullUrl, resource, identifier }) => ({
      fullUrl,
      resource: withTargets(resource, targets),
      request: {
        method: 'POST',
        url: String(resource.resourceType),
        ifNoneExist: `identifier=${encodeURIComponent(`${SEED_IDENTIFIER}|${identifier}`)}`,
      },
    })),
  };
}

function keyOf(resource: Json): string {
  return `${String(resource.resourceType)}/${String(resource.id)}`;
}

/** Referenced resources before those that refer to them; circles are cut where they were entered. */
function inOrder(byKey: ReadonlyMap<string, Json>): readonly string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const visit = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    const targets = referencesIn(byKey.get(key) ?? {}).filter((target) => byKey.has(target));
    for (const target of targets) visit(target);
    order.push(key);
  };
  for (const key of byKey.keys()) visit(key);
  return order;
}

/** Every `reference` below a value. */
export function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'reference' && typeof member === 'string' ? [member] : referencesIn(member),
  );
}

function withTargets(value: unknown, targets: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => withTargets(item, targets));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === 'reference' && typeof member === 'string' ? (targets.get(member) ?? member) : withTargets(member, targets),
    ]),
  );
}

/** Without the case's own id (the server gives one), with our identifier and the tags that say what it is. */
function marked(resource: Json, identifier: string): Json {
  const { id: _id, meta, identifier: given, ...content } = resource;
  const before = isObject(meta) ? meta : {};
  const tags: readonly unknown[] = Array.isArray(before.tag) ? before.tag : [];
  const test = hasTag(resource, TEST_DATA_TAG) ? [] : [TEST_DATA_TAG];
  return {
    ...content,
    meta: { ...before, tag: [...tags, ...test, SEED_TAG] },
    identifier: [...(Array.isArray(given) ? (given as readonly unknown[]) : []), { system: SEED_IDENTIFIER, value: identifier }],
  };
}

/** The same text always gives the same UUID (version 5 form over SHA-1), so a Bundle sent twice is the same Bundle. */
function uuidOf(text: string): string {
  const hex = createHash('sha1').update(`${SEED_IDENTIFIER}|${text}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
