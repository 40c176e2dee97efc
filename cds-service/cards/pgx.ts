/** Pharmacogenomic cards: one per order that needs a change, one line on opening the chart, silence otherwise. */
import type { PatientReport } from '../report/types.ts';
import { arrange } from './arrange.ts';
import { orderCard } from './pgx/order-card.ts';
import { findingsByOrder } from './pgx/order-findings.ts';
import { statusCard } from './pgx/status-card.ts';
import { incompleteCard, unrecognisedCard } from './pgx/unrecognised-card.ts';
import type { CardContext, CardDraft } from './types.ts';

/** On order-select only the selections count; they are what `context.orders` holds. */
export function pgxCards(report: PatientReport, context: CardContext): CardDraft[] {
  if (context.hook === 'patient-view') return present([statusCard(report, context)]);
  const cards = present(findingsByOrder(report, context).map((findings) => orderCard(findings, report, context)));
  const incomplete = cards.length === 0 ? incompleteCard(report, context) : undefined;
  return arrange(present([...cards, unrecognisedCard(report, context), incomplete]));
}

function present(cards: readonly (CardDraft | undefined)[]): CardDraft[] {
  return cards.filter((card) => card !== undefined);
}
