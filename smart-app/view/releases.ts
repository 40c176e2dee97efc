/** Which knowledge release a rule belongs to. */
import type { KnowledgeRelease } from '../data/panel-report.ts';

/** What pharmacogenomic advice is made from; the other releases have no say in it. */
const ADVISING = /^pgx-/;

/**
 * The releases that a rule of advice or its source names, by id or by a word of the id; where none is named those that advice is made from,
 * else all of them, so that a version is always shown.
 */
export function releasesFor(ruleId: string, sourceLabel: string, releases: readonly KnowledgeRelease[]): readonly KnowledgeRelease[] {
  const words = new Set(`${ruleId} ${sourceLabel}`.toLowerCase().split(/[^a-z0-9]+/));
  const named = releases.filter(({ id }) =>
    id
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .some((word) => word.length > 2 && words.has(word)),
  );
  if (named.length > 0) return named;
  const advising = releases.filter(({ id }) => ADVISING.test(id));
  return advising.length > 0 ? advising : releases;
}
