/** Made-up trials and places for tests of order, filters and distance; synthetic throughout. */
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import type { CompiledTrial, TrialRecord, TrialSite } from '../../cds-service/knowledge/trials/types.ts';
import { compileTrial, indexTrials, searchTrials, type MatchOptions } from '../../cds-service/trials/index.ts';
import { context, knowledge } from './knowledge.ts';
import { PATIENTS } from './patients.ts';

export const search = (facts: PatientFacts, trials: readonly CompiledTrial[], options: MatchOptions = {}) =>
  searchTrials(facts, knowledge.oncology, indexTrials(trials), options);

export const made = (nctId: string, eligibility: string, parts: Partial<TrialRecord> = {}) =>
  compileTrial(
    {
      nctId,
      title: `Synthetic ${nctId}`,
      phase: 'Phase 2',
      status: 'recruiting',
      conditions: ['Non-small Cell Lung Cancer'],
      interventions: [],
      sites: [],
      registry: 'synthetic',
      date: '2026-01-05',
      url: '',
      eligibility,
      ...parts,
    },
    context,
  );
export const ids = (facts: PatientFacts, trials: readonly CompiledTrial[], options: MatchOptions = {}) =>
  search(facts, trials, options)?.matches.map(({ nctId }) => nctId);

export const BOSTON: TrialSite = { name: 'A', city: 'Boston', state: 'Massachusetts', postalCode: '02114', country: 'United States', latitude: 42.36, longitude: -71.06 }; // prettier-ignore
export const CHICAGO: TrialSite = {
  name: 'B',
  city: 'Chicago',
  state: 'Illinois',
  country: 'United States',
  latitude: 41.88,
  longitude: -87.63,
};
export const PARIS: TrialSite = { name: 'C', city: 'Paris', country: 'France', latitude: 48.86, longitude: 2.35 };
export const living = (place: NonNullable<PatientFacts['patient']['place']>): PatientFacts => ({
  ...PATIENTS.lung,
  patient: { ...PATIENTS.lung.patient, place },
});
