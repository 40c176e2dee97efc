/** Orders of one drug that follow each other are one course: in a chart every renewal is an order of its own. */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import { daysBetween } from './days.ts';

export interface Course {
  /** Days on which it was begun, and until which it is known to have been taken. */
  readonly from: string;
  readonly until: string;
  /** Taken now: still on the list, or its last order has run out so lately that the next one continues it. */
  readonly running: boolean;
}

/** How late the next order may come and still continue the one before: doses left over, a refill picked up late. Limits of our own. */
const LATE_DAYS = 30;
/** The same counted from the order's own day where it does not say how long it lasts: three months, and what may come late. */
const UNSTATED_DAYS = 120;

/**
 * The courses that a drug's records make, oldest first. A record that is over without a recorded end shows intake of no more than its first day; the
 * next that follows it shows that it went on.
 */
export function coursesOf(records: readonly MedicationFact[], asOf: string): Course[] {
  return joined(records, asOf, false);
}

/** The same of what is taken regularly: neither what is taken as needed nor a statement of unknown status counts. */
export const steadyCourses = (records: readonly MedicationFact[], asOf: string): Course[] => joined(records.filter(isSteady), asOf, false);

/** The same where the courses have to show that nothing was left out: an order that nobody closed counts as long as what was supplied lasts. */
export const regularCourses = (records: readonly MedicationFact[], asOf: string): Course[] => joined(records.filter(isSteady), asOf, true);

const isSteady = ({ asNeeded, status, resourceType }: MedicationFact): boolean =>
  asNeeded !== true && !(resourceType === 'MedicationStatement' && status === 'unknown');

function joined(records: readonly MedicationFact[], asOf: string, bySupply: boolean): Course[] {
  const dated = records
    .flatMap((record) => {
      const from = (record.start ?? record.authored)?.slice(0, 10);
      return from === undefined || from > asOf ? [] : [{ record, from }];
    })
    .toSorted((a, b) => a.from.localeCompare(b.from));
  const courses: (Course & { readonly reaches: string })[] = [];
  for (const { record, from } of dated) {
    const lapsed =
      bySupply && record.role === 'current' && record.supplyDays !== undefined && plus(from, record.supplyDays + LATE_DAYS) < asOf;
    // One dose that nobody closed shows a day of intake, however long it stands on the list.
    const once = record.dose?.single === true;
    const current = record.role === 'current' && !lapsed && !once;
    const until = once ? from : lapsed ? plus(from, record.supplyDays ?? 0) : lastDay(record, from, asOf);
    const reaches = reach(record, from, until, asOf);
    const before = courses.at(-1);
    if (before === undefined || before.reaches < from) courses.push({ from, until, running: current, reaches });
    else
      courses[courses.length - 1] = {
        from: before.from,
        until: later(before.until, until),
        // A single order that is over says nothing of today, nor does one that was stopped or held; a renewal that has lately run out does.
        running: before.running || current || (record.status === 'completed' && from > before.from && reaches >= asOf),
        reaches: later(before.reaches, reaches),
      };
  }
  return courses.map(({ from, until, running }) => ({ from, until: running ? asOf : until, running }));
}

function lastDay({ role, end }: MedicationFact, from: string, asOf: string): string {
  if (end !== undefined && end.slice(0, 10) < asOf) return later(from, end.slice(0, 10));
  return role === 'current' || end !== undefined ? asOf : from;
}

/** The last day on which another order continues this one. */
function reach({ end, supplyDays }: MedicationFact, from: string, until: string, asOf: string): string {
  if (end !== undefined) return later(plus(end.slice(0, 10), LATE_DAYS), until);
  return later(plus(from, supplyDays === undefined ? UNSTATED_DAYS : supplyDays + LATE_DAYS), until === asOf ? asOf : until);
}

const later = (a: string, b: string): string => (a > b ? a : b);

function plus(day: string, days: number): string {
  const start = Date.parse(day);
  return Number.isFinite(start) ? new Date(start + days * 86_400_000).toISOString().slice(0, 10) : day;
}

/** Days of the longest course; undefined when nothing shows that it was taken on more than one day. */
export function longestDays(courses: readonly Course[]): number | undefined {
  const lengths = courses.flatMap(({ from, until }) => (until > from ? (daysBetween(from, until) ?? []) : []));
  return lengths.length === 0 ? undefined : Math.max(...lengths);
}
