/** What the chart may hold and could not be read: nothing is said to be missing where the place it would stand in was not seen. */
import type { Advice, ChartSource, DataWarning, PanelReport, Untested } from './panel-report.ts';

export type Unread = PanelReport['unread'];

const RESULTS: ReadonlySet<string> = new Set(['genomics', 'laboratory', 'reports']);
const DRUGS: ReadonlySet<string> = new Set(['medications', 'statements']);

/** Said where the service read nothing but the patient because a consent forbids it: "not on file" would be untrue. */
const WITHHELD = 'everything but the patient, because a consent on file forbids it';

/** True when a consent of the patient kept the service from reading the chart. */
export function isWithheld(warnings: readonly Pick<DataWarning, 'code'>[]): boolean {
  return warnings.some(({ code }) => code === 'consent');
}

export function unreadParts(sources: readonly ChartSource[], withheld = false): Unread {
  if (withheld) return { results: [WITHHELD], drugs: [WITHHELD], tumour: [WITHHELD] };
  const unread = sources.filter(({ state }) => state === 'failed' || state === 'incomplete' || state === 'unrecognised');
  const of = (keys: ReadonlySet<string>) => unread.filter(({ key }) => keys.has(key)).map(({ label }) => label);
  return { results: of(RESULTS), drugs: of(DRUGS), tumour: of(new Set([...RESULTS, 'conditions'])) };
}

/** "Not tested" and "no result on file" become "not read" where the results were not, or not all, read: no test is asked for. */
export function withoutClaims<Report extends Pick<PanelReport, 'drugs' | 'untested' | 'unread'>>(report: Report): Report {
  if (report.unread.results.length === 0) return report;
  const drugs = report.drugs.map((advice) =>
    advice.coverage === 'not-tested' ? { ...advice, coverage: 'not-read' as const, text: '' } : advice,
  );
  return {
    ...report,
    drugs: [...drugs, ...report.untested.filter(({ measured }) => measured === undefined).map(notRead)],
    untested: report.untested.filter(({ measured }) => measured !== undefined),
  };
}

function notRead({ gene, allele = '', drug, order, source }: Untested): Advice {
  return {
    drug,
    ...(order === '' ? {} : { order }),
    genes: [{ gene: `${gene}${allele}`, phenotype: null, activityScore: null }],
    action: 'no-recommendation',
    actionText: 'no-recommendation',
    alsoAcceptable: [],
    alternatives: [],
    strength: 'none',
    population: '',
    source,
    text: '',
    ruleId: '',
    otherPositions: [],
    cautions: [],
    doubts: [],
    replaceFirst: [],
    coverage: 'not-read',
    phenoconversion: [],
    evidence: [],
  };
}
