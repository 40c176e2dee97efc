/** A caller of the site's own, to try the service with signed calls before the EHR does: a key, and an entry of the trusted-EHR file. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { parseTrust } from '../config/trust.ts';
import { isObject } from '../ehr/chart-part.ts';

export class CallerFault extends Error {
  override readonly name = 'CallerFault';
}

export interface CallerEntry {
  readonly name: string;
  readonly issuer: string;
  readonly jwks: { readonly keys: readonly Readonly<Record<string, unknown>>[] };
  /** None: a test caller brings its data in the prefetch, and no server is read for it. */
  readonly fhirServers: readonly string[];
  readonly profile: 'generic';
}

/** Writes the private key, readable by its owner only; never over an existing file. */
export async function makeCaller(file: string, { issuer, name }: { readonly issuer: string; readonly name: string }): Promise<CallerEntry> {
  const pair = await generateKeyPair('ES384', { extractable: true });
  const open = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint(open);
  const key = { ...(await exportJWK(pair.privateKey)), kid, alg: 'ES384' };
  try {
    writeFileSync(file, `${JSON.stringify(key)}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const there = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new CallerFault(`${file}: ${there ? 'exists already; a key is never overwritten' : 'cannot be written'}`);
  }
  return { name, issuer, jwks: { keys: [{ ...open, kid, alg: 'ES384', use: 'sig' }] }, fhirServers: [], profile: 'generic' };
}

/** Adds the entry, or removes the key that was just made for it: nothing half-made stays. */
export function addCallerOrForget(trustFile: string, entry: CallerEntry, keyFile: string): void {
  try {
    addCaller(trustFile, entry);
  } catch (error) {
    rmSync(keyFile, { force: true });
    throw error;
  }
}

/** Adds the entry to a trust file, whole or not at all; an issuer that stands there already is not replaced. */
function addCaller(file: string, entry: CallerEntry): void {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    throw new CallerFault(`${file}: cannot be read as JSON`);
  }
  if (!isObject(content) || !Array.isArray(content.ehrs)) throw new CallerFault(`${file}: has no list "ehrs"`);
  if (content.ehrs.some((ehr) => isObject(ehr) && ehr.issuer === entry.issuer))
    throw new CallerFault(`${file}: the issuer ${entry.issuer} stands there already`);
  const next = { ...content, ehrs: [...(content.ehrs as unknown[]), entry] };
  const checked = parseTrust(next);
  if (!checked.ok) throw new CallerFault(checked.issues.map((issue) => `${file} ${issue}`).join('\n'));
  const fresh = `${file}.${process.pid}.new`;
  try {
    writeFileSync(fresh, `${JSON.stringify(next, null, 2)}\n`);
    renameSync(fresh, file);
  } finally {
    rmSync(fresh, { force: true });
  }
}
