/** patient-view: one line on whether genes matter today; silent when nothing does, never critical. */
import type { DrugAdvice, GeneResult, PatientReport } from '../../report/types.ts';
import { detailText } from '../detail.ts';
import { escapeMarkdown } from '../markdown.ts';
import { summaryText } from '../summary.ts';
import { topicOf } from '../topic.ts';
import type { CardContext, CardDraft } from '../types.ts';
import { adviceSummary, onlyPositive } from './advice-summary.ts';
import { indicatorOf, louder } from '../../report/index.ts';
import { notCheckedLine, tellsNotChecked } from '../not-checked-text.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/**
 * Results that matter before any drug is chosen: one dose of a usual drug could kill or maim, and some of these drugs are given without an order that
 * is checked (anaesthesia, emergency). Everything else is told at the order that it concerns: a quarter of all patients have a CYP2C19 result to
 * tell of, and a card at every opening of a chart in which nothing has to change is one that nobody reads.
 */
const MATTERS: Readonly<Record<string, RegExp>> = {
  DPYD: /poor|intermediate/i,
  TPMT: /poor/i,
  NUDT15: /poor/i,
  G6PD: /deficient/i,
  RYR1: /malignant/i,
  CACNA1S: /malignant/i,
  'MT-RNR1': /increased/i,
  CYP2D6: /ultrarapid/i,
  'HLA-A': /positive/i,
  'HLA-B': /positive/i,
};

export function statusCard(report: PatientReport, context: CardContext): CardDraft | undefined {
  const voiced = report.pgx.drugs
    .flatMap((advice) => {
      const indicator = indicatorOf(advice);
      return indicator === null ? [] : [{ advice, indicator }];
    })
    .sort(
      (a, b) =>
        louder(a.indicator, b.indicator) ||
        a.advice.drug.name.localeCompare(b.advice.drug.name) ||
        Number(b.advice.populationKnown ?? false) - Number(a.advice.populationKnown ?? false),
    );
  const drugs = [...new Set(voiced.map(({ advice }) => advice.drug.name))];
  if (drugs.length > 0)
    return drugsCard(
      voiced.map(({ advice }) => advice),
      drugs,
      voiced.some(({ indicator }) => indicator !== 'info'),
      report,
      context,
    );
  const genes = report.pgx.genes.filter(matters);
  return genes.length === 0 ? undefined : resultsCard(genes, context);
}

function matters({ gene, phenotype, adjusted }: GeneResult): boolean {
  return entryOf(MATTERS, gene)?.test(`${phenotype ?? ''} ${adjusted?.phenotype ?? ''}`) ?? false;
}

function drugsCard(
  advice: readonly DrugAdvice[],
  drugs: readonly string[],
  urgent: boolean,
  report: PatientReport,
  context: CardContext,
): CardDraft {
  const total = new Set(
    report.pgx.drugs.filter(({ coverage, body }) => coverage !== 'not-covered' || body !== undefined).map(({ drug }) => drug.name),
  ).size;
  const count = `${String(drugs.length)} of ${String(total)} ${total === 1 ? 'drug' : 'drugs'} with a gene guideline`;
  // One line a drug, and the row that leads at its order: the loudest, and of equal ones that of a setting that is known.
  const unique = drugs.flatMap((drug) => advice.find((entry) => entry.drug.name === drug) ?? []);
  return {
    summary: summaryText(`Pharmacogenomics: ${count} to review (${drugs.join(', ')})`, `Pharmacogenomics: ${count} to review`),
    indicator: urgent ? 'warning' : 'info',
    ...tellsNotChecked(context),
    detail: detailText([
      { label: 'To review', sentences: unique.map((entry) => escapeMarkdown(`${adviceSummary(entry, report)}.`)), keep: 1 },
      ...notCheckedLine(context),
    ]),
    source: { label: 'Genehook', url: 'https://genehook.org' },
    topic: topicOf(['status', ...unique.map(({ ruleId }) => ruleId)], 'Pharmacogenomic status'),
    ruleIds: unique.map(({ ruleId }) => ruleId),
    evidence: [...new Set(advice.flatMap(({ evidence }) => evidence.map(({ reference }) => reference)))],
    suggestions: [],
    overrideReasons: [],
    links: [],
    panelTarget: { view: 'now' },
  };
}

function resultsCard(genes: readonly GeneResult[], context: CardContext): CardDraft {
  const words = genes.map(
    ({ gene, phenotype }) => `${gene}${phenotype?.startsWith('*') === true ? '' : ' '}${onlyPositive((phenotype ?? '').toLowerCase())}`,
  );
  return {
    summary: summaryText(
      `Gene results on file that matter for prescribing: ${words.join('; ')}`,
      `${String(genes.length)} gene results on file that matter for prescribing`,
    ),
    indicator: 'info',
    ...tellsNotChecked(context),
    detail: detailText([
      { label: 'On file', sentences: words.map((word) => escapeMarkdown(`${word}.`)), keep: 1 },
      { label: 'Today', sentences: [`No current drug is affected by ${genes.length === 1 ? 'this result' : 'these results'}.`], keep: 1 },
      ...notCheckedLine(context),
    ]),
    source: { label: 'Genehook', url: 'https://genehook.org' },
    topic: topicOf(['results', ...genes.map(({ gene, phenotype }) => `${gene}${phenotype ?? ''}`)], 'Gene results on file'),
    ruleIds: genes.map(({ gene }) => `result:${gene.toLowerCase()}`),
    evidence: genes.flatMap(({ evidence }) => evidence.map(({ reference }) => reference)),
    suggestions: [],
    overrideReasons: [],
    links: [],
    panelTarget: { view: 'genes' },
  };
}
