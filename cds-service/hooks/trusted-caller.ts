/** Which trusted EHR a verified caller is, and where its data may be read. */
import { parseUrl, withoutTrailingSlash } from '../config/loopback.ts';
import type { TrustedEhr } from '../config/trust.ts';
import type { FhirAccess } from '../ehr/fhir-server.ts';
import type { HookRequest } from './hook-request.ts';

/** One issuer may stand for several EHRs (a vendor's tenants): the FHIR server tells them apart. */
export function chooseEhr(callers: readonly TrustedEhr[], fhirServer: string | undefined): TrustedEhr | undefined {
  const byServer = callers.find(({ fhirServers }) => fhirServer !== undefined && asTrusted(fhirServers, fhirServer) !== undefined);
  return byServer ?? (callers.length === 1 ? callers[0] : undefined);
}

/** Only an allow-listed server of this very EHR, and only with the call's token. */
export function fhirAccessFor(ehr: TrustedEhr | undefined, { fhirServer, accessToken }: HookRequest): FhirAccess | undefined {
  if (ehr === undefined || fhirServer === undefined || accessToken === undefined) return undefined;
  const base = asTrusted(ehr.fhirServers, fhirServer);
  return base === undefined ? undefined : { base, token: accessToken };
}

/** The address as the trust file has it, for one that means the same: host in other letters, the usual port written out. */
function asTrusted(trusted: readonly string[], called: string): string | undefined {
  if (trusted.includes(called)) return called;
  const plain = plainAddress(called);
  return plain === null ? undefined : trusted.find((server) => plainAddress(server) === plain);
}

/** Null for what is no base: an address with a query, a fragment or a user name. */
function plainAddress(text: string): string | null {
  const url = parseUrl(text);
  if (url === null || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') return null;
  return `${url.origin}${withoutTrailingSlash(url.pathname)}`;
}
