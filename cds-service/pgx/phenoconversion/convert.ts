/**
 * Phenoconversion of one gene: what the present medication makes of the genotype.
 *
 * A score is changed only where a rule is published: CPIC opioid guideline 2021 (PMID 33387367) for CYP2D6, strong inhibitor →
 * score 0, moderate inhibitor → half. Inhibitors and inducers of other enzymes are named with their strength and direction,
 * and the genotype's phenotype is left as it is, because no consensus rule exists (CPIC antidepressant guideline 2023,
 * PMID 37032427).
 */
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import type { GeneFinding, GeneLookup } from '../genes/types.ts';
import type { ActivePerpetrator } from './perpetrators.ts';
import { parseScore, tableEntries, writeScore } from './score.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export interface Conversion {
  readonly gene: string;
  readonly phenotype: string;
  readonly activityScore: string | null;
  readonly lookup: GeneLookup;
  /** The perpetrators that set the result, strongest first. */
  readonly by: readonly ActivePerpetrator[];
}

/** The converted gene, or undefined when no published rule changes it. */
export function convert(finding: GeneFinding, gene: PgxGene | undefined, active: readonly ActivePerpetrator[]): Conversion | undefined {
  const withFactor = active.filter(({ rule }) => rule.factor !== undefined);
  if (gene?.scores === undefined || withFactor.length === 0 || finding.state === 'conflict') return undefined;
  const factor = Math.min(...withFactor.map(({ rule }) => rule.factor ?? 1));
  const scores = startingScores(finding, factor);
  if (scores.length === 0) return undefined;

  const table = gene.scores;
  const converted = scores.map((score) => ({ value: score.value * factor, atLeast: score.atLeast && factor > 0 }));
  const entries = [...new Set(converted.flatMap((score) => tableEntries(score, table)))];
  const phenotypes = [...new Set(entries.map((entry) => entryOf(table, entry)).filter((name): name is string => name !== undefined))];
  if (phenotypes.length === 0) return undefined;
  const phenotype = phenotypes.length === 1 ? (phenotypes[0] ?? '') : phenotypes.join(' or ');
  const written = [...new Set(converted.map(writeScore))];
  const activityScore = written.length === 1 ? (written[0] ?? null) : null;
  if (phenotype === finding.result.phenotype && activityScore === finding.result.activityScore) return undefined;

  const by = withFactor.filter(({ rule }) => rule.factor === factor);
  const keys = [...new Set([...phenotypes, ...entries])];
  const lookup: GeneLookup = {
    ...(phenotypes.length === 1 ? { phenotype } : {}),
    ...(entries.length === 1 ? { activityScore: entries[0] ?? '' } : {}),
    possibleScores: entries,
    keys,
    dpwgKeys: keys,
  };
  return { gene: finding.gene, phenotype, activityScore, lookup, by };
}

/** With a strong inhibitor the activity is nil whatever the genotype, so that an unreadable result is decided too. */
function startingScores(finding: GeneFinding, factor: number) {
  const known = finding.lookup.possibleScores ?? (finding.lookup.activityScore === undefined ? [] : [finding.lookup.activityScore]);
  const scores = known.map(parseScore).filter((score) => score !== null);
  return scores.length === 0 && factor === 0 ? [{ value: 0, atLeast: false }] : scores;
}
