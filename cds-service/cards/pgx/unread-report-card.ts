/**
 * A report about the genes of drugs that is on file as a document only, or whose results could not be fetched. For drugs whose test is asked for first the card about that test tells it; for
 * all others with a guideline it is told here, in one line for all orders of the call, and always under the same topic, so that it can be put to rest.
 */
import { isDangerousGene } from '../../report/index.ts';
import type { DrugAdvice, PatientReport } from '../../report/types.ts';
import { detailText } from '../detail.ts';
import { escapeMarkdown } from '../markdown.ts';
import { notCheckedLine, tellsNotChecked } from '../not-checked-text.ts';
import { summaryText } from '../summary.ts';
import { topicOf } from '../topic.ts';
import type { CardContext, CardDraft } from '../types.ts';

/** Where the single results of a panel are on file, what its document holds beside them is theirs once more. */
const A_PANEL = 3;

/** `said`: the cards of this call; an order that has one is not told of again. */
export function unreadReportCard(report: PatientReport, context: CardContext, said: readonly CardDraft[]): CardDraft | undefined {
  const told = report.warnings.filter(({ drugGenes }) => drugGenes === true);
  const unread = told.find(({ document }) => document === true) ?? told[0];
  if (unread === undefined || report.pgx.genes.filter(({ recordedIn }) => recordedIn === undefined).length >= A_PANEL) return undefined;
  const asked = new Set(context.orders);
  const spoken = new Set(said.flatMap(({ order }) => order ?? []));
  const open = report.pgx.drugs.filter(
    (advice) =>
      advice.order !== undefined &&
      asked.has(advice.order) &&
      !spoken.has(advice.order) &&
      isOpen(advice) &&
      !isTaken(advice.drug.name, report, asked),
  );
  const drugs = [...new Set(open.map(({ drug }) => drug.name))].sort();
  if (drugs.length === 0) return undefined;
  const genes = [...new Set(open.flatMap((advice) => advice.genes.map(({ gene }) => gene)))].sort();
  const what =
    unread.document === true
      ? 'A pharmacogenomic report is on file as a document, not read here'
      : 'A pharmacogenomic report is on file, its results could not be fetched';
  const why = unread.document === true ? 'what the document says' : 'what the results say';
  return {
    summary: summaryText(
      `${what}: look there for ${genes.join(', ')} (${drugs.join(', ')})`,
      `${what}: look there before ${drugs.join(', ')}`,
      `${what}: look there first`,
    ),
    indicator: 'info',
    unsettled: { dangerous: genes.some(isDangerousGene) },
    ...tellsNotChecked(context),
    detail: detailText([
      { label: 'Result', sentences: [`No result that can be read; ${why} is not known here.`], keep: 1 },
      { label: 'Orders', sentences: open.map((advice) => escapeMarkdown(orderWords(advice))), keep: 1 },
      ...notCheckedLine(context),
    ]),
    source: { label: 'Genehook', url: 'https://genehook.org' },
    topic: topicOf(['unread', 'pharmacogenomic', 'report'], 'Pharmacogenomic report not read'),
    ruleIds: ['unread-pharmacogenomic-report'],
    evidence: unread.reference === undefined ? [] : [unread.reference],
    ...(open.length === 1 && open[0]?.order !== undefined ? { order: open[0].order } : {}),
    suggestions: [],
    overrideReasons: [],
    links: [],
    panelTarget: { view: 'drugs' },
  };
}

const orderWords = ({ drug, genes, source }: DrugAdvice): string =>
  `${drug.name}: ${genes.map(({ gene }) => gene).join(', ')} (${source.label}).`;

/** A guideline asks for genes of which nothing is on file. FDA's table of associations alone asks for none. */
const isOpen = ({ coverage, body, ofLabel }: DrugAdvice): boolean => coverage === 'not-tested' && (body !== 'FDA' || ofLabel === true);

/** What is taken already was begun without the report, and a renewal is not the place to ask for it. */
function isTaken(drug: string, { orders, taken = [] }: PatientReport, asked: ReadonlySet<string>): boolean {
  const holds = ({ ingredients }: { readonly ingredients: readonly { readonly name: string }[] }): boolean =>
    ingredients.some(({ name }) => name === drug);
  return taken.some((one) => one.role === 'current' && holds(one)) || orders.some((order) => !asked.has(order.reference) && holds(order));
}
