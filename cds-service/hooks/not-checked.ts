/** What of the chart could not be read for a call, in words for a clinician, and the card that says so when nothing else does. */
import { notCheckedText } from '../cards/index.ts';
import type { CardContext, CardDraft, HookName, ServiceFamily } from '../cards/types.ts';
import type { ChartPart } from '../ehr/chart-part.ts';
import type { Chart } from '../ehr/chart.ts';
import type { FurtherQuery } from '../ehr/further.ts';
import { namesThisPatient } from '../ehr/right-patient.ts';
import type { PatientReport } from '../report/types.ts';
import type { DraftOrders } from './draft-orders.ts';
import { isObject, type Json } from './hook-request.ts';
import { serviceCard } from './service-cards.ts';
import { PREFETCH, type PrefetchEntry, type PrefetchKey } from './prefetch-keys.ts';

export interface UnreadPart {
  /** `laboratory results (not permitted)`. */
  readonly text: string;
  /** Guidance or silence may mislead without it: said by a card of its own when no other card says it. */
  readonly mustSay: boolean;
  /** Looked for beside what every call needs: `unread` where nobody answered, `unasked` where nobody asked. */
  readonly beside?: 'unread' | 'unasked';
}

/**
 * A part that failed is always listed. A part that the site does not send is a setting of the site: it is listed only where
 * guidance leans on it, and never makes a card alone.
 */
export function unreadParts(chart: Chart<PrefetchKey>, orders: DraftOrders, family: ServiceFamily): UnreadPart[] {
  const unread: UnreadPart[] = [];
  for (const [key, part] of chart.parts) {
    const { label, essential, history }: PrefetchEntry = PREFETCH[key];
    const leantOn = essential || (history === true && family === 'oncology');
    if (part.state === 'absent' && leantOn) unread.push({ text: `${label} (not sent)`, mustSay: false });
    else if (part.state === 'failed') unread.push({ text: `${label} (${part.why})`, mustSay: essential });
    else if (part.state === 'incomplete') unread.push({ text: `${label} (only in part)`, mustSay: essential });
  }
  unread.push(...unreadOrders(orders));
  if (chart.otherPatient > 0)
    unread.push({ text: `${counted(chart.otherPatient, 'record that names', 'records that name')} another patient`, mustSay: true });
  return unread;
}

/**
 * A further search that was not answered, or not whole; `undefined`: that was not made, or that the server does not know. Most charts hold nothing there,
 * so that it is no reason for a card, and none to hold one back.
 */
export function unreadFurther({ label }: Pick<FurtherQuery, 'label'>, part?: ChartPart): UnreadPart[] {
  if (label === undefined) return [];
  if (part === undefined) return [{ text: `${label} (not searched for)`, mustSay: false, beside: 'unasked' }];
  return [{ text: `${label} (${part.state === 'failed' ? part.why : 'only in part'})`, mustSay: false, beside: 'unread' }];
}

/** All came with the call, or nothing may be read: no further search was made. */
export const NOTHING_FURTHER_ASKED = unreadFurther({ label: 'genetic results and reports filed under another category or none' });

/** As cards are told of it: what makes a check incomplete, and what was only looked for beside. */
export function unreadInContext(unread: readonly UnreadPart[]): Pick<CardContext, 'notChecked' | 'alsoUnread'> {
  const also = unread.flatMap(({ text, beside }) =>
    beside === undefined ? [] : [{ text, ...(beside === 'unasked' ? { unasked: true as const } : {}) }],
  );
  const notChecked = unread.flatMap(({ text, beside }) => (beside === undefined ? [text] : []));
  return { notChecked, ...(also.length === 0 ? {} : { alsoUnread: also }) };
}

/** Drugs of the chart without a name. `asked`: their names were asked for and not to be had; what a site does not send is its setting. */
export function unnamedDrugs(count: number, asked: boolean): UnreadPart[] {
  if (count === 0) return [];
  const names = count === 1 ? 'the name of 1 drug' : `the names of ${count} drugs`;
  return [{ text: `${PREFETCH.medications.label} (${names} could not be read)`, mustSay: asked }];
}

/** Results that a genetic report on file names, and that nobody has read. */
export function unreadOfReports(count: number): UnreadPart[] {
  if (count === 0) return [];
  return [{ text: `${PREFETCH.genomics.label} (${count} that a genetic report names could not be read)`, mustSay: true }];
}

/** What stands against another drug stands in these, beside the conditions: an allergy, an operation that is to come or was. */
const BEHIND_A_CHOICE: readonly PrefetchKey[] = ['procedures', 'allergies'];

/** Parts that were not sent and that the choice of another drug leans on. */
export function unsentBehindChoice({ parts }: Pick<Chart<PrefetchKey>, 'parts'>): UnreadPart[] {
  return BEHIND_A_CHOICE.filter((key) => parts.get(key)?.state === 'absent').map((key) => ({
    text: `${PREFETCH[key].label} (not sent)`,
    mustSay: false,
  }));
}

/** Whether a card offers another drug in the place of its order, by a suggestion or in words. */
export function offersAnotherDrug({ order, suggestions }: CardDraft, { pgx }: Pick<PatientReport, 'pgx'>): boolean {
  return (
    suggestions.some(({ actions }) =>
      actions.some((action) => action.type === 'create' && action.resource['resourceType'] === 'MedicationRequest'),
    ) || pgx.drugs.some((advice) => order !== undefined && advice.order === order && advice.alternatives.some(({ ok }) => ok))
  );
}

/** Orders that could not be checked whatever the chart holds. */
export function unreadOrders({ otherPatient, notSent, notRead }: Pick<DraftOrders, 'otherPatient' | 'notSent' | 'notRead'>): UnreadPart[] {
  const unread: UnreadPart[] = [];
  if (otherPatient > 0)
    unread.push({ text: `${counted(otherPatient, 'order that names', 'orders that name')} another patient`, mustSay: true });
  if (notSent > 0)
    unread.push({
      text: `${counted(notSent, 'selected order that was', 'selected orders that were')} not sent with the call`,
      mustSay: true,
    });
  if (notRead > 0)
    unread.push({
      text: `${counted(notRead, 'entry that is', 'entries that are')} no medication order (a dispense, a supply, an administration or a statement)`,
      mustSay: true,
    });
  return unread;
}

/**
 * What the reader left out because it does not name this patient: a reference in a form that names nobody (`urn:uuid:…`, an id alone), or
 * a group. A result of a fetus or a donor, filed under this patient as it should be, is left out without a word.
 */
export function unreadSubjects({ warnings }: Pick<PatientReport, 'warnings'>, resources: readonly Json[], patientId: string): UnreadPart[] {
  const foreign = warnings.flatMap(({ code, reference }) => (code === 'wrong-patient' && reference !== undefined ? [reference] : []));
  if (foreign.length === 0) return [];
  const own = new Set(
    resources
      .filter((resource) => namesThisPatient(resource, patientId) && (resource.focus !== undefined || !isIdentified(resource)))
      .map(({ resourceType, id }) => `${String(resourceType)}/${String(id)}`),
  );
  const count = foreign.filter((reference) => !own.has(withoutFragment(reference))).length;
  if (count === 0) return [];
  return [{ text: `${counted(count, 'record or order that does', 'records or orders that do')} not name this patient`, mustSay: true }];
}

/** Not by a pattern: one would begin anew at each sign of an address made to be slow. */
const withoutFragment = (reference: string): string => reference.split('#', 1)[0] ?? reference;

/** Named by a business identifier beside the reference: the two may contradict each other. */
function isIdentified({ subject, patient }: Json): boolean {
  return [subject, patient].some((named) => isObject(named) && named.identifier !== undefined);
}

/** An info card when the call was about orders, and none of them could be looked at; null when there was nothing to look at. */
export function uncheckedOrdersCard(unread: readonly UnreadPart[], hook: HookName): CardDraft | null {
  if (unread.length === 0) return null;
  return {
    ...serviceCard({
      summary: 'Genehook could not check this order; the order it was asked about could not be used',
      detail: `Not checked: ${notCheckedText(unread.map(({ text }) => text))}.\n\nNo result on file was looked at for this call.`,
      topic: 'notchecked',
      hook,
      display: 'Order not checked',
    }),
    tellsNotChecked: true,
  };
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** An info card when something essential was not read; null otherwise. */
export function unreadCard(unread: readonly UnreadPart[], hook: HookName): CardDraft | null {
  if (!unread.some(({ mustSay }) => mustSay)) return null;
  const told = unread.filter(({ beside }) => beside !== 'unasked');
  return {
    ...serviceCard({
      summary: 'Genehook could check this only in part: some of the chart could not be read',
      detail: `Not checked: ${notCheckedText(told.map(({ text }) => text))}.\n\nNo advice does not mean that no result is on file.`,
      topic: 'notchecked',
      hook,
      display: 'Part of the chart not read',
    }),
    tellsNotChecked: true,
  };
}

/** Whether one of the cards that go out says that something was not read. */
export function sayUnread(cards: readonly CardDraft[]): boolean {
  return cards.some(({ tellsNotChecked }) => tellsNotChecked === true);
}
