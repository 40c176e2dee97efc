/** The drug × gene grid: which pairs have a rule, and the phenotype each rests on. */
import type { Converter, Gene, PanelReport } from '../data/panel-report.ts';
import type { DrugRow } from './drug-rows.ts';
import { geneRows, type GeneState } from './gene-rows.ts';

export const FILTERS = ['all', 'actionable', 'converted', 'not-tested'] as const;
export type GridFilter = (typeof FILTERS)[number];

export type GridCell =
  | { readonly kind: 'none' }
  | { readonly kind: 'untested' }
  /** There is a result and it cannot be used: never shown as not tested. */
  | { readonly kind: 'unreadable' }
  /** `after` is set when the current medication changes the phenotype; `by` names the medication, or `because` says it in words. */
  | {
      readonly kind: 'result';
      readonly before: string;
      readonly after: string | null;
      readonly because: readonly string[];
      readonly by: readonly Converter[];
    };

export interface GridColumn {
  readonly gene: string;
  readonly state: GeneState;
  readonly stale: boolean;
  readonly result: Gene | null;
}

export interface Grid {
  readonly genes: readonly GridColumn[];
  readonly lines: readonly { readonly row: DrugRow; readonly cells: readonly GridCell[] }[];
}

export function grid(report: PanelReport, rows: readonly DrugRow[], filter: GridFilter): Grid {
  const columns = geneRows(report, { everyDrug: true }).map(({ gene, state, stale, results }): GridColumn => ({
    gene,
    state,
    stale: stale !== null,
    result: results[0] ?? null,
  }));
  const lines = rows
    .map((row) => ({ row, cells: columns.map((column) => cellOf(row, column)) }))
    .filter(({ cells }) => cells.some(({ kind }) => kind !== 'none'))
    .filter(({ row, cells }) => passes(filter, row, cells));
  const used = columns.map((_, index) => lines.some(({ cells }) => cells[index]?.kind !== 'none'));
  return {
    genes: columns.filter((_, index) => used[index]),
    lines: lines.map(({ row, cells }) => ({ row, cells: cells.filter((_, index) => used[index]) })),
  };
}

function cellOf(row: DrugRow, { gene, result, state }: GridColumn): GridCell {
  // A pair that is only listed, without a recommendation, would not change with a test: it is no gap.
  const counts = row.advice.filter((advice) => advice.coverage !== 'not-covered');
  const pair = counts.flatMap((advice) => advice.genes).find((entry) => entry.gene === gene);
  if (pair === undefined) return row.untested.some((missing) => missing.gene === gene) ? { kind: 'untested' } : { kind: 'none' };
  const conversion = row.advice.flatMap((advice) => advice.phenoconversion).find((entry) => entry.gene === gene);
  if (conversion !== undefined) {
    return { kind: 'result', before: conversion.before ?? pair.phenotype ?? '–', after: conversion.after, because: [], by: conversion.by };
  }
  // Of two results that disagree neither is shown as the one that holds.
  if (state === 'unreadable' && pair.phenotype === null) return { kind: 'unreadable' };
  // What is on file may answer for another allele than the one that this drug asks for.
  if (
    pair.phenotype === null &&
    state !== 'unreadable' &&
    counts.some(({ coverage, genes }) => coverage === 'not-tested' && genes.includes(pair))
  )
    return { kind: 'untested' };
  const before = result?.phenotype ?? pair.phenotype;
  if (before === null) return { kind: result === null ? 'untested' : 'unreadable' };
  const after = result?.adjusted?.phenotype ?? null;
  return { kind: 'result', before, after: after === before ? null : after, because: result?.adjusted?.because ?? [], by: [] };
}

function passes(filter: GridFilter, row: DrugRow, cells: readonly GridCell[]): boolean {
  if (filter === 'actionable') return row.severity === 'stop' || row.severity === 'caution';
  if (filter === 'converted') return cells.some((cell) => cell.kind === 'result' && cell.after !== null);
  if (filter === 'not-tested') return cells.some(({ kind }) => kind === 'untested');
  return true;
}
