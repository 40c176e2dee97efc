/** What the other bodies say of the same drug, where they differ from the leading advice. */
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
    if (plain(row.action) === plain(lead.action) && sameDose(row.dose?.factor, lead.dose?.factor)) return [];
    const dose = doseAdvice(row, question.order, chart, index.knowledge.clinical.strengths);
    return [{ body: row.body, action: row.action, text: recommendationText(row, dose, undefined), source: citationOf(row, index) }];
  });
  return [...new Map(positions.map((position) => [`${position.body}|${position.text}`, position])).values()];
}

/** DPWG records "no action needed" as no recommendation: beside usual dosing this is no difference. */
function plain(action: AdviceAction): AdviceAction {
  return action === 'no-recommendation' ? 'standard' : action;
}

function sameDose(a: number | undefined, b: number | undefined): boolean {
  return a === undefined || b === undefined || Math.abs(a - b) < 0.051;
}
