/** A result that the Observation itself takes back: in the words of its value, a flag, a note, a row of comments. */
import { answerTakenBack, flagLeavesOpen, flagTakesBack, isFirm, noteTakesBack, tickedPart } from '../codes/doubt/index.ts';
import { concept, concepts, isRecord, list, records, text, wordings } from './elements.ts';

/** HL7 ObservationInterpretation: quality control failure; indeterminate, equivocal, insufficient evidence. */
const FAILED: ReadonlySet<string> = new Set(['QCF']);
const UNDECIDED: ReadonlySet<string> = new Set(['IND', 'E', 'IE']);
const REMARK =
  /^(?:(?:lab(?:oratory)?|result|test|technician|interpretive|general) )?(?:comments?|notes?|remarks?|bemerkung(?:en)?|kommentar|commentaires?|comentarios?)$/i;
/** Answers that are firm by their code: LOINC and SNOMED CT positive, negative, present, absent. */
const FIRM_CODES: ReadonlySet<string> = new Set([
  'LA6576-8',
  'LA6577-6',
  'LA9633-4',
  'LA9634-2',
  '10828004',
  '260385009',
  '52101004',
  '2667000',
]);

type Element = Readonly<Record<string, unknown>>;

/** What takes it back, as written; null where nothing does. */
export function takenBack(resource: Element): string | null {
  const components = records(resource['component']);
  const answers = [resource, ...components].filter((part) => saidIn(part).length > 0 || hasNumber(part));
  if (answers.length === 0) return null;
  for (const part of [resource, ...components]) {
    const found = saidIn(part).find((said) => answerTakenBack(said) || tickedPart(said) === null) ?? byFlags(part);
    if (found !== undefined) return found;
    const line = saidIn(part).flatMap(linesBeside).find(noteTakesBack);
    if (line !== undefined) return line;
  }
  const notes = records(resource['note']).flatMap((note) => text(note['text']) ?? []);
  const remarks = components.filter((part) => wordings(concept(part['code'])).some((name) => REMARK.test(name.trim()))).flatMap(saidIn);
  return [...notes, ...remarks].find(noteTakesBack) ?? null;
}

/** Lines of a short value in several: "GENOTYPE: *2/*2", "COMMENT: This result was cancelled."; sentences too. A remark among them is one as in a note. */
function linesBeside(said: string): readonly string[] {
  if (said.length > 1_500) return [];
  const lines = said.length > 600 ? [] : said.split('\n');
  const sentences = said.split(/(?<=[.;!])\s+|\n+/).slice(1);
  // "Insufficient DNA for ROS1": of one gene of several, as its own line tells.
  const ofAll = sentences.filter((sentence) => !NAMES_SOMETHING.test(sentence.replace(NO_GENE, ' ')));
  return [...(lines.length < 2 ? [] : lines), ...ofAll].map((line) =>
    line.replace(/^[ \t]*(?:comments?|notes?|remarks?)[ \t]*:/i, '').trim(),
  );
}
const NAMES_SOMETHING = /(?<![A-Za-z0-9])[A-Z][A-Z0-9-]{2,}(?![A-Za-z0-9])|\*\d|\bc\.|\bp\./;
const NO_GENE =
  /\b(?:DNA|RNA|NGS|PCR|FFPE|IHC|FISH|QC|RUO|TBD|PRELIMINARY|RESULTS?|NOT|FINAL|REPORT|PENDING|CONFIRMATION|SAMPLE|SPECIMEN)\b/g;

function byFlags(part: Element): string | undefined {
  for (const flag of concepts(list(part['interpretation']))) {
    const words = wordings(flag);
    const named = words[0] ?? flag.codings[0]?.code;
    if (flag.codings.some(({ code }) => FAILED.has(code)) || words.some((said) => flagTakesBack(said) || noteTakesBack(said))) return named;
    if ((flag.codings.some(({ code }) => UNDECIDED.has(code)) || words.some(flagLeavesOpen)) && isFirmAnswer(part)) return named;
  }
  return undefined;
}

const isFirmAnswer = (part: Element): boolean =>
  saidIn(part).some(isFirm) || concept(part['valueCodeableConcept']).codings.some(({ code }) => FIRM_CODES.has(code));

const saidIn = (part: Element): readonly string[] => {
  const coded = part['valueCodeableConcept'];
  const written = text(part['valueString']);
  return [...(isRecord(coded) ? wordings(concept(coded)) : []), ...(written === undefined ? [] : [written])];
};

const hasNumber = (part: Element): boolean =>
  part['valueQuantity'] !== undefined || part['valueInteger'] !== undefined || part['valueBoolean'] !== undefined;
