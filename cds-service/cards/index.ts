/** The door of the cards room: a report in, what to say (or silence) out. Pure. */
import type { PatientReport } from '../report/types.ts';
import type { CardContext, CardDraft } from './types.ts';
import { oncologyCards } from './oncology.ts';
import { pgxCards } from './pgx.ts';
import { withPredictions } from './prediction-line.ts';

export type * from './types.ts';
export { notCheckedText } from './not-checked-text.ts';
export { TEST_REASONS, TREATMENT_REASONS } from './override-reasons.ts';
export { TOPIC_SYSTEM } from './topic.ts';

/**
 * What to say to the clinician at this hook, most urgent first; empty when nothing would change. Pure: the same report and context
 * give the same cards.
 */
export function toCards(report: PatientReport, context: CardContext): CardDraft[] {
  return withPredictions(context.family === 'pgx' ? pgxCards(report, context) : oncologyCards(report, context), report);
}
