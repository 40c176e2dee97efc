/**
 * What reaches the screen: most urgent first, at most one critical, at most three cards, the rest counted. What warns of an order that is about to
 * be signed is never among the rest: whoever signs five drugs has to hear of each that must change. Nor is an order whose check did not take place:
 * silence at an order reads as "checked, nothing found", so those beyond the limit share a card.
 */
import { detailText } from './detail.ts';
import { escapeMarkdown } from './markdown.ts';
import { summaryText } from './summary.ts';
import { topicOf } from './topic.ts';
import type { CardDraft } from './types.ts';

const RANK = { critical: 2, warning: 1, info: 0 } as const;
const MOST_CARDS = 3;

/** Severity, then alphabet; the same guidance for the same order only once. */
export function arrange(cards: readonly CardDraft[]): CardDraft[] {
  const unique = new Map(cards.map((card) => [`${card.topic.code}|${card.order ?? ''}`, card]));
  const sorted = [...unique.values()].sort(
    (a, b) =>
      RANK[b.indicator] - RANK[a.indicator] ||
      Number(isDisputed(b)) - Number(isDisputed(a)) ||
      Number(isDangerousUnread(b)) - Number(isDangerousUnread(a)) ||
      a.summary.localeCompare(b.summary) ||
      (a.order ?? '').localeCompare(b.order ?? ''),
  );
  const oneCritical = sorted.map((card, index): CardDraft =>
    index > 0 && card.indicator === 'critical' ? { ...card, indicator: 'warning' } : card,
  );
  const warned = oneCritical.filter(({ indicator, order }) => indicator !== 'info' && order !== undefined).length;
  const first = oneCritical.slice(0, Math.max(MOST_CARDS, warned));
  const unchecked = oneCritical.slice(first.length).filter(isUnchecked);
  const shown = [...first, ...collected(unchecked)];
  const more = oneCritical.length - first.length - unchecked.length;
  const last = shown.at(-1);
  if (more <= 0 || last === undefined) return shown;
  return [...shown.slice(0, -1), { ...last, detail: `${last.detail}\n\n${String(more)} more in the panel.` }];
}

/** One is shown as it is; of several one card names each. */
function collected(cards: readonly CardDraft[]): CardDraft[] {
  const [first, ...others] = cards;
  if (first === undefined || others.length === 0) return [...cards];
  const { order: _one, ...rest } = first;
  return [
    {
      ...rest,
      summary: summaryText(`${String(cards.length)} more orders not checked, or to be tested or clarified first`),
      detail: detailText([{ label: 'Orders', sentences: cards.map(({ summary }) => escapeMarkdown(`${summary}.`)), keep: cards.length }]),
      topic: topicOf(['unchecked', ...cards.map(({ topic }) => topic.code)], 'Orders not checked'),
      ruleIds: [...new Set(cards.flatMap(({ ruleIds }) => ruleIds))],
      evidence: [...new Set(cards.flatMap(({ evidence }) => evidence))],
      suggestions: [],
      links: [],
      panelTarget: { view: 'drugs' },
    },
  ];
}

/** Which drug is meant comes before what is to be said of either. */
const isDisputed = ({ kind }: CardDraft): boolean => kind === 'disputed-order';

const isUnchecked = ({ order, unsettled }: CardDraft): boolean => order !== undefined && unsettled !== undefined;

/** Of the notes those lead whose gene makes a first dose dangerous. */
const isDangerousUnread = ({ indicator, order, unsettled }: CardDraft): boolean =>
  indicator === 'info' && order !== undefined && unsettled?.dangerous === true;
