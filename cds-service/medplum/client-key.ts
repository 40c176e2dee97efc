/**
 * The key with which the Bots sign their calls. It is made here, handed to Medplum as a project secret and kept nowhere else;
 * the trust file of the service gets the public half.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { MedplumFault } from './fault.ts';

export interface PublicKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: 'ES384';
  readonly use: 'sig';
}

/** A new P-384 key as the JSON that goes into the project secret. */
export function newPrivateKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const jwk = privateKey.export({ format: 'jwk' });
  return JSON.stringify({ ...jwk, kid: thumbprint(jwk) });
}

/** The public half of what the project secret holds; a fault when it is no P-384 key of ours. */
export function publicKeyOf(secret: string): PublicKey {
  try {
    const jwk = createPublicKey(createPrivateKey({ key: JSON.parse(secret) as JsonWebKey, format: 'jwk' })).export({ format: 'jwk' });
    const { kty, crv, x, y } = jwk;
    if (kty !== 'EC' || crv !== 'P-384' || x === undefined || y === undefined) throw new Error('another kind of key');
    return { kty, crv, x, y, kid: thumbprint(jwk), alg: 'ES384', use: 'sig' };
  } catch {
    throw new MedplumFault(
      'refused',
      'The project secret GENEHOOK_CLIENT_KEY does not hold a key that Genehook made',
      'Run connect with --new-key: a new key is made, and the trust entry changes with it.',
    );
  }
}

/** RFC 7638: the same key always has the same id. */
function thumbprint({ crv, kty, x, y }: JsonWebKey): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}
