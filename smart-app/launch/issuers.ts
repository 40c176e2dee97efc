/** The EHRs that this panel may talk to, as the service lists them, and the check of `iss` against that list. */
import { asList, asRecord, asText } from '../data/read-values.ts';

export interface Issuer {
  readonly name: string;
  /** FHIR base URL without a trailing slash. */
  readonly iss: string;
  readonly clientId: string;
  readonly scopesV2: readonly string[];
  readonly scopesV1: readonly string[];
  /** `unsafeV1`: send the code challenge although the server does not advertise S256. Never "off". */
  readonly pkceMode: 'required' | 'unsafeV1';
  /** Names that the site adds to the FDA's list of tall-man letters; null where it does not ask for such letters. */
  readonly tallMan: readonly string[] | null;
}

/** Reads the answer of `GET config`. Entries without issuer or client id are left out. */
export function readIssuers(config: unknown): readonly Issuer[] {
  return asList(asRecord(config).issuers).flatMap((entry): Issuer[] => {
    const fields = asRecord(entry);
    const iss = normaliseIssuer(asText(fields.iss));
    const clientId = asText(fields.clientId);
    if (iss === null || clientId === '') return [];
    const listed = readScopes(fields.scope);
    const pkceMode = fields.pkceMode === 'unsafeV1' ? 'unsafeV1' : 'required';
    return [
      {
        name: asText(fields.name) || iss,
        iss,
        clientId,
        scopesV2: asV2(readScopes(fields.scopesV2 ?? listed)),
        scopesV1: asV1(readScopes(fields.scopesV1 ?? listed)),
        pkceMode,
        tallMan: fields.tallMan === true ? [] : Array.isArray(fields.tallMan) ? asList(fields.tallMan).map(asText) : null,
      },
    ];
  });
}

/** The listed issuer that `iss` names, trailing slash aside. Nothing but an exact match counts. */
export function findIssuer(issuers: readonly Issuer[], iss: string | null): Issuer | null {
  const wanted = normaliseIssuer(iss ?? '');
  return wanted === null ? null : (issuers.find((issuer) => issuer.iss === wanted) ?? null);
}

/**
 * The address of a listed issuer as the EHR wrote it in its launch: with the slash at its end where it wrote one, because servers whose base ends in
 * one compare `aud` with it letter by letter. Nothing else of the EHR's spelling is taken over.
 */
export function asLaunched({ iss }: Pick<Issuer, 'iss'>, written = ''): string {
  return written.endsWith('/') ? `${iss}/` : iss;
}

/** Absolute http(s) URL without trailing slashes, query or fragment; null for anything else. */
export function normaliseIssuer(iss: string): string | null {
  let url: URL;
  try {
    url = new URL(iss);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') return null;
  return url.href.replace(/\/+$/, '');
}

/** `patient/Observation.read` in the form of SMART 2: `patient/Observation.rs`. */
function asV2(scopes: readonly string[]): readonly string[] {
  return scopes.map((scope) => scope.replace(/^((?:patient|user|system)\/[A-Za-z*]+)\.read$/, '$1.rs'));
}

/** `patient/Observation.rs` in the form of SMART 1; query parameters do not exist there. */
function asV1(scopes: readonly string[]): readonly string[] {
  return [...new Set(scopes.map((scope) => scope.replace(/^((?:patient|user|system)\/[A-Za-z*]+)\.rs?(?:\?.*)?$/, '$1.read')))];
}

function readScopes(value: unknown): readonly string[] {
  const words = typeof value === 'string' ? value.split(/\s+/) : asList(value).map(asText);
  return [...new Set(words.filter((word) => word !== ''))];
}
