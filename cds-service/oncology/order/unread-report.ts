/** No result of a gene, but a genetic report on file of which nothing could be read: it may hold the answer, so that no test is called missing. */
import type { PatientFacts } from '../../../fhir-profiles/index.ts';
import type { JudgedOrder } from '../reason/index.ts';
import { evidenceOf } from '../report-rows.ts';

/** Answered by a stain or another test than sequencing: a report of genes is not where they would stand. */
const STAINED: ReadonlySet<string> = new Set([
  'HER2',
  'ER',
  'PR',
  'ER and PR',
  'PD-L1',
  'FOLR1',
  'CLDN18.2',
  'CD20',
  'CD30',
  'CD19',
  'CD22',
  'CD33',
]);

export function besideUnreadReport(fit: JudgedOrder, { unreadReports = [] }: PatientFacts): JudgedOrder {
  const [first] = [...unreadReports].sort((a, b) => (b.source.issued ?? '').localeCompare(a.source.issued ?? ''));
  const missing = fit.because.some(({ kind }) => kind === 'none-on-file');
  if (first === undefined || fit.verdict !== 'biomarker-not-tested' || !missing || (fit.tests ?? []).every((test) => STAINED.has(test)))
    return fit;
  const day = first.source.issued?.slice(0, 10);
  return {
    ...fit,
    because: [{ kind: 'unread-report', name: first.name, ...(day === undefined ? {} : { day }) }, ...fit.because],
    evidence: [...fit.evidence, evidenceOf(first.source)],
  };
}
