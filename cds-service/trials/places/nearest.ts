/**
 * How near a trial is to a patient. Straight-line distance where both places have coordinates; else by the names of the places. Nothing is looked up
 * anywhere: a patient's city gets coordinates only from trial sites in the same city.
 */
import type { PlaceFact } from '../../../fhir-profiles/index.ts';
import type { TrialSite, TrialStatus } from '../../knowledge/trials/types.ts';
import type { NearestSite } from '../../report/types.ts';
import { statusWords } from '../trial-index/status.ts';
import { countryKey, plain, stateKey } from './place-names.ts';

export interface Nearness {
  readonly judgedBy: NearestSite['judgedBy'];
  /** Kilometres; for places compared by name a stand-in that only orders: see `BY_NAME_KM`. */
  readonly km: number;
}
export interface PatientPlace {
  readonly known: boolean;
  /** How distances are told for this patient, in words for the report. */
  readonly words: string;
  /** Null when the site's place cannot be compared with the patient's. */
  nearness(site: TrialSite): Nearness | null;
}
/** Coordinates of a place named in an address, where the index has a trial site there. */
export type CityLookup = (city: string, state: string, country: string, postalCode: string) => readonly [number, number] | null;

/** Where only names can be compared they order like this; the numbers are shown nowhere. */
const BY_NAME_KM = { 'same-city': 1, 'same-state': 300, 'same-country': 2_500, 'other-country': 12_000 } as const;
/** A site that takes nobody is no place to go. */
const CLOSED: ReadonlySet<TrialStatus | undefined> = new Set([
  'completed',
  'terminated',
  'withdrawn',
  'suspended',
  'active-not-recruiting',
]);

export function patientPlace(place: PlaceFact | undefined, lookUp: CityLookup = () => null): PatientPlace {
  const country = countryKey(place?.country);
  const state = stateKey(place?.state, country);
  const city = plain(place?.city);
  const postalCode = plain(place?.postalCode);
  if (country === '' && state === '' && city === '' && postalCode === '' && place?.latitude === undefined)
    return { known: false, words: "The patient's address is not recorded: trials are not ordered by distance.", nearness: () => null };
  const own =
    place?.latitude !== undefined && place.longitude !== undefined
      ? ([place.latitude, place.longitude] as const)
      : lookUp(city, state, country, postalCode);
  const words =
    place?.latitude !== undefined
      ? "Distance in a straight line from the coordinates of the patient's address."
      : own !== null
        ? "Distance in a straight line from the city of the patient's address, taken from trial sites there."
        : "The patient's address has no coordinates: nearness is judged by city, state and country only.";
  return {
    known: true,
    words,
    nearness(site) {
      if (own !== null && site.latitude !== undefined && site.longitude !== undefined)
        return { judgedBy: 'coordinates', km: kilometres(own, [site.latitude, site.longitude]) };
      const judgedBy = byName(site);
      return judgedBy === null ? null : { judgedBy, km: BY_NAME_KM[judgedBy] };
    },
  };

  function byName(site: TrialSite): Exclude<NearestSite['judgedBy'], 'coordinates'> | null {
    const theirs = countryKey(site.country);
    if (country !== '' && theirs !== '' && country !== theirs) return 'other-country';
    if (country === '' && theirs !== '' && state === '') return null;
    const theirState = stateKey(site.state, theirs);
    const sameState = state !== '' && state === theirState;
    if (postalCode !== '' && postalCode === plain(site.postalCode) && (country === theirs || country === '')) return 'same-city';
    if (city !== '' && city === plain(site.city) && (sameState || state === '' || theirState === '') && country === theirs)
      return 'same-city';
    if (sameState) return 'same-state';
    return country !== '' && country === theirs ? 'same-country' : null;
  }
}

export function isClosedSite(status: TrialStatus | undefined): boolean {
  return CLOSED.has(status);
}

/** The nearest site that may take patients; undefined when no site can be compared with the patient's place. */
export function nearestSite(sites: readonly TrialSite[], place: PatientPlace): NearestSite | undefined {
  let best: { readonly site: TrialSite; readonly nearness: Nearness } | null = null;
  for (const site of sites) {
    if (isClosedSite(site.status)) continue;
    const nearness = place.nearness(site);
    if (nearness !== null && (best === null || nearness.km < best.nearness.km)) best = { site, nearness };
  }
  if (best === null) return undefined;
  const { site, nearness } = best;
  return {
    ...(site.name === undefined ? {} : { name: site.name }),
    ...(site.city === undefined ? {} : { city: site.city }),
    ...(site.state === undefined ? {} : { state: site.state }),
    ...(site.country === undefined ? {} : { country: site.country }),
    ...(site.status === undefined || site.status === 'unknown' ? {} : { status: statusWords(site.status) }),
    ...(nearness.judgedBy === 'coordinates' ? { distanceKm: Math.round(nearness.km) } : {}),
    judgedBy: nearness.judgedBy,
  };
}

const EARTH_KM = 6_371;
/** Great-circle distance (haversine) of two points in degrees. */
export function kilometres([lat1, lon1]: readonly [number, number], [lat2, lon2]: readonly [number, number]): number {
  const rad = Math.PI / 180;
  const [dLat, dLon] = [(lat2 - lat1) * rad, (lon2 - lon1) * rad];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
