/** Dates, reasons and line of therapy of a medication resource. */
import type { Code, MedicationFact } from '../../facts.ts';
import { DAYS } from '../dose/timing.ts';
import { concept, dateOf, isRecord, list, numberOf, records, text, type Concept, type Json } from '../elements.ts';
import type { Intake, IntakeResource, RawResource } from '../intake.ts';
import { referenceText } from '../resource-references.ts';
import { entryOf } from '../../entry-of.ts';

type Dates = Pick<MedicationFact, 'authored' | 'start' | 'end' | 'validUntil' | 'supplyDays'>;

/** When it was written, and from when to when it is or was taken. */
export function medicationDates(resource: RawResource): Dates {
  const authored =
    dateOf(resource['authoredOn']) ?? dateOf(resource['dateAsserted']) ?? dateOf(resource['dateWritten']) ?? dateOf(resource['recorded']);
  const taken = [resource['effectivePeriod'], resource['occurencePeriod'], resource['occurrencePeriod']].filter(isRecord);
  const dosages = [...records(resource['dosageInstruction']), ...records(resource['dosage'])].map(repeatOf);
  const periods = [...taken, ...dosages.map(({ boundsPeriod }) => boundsPeriod).filter(isRecord)];
  const moment =
    dateOf(resource['effectiveDateTime']) ??
    dateOf(resource['occurenceDateTime']) ??
    dateOf(resource['occurrenceDateTime']) ??
    dateOf(resource['whenHandedOver']);
  const start = periods.flatMap((period) => dateOf(period['start']) ?? []).toSorted()[0] ?? moment;
  const ends = dosages.map((repeat) => dosageEnd(repeat, start ?? authored, resource));
  // One step of a scheme that is over says nothing of a step that has no end.
  const dosed = ends.some((each) => each === undefined) ? [] : ends.flatMap((each) => each ?? []);
  const end = [...taken.flatMap((period) => dateOf(period['end']) ?? []), ...dosed].toSorted().at(-1);
  const validUntil = validityEnd(resource);
  const supplyDays = supply(resource);
  return {
    ...(authored === undefined ? {} : { authored }),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(supplyDays === undefined ? {} : { supplyDays }),
  };
}

/** `expectedSupplyDuration` counts one filling; the repeats that are allowed come on top. */
function supply(resource: RawResource): number | undefined {
  const dispense = isRecord(resource['dispenseRequest']) ? resource['dispenseRequest'] : {};
  const each = dispense['expectedSupplyDuration'] ?? resource['daysSupply'];
  if (!isRecord(each)) return undefined;
  const days = (numberOf(each['value']) ?? 0) * (entryOf(DAYS, text(each['code'] ?? each['unit'] ?? 'd') ?? '') ?? 0);
  return days > 0 ? Math.ceil(days * (1 + (numberOf(dispense['numberOfRepeatsAllowed']) ?? 0))) : undefined;
}

function repeatOf(dosage: Json): Json {
  const timing = isRecord(dosage['timing']) ? dosage['timing'] : {};
  return isRecord(timing['repeat']) ? timing['repeat'] : {};
}

/** The last day of one dosage: the end of its period, or its length counted from the start where the order cannot be repeated. */
function dosageEnd(repeat: Json, start: string | undefined, resource: RawResource): string | undefined {
  if (isRecord(repeat['boundsPeriod'])) return dateOf(repeat['boundsPeriod']['end']);
  const bounds = isRecord(repeat['boundsDuration'])
    ? repeat['boundsDuration']
    : isRecord(repeat['boundsRange']) && isRecord(repeat['boundsRange']['high'])
      ? repeat['boundsRange']['high']
      : {};
  // "20 mg once": a number of doses is a length as well.
  const once = numberOf(repeat['count']) === 1 && numberOf(repeat['countMax']) === undefined ? 1 : 0;
  const days = (numberOf(bounds['value']) ?? 0) * (entryOf(DAYS, text(bounds['code'] ?? bounds['unit']) ?? '') ?? 0) || once;
  const dispense = isRecord(resource['dispenseRequest']) ? resource['dispenseRequest'] : {};
  const repeats = numberOf(dispense['numberOfRepeatsAllowed']) ?? 0;
  const from = start === undefined ? Number.NaN : Date.parse(start.slice(0, 10));
  if (!(days > 0) || repeats > 0 || !Number.isFinite(from)) return undefined;
  return new Date(from + Math.ceil(days) * 86_400_000).toISOString().slice(0, 10);
}

/** Until when the prescription may be dispensed; it says nothing of when the patient stops (FHIR R4: the stale date of the prescription). */
function validityEnd(resource: RawResource): string | undefined {
  const dispense = isRecord(resource['dispenseRequest']) ? resource['dispenseRequest'] : {};
  return isRecord(dispense['validityPeriod']) ? dateOf(dispense['validityPeriod']['end']) : undefined;
}

/** Why it is given: R4 `reasonCode` and `reasonReference`, R5 `reason`, DSTU2 `reasonCodeableConcept`. */
export function medicationReasons(
  resource: RawResource,
  entry: IntakeResource,
  intake: Intake,
): Pick<MedicationFact, 'reasons' | 'reasonText' | 'reasonReferences'> {
  const either = records(resource['reason']);
  const references = [...list(resource['reasonReference']), ...either.flatMap((reason) => reason['reference'] ?? [])];
  const targets = references.map((reference) => intake.resolve(reference, entry));
  const concepts: Concept[] = [
    ...list(resource['reasonCode']),
    ...list(resource['reasonCodeableConcept']),
    ...either.flatMap((reason) => reason['concept'] ?? []),
    ...targets.flatMap((target) => (target?.type === 'Condition' ? [target.resource['code']] : [])),
  ].map(concept);
  const reasons: Code[] = concepts.flatMap((each) => each.codings.filter((coding) => coding.code !== ''));
  const displays = references.flatMap((reference) => (isRecord(reference) ? (text(reference['display']) ?? []) : []));
  const reasonText = [
    ...concepts.flatMap((each) => each.text ?? each.codings.find((c) => c.display !== undefined)?.display ?? []),
    ...displays,
  ];
  return {
    reasons,
    reasonText: [...new Set(reasonText)],
    reasonReferences: references.flatMap((reference, i) => targets[i]?.reference ?? referenceText(reference) ?? []),
  };
}

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  erst: 1,
  zweit: 2,
  dritt: 3,
  viert: 4,
};

/** Line of systemic therapy when an extension, the category or the course of therapy states it; null when nothing does. */
export function lineOfTherapy(resource: RawResource): number | null {
  for (const extension of records(resource['extension'])) {
    if (!/line-?of-?(therapy|treatment)|therap(y|ie)-?lin/i.test(text(extension['url']) ?? '')) continue;
    const whole = numberOf(extension['valueInteger'] ?? extension['valuePositiveInt'] ?? extension['valueUnsignedInt']);
    const found =
      whole ?? lineInWords([concept(extension['valueCodeableConcept'] ?? extension['valueCoding'] ?? extension['valueString'])]);
    if (found !== null && found >= 1 && found <= 20) return found;
  }
  return lineInWords([...list(resource['category']), resource['courseOfTherapyType']].map(concept));
}

function lineInWords(concepts: readonly Concept[]): number | null {
  for (const written of concepts.flatMap((each) => [each.text ?? [], each.codings.map((c) => c.display ?? c.code)].flat())) {
    const word = /\b(first|second|third|fourth|fifth|erst|zweit|dritt|viert)(?:e|en|er)?[- ]?lini?e?/i.exec(written)?.[1];
    const figure =
      /\b(\d{1,2})(?:st|nd|rd|th|\.)?[- ]?(?:line|l)\b/i.exec(written)?.[1] ?? /^(?:line )?(\d{1,2})$/i.exec(written.trim())?.[1];
    if (word !== undefined) return entryOf(ORDINALS, word.toLowerCase()) ?? null;
    if (figure !== undefined) return Number(figure);
  }
  return null;
}
