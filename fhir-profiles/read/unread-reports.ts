/**
 * Genetic reports on file of which nothing was read: a document, a text, "see attached report", results that are not among the data. What they say is
 * not known here, and no test may be called missing beside them.
 */
import { namesDrugGeneTest } from '../codes/pgx/drug-gene-tests.ts';
import { SEQUENCING_PRODUCT } from '../codes/sequencing-products.ts';
import type { UnreadReport } from '../facts.ts';
import { plainTextOf } from './attachment.ts';
import type { Chart } from './chart.ts';
import { concept, concepts, list, records, text, wordings, type Concept } from './elements.ts';
import { valueConcept } from './element-value.ts';
import type { IntakeResource } from './intake.ts';
import { sourceOf } from './observation.ts';
import { resultStatus } from './result-status.ts';
import { isGeneticReport, namesGeneticReport } from './unread.ts';

/** Not about the tumour's genes: pharmacogenes, carriers, clotting factors, transplantation, infection. */
const OF_OTHERS =
  /antitrypsin|apolipoprotein|lipoprotein|newborn|neonatal|blood (?:type|group)|pharmaco|\bPGx\b|\bCYP\d|drug metabol|\bHLA\b|carrier|prenatal|paternity|thrombophil|factor V\b|cystic fibrosis|h(?:a)?emochromatosis|virus|viral|hepatitis|bacter|\bHIV\b|\bHPV\b|\bHCV\b|SARS|tubercul/i;
/** Work that goes with a test, talks about it and agreements to it: no report of its result. */
const NO_REPORT =
  /\bconsents?\b|counsel(?:l?ing|l?or)|consult|requisition|\brequests?\b|questionnaire|authori[sz]ation|insurance|leaflet|information sheet|educat|referral|aufklärung|einwilligung|consentim|toestemming/i;
/** Nothing came of it. */
const NOT_DONE =
  /\b(?:not performed|not done|cancel\w*|insufficient|inadequate|QNS|quantity not|test(?:ing)? failed|unable to|declin\w*|refus\w*)\b/i;
const SEE =
  /\b(?:see|refer to|siehe|voir|ver)\b.{0,40}\b(?:note|comments?|report|attach\w*|document|pdf|scan\w*|media|befund)\b|\battached\b/i;

/** A panel of genes by what they do, or of fusions, which names none of them. */
const PANEL_ALONE =
  /\bHRR\b|\bhomologous recombination repair\b|^(?!.*\b(?:spin|lumb|vertebr|cervical|joint))(?=.*\bfusions?\b)(?=.*(?:\bgenes?\b|\bpanel\b|\bRNA\b|\bNGS\b|\banalys[ie]s\b|\bassay\b|\bprofil))|\bFusionPlex\b/i;
/** A test of genes, and no line of the history ("Genetic risk: no", "Genetic screening: negative"). */
const SEQUENCING =
  /\bpanel\b|\bfusions?\b|FusionPlex|\bNGS\b|sequenc|profil|\bHRR\b|recombination repair|molecular patholog|\bgenetic test(?:ing|s)?\b/i;
const OF_HISTORY = /famil|relative|\brisk\b|screen|history/i;
const isSequencing = (code: Concept): boolean =>
  wordings(code).some((name) => (SEQUENCING.test(name) || SEQUENCING_PRODUCT.test(name)) && !OF_HISTORY.test(name));
/** "No pathogenic variants", "Negative": an answer for the panel as a whole, which does not say what genes it was looked for in. */
const WHOLE_ANSWER =
  /^\s*(?:negative|positive|normal|abnormal|none|no\b|not detected|detected)|\b(?:mutations?|variants?|alterations?|aberrations?|fusions?|rearrangements?|wild[- ]?type)\b/i;
const STILL_TO_COME =
  /\b(?:pending|to follow|in progress|awaited|ordered|requested|recommended|planned|sent|no (?:result|answer|report|sample|tissue|material)s?)\b/i;
/** One clause: what names genes in a list is told gene by gene. */
const isWholeAnswer = (said: string): boolean =>
  !/[:;=\n]/.test(said) && WHOLE_ANSWER.test(said) && !NOT_DONE.test(said) && !STILL_TO_COME.test(said);

/** `used`: references of results that something was read from. */
export function unreadReports(chart: Chart, used: ReadonlySet<string>): readonly UnreadReport[] {
  const { intake } = chart;
  const reports = intake.ofType('DiagnosticReport').filter((report) => {
    if (!resultStatus(report).usable || !isGeneticReport(report) || isOfOthers(report) || isHistology(report) || isTalk(report))
      return false;
    return !used.has(report.reference) && !list(report.resource['result']).some((item) => usedBy(intake.resolve(item, report), used));
  });
  const documents = intake.ofType('DocumentReference').filter(({ resource }) => {
    const status = text(resource['status']);
    if ((status !== undefined && status !== 'current') || /preliminary|entered-in-error/.test(text(resource['docStatus']) ?? ''))
      return false;
    return (
      namesOfDocument(resource).some((name) => namesGeneticReport(name)) &&
      !namesOfDocument(resource).some((name) => OF_OTHERS.test(name) || namesDrugGeneTest(name) || NO_REPORT.test(name))
    );
  });
  const lines = chart.observations
    .filter((view) => view.usable && !used.has(view.entry.reference))
    .filter(({ code }) => {
      const names = wordings(code);
      const isReport = names.some((name) => namesGeneticReport(name) || PANEL_ALONE.test(name));
      return isReport && !names.some((name) => OF_OTHERS.test(name) || namesDrugGeneTest(name) || NO_REPORT.test(name));
    })
    .filter(
      (view) =>
        view.components.length === 0 &&
        wordings(valueConcept(view.value)).some((said) => SEE.test(said) || (isSequencing(view.code) && isWholeAnswer(said))),
    )
    .map(({ entry }) => entry);
  return [...reports, ...documents, ...lines].map((entry) => ({ name: nameOf(entry), source: sourceOf(entry, intake) }));
}

function usedBy(result: IntakeResource | null, used: ReadonlySet<string>): boolean {
  return result !== null && used.has(result.reference);
}
function isOfOthers({ resource }: IntakeResource): boolean {
  return [...wordings(concept(resource['code'])), ...list(resource['conclusion']).flatMap((item) => text(item) ?? [])].some(
    (words) => OF_OTHERS.test(words) || namesDrugGeneTest(words) || NOT_DONE.test(words),
  );
}
/** A consultation in words that are read like those of any report; as a document it may hold the result. */
function isTalk({ resource }: IntakeResource): boolean {
  return (
    wordings(concept(resource['code'])).some((name) => NO_REPORT.test(name)) &&
    list(resource['presentedForm']).every((form) => plainTextOf(form) !== undefined)
  );
}
/** A synoptic pathology report speaks of genes only where its name says so. */
function isHistology({ resource }: IntakeResource): boolean {
  const { codings, ...code } = concept(resource['code']);
  return codings.some(({ code: loinc }) => loinc === '60568-3') && !wordings({ codings, ...code }).some(namesGeneticReport);
}
function namesOfDocument(resource: IntakeResource['resource']): readonly string[] {
  return [
    ...wordings(concept(resource['type'])),
    ...concepts(resource['category']).flatMap(wordings),
    ...[text(resource['description'])].flatMap((said) => said ?? []),
    ...records(resource['content']).flatMap(({ attachment }) => records([attachment]).flatMap((item) => text(item['title']) ?? [])),
  ];
}
function nameOf({ type, resource }: IntakeResource): string {
  const names = type === 'DocumentReference' ? namesOfDocument(resource) : wordings(concept(resource['code']));
  return (names[0] ?? '').slice(0, 60);
}
