/** Which knowledge release a rule belongs to. */
import type { KnowledgeRelease } from '../data/panel-report.ts';

/**
 * The releases that a rule or its source names, by id or by a word of the id; all of them where none is named,
 * so that a version is always shown.
 */
export function releasesFor(ruleId: string, sourceLabel: string, releases: readonly KnowledgeRelease[]): readonly KnowledgeRelease[] {
  const words = new Set(`${ruleId} ${sourceLabel}`.toLowerCase().split(/[^a-z0-9]+/));
  const named = releases.filter(({ id }) =>
    id
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .some((word) => word.length > 2 && words.has(word)),
  );
  return named.length > 0 ? named : releases;
}
