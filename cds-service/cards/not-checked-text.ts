/** What could not be checked, as one line of a card. */
import type { DetailLine } from './detail.ts';
import { escapeMarkdown } from './markdown.ts';
import type { CardContext, CardDraft } from './types.ts';

export function notCheckedLine({ notChecked }: CardContext): DetailLine[] {
  return notChecked.length === 0 ? [] : [{ label: 'Not checked', sentences: [escapeMarkdown(`${notCheckedText(notChecked)}.`)], keep: 1 }];
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
