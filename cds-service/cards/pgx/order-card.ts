/** One order, one card: every ingredient and gene folded in, the most severe leads. */
import type { DrugAdvice, PatientReport, UntestedGene } from '../../report/types.ts';
import { detailText, sentencesOf, type DetailLine } from '../detail.ts';
import { escapeMarkdown, plainText } from '../markdown.ts';
import { TREATMENT_REASONS } from '../override-reasons.ts';
import { wordsBesidePrediction } from '../prediction-line.ts';
import { summaryText } from '../summary.ts';
import { topicOf } from '../topic.ts';
import type { CardContext, CardDraft } from '../types.ts';
import { notCheckedLine, tellsNotChecked, whereabouts } from '../not-checked-text.ts';
import { adviceDetail } from './advice-detail.ts';
import { adviceSummary, genesAtFault, genesInWords } from './advice-summary.ts';
import { indicatorOf, isDangerousGene, louder, speaksByDoubt } from '../../report/index.ts';
import { interactionSummary } from './interaction-summary.ts';
import type { OrderFindings } from './order-findings.ts';
import { adviceSuggestions, joinSuggestions, testSuggestion } from './suggestions.ts';
import { holdsForAll, nameOfUntested, untestedCard } from './untested-card.ts';

interface Voiced {
  readonly advice: DrugAdvice;
  readonly indicator: CardDraft['indicator'];
  readonly other: boolean;
}

/** Undefined = silence. `alike`: further orders of the same call of which the same is to be said. */
export function orderCard(
  findings: OrderFindings,
  report: PatientReport,
  context: CardContext,
  alike: readonly OrderFindings[] = [],
): CardDraft | undefined {
  const voiced = [...voices(findings.own, false), ...voices(findings.onOthers, true)].sort(
    (a, b) => louder(a.indicator, b.indicator) || Number(b.advice.populationKnown ?? false) - Number(a.advice.populationKnown ?? false),
  );
  const lead = voiced[0];
  if (lead === undefined) return untestedCard(findings, report, context, alike);
  const { advice, indicator, other } = lead;
  const also = [...new Map(voiced.slice(1).map((voice) => [voice.advice.ruleId, voice])).values()];
  const lines: DetailLine[] = [
    ...adviceDetail(advice, report, whereabouts(context)),
    ...alikeLine(advice, alike),
    ...alsoLine(also, report),
    ...untestedLine(findings.untested.filter(({ gene }) => !advice.text.includes(gene))),
    ...notCheckedLine(context, findings.untested.length > 0 || lacksResult(advice, report)),
  ];
  // How far the enzyme is inhibited is not known: nothing is raised by the genotype alone.
  const blind = !other && advice.action === 'increase-dose' && advice.quiet === undefined && context.notChecked.some(isMedicationList);
  const code = [advice.ruleId, advice.action, ...(advice.phenoconversion === undefined ? [] : ['converted'])];
  const suggestions = other ? [] : suggestionsFor(advice, findings.order, alike, report, context);
  // No test comes before a drug that is not to be given.
  const tests = refused(lead) ? [] : findings.untested.flatMap((entry) => testSuggestion(entry, context, false));
  return {
    summary: blind
      ? blindSummary(advice, report)
      : other && advice.quiet !== 'low-dose'
        ? interactionSummary(advice, findings.order, report)
        : adviceSummary(advice, report),
    indicator: blind ? 'info' : indicator,
    ...(other ? {} : blind ? { unsettled: { dangerous: false } } : unsettled(advice, report)),
    ...tellsNotChecked(context),
    detail: detailText(lines, wordsBesidePrediction(findings.order, report)),
    source: { label: plainText(`${advice.source.label} · Genehook`), url: advice.source.url },
    topic: topicOf(code, plainText(`${advice.drug.name}: ${advice.action}`)),
    ruleIds: [...new Set(voiced.map((voice) => voice.advice.ruleId))],
    evidence: [...new Set(voiced.flatMap((voice) => voice.advice.evidence.map(({ reference }) => reference)))],
    order: findings.order,
    suggestions: [...suggestions, ...tests],
    overrideReasons: TREATMENT_REASONS,
    links: [{ label: plainText(advice.source.label), url: advice.source.url }],
    panelTarget: { view: 'drugs', id: advice.drug.rxnorm === '' ? advice.drug.name : advice.drug.rxnorm },
  };
}

/** Whether the order could not be checked, or something has to be settled before it. */
function unsettled(advice: DrugAdvice, report: PatientReport): Pick<CardDraft, 'unsettled'> {
  const { coverage, action, settleFirst, barred } = advice;
  if (barred === true) return {};
  const silent = action === 'standard' || action === 'no-recommendation';
  const open =
    coverage === 'conflict' ||
    coverage === 'unreadable' ||
    action === 'test-first' ||
    (settleFirst === true && silent) ||
    speaksByDoubt(advice);
  return open ? { unsettled: { dangerous: genesAtFault(advice, report).some(isDangerousGene) } } : {};
}

/** One of the genes that the advice goes by has no result. */
const lacksResult = ({ genes }: DrugAdvice, { pgx }: PatientReport): boolean =>
  genes.some(({ gene }) => !pgx.genes.some((result) => result.gene === gene));

const isMedicationList = (part: string): boolean => /^(?:current )?medication (?:orders|requests|list)|^medications?\b/i.test(part.trim());

const blindSummary = (advice: DrugAdvice, report: PatientReport): string =>
  summaryText(
    `${genesInWords(advice, report)}: ${advice.drug.name} may need more; the medication list was not read, so rule out inhibitors first`,
    `${advice.drug.name} may need more by genotype: rule out inhibitors first, the medication list was not read`,
  );

/** The card says not to start or to give the ordered drug, whatever a further test would show. */
const refused = ({ advice, other }: Voiced): boolean =>
  !other && (advice.barred === true || (advice.action === 'avoid' && advice.coverage === undefined && advice.doubts === undefined));

/** One click changes every order of which the same is said. */
function suggestionsFor(advice: DrugAdvice, order: string, alike: readonly OrderFindings[], report: PatientReport, context: CardContext) {
  const own = adviceSuggestions(advice, order, context, isCombination(report, order));
  return alike.reduce((all, next) => {
    const same = counterpart(advice, next);
    return same === undefined ? all : joinSuggestions(all, adviceSuggestions(same, next.order, context, isCombination(report, next.order)));
  }, own);
}

const counterpart = ({ ruleId, action }: DrugAdvice, { own }: OrderFindings): DrugAdvice | undefined =>
  own.find((entry) => entry.ruleId === ruleId && entry.action === action);

/** What holds of the other orders in the same words needs no second card; their own figures are added. */
function alikeLine(advice: DrugAdvice, alike: readonly OrderFindings[]): DetailLine[] {
  if (alike.length === 0) return [];
  const said = new Set(sentencesOf(advice.text));
  const figures = alike.flatMap((next) => sentencesOf(counterpart(advice, next)?.text ?? '').filter((part) => !said.has(part)));
  return [
    {
      label: 'Further orders',
      sentences: [holdsForAll(advice.drug.name, alike), ...[...new Set(figures)].map(escapeMarkdown)],
      keep: 1 + figures.length,
    },
  ];
}

function isCombination(report: PatientReport, order: string): boolean {
  return (report.orders.find(({ reference }) => reference === order)?.ingredients.length ?? 0) > 1;
}

function voices(advice: readonly DrugAdvice[], other: boolean): Voiced[] {
  return advice.flatMap((entry) => {
    const indicator = indicatorOf(entry);
    if (indicator === null) return [];
    // A drug already taken is not made worse at a stroke: an interaction with it warns, it does not stop.
    return [{ advice: entry, indicator: other && indicator === 'critical' ? 'warning' : indicator, other }];
  });
}

function alsoLine(also: readonly Voiced[], report: PatientReport): DetailLine[] {
  const sentences = also.map(({ advice }) =>
    escapeMarkdown(
      `${adviceSummary(advice, report).replace(/[.…]$/, '')} (${advice.strength === 'none' ? 'not graded' : advice.strength}).`,
    ),
  );
  return sentences.length === 0 ? [] : [{ label: 'Also', sentences, keep: 1 }];
}

function untestedLine(untested: readonly UntestedGene[]): DetailLine[] {
  const genes = [...new Set(untested.map(nameOfUntested))];
  return genes.length === 0 ? [] : [{ label: 'Not tested', sentences: [escapeMarkdown(`${genes.join(', ')}.`)], keep: 1 }];
}
