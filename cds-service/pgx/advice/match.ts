/**
 * Finds the guideline row for the patient's genes, with branches for a missing gene.
 *
 * A gene without a result is asked for as 'No Result', never as normal. Where the guideline has no such row, the rows that
 * agree with the known genes are compared: what all of them say holds whatever the missing result is. When all of them ask for
 * less drug, the mildest is the floor, and the others are told.
 */
import type { PgxGene, Recommendation } from '../../knowledge/pgx/types.ts';
import type { GeneView } from './gene-view.ts';
import { rowKey, type RowGroup } from './row-group.ts';
import { actionable, severity, strengthRank } from './severity.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export type Match =
  | {
      readonly kind: 'row';
      readonly row: Recommendation;
      readonly missing: readonly string[];
      readonly spread: readonly Recommendation[];
      readonly atLeast?: boolean;
      /** Genes with a result that leaves several phenotypes open. */
      readonly openGenes?: readonly string[];
    }
  /** The rows that are left say different things, and none of them may be chosen by a guess. */
  | { readonly kind: 'depends'; readonly on: readonly string[]; readonly rows: readonly Recommendation[] }
  /** A result exists that decides nothing (no-call, indeterminate, unknown allele). */
  | { readonly kind: 'unreadable'; readonly genes: readonly string[] }
  | { readonly kind: 'conflict'; readonly genes: readonly string[] }
  | { readonly kind: 'not-tested'; readonly genes: readonly string[] }
  /** The result is readable, but the guideline has no row for it. */
  | { readonly kind: 'no-row'; readonly genes: readonly string[] };

const NONE: ReadonlySet<string> = new Set();
const NO_RESULT = 'No Result';
const UNDECIDED = ['Indeterminate', 'n/a'];

export function matchRows(group: RowGroup, views: ReadonlyMap<string, GeneView>, genes: Readonly<Record<string, PgxGene>>): Match {
  const { rows, genes: asked, offered } = group;
  const involved = asked.map((gene) => views.get(gene) ?? untested(gene));
  const conflicts = involved.filter((view) => view.state === 'conflict').map(({ gene }) => gene);
  if (conflicts.length > 0) return { kind: 'conflict', genes: conflicts };

  const wanted = new Map(
    involved.map((view) => [view.gene, wantedValues(view, offered.get(view.gene) ?? NONE, entryOf(genes, view.gene))]),
  );
  const missing = asked.filter((gene) => wanted.get(gene)?.source === 'missing');
  const undecided = asked.filter((gene) => wanted.get(gene)?.source === 'undecided');
  const uncovered = asked.filter((gene) => wanted.get(gene)?.source === 'uncovered');
  if (missing.length === asked.length) return { kind: 'not-tested', genes: missing };

  const fits = (row: Recommendation, open: ReadonlySet<string>) =>
    row.when.every(({ gene, value }) => open.has(gene) || (wanted.get(gene)?.values.has(value) ?? false));
  const full = combinations(asked.map((gene) => [...(wanted.get(gene)?.values ?? [])])).flatMap(
    (values) => group.byValues.get(rowKey(values)) ?? [],
  );
  const exact = fullest(full.length > 0 ? full : rows.filter((row) => fits(row, NONE)));
  if (exact.length > 0) return floorOf(exact, involved, missing) ?? choose(exact, missing);

  if (uncovered.length > 0) return { kind: 'no-row', genes: uncovered };
  const open = new Set([...missing, ...undecided]);
  if (open.size === asked.length) {
    return undecided.length > 0 ? { kind: 'unreadable', genes: undecided } : { kind: 'not-tested', genes: missing };
  }
  const possible = fullest(rows.filter((row) => fits(row, open)));
  if (possible.length === 0) return { kind: 'no-row', genes: asked.filter((gene) => !open.has(gene)) };
  const actions = new Set(possible.map((row) => row.action));
  if (actions.size === 1) return choose(possible, [...open]);
  const floor = leastOf(possible);
  if (floor !== null) return { ...floor, missing: [...open].sort() };
  return { kind: 'depends', on: [...open].sort(), rows: possible };
}

type RowMatch = Extract<Match, { kind: 'row' }>;

/** When every row asks for less drug, the mildest holds in any case; null when the rows do not all do so. */
function leastOf(rows: readonly Recommendation[]): RowMatch | null {
  const [mildest] = [...rows].sort(
    (a, b) =>
      severity(a.action) - severity(b.action) ||
      remainingShare(b) - remainingShare(a) ||
      strengthRank(a.strength) - strengthRank(b.strength),
  );
  if (mildest === undefined || !rows.every((row) => actionable(row.action) && lowers(row))) return null;
  const spread = rows.filter((row) => row.action !== mildest.action || remainingShare(row) !== remainingShare(mildest));
  return { kind: 'row', row: mildest, missing: [], spread, atLeast: true };
}

/**
 * One copy without function was seen and the other is not known: intermediate is far likelier than poor, so the mildest row leads and the
 * worse one is told. Activity scores that are open (DPYD zygosity not stated) and deficiencies stated without a grade keep the most cautious row.
 */
function floorOf(rows: readonly Recommendation[], involved: readonly GeneView[], missing: readonly string[]): RowMatch | null {
  const openGenes = involved.filter(
    ({ state, keys, finding }) =>
      state === 'indeterminate' &&
      keys.size > 1 &&
      finding?.lookup.worstLeads !== true &&
      (finding?.lookup.mildestLeads === true || [...keys].every(isPhenotype)),
  );
  const acts = new Set(rows.map((row) => `${row.action} ${remainingShare(row)}`));
  if (openGenes.length === 0 || acts.size < 2) return null;
  const floor = leastOf(rows);
  return floor === null ? null : { ...floor, missing, openGenes: openGenes.map(({ gene }) => gene) };
}

const isPhenotype = (key: string): boolean => / metabolizer$| function$/i.test(key);

/** What is left of the dose, 1 when the row gives no share. */
function remainingShare({ dose }: Recommendation): number {
  return dose?.factorRange?.[1] ?? dose?.factor ?? 1;
}

/** Acts of one direction (less drug): only then is the mildest of them a floor that every other one includes. */
function lowers(row: Recommendation): boolean {
  return row.action === 'decrease-dose' || row.action === 'alternative' || row.action === 'avoid';
}

function untested(gene: string): GeneView {
  return { gene, state: 'not-tested', keys: new Set(), phenotype: null, activityScore: null, evidence: [] };
}

/** Every choice of one value per gene. */
function combinations(values: readonly (readonly string[])[]): string[][] {
  return values.reduce<string[][]>((all, next) => all.flatMap((some) => next.map((value) => [...some, value])), [[]]);
}

interface Wanted {
  readonly values: ReadonlySet<string>;
  readonly source: 'result' | 'missing' | 'undecided' | 'uncovered';
}

function wantedValues(view: GeneView, offered: ReadonlySet<string>, gene: PgxGene | undefined): Wanted {
  const direct = [...offered].filter((value) => view.keys.has(value));
  const decided = direct.filter((value) => !UNDECIDED.includes(value));
  if (decided.length > 0) return { values: new Set(decided), source: 'result' };
  // An HLA gene may be tested for another allele than the one asked for: that is no result for this drug.
  if (view.state === 'not-tested' || alleleNotAsked(view, offered)) return { values: new Set([NO_RESULT]), source: 'missing' };
  if (view.state === 'indeterminate' || view.phenotype === 'Indeterminate') return { values: new Set(UNDECIDED), source: 'undecided' };
  const samePhenotype = scoresOfPhenotype(view, offered, gene);
  if (samePhenotype.length > 0) return { values: new Set(samePhenotype), source: 'result' };
  return { values: new Set(), source: 'uncovered' };
}

function alleleNotAsked(view: GeneView, offered: ReadonlySet<string>): boolean {
  return view.finding?.lookup.alleleStatus !== undefined && [...offered].some((value) => / (positive|negative)$/.test(value));
}

/** A score without a row of its own (CPIC lists metoprolol for some scores only) is read by its phenotype. */
function scoresOfPhenotype(view: GeneView, offered: ReadonlySet<string>, gene: PgxGene | undefined): string[] {
  const table = gene?.scores;
  if (table === undefined || view.phenotype === null) return [];
  return [...offered].filter((value) => entryOf(table, value) === view.phenotype);
}

/** Rows that name more genes say more, and a row for the genotype itself beats one for its phenotype. */
function fullest(rows: readonly Recommendation[]): Recommendation[] {
  const most = Math.max(0, ...rows.map((row) => row.when.length));
  const full = rows.filter((row) => row.when.length === most);
  const byGenotype = full.filter((row) => row.when.some(({ key }) => key === 'genotype'));
  return byGenotype.length > 0 ? byGenotype : full;
}

/**
 * Of several rows that fit (phenotype known, score not): the most cautious leads, the others are told. One of optional strength, which is
 * not said at an order, does not hide a firmer one.
 */
function choose(rows: readonly Recommendation[], missing: readonly string[]): Match {
  const sorted = [...rows].sort(
    (a, b) =>
      Number(isHeard(b)) - Number(isHeard(a)) ||
      severity(b.action) - severity(a.action) ||
      remainingShare(a) - remainingShare(b) ||
      strengthRank(a.strength) - strengthRank(b.strength) ||
      a.id.localeCompare(b.id),
  );
  const row = sorted[0];
  if (row === undefined) return { kind: 'no-row', genes: [] };
  return {
    kind: 'row',
    row,
    missing,
    spread: sorted.filter((other) => other.action !== row.action || remainingShare(other) !== remainingShare(row)),
  };
}

const isHeard = ({ action, strength }: Recommendation): boolean => actionable(action) && strength !== 'optional';
