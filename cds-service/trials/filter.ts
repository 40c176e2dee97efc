/** Which trials are asked for: by status, phase, place and words; verdict and findings are known only after judging. */
import type { TrialStatus } from '../knowledge/trials/types.ts';
import type { TrialMatch } from '../report/types.ts';
import { countryKey, plain } from './places/place-names.ts';
import type { PatientPlace } from './places/nearest.ts';
import { isOpen } from './status.ts';
import type { TrialIndex } from './trial-index.ts';

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

export function trialFilter(
  index: TrialIndex,
  options: MatchOptions,
  place: PatientPlace,
  nearness: (at: number) => number,
): (at: number) => boolean {
  const { anyStatus = false, statuses, phases, text, country, withinKm } = options;
  const words = plain(text)
    .split(' ')
    .filter((word) => word !== '');
  const wanted = countryKey(country);
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
    if (withinKm !== undefined && place.known && nearness(at) > withinKm) return false;
    if (words.length === 0) return true;
    const said = plain([row.nctId, row.title, ...row.conditions, ...row.interventions].join(' '));
    return words.every((word) => said.includes(word));
  };

  function closed(one: number): boolean {
    const status = index.places[one]?.status;
    return status !== undefined && status !== 'unknown' && !isOpen(status);
  }
}

export function phasesOf(phase: string): (typeof PHASES)[number][] {
  if (/^early/i.test(phase)) return ['0'];
  return PHASES.filter((digit) => phase.includes(digit));
}
