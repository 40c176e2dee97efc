/** A patient's Bundle in, the search set of matching trials out. */
import { readPatient } from '../fhir-profiles/index.ts';
import { withoutForbidden } from './ehr/consent.ts';
import type { TrialSource } from './interpret.ts';
import type { Knowledge } from './knowledge/types.ts';
import { matchesForFhir, readTrialSearch, searchTrials, withPlace } from './trials/index.ts';

/** Null when the Bundle holds several patients: whose trials these would be must not be left to chance. */
export function trialSearchset(bundle: unknown, asOf: string, knowledge: Knowledge, trials: TrialSource): object | null {
  const { facts, warnings } = readPatient(withoutForbidden(bundle, asOf) ?? bundle, { asOf, vocabulary: knowledge.vocabulary });
  if (facts.patient.id === '' && warnings.some(({ message }) => message.includes('several patients'))) return null;
  const library = trials();
  if (library === null) return matchesForFhir(null);
  const { options, place } = readTrialSearch(bundle);
  return matchesForFhir(searchTrials(withPlace(facts, place), knowledge.oncology, library.index, options));
}
