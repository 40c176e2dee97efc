/**
 * Answers of the last minutes. While a prescriber works through order-select and order-sign the EHR sends the same chart again
 * and again; what was made of it is reused as long as the call, its id and token aside, is the same to the byte on the same day.
 * Only answers made of prefetch alone are kept: what was read from a FHIR server may have changed. In memory only, bounded in
 * number, size and time.
 */
import { LRUCache } from 'lru-cache';
import type { Answer } from './answer.ts';
import type { HookRequest } from './hook-request.ts';
import { sha256 } from './sha256.ts';

export interface RecentAnswers {
  get(key: string): Answer | undefined;
  /** `size`: characters of the call. */
  set(key: string, answer: Answer, size: number): void;
}

const MOST = 500;
const MOST_CHARACTERS = 32 * 1024 * 1024;
const KEPT_MS = 120_000;

export function createRecentAnswers(): RecentAnswers {
  const kept = new LRUCache<string, Answer>({ max: MOST, maxSize: MOST_CHARACTERS, ttl: KEPT_MS });
  return {
    get: (key) => kept.get(key),
    set: (key, answer, size) => void kept.set(key, answer, { size: Math.max(1, size) }),
  };
}

/**
 * The key of a call, or null when its id or token do not stand in the text in their plainest form. Whole members are cut, never
 * bare values: two calls with one key differ in nothing that is read.
 */
export function recentKey(text: string, hook: HookRequest, about: readonly string[]): string | null {
  const withoutId = withoutMember(text, 'hookInstance', hook.hookInstance);
  if (withoutId === null) return null;
  const rest = hook.accessToken === undefined ? withoutId : withoutMember(withoutId, 'access_token', hook.accessToken);
  return rest === null ? null : `${sha256(rest)}|${JSON.stringify(about)}`;
}

function withoutMember(text: string, name: string, value: string): string | null {
  const member = `"${name}":${JSON.stringify(value)}`;
  const at = text.indexOf(member);
  return at === -1 ? null : `${text.slice(0, at)}${text.slice(at + member.length)}`;
}
