/** Whether and for how long the patient has taken a drug before: HLA reactions come early, and a first use is tested first. */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { Chart } from './chart.ts';
import { daysBetween } from './days.ts';

export type EarlierUse =
  /** Nothing but the draft order itself: no earlier use recorded (which is not proof of none). */
  | { readonly kind: 'none-recorded' }
  | { readonly kind: 'taken'; readonly days: number; readonly references: readonly string[] }
  /** Taken, but since when is not recorded. */
  | { readonly kind: 'taken-undated'; readonly references: readonly string[] };

/** An order signed within these days of the report is still the first one: nobody has tolerated it yet. */
const NEW_ORDER_DAYS = 7;

/** Earlier use of the ingredient, the given order set aside. */
export function earlierUse(chart: Chart, drug: { readonly name: string; readonly rxnorm: string }, except?: string): EarlierUse {
  const taken = chart.facts.medications.filter(
    (medication) =>
      (medication.role === 'current' || medication.role === 'past') &&
      medication.source.reference !== except &&
      medication.ingredients.some(({ name, rxnorm }) => name === drug.name || (rxnorm !== null && rxnorm === drug.rxnorm)) &&
      !isNewOrder(medication, chart.facts.asOf),
  );
  if (taken.length === 0) return { kind: 'none-recorded' };
  const references = taken.map(({ source }) => source.reference);
  const lengths = taken.map((medication) => daysTaken(medication, chart.facts.asOf)).filter((days) => days !== undefined);
  return lengths.length === 0 ? { kind: 'taken-undated', references } : { kind: 'taken', days: Math.max(...lengths), references };
}

/** An order written in the last days, without an intake recorded, says nothing of tolerance. */
export function isNewOrder(medication: MedicationFact, asOf: string): boolean {
  if (!medication.isOrder) return false;
  if (medication.role === 'draft') return true;
  const begun = medication.start ?? medication.authored;
  const days = begun === undefined ? undefined : daysBetween(begun, asOf);
  return days !== undefined && days <= NEW_ORDER_DAYS;
}

/** A course that is over without a recorded end may have been of one day: since when it was begun says nothing of how long it was taken. */
function daysTaken({ start, authored, end, role }: MedicationFact, asOf: string): number | undefined {
  const from = start ?? authored;
  if (from === undefined || (role === 'past' && end === undefined)) return undefined;
  const until = end !== undefined && end < asOf ? end : asOf;
  return daysBetween(from, until);
}
