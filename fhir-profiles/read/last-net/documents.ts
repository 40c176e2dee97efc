/**
 * A document on file whose name is that of one pharmacogene's result, or a genetic one whose text names pharmacogenes: what it says is not read, that it is
 * there is told.
 */
import { namesDrugGeneTest } from '../../codes/pgx/drug-gene-tests.ts';
import { isPage, plainTextOf } from '../attachment.ts';
import { concept, concepts, records, text, wordings, type Json } from '../elements.ts';
import { pgxGenesIn, withoutGene } from '../germline/notation/gene-in-text.ts';
import { NOT_THIS_PATIENT, speaksOfResult } from '../germline/report/text.ts';
import type { IntakeResource, RawResource } from '../intake.ts';
import { namesGeneticReport } from '../unread.ts';
import { isPharmacogene, withoutTestWords } from './genes.ts';
import type { LedLine } from './narrative.ts';
import { isNoResult, isOfTheWork, isShort } from './spoken.ts';

/** What names of documents hold beside the gene and the words of a test. */
const OF_A_DOCUMENT =
  /\b(?:reports?|documents?|letters?|lab(?:orator\w*)?|scan(?:ned)?|pdf|external|outside|final|pharmacogen\w*|PGx|of|for|the)\b/gi;

/** The one gene that its type and its description name; null for a document about several, about genetics in general, or about anything beside a result. */
export function geneOfDocument({ resource }: IntakeResource): string | null {
  if (!isCurrent(resource)) return null;
  const names = [...wordings(concept(resource['type'])), ...[text(resource['description'])].flatMap((said) => said ?? [])];
  if (names.some((name) => isNoResult(name) || isOfTheWork(name))) return null;
  const genes = new Set(names.filter(isOfTestAlone).flatMap(pgxGenesIn));
  const [only, ...more] = genes;
  return only !== undefined && more.length === 0 && isPharmacogene(only) ? only : null;
}

/** Lines of a genetic document in plain text that a pharmacogene leads: "CYP2C19: *2/*2 (Poor Metabolizer)" of a "Genetic profile". */
export function ledInDocumentText({ resource }: IntakeResource): readonly LedLine[] {
  const names = namesOf(resource);
  if (!isCurrent(resource) || !names.some(namesGeneticReport) || names.some((name) => isNoResult(name) || isOfTheWork(name))) return [];
  return attachmentsOf(resource)
    .flatMap((item) => (plainTextOf(item) ?? '').split(/[;\n]/))
    .flatMap(ledBy);
}

const MAY_BE_OF_DRUGS = /\bgenetic profile\b/i;

/** Its names say that it is about the genes of drugs. */
export const isOfDrugGenes = ({ resource }: IntakeResource): boolean => namesOf(resource).some(namesDrugGeneTest);

/** A document about the genes of drugs in a form that is not read, a PDF mostly: no test of them may be called missing without a word of it. */
export function isUnreadOfDrugs(document: IntakeResource): boolean {
  const { resource } = document;
  const names = namesOf(resource);
  if (
    !isCurrent(resource) ||
    !names.some((name) => namesDrugGeneTest(name) || MAY_BE_OF_DRUGS.test(name)) ||
    names.some((name) => isNoResult(name) || isOfTheWork(name))
  )
    return false;
  return geneOfDocument(document) === null && attachmentsOf(resource).some(isUnread);
}

/** A page of which no line could be told is as unread as a PDF. */
function isUnread(attachment: Json): boolean {
  const written = plainTextOf(attachment);
  return written === undefined || (isPage(attachment) && written.split(/[;\n]/).every((line) => ledBy(line).length === 0));
}

const attachmentsOf = (resource: RawResource): readonly Json[] =>
  records(resource['content']).flatMap(({ attachment }) => records([attachment]));

function namesOf(resource: RawResource): readonly string[] {
  const titles = [text(resource['description']), ...attachmentsOf(resource).map((item) => text(item['title']))];
  return [
    ...wordings(concept(resource['type'])),
    ...concepts(resource['category']).flatMap(wordings),
    ...titles.flatMap((said) => said ?? []),
  ];
}

/** "CYP2C19: *2/*2", "SLCO1B1 = T521C", "CYP2C19 *2/*2 Poor Metabolizer"; a gene without an answer, of a relative or of people in general leads nothing. */
function ledBy(written: string): readonly LedLine[] {
  const line = written.replace(/\s+/g, ' ').trim();
  const item = line.replace(/^(?:[\s•*|-]|\d{1,2}[.)])+/, '');
  const spoken = /^(\S{3,20})[\s|(–-]+(\S.*)$/.exec(item);
  const [, lead = '', answer = ''] =
    /^([^:=]{2,40}?)\s*[:=]\s*(\S.*)$/.exec(item) ?? (spoken !== null && speaksOfResult(item) ? spoken : []);
  if (!/[\p{L}\d+]/u.test(answer) || !isShort(line) || isNoResult(line) || NOT_THIS_PATIENT.test(line)) return [];
  return pgxGenesIn(lead)
    .filter(isPharmacogene)
    .map((gene) => ({ gene, line }));
}

function isCurrent(resource: RawResource): boolean {
  const status = text(resource['status']);
  return (status === undefined || status === 'current') && !/preliminary|entered-in-error/.test(text(resource['docStatus']) ?? '');
}

function isOfTestAlone(name: string): boolean {
  const rest = pgxGenesIn(name).reduce((words, gene) => withoutGene(words, gene), name);
  return !/\p{L}/u.test(withoutTestWords(rest.replace(OF_A_DOCUMENT, ' ')));
}
