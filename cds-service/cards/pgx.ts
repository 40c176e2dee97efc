/** Pharmacogenomic cards: one per order that needs a change, one line on opening the chart, silence otherwise. */
import type { PatientReport } from '../report/types.ts';
import { arrange } from './arrange.ts';
import { disputedOrderCards, withoutChangeOfDisputed } from './pgx/disputed-order-card.ts';
import { orderCard } from './pgx/order-card.ts';
import { findingsByOrder, type OrderFindings } from './pgx/order-findings.ts';
import { withOneReplacementEach } from './pgx/one-replacement.ts';
import { statusCard } from './pgx/status-card.ts';
import { incompleteCard, unrecognisedCard } from './pgx/unrecognised-card.ts';
import { unreadReportCard } from './pgx/unread-report-card.ts';
import type { CardContext, CardDraft } from './types.ts';

/** On order-select only the selections count; they are what `context.orders` holds. */
export function pgxCards(report: PatientReport, context: CardContext): CardDraft[] {
  if (context.hook === 'patient-view') return present([statusCard(report, context)]);
  const cards = withoutChangeOfDisputed(
    [...disputedOrderCards(report, context), ...orderCards(findingsByOrder(report, context), report, context)],
    report,
  );
  const incomplete = cards.length === 0 ? incompleteCard(report, context) : undefined;
  const unread = unreadReportCard(report, context, cards);
  return withOneReplacementEach(arrange(present([...cards, unread, unrecognisedCard(report, context), incomplete])));
}

/** One card per order, and one for all orders of which word for word the same is to be said: a bolus and an infusion of one drug. */
function orderCards(findings: readonly OrderFindings[], report: PatientReport, context: CardContext): CardDraft[] {
  const groups = new Map<string, OrderFindings[]>();
  for (const one of findings) {
    const card = orderCard(one, report, context);
    if (card === undefined) continue;
    const key = [card.topic.code, card.indicator, card.summary, ...card.ruleIds].join('|');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap(([first, ...alike]) =>
    present([first === undefined ? undefined : orderCard(first, report, context, alike)]),
  );
}

function present(cards: readonly (CardDraft | undefined)[]): CardDraft[] {
  return cards.filter((card) => card !== undefined);
}
