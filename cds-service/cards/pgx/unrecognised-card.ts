/**
 * Orders whose drug is not known to us: said once where results are on file that might have changed the order. Without any result there was nothing to
 * check, and a card at each herbal tea teaches to click past.
 */
import { systemicByForm } from '../../../fhir-profiles/codes/drug/forms.ts';
import { isNoDrug } from '../../pgx/index.ts';
import type { DataWarning, PatientReport, RecognisedOrder } from '../../report/types.ts';
import { detailText } from '../detail.ts';
import { escapeMarkdown, plainText } from '../markdown.ts';
import { summaryText } from '../summary.ts';
import { topicOf } from '../topic.ts';
import type { CardContext, CardDraft } from '../types.ts';
import { notCheckedLine, tellsNotChecked } from '../not-checked-text.ts';
import { wordsBeside } from '../words-beside.ts';
import { mayClaimUntested } from './order-findings.ts';

const LONGEST_NAME = 80;
const SOURCE = { label: 'Genehook', url: 'https://genehook.org' } as const;

export function unrecognisedCard(report: PatientReport, context: CardContext): CardDraft | undefined {
  const asked = new Set(context.orders);
  const unread = (order: RecognisedOrder): boolean => order.ingredients.length === 0 || isInPartUnread(order, report);
  const unknown = report.orders.filter(
    (order) => asked.has(order.reference) && unread(order) && !actsOnTheSpot(order) && !isNoDrug(order.text),
  );
  const inPart = unknown.length > 0 && unknown.every(({ ingredients }) => ingredients.length > 0);
  const first = unknown[0];
  if (first === undefined || !resultsOnFile(report, context)) return undefined;
  const many = unknown.length > 1;
  return {
    summary: summaryText(
      inPart
        ? 'Order checked in part: a drug in it was not recognised'
        : many
          ? `${String(unknown.length)} orders not checked: the drugs were not recognised`
          : 'Order not checked: the drug was not recognised',
    ),
    indicator: 'info',
    unsettled: { dangerous: false },
    detail: detailText([
      {
        label: 'Order',
        sentences: unknown.map(
          (order) => escapeMarkdown(orderSentence(order.text, context.draftOrders[order.reference])) + checkedOf(order),
        ),
        keep: 1,
      },
      { label: 'Effect', sentences: [inPart ? IN_PART : EFFECT[context.family]], keep: 1 },
      ...(unknown.some(({ text }) => CODE_ALONE.test(text.trim())) ? [BY_CODE] : []),
      ...notCheckedLine({ ...context, notChecked: [] }),
    ]),
    source: SOURCE,
    topic: topicOf(['unrecognised', 'order'], 'Order not recognised'),
    ruleIds: ['unrecognised-order'],
    evidence: [],
    ...(many ? {} : { order: first.reference }),
    suggestions: [],
    overrideReasons: [],
    links: [],
    panelTarget: { view: 'drugs' },
  };
}

/** "simva/ezetimibe": one side of the slash is known, the other may be a second drug. */
const isInPartUnread = ({ reference }: RecognisedOrder, { warnings }: PatientReport): boolean =>
  warnings.some((warning) => warning.code === 'unknown-drug' && warning.reference === reference);

/** What was checked of an order that is known in part. */
const checkedOf = ({ ingredients }: RecognisedOrder): string =>
  ingredients.length === 0 ? '' : ` Only ${ingredients.map(({ name }) => name).join(', ')} was recognised in it.`;

const IN_PART = 'What is written beside it, if it is a drug, was not checked.';

const EFFECT: Readonly<Record<CardContext['family'], string>> = {
  pgx: 'No pharmacogenomic check was made for it.',
  oncology: 'No check against the tumour’s or inherited results was made for it.',
};

/**
 * Results that this order could have been checked against; where they could not be read, nobody knows that there are none. Normal G6PD, as measured in
 * every blood donor and newborn, speaks against no drug.
 */
export function resultsOnFile({ pgx, oncology, warnings }: PatientReport, context: CardContext): boolean {
  return (
    pgx.genes.some(({ gene, phenotype }) => !(gene === 'G6PD' && phenotype === 'Normal')) ||
    oncology.variants.length > 0 ||
    oncology.biomarkers.length > 0 ||
    warnings.some(isUnread) ||
    !mayClaimUntested(context)
  );
}
/** It is there and could not be read. What is not final, is taken back or is only a note on the test is no result that was looked past. */
const isUnread = ({ genomic, code, reference = '' }: DataWarning): boolean =>
  genomic === true && code !== 'not-final' && code !== 'not-used' && /^(?:Observation|DiagnosticReport)\//.test(reference);

/** As an order without words is shown (`fhir-profiles/read/medication/index.ts`). */
const CODE_ALONE = /^(?:NDC|SNOMED CT|RxNorm|ATC|UNII|(?:[a-z][\w.-]* )?code) \S+$/i;
const BY_CODE = {
  label: 'Why',
  sentences: [
    'The drug is named by a code alone that no table here holds; with a display, a text or an RxNorm ingredient code it is checked.',
  ],
  keep: 1,
};

/** The order in its own words, as far as a card has room: cut between words, and the cut is seen. */
function orderSentence(text: string, order?: unknown): string {
  const name = plainText(text).replace(/(?<![\s.…])[\s.…]+$/u, '');
  if (name === '') {
    const said = plainText(wordsBeside(order)).trim();
    return said === '' ? 'without text.' : `no drug named; beside it stands: ${cutShort(said)}`;
  }
  return cutShort(name);
}

function cutShort(name: string): string {
  const characters = [...name];
  if (characters.length <= LONGEST_NAME) return `${name}.`;
  const head = characters.slice(0, LONGEST_NAME).join('');
  const space = head.lastIndexOf(' ');
  return `${(space > LONGEST_NAME / 2 ? head.slice(0, space) : head).replace(/(?<![\s,;:–-])[\s,;:–-]+$/u, '')} …`;
}

/** A cream or eye drops, whatever is in them: no result of these genes changes them. What is inhaled, in the nose or rectal may act in the body. */
function actsOnTheSpot({ systemic, text, dose }: RecognisedOrder): boolean {
  return (systemic ?? systemicByForm(text)) === false && !BY_AIRWAY.test(`${text} ${dose?.route ?? ''}`);
}

const BY_AIRWAY = /\b(nasal|nose|intranasal|inhal\w*|neb\w*|hfa|mdi|dpi|mucosal|medicated|intradermal|paste|pad)\b/i;

/** The check of a drug that has a guideline could not be made, because results, the problem list or current orders could not be read. */
export function incompleteCard(report: PatientReport, context: CardContext): CardDraft | undefined {
  const asked = new Set(context.orders);
  const covered = [...report.pgx.drugs, ...report.pgx.untested].filter(({ order }) => order !== undefined && asked.has(order));
  return incompleteCheck('Pharmacogenomic check', [...new Set(covered.map(({ drug }) => drug.name))].sort(), context);
}

/** `what` of these drugs could not be made; undefined where all that it rests on was read, or where there is no such drug. */
export function incompleteCheck(what: string, drugs: readonly string[], context: CardContext): CardDraft | undefined {
  if (drugs.length === 0 || (mayClaimUntested(context) && !context.notChecked.some((part) => BASIS.test(part.trim())))) return undefined;
  return {
    summary: summaryText(
      `${what} of ${drugs.join(', ')} is incomplete: parts of the chart could not be read`,
      `${what} is incomplete: parts of the chart could not be read`,
    ),
    indicator: 'info',
    ...tellsNotChecked(context),
    detail: detailText(notCheckedLine(context)),
    source: SOURCE,
    topic: topicOf(['incomplete', 'check'], 'Check incomplete'),
    ruleIds: ['incomplete-check'],
    evidence: [],
    suggestions: [],
    overrideReasons: [],
    links: [],
    panelTarget: { view: 'now' },
  };
}

/** Tumours, hereditary conditions and results of the problem list, and the age: silence without them is no all clear. */
const BASIS = /^(?:conditions?|patient details)\b/i;
