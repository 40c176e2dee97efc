/**
 * Order of trials: those that ask for a finding of this patient first, settled before open, then those that name none, last those that speak against one;
 * within that every hard criterion met before the others, then fewest open hard criteria, later phase, nearer site, registry id. Every trial that could fit is judged; none is left out before its verdict is known.
 */
import type { TrialMatch, TrialSearch } from '../report/types.ts';
import { interview, NO } from './interview.ts';
import { trialFilter, type MatchOptions } from './filter.ts';
import { isClosedSite, type PatientPlace } from './places/nearest.ts';
import { ASKED, judgeAt, type Fit, type Judged } from './judge.ts';
import type { TrialPatient } from './patient.ts';
import type { TrialIndex } from './trial-index.ts';

export interface Ranking {
  /** Trials with the verdicts asked for, best first. */
  readonly order: readonly number[];
  readonly found: TrialSearch['found'];
}

/** No site of the trial can be compared with the patient's place. */
export const NOWHERE_KM = 20_100;

export function rankTrials(index: TrialIndex, patient: TrialPatient, place: PatientPlace, options: MatchOptions): Ranking {
  const { verdicts = ['eligible', 'possible'], molecularOnly = false } = options;
  const answers = interview(index, patient);
  const nearness = nearnessOf(index, place);
  const wanted = trialFilter(index, options, place);
  const whole = verdicts.includes('ineligible');
  const found = { eligible: 0, possible: 0, ineligible: 0 };
  const keys: number[] = [];
  const take = (at: number, judged: Judged): void => {
    if (molecularOnly && judged.fit > ASKED) return;
    found[judged.verdict] += 1;
    if (verdicts.includes(judged.verdict)) keys.push(rankKey(at, judged, index, nearness));
  };
  for (const [gate, trials] of index.byGate) {
    const shut = gate !== -1 && answers.has(gate) === NO;
    for (const at of trials) {
      if (!wanted(at)) continue;
      if (shut && !whole) {
        // Another tumour: that is certain without reading on.
        if (!molecularOnly || judgeAt(at, index, answers, true).fit <= ASKED) found.ineligible += 1;
      } else take(at, judgeAt(at, index, answers, whole || molecularOnly));
    }
  }
  const sorted = Float64Array.from(keys).sort();
  return { order: Array.from(sorted, (key) => key % PLACES), found };
}

/** Room for the place in the index in the lowest digits of a key; the index is in the order of registry ids. */
const PLACES = 2 ** 21;

/** One whole number whose order is the order of the trials: 4 bits group, 9 open criteria, 3 phase, 15 distance, 21 place; 52 in all. */
function rankKey(at: number, { verdict, fit, unknowns }: Judged, index: TrialIndex, nearness: (at: number) => number): number {
  const group = groupOf(verdict, fit);
  const open = Math.min(unknowns, 511);
  const phase = 4 - latestPhase(index.rows[at]?.phase ?? '');
  const km = Math.min(Math.round(nearness(at)), 32_767);
  return (((group * 512 + open) * 8 + phase) * 32_768 + km) * PLACES + at;
}
function groupOf(verdict: TrialMatch['verdict'], fit: Fit): number {
  return (verdict === 'ineligible' ? 8 : 0) + fit * 2 + (verdict === 'eligible' ? 0 : 1);
}
function latestPhase(phase: string): number {
  if (/^early/i.test(phase)) return 0;
  for (let digit = 4; digit > 0; digit -= 1) if (phase.includes(String(digit))) return digit;
  return 0;
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
