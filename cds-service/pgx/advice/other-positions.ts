/** What the other bodies say of the same drug, where they differ from the leading advice. */
import type { DoseFigures, Recommendation } from '../../knowledge/pgx/types.ts';
import type { AdviceAction, DrugAdvice } from '../../report/types.ts';
import { citationOf } from './citation.ts';
import { doseAdvice } from './dose.ts';
import type { AdvicePatient } from './patient.ts';
import type { Branch, DrugQuestion } from './question.ts';
import { actionable } from './severity.ts';
import { recommendationText } from './wording/recommendation.ts';

type Position = NonNullable<DrugAdvice['otherPositions']>[number];

export function otherPositions(patient: AdvicePatient, question: DrugQuestion, lead: DrugAdvice, branches: readonly Branch[]): Position[] {
  const rows = branches.flatMap(({ match }) => (match.kind === 'row' ? [match.row] : []));
  const differing = rows.filter((row) => differs(row, lead) && !partial(row, rows, lead));
  const positions = differing.map((row) => position(patient, question, row));
  return [...new Map(positions.map((entry) => [`${entry.body}|${entry.text}`, entry])).values()];
}

/** The bodies whose own row asks for the same act, with this figure or another. */
export function alsoAskedBy(lead: DrugAdvice, branches: readonly Branch[]): string[] {
  if (!actionable(lead.action)) return [];
  return [...new Set(branches.flatMap(({ match }) => (match.kind === 'row' && match.row.action === lead.action ? [match.row.body] : [])))];
}

function differs(row: Recommendation, lead: DrugAdvice): boolean {
  if (plain(row.action) !== plain(lead.action)) return true;
  return plain(row.action) !== 'standard' && !sameDose(row.dose, lead.dose);
}

/** "No change" for one of several genes is no position on the drug when another gene asks for a change. */
function partial(row: Recommendation, rows: readonly Recommendation[], lead: DrugAdvice): boolean {
  if (plain(row.action) !== 'standard' || row.when.length >= lead.genes.length) return false;
  return rows.some((other) => other.body === row.body && plain(other.action) !== 'standard') || actionable(lead.action);
}

function position({ index, chart }: AdvicePatient, { order }: DrugQuestion, row: Recommendation): Position {
  const dose = doseAdvice(row, order, chart, index.knowledge.clinical);
  const text = row.action === 'no-recommendation' ? 'No change is asked for with this result.' : recommendationText(row, dose, undefined);
  return { body: row.body, action: row.action, text, source: citationOf(row, index) };
}

/** DPWG records "no action needed" as no recommendation: beside usual dosing this is no difference. */
function plain(action: AdviceAction): AdviceAction {
  return action === 'no-recommendation' ? 'standard' : action;
}

/** One body with a figure and one without say different things; two figures are the same within five percent points. */
function sameDose(a: DoseFigures | undefined, b: DrugAdvice['dose']): boolean {
  const figures = shareOf(a);
  const lead = b?.percent === undefined ? undefined : ([b.percent[0] / 100, b.percent[1] / 100] as const);
  if (figures === undefined || lead === undefined) return figures === lead && (b === undefined) === (a === undefined);
  return figures[0] <= lead[1] + 0.051 && figures[1] >= lead[0] - 0.051;
}

function shareOf(figures: DoseFigures | undefined): readonly [number, number] | undefined {
  return figures?.factorRange ?? (figures?.factor === undefined ? undefined : [figures.factor, figures.factor]);
}
