/** What can be said of a requirement before any patient is asked. */
import type { Requirement } from '../knowledge/trials/types.ts';
import { termsOf } from '../oncology/index.ts';

/** Texts, and what was only mentioned: no patient makes them certain, so nothing needs to be worked out before they are shown. */
export function isNeverCertain(asked: Requirement): boolean {
  if (asked.kind === 'unread') return true;
  return (
    asked.kind === 'all' &&
    asked.of.some(({ kind }) => kind === 'unread') &&
    asked.of.every((one) => one.kind === 'unread' || (one.kind === 'any' && one.of.some(({ kind }) => kind === 'unread')))
  );
}

/** Markers of which this state selects nobody. */
const PLAIN_STATES: readonly string[] = ['negative', 'stable', 'proficient', 'to', 'below'];

/** A gene or marker is named whose finding can select a patient. Wild type and negative markers select nobody. */
export function namesFindings(asked: Requirement): boolean {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.some(namesFindings);
  if (asked.kind === 'variant') return true;
  if (asked.kind === 'mismatch-repair') return asked.deficient;
  // Ki-67 stains in every tumour that grows: a trial that sets it a limit selects nobody by a finding.
  if (asked.kind === 'marker-value') return asked.marker !== 'Ki-67' && (asked.bound === 'min' || asked.bound === 'above');
  if (asked.kind !== 'molecular') return false;
  return termsOf(asked.tree).some((term) => (term.kind === 'marker' ? !PLAIN_STATES.includes(term.status) : term.kind !== 'wild-type'));
}

/** PD-L1 stains in tumours of every kind and is asked by hundreds of trials: a weaker sign that a trial is meant for this patient. */
export function namesStrongFindings(asked: Requirement): boolean {
  if (asked.kind !== 'molecular') return namesFindings(asked);
  return namesFindings(asked) && termsOf(asked.tree).some((term) => term.kind !== 'marker' || term.marker !== 'PD-L1');
}

/** What the patient has had before. */
export function isTreatment(asked: Requirement | undefined): boolean {
  return asked?.kind === 'treated' || asked?.kind === 'lines' || asked?.kind === 'procedure';
}

/** Earlier treatment stands somewhere in it. */
export function speaksOfTreatment(asked: Requirement): boolean {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.some(speaksOfTreatment);
  return asked.kind === 'not' ? speaksOfTreatment(asked.of) : isTreatment(asked);
}
