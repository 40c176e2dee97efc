/** What a resource that no reader understood says, and whether it can be a result of this patient at all. */
import { OBSERVATION } from '../../codes/genomics/genomics-codes.ts';
import { DONOR } from '../../codes/doubt/index.ts';
import { isNotDone } from '../../codes/not-done.ts';
import { plainTextOf } from '../attachment.ts';
import { concepts, list, text, wordings, type Concept } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import { tellsOfTheTest } from '../germline/named-test/about-the-test.ts';
import { anotherPerson } from '../germline/another-person.ts';
import { isDiagnosticHla, ofAnother } from '../germline/named-test/about-the-gene.ts';
import type { IntakeResource } from '../intake.ts';
import type { Component, ObservationView } from '../observation.ts';
import { isFinal, isSetAside } from '../result-status.ts';
import { isGeneticReportCode, isGenomicCategory, namesGeneticReport } from '../unread.ts';

/** A gene's name in a question, or in what is said of drugs, of a plan or of relatives. */
const ELSEWHERE = new RegExp(
  String.raw`\b(?:inhibit\w*|induc(?:e|er|ers|tion)|substrates?|interact\w*|metaboli[sz]ed|therap(?:y|ies)|treat(?:ed|ment)|recommend\w*|consider\w*|suggest\w*|advis\w*|consent\w*|counsel\w*|indication|reason|question|to be|exclu\w*|rule[sd]? out|family|mother|father|sibling|brother|sister|relatives?|${DONOR}|antibod\w*|virus|viral)\b|\?\s*$`,
  'i',
);

/** Names under which work is filed that went with a test, and never its result. */
const OF_THE_WORK =
  /\b(?:alerts?|educat\w*|leaflets?|brochures?|hand-?outs?|requisitions?|requests?|enrol\w*|insurance|(?:prior )?authori[sz]ations?|approvals?|turnaround|lot n\w*|performing|quality measures?|adjusted for|vaccin\w*|trial arm|phenoconversion|substrates?|perpetrators?|knowledge|(?:progress|nursing|clinic\w*|genetics?|visit|office) (?:notes?|summar\w*|visits?)|cross-?match|(?:sample|specimen)s? (?:collect\w*|receiv\w*|sent|draw\w*))\b|\b(?:orders?|plan|date|date\/time)$/i;
export const isOfTheWork = (name: string): boolean => OF_THE_WORK.test(name.trim());

/** Words in which no result can stand: of a test not done, a plan, another person. */
export const isNoResult = (words: string): boolean => noResultBeside(words) || SPOKEN_OF.test(words);

/** The same of a note: that a result was spoken about, or its sample sent away, takes nothing from it. */
const noResultBeside = (words: string): boolean => isNotDone(words) || ELSEWHERE.test(words) || ofAnother(words);
const SPOKEN_OF = /\b(?:offered|discuss\w*|awaited|sent out)\b/i;

/** Longer texts are sentences, which name more than they state. */
const LONGEST = 80;
export const isShort = (words: string): boolean => words.length <= LONGEST;

/** A final result, also one that holds something that may turn it round. */
const isResult = (view: ObservationView): boolean => view.usable || (isSetAside(view.entry) && isFinal(view.entry));

/** Something of this patient that was found out: no plan, no description of a test, no other person's. A variant may be all in its name. */
export function mayBeResult(view: ObservationView): boolean {
  if (!isResult(view) || tellsOfTheTest(view) || anotherPerson(view) !== null) return false;
  const { value, noValue, components, interpretation, notes } = view;
  if (value === null && components.length === 0 && noValue !== undefined) return false;
  const holdsSomething =
    view.codes.has(OBSERVATION.variant) ||
    value !== null ||
    components.length + interpretation.length + notes.length > 0 ||
    list(view.entry.resource['hasMember']).length > 0;
  if (namesOf(view.code).some((name) => isOfTheWork(name) || isDiagnosticHla(name))) return false;
  // What takes a result back says that there is one.
  if (!view.usable) return holdsSomething && !wordings(view.code).some(isNoResult);
  if (notes.some(noResultBeside)) return false;
  return holdsSomething && ![...wordings(view.code), ...wordings(valueConcept(value))].some(isNoResult);
}

/** A heading that promises something of genes. */
export const OF_GENES =
  /\bgenes?\b|\blocus\b|\bmarkers?\b|\bmutat|\bvariant|\bgenomic|\bgeneti[ck]|\bgenetisch|\bmole[ck]ular|\b(?:cancer|tumou?r|leuk\w+|myeloid|lymphoma|melanoma|sarcoma) (?:hotspot )?panel/i;

/** By its code, its name or its category. */
export function isGenetic(view: ObservationView): boolean {
  return (
    view.code.codings.some(({ code }) => isGeneticReportCode(code)) ||
    wordings(view.code).some((words) => namesGeneticReport(words) || OF_GENES.test(words)) ||
    isGenomicCategory(view.entry)
  );
}

const NUMBER = /^\s*[<>≤≥~=]*\s*\d+(?:[.,]\d+)?\s*(?:%|[a-zµ]+\/\S.*)?$/i;
/** Answered in words: a number under "EGFR" or "ALK" is a filtration rate, a phosphatase. */
export function isWorded({ value }: ObservationView): boolean {
  if (value?.kind === 'boolean') return true;
  return (value?.kind === 'text' || value?.kind === 'concept') && !wordings(valueConcept(value)).some((words) => NUMBER.test(words));
}

/** A local code may be the symbol itself. */
export const namesOf = (code: Concept): readonly string[] => [...wordings(code), ...code.codings.map((coding) => coding.code)];

export const shortValue = ({ value }: ObservationView): readonly string[] =>
  wordings(valueConcept(value)).filter((words) => isShort(words) && !isNoResult(words));

/** Name and answer of a part that holds one. */
export function spokenIn({ code, value, interpretation }: Component): readonly string[] {
  if (value === null && interpretation.length === 0) return [];
  const said = [...namesOf(code), ...wordings(valueConcept(value))];
  return said.some((words) => isNoResult(words) || isDiagnosticHla(words)) ? [] : said.filter(isShort);
}

/** The value and the parts in one line, for a reader of the record; empty without words. */
export function saidBy({ value, components }: ObservationView): string {
  const parts = components.flatMap(({ code, value: answer }) => {
    const [name = ''] = wordings(code);
    return wordings(valueConcept(answer))
      .slice(0, 1)
      .map((words) => `${name}: ${words}`);
  });
  const number = value?.kind === 'quantity' ? [`${value.comparator ?? ''}${value.value} ${value.unit ?? ''}`.trim()] : [];
  return [...wordings(valueConcept(value)).slice(0, 1), ...number, ...parts].join('; ').slice(0, 200);
}

/** Names of a report that speak of a result. */
export const reportNames = (code: Concept): readonly string[] =>
  wordings(code).filter((name) => !isNoResult(name) && !isOfTheWork(name) && !isDiagnosticHla(name));

/** Its conclusion, in codes and in words, and attached texts; never a document of another form. */
export function saidInReport({ resource }: IntakeResource): readonly string[] {
  return [
    ...concepts(resource['conclusionCode']).flatMap(wordings),
    ...list(resource['conclusion']).flatMap((item) => text(item) ?? []),
    ...list(resource['presentedForm']).flatMap((form) => plainTextOf(form) ?? []),
  ];
}

/** Words, or a document beside no results. */
export function holdsAnswer(report: IntakeResource): boolean {
  const { resource } = report;
  return saidInReport(report).length > 0 || (list(resource['result']).length === 0 && list(resource['presentedForm']).length > 0);
}

/** Short lines of its words, in which one thing is said. */
export const linesOf = (report: IntakeResource): readonly string[] =>
  saidInReport(report)
    .flatMap((words) => words.split(/[;\n]|\.\s/))
    .filter((line) => isShort(line) && !isNoResult(line));
