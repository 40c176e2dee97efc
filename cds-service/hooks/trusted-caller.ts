/** Which trusted EHR a verified caller is, and where its data may be read. */
import type { TrustedEhr } from '../config/trust.ts';
import type { FhirAccess } from '../ehr/fhir-server.ts';
import type { HookRequest } from './hook-request.ts';

/** One issuer may stand for several EHRs (a vendor's tenants): the FHIR server tells them apart. */
export function chooseEhr(callers: readonly TrustedEhr[], fhirServer: string | undefined): TrustedEhr | undefined {
  const byServer = callers.find(({ fhirServers }) => fhirServer !== undefined && fhirServers.includes(fhirServer));
  return byServer ?? (callers.length === 1 ? callers[0] : undefined);
}

/** Only an allow-listed server of this very EHR, and only with the call's token. */
export function fhirAccessFor(ehr: TrustedEhr | undefined, { fhirServer, accessToken }: HookRequest): FhirAccess | undefined {
  if (ehr === undefined || fhirServer === undefined || accessToken === undefined) return undefined;
  return ehr.fhirServers.includes(fhirServer) ? { base: fhirServer, token: accessToken } : undefined;
}
