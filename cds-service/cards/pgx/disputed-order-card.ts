/**
 * An order whose code means another drug than its words: said once at the order, before any advice on either, and nothing of it can be exchanged by a
 * click. Said only where results are on file that the order was held to, as for an order that is not recognised.
 */
import { listWords } from '../../pgx/index.ts';
import type { PatientReport } from '../../report/types.ts';
import { detailText } from '../detail.ts';
import { escapeMarkdown } from '../markdown.ts';
import { summaryText } from '../summary.ts';
import { topicOf } from '../topic.ts';
import type { CardContext, CardDraft } from '../types.ts';
import { resultsOnFile } from './unrecognised-card.ts';

export function disputedOrderCards(report: PatientReport, context: CardContext): CardDraft[] {
  if (!resultsOnFile(report, context)) return [];
  const asked = new Set(context.orders);
  return report.orders.flatMap(({ reference, disputed }) => {
    if (disputed === undefined || !asked.has(reference)) return [];
    const { byCode, byText } = disputed;
    const [code, words] = [byCode.join(' + '), byText.join(' + ')];
    const summary =
      code === ''
        ? `The name in an order stands for different drugs (${byText.join(', ')}): verify which is meant`
        : words === ''
          ? `The codes of an order mean different drugs (${byCode.join(', ')}): verify which is meant`
          : `The order says ${words}, its code means ${code}: verify which drug is meant`;
    const card: CardDraft = {
      summary: summaryText(summary, 'The code of an order and its words mean different drugs: verify which is meant'),
      indicator: 'warning',
      detail: detailText([
        {
          label: 'Order',
          sentences: [escapeMarkdown(namesOf(byCode, byText))],
          keep: 1,
        },
        {
          label: 'Effect',
          sentences: [
            escapeMarkdown(`${listWords([...byText, ...byCode])} were each checked; what holds for one may not hold for the other.`),
          ],
          keep: 1,
        },
      ]),
      source: { label: 'Genehook', url: 'https://genehook.org' },
      topic: topicOf(['disputed', 'order'], 'Order names two drugs'),
      kind: 'disputed-order',
      ruleIds: ['disputed-order'],
      evidence: [],
      order: reference,
      suggestions: [],
      overrideReasons: [],
      links: [],
      panelTarget: { view: 'drugs' },
    };
    return [card];
  });
}

/** What the order's codes and words mean. A brand of several countries has no code beside it that would tell. */
function namesOf(byCode: readonly string[], byText: readonly string[]): string {
  if (byCode.length === 0) return `A brand that means ${listWords(byText, 'or')}, depending on the country.`;
  return byText.length === 0 ? `Codes: ${byCode.join(', ')}.` : `Words: ${byText.join(' + ')}. Code: ${byCode.join(' + ')}.`;
}

/** As long as it is not known which drug an order means, no button changes it. */
export function withoutChangeOfDisputed(cards: readonly CardDraft[], report: PatientReport): CardDraft[] {
  const disputed = new Set(report.orders.flatMap(({ reference, disputed: two }) => (two === undefined ? [] : [reference])));
  return cards.map((card) => (card.order !== undefined && disputed.has(card.order) ? { ...card, suggestions: [] } : card));
}
