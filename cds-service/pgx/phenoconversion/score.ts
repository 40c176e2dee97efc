/** Arithmetic on activity scores, including lower bounds such as `≥3.0`. */
export interface Score {
  readonly value: number;
  readonly atLeast: boolean;
}

/** Reads `1.0` or `≥3.0`; null for `n/a` and anything else that is no score. */
export function parseScore(text: string): Score | null {
  const match = /^(≥|>=)?\s*(\d+(?:\.\d+)?)$/.exec(text.trim());
  if (match === null) return null;
  return { value: Number(match[2]), atLeast: match[1] !== undefined };
}

/** Writes a score as the tables do: at least one decimal. */
export function writeScore(score: Score): string {
  const digits = Number.isInteger(score.value) ? score.value.toFixed(1) : String(Number(score.value.toFixed(4)));
  return `${score.atLeast ? '≥' : ''}${digits}`;
}

/**
 * The entries of a score table that a score stands for. An exact entry wins. A value between two entries takes the lower one,
 * except that activity above zero never becomes "no activity" (CYP2D6 consensus: 0 is poor, anything above 0 at least
 * intermediate). A lower bound stands for every entry at or above it.
 */
export function tableEntries(score: Score, table: Readonly<Record<string, string>>): string[] {
  const entries = Object.keys(table)
    .map((key) => ({ key, score: parseScore(key) }))
    .filter((entry): entry is { key: string; score: Score } => entry.score !== null);
  const exact = entries.filter((entry) => entry.score.value === score.value && entry.score.atLeast === score.atLeast);
  if (exact.length > 0) return exact.map((entry) => entry.key);
  const plain = entries.filter((entry) => !entry.score.atLeast).sort((a, b) => a.score.value - b.score.value);
  const below = plain.filter((entry) => entry.score.value <= score.value && (entry.score.value > 0 || score.value === 0));
  const nearest = below.at(-1) ?? plain.find((entry) => entry.score.value > 0);
  if (!score.atLeast) return nearest === undefined ? [] : [nearest.key];
  const above = entries.filter((entry) => entry.score.value >= score.value).map((entry) => entry.key);
  return nearest === undefined || above.includes(nearest.key) ? above : [nearest.key, ...above];
}
