/**
 * Verifies the client JWT of CDS Hooks (checklist, section H). A token is believed when its issuer is trusted, its key stands in
 * that issuer's own set, it was made for the address being called, is in time, and was never used before.
 */
import { constants, verify, type KeyObject } from 'node:crypto';
import { SIGNING_ALGORITHMS, USUAL_ALGORITHMS, type SigningAlgorithm, type TrustedEhr } from '../config/trust.ts';
import { isObject, type Json } from '../ehr/chart-part.ts';
import type { KeySets } from './key-sets.ts';

export type JwtFault =
  | 'missing'
  | 'malformed'
  | 'algorithm'
  | 'header'
  | 'issuer'
  | 'jku'
  | 'tenant'
  | 'key'
  | 'signature'
  | 'claims'
  | 'audience'
  | 'expired'
  | 'not-yet'
  | 'too-long'
  | 'replayed';

export type JwtResult =
  | { readonly ok: true; readonly issuer: string; readonly callers: readonly TrustedEhr[] }
  | { readonly ok: false; readonly fault: JwtFault; readonly received?: string };

export interface JwtSetting {
  readonly ehrs: readonly TrustedEhr[];
  readonly keys: KeySets;
  /** Addresses that the token may be made for: exactly what was called. */
  readonly audiences: readonly string[];
  /** Seconds since 1970. */
  readonly now: number;
  readonly maxAgeSeconds: number;
  readonly firstUse: (issuer: string, tokenId: string, expires: number, issued: number) => Promise<boolean>;
}

const SKEW_SECONDS = 60;
const TOKEN_CHARACTERS = 16 * 1024;
/** Headers that would let a token bring its own key or meaning. */
const REFUSED_HEADERS = ['jwk', 'x5u', 'x5c', 'crit', 'b64', 'zip', 'enc'];

export async function verifyClientJwt(authorization: string | undefined, setting: JwtSetting): Promise<JwtResult> {
  if (authorization === undefined) return fault('missing');
  const token = /^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i.exec(authorization)?.[1];
  if (token === undefined || token.length > TOKEN_CHARACTERS) return fault('malformed');
  const [headerPart = '', payloadPart = '', signaturePart = ''] = token.split('.');
  const header = decode(headerPart);
  const payload = decode(payloadPart);
  if (header === null || payload === null) return fault('malformed');

  const { alg, kid, typ, jku } = header;
  if (!isSigningAlgorithm(alg)) return fault('algorithm');
  if (typeof kid !== 'string' || kid === '' || typeof typ !== 'string' || typ.toUpperCase() !== 'JWT') return fault('header');
  if (REFUSED_HEADERS.some((name) => name in header)) return fault('header');

  const callers = callersOf(alg, jku, payload, setting.ehrs);
  if ('fault' in callers)
    return { ok: false, ...callers, ...(typeof jku === 'string' && callers.fault === 'jku' ? { received: jku } : {}) };
  const claims = checkClaims(payload, callers.ehrs, setting);
  if (claims !== null) return claims;

  const signed: Signed = {
    input: Buffer.from(`${headerPart}.${payloadPart}`, 'latin1'),
    signature: Buffer.from(signaturePart, 'base64url'),
    algorithm: alg,
  };
  const signers = await signersOf(signed, callers.ehrs, { kid, ...(typeof jku === 'string' ? { jku } : {}) }, setting.keys);
  if (signers === 'no-key') return fault('key');
  if (signers.length === 0) return fault('signature');
  const { iss, jti, exp, iat } = payload as { iss: string; jti: string; exp: number; iat: number };
  if (!(await setting.firstUse(iss, jti, exp + SKEW_SECONDS, iat))) return fault('replayed');
  return { ok: true, issuer: iss, callers: signers };
}

function fault(name: JwtFault, received?: string): JwtResult {
  return { ok: false, fault: name, ...(received === undefined ? {} : { received }) };
}

function decode(part: string): Json | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isSigningAlgorithm(value: unknown): value is SigningAlgorithm {
  return (SIGNING_ALGORITHMS as readonly unknown[]).includes(value);
}

/** The trusted EHRs that issuer, algorithm, key address and tenant leave; decided before anything is fetched. */
function callersOf(
  alg: SigningAlgorithm,
  jku: unknown,
  payload: Json,
  ehrs: readonly TrustedEhr[],
): { ehrs: readonly TrustedEhr[] } | { fault: JwtFault; received?: string } {
  const byIssuer = ehrs.filter(({ issuer }) => issuer === payload.iss);
  if (byIssuer.length === 0) return { fault: 'issuer', ...(typeof payload.iss === 'string' ? { received: payload.iss } : {}) };
  const byAlgorithm = byIssuer.filter(({ algorithms = USUAL_ALGORITHMS }) => algorithms.includes(alg));
  if (byAlgorithm.length === 0) return { fault: 'algorithm' };
  const byKeys =
    jku === undefined
      ? byAlgorithm
      : byAlgorithm.filter(({ jwksUrls, jwks }) => (jwksUrls === undefined ? jwks !== undefined : jwksUrls.some((url) => url === jku)));
  if (byKeys.length === 0) return { fault: 'jku' };
  const { tenant } = payload;
  const byTenant = byKeys.filter(({ tenants }) => tenants === undefined || (typeof tenant === 'string' && tenants.includes(tenant)));
  return byTenant.length === 0 ? { fault: 'tenant' } : { ehrs: byTenant };
}

function checkClaims(payload: Json, callers: readonly TrustedEhr[], setting: JwtSetting): JwtResult | null {
  const { aud, exp, iat, nbf, jti } = payload;
  if (!isSeconds(exp) || !isSeconds(iat) || typeof jti !== 'string' || jti === '' || jti.length > 1024) return fault('claims');
  if (nbf !== undefined && !isSeconds(nbf)) return fault('claims');
  const accepted = new Set([...setting.audiences, ...callers.flatMap(({ audience }) => (audience === undefined ? [] : [audience]))]);
  const named = Array.isArray(aud) ? aud : [aud];
  if (!named.some((item) => typeof item === 'string' && accepted.has(item)))
    return fault('audience', typeof named[0] === 'string' ? named[0] : undefined);
  const { now, maxAgeSeconds } = setting;
  if (exp <= now - SKEW_SECONDS) return fault('expired');
  if (iat > now + SKEW_SECONDS || (nbf !== undefined && nbf > now + SKEW_SECONDS)) return fault('not-yet');
  if (exp <= iat || exp - now > maxAgeSeconds + SKEW_SECONDS || now - iat > maxAgeSeconds + SKEW_SECONDS) return fault('too-long');
  return null;
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 && value < 1e11;
}

/** The callers in whose own key set the signing key stands; one issuer's key never vouches for another's. */
async function signersOf(
  signed: Signed,
  callers: readonly TrustedEhr[],
  { kid, jku }: { readonly kid: string; readonly jku?: string },
  keys: KeySets,
): Promise<readonly TrustedEhr[] | 'no-key'> {
  const verified = new Map<object, boolean>();
  const signers: TrustedEhr[] = [];
  for (const ehr of callers) {
    const key = await keys.find(ehr, kid, signed.algorithm, jku);
    if (key === null) continue;
    if (!verified.has(key)) verified.set(key, await isSignedBy(signed, key));
    if (verified.get(key) === true) signers.push(ehr);
  }
  return verified.size === 0 ? 'no-key' : signers;
}

interface Signed {
  readonly input: Buffer;
  readonly signature: Buffer;
  readonly algorithm: SigningAlgorithm;
}

/** The hash of each algorithm; what ES and RS differ in is the kind of the key. */
const HASH: Readonly<Record<SigningAlgorithm, string>> = {
  RS256: 'sha256',
  RS384: 'sha384',
  RS512: 'sha512',
  ES256: 'sha256',
  ES384: 'sha384',
  ES512: 'sha512',
};

/**
 * The signature alone: the header was judged above, and the key was found for this algorithm and no other. An RSA signature is checked
 * at once, because handing it to another thread and back costs more than the check; an elliptic curve takes twenty times as long and
 * is left to Node's threads.
 */
async function isSignedBy({ input, signature, algorithm }: Signed, key: KeyObject): Promise<boolean> {
  const hash = HASH[algorithm];
  try {
    if (algorithm.startsWith('RS')) return verify(hash, input, { key, padding: constants.RSA_PKCS1_PADDING }, signature);
    return await new Promise<boolean>((resolve, reject) => {
      verify(hash, input, { key, dsaEncoding: 'ieee-p1363' }, signature, (error, signed) =>
        error === null ? resolve(signed) : reject(error),
      );
    });
  } catch {
    return false;
  }
}
