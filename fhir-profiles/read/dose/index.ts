/** The dose as ordered: amount, unit, doses a day. */
import type { MedicationDose } from '../../facts.ts';
import { isRecord, list, numberOf, records, text, concept, type Json } from '../elements.ts';
import { isOneDose } from './single.ts';
import { dosesPerDay } from './timing.ts';
import type { RawResource } from '../intake.ts';
import type { RecognisedDrug } from '../medication/drug.ts';
import { dailyDoseBehindName, doseInWords } from './text.ts';
import { statesAmount, together } from './several.ts';
import { doseUnit, massOfUnits } from './units.ts';

/** Epic sends what was ordered beside what was calculated and what the nurse gives; what was ordered counts. */
const RATE_TYPES = ['ordered', 'calculated', 'admin-amount'];

/**
 * What the dosages come to (see `several.ts`); without any dosage, a dose once a day behind the drug's name in `texts`. Null when the order states
 * none: a dose is never computed from a package size.
 */
export function doseOf(resource: RawResource, drug: RecognisedDrug, texts: readonly string[]): MedicationDose | null {
  const dosages = [...records(resource['dosageInstruction']), ...records(resource['dosage'])];
  const [ingredient, ...more] = drug.ingredients;
  if (dosages.length === 0 && ingredient !== undefined && more.length === 0 && drug.conflict === undefined) {
    const said = dailyDoseBehindName(texts, ingredient.name);
    return said === null ? null : { amount: said.amount, unit: 'mg', perDay: 1, text: said.written };
  }
  const read = dosages.map((dosage) => ({ dosage, dose: oneDose(dosage, drug) }));
  const doses = read.flatMap(({ dose }) => dose ?? []);
  // What cannot be read beside what can may be the greater part.
  if (doses.length > 0 && read.some(({ dosage, dose }) => dose === null && statesAmount(dosage))) return null;
  return together(dosages, doses);
}

function oneDose(dosage: Json, drug: RecognisedDrug): MedicationDose | null {
  const words = text(dosage['text']) ?? '';
  const quantity = doseQuantity(dosage) ?? doseInWords(words) ?? doseInWords(words.replace(IN_BRACKETS, ' '));
  if (quantity === null) return null;
  const stated = quantity.unit === 'mL' ? massInBrackets(words) : null;
  const reckoned = massOfUnits(quantity, drug);
  // "4 mL (100 mg)": what the words say and what the product's strength gives must agree, else neither is a dose.
  if (stated !== null && reckoned.unit === stated.unit && !alike(reckoned.amount, stated.amount)) return null;
  const { amount, unit } = stated ?? reckoned;
  const frequency = dosesPerDay(dosage);
  const single = isOneDose(dosage) && (frequency === null || frequency === 1);
  const perDay = single ? 1 : frequency;
  const asNeeded = asNeededOf(dosage);
  const written = text(dosage['text']);
  return {
    amount,
    unit,
    ...(perDay === null ? {} : { perDay }),
    ...(single ? { single: true as const } : {}),
    ...(asNeeded === undefined ? {} : { asNeeded }),
    ...(written === undefined ? {} : { text: written }),
  };
}

const IN_BRACKETS = /\(\s*([\d.,]+\s*(?:mg|mcg|g))\b(?:\s+total)?\s*\)/gi;

const alike = (a: number, b: number): boolean => Math.abs(a - b) <= 0.02 * Math.max(a, b);

/** "5 mL (20 mg total)": the mass that goes with a volume, where exactly one is named. */
function massInBrackets(written: string): { amount: number; unit: string } | null {
  const found = [...written.matchAll(IN_BRACKETS)];
  return found.length === 1 ? doseInWords(found[0]?.[1] ?? '') : null;
}

function doseQuantity(dosage: Json): { amount: number; unit: string } | null {
  const rates = records(dosage['doseAndRate']);
  const ranked = [...rates].toSorted((a, b) => rank(a) - rank(b));
  const inPlaces: readonly unknown[] = [
    ...ranked.flatMap((rate) => [rate['doseQuantity'], rangeTop(rate['doseRange'])]),
    dosage['doseQuantity'],
    rangeTop(dosage['doseRange']),
    dosage['dose'],
    dosage['quantity'],
    ...ranked.flatMap((rate) => wholeDose(rate['rateQuantity'])),
    ...list(dosage['rateQuantity']).flatMap(wholeDose),
  ];
  for (const place of inPlaces.flatMap(list)) {
    if (!isRecord(place)) continue;
    const amount = numberOf(place['value']);
    const unit = doseUnit(text(place['unit']), text(place['code']));
    if (amount !== undefined && amount > 0 && unit !== null) return { amount, unit };
  }
  return null;
}

/** A "rate" in mg, mg/m2 or mg/kg is a dose in the wrong place; a rate per time is no dose. */
function wholeDose(rate: unknown): readonly unknown[] {
  const unit = isRecord(rate) ? doseUnit(text(rate['unit']), text(rate['code'])) : null;
  return unit !== null && /^(?:u|m|n)?g(?:\/(?:m2|kg))?$/.test(unit) ? [rate] : [];
}

/** The upper end of an ordered range is the dose that a limit is checked against. */
function rangeTop(range: unknown): unknown {
  return isRecord(range) ? (range['high'] ?? range['low']) : undefined;
}

function rank(rate: Json): number {
  const type = concept(rate['type']);
  const words = [type.text, ...type.codings.flatMap((coding) => [coding.code, coding.display])].map((w) => w?.toLowerCase());
  const at = RATE_TYPES.findIndex((each) => words.includes(each));
  return at === -1 ? 0.5 : at;
}

/** Whether every dosage of the record is taken as needed, whether or not an amount can be read. */
export function isAsNeeded(resource: RawResource): boolean {
  const dosages = [...records(resource['dosageInstruction']), ...records(resource['dosage'])];
  return dosages.length > 0 && dosages.every((dosage) => asNeededOf(dosage) === true || AS_NEEDED.test(text(dosage['text']) ?? ''));
}

const AS_NEEDED = /\b(?:as needed|when needed|if needed|prn|p\.r\.n\.?|bei bedarf|si besoin)(?!\w)/i;

function asNeededOf(dosage: Json): boolean | undefined {
  const stated = dosage['asNeeded'] ?? dosage['asNeededBoolean'];
  if (typeof stated === 'boolean') return stated;
  return dosage['asNeededCodeableConcept'] !== undefined || dosage['asNeededFor'] !== undefined ? true : undefined;
}
