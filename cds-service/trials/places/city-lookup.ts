/** Coordinates of a patient's city, from trial sites that lie in it: no address leaves the service and nothing is looked up elsewhere. */
import type { TrialSite } from '../../knowledge/trials/types.ts';
import type { CityLookup } from './nearest.ts';
import { countryKey, plain, stateKey } from './place-names.ts';

type Sites = readonly Pick<TrialSite, 'city' | 'state' | 'postalCode' | 'country' | 'latitude' | 'longitude'>[];
type Cities = ReadonlyMap<string, readonly [number, number]>;

const made = new WeakMap<Sites, Cities>();

/** Made at the first question and kept with the sites. */
export function cityLookup(sites: Sites): CityLookup {
  return (city, state, country, postalCode) => {
    if (country === '') return null;
    let cities = made.get(sites);
    if (cities === undefined) {
      cities = citiesOf(sites);
      made.set(sites, cities);
    }
    return (
      (postalCode === '' ? undefined : cities.get(`zip|${postalCode}|${country}`)) ??
      (city === '' || (state === '' && needsState(country)) ? undefined : cities.get(`city|${city}|${state}|${country}`)) ??
      null
    );
  };
}

/** Countries in which many towns share a name. */
const needsState = (country: string): boolean => country === 'us' || country === 'ca' || country === 'au';

function citiesOf(sites: Sites): Cities {
  const found = new Map<string, readonly [number, number]>();
  for (const { city, state, postalCode, country, latitude, longitude } of sites) {
    if (latitude === undefined || longitude === undefined || country === undefined) continue;
    const land = countryKey(country);
    const at = [latitude, longitude] as const;
    const zip = plain(postalCode);
    if (zip !== '' && !found.has(`zip|${zip}|${land}`)) found.set(`zip|${zip}|${land}`, at);
    const town = plain(city);
    if (town === '') continue;
    for (const key of [`city|${town}|${stateKey(state, land)}|${land}`, ...(needsState(land) ? [] : [`city|${town}||${land}`])])
      if (!found.has(key)) found.set(key, at);
  }
  return found;
}
