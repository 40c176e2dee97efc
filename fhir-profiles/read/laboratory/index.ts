/** Laboratory results, vital signs and the obstetric and social basics → LabFact. */
import type { LaboratoryKind } from '../../codes/laboratory/kind.ts';
import { RACE_SPECIFIC_EGFR, laboratoryByLoinc, laboratoryByName } from '../../codes/laboratory/index.ts';
import { LOINC } from '../../codes/systems.ts';
import type { DataWarning, LabFact } from '../../facts.ts';
import type { Vocabulary } from '../../vocabulary.ts';
import { personNamed } from '../another-person.ts';
import { quoted } from '../chart.ts';
import { concept, dateOf, isRecord, numberOf, records, text, wordings, type Concept, type Json } from '../elements.ts';
import type { Intake, IntakeResource, Reading } from '../intake.ts';
import { aboutDeficiencyTest, answerKind, answerWord } from './answer.ts';
import { enzymeFlag, isEnzymeClass, readsLikeGenotype, UNREAD } from './flag.ts';
import { measuredValue } from './value.ts';
import { pregnancyConditions } from './pregnancy.ts';
import { referenceLimits, type WhoseValue } from './reference.ts';
import { sourceOf } from '../observation.ts';
import { completedYears } from '../patient/age.ts';
import { readPatientBasics } from '../patient/basics.ts';
import { resultStatus } from '../result-status.ts';

/**
 * Reads the values that rules and models use, in canonical units, newest first. Not final, without a usable unit or not plausible:
 * not used, and said. Observations of other kinds are left to other readers.
 */
export function readLabs(intake: Intake, context: { readonly asOf: string; readonly vocabulary: Vocabulary }): Reading<LabFact> {
  const facts: LabFact[] = [];
  const warnings: DataWarning[] = [];
  const { sex, birthDate } = readPatientBasics(intake, context.asOf);
  const whose = (day: string | undefined): WhoseValue => {
    const ageYears = birthDate === undefined ? undefined : completedYears(birthDate, day ?? context.asOf);
    return { ...(sex === undefined ? {} : { sex }), ...(ageYears === undefined ? {} : { ageYears }) };
  };
  for (const entry of intake.ofType('Observation')) {
    const read = readObservation(entry, intake, whose);
    facts.push(...read.facts);
    warnings.push(...read.warnings);
  }
  const pregnancies = pregnancyConditions(intake, context.asOf);
  facts.push(...pregnancies.facts);
  warnings.push(...pregnancies.warnings);
  return { facts: facts.toSorted(newestFirst), warnings };
}

function readObservation(entry: IntakeResource, intake: Intake, whose: (day: string | undefined) => WhoseValue): Reading<LabFact> {
  const elements: readonly Json[] = [entry.resource, ...records(entry.resource['component'])];
  const asked = elements
    .map((element) => ({ element, question: questionOf(concept(element['code']), !holdsNumber(element)) }))
    .filter((each) => each.question !== null);
  if (asked.length === 0) return { facts: [], warnings: [] };
  // An enzyme of the partner's or a donor's; who else is meant in the title of another test ("Fetal …") is the patient's own pregnancy.
  const kinds = asked.flatMap(({ question }) => question?.measure?.kind ?? question?.answer?.kind ?? []);
  const person = kinds.some(isEnzymeClass)
    ? wordings(concept(entry.resource['code'])).flatMap((name) => personNamed(name) ?? [])[0]
    : undefined;
  if (person !== undefined) {
    const message = `A laboratory value was not used because it is about another person (${person}).`;
    return { facts: [], warnings: [{ code: 'not-used', message, reference: entry.reference }] };
  }
  const status = resultStatus(entry);
  if (!status.usable) return { facts: [], warnings: status.warning === undefined ? [] : [withGene(status.warning, entry, asked)] };
  const source = sourceOf(entry, intake);
  const date = effectiveDate(entry.resource) ?? source.issued;
  const facts: LabFact[] = [];
  const warnings: DataWarning[] = [];
  const warn = (warning: Pick<DataWarning, 'code' | 'message'>) => warnings.push({ ...warning, reference: entry.reference });
  for (const { element, question } of asked) {
    if (question === null) continue;
    if (question.raceSpecific) {
      warn({ code: 'not-used', message: 'An eGFR calculated for one race only was not used.' });
      continue;
    }
    const dated = { source, ...(date === undefined ? {} : { date }) };
    const measured = question.measure === null ? null : measuredValue(element, question.measure);
    if (question.measure !== null && measured !== null) {
      const flagged = enzymeFlag(element, question.measure.kind);
      if (flagged !== null) facts.push({ kind: question.measure.kind, value: flagged, ...dated });
      if ('refused' in measured) {
        if (flagged === null) {
          if (isEnzymeClass(question.measure.kind))
            facts.push({ kind: question.measure.kind, value: UNREAD, ...writtenIn(element), ...dated });
          warn(measured.refused);
        }
      } else {
        if (measured.doubt !== undefined) warn(measured.doubt);
        const comparator = measured.comparator === undefined ? {} : { comparator: measured.comparator };
        const limits = referenceLimits(element, question.measure, whose(date));
        facts.push({ kind: question.measure.kind, value: measured.value, unit: question.measure.unit, ...comparator, ...limits, ...dated });
      }
      continue;
    }
    const about = question.answer === null ? null : aboutDeficiencyTest(element, question.answer);
    if (about === 'remark') {
      warn({
        code: 'not-used',
        message: `${quoted(wordings(concept(element['code']))[0] ?? '')} tells of the test and is no result of the patient.`,
      });
      continue;
    }
    const word = question.answer === null || about !== null ? undefined : answerWord(element, question.answer);
    if (question.answer !== null && typeof word === 'string')
      facts.push({ kind: question.answer.kind, value: word, ...(word === UNREAD ? writtenIn(element) : {}), ...dated });
    else if (word === undefined && hasValue(element)) {
      const kind = question.measure?.kind ?? question.answer?.kind ?? 'A value';
      if (kind !== 'A value' && isEnzymeClass(kind)) {
        if (readsLikeGenotype(element)) continue;
        facts.push({ kind, value: UNREAD, ...writtenIn(element), ...dated });
      }
      warn({ code: 'unparsed', message: `${kind} was not used because its value could not be read.` });
    } else if (
      word === undefined &&
      element === entry.resource &&
      records(entry.resource['component']).length === 0 &&
      entry.resource['hasMember'] === undefined
    ) {
      const kind = question.measure?.kind ?? question.answer?.kind;
      // A flag without a value is a result all the same; alone it may warn, and never reassures.
      if (kind !== undefined && isEnzymeClass(kind) && element['interpretation'] !== undefined)
        facts.push({ kind, value: enzymeFlag(element, kind) === 'low' ? 'low' : UNREAD, ...dated });
      warn({ code: 'missing', message: `${kind ?? 'A value'} has no value.` });
    }
  }
  return { facts, warnings };
}

/** An enzyme measurement that is to come is no missing test of its gene. */
function withGene(
  warning: DataWarning,
  { resource }: IntakeResource,
  asked: readonly { readonly question: Question | null }[],
): DataWarning {
  if (!/^(?:preliminary|registered|unknown)$/i.test(text(resource['status']) ?? '')) return warning;
  const kinds = asked.map(({ question }) => question?.measure?.kind ?? question?.answer?.kind);
  const pending = [...new Set(kinds.flatMap((kind) => (kind !== undefined && isEnzymeClass(kind) ? [kind.split('-')[0] ?? ''] : [])))];
  return pending.length === 0 ? warning : { ...warning, pending };
}

interface Question {
  readonly measure: LaboratoryKind | null;
  readonly answer: ReturnType<typeof answerKind>;
  readonly raceSpecific: boolean;
}

/** What is measured: by LOINC code wherever it stands among the codings, else by the whole name. */
function questionOf(code: Concept, measuresNothing: boolean): Question | null {
  const loinc = code.codings.filter((coding) => coding.system === LOINC);
  if (loinc.some((coding) => RACE_SPECIFIC_EGFR.has(coding.code))) return { measure: null, answer: null, raceSpecific: true };
  const coded = loinc.map((coding) => laboratoryByLoinc(coding.code)).find((kind) => kind !== null);
  // A LOINC code that we do not know names another test ("creatinine in urine"): then the wording is not trusted.
  const worded =
    loinc.length > 0
      ? undefined
      : wordings(code)
          .map(laboratoryByName)
          .find((kind) => kind !== null);
  // "EGFR" in capitals is the gene unless a number with the unit of a filtration rate says otherwise.
  const isGene = loinc.length === 0 && measuresNothing && wordings(code).some((words) => /\bEGFR\b/.test(words));
  const measure = isGene ? null : (coded ?? worded ?? null);
  const answer = answerKind(loinc.length > 0 ? { codings: loinc } : code);
  return measure === null && answer === null ? null : { measure, answer, raceSpecific: false };
}

function holdsNumber(element: Json): boolean {
  return element['valueQuantity'] !== undefined || /^\s*[<>≤≥]?=?\s*\d/.test(text(element['valueString']) ?? '');
}

/** The value in the words of the result, so that it can be shown where it cannot be judged. */
function writtenIn(element: Json): Pick<LabFact, 'written'> {
  const quantity = isRecord(element['valueQuantity']) ? element['valueQuantity'] : undefined;
  const number = quantity === undefined ? undefined : numberOf(quantity['value']);
  const unit = text(quantity?.['unit']) ?? text(quantity?.['code']);
  const words = [text(quantity?.['comparator']) ?? '', number === undefined ? '' : String(number), unit ?? '']
    .filter((part) => part !== '')
    .join(' ');
  const said = number === undefined ? (text(element['valueString']) ?? wordings(concept(element['valueCodeableConcept']))[0]) : words;
  return said === undefined || said.trim() === '' ? {} : { written: said.trim().slice(0, 60) };
}

function hasValue(element: Json): boolean {
  return Object.keys(element).some((key) => key.startsWith('value') && element[key] !== undefined && element[key] !== null);
}

/** When the specimen was taken or the measurement made. */
function effectiveDate(resource: Json): string | undefined {
  const period = isRecord(resource['effectivePeriod']) ? resource['effectivePeriod'] : {};
  return (
    dateOf(resource['effectiveDateTime']) ??
    dateOf(resource['effectiveInstant']) ??
    dateOf(period['end']) ??
    dateOf(period['start']) ??
    undefined
  );
}

function newestFirst(a: LabFact, b: LabFact): number {
  const [before = '', after = ''] = [a.date, b.date];
  if (before !== after) return before < after ? 1 : -1;
  const left = `${a.kind}|${a.source.reference}|${String(a.value)}`;
  const right = `${b.kind}|${b.source.reference}|${String(b.value)}`;
  return left < right ? -1 : left > right ? 1 : 0;
}
