/**
 * Order of trials: those that ask for a finding of this patient first, settled before open, then those that speak of one, PD-L1 alone behind them, then
 * those that name none, those for another setting (`other-setting.ts`), those for other diseases, last those that speak against a finding. Within that
 * those that treat, those that do not say so, those for anything else; those for this tumour type before those for a narrower type of it or with
 * something left to settle, before those for every tumour (where no finding selects), before those that may be for it; those that need no finding of
 * which the record says nothing before those that do; every hard criterion met before the others, then fewest open hard criteria, later phase, nearer
 * site, registry id. Every trial that could fit is judged; none is left out before its verdict is known.
 */
import type { TrialSearch } from '../../report/types.ts';
import { interview, NO, wordOf, YES, type Interview } from './interview.ts';
import { trialFilter, type MatchOptions } from './filter.ts';
import { settingsAgainst } from './other-setting.ts';
import { isClosedSite, type PatientPlace } from '../places/nearest.ts';
import { COMMON, judgeAt, MENTIONED, UNNAMED, UNWANTED, type Judged } from './judge.ts';
import type { TrialPatient } from '../patient.ts';
import { chosenView } from './tumour-views.ts';
import { traitsOf, type Traits } from './trial-traits.ts';
import type { TrialIndex } from '../trial-index/index.ts';

export interface Ranking {
  /** Trials with the verdicts asked for, best first. */
  readonly order: Uint32Array;
  readonly found: TrialSearch['found'];
}

/** No site of the trial can be compared with the patient's place. */
const NOWHERE_KM = 20_100;

/** @param views the patient once for each of several primaries (`tumour-views.ts`) */
export function rankTrials(
  index: TrialIndex,
  patient: TrialPatient,
  place: PatientPlace,
  options: MatchOptions,
  views: readonly TrialPatient[] = [],
): Ranking {
  const { verdicts = ['eligible', 'possible'], molecularOnly = false } = options;
  const asWhole = interview(index, patient);
  const ofTumours = views.map((view) => interview(index, view));
  const nearness = nearnessOf(index, place);
  const wanted = trialFilter(index, options, place);
  const traits = traitsOf(index);
  const against = settingsAgainst(patient);
  const whole = verdicts.includes('ineligible');
  const found = { eligible: 0, possible: 0, ineligible: 0 };
  const keys: number[] = [];
  const take = (at: number, judged: Judged, tumour: Tumour): void => {
    if (molecularOnly && judged.fit > COMMON) return;
    found[judged.verdict] += 1;
    if (verdicts.includes(judged.verdict)) keys.push(rankKey(at, judged, tumour, (traits.setting(at) & against) !== 0, traits, nearness));
  };
  const typeOf = (gate: number, answers: Interview): Tumour => {
    if (answers.has(gate) === YES) return answers.namesType(gate) ? OWN : ANY;
    if (!answers.couldHold(gate)) return OTHERS;
    return answers.namesType(gate) || answers.namesNarrowerType(gate) ? NEAR : OPEN;
  };
  const forCancer = (type: Tumour, at: number): Tumour => (type === OPEN && !traits.isForCancer(at) ? OTHERS : type);
  const spokenType = (at: number): Tumour => (index.spokenOf.get(at)?.some(asWhole.speaksOfType) === false ? OTHERS : OPEN);
  for (const [gate, trials] of index.byGate) {
    const view = gate === -1 || ofTumours.length === 0 ? -1 : chosenView(ofTumours.map((one) => wordOf(one.has(gate))));
    const answers = ofTumours[view] ?? asWhole;
    const shut = gate !== -1 && answers.has(gate) === NO;
    const named = gate === -1 ? null : typeOf(gate, answers);
    for (const at of trials) {
      if (!wanted(at)) continue;
      if (shut && !whole) {
        // Another tumour: that is certain without reading on.
        if (!molecularOnly || judgeAt(at, index, answers, true).fit <= COMMON) found.ineligible += 1;
      } else take(at, judgeAt(at, index, answers, whole || molecularOnly), forCancer(named ?? spokenType(at), at));
    }
  }
  // A list of a hundred thousand is not made of boxed numbers.
  const sorted = Float64Array.from(keys).sort();
  const order = new Uint32Array(sorted.length);
  for (let n = 0; n < order.length; n += 1) order[n] = (sorted[n] ?? 0) % PLACES;
  return { order, found };
}

/** Room for the place in the index in the lowest digits of a key; the index is in the order of registry ids. */
const PLACES = 2 ** 21;

/**
 * How the tumour types that a trial names stand to the patient's: one of them; one of them or a narrower one, and something more to settle; every tumour
 * ("solid tumours"); not known; others only.
 */
const [OWN, NEAR, ANY, OPEN, OTHERS] = [0, 1, 2, 3, 4] as const;
type Tumour = typeof OWN | typeof NEAR | typeof ANY | typeof OPEN | typeof OTHERS;

/** One whole number whose order is the order of the trials, its digits of these sizes; all of them fit into the 53 bits of a number. */
const [FITS, TYPES, OPENS, PHASE_STEPS, KILOMETRES] = [8, 4, 96, 5, 20_128] as const;
/** Between `UNNAMED` and `UNWANTED`: for another setting; as far as was read, for other diseases only. Both whatever finding it speaks of. */
const [OTHER_SETTING, ELSEWHERE] = [UNNAMED + 1, UNNAMED + 2] as const;
function rankKey(
  at: number,
  { verdict, fit, unknowns, needsFinding }: Judged,
  tumour: Tumour,
  elsewhere: boolean,
  traits: Traits,
  nearness: (at: number) => number,
): number {
  // Where a finding selects, a trial for every tumour with it is as good as one for this type; one for other diseases only is not meant by it.
  const type = tumour === OTHERS || (tumour === ANY && fit <= MENTIONED) ? OWN : tumour;
  const meant = fit === UNWANTED ? ELSEWHERE + 1 : tumour === OTHERS ? ELSEWHERE : elsewhere ? OTHER_SETTING : fit;
  const aimed = ((verdict === 'ineligible' ? FITS : 0) + meant) * 3 + traits.aim(at);
  // Of a finding in the title the patient has nothing, or the criteria would have told.
  const lacking = needsFinding || ((fit === UNNAMED || fit === COMMON) && traits.isForFinding(at));
  const group = (aimed * TYPES + type) * 2 + (lacking ? 1 : 0);
  const open = verdict === 'eligible' ? 0 : Math.min(unknowns, OPENS - 2) + 1;
  const phase = 4 - traits.phase(at);
  const km = Math.min(Math.round(nearness(at)), KILOMETRES - 1);
  return (((group * OPENS + open) * PHASE_STEPS + phase) * KILOMETRES + km) * PLACES + at;
}
/** Kilometres to the nearest site that is not closed; each place is measured once. */
function nearnessOf({ places, sites, siteStarts }: TrialIndex, place: PatientPlace): (at: number) => number {
  if (!place.known) return () => NOWHERE_KM;
  const measured = new Float64Array(places.length).fill(-1);
  return (at) => {
    let best = NOWHERE_KM;
    for (let n = siteStarts[at] ?? 0; n < (siteStarts[at + 1] ?? 0); n += 1) {
      const one = sites[n] ?? 0;
      if ((measured[one] ?? 0) < 0) {
        const site = places[one];
        measured[one] = site === undefined || isClosedSite(site.status) ? NOWHERE_KM : (place.nearness(site)?.km ?? NOWHERE_KM);
      }
      best = Math.min(best, measured[one] ?? NOWHERE_KM);
    }
    return best;
  };
}
