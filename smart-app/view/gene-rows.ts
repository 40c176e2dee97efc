/** The Genes list, and the five states of a result that must never look alike: normal, actionable, not tested, unreadable, stale. */
import type { Advice, DataWarning, Gene, PanelReport, Untested } from '../data/panel-report.ts';
import { drugRows, isOfToday } from './drug-rows.ts';
import { changesTherapy } from './severity.ts';

export type GeneState = 'normal' | 'actionable' | 'variant' | 'unclassed' | 'not-tested' | 'unreadable';

export interface GeneRow {
  readonly gene: string;
  /**
   * `variant`: not normal, and changing no drug of today. `unclassed`: on file, and called neither normal nor not normal. `not-tested` beside
   * results: what is on file is not what a drug of today asks for (another HLA allele).
   */
  readonly state: GeneState;
  /** Results that disagree, which is more than one that cannot be read: a person can settle it. */
  readonly conflict: boolean;
  /** A result can be old and still be any of the above; then both are shown. */
  readonly stale: DataWarning | null;
  /** One, or several where laboratories disagree. */
  readonly results: readonly Gene[];
  /** Drugs of today whose advice this gene changes. */
  readonly affects: readonly string[];
  /** Drugs that are not ordered and whose advice it would change, as far as they were asked for. */
  readonly wouldAffect: readonly string[];
  /** Drugs of today that were checked against this gene and stay as they are. */
  readonly unchanged: readonly string[];
  /** Drugs of today that this gene matters for and that another gene is missing for, each with what is missing. */
  readonly waits: readonly { readonly drug: string; readonly genes: readonly string[] }[];
  readonly untested: readonly Untested[];
  /** Drugs of today for which a result would matter. */
  readonly wantedFor: readonly string[];
  /** True when a result is registered or preliminary: on its way, and not to be ordered again. */
  readonly pending: boolean;
  readonly warnings: readonly DataWarning[];
}

/** The word beside the gene: its state, or that its results disagree. */
export function markOf({ state, conflict }: Pick<GeneRow, 'state' | 'conflict'>): GeneState | 'conflict' {
  return state === 'unreadable' && conflict ? 'conflict' : state;
}

const NORMAL = /(^|\s)normal\b|\bnegative\b/i;
const UNREADABLE = /\b(indeterminate|uninterpretable|unknown|no call|not called|failed|ambiguous|conflict)/i;
/** An allele found outweighs all those that were not: "*57:01 positive, *58:01 negative". */
const FOUND = /\bpositive\b/i;
/** Words that say neither: what no finding proves normal, the usual base, and a label that asks for a variant which is not there. */
const NEITHER = /\buncertain\b|^-1639 GG$|\bnon-responsive\b/i;

export function isNormalPhenotype(phenotype: string | null): boolean {
  return phenotype !== null && NORMAL.test(phenotype) && !FOUND.test(phenotype) && !UNREADABLE.test(phenotype);
}

export interface GeneScope {
  /** Row of a drug that is only drafted in the EHR and that a card led to: one of today. */
  readonly focus?: string | null;
  /** Every drug of the report counts, ordered or not: for the grid. */
  readonly everyDrug?: boolean;
  /** Also genes of which a result is only on its way, asked for by no drug: "no result on file" would be half of the truth. */
  readonly withPending?: boolean;
}

/**
 * What is said of a gene is said for the drugs of today: with the advice of every drug known on the page, nobody is told that dozens of genes
 * are missing, or that a result changes a drug which nobody has ordered.
 */
export function geneRows(
  report: PanelReport,
  { focus = null, everyDrug = false, withPending = false }: GeneScope = {},
): readonly GeneRow[] {
  const today = everyDrug
    ? report.drugs
    : drugRows(report)
        .filter((row) => isOfToday(row) || row.key === focus)
        .flatMap(({ advice }) => advice);
  const uncovered = today
    .filter(({ coverage }) => coverage === 'not-tested')
    .flatMap(({ genes }) => genes.filter(({ phenotype }) => phenotype === null).map(({ gene }) => gene));
  const pending = withPending ? report.warnings.flatMap((warning) => warning.pending ?? []) : [];
  const names = [
    ...new Set([...report.genes.map(({ gene }) => gene), ...report.untested.map(({ gene }) => gene), ...uncovered, ...pending]),
  ];
  return names
    .map((gene) => geneRow(report, today, gene))
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.gene.localeCompare(b.gene, 'en'));
}

const ORDER: readonly GeneState[] = ['actionable', 'unreadable', 'not-tested', 'variant', 'unclassed', 'normal'];

function geneRow(report: PanelReport, today: readonly Advice[], gene: string): GeneRow {
  const results = report.genes.filter((result) => result.gene === gene);
  const references = new Set(results.flatMap((result) => result.evidence.map(({ reference }) => reference)));
  const warnings = report.warnings.filter(
    (warning) => (warning.reference !== undefined && references.has(warning.reference)) || warning.genes?.includes(gene) === true,
  );
  const untested = report.untested.filter((missing) => missing.gene === gene);
  const changed = (advices: readonly Advice[]) => [
    ...new Set(
      advices
        .filter((advice) => changesTherapy(advice.action) && advice.genes.some((entry) => entry.gene === gene))
        .map(({ drug }) => drug.name),
    ),
  ];
  const affects = changed(today);
  const wantedFor = [
    ...new Set([
      ...untested.map(({ drug }) => drug.name),
      ...today
        .filter(
          (advice) => advice.coverage === 'not-tested' && advice.genes.some((entry) => entry.gene === gene && entry.phenotype === null),
        )
        .map(({ drug }) => drug.name),
    ]),
  ];
  const waits = today
    .filter(({ coverage, genes }) => coverage === 'not-tested' && genes.some((entry) => entry.gene === gene && entry.phenotype !== null))
    .map(({ drug, genes }) => ({ drug: drug.name, genes: genes.filter(({ phenotype }) => phenotype === null).map((entry) => entry.gene) }))
    .filter(({ drug, genes }) => genes.length > 0 && !affects.includes(drug));
  const unchanged = today
    .filter(({ coverage, action, genes }) => coverage === null && !changesTherapy(action) && genes.some((entry) => entry.gene === gene))
    .map(({ drug }) => drug.name)
    .filter((drug) => !affects.includes(drug) && !waits.some((other) => other.drug === drug));
  return {
    gene,
    results,
    waits: [...new Map(waits.map((wait) => [wait.drug, wait])).values()],
    unchanged: [...new Set(unchanged)],
    conflict: results.some(({ state }) => state === 'conflict') || differ(results),
    affects,
    wouldAffect: changed(report.drugs).filter((name) => !affects.includes(name)),
    pending: report.warnings.some(({ pending }) => pending?.includes(gene) === true),
    untested,
    wantedFor,
    // What a result says of itself is not said again.
    warnings: warnings.filter(({ message }) => !results.some(({ notes = [] }) => notes.includes(message))),
    stale: warnings.find(({ code }) => code === 'stale') ?? null,
    state: stateOf(results, affects.length > 0, untested, wantedFor.length > 0),
  };
}

function stateOf(results: readonly Gene[], changesDrug: boolean, untested: readonly Untested[], wanted: boolean): GeneState {
  // A measurement that is on file and not interpreted is a result that cannot be used, not the lack of one.
  if (results.length === 0) return untested.some(({ measured }) => measured !== undefined) ? 'unreadable' : 'not-tested';
  if (results.some(isUnreadable) || differ(results)) return 'unreadable';
  if (changesDrug) return 'actionable';
  const phenotypes = results.map((result) => (result.adjusted ?? result).phenotype);
  if (phenotypes.every(isNormalPhenotype)) return wanted ? 'not-tested' : 'normal';
  return phenotypes.every((phenotype) => phenotype === null || isNormalPhenotype(phenotype) || NEITHER.test(phenotype))
    ? 'unclassed'
    : 'variant';
}

export function isUnreadable(result: Gene): boolean {
  if (result.state !== 'called') return true;
  if (result.phenotype === null) return result.diplotype === null;
  return UNREADABLE.test(result.phenotype);
}

function differ(results: readonly Gene[]): boolean {
  return new Set(results.map(({ phenotype }) => phenotype)).size > 1;
}
