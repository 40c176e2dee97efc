/**
 * Interpretations of the last minutes. While a prescriber works through order-select and order-sign the EHR sends the same
 * chart again and again; what was made of it is reused as long as every byte of the data and the day are the same. Held in
 * memory only, bounded in number, size and time.
 */
import { LRUCache } from 'lru-cache';
import type { CardDraft } from '../cards/types.ts';
import type { PatientReport } from '../report/types.ts';

export interface Interpretation {
  readonly report: PatientReport;
  readonly drafts: readonly CardDraft[];
}

export interface RecentInterpretations {
  get(key: string): Interpretation | undefined;
  /** `size`: characters of the input. */
  set(key: string, value: Interpretation, size: number): void;
}

const MOST = 500;
const MOST_CHARACTERS = 32 * 1024 * 1024;
const KEPT_MS = 120_000;

export function createRecentInterpretations(): RecentInterpretations {
  const kept = new LRUCache<string, Interpretation>({ max: MOST, maxSize: MOST_CHARACTERS, ttl: KEPT_MS });
  return {
    get: (key) => kept.get(key),
    set: (key, value, size) => void kept.set(key, value, { size: Math.max(1, size) }),
  };
}
