/** The client JWT of a replayed call: ES384 or RS384, made with the integrator's own key. */
import { createPrivateKey, randomUUID, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, SignJWT } from 'jose';
import { isObject } from '../ehr/chart-part.ts';

export interface Signer {
  readonly alg: 'ES384' | 'RS384';
  readonly kid: string;
  readonly issuer: string;
  readonly jku?: string;
  readonly tenant?: string;
  /** Fixed audience; absent = the called address. */
  readonly audience?: string;
  readonly key: KeyObject;
}

export interface SignedToken {
  readonly token: string;
  /** Header and claims as they were sent, for the message of a refusal. */
  readonly sent: { readonly header: Readonly<Record<string, unknown>>; readonly claims: Readonly<Record<string, unknown>> };
}

export interface SignerOptions {
  readonly issuer: string;
  readonly kid?: string;
  readonly jku?: string;
  readonly tenant?: string;
  readonly audience?: string;
}

const LIFETIME_SECONDS = 300;

/** A key that cannot be used is told in words; nothing of its content is repeated. */
export class KeyFault extends Error {
  override readonly name = 'KeyFault';
}

/** `text`: a private JWK, a JWK set with one private key, or PEM. */
export async function signerFrom(text: string, options: SignerOptions): Promise<Signer> {
  const { key, kid: named } = /-----BEGIN/.test(text) ? { key: fromPem(text), kid: undefined } : fromJwk(text);
  const alg = algorithmOf(key);
  const kid = options.kid ?? named ?? (await calculateJwkThumbprint(publicPart(await exportJWK(key))));
  const { issuer, jku, tenant, audience } = options;
  return {
    alg,
    kid,
    issuer,
    key,
    ...(jku === undefined ? {} : { jku }),
    ...(tenant === undefined ? {} : { tenant }),
    ...(audience === undefined ? {} : { audience }),
  };
}

/** The public half, as the trust file or a key set wants it. */
export async function publicJwk({ key, kid, alg }: Signer): Promise<Record<string, unknown>> {
  return { ...publicPart(await exportJWK(key)), kid, alg, use: 'sig' };
}

/** `now`: seconds since 1970. */
export async function signFor(url: string, signer: Signer, now: number): Promise<SignedToken> {
  const header = { alg: signer.alg, kid: signer.kid, typ: 'JWT', ...(signer.jku === undefined ? {} : { jku: signer.jku }) };
  const claims = {
    iss: signer.issuer,
    aud: signer.audience ?? url,
    iat: Math.floor(now),
    exp: Math.floor(now) + LIFETIME_SECONDS,
    jti: randomUUID(),
    ...(signer.tenant === undefined ? {} : { tenant: signer.tenant }),
  };
  const token = await new SignJWT(claims).setProtectedHeader(header).sign(signer.key);
  return { token, sent: { header, claims } };
}

function fromPem(text: string): KeyObject {
  try {
    return createPrivateKey(text);
  } catch {
    throw new KeyFault('the PEM holds no private key that can be read (a key with a pass phrase must be opened first)');
  }
}

function fromJwk(text: string): { key: KeyObject; kid: string | undefined } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new KeyFault('is neither PEM nor JSON');
  }
  const keys = isObject(value) && Array.isArray(value.keys) ? (value.keys as unknown[]) : [value];
  const jwk = keys.filter(isObject).find((each) => typeof each.d === 'string');
  if (jwk === undefined) throw new KeyFault('holds no private key (a JWK with member "d"): with a public key nothing can be signed');
  try {
    return {
      key: createPrivateKey({ key: jwk as Record<string, string>, format: 'jwk' }),
      kid: typeof jwk.kid === 'string' ? jwk.kid : undefined,
    };
  } catch {
    throw new KeyFault('holds a private key that cannot be read');
  }
}

function algorithmOf(key: KeyObject): Signer['alg'] {
  if (key.asymmetricKeyType === 'rsa') return 'RS384';
  if (key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'secp384r1') return 'ES384';
  throw new KeyFault('is of another kind: an EC key on P-384 (ES384) or an RSA key (RS384) is needed');
}

function publicPart(jwk: Readonly<Record<string, unknown>>): Record<string, unknown> & { kty: string } {
  const { kty, crv, x, y, n, e } = jwk;
  const members = Object.entries({ crv, x, y, n, e }).filter(([, value]) => value !== undefined);
  return { kty: String(kty), ...Object.fromEntries(members) };
}
