/** The drugs of a report that belong on paper: those of today, and those of which a result on file says something. */
import type { PanelReport } from '../data/panel-report.ts';
import { drugRows, isOfToday, isUncovered, isUntested } from './drug-rows.ts';

export interface Paper {
  readonly report: PanelReport;
  /** Drugs that nobody ordered and that nothing is known of: counted, not listed. */
  readonly leftOff: number;
}

/** The overview of every drug with a rule is for looking up; a board's paper would carry hundreds of lines without a finding. */
export function forPaper(report: PanelReport): Paper {
  const left = drugRows(report).filter((row) => !isOfToday(row) && (isUncovered(row) || isUntested(row)));
  if (left.length === 0) return { report, leftOff: 0 };
  const off = new Set(left.flatMap(({ advice }) => advice));
  return { report: { ...report, drugs: report.drugs.filter((advice) => !off.has(advice)) }, leftOff: left.length };
}
