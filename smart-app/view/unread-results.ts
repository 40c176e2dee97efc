/** Results of genes or of the tumour that are on file and were not used: beside them nothing is "not on file". */
import type { DataWarning, PanelReport } from '../data/panel-report.ts';

/** Said of results that were used, or that are not this patient's. */
const USED: ReadonlySet<string> = new Set(['conflict', 'stale', 'wrong-patient', 'consent']);

/** Those that no gene of the report tells of, each message once. */
export function unreadResults({ warnings, genes }: Pick<PanelReport, 'warnings' | 'genes'>): readonly DataWarning[] {
  const told = new Set(genes.flatMap(({ evidence }) => evidence.map(({ reference }) => reference)).filter((reference) => reference !== ''));
  const open = warnings.filter(
    ({ genomic, code, reference, pending = [] }) =>
      genomic === true &&
      !USED.has(code) &&
      // Entered in error or cancelled: there is nothing on file. On its way is another matter.
      (code !== 'not-final' || pending.length > 0) &&
      !told.has(reference ?? ''),
  );
  return open.filter(({ message }, at) => open.findIndex((other) => other.message === message) === at);
}

/** True where a result may be there all the same: then "not on file" is not said. */
export function isPartlyRead(report: Pick<PanelReport, 'warnings' | 'genes' | 'unread'>): boolean {
  return report.unread.tumour.length > 0 || unreadResults(report).length > 0;
}
