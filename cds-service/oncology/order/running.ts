/** Orders that continue a treatment which is running: what was to be known before its first dose is no question at each renewal. */
import type { MedicationFact, PatientFacts } from '../../../fhir-profiles/index.ts';
import { ingredientName } from '../../knowledge/oncology/ingredient.ts';

/** As with the tests before a first dose: an order of the last days is still the first one. */
const NEW_DAYS = 7;

/** Whether the drug is taken now by a record that is older than this order and the last days. */
export function continues(order: MedicationFact, ingredient: string, { medications, asOf }: PatientFacts): boolean {
  return medications.some(
    (other) =>
      other.role === 'current' &&
      other.source.reference !== order.source.reference &&
      other.ingredients.some(({ name }) => ingredientName(name) === ingredient) &&
      begunBefore(other, asOf),
  );
}

/** A plan without a day may be the very one that is being signed. */
function begunBefore({ start, authored, isOrder }: MedicationFact, asOf: string): boolean {
  const from = start ?? authored;
  if (from === undefined) return !isOrder;
  return daysSince(from, asOf) > NEW_DAYS;
}

/** An active order of the last days is what is being begun: no earlier treatment. */
export function isNewOrder({ isOrder, role, start, authored }: MedicationFact, asOf: string): boolean {
  const from = start ?? authored;
  return isOrder && role === 'current' && from !== undefined && daysSince(from, asOf) <= NEW_DAYS;
}
function daysSince(day: string, asOf: string): number {
  return (Date.parse(asOf.slice(0, 10)) - Date.parse(day.slice(0, 10))) / 86_400_000;
}
