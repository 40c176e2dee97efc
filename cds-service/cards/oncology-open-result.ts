/** A result on file that leaves the label's question open, in one sentence by the first reason of the verdict: what is open, and where to look. */
import { inWords, type JudgedOrder, type Reason, type UnreadReason } from '../oncology/index.ts';
import type { VariantResult } from '../report/types.ts';
import { withReadableDates } from './dates.ts';
import { testsInWords } from './oncology-missing-result.ts';
import { shortChanges } from './short-changes.ts';
import { summaryText } from './summary.ts';
import { entryOf } from '../../fhir-profiles/entry-of.ts';

interface About {
  readonly drug: string;
  /** Genes or markers that the label asks for. */
  readonly tests: readonly string[];
  readonly variants: readonly VariantResult[];
  /** The variants by name. */
  readonly named: string;
}

export function openResultSummary(fit: JudgedOrder, variants: readonly VariantResult[], named: string): string {
  const [why] = fit.because;
  return summaryText(...sentences(why, { drug: fit.drug.name, tests: fit.tests ?? [], variants, named }));
}

const LOOK = 'look at the report before';

/** The fullest first. */
function sentences(why: Reason | undefined, { drug, tests, variants, named }: About): readonly string[] {
  const gene = tests.join(', ');
  switch (why?.kind) {
    case 'mutation-unsaid':
    case 'other-transcript':
    case 'result-unread':
      return [`${unreadFinding(why)}: ${LOOK} ${drug}`, `${why.gene} result not readable here: ${LOOK} ${drug}`];
    case 'tests-disagree':
      return [`${why.results} disagree: look at both reports before ${drug}`, `Two tests disagree: look at both reports before ${drug}`];
    case 'two-organs':
      return [
        `Diagnosis: ${why.organs}: settle it before ${drug}`,
        `Diagnosis: ${why.organs.replaceAll(/ \([^)]*\)/g, '')}: settle it before ${drug}`,
        `The diagnosis names two organs: settle it before ${drug}`,
      ];
    case 'diagnosis-denied': {
      const when = why.days.length === 0 ? '' : ` of ${why.days.join(', ')}`;
      return [
        withReadableDates(`${why.fusion} by the diagnosis, not found by the result${when}: settle it before ${drug}`),
        `${why.fusion} by the diagnosis, not found by the result: settle it before ${drug}`,
      ];
    }
    case 'stain':
      return why.stain === 'positive'
        ? [`${why.protein} stain positive, which is a screen: show the fusion before ${drug}`]
        : [`${why.protein} stain ${why.stain}, a screen alone; no ${why.protein} fusion test on file before ${drug}`];
    case 'research-only':
      return [
        `${why.gene}${why.said === '' ? '' : ` “${why.said}”`} is for research use only: confirm it by a clinical test before ${drug}`,
        `${why.gene} result for research use only: confirm it before ${drug}`,
      ];
    case 'in-words-only':
      return [
        `A report speaks of ${why.change}, in words only: look at it before ${drug}`,
        `A report speaks of a change in words only: look at it before ${drug}`,
      ];
    case 'laboratory-calls':
      return [
        `The laboratory calls ${shortChanges(why.finding)} resistant to ${drug}: look at the report before signing`,
        `The laboratory says resistant to ${drug}: look at the report before signing`,
      ];
    case 'arising':
      return [
        `${shortChanges(why.changes)}: such changes arise under ${why.under}; whether ${drug} still acts is not known here`,
        `${gene} changes arise under ${why.under}; whether ${drug} still acts is not known here`,
      ];
    case 'resists-elsewhere':
      return [
        `${shortChanges(why.changes)} resists ${drug} in another tumour type; of this one nothing is known here`,
        `A change that resists ${drug} in another tumour type is on file; of this one nothing is known here`,
      ];
    case 'either-change':
      return [
        `${shortChanges(why.change)}: which of these changes is not told, ${LOOK} ${drug}`,
        `${gene} result not settled: ${LOOK} ${drug}`,
      ];
    case 'several-residues':
      return [
        `${shortChanges(why.change)}: whether it counts as ${why.holds} is open, ${LOOK} ${drug}`,
        `${gene} result not settled: ${LOOK} ${drug}`,
      ];
    case 'other-kind':
      return [
        `${shortChanges(why.found)} on file; whether ${gene} was tested for ${why.asked} is not shown: ${LOOK} ${drug}`,
        `Whether ${gene} was tested for ${why.asked} is not shown: ${LOOK} ${drug}`,
      ];
    case 'presence-unsaid':
      return [
        `${shortChanges(why.change)} is on file, not said whether present: ${LOOK} ${drug}`,
        `${shortChanges(why.change)}: present or not is not said: ${LOOK} ${drug}`,
        `A change is on file, not said whether present: ${LOOK} ${drug}`,
      ];
    case 'stated':
      return [
        withReadableDates(`${why.finding} alone speaks against ${drug}: look at the report`),
        `The ${why.by} alone speaks against ${drug}: look at the report`,
      ];
    case 'no-basis':
      return [`${named}: ${dismissal(variants)}, no basis for ${drug}`, `${dismissal(variants)}: no basis for ${drug}`];
    case 'not-in-blood':
      return [
        `${gene} not found in ${why.where.includes('circulating') ? 'blood' : why.where}, which does not rule it out: test tissue before ${drug}`,
        `${gene} not found, but not in tumour tissue: test tissue before ${drug}`,
      ];
    case 'not-in-germline':
      return [
        `${testsInWords(tests)} not found in the germline, the tumour not tested: test it before ${drug}`,
        `Not found in the germline, the tumour not tested: test it before ${drug}`,
      ];
    case 'five-prime-partner':
      return [
        `${named} is written with ${gene} as the 5′ partner: ask the laboratory before ${drug}`,
        `Ask the laboratory which way round the ${gene} fusion is, before ${drug}`,
      ];
    case 'exon-border':
      return [
        `${named}: whether the exon is skipped is not shown here, ${LOOK} ${drug}`,
        `${gene}: exon skipping is open, ${LOOK} ${drug}`,
      ];
    case 'change-unsaid':
      return [`${gene} is reported as mutated without the single change: ${LOOK} ${drug}`];
    case 'change-unread':
      return [`${gene} variant on file, its change cannot be read here: ${LOOK} ${drug}`];
    case 'specimen-unknown':
      return [`${gene} not found, but whether tissue or blood was tested is not on file: make sure before ${drug}`];
    case 'part-tested':
      return [
        `${shortChanges(why.looked)} not found, the rest of ${gene} not on file: test it before ${drug}`,
        `Only a part of ${gene} was tested: test the rest before ${drug}`,
      ];
    case 'examined':
      return [`${gene} ${gene.includes(', ') ? 'were' : 'was'} examined, no result readable here: ${LOOK} ${drug}`];
    case 'indeterminate':
      return [`${gene} result is indeterminate: settle it by another test before ${drug}`];
    case 'test-failed':
      return [`${gene} test without a result: repeat before ${drug}`];
    default:
      return [`${why === undefined ? `${gene} result is open` : inWords(why)}: ${LOOK} ${drug}`, `A result is open: ${LOOK} ${drug}`];
  }
}

/** The same in the words of the opening card. */
export function unreadInWords(unread: UnreadReason): { readonly gene: string; readonly finding: string } {
  if (unread.kind !== 'in-words-only' && unread.kind !== 'presence-unsaid') return { gene: unread.gene, finding: unreadFinding(unread) };
  const change = shortChanges(unread.change);
  const [gene = ''] = change.split(' ');
  return { gene, finding: unread.kind === 'in-words-only' ? `${change} in words only` : `${change}, not said whether present` };
}
/** A result of a gene of resistance whose change is not said, or not read. */
type Unread = Extract<Reason, { kind: 'mutation-unsaid' | 'other-transcript' | 'result-unread' }>;
function unreadFinding(unread: Unread): string {
  switch (unread.kind) {
    case 'mutation-unsaid':
      return `${unread.gene} mutation on file, which one is not said`;
    case 'other-transcript':
      return `${unread.gene} ${unread.change} is counted on another transcript`;
    case 'result-unread':
      return `${unread.gene} “${unread.said}” is not readable here`;
  }
}

/** The laboratory's word on the variants that are no basis: "called likely benign", "of uncertain significance", "not classified". */
function dismissal(variants: readonly VariantResult[]): string {
  const words = [...new Set(variants.map(({ classification = '' }) => entryOf(DISMISSALS, classification) ?? 'not known to matter'))];
  return words.length === 1 ? (words[0] ?? '') : 'not known to matter';
}
const DISMISSALS: Readonly<Record<string, string>> = {
  benign: 'called benign',
  'likely-benign': 'called likely benign',
  vus: 'of uncertain significance',
  conflicting: 'of disputed significance',
};
