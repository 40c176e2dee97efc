/**
 * The address under which a resource stood in its Bundle, for resources that others name by it: `urn:uuid:…`, or a resource without
 * an id. Kept beside the resource objects, never in them: what the EHR sent is not changed.
 */
type Json = Readonly<Record<string, unknown>>;

const addresses = new WeakMap<Json, string>();

/** Bases of the servers that resources stand on, by the address of their entry. */
const homes = new WeakMap<Json, string>();

/** Notes the address of a Bundle entry where its resource's id does not tell it, and the server that it names. */
export function noteAddress(entry: unknown): void {
  const { fullUrl, resource } = members(entry);
  if (typeof fullUrl !== 'string' || fullUrl === '' || typeof resource !== 'object' || resource === null) return;
  const { id } = members(resource);
  const home = /^(https?:\/\/.+)\/[A-Z][A-Za-z]+\/[^/]+$/.exec(fullUrl)?.[1];
  if (home !== undefined) homes.set(resource as Json, home);
  if (typeof id !== 'string' || id === '' || /^urn:/i.test(fullUrl)) addresses.set(resource as Json, fullUrl);
}

const members = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});

/** The base of the server that a resource stands on, where its entry said so. */
export function homeOf(resource: Json): string | undefined {
  return homes.get(resource);
}

/** Gives a resource that has neither id nor address one of this call, so that it can be spoken of. */
export function giveAddress(resource: Json, address: string): void {
  addresses.set(resource, address);
}

/** A copy of a resource is spoken of under the same address. */
export function keepAddress(copy: Json, original: Json): Json {
  const address = addresses.get(original);
  if (address !== undefined) addresses.set(copy, address);
  return copy;
}

/** The resources as they are read: those with an address of their own inside a Bundle entry that says it. */
export function withAddresses(resources: readonly Json[]): readonly Json[] {
  if (!resources.some((resource) => addresses.has(resource))) return resources;
  return resources.map((resource) => {
    const fullUrl = addresses.get(resource);
    return fullUrl === undefined ? resource : { resourceType: 'Bundle', type: 'collection', entry: [{ fullUrl, resource }] };
  });
}
