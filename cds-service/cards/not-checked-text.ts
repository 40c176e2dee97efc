/** What could not be checked, as one line of a card. */
import type { DetailLine } from './detail.ts';
import { escapeMarkdown } from './markdown.ts';
import type { CardContext, CardDraft } from './types.ts';

/** `missing`: the card says that a result is missing, so that it tells also where nobody looked for it. */
export function notCheckedLine({ notChecked, alsoUnread = [] }: CardContext, missing = false): DetailLine[] {
  const parts = [...notChecked, ...alsoUnread.filter(({ unasked }) => missing || unasked !== true).map(({ text }) => text)];
  return parts.length === 0 ? [] : [{ label: 'Not checked', sentences: [escapeMarkdown(`${notCheckedText(parts)}.`)], keep: 1 }];
}

/** How a card says that there is no result: of the whole chart only where nothing of it was left out. */
export type Whereabouts = 'on file' | 'found';

export function whereabouts({ alsoUnread = [] }: Pick<CardContext, 'alsoUnread'>): Whereabouts {
  return alsoUnread.length === 0 ? 'on file' : 'found';
}

/** A summary that says so, and what an override of it goes by. */
export function summaryOfMissing(
  context: Pick<CardContext, 'alsoUnread'>,
  inWords: (where: Whereabouts) => string,
): Pick<CardDraft, 'summary' | 'summaryOfWhole'> {
  const [summary, whole] = [inWords(whereabouts(context)), inWords('on file')];
  return summary === whole ? { summary } : { summary, summaryOfWhole: whole };
}

/** Marks the card that has the line of {@link notCheckedLine}. */
export function tellsNotChecked({ notChecked }: CardContext): Pick<CardDraft, 'tellsNotChecked'> {
  return notChecked.length === 0 ? {} : { tellsNotChecked: true };
}

/**
 * Parts of the chart with the reason in parentheses, `laboratory results (no answer in time)`: a reason that several share is said
 * once, at the place of the first of them.
 */
export function notCheckedText(parts: readonly string[]): string {
  const byReason = new Map<string, string[]>();
  for (const part of parts) {
    const [, name = part, reason] = /^([^()]*) \(([^()]*)\)$/.exec(part) ?? [];
    const key = reason ?? `(${part})`;
    byReason.set(key, [...(byReason.get(key) ?? []), name]);
  }
  return [...byReason].map(([reason, names]) => (reason.startsWith('(') ? names.join('; ') : withReason(names, reason))).join('; ');
}

function withReason(names: readonly string[], reason: string): string {
  if (names.length === 1) return `${names.join('')} (${reason})`;
  const last = names.at(-1) ?? '';
  if (names.length === 2) return `${names[0] ?? ''} and ${last} (both: ${reason})`;
  return `${names.slice(0, -1).join(', ')}, and ${last} (all: ${reason})`;
}
