/** No result of what the label asks for, in one sentence: what stands in its place, and what to do first. */
import { inWords, type JudgedOrder, type Reason } from '../oncology/index.ts';
import { withReadableDates } from './dates.ts';
import type { Whereabouts } from './not-checked-text.ts';
import { statedAlone } from './oncology-diagnosis-alone.ts';
import { shortChanges } from './short-changes.ts';
import { summaryText } from './summary.ts';

/** `asks`: "asks for", "ask for" of several drugs; `named`: the variants on file. `where`: "no result on file", or only "found". */
export function missingResultSummary(fit: JudgedOrder, asks: string, named: string, where: Whereabouts): string {
  const drug = fit.drug.name;
  const [why] = fit.because;
  const unread = fit.because.find((reason) => reason.kind === 'unread-report');
  if (unread !== undefined) {
    const { report, short } = unreadReportInWords(unread);
    return summaryText(
      withReadableDates(`No readable ${resultOf(fit.tests ?? [])}; ${report} is on file, unread: look there before ${drug}`),
      withReadableDates(`No readable result; ${report} is on file, unread: look there before ${drug}`),
      withReadableDates(`No readable result; ${short} is on file, unread: look there before ${drug}`),
    );
  }
  const stated = statedAlone(fit);
  if (stated !== undefined)
    return summaryText(
      withReadableDates(`${stated.finding} alone, no result ${where}: look at the report before ${drug}`),
      `${(fit.tests ?? []).join(', ')} stated by the ${stated.by} alone: look at the report before ${drug}`,
    );
  if (why?.kind === 'does-not-settle')
    return summaryText(
      withReadableDates(`${inWords(why)}: test further before ${drug}`),
      `Results on file do not settle it: test before ${drug}`,
    );
  if (why?.kind === 'germline-not-shown')
    return summaryText(`${named === '' ? 'Variant' : named}: germline origin not shown; confirm it before ${drug}`);
  // "MSI on file (stable)": a result that answers one half of the label's question with no.
  const ruledOut = fit.because.find((reason) => reason.kind === 'not-asked');
  if (ruledOut !== undefined)
    return summaryText(
      `${ruledOut.result} is not what ${drug} ${asks} for; no ${testsInWords(fit.tests ?? [])} result ${where}`,
      noResult(fit, where),
    );
  if (fit.because.some(({ kind }) => kind === 'gene-unknown'))
    return summaryText(`No readable ${(fit.tests ?? []).join(', ')} result on file: look at the report before ${drug}`);
  if (why?.kind === 'copies-only')
    return summaryText(
      `${why.gene} amplification found, but ${drug} ${asks} for ${fit.biomarker ?? 'another test'}: test first`,
      `${why.gene} amplification found; the label asks for ${fit.biomarker ?? 'another test'}: test first`,
    );
  if (why?.kind === 'gene-only')
    return summaryText(
      `${geneOnFile(why)}, but ${drug} ${asks} for ${fit.biomarker ?? why.test}: test ${why.test} first`,
      `${geneOnFile(why)}, which is no ${why.test} result: test ${why.test} before ${drug}`,
      `Of ${why.test} only a result of its gene is on file: test ${why.test} before ${drug}`,
    );
  return summaryText(withUnsettled(fit, where), noResult(fit, where), `No qualifying biomarker result ${where}: test before ${drug}`);
}

/** "FoundationOne CDx of 2026-05-04", "a genetic report of 2026-05-04". */
function unreadReportInWords({ name, day }: Extract<Reason, { kind: 'unread-report' }>): {
  readonly report: string;
  readonly short: string;
} {
  const ofDay = day === undefined ? '' : ` of ${day}`;
  return { report: `${name === '' ? 'a genetic report' : name}${ofDay}`, short: `a genetic report${ofDay}` };
}
/** More genes than these are not read in five seconds. */
const MOST_NAMED = 4;
function noResult({ tests = [], drug }: JudgedOrder, where: Whereabouts): string {
  if (tests.length === 0) return `No qualifying biomarker result ${where}: test before ${drug.name}`;
  return tests.length <= MOST_NAMED
    ? `No ${eitherOf(tests)} result ${where}: test before ${drug.name}`
    : `No result ${where} for ${testsInWords(tests)}: test before ${drug.name}`;
}
/** `KRAS or NRAS`: "no KRAS, NRAS result" leaves open whether one of them is on file. A pair ("ER and PR") is listed as it is. */
function eitherOf(tests: readonly string[]): string {
  if (tests.some((test) => test.includes(' and '))) return tests.join(', ');
  return tests.length < 2 ? tests.join('') : `${tests.slice(0, -1).join(', ')} or ${tests.at(-1) ?? ''}`;
}
/** A gene of the label whose test gave no result, or whose variant does not count, is named beside the one that was not tested. */
function withUnsettled(fit: JudgedOrder, where: Whereabouts): string {
  const { tests = [], because, drug } = fit;
  const failed = because.flatMap((reason) => (reason.kind === 'test-failed' ? [reason.gene] : []));
  const unclear = because.flatMap((reason) => (reason.kind === 'indeterminate' ? [reason.gene] : []));
  const unread = because.flatMap((reason) => (reason.kind === 'examined' ? reason.genes : []));
  const research = because.flatMap((reason) =>
    reason.kind === 'research-only' ? [`${reason.gene}${reason.said === '' ? '' : ` “${reason.said}”`}`] : [],
  );
  const dismissed = because.flatMap((reason) => {
    if (reason.kind !== 'no-basis') return [];
    const { gene, change, why } = reason;
    return [`${shortChanges(change.includes(gene) ? change : `${gene} ${change}`)} (${why.replace(/^of | by the laboratory$/g, '')})`];
  });
  const otherKind = because.flatMap((reason) => (reason.kind === 'other-kind' ? [reason] : []));
  const unsaid = because.flatMap((reason) => (reason.kind === 'presence-unsaid' ? [reason.change] : []));
  const besideGene = because.flatMap((reason) => (reason.kind === 'gene-only' || reason.kind === 'copies-only' ? [reason] : []));
  const ofGene = besideGene.map((reason) => `${geneOnFile(reason)}, which is no ${reason.test} result`);
  const open = [
    ...ofGene,
    ...unsaid.map((change) => `${shortChanges(change)} is on file without saying whether present`),
    ...otherKind.map(({ found, asked }) => `${shortChanges(found)} is on file but no test for ${asked} is shown`),
    ...failed.map((gene) => `the test of ${gene} gave no result`),
    ...unclear.map((gene) => `the ${gene} result is indeterminate`),
    ...(unread.length === 0
      ? []
      : [`the ${[...new Set(unread)].join(', ')} ${unread.length > 1 ? 'results' : 'result'} cannot be read here`]),
    ...research.map((result) => `${result} is for research use only`),
    ...dismissed.map((said) => `${said} ${/wild/i.test(fit.biomarker ?? '') ? 'does not settle it' : 'does not count'}`),
  ];
  // Of a long list the gene that was examined is the news.
  if (unread.length > 0 && tests.length > MOST_NAMED)
    return `${[...new Set(unread)].slice(0, 3).join(', ')} ${new Set(unread).size > 1 ? 'were' : 'was'} examined, no result readable here: look at the report before ${drug.name}`;
  if (open.length === 0 || tests.length > MOST_NAMED) return noResult(fit, where);
  if (ofGene.length === open.length) {
    const bare = tests.filter((test) => !besideGene.some((reason) => reason.test === test));
    return `No ${bare.join(', ')} result ${where}; ${ofGene.join('; ')}: test before ${drug.name}`;
  }
  return `No ${tests.join(', ')} result ${where}, and ${open.join(' and ')}: settle ${open.length > dismissed.length ? 'both' : 'it'} before ${drug.name}`;
}
/** "ERBB2 L755S on file"; "ERBB2 on file without a variant"; "ERBB2 amplification on file". */
function geneOnFile(reason: Extract<Reason, { kind: 'gene-only' | 'copies-only' }>): string {
  if (reason.kind === 'copies-only') return `${reason.gene} amplification on file`;
  return reason.found === undefined ? `${reason.gene} on file without a variant` : `${shortChanges(reason.found)} on file`;
}
/** "KRAS, NRAS result", "result for BRCA1, BRCA2 and 12 other genes of its label". */
const resultOf = (tests: readonly string[]): string =>
  tests.length <= MOST_NAMED ? `${testsInWords(tests)} result` : `result for ${testsInWords(tests)}`;
/** `BRCA1, BRCA2 and 12 other genes of its label`; a few are named each. */
export function testsInWords(tests: readonly string[]): string {
  return tests.length <= MOST_NAMED ? tests.join(', ') : `${tests.slice(0, 2).join(', ')} and ${tests.length - 2} other genes of its label`;
}
