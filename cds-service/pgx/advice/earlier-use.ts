/** Whether and for how long the patient has taken a drug before: HLA reactions come early, and a first use is tested first. */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { Chart } from './chart.ts';
import { longestDays, regularCourses } from './courses.ts';
import { daysBetween } from './days.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export type EarlierUse =
  /** Nothing but the draft order itself: no earlier use recorded (which is not proof of none). */
  | { readonly kind: 'none-recorded' }
  /** `running`: a course that goes on today. */
  | { readonly kind: 'taken'; readonly days: number; readonly running: boolean; readonly references: readonly string[] }
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
      medication.ingredients.some((ingredient) => isSameFor(ingredient, drug)) &&
      !isNewOrder(medication, chart.facts.asOf),
  );
  if (taken.length === 0) return { kind: 'none-recorded' };
  const references = taken.map(({ source }) => source.reference);
  const courses = regularCourses(taken, chart.facts.asOf);
  const days = longestDays(courses);
  if (days === undefined) return { kind: 'taken-undated', references };
  return { kind: 'taken', days, running: courses.some(({ running }) => running), references };
}

/** Fosphenytoin becomes phenytoin in the body; CPIC gives both one recommendation (guideline for phenytoin and fosphenytoin, update 2020). */
const ACTIVE: Readonly<Record<string, string>> = { fosphenytoin: 'phenytoin' };
const active = (name: string): string => entryOf(ACTIVE, name) ?? name;

function isSameFor(
  ingredient: { readonly name: string; readonly rxnorm: string | null },
  drug: { readonly name: string; readonly rxnorm: string },
) {
  return active(ingredient.name) === active(drug.name) || (ingredient.rxnorm !== null && ingredient.rxnorm === drug.rxnorm);
}

/** An order written in the last days, without an intake recorded, says nothing of tolerance. */
export function isNewOrder(medication: MedicationFact, asOf: string): boolean {
  if (!medication.isOrder) return false;
  if (medication.role === 'draft') return true;
  const begun = medication.start ?? medication.authored;
  const days = begun === undefined ? undefined : daysBetween(begun, asOf);
  return days !== undefined && days <= NEW_ORDER_DAYS;
}
