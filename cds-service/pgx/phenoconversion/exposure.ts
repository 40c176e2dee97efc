/** Which drugs act in the body today: taken now, being ordered, or stopped so recently that they still act. */
import type { MedicationFact, PatientFacts } from '../../../fhir-profiles/index.ts';
import { daysBetween } from '../advice/days.ts';

export interface Exposure {
  /** RxNorm ingredient name, lower case. */
  readonly name: string;
  readonly rxnorm: string | null;
  /** FHIR reference of the order or statement. */
  readonly reference: string;
  /** True for an order that is being written and not yet signed. */
  readonly draft: boolean;
  /** Days since the last recorded day of intake; absent while it is taken. */
  readonly stoppedDaysAgo?: number;
  /** The prescription may no longer be dispensed since this day: whether the drug is still taken has to be asked. */
  readonly lapsedOn?: string;
}

/**
 * Every systemic ingredient of the medication list. Products without systemic action (`systemic` false) and those not
 * taken are left out; a past drug without a recorded end is left out, because its wash-out cannot be counted.
 */
export function exposures(facts: PatientFacts): Exposure[] {
  return facts.medications.flatMap((medication) => exposuresOf(medication, facts.asOf));
}

/**
 * A proposal on file, or one of several options, authorises nobody to act (FHIR R4, request intent), and what a statement says is intended is not
 * taken yet. A plan counts: it is how US Core writes what a patient reports.
 */
const isOnlyProposed = ({ role, status, intent, resourceType }: MedicationFact): boolean =>
  role === 'draft' &&
  (resourceType === 'MedicationStatement' ? status === 'intended' : status !== 'draft' && (intent === 'proposal' || intent === 'option'));

/** What begins later than this is not yet met by an order of today (limit our own). */
const AHEAD_DAYS = 7;

/** One dose and no more, given longer ago than this (limit our own), is not taken any more, though nobody closed its order. */
const ONE_DOSE_DAYS = 7;

function isGivenLongAgo({ role, dose, start, authored }: MedicationFact, asOf: string): boolean {
  const day = start ?? authored;
  return role === 'current' && dose?.single === true && day !== undefined && (daysBetween(day, asOf) ?? 0) > ONE_DOSE_DAYS;
}

function exposuresOf(medication: MedicationFact, asOf: string): Exposure[] {
  if (medication.systemic === false || medication.role === 'not-taken' || isOnlyProposed(medication)) return [];
  const ended = medication.end === undefined ? undefined : daysBetween(medication.end, asOf);
  const stopped = ended !== undefined && ended > 0 ? ended : undefined;
  if (medication.role === 'past' && stopped === undefined) return [];
  if (medication.role === 'current' && medication.start !== undefined && (daysBetween(asOf, medication.start) ?? 0) > AHEAD_DAYS) return [];
  if (isGivenLongAgo(medication, asOf)) return [];
  // An order whose code means another drug than its words is of one of them, and never both beside each other: it is settled before it is signed.
  if (medication.role === 'draft' && medication.readings !== undefined) return [];
  const { validUntil } = medication;
  const lapsed = medication.role === 'current' && validUntil !== undefined && (daysBetween(validUntil, asOf) ?? 0) > 0;
  return medication.ingredients.map(({ name, rxnorm }) => ({
    name,
    rxnorm,
    reference: medication.source.reference,
    draft: medication.role === 'draft',
    ...(stopped === undefined ? {} : { stoppedDaysAgo: stopped }),
    ...(lapsed ? { lapsedOn: validUntil } : {}),
  }));
}
