/** What was not checked and why: everything that must not be mistaken for "nothing found". */
import type { ReadReport } from '../data/panel-report.ts';
import { missingNames } from './drug-rows.ts';
import { geneRows } from './gene-rows.ts';

export type GapKind =
  | 'source-failed'
  | 'source-incomplete'
  | 'not-granted'
  | 'unknown-drug'
  | 'not-tested'
  | 'not-what-is-asked'
  | 'unreadable-result'
  | 'warning'
  | 'entries'
  | 'incomplete';

export interface Gap {
  readonly kind: GapKind;
  /** What it is about: a part of the chart, a drug, a gene, a warning code. */
  readonly subject: string;
  /** What is known about it; may be empty. */
  readonly text: string;
  readonly reference?: string;
}

const NEEDED = ['orders', 'pgx', 'oncology', 'trials', 'predictions', 'warnings'] as const;

/** `focus`: row of a drug that a card led to and that counts as one of today. */
export function unchecked(read: ReadReport, notGranted: readonly string[], focus: string | null = null): readonly Gap[] {
  const { report } = read;
  const gaps: Gap[] = [];
  // A service that says "this is all" and leaves out a part has not checked it.
  if (!read.complete || NEEDED.some((part) => !read.arrived.has(part))) gaps.push({ kind: 'incomplete', subject: '', text: '' });
  for (const { label, state, why, count } of read.sources) {
    if (state === 'failed' || state === 'unrecognised') gaps.push({ kind: 'source-failed', subject: label, text: why });
    if (state === 'incomplete') gaps.push({ kind: 'source-incomplete', subject: label, text: String(count) });
  }
  for (const type of notGranted) gaps.push({ kind: 'not-granted', subject: type, text: '' });
  for (const { ingredients, text, reference } of report.orders) {
    if (ingredients.length === 0) gaps.push({ kind: 'unknown-drug', subject: text, text: '', reference });
  }
  for (const { role, ingredients, text, references } of report.taken) {
    if (role !== 'current' || ingredients.length > 0) continue;
    const [reference] = references;
    gaps.push({ kind: 'unknown-drug', subject: text, text: '', ...(reference === undefined ? {} : { reference }) });
  }
  for (const row of geneRows(report, { focus })) {
    const drugs = row.wantedFor.join(', ');
    if (row.state === 'not-tested')
      gaps.push(
        row.results.length > 0
          ? { kind: 'not-what-is-asked', subject: row.gene, text: drugs }
          : { kind: 'not-tested', subject: missingNames(row.untested) || row.gene, text: drugs },
      );
    if (row.state === 'unreadable')
      gaps.push({
        kind: 'unreadable-result',
        subject: row.gene,
        text: [...row.results.flatMap(({ notes }) => notes ?? []), ...new Set(row.untested.flatMap(({ measured }) => measured ?? []))].join(
          ' ',
        ),
      });
  }
  for (const { code, message, reference } of report.warnings) {
    // A gene's note says it already: once is enough, with the result that the warning names.
    const said = gaps.findIndex(({ kind, text }) => kind === 'unreadable-result' && message !== '' && text.includes(message));
    const [gap] = said === -1 ? [] : gaps.slice(said, said + 1);
    if (gap !== undefined) gaps[said] = { ...gap, ...(reference === undefined ? {} : { reference }) };
    else gaps.push({ kind: 'warning', subject: code, text: message, ...(reference === undefined ? {} : { reference }) });
  }
  if (read.unreadable > 0) gaps.push({ kind: 'entries', subject: String(read.unreadable), text: '' });
  return gaps;
}
