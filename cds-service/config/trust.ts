/**
 * The trusted-EHR file (`GENEHOOK_TRUST`): who may call, whose keys are believed, and from which FHIR servers data are read.
 * Everything not named here is refused.
 */
import { z } from 'zod';
import { SERVICE_IDS, type ServiceId } from './service-ids.ts';
import { isLoopbackHost, isSafeUrl, parseUrl, withoutTrailingSlash } from './loopback.ts';

export type VendorProfile = 'generic' | 'epic' | 'oracle' | 'medplum';

/** What client JWTs may be signed with: public-key algorithms only. */
export const SIGNING_ALGORITHMS = ['ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512'] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];
/** What CDS Hooks recommends. */
export const USUAL_ALGORITHMS: readonly SigningAlgorithm[] = ['ES384', 'RS384'];

const PRIVATE_JWK_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

const jwk = z
  .record(z.string(), z.unknown())
  .refine((key) => typeof key.kty === 'string', 'a key needs "kty"')
  .refine((key) => !PRIVATE_JWK_MEMBERS.some((member) => member in key), 'holds a private or symmetric key; give public keys only');

const ehr = z
  .strictObject({
    /** Shown in logs and figures. */
    name: z.string().min(1),
    /** `iss` of the client JWT, compared exactly. */
    issuer: z.string().min(1),
    /** `aud` that this EHR sends where it is not the called URL (some EHRs let the site type it in). */
    audience: z.string().min(1).optional(),
    /** The only address (or addresses) that this issuer's keys are fetched from. */
    jwksUrl: z.union([z.string(), z.array(z.string()).min(1).max(10)]).optional(),
    /** Keys given out of band instead. */
    jwks: z.strictObject({ keys: z.array(jwk).min(1) }).optional(),
    /** What its tokens may be signed with, where that is not ES384 or RS384. */
    algorithms: z.array(z.enum(SIGNING_ALGORITHMS)).min(1).optional(),
    /** Values of the `tenant` claim that belong to this entry; absent = any. */
    tenants: z.array(z.string().min(1)).min(1).optional(),
    fhirServers: z.array(z.string()),
    profile: z.enum(['generic', 'epic', 'oracle', 'medplum']),
    /**
     * The services that this EHR calls; absent = all are open to it. An EHR that lists both order-sign services says that it calls both
     * for every order: pharmacogenomic advice is then given by `pgx-order-sign` alone and not repeated by `oncology-order-sign`.
     */
    services: z.array(z.enum(SERVICE_IDS)).optional(),
    /** Allows http addresses of this machine for this EHR: for development. */
    allowInsecureLoopback: z.boolean().optional(),
    /** Where this EHR's screens come from: may call from a browser (CORS) and frame the panel. Default: issuer and FHIR origins. */
    origins: z.array(z.string()).optional(),
    /** How the panel signs in at this EHR's FHIR servers. */
    panel: z
      .strictObject({
        clientId: z.string().min(1),
        scope: z.string().min(1).optional(),
        /** Look-alike names in the FDA's tall-man letters; a list adds the site's own, spelled as they are to be written. */
        tallMan: z
          .union([z.boolean(), z.array(z.string().regex(/^\p{L}+$/u, 'must be one word, as it is to be written')).max(2000)])
          .optional(),
      })
      .optional(),
  })
  .superRefine((value, context) => {
    const loopback = value.allowInsecureLoopback === true;
    const needsHttps = (path: (string | number)[], url: string) => {
      if (isSafeUrl(url, loopback)) return;
      const hint = loopback ? 'https, or http on this machine' : 'https (http only on this machine, with "allowInsecureLoopback": true)';
      context.addIssue({ code: 'custom', path, message: `must be an absolute ${hint} address without credentials` });
    };
    if (typeof value.jwksUrl === 'string') needsHttps(['jwksUrl'], value.jwksUrl);
    else value.jwksUrl?.forEach((url, index) => needsHttps(['jwksUrl', index], url));
    value.fhirServers.forEach((server, index) => {
      needsHttps(['fhirServers', index], server);
      if (server.includes('?'))
        context.addIssue({ code: 'custom', path: ['fhirServers', index], message: 'must be a base without a query' });
    });
    value.origins?.forEach((origin, index) => {
      needsHttps(['origins', index], origin);
      if (parseUrl(origin)?.origin !== origin)
        context.addIssue({ code: 'custom', path: ['origins', index], message: 'must be an origin: scheme, host and port only' });
    });
  });

const trustFile = z
  .strictObject({
    ehrs: z.array(ehr),
    /** The address EHRs call, as they write it: `https://cds.example.org`. */
    publicUrl: z.string(),
    auth: z.enum(['required', 'off']),
  })
  .superRefine((value, context) => {
    const loopbackOnly = isLoopbackHost(parseUrl(value.publicUrl)?.hostname ?? '');
    if (!isSafeUrl(value.publicUrl, true) || value.publicUrl.includes('?'))
      context.addIssue({ code: 'custom', path: ['publicUrl'], message: 'must be an absolute https address (http only on this machine)' });
    if (value.auth === 'off' && !loopbackOnly)
      context.addIssue({ code: 'custom', path: ['auth'], message: '"off" is accepted only when publicUrl is on this machine (loopback)' });
    value.ehrs.forEach((entry, index) => {
      const first = value.ehrs.findIndex(({ name }) => name === entry.name);
      if (first < index)
        context.addIssue({
          code: 'custom',
          path: ['ehrs', index, 'name'],
          message: `is also the name of ehrs[${first}]: names keep the patients of different EHRs apart`,
        });
      if (value.auth === 'required' && entry.jwksUrl === undefined && entry.jwks === undefined)
        context.addIssue({ code: 'custom', path: ['ehrs', index, 'jwksUrl'], message: 'or "jwks" is needed when auth is "required"' });
      if (entry.allowInsecureLoopback === true && !loopbackOnly)
        context.addIssue({
          code: 'custom',
          path: ['ehrs', index, 'allowInsecureLoopback'],
          message: 'is accepted only when publicUrl is on this machine (loopback)',
        });
    });
  });

export interface TrustedEhr {
  readonly name: string;
  readonly issuer: string;
  readonly audience?: string;
  /** Where its keys may be fetched from. */
  readonly jwksUrls?: readonly string[];
  /** Absent: `USUAL_ALGORITHMS`. */
  readonly algorithms?: readonly SigningAlgorithm[];
  readonly jwks?: { readonly keys: readonly Readonly<Record<string, unknown>>[] };
  readonly tenants?: readonly string[];
  /** Bases without trailing slash. */
  readonly fhirServers: readonly string[];
  readonly profile: VendorProfile;
  readonly services?: readonly ServiceId[];
  readonly allowInsecureLoopback: boolean;
  readonly origins: readonly string[];
  readonly panel?: { readonly clientId: string; readonly scope?: string; readonly tallMan?: boolean | readonly string[] };
}

export interface Trust {
  readonly ehrs: readonly TrustedEhr[];
  /** Without trailing slash; empty until the port is known when no trust file is given. */
  readonly publicUrl: string;
  readonly auth: 'required' | 'off';
}

export type TrustResult = { readonly ok: true; readonly trust: Trust } | { readonly ok: false; readonly issues: readonly string[] };

/** Reads the parsed JSON of the trust file; every issue names its field. */
export function parseTrust(content: unknown): TrustResult {
  const parsed = trustFile.safeParse(content);
  if (!parsed.success) return { ok: false, issues: parsed.error.issues.map(issueLine) };
  const { ehrs, publicUrl, auth } = parsed.data;
  return { ok: true, trust: { ehrs: ehrs.map(toTrustedEhr), publicUrl: withoutTrailingSlash(publicUrl), auth } };
}

function toTrustedEhr(entry: z.infer<typeof ehr>): TrustedEhr {
  const derived = [entry.issuer, ...entry.fhirServers].map((address) => parseUrl(address)?.origin ?? '');
  const origins = entry.origins ?? derived.filter((origin) => /^https?:/.test(origin));
  return {
    name: entry.name,
    issuer: entry.issuer,
    ...(entry.audience === undefined ? {} : { audience: entry.audience }),
    ...(entry.jwksUrl === undefined ? {} : { jwksUrls: typeof entry.jwksUrl === 'string' ? [entry.jwksUrl] : entry.jwksUrl }),
    ...(entry.algorithms === undefined ? {} : { algorithms: entry.algorithms }),
    ...(entry.jwks === undefined ? {} : { jwks: entry.jwks }),
    ...(entry.tenants === undefined ? {} : { tenants: entry.tenants }),
    fhirServers: entry.fhirServers.map(withoutTrailingSlash),
    profile: entry.profile,
    ...(entry.services === undefined ? {} : { services: entry.services }),
    allowInsecureLoopback: entry.allowInsecureLoopback ?? false,
    origins: [...new Set(origins)],
    ...(entry.panel === undefined
      ? {}
      : {
          panel: {
            clientId: entry.panel.clientId,
            ...(entry.panel.scope === undefined ? {} : { scope: entry.panel.scope }),
            ...(entry.panel.tallMan === undefined ? {} : { tallMan: entry.panel.tallMan }),
          },
        }),
  };
}

/** `ehrs[0].fhirServers[1]: must be …` */
export function issueLine(issue: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  const path = issue.path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`));
  return `${path.length === 0 ? '(file)' : path.join('')}: ${issue.message}`;
}
