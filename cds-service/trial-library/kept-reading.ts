/**
 * A registry changes the sites, the status and the days of a trial far oftener than its eligibility text. Where nothing changed that criteria are made
 * from, the criteria that the same reader made before stand.
 */
import type { CompiledTrial, TrialRecord } from '../knowledge/trials/types.ts';
import { packedOf, unpackTrial, type Earlier } from './content.ts';

/** Of these no criterion is made. */
const BESIDE_CRITERIA = ['status', 'sites', 'contacts', 'sponsor', 'date', 'url'] as const satisfies readonly (keyof TrialRecord)[];

/**
 * Criteria of an earlier reading of the trial; null where they may be others now.
 * @param digest of a record under this reader: it says whether the same reader made the earlier ones
 */
export function criteriaKept(
  record: TrialRecord,
  earlier: Earlier | undefined,
  digest: (record: TrialRecord) => string,
): CompiledTrial['criteria'] | null {
  if (earlier === undefined) return null;
  const before = trialIn(earlier);
  if (before === null || wordsOf(before.record) !== wordsOf(record)) return null;
  return digest(before.record) === earlier.digest ? before.criteria : null;
}

/** Null: what is stored cannot be read; the trial is read anew then. */
function trialIn({ content }: Earlier): CompiledTrial | null {
  try {
    return unpackTrial(packedOf(content));
  } catch {
    return null;
  }
}

function wordsOf(record: TrialRecord): string {
  const words: Partial<Record<keyof TrialRecord, unknown>> = { ...record };
  for (const name of BESIDE_CRITERIA) delete words[name];
  return JSON.stringify(words);
}
