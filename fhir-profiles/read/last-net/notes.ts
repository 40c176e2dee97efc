/**
 * Results that a clinician wrote into a note of a record about something else: "CYP2C19 *2/*2 per outside lab" beside a coronary disease. A note is not
 * interpreted; the gene that it gives a result of must not look untested.
 */
import { biomarkerTest } from '../../codes/biomarker-tests.ts';
import { isNotDone } from '../../codes/not-done.ts';
import type { Chart } from '../chart.ts';
import { wordsOfGenes } from '../everyday-lines.ts';
import { isFamilyHistory } from '../condition.ts';
import { isRefuted } from '../condition-status.ts';
import { valueConcept } from '../element-value.ts';
import { concept, concepts, records, text, wordings } from '../elements.ts';
import { isNameOfTest } from '../form-answers.ts';
import { isDiagnosticHla, ofAnother } from '../germline/named-test/about-the-gene.ts';
import { pgxGenesIn } from '../germline/notation/gene-in-text.ts';
import { NOT_THIS_PATIENT, speaksOfResult } from '../germline/report/text.ts';
import type { BiomarkerFact } from '../../facts.ts';
import type { IntakeResource } from '../intake.ts';
import type { ObservationView } from '../observation.ts';
import { NOT_HERE } from '../report-text.ts';
import { namesTumour } from '../tumour/tumour-type.ts';
import { symbolsIn } from '../variant/result/variant-genes.ts';
import { isPharmacogene } from './genes.ts';
import type { LedLine } from './narrative.ts';

/** A question, a plan, a doubt, a talk; what is said of drugs. */
const NO_RESULT =
  /\?|\b(?:if|pending|await\w*|await|plan\w*|schedul\w*|order(?:ed|ing)?|request\w*|to be|to follow|will|would|should|could|may|might|possibl[ey]|suspect\w*|likely|r\/o|rule[sd]? out|exclu\w*|consider\w*|recommend\w*|suggest\w*|advis\w*|offer\w*|discuss\w*|counsel\w*|consent\w*|declin\w*|refus\w*|check|test(?:ed|ing)? for|looking for|eligib\w*|trial|needs?|family|familial|inhibit\w*|induc(?:e|er|ers|tion)|substrates?|metaboli[sz]ed|guideline\w*|antibod\w*|virus|viral|newborn|neonatal)\b/i;
/** What is found of a tumour's gene. Positive and negative alone are said of short names that mean other things: "TPO: positive", "MET: negative". */
const FOUND =
  /\b(?:mutat\w*|variants?|fusions?|rearrang\w*|translocat\w*|amplif\w*|wild[- ]?type|skipping|exon\s?\d+|[A-Z]\d{2,4}(?:[A-Z*]|fs|del|dup))(?![A-Za-z0-9])|\b[cp]\.\S/;

/** Markers and what is found of them. */
const MARKED = /\d\s?[%+]|[:=]|\b(?:high|low|stable|deficient|proficient)\b/i;

const LONGEST_NOTE = 20_000;
const LONGEST = 160;

/** Clauses of a note that may give a result of this patient. */
function clausesOf(note: string): readonly string[] {
  if (note.length > LONGEST_NOTE || !(speaksOfResult(note) || FOUND.test(note) || MARKED.test(note))) return [];
  return note.split(/[;\n]|\.(?:\s|$)/).flatMap((sentence) => {
    if (ofAnother(sentence) || NOT_THIS_PATIENT.test(sentence)) return [];
    const clauses = sentence.split(/,\s/).map((written) => written.replace(/\s+/g, ' ').trim());
    return clauses.filter(
      (line) => line.length <= LONGEST && !NO_RESULT.test(line) && !isNotDone(line) && !isDiagnosticHla(line.replace(/:\s/g, ' ')),
    );
  });
}

/** Does a line speak of a change of a gene? */
export const speaksOfChange = (line: string): boolean => FOUND.test(line);

const POSITIVE_OR_NOT = /\b(?:positive|negative|detected)\b/i;

/** Genes and the clauses that give a result of them. `ofTumour`: the note of a tumour, where a short name is a gene's. */
export function linesOf(note: string, chart: Chart, ofTumour = false): readonly LedLine[] {
  return clausesOf(wordsOfGenes(note, [], chart)).flatMap((line) => {
    const pharmacogenes = speaksOfResult(line) ? pgxGenesIn(line).filter(isPharmacogene) : [];
    const others =
      FOUND.test(line) || (ofTumour && POSITIVE_OR_NOT.test(line))
        ? symbolsIn(line, chart).filter((gene) => !isPharmacogene(gene) && !NOT_HERE.has(gene))
        : [];
    return [...pharmacogenes, ...others].map((gene) => ({ gene, line }));
  });
}

/** Markers that the note of a tumour gives a result of: "HER2 3+", "PD-L1 TPS 80 %". In other notes their short names mean other things. */
export function markersNoted(entry: IntakeResource, chart: Chart): readonly BiomarkerFact['kind'][] {
  if (!isTumour(entry, chart) || isRefuted(entry.resource) || isFamilyHistory(entry)) return [];
  const named = notesOf(entry)
    .flatMap(clausesOf)
    .flatMap((line) => {
      const name = LED.exec(line)?.[1] ?? '';
      return isNameOfTest(`${name} status`) ? (biomarkerTest([], [`${name} status`])?.kind ?? []) : [];
    });
  return [...new Set(named)];
}
const isTumour = ({ type, resource }: IntakeResource, { vocabulary }: Chart): boolean =>
  type === 'Condition' && namesTumour(concept(resource['code']), vocabulary.tumours);
const LED = /^([^:=]{2,60}?)\s?(?:[:=]|\b(?:positive|negative|high|low|stable|deficient|proficient)\b|(?:[<>]\s?)?\d+\s?[%+])/i;

/** Records that a clinician writes notes to. */
export const NOTED = [
  'Condition',
  'Procedure',
  'ClinicalImpression',
  'MedicationRequest',
  'MedicationOrder',
  'MedicationStatement',
] as const;

export function notedInRecord(entry: IntakeResource, chart: Chart): readonly LedLine[] {
  const { resource } = entry;
  if (/^(?:entered-in-error|not-done)$/i.test(text(resource['status']) ?? '')) return [];
  if (entry.type === 'Condition' && (isRefuted(resource) || isFamilyHistory(entry))) return [];
  const evidence = records(resource['evidence']).flatMap((item) => concepts(item['code']).flatMap(wordings));
  const written = [...notesOf(entry), text(resource['summary']), text(resource['description']), ...evidence];
  return written.flatMap((note) => (note === undefined ? [] : linesOf(note, chart, isTumour(entry, chart))));
}

/** A row that is called a remark and nothing else. */
const REMARK =
  /^(?:(?:clinical|provider|laboratory|lab|general|additional|free[- ]text|progress) )*(?:comments?|notes?|remarks?|narrative|information)$/i;

/** The notes of a result, and what a row that is a remark itself says. */
export function notedInResult(view: ObservationView, chart: Chart): readonly LedLine[] {
  if (!view.usable) return [];
  const names = wordings(view.code);
  const own = names.length > 0 && names.every((name) => REMARK.test(name.trim())) ? wordings(valueConcept(view.value)) : [];
  return [...view.notes, ...own].flatMap((note) => linesOf(note, chart));
}

function notesOf({ resource }: IntakeResource): readonly string[] {
  const { note } = resource;
  if (typeof note === 'string') return [note];
  const noted = Array.isArray(note) ? records(note) : records([note]);
  return noted.flatMap((item) => text(item['text']) ?? []);
}
