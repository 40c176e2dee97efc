/** The Genes list, and the five states of a result that must never look alike: normal, actionable, not tested, unreadable, stale. */
import type { DataWarning, Gene, PanelReport, Untested } from '../data/panel-report.ts';
import { changesTherapy } from './severity.ts';

export type GeneState = 'normal' | 'actionable' | 'variant' | 'not-tested' | 'unreadable';

export interface GeneRow {
  readonly gene: string;
  /** `variant`: neither normal nor changing a drug of today. */
  readonly state: GeneState;
  /** A result can be old and still be any of the above; then both are shown. */
  readonly stale: DataWarning | null;
  /** One, or several where laboratories disagree. */
  readonly results: readonly Gene[];
  /** Drugs of this report whose advice this gene changes. */
  readonly affects: readonly string[];
  readonly untested: readonly Untested[];
  /** Drugs of this report for which a result would matter. */
  readonly wantedFor: readonly string[];
  readonly warnings: readonly DataWarning[];
}

const NORMAL = /(^|\s)normal\b|\bnegative\b/i;
const UNREADABLE = /\b(indeterminate|uninterpretable|unknown|no call|not called|failed|ambiguous|conflict)/i;

export function isNormalPhenotype(phenotype: string | null): boolean {
  return phenotype !== null && NORMAL.test(phenotype) && !UNREADABLE.test(phenotype);
}

export function geneRows(report: PanelReport): readonly GeneRow[] {
  const uncovered = report.drugs
    .filter(({ coverage }) => coverage === 'not-tested')
    .flatMap(({ genes }) => genes.filter(({ phenotype }) => phenotype === null).map(({ gene }) => gene));
  const names = [...new Set([...report.genes.map(({ gene }) => gene), ...report.untested.map(({ gene }) => gene), ...uncovered])];
  return names
    .map((gene) => geneRow(report, gene))
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.gene.localeCompare(b.gene, 'en'));
}

const ORDER: readonly GeneState[] = ['actionable', 'unreadable', 'not-tested', 'variant', 'normal'];

function geneRow(report: PanelReport, gene: string): GeneRow {
  const results = report.genes.filter((result) => result.gene === gene);
  const references = new Set(results.flatMap((result) => result.evidence.map(({ reference }) => reference)));
  const warnings = report.warnings.filter(
    (warning) => (warning.reference !== undefined && references.has(warning.reference)) || mentions(warning.message, gene),
  );
  const untested = report.untested.filter((missing) => missing.gene === gene);
  const affects = report.drugs
    .filter((advice) => changesTherapy(advice.action) && advice.genes.some((entry) => entry.gene === gene))
    .map(({ drug }) => drug.name);
  return {
    gene,
    results,
    affects: [...new Set(affects)],
    untested,
    wantedFor: [
      ...new Set([
        ...report.untested.filter((missing) => missing.gene === gene).map(({ drug }) => drug.name),
        ...report.drugs
          .filter((advice) => advice.coverage === 'not-tested' && advice.genes.some((entry) => entry.gene === gene))
          .map(({ drug }) => drug.name),
      ]),
    ],
    warnings,
    stale: warnings.find(({ code }) => code === 'stale') ?? null,
    state: stateOf(results, affects.length > 0, untested),
  };
}

function stateOf(results: readonly Gene[], changesDrug: boolean, untested: readonly Untested[]): GeneState {
  // A measurement that is on file and not interpreted is a result that cannot be used, not the lack of one.
  if (results.length === 0) return untested.some(({ measured }) => measured !== undefined) ? 'unreadable' : 'not-tested';
  if (results.some(isUnreadable) || differ(results)) return 'unreadable';
  if (changesDrug) return 'actionable';
  return results.every((result) => isNormalPhenotype((result.adjusted ?? result).phenotype)) ? 'normal' : 'variant';
}

export function isUnreadable(result: Gene): boolean {
  if (result.state !== 'called') return true;
  if (result.phenotype === null) return result.diplotype === null;
  return UNREADABLE.test(result.phenotype);
}

function differ(results: readonly Gene[]): boolean {
  return new Set(results.map(({ phenotype }) => phenotype)).size > 1;
}

function mentions(message: string, gene: string): boolean {
  return new RegExp(`(^|[^A-Za-z0-9-])${gene.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}($|[^A-Za-z0-9-])`).test(message);
}
