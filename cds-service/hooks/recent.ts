/**
 * Answers of the last minutes. While a prescriber works through order-select and order-sign the EHR sends the same chart again
 * and again; what was made of it is reused as long as the call, its id and token aside, is the same to the byte on the same day.
 * Only answers made of prefetch alone are kept: what was read from a FHIR server may have changed. In memory only, bounded in
 * number, size and time.
 */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { TrustedEhr } from '../config/trust.ts';
import type { Answer } from './answer.ts';
import type { HookRequest } from './hook-request.ts';

/** What a call said beside its chart, and what was answered. */
export interface RecentCall extends Pick<HookRequest, 'patientId' | 'userId' | 'fhirServer' | 'looksLikeEpic'> {
  /** The EHR it was answered for: another trust file makes other objects, and the answer is made anew. */
  readonly ehr: TrustedEhr | undefined;
  readonly answer: Answer;
}

export interface RecentAnswers {
  get(key: string): RecentCall | undefined;
  /** `size`: bytes of the call. */
  set(key: string, call: RecentCall, size: number): void;
}

const MOST = 500;
const MOST_BYTES = 32 * 1024 * 1024;
const KEPT_MS = 120_000;

export function createRecentAnswers(): RecentAnswers {
  const kept = new LRUCache<string, RecentCall>({ max: MOST, maxSize: MOST_BYTES, ttl: KEPT_MS });
  return {
    get: (key) => kept.get(key),
    set: (key, call, size) => void kept.set(key, call, { size: Math.max(1, size) }),
  };
}

export interface CallKey {
  readonly key: string;
  /** The values left out of the key: the answer is kept only when they are the call's own. */
  readonly hookInstance: string;
  readonly accessToken?: string;
}

/**
 * The key of a body, worked out from its bytes before anything is parsed; null when its id or token do not stand there in their
 * plainest form. Two bodies with one key differ in the value of these two members only, so that both parse alike: what is left
 * out are values without quotes, escapes or control characters, and a zero byte, which no JSON holds, stands in their place.
 */
export function callKey(body: Buffer, about: readonly string[]): CallKey | null {
  const id = plainValue(body, '"hookInstance":"');
  if (id === null || id === 'unusual') return null;
  const token = plainValue(body, '"access_token":"');
  if (token === 'unusual') return null;
  const hash = createHash('sha256');
  let from = 0;
  const left = token === null ? [id] : id.start < token.start ? [id, token] : [token, id];
  for (const { start, end } of left) {
    hash.update(body.subarray(from, start)).update(ZERO);
    from = end;
  }
  const key = hash.update(body.subarray(from)).update(ZERO).update(JSON.stringify(about)).digest('base64');
  const text = ({ start, end }: Span): string => body.toString('latin1', start, end);
  return { key, hookInstance: text(id), ...(token === null ? {} : { accessToken: text(token) }) };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const ZERO = Buffer.alloc(1);
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LONGEST = 16 * 1024;

/** Where the value of the first such member stands: printable ASCII without quote or backslash. */
function plainValue(body: Buffer, member: string): Span | null | 'unusual' {
  const at = body.indexOf(member, 0, 'latin1');
  if (at === -1) return null;
  const start = at + member.length;
  for (let end = start; end < body.length && end - start <= LONGEST; end += 1) {
    const byte = body[end] ?? 0;
    if (byte === QUOTE) return end === start ? 'unusual' : { start, end };
    if (byte <= 0x20 || byte > 0x7e || byte === BACKSLASH) return 'unusual';
  }
  return 'unusual';
}
