/** The entry of the trust file (GENEHOOK_TRUST) that lets this Medplum project call the service and its users open the panel. */
import { isLoopbackHost } from '../config/loopback.ts';
import { isObject, type Json } from '../ehr/chart-part.ts';
import { parseTrust } from '../config/trust.ts';
import { SERVICES } from '../hooks/services.ts';
import type { PublicKey } from './client-key.ts';
import { MedplumFault } from './fault.ts';

export interface TrustEntryInput {
  readonly fhirBase: string;
  readonly project: { readonly id: string; readonly name: string };
  readonly publicUrl: string;
  readonly key: PublicKey;
  readonly appId: string;
}

/** `iss` of the Bots' calls. A hosted server has many projects, so the project is part of it. */
export function issuerOf(fhirBase: string, projectId: string): string {
  return `${fhirBase}/Project/${projectId}`;
}

export function trustEntry({ fhirBase, project, publicUrl, key, appId }: TrustEntryInput): Json {
  const local = [fhirBase, publicUrl].some((url) => new URL(url).protocol === 'http:');
  const loopback = local && isLoopbackHost(new URL(publicUrl).hostname);
  return {
    name: `Medplum ${project.name}`,
    issuer: issuerOf(fhirBase, project.id),
    jwks: { keys: [key] },
    fhirServers: [fhirBase],
    profile: 'medplum',
    // Named one by one, so that the oncology service need not repeat what the pharmacogenomic one says of the same order.
    services: SERVICES.map(({ id }) => id),
    panel: { clientId: appId },
    ...(loopback ? { allowInsecureLoopback: true } : {}),
  };
}

/**
 * The text of a trust file with this entry added, or put in the place of the one with the same issuer; null when it already
 * stands there. `before`: the file as it is, undefined when there is none.
 */
export function withEntry(before: string | undefined, entry: Json, publicUrl: string): string | null {
  const file = before === undefined ? { ehrs: [], publicUrl, auth: 'required' } : parseFile(before);
  const ehrs: readonly unknown[] = Array.isArray(file.ehrs) ? file.ehrs : [];
  const same = (item: unknown): boolean => isObject(item) && item.issuer === entry.issuer;
  const old = ehrs.find(same);
  const merged = isObject(old) ? { ...old, ...entry, ...keptBySite(old, entry) } : entry;
  if (old !== undefined && JSON.stringify(old) === JSON.stringify(merged)) return null;
  const next = { ...file, ehrs: old === undefined ? [...ehrs, merged] : ehrs.map((item) => (same(item) ? merged : item)) };
  requireValid(next);
  return `${JSON.stringify(next, null, 2)}\n`;
}

/** Before anything is made: a file that cannot take the entry is said at once. */
export function requireValidTrust(text: string): void {
  requireValid(parseFile(text));
}

function requireValid(file: unknown): void {
  const checked = parseTrust(file);
  if (!checked.ok)
    throw new MedplumFault(
      'setting',
      `The trust file is not valid: ${checked.issues.join('; ')}`,
      'Correct the file; it was left as it is.',
    );
}

/** What the site may have changed by hand: the name in its figures, the services that it opens, the panel's scopes. */
function keptBySite(old: Json, entry: Json): Json {
  const { name = entry.name, services = entry.services } = old;
  const panel = { ...(isObject(old.panel) ? old.panel : {}), ...(isObject(entry.panel) ? entry.panel : {}) };
  return { name, services, panel };
}

function parseFile(text: string): Json {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (isObject(value)) return value;
  } catch {
    // Said below, together with JSON that is no object.
  }
  throw new MedplumFault('setting', 'The trust file is not a JSON object', 'Correct the file, or name one that does not exist yet.');
}
