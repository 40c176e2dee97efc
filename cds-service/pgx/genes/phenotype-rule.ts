/** Two haplotypes → phenotype: by the pair of functions, or by the sum of activity values. */
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import { sum, type Activity, type ReadHaplotype } from './haplotype.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export interface Called {
  readonly phenotype: string;
  readonly activityScore: string | null;
  /** Scores that remain possible; more than one when only a lower bound is known. */
  readonly scores: readonly string[];
  readonly phenotypes: readonly string[];
  readonly rule: string;
}

/** Phenotype of a pair; null when an allele has no function in the knowledge (the caller says so: never taken for normal). */
export function phenotypeOf(gene: PgxGene, pair: readonly ReadHaplotype[]): Called | null {
  return gene.scores === undefined ? byFunctions(gene, pair) : byScore(gene, pair);
}

function byFunctions(gene: PgxGene, pair: readonly ReadHaplotype[]): Called | null {
  const functions = pair.map((haplotype) => haplotype.function);
  if (functions.includes('')) return null;
  const phenotype = phenotypeOfFunctions(gene, functions);
  if (phenotype === null) return null;
  return { phenotype, activityScore: null, scores: [], phenotypes: [phenotype], rule: `${functions.join(' + ')} → ${phenotype}` };
}

const ruleTables = new WeakMap<PgxGene, Map<string, string>>();

/** Phenotype of one (hemizygous, mitochondrial) or two functions in either order. */
export function phenotypeOfFunctions(gene: PgxGene, functions: readonly string[]): string | null {
  let table = ruleTables.get(gene);
  if (table === undefined) {
    table = new Map(gene.rules.map((rule) => [rule.functions.toSorted().join('|').toLowerCase(), rule.phenotype]));
    ruleTables.set(gene, table);
  }
  return table.get(functions.toSorted().join('|').toLowerCase()) ?? null;
}

function byScore(gene: PgxGene, pair: readonly ReadHaplotype[]): Called | null {
  const total = sum(pair.map((haplotype) => haplotype.activity));
  if (total === null) {
    const uncertain = pair.every((haplotype) => haplotype.unknown.length === 0 && haplotype.function !== '');
    if (!uncertain) return null;
    return {
      phenotype: 'Indeterminate',
      activityScore: 'n/a',
      scores: [],
      phenotypes: ['Indeterminate'],
      rule: 'an allele of uncertain or unknown function has no activity value',
    };
  }
  const shown = scoreText(total);
  const scores = total.atLeast ? scoresFrom(gene, total) : [shown];
  const phenotypes = [...new Set(scores.map((score) => phenotypeOfScore(gene, score)).filter((word) => word !== null))];
  if (phenotypes.length === 0) return null;
  const rule = `${pair.map((haplotype) => `${haplotype.name} ${haplotype.activity === null ? 'n/a' : scoreText(haplotype.activity)}`).join(' + ')} = activity score ${shown}`;
  const [phenotype] = phenotypes;
  if (phenotypes.length > 1 || phenotype === undefined)
    return { phenotype: 'Indeterminate', activityScore: null, scores, phenotypes, rule };
  return { phenotype, activityScore: shown, scores, phenotypes, rule: `${rule} → ${phenotype}` };
}

/** '1.0', '1.25', '≥3.0': at least one decimal, as the tables write it. */
export function scoreText(activity: Activity): string {
  const rounded = Math.round(activity.value * 100) / 100;
  const text = Number.isInteger(rounded * 10) ? rounded.toFixed(1) : String(rounded);
  return activity.atLeast ? `≥${text}` : text;
}

/** Phenotype of one score. A score above every listed one has the phenotype of the highest; below, nothing is guessed. */
export function phenotypeOfScore(gene: Pick<PgxGene, 'scores'>, score: string): string | null {
  const scores = gene.scores ?? {};
  const listed = entryOf(scores, score);
  if (listed !== undefined) return listed;
  const value = Number(score.replace('≥', ''));
  if (Number.isNaN(value)) return null;
  const exact = Object.entries(scores)
    .filter(([key]) => !key.startsWith('≥') && !Number.isNaN(Number(key)))
    .map(([key, phenotype]) => ({ value: Number(key), phenotype }))
    .toSorted((a, b) => a.value - b.value);
  const above = exact.find((one) => one.value > value);
  const below = exact.findLast((one) => one.value < value);
  if (below === undefined) return null;
  if (above === undefined || above.phenotype === below.phenotype) return below.phenotype;
  return null;
}

/** Listed scores that a lower bound leaves open, lowest first. */
function scoresFrom(gene: PgxGene, bound: Activity): string[] {
  const shown = scoreText(bound);
  if (entryOf(gene.scores, shown) !== undefined) return [shown];
  const exact = Object.keys(gene.scores ?? {}).filter((key) => !key.startsWith('≥') && Number(key) >= bound.value);
  return exact.length === 0 ? [shown] : exact.toSorted((a, b) => Number(a) - Number(b));
}

/** Every listed score of a phenotype ("Intermediate Metabolizer" of CYP2D6: 0.25 to 1.0). */
export function scoresOfPhenotype(gene: PgxGene, phenotype: string): string[] {
  return Object.entries(gene.scores ?? {})
    .filter(([, word]) => word === phenotype)
    .map(([score]) => score);
}
