/** Feedback as the standard has it and as EHRs really send it (plural member name, vendor extensions, extra members). */
import type { FeedbackRecord } from '../store/types.ts';
import { isObject, type Json, type Parsed } from './hook-request.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;
const MOST_ITEMS = 1000;
/** A store of dates holds none before the calendar begins, and no EHR is that old. */
const EARLIEST = Date.UTC(1900, 0, 1);
const EPIC = 'com.epic.cdshooks.feedback.overrideReason.';

export function parseFeedback(body: unknown, service: string, source: 'hook' | 'panel', now: Date): Parsed<FeedbackRecord[]> {
  if (!isObject(body)) return { ok: false, issues: ['The body must be a JSON object'] };
  const items = itemsOf(body);
  if (items === null) return { ok: false, issues: ['feedback is required and must be an array'] };
  if (items.length > MOST_ITEMS) return { ok: false, issues: [`feedback may hold at most ${MOST_ITEMS} items`] };
  const issues: string[] = [];
  const records: FeedbackRecord[] = [];
  items.forEach((item: unknown, index) => {
    const result = parseItem(item, service, source, now);
    if (result.ok) records.push(result.value);
    else issues.push(...result.issues.map((issue) => `feedback[${index}].${issue}`));
  });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: records };
}

/** Client libraries built on the drafts of 1.1 send the one item itself, in the place of the list or of the whole body. */
function itemsOf(body: Json): readonly unknown[] | null {
  const { feedback } = body;
  if (Array.isArray(feedback)) return feedback;
  if (isObject(feedback)) return [feedback];
  return feedback === undefined && 'card' in body && 'outcome' in body ? [body] : null;
}

function parseItem(item: unknown, service: string, source: 'hook' | 'panel', now: Date): Parsed<FeedbackRecord> {
  if (!isObject(item)) return { ok: false, issues: ['item must be an object'] };
  const issues: string[] = [];
  const { card, outcome, outcomeTimestamp: at } = item;
  if (!isText(card) || !CARD.test(card)) issues.push('card is required: the uuid of a card');
  if (outcome !== 'accepted' && outcome !== 'overridden') issues.push('outcome must be "accepted" or "overridden"');
  if (!isText(at) || !isInstant(at)) issues.push('outcomeTimestamp must be an instant with time zone');
  const accepted = acceptedIds(item.acceptedSuggestions);
  if (accepted === null || (outcome === 'accepted' && accepted.length === 0))
    issues.push('acceptedSuggestions must list at least one suggestion by id');
  const given = item.overrideReason ?? item.overrideReasons;
  const reason = readReason(given);
  if (given !== undefined && given !== null && reason === null)
    issues.push('overrideReason must hold a reason (code and system) or a userComment');
  if (issues.length > 0 || !isText(card) || !isText(at)) return { ok: false, issues };
  return {
    ok: true,
    value: {
      card: card.toLowerCase(),
      service,
      outcome: outcome === 'accepted' ? 'accepted' : 'overridden',
      at: notInFuture(new Date(at), now).toISOString(),
      acceptedSuggestions: accepted ?? [],
      ...reason,
      source,
    },
  };
}

/** An EHR echoes what it was sent, so any printable text will do; a zero character cannot be stored. */
const CARD = /^[^\p{Cc}]{1,200}$/u;

function isInstant(text: string): boolean {
  return INSTANT.test(text) && Date.parse(text) >= EARLIEST;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** An EHR's clock may run ahead; an outcome of the future would silence for longer than configured. */
function notInFuture(at: Date, now: Date): Date {
  return at > now ? now : at;
}

function acceptedIds(value: unknown): string[] | null {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return null;
  const ids = value.map((item: unknown) => (isObject(item) && isText(item.id) ? item.id.slice(0, 200) : null));
  return ids.some((id) => id === null) ? null : ids.filter((id) => id !== null);
}

type Reason = Pick<FeedbackRecord, 'reasonSystem' | 'reasonCode' | 'reasonDisplay' | 'comment'>;

function readReason(value: unknown): Reason | null {
  const given = Array.isArray(value) ? (value as readonly unknown[])[0] : value;
  if (!isObject(given)) return null;
  const comment = isText(given.userComment) ? { comment: given.userComment.slice(0, 10_000) } : {};
  const coded = codedReason(given.reason) ?? epicReason(given.extension);
  if (coded === null && given.reason !== undefined && given.reason !== null) return null;
  if (coded === null && comment.comment === undefined && !('userComment' in given)) return null;
  return { ...coded, ...comment };
}

function codedReason(reason: unknown): Reason | null {
  if (!isObject(reason) || !isText(reason.code) || !isText(reason.system)) return null;
  return {
    reasonSystem: reason.system.slice(0, 500),
    reasonCode: reason.code.slice(0, 200),
    ...(isText(reason.display) ? { reasonDisplay: reason.display.slice(0, 500) } : {}),
  };
}

/** Epic reports its own built-in reasons by extension, without `reason`. */
function epicReason(extension: unknown): Reason | null {
  if (!isObject(extension)) return null;
  const part = (name: string): string | undefined => textOf(extension, `${EPIC}${name}`);
  const code = part('reasonCategory') ?? part('reasonTitle') ?? part('reasonDisplay');
  if (code === undefined) return null;
  const display = part('reasonDisplay') ?? part('reasonTitle');
  return { reasonSystem: 'urn:epic:override-reason', reasonCode: code, ...(display === undefined ? {} : { reasonDisplay: display }) };
}

function textOf(extension: Json, name: string): string | undefined {
  const value = extension[name];
  return isText(value) || typeof value === 'number' ? String(value).slice(0, 200) : undefined;
}
