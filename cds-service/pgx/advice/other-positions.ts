/** What the other bodies say of the same drug, where they differ from the leading advice. */
import type { DoseFigures } from '../../knowledge/pgx/types.ts';
import type { AdviceAction, DrugAdvice } from '../../report/types.ts';
import { citationOf } from './citation.ts';
import { doseAdvice } from './dose.ts';
import type { AdvicePatient } from './patient.ts';
import type { Branch, DrugQuestion } from './question.ts';
import { recommendationText } from './wording/recommendation.ts';

type Position = NonNullable<DrugAdvice['otherPositions']>[number];

export function otherPositions(patient: AdvicePatient, question: DrugQuestion, lead: DrugAdvice, branches: readonly Branch[]): Position[] {
  const { index, chart } = patient;
  const positions = branches.flatMap(({ match }): Position[] => {
    if (match.kind !== 'row') return [];
    const { row } = match;
    if (plain(row.action) === plain(lead.action) && sameDose(row.dose, lead.dose)) return [];
    const dose = doseAdvice(row, question.order, chart, index.knowledge.clinical.strengths);
    return [{ body: row.body, action: row.action, text: recommendationText(row, dose, undefined), source: citationOf(row, index) }];
  });
  return [...new Map(positions.map((position) => [`${position.body}|${position.text}`, position])).values()];
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
