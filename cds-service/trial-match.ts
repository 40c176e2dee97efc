/** A patient's Bundle in, the search set of matching trials out. */
import { readPatient } from '../fhir-profiles/index.ts';
import { withoutForbidden } from './ehr/consent.ts';
import type { TrialSource } from './interpret.ts';
import type { Knowledge } from './knowledge/types.ts';
import {
  matchesForFhir,
  patientMessages,
  readTrialSearch,
  searchTrials,
  statedToday,
  withPlace,
  type SearchMessage,
} from './trials/index.ts';

/**
 * Null when the Bundle holds several patients: whose trials these would be must not be left to chance.
 * @param outcome messages also as an OperationOutcome among the entries
 */
export function trialSearchset(bundle: unknown, asOf: string, knowledge: Knowledge, trials: TrialSource, outcome = false): object | null {
  const stated = statedToday(bundle, asOf);
  const content = withoutForbidden(stated.bundle, asOf) ?? stated.bundle;
  const { facts, warnings } = readPatient(content, { asOf, vocabulary: knowledge.vocabulary });
  if (facts.patient.id === '' && warnings.some(({ about }) => about === 'several-patients')) return null;
  const { options, place, messages } = readTrialSearch(bundle);
  const unused = warnings.map(({ message, reference }) => (reference === undefined ? message : `${message} (${reference})`));
  const form: SearchMessage[] = stated.count === 0 ? [] : [{ code: 'data', text: `Observations without subject, status and date (${stated.count}) were taken as stated by whoever asks, today.` }]; // prettier-ignore
  const said: SearchMessage[] = [...messages, ...form, ...patientMessages(facts, unused)];
  const library = trials();
  if (library === null)
    return matchesForFhir(null, { messages: [{ code: 'trials', text: 'No trials are loaded here.' }, ...said], outcome });
  const found = searchTrials(withPlace(facts, place), knowledge.oncology, library.index, options);
  // A client that reads `entry` without asking must find one.
  const nothing: SearchMessage[] = found === null && !said.some(({ code }) => code === 'patient') ? [{ code: 'patient', text: 'No active primary cancer was recognised: there is nothing to match trials with.' }] : []; // prettier-ignore
  const asked = place !== undefined || options.withinKm !== undefined;
  const kept = options.withinKm === undefined ? '' : ' travelRadius leaves out trials whose sites were measured to be farther or lie abroad; what could not be measured is kept.'; // prettier-ignore
  const distance = asked && found?.search.distance !== undefined ? [{ code: 'distance', text: `${found.search.distance}${kept}` } as const] : []; // prettier-ignore
  const more = found !== null && found.search.total > found.matches.length
      ? [{ code: 'trials', text: `The ${found.matches.length} best of ${found.search.total} trials are listed.` } as const]
      : found !== null && found.search.total === 0 ? [{ code: 'trials', text: `None of ${found.search.known} trials fits the patient and the parameters.` } as const] : []; // prettier-ignore
  return matchesForFhir(found, { messages: [...said, ...nothing, ...distance, ...more], outcome });
}
