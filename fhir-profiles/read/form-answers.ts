/**
 * Answers of a form (QuestionnaireResponse) whose question is the name of a test and nothing else, as the Observations that they stand for: "CYP2C19
 * genotype: *2/*2" in a registry's form. Whatever else a form asks - of relatives, of what was ordered, of a treatment - is no result; where it names a
 * gene it is told (`last-net/forms`).
 */
import { biomarkerTest } from '../codes/biomarker-tests.ts';
import { LOINC } from '../codes/systems.ts';
import type { FoundResource } from './collect-resources.ts';
import { isRecord, list, records, text, type Json } from './elements.ts';
import { pgxGenesIn, withoutGene } from './germline/notation/gene-in-text.ts';
import type { RawResource } from './intake.ts';
import { referenceText } from './resource-references.ts';
import { entryOf } from '../entry-of.ts';

const DEEPEST = 12;
const MOST = 1_000;

export interface FormItem {
  readonly linkId: string;
  /** The question, with the title of its group in front where it says nothing by itself. */
  readonly question: string;
  /** Titles of all groups above it. */
  readonly groups: readonly string[];
  readonly answers: readonly Json[];
}

/** Questions that were answered, in their order. */
export function itemsOf(form: RawResource): readonly FormItem[] {
  const found: FormItem[] = [];
  const visit = (items: unknown, groups: readonly string[], depth: number): void => {
    if (depth > DEEPEST) return;
    for (const item of records(items)) {
      if (found.length >= MOST) return;
      const own = plainQuestion(text(item['text']) ?? '');
      const answers = records(item['answer']);
      const question = BARE.test(own) ? `${groups.at(-1) ?? ''} ${own}`.trim() : own;
      const valued = answers.filter((answer) => Object.keys(answer).some((name) => name.startsWith('value')));
      if (question !== '' && valued.length > 0) found.push({ linkId: text(item['linkId']) ?? '', question, groups, answers: valued });
      const within = own === '' ? groups : [...groups, own];
      visit(item['item'], within, depth + 1);
      for (const answer of answers) visit(answer['item'], within, depth + 1);
    }
  };
  visit(form['item'], [], 0);
  return found;
}

/** "3.2) HER2 status:" → "HER2 status". */
const plainQuestion = (written: string): string =>
  written
    .replace(/\s+/g, ' ')
    .replace(/^(?:(?:question|item|Q)?\s?\d{1,3}(?:[.)]\d{0,3})*[a-z]?[.):]\s)/i, '')
    .replace(/\s?[:*]+$/, '')
    .trim();

/** Says nothing by itself. */
const BARE =
  /^(?:(?:test|final|lab(?:oratory)?)\s)?(?:results?|values?|status|genotype|diplotype|phenotype|interpretation|(?:metaboli[sz]er|predicted) (?:status|phenotype)|activity score)$/i;

const OF_ANOTHER =
  /\bfamil|\brelatives?\b|\bmother|\bfather|\bparents?\b|\bsibling|\bbrother|\bsister|\bchild|\bdaughter|\bdonor|\bpartner|\bmaternal|\bpaternal/i;
/** Parts of a form that ask what is to be done. */
const OF_A_PLAN = /\brequest|\border(?:s|ed|ing)?\b|\breferr|\beligib|\bconsent|\bindication|\breason|\bplan|\bcriteri|\binterven/i;
/** Asked of somebody else, or in a part of the form that holds no results. */
export const isOfNoResult = ({ question, groups }: FormItem): boolean =>
  [question, ...groups].some((words) => OF_ANOTHER.test(words)) || groups.some((words) => OF_A_PLAN.test(words));

/** What stands around a gene or a marker in the name of its test. */
const OF_A_TEST =
  /\b(?:genes?|genotype|diplotype|phenotype|metaboli[sz]er|activity score|mutations?|variants?|alterations?|fusions?|rearrangements?|amplification|molecular|analysis|assay|status|results?|values?|scores?|final|lab(?:oratory)?|expression|receptors?|protein|tumou?r|somatic|proportion|combined|positive|immunohistochemistry|hybridi[sz]ation|in situ|estrogen|oestrogen|progesterone|programmed death[- ]ligand 1|microsatellite(?: instability)?|mismatch repair|by|of|the|neu|IHC|[FC]?ISH|NGS|PCR|TPS|CPS|percent)\b|%/gi;
const TUMOUR_TEST =
  /^[A-Z][A-Z0-9]{2,7}(?: gene)? (?:mutations?|variants?|alterations?|fusions?|rearrangements?|amplification|exon \d{1,2}|[A-Z]\d{2,4}[A-Z])(?: (?:status|results?|analysis))?$/;

/** Is the question the name of one test and nothing else? */
export function isNameOfTest(question: string): boolean {
  if (question.length > 60 || question.includes('?')) return false;
  if (TUMOUR_TEST.test(question)) return true;
  const genes = pgxGenesIn(question);
  const marker = biomarkerTest([], [question]);
  if (genes.length + (marker === null ? 0 : 1) !== 1) return false;
  const left = genes.reduce((words, gene) => withoutGene(words, gene), question).replace(OF_A_TEST, ' ');
  return !/[\p{L}\d]/u.test(marker === null ? left : left.replace(marker.kind, ' ').replace(SHORT_NAMES, ' '));
}
const SHORT_NAMES = /\b(?:ER|PR|PgR|HER-?2|ERBB2|PD-?L1|MSI|[dp]?MMR|TMB|HRD|Ki-?67|MSS)\b/gi;

/** Yes, no and what is not known answer whether, and never what. */
const NO_ANSWER =
  /^(?:yes|no|y|n|true|false|done|not done|unknown|unsure|not (?:known|sure|tested|performed|applicable)|n\/?a|other|pending|declined|refused|-+)\.?$/i;

/** The value of a test that a question names; null where it is more than a test's name, of somebody else, or answered by no value. */
export const resultOf = (item: FormItem): Json | null => (isOfNoResult(item) || !isNameOfTest(item.question) ? null : answerOf(item));

/** One value that is no yes or no. */
function answerOf({ answers }: FormItem): Json | null {
  const [only, ...others] = answers;
  if (only === undefined || others.length > 0) return null;
  const coding = only['valueCoding'];
  if (isRecord(coding)) {
    const said = text(coding['display']) ?? text(coding['code']);
    return said === undefined || NO_ANSWER.test(said) ? null : { valueCodeableConcept: { coding: [coding] } };
  }
  const written = text(only['valueString']);
  if (written !== undefined) return NO_ANSWER.test(written) ? null : { valueString: written };
  if (isRecord(only['valueQuantity'])) return { valueQuantity: only['valueQuantity'] };
  const number = only['valueDecimal'] ?? only['valueInteger'];
  return typeof number === 'number' ? { valueQuantity: { value: number } } : null;
}

const STATUS: Readonly<Record<string, string>> = { completed: 'final', amended: 'amended' };

/** What patients and relatives say of themselves is no laboratory's result. */
function isOfPatient({ source, author }: RawResource): boolean {
  return [source, author].some((by) => /(?:^|\/)(?:Patient|RelatedPerson)\//.test(referenceText(by) ?? ''));
}

/** Results that finished forms give by the name of a test. */
export function formAnswers(found: readonly FoundResource[]): readonly FoundResource[] {
  return found.filter(({ resource }) => resource.resourceType === 'QuestionnaireResponse').flatMap(resultsOf);
}

/** A finished form that somebody else than the patient filled in. */
export const isReadable = (resource: RawResource): boolean =>
  statusOf(resource) !== undefined && !isOfPatient(resource) && list(resource['modifierExtension']).length === 0;

const statusOf = (resource: RawResource): string | undefined => entryOf(STATUS, text(resource['status'])?.toLowerCase() ?? '');

function resultsOf(form: FoundResource): readonly FoundResource[] {
  const { resource } = form;
  if (!isReadable(resource)) return [];
  return itemsOf(resource).flatMap((item, at): readonly FoundResource[] => {
    const value = resultOf(item);
    if (value === null) return [];
    const loinc = /(?:^|\/)(\d{3,6}-\d)$/.exec(item.linkId)?.[1];
    return [
      {
        containedIn: form,
        resource: {
          resourceType: 'Observation',
          id: `answer-${at + 1}`,
          status: statusOf(resource),
          ...(resource['subject'] === undefined ? {} : { subject: resource['subject'] }),
          ...(resource['authored'] === undefined ? {} : { effectiveDateTime: resource['authored'] }),
          code: { ...(loinc === undefined ? {} : { coding: [{ system: LOINC, code: loinc }] }), text: item.question },
          ...value,
        },
      },
    ];
  });
}
