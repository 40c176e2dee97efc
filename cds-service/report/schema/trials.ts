/** Trials. Change it together with `types/trials.ts`. */
import { boolean, list, number, oneOf, shape, string } from './words.ts';

export const trialsSchema = {
  trial: shape(
    {
      nctId: string,
      title: string,
      phase: string,
      status: string,
      verdict: oneOf('eligible', 'possible', 'ineligible'),
      criteria: list(
        shape({ text: string, kind: oneOf('inclusion', 'exclusion'), verdict: oneOf('met', 'not-met', 'unknown'), because: string }),
      ),
      molecular: boolean,
      unwantedFinding: boolean,
      tumour: string,
      nextBest: string,
      nextDatum: shape({ name: string, criteria: number }),
      conditions: list(string),
      interventions: list(string),
      nearestSite: shape(
        {
          name: string,
          city: string,
          state: string,
          country: string,
          status: string,
          distanceKm: number,
          judgedBy: oneOf('coordinates', 'same-city', 'same-state', 'same-country', 'other-country'),
        },
        ['name', 'city', 'state', 'country', 'status', 'distanceKm'],
      ),
      url: string,
      asRecorded: string,
    },
    ['molecular', 'unwantedFinding', 'tumour', 'nextBest', 'nextDatum', 'conditions', 'interventions', 'nearestSite', 'url', 'asRecorded'],
  ),
  trialSearch: shape(
    {
      known: number,
      found: shape({ eligible: number, possible: number, ineligible: number }),
      total: number,
      offset: number,
      limit: number,
      nextDatum: shape({
        name: string,
        criteria: number,
        trials: number,
        of: number,
        text: string,
        further: list(shape({ name: string, criteria: number, trials: number })),
      }),
      distance: string,
    },
    ['nextDatum'],
  ),
};
