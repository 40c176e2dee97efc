/** One order, one card: every ingredient and gene folded in, the most severe leads. */
import { GENE_NOT_NAMED } from '../../pgx/advice/alternative-words.ts';
import type { DrugAdvice, PatientReport, UntestedGene } from '../../report/types.ts';
import { detailText, sentencesOf, type DetailLine } from '../detail.ts';
import { escapeMarkdown, plainText } from '../markdown.ts';
import { TEST_REASONS, TREATMENT_REASONS } from '../override-reasons.ts';
import { wordsBesidePrediction } from '../prediction-line.ts';
import { summaryText } from '../summary.ts';
import { topicOf } from '../topic.ts';
import type { CardContext, CardDraft } from '../types.ts';
import { notCheckedText } from '../not-checked-text.ts';
import { adviceDetail } from './advice-detail.ts';
import { adviceSummary, genesInWords } from './advice-summary.ts';
import { indicatorOf, louder } from '../../report/index.ts';
import { adviceSuggestions, joinSuggestions, testSuggestion } from './suggestions.ts';

/** What one order gives rise to. */
export interface OrderFindings {
  readonly order: string;
  readonly own: readonly DrugAdvice[];
  /** Advice on other drugs that this order changes as inhibitor or inducer. */
  readonly onOthers: readonly DrugAdvice[];
  readonly untested: readonly UntestedGene[];
}

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
    ...adviceDetail(advice, report),
    ...alikeLine(advice, alike),
    ...alsoLine(also, report),
    ...untestedLine(findings.untested.filter(({ gene }) => !advice.text.includes(gene))),
    ...notCheckedLine(context),
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

const holdsForAll = (drug: string, alike: readonly OrderFindings[]): string =>
  escapeMarkdown(`This holds for ${alike.length === 1 ? 'both' : `all ${String(alike.length + 1)}`} orders of ${drug}.`);

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

function interactionSummary(advice: DrugAdvice, order: string, report: PatientReport): string {
  const by = (advice.phenoconversion ?? []).flatMap((entry) =>
    entry.by.filter(({ reference }) => reference === order).map(({ name }) => ({ name, gene: entry.gene })),
  );
  const first = by[0];
  const added = advice.aggravatedBy?.find(({ reference }) => reference === order);
  if (added !== undefined && advice.barred === true)
    return summaryText(
      `With ${added.name} ${advice.drug.name}, already on the list, is ${advice.cautions?.[0] ?? 'contraindicated by its label'}`,
      `With ${added.name} ${advice.drug.name}, already on the list, is contraindicated by its label`,
    );
  if (added !== undefined && advice.drug.name === 'warfarin')
    return summaryText(
      `${genesInWords(advice, report)}: with ${added.name} less warfarin, already on the list, than by the genotype alone`,
      `With ${added.name} less warfarin, already on the list, than by the genotype alone`,
    );
  if (added !== undefined)
    return summaryText(
      `${genesInWords(advice, report)}: with ${added.name} far less ${advice.drug.name}, already on the list, or another drug`,
      `With ${added.name} far less ${advice.drug.name}, already on the list, or another drug`,
    );
  const blocks = first === undefined ? genesInWords(advice, report) : `${first.name} blocks ${first.gene}`;
  if (first !== undefined && advice.replaceFirst?.includes(first.name) === true)
    return summaryText(
      `${blocks}, which ${advice.drug.name}, already on the list, needs: choose a drug other than ${first.name}`,
      `${blocks}, which ${advice.drug.name} needs: choose another drug`,
    );
  const act = {
    avoid: 'should then be avoided',
    alternative: 'should then be replaced',
    'decrease-dose': 'then needs a lower dose',
    'increase-dose': 'then needs a higher dose',
  };
  const words = advice.action in act ? act[advice.action as keyof typeof act] : 'is then affected';
  return summaryText(`${blocks}: ${advice.drug.name}, already on the list, ${words}`, `${blocks}: ${advice.drug.name} ${words}`);
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
  const genes = [...new Set(untested.map(named))];
  return genes.length === 0 ? [] : [{ label: 'Not tested', sentences: [escapeMarkdown(`${genes.join(', ')}.`)], keep: 1 }];
}

export function notCheckedLine({ notChecked }: CardContext): DetailLine[] {
  return notChecked.length === 0 ? [] : [{ label: 'Not checked', sentences: [escapeMarkdown(`${notCheckedText(notChecked)}.`)], keep: 1 }];
}

function named({ gene, allele }: UntestedGene): string {
  return `${gene}${allele ?? ''}`;
}

function untestedSummary(
  lead: UntestedGene,
  genes: string,
  asked: readonly UntestedGene[],
  coming: readonly string[],
  document: boolean,
): string {
  const drug = lead.drug.name;
  const start = lead.again === true ? `${drug} is begun again` : `the first dose of ${drug}`;
  if (lead.measured !== undefined)
    return summaryText(
      `${lead.measured} on file, not interpreted here: judge it before ${start}`,
      `${lead.gene} measurement on file is not interpreted here: judge it before ${drug}`,
    );
  if (lead.recorded !== undefined)
    return summaryText(
      `${lead.recorded}, no laboratory result on file: confirm before ${start}`,
      `${lead.recorded}, no laboratory result: confirm before ${drug}`,
    );
  if (lead.stated !== undefined)
    return summaryText(
      `${capitalised(lead.stated)}: look at it before ${start}`,
      lead.stated.endsWith(GENE_NOT_NAMED)
        ? `A laboratory result on ${drug} does not name its gene: look at it before ${start}`
        : `${lead.gene} variant on file from a tumour test: settle whether it is inherited before ${drug}`,
    );
  if (lead.typing !== undefined)
    return summaryText(
      `${named(lead)} is left open by the typing on file: test before ${start}`,
      `${lead.gene} typing on file leaves ${named(lead)} open: test before ${drug}`,
    );
  if (coming.length > 0 && asked.every(({ gene }) => coming.includes(gene)))
    return summaryText(`${genes} result is not final yet: wait for it before ${start}`);
  if (document)
    return summaryText(
      `${genes} result not found; a genetic report is attached as a document: look there before ${start}`,
      `${genes} result not found: look into the attached genetic report before ${drug}`,
    );
  const verb = lead.again === true || lead.requirement === 'required' ? `test before ${start}` : `test before ${drug}`;
  const asks = lead.requirement === 'consider' ? verb.replace('test', 'consider testing') : verb;
  const final = coming.length === 0 ? '' : 'final ';
  return summaryText(`No ${final}${genes} result on file: ${asks}`, `No ${final}${genes} result on file: test before ${drug}`);
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** That nothing is on file stands in the line above; of several tests each advice says whose it is. */
function adviceAlone(entry: UntestedGene, several: boolean): string {
  const { text, gene, drug } = entry;
  if (text === undefined) return `Test ${gene} before the first dose of ${drug.name}.`;
  return text.replace(/^No [^.;]*\bon file[^.;]*; (\w)/, (_, first: string) =>
    several ? `${named(entry)}: ${first}` : first.toUpperCase(),
  );
}

/** A second test is rarely what is wanted when the first is on its way. */
function comingSentence(genes: readonly string[]): string[] {
  return genes.length === 0
    ? []
    : [escapeMarkdown(`A ${genes.join(' and ')} result is registered or preliminary; only final results are used.`)];
}

/** What the label requires leads; what can be considered follows. */
const URGENCY: Readonly<Record<NonNullable<UntestedGene['requirement']>, number>> = { required: 0, recommended: 1, consider: 2 };

function untestedCard(
  { untested, order }: OrderFindings,
  report: PatientReport,
  context: CardContext,
  alike: readonly OrderFindings[],
): CardDraft | undefined {
  const asked = untested
    .filter(({ populationKnown }) => populationKnown !== false)
    .sort((a, b) => URGENCY[a.requirement ?? 'consider'] - URGENCY[b.requirement ?? 'consider']);
  const lead = asked[0];
  if (lead === undefined) return undefined;
  const genes = [...new Set(asked.map(named))].join(' and ');
  const pending = new Set(report.warnings.flatMap((warning) => warning.pending ?? []));
  const coming = [...new Set(asked.flatMap(({ gene }) => (pending.has(gene) ? [gene] : [])))];
  const final = coming.length === 0 ? '' : 'final ';
  const document = report.warnings.some((warning) => warning.document === true);
  return {
    summary: untestedSummary(lead, genes, asked, coming, document),
    indicator: 'info',
    detail: detailText([
      {
        label: 'Result',
        sentences: [
          ...(lead.stated === undefined ? [] : [escapeMarkdown(`${capitalised(lead.stated)}.`)]),
          escapeMarkdown(
            lead.typing !== undefined && lead.stated === undefined
              ? `No result that decides ${genes} found in the chart.`
              : lead.stated === undefined
                ? `No ${final}${genes} ${lead.measured === undefined ? 'result' : 'genotype'} found in the chart.`
                : lead.stated.endsWith(GENE_NOT_NAMED)
                  ? `No result that names ${genes} found in the chart.`
                  : `No inherited ${genes} result found in the chart.`,
          ),
          ...comingSentence(coming),
          ...(document ? ['A genetic report is attached as a document; documents are not read.'] : []),
        ],
        keep: lead.stated === undefined ? 2 : 3,
      },
      {
        label: 'Recommendation',
        sentences: asked.map((entry) => escapeMarkdown(adviceAlone(entry, asked.length > 1))),
        keep: 1,
      },
      ...(alike.length === 0 ? [] : [{ label: 'Further orders', sentences: [holdsForAll(lead.drug.name, alike)], keep: 1 }]),
      { label: 'Basis', sentences: [...new Set(asked.map(({ source }) => escapeMarkdown(`${source.label}.`)))], keep: 1 },
      ...notCheckedLine(context),
    ]),
    source: { label: plainText(`${lead.source.label} · Genehook`), url: lead.source.url },
    topic: topicOf(['pretest', lead.drug.name, ...asked.map(({ gene }) => gene)], plainText(`Test before ${lead.drug.name}`)),
    ruleIds: asked.map(({ gene, drug }) => `pre-test:${drug.name}:${gene.toLowerCase()}`),
    evidence: [],
    order,
    suggestions: asked.flatMap((entry, index) =>
      testSuggestion(
        entry,
        context,
        index === 0 &&
          !document &&
          !pending.has(entry.gene) &&
          entry.measured === undefined &&
          entry.stated?.endsWith(GENE_NOT_NAMED) !== true,
      ),
    ),
    overrideReasons: TEST_REASONS,
    links: [{ label: plainText(lead.source.label), url: lead.source.url }],
    panelTarget: { view: 'drugs', id: lead.drug.rxnorm === '' ? lead.drug.name : lead.drug.rxnorm },
  };
}
