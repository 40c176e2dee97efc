/** One row, one patient, one report: what differs, in classes. */
import type { DrugAdvice, PatientReport } from '../../cds-service/report/index.ts';
import type { Context } from './context.ts';
import type { ExpectedRow } from './expected.ts';
import type { Told } from './shapes.ts';
import type { GeneState } from './states.ts';

export interface Difference {
  readonly kind: 'no advice' | 'no branch' | 'action' | 'strength' | 'figure' | 'phenotype' | 'score' | 'gene missing';
  readonly detail: string;
}

export function compareGene(report: PatientReport, state: GeneState, told: Told): Difference[] {
  const found = report.pgx.genes.filter(({ gene }) => gene === state.gene);
  const [gene] = found;
  if (gene === undefined) return [{ kind: 'gene missing', detail: state.gene }];
  const differences: Difference[] = [];
  if (state.phenotype !== null && (gene.phenotype ?? 'Indeterminate') !== state.phenotype)
    differences.push({ kind: 'phenotype', detail: `${gene.gene} ${gene.phenotype ?? gene.state} instead of ${state.phenotype}` });
  if (told !== 'phenotype' && state.score !== null && gene.activityScore !== state.score)
    differences.push({ kind: 'score', detail: `${gene.gene} ${gene.activityScore ?? 'none'} instead of ${state.score}` });
  return differences;
}

/** `rows` are all rows that the shape leaves possible: one where it tells the result, several where it tells a phenotype only. */
export function compareDrug(report: PatientReport, rows: readonly ExpectedRow[], context: Context): Difference[] {
  const [row] = rows;
  if (row === undefined) return [];
  const all = report.pgx.drugs.filter(({ drug }) => drug.name === row.drug);
  if (all.length === 0) return [{ kind: 'no advice', detail: row.drug }];
  const branch = all.find(({ population }) => context.branch.test(population));
  if (branch === undefined)
    return [{ kind: 'no branch', detail: `${row.population}: ${all.map(({ population }) => population).join(' | ')}` }];
  const same = rows.filter(({ action }) => action === branch.action);
  const wanted = [...new Set(rows.map(({ action }) => action))].join(' or ');
  if (same.length === 0)
    return [
      { kind: 'action', detail: `${branch.action}${branch.coverage === undefined ? '' : ` (${branch.coverage})`} instead of ${wanted}` },
    ];
  const strong = same.filter(({ strength }) => strength === branch.strength);
  if (strong.length === 0)
    return [{ kind: 'strength', detail: `${branch.strength} instead of ${same.map(({ strength }) => strength).join(' or ')}` }];
  return strong.some(({ percents }) => says(branch, percents))
    ? []
    : [{ kind: 'figure', detail: `${strong[0]?.percents.join('–') ?? ''} % not said: ${branch.dose?.text ?? branch.text}` }];
}

/** A percent is the cut or what remains. */
function says({ dose, text, implication }: DrugAdvice, percents: readonly number[]): boolean {
  if (percents.length === 0) return true;
  const words = `${dose?.text ?? ''} ${text} ${implication ?? ''}`;
  const said = (values: readonly number[]) => values.every((value) => new RegExp(`(?<![\\d.])${String(value)}(?![\\d.])`).test(words));
  return (
    said(percents) ||
    said(percents.map((value) => 100 - value)) ||
    said(percents.map((value) => value + 100)) ||
    said(percents.map((value) => value / 100))
  );
}
