/**
 * Several dosages of one order. FHIR R4: those of one sequence (or without) hold at the same time and add up, "25 mg in the morning and 50 mg at
 * bedtime"; those of different ones follow each other, and the greatest is what a limit is checked against.
 */
import type { MedicationDose } from '../../facts.ts';
import { isRecord, numberOf, text, type Json } from '../elements.ts';

/** Only masses and pieces add up: two steps of a scheme per square metre are no dose of their own. */
const ADDABLE: ReadonlySet<string> = new Set(['mg', 'g', 'ug', '{tbl}', 'mL']);

export function together(dosages: readonly Json[], doses: readonly MedicationDose[]): MedicationDose | null {
  const distinct = [...new Map(doses.map((dose) => [JSON.stringify([dose.amount, dose.unit, dose.perDay, dose.text]), dose])).values()];
  const [first, ...others] = distinct;
  if (first === undefined || others.length === 0) return first ?? null;
  if (distinct.some(({ unit }) => unit !== first.unit || !ADDABLE.has(unit))) return null;
  const greatest = distinct.reduce((a, b) => (daily(b) > daily(a) ? b : a));
  const written = distinct.flatMap(({ text: words }) => words ?? []).join('; ');
  const words = written === '' ? {} : { text: written };
  if (followEachOther(dosages)) return { ...greatest, ...words };
  const { perDay: _each, ...rest } = greatest;
  if (distinct.some(({ perDay }) => perDay === undefined)) return { ...rest, ...words };
  const amount = distinct.reduce((sum, dose) => sum + daily(dose), 0);
  return { ...rest, amount: Number(amount.toPrecision(12)), perDay: 1, ofDay: true, ...words };
}

const daily = ({ amount, perDay = 1 }: MedicationDose): number => amount * perDay;

/** Steps told in words: "for 7 days", "then take 2 tablets". */
const STEPS =
  /\bthen\b|\bfollowed by\b|\bafter (?:that|which)\b|\bafterwards\b|\bweeks? \d|\bfor (?:\d+|one|two|three|four) (?:days?|weeks?|months?)\b|\bdanach\b/i;

function followEachOther(dosages: readonly Json[]): boolean {
  const sequences = new Set(dosages.flatMap((dosage) => numberOf(dosage['sequence']) ?? []));
  return (
    (sequences.size > 1 && !dosages.every(isAtAMoment)) ||
    dosages.some((dosage) => STEPS.test(text(dosage['text']) ?? '')) ||
    dosages.some((dosage) => {
      const timing = isRecord(dosage['timing']) ? dosage['timing'] : {};
      const repeat = isRecord(timing['repeat']) ? timing['repeat'] : {};
      return Object.keys(repeat).some((member) => member.startsWith('bounds'));
    })
  );
}

/** At a named moment of the day and without an end: two of them are taken on one day, whatever their numbers. */
function isAtAMoment(dosage: Json): boolean {
  const timing = isRecord(dosage['timing']) ? dosage['timing'] : {};
  const repeat = isRecord(timing['repeat']) ? timing['repeat'] : {};
  return repeat['when'] !== undefined || repeat['timeOfDay'] !== undefined;
}

/** A dosage that was not read and that gives an amount, in figures or in words. */
export function statesAmount(dosage: Json): boolean {
  const words = text(dosage['text']) ?? '';
  return (
    ['doseAndRate', 'doseQuantity', 'doseRange', 'dose'].some((member) => dosage[member] !== undefined) ||
    /\d\s*(?:mg|mcg|g|ml|tab|cap)|\b(?:extra|additional|further|second) (?:dose|tablet|capsule)/i.test(words)
  );
}
