/**
 * What reaches the screen: most urgent first, at most one critical, at most three cards, the rest counted. What warns of an order that is about to
 * be signed is never among the rest: whoever signs five drugs has to hear of each that must change.
 */
import type { CardDraft } from './types.ts';

const RANK = { critical: 2, warning: 1, info: 0 } as const;
const MOST_CARDS = 3;

/** Severity, then alphabet; the same guidance for the same order only once. */
export function arrange(cards: readonly CardDraft[]): CardDraft[] {
  const unique = new Map(cards.map((card) => [`${card.topic.code}|${card.order ?? ''}`, card]));
  const sorted = [...unique.values()].sort(
    (a, b) => RANK[b.indicator] - RANK[a.indicator] || a.summary.localeCompare(b.summary) || (a.order ?? '').localeCompare(b.order ?? ''),
  );
  const oneCritical = sorted.map((card, index): CardDraft =>
    index > 0 && card.indicator === 'critical' ? { ...card, indicator: 'warning' } : card,
  );
  const warned = oneCritical.filter(({ indicator, order }) => indicator !== 'info' && order !== undefined).length;
  const shown = oneCritical.slice(0, Math.max(MOST_CARDS, warned));
  const more = oneCritical.length - shown.length;
  const last = shown.at(-1);
  if (more <= 0 || last === undefined) return shown;
  return [...shown.slice(0, -1), { ...last, detail: `${last.detail}\n\n${String(more)} more in the panel.` }];
}
