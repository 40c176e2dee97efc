/** Which trials are asked for: by status, phase, place and words; verdict and findings are known only after judging. */
import type { TrialStatus } from '../../knowledge/trials/types.ts';
import type { TrialMatch } from '../../report/types.ts';
import { countryKey, plain } from '../places/place-names.ts';
import type { PatientPlace } from '../places/nearest.ts';
import { isOpen } from '../trial-index/status.ts';
import type { TrialIndex } from '../trial-index/index.ts';

export const PHASES = ['0', '1', '2', '3', '4'] as const;
/** Which trials to list and how many; without any, the best open ones. */
export interface MatchOptions {
  readonly limit?: number;
  readonly offset?: number;
  /** Also trials that are closed or whose status is not known. */
  readonly anyStatus?: boolean;
  /** Only these statuses; goes before `anyStatus`. */
  readonly statuses?: readonly TrialStatus[];
  readonly verdicts?: readonly TrialMatch['verdict'][];
  /** `0` is early phase 1; a trial of two phases has both. */
  readonly phases?: readonly (typeof PHASES)[number][];
  /** Only trials selected by a finding of this patient. */
  readonly molecularOnly?: boolean;
  /** Words that must all stand in id, title, conditions or interventions. */
  readonly text?: string;
  /** Only trials with a site in this country that is not closed. */
  readonly country?: string;
  /** Only trials with such a site within this distance; needs the patient's place. */
  readonly withinKm?: number;
}

export function trialFilter(index: TrialIndex, options: MatchOptions, place: PatientPlace): (at: number) => boolean {
  const { anyStatus = false, statuses, phases, text, country, withinKm } = options;
  const words = plain(text)
    .split(' ')
    .filter((word) => word !== '');
  const wanted = countryKey(country);
  const within = new Map<number, boolean>();
  const inCountry = wanted === '' ? null : index.places.map((one) => countryKey(one.country) === wanted);
  return (at) => {
    const row = index.rows[at];
    if (row === undefined) return false;
    if (statuses === undefined ? !anyStatus && !isOpen(row.status) : !statuses.includes(row.status)) return false;
    if (phases !== undefined && !phasesOf(row.phase).some((phase) => phases.includes(phase))) return false;
    if (
      inCountry !== null &&
      !index.sites.subarray(index.siteStarts[at], index.siteStarts[at + 1]).some((one) => inCountry[one] === true && !closed(one))
    )
      return false;
    if (withinKm !== undefined && place.known && !mayBeWithin(at, withinKm)) return false;
    if (words.length === 0) return true;
    const said = plain([row.nctId, row.title, ...row.conditions, ...row.interventions].join(' '));
    return words.every((word) => said.includes(word));
  };

  /**
   * A site counts as too far only where that was measured, or where it is in another country; what cannot be measured is not hidden. A trial that names
   * no site may have one near.
   */
  function mayBeWithin(at: number, km: number): boolean {
    const [from = 0, to = 0] = [index.siteStarts[at], index.siteStarts[at + 1]];
    if (from === to) return true;
    for (let n = from; n < to; n += 1) if (siteWithin(index.sites[n] ?? 0, km)) return true;
    return false;
  }
  function siteWithin(one: number, km: number): boolean {
    const before = within.get(one);
    if (before !== undefined) return before;
    const site = index.places[one];
    const near = site === undefined ? null : place.nearness(site);
    const far = near?.judgedBy === 'other-country' || (near?.judgedBy === 'coordinates' && near.km > km);
    const reachable = !closed(one) && !far;
    within.set(one, reachable);
    return reachable;
  }
  function closed(one: number): boolean {
    const status = index.places[one]?.status;
    return status !== undefined && status !== 'unknown' && !isOpen(status);
  }
}

function phasesOf(phase: string): (typeof PHASES)[number][] {
  if (/^early/i.test(phase)) return ['0'];
  return PHASES.filter((digit) => phase.includes(digit));
}
