/** No result of what the label asks for, in one sentence: what stands in its place, and what to do first. */
import type { OrderFit } from '../report/types.ts';
import { withReadableDates } from './dates.ts';
import { byDiagnosis, statedBy } from './oncology-diagnosis-alone.ts';
import { shortChanges } from './short-changes.ts';
import { summaryText } from './summary.ts';

/** `asks`: "asks for", "ask for" of several drugs; `named`: the variants on file. */
export function missingResultSummary(fit: OrderFit, asks: string, named: string): string {
  const drug = fit.drug.name;
  const [why = ''] = fit.because;
  const unread = fit.because.find(isUnreadReport);
  if (unread !== undefined) {
    const { report, short } = unreadReportInWords(unread);
    return summaryText(
      withReadableDates(`No readable ${testsInWords(fit.tests ?? [])} result; ${report} is on file, unread: look there before ${drug}`),
      withReadableDates(`No readable result; ${report} is on file, unread: look there before ${drug}`),
      withReadableDates(`No readable result; ${short} is on file, unread: look there before ${drug}`),
    );
  }
  if (byDiagnosis(fit) !== undefined)
    return summaryText(
      withReadableDates(`${byDiagnosis(fit) ?? ''}, no result on file: look at the report before ${drug}`),
      `${(fit.tests ?? []).join(', ')} stated by the ${statedBy(fit)} alone: look at the report before ${drug}`,
    );
  if (why.endsWith(' does not settle it'))
    return summaryText(withReadableDates(`${why}: test further before ${drug}`), `Results on file do not settle it: test before ${drug}`);
  if (/germline/.test(why)) return summaryText(`${named === '' ? 'Variant' : named}: germline origin not shown; confirm it before ${drug}`);
  if (ruledOut(fit) !== undefined)
    return summaryText(
      `${ruledOut(fit) ?? ''} is not what ${drug} ${asks} for; no ${testsInWords(fit.tests ?? [])} result on file`,
      noResult(fit),
    );
  if (fit.because.some((reason) => reason.startsWith('A variant whose gene cannot be told')))
    return summaryText(`No readable ${(fit.tests ?? []).join(', ')} result on file: look at the report before ${drug}`);
  if (why.includes(' amplification is on file, '))
    return summaryText(
      `${why.replace(/ is on file, .*/, ' found')}, but ${drug} ${asks} for ${fit.biomarker ?? 'another test'}: test first`,
      `${why.replace(/ is on file, .*/, ' found')}; the label asks for ${fit.biomarker ?? 'another test'}: test first`,
    );
  return summaryText(withUnsettled(fit), noResult(fit), `No qualifying biomarker result on file: test before ${drug}`);
}

/** "A genetic report of 2026-05-04 (FoundationOne CDx) is on file and was not read here". */
export function isUnreadReport(reason: string): boolean {
  return reason.endsWith(' is on file and was not read here');
}
function unreadReportInWords(reason: string): { readonly report: string; readonly short: string } {
  const [, day = '', name] = /^A genetic report( of \S+)?(?: \((.*)\))? is on file/.exec(reason) ?? [];
  return { report: `${name ?? 'a genetic report'}${day}`, short: `a genetic report${day}` };
}
/** More genes than these are not read in five seconds. */
const MOST_NAMED = 4;
function noResult({ tests = [], drug }: OrderFit): string {
  if (tests.length === 0) return `No qualifying biomarker result on file: test before ${drug.name}`;
  return tests.length <= MOST_NAMED
    ? `No ${eitherOf(tests)} result on file: test before ${drug.name}`
    : `No result on file for ${testsInWords(tests)}: test before ${drug.name}`;
}
/** `KRAS or NRAS`: "no KRAS, NRAS result" leaves open whether one of them is on file. A pair ("ER and PR") is listed as it is. */
function eitherOf(tests: readonly string[]): string {
  if (tests.some((test) => test.includes(' and '))) return tests.join(', ');
  return tests.length < 2 ? tests.join('') : `${tests.slice(0, -1).join(', ')} or ${tests.at(-1) ?? ''}`;
}
/** A gene of the label whose test gave no result, or whose variant does not count, is named beside the one that was not tested. */
function withUnsettled(fit: OrderFit): string {
  const { tests = [], because, drug } = fit;
  const failed = because.flatMap((reason) => /^The test of (\S+) gave no result/.exec(reason)?.[1] ?? []);
  const unclear = because.flatMap((reason) => /^The (\S+) result is indeterminate/.exec(reason)?.[1] ?? []);
  const unread = because.flatMap((reason) => /^(\S+) was examined, but/.exec(reason)?.[1] ?? []);
  const dismissed = because.flatMap((reason) => {
    const [, gene, name = '', why = ''] =
      /^Only a variant of (\S+) that is no basis for treatment is on file: (.*), ([^,]+)$/.exec(reason) ?? [];
    return gene === undefined
      ? []
      : [`${shortChanges(name.includes(gene) ? name : `${gene} ${name}`)} (${why.replace(/^of | by the laboratory$/g, '')})`];
  });
  const unsaid = because.flatMap((reason) => /^(.*) is on file without saying whether it is present/.exec(reason)?.[1] ?? []);
  const open = [
    ...unsaid.map((change) => `${shortChanges(change)} is on file without saying whether present`),
    ...failed.map((gene) => `the test of ${gene} gave no result`),
    ...unclear.map((gene) => `the ${gene} result is indeterminate`),
    ...unread.map((gene) => `the ${gene} result cannot be read here`),
    ...dismissed.map((said) => `${said} ${/wild/i.test(fit.biomarker ?? '') ? 'does not settle it' : 'does not count'}`),
  ];
  // Of a long list the gene that was examined is the news.
  if (unread.length > 0 && tests.length > MOST_NAMED)
    return `${[...new Set(unread)].slice(0, 3).join(', ')} ${new Set(unread).size > 1 ? 'were' : 'was'} examined, no result readable here: look at the report before ${drug.name}`;
  if (open.length === 0 || tests.length > MOST_NAMED) return noResult(fit);
  return `No ${tests.join(', ')} result on file, and ${open.join(' and ')}: settle ${open.length > dismissed.length ? 'both' : 'it'} before ${drug.name}`;
}
/** `BRCA1, BRCA2 and 12 other genes of its label`; a few are named each. */
export function testsInWords(tests: readonly string[]): string {
  return tests.length <= MOST_NAMED ? tests.join(', ') : `${tests.slice(0, 2).join(', ')} and ${tests.length - 2} other genes of its label`;
}

export const NOT_ASKED = ' is not the finding that the label asks for';
/** "MSI on file (stable)": a result that answers one half of the label's question with no. */
function ruledOut({ because }: OrderFit): string | undefined {
  return because.find((reason) => reason.endsWith(NOT_ASKED))?.slice(0, -NOT_ASKED.length);
}
