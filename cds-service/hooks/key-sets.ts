/**
 * The public keys of trusted EHRs. Fetched from the configured address only, cached, fetched again once when a key id is
 * unknown, and never more often than the cool-down allows.
 */
import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import { request, type Dispatcher } from 'undici';
import type { SigningAlgorithm, TrustedEhr } from '../config/trust.ts';
import { isObject } from '../ehr/chart-part.ts';
import { inTime } from '../ehr/in-time.ts';
import { readJsonBody } from '../ehr/json-body.ts';

export interface KeySets {
  /** The key of this EHR with this id that fits the algorithm, or null. `jku`: the one of its own addresses that the token names. */
  find(ehr: TrustedEhr, keyId: string, algorithm: SigningAlgorithm, jku?: string): Promise<KeyObject | null>;
  /** Fetches ahead of the first call; failures are tried again on use. */
  warm(ehrs: readonly TrustedEhr[]): Promise<void>;
}

export interface KeySetOptions {
  readonly now: () => number;
  readonly dispatcher?: Dispatcher;
  /** Milliseconds that one fetch may take, the opening of its connection included. */
  readonly fetchMs?: number;
  /** Milliseconds between two fetches of one address, whatever tokens ask for. */
  readonly coolDown?: number;
  /** Milliseconds after which a set is renewed in the background. */
  readonly renewAfter?: number;
  /** Milliseconds after which a set that could not be renewed is no longer believed. */
  readonly believeFor?: number;
  readonly onFetch?: (outcome: 'ok' | 'failed') => void;
}

interface FetchedSet {
  keys: readonly JWK[];
  fetched: number;
  tried: number;
  running: Promise<void> | null;
}

const FETCH_MS = 3_000;
const SET_BYTES = 512 * 1024;

export function createKeySets(options: KeySetOptions): KeySets {
  const { now, coolDown = 30_000, renewAfter = 10 * 60_000, believeFor = 24 * 3_600_000 } = options;
  const sets = new Map<string, FetchedSet>();
  const imported = new WeakMap<object, KeyObject | 'unusable'>();

  function setOf(url: string): FetchedSet {
    const known = sets.get(url);
    if (known !== undefined) return known;
    const fresh: FetchedSet = { keys: [], fetched: -Infinity, tried: -Infinity, running: null };
    sets.set(url, fresh);
    return fresh;
  }

  /** Many calls at once share one fetch. */
  function renew(url: string, set: FetchedSet): Promise<void> {
    if (set.running !== null) return set.running;
    if (now() - set.tried < coolDown) return Promise.resolve();
    set.tried = now();
    set.running = fetchKeys(url, options.dispatcher, options.fetchMs ?? FETCH_MS).then((keys) => {
      set.running = null;
      options.onFetch?.(keys === null ? 'failed' : 'ok');
      if (keys === null) return;
      set.keys = keys;
      set.fetched = now();
    });
    return set.running;
  }

  async function fetchedKeys(url: string, keyId: string): Promise<readonly JWK[]> {
    const set = setOf(url);
    const age = now() - set.fetched;
    if (age > believeFor || !set.keys.some(({ kid }) => kid === keyId)) await renew(url, set);
    else if (age > renewAfter) void renew(url, set);
    return now() - set.fetched > believeFor ? [] : set.keys;
  }

  function importOnce(key: JWK): KeyObject | null {
    let known = imported.get(key);
    if (known === undefined) {
      known = publicKeyOf(key) ?? 'unusable';
      imported.set(key, known);
    }
    return known === 'unusable' ? null : known;
  }

  return {
    async find(ehr, keyId, algorithm, jku) {
      const wanted = (candidate: JWK): boolean => candidate.kid === keyId && fits(candidate, algorithm);
      if (ehr.jwks !== undefined) {
        const key = (ehr.jwks.keys as readonly JWK[]).find(wanted);
        return key === undefined ? null : importOnce(key);
      }
      for (const url of ehr.jwksUrls ?? []) {
        if (jku !== undefined && url !== jku) continue;
        const key = (await fetchedKeys(url, keyId)).find(wanted);
        if (key !== undefined) return importOnce(key);
      }
      return null;
    },
    async warm(ehrs) {
      const urls = new Set(ehrs.flatMap(({ jwksUrls = [], jwks }) => (jwks === undefined ? jwksUrls : [])));
      await Promise.all([...urls].map((url) => renew(url, setOf(url))));
    },
  };
}

function fits(key: JWK, algorithm: SigningAlgorithm): boolean {
  if (key.use !== undefined && key.use !== 'sig') return false;
  if (Array.isArray(key.key_ops) && !key.key_ops.includes('verify')) return false;
  // A private key that was published proves nothing any more.
  if ('d' in key) return false;
  if (key.alg !== undefined && key.alg !== algorithm) return false;
  const curve = CURVES[algorithm];
  return curve === undefined ? key.kty === 'RSA' && strongEnough(key.n) : key.kty === 'EC' && key.crv === curve;
}

/** The one curve of each ECDSA algorithm; RSA has none. */
const CURVES: Readonly<Partial<Record<SigningAlgorithm, string>>> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' };

function publicKeyOf(key: JWK): KeyObject | null {
  try {
    return createPublicKey({ key: key as JsonWebKey, format: 'jwk' });
  } catch {
    return null;
  }
}

/** RSA below 2048 bits is not believed; `n` is base64url of the modulus. */
function strongEnough(modulus: string | undefined): boolean {
  return modulus !== undefined && Buffer.from(modulus, 'base64url').length >= 256;
}

/** Null when the set cannot be had: no redirects, bounded time and size. Keys of unknown types do not disturb the others. */
async function fetchKeys(url: string, dispatcher: Dispatcher | undefined, within: number): Promise<readonly JWK[] | null> {
  try {
    const signal = AbortSignal.timeout(within);
    const headers = { accept: 'application/json' };
    const answer = await inTime(signal, request(url, { headers, signal, ...(dispatcher === undefined ? {} : { dispatcher }) }));
    answer.body.on('error', () => undefined);
    if (answer.statusCode !== 200) {
      answer.body.destroy();
      return null;
    }
    const body = await readJsonBody(answer.body, SET_BYTES);
    if (!body.ok) answer.body.destroy();
    if (!body.ok || !isObject(body.value) || !Array.isArray(body.value.keys)) return null;
    return body.value.keys.filter((key) => isObject(key) && typeof key.kty === 'string' && typeof key.kid === 'string') as JWK[];
  } catch {
    return null;
  }
}
