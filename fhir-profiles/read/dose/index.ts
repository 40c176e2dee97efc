/** The dose as ordered: amount, unit, doses a day. */
import type { MedicationDose } from '../../facts.ts';
import { isRecord, list, numberOf, records, text, concept, type Json } from '../elements.ts';
import { dosesPerDay } from './timing.ts';
import type { RawResource } from '../intake.ts';
import type { RecognisedDrug } from '../medication/drug.ts';
import { dailyDoseBehindName, doseInWords } from './text.ts';
import { doseUnit, massOfUnits } from './units.ts';

/** Epic sends what was ordered beside what was calculated and what the nurse gives; what was ordered counts. */
const RATE_TYPES = ['ordered', 'calculated', 'admin-amount'];

/**
 * The first dosage with a quantity; without any dosage, a dose once a day behind the drug's name in `texts`. Null when the order states
 * none: a dose is never computed from a package size.
 */
export function doseOf(resource: RawResource, drug: RecognisedDrug, texts: readonly string[]): MedicationDose | null {
  const dosages = [...records(resource['dosageInstruction']), ...records(resource['dosage'])];
  const [ingredient, ...more] = drug.ingredients;
  if (dosages.length === 0 && ingredient !== undefined && more.length === 0 && drug.conflict === undefined) {
    const said = dailyDoseBehindName(texts, ingredient.name);
    return said === null ? null : { amount: said.amount, unit: 'mg', perDay: 1, text: said.written };
  }
  for (const dosage of dosages) {
    const quantity = doseQuantity(dosage) ?? doseInWords(text(dosage['text']) ?? '');
    if (quantity === null) continue;
    const { amount, unit } = massOfUnits(quantity, drug);
    const perDay = dosesPerDay(dosage);
    const asNeeded = asNeededOf(dosage);
    const written = text(dosage['text']);
    return {
      amount,
      unit,
      ...(perDay === null ? {} : { perDay }),
      ...(asNeeded === undefined ? {} : { asNeeded }),
      ...(written === undefined ? {} : { text: written }),
    };
  }
  return null;
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

function asNeededOf(dosage: Json): boolean | undefined {
  const stated = dosage['asNeeded'] ?? dosage['asNeededBoolean'];
  if (typeof stated === 'boolean') return stated;
  return dosage['asNeededCodeableConcept'] !== undefined || dosage['asNeededFor'] !== undefined ? true : undefined;
}
