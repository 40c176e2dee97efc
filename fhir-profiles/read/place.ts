/** Where a patient lives, from Patient.address: the present home address, without street. */
import type { PlaceFact } from '../facts.ts';
import { dateOf, isRecord, numberOf, records, text, type Json } from './elements.ts';

const GEOLOCATION = 'http://hl7.org/fhir/StructureDefinition/geolocation';
const USE = ['home', 'temp', 'work', 'billing'];

/** Undefined when no usable address is recorded. An address that ended before `asOf` or is marked old is not used. */
export function readPlace(addresses: unknown, asOf: string): PlaceFact | undefined {
  const present = records(addresses).filter((address) => {
    const end = isRecord(address['period']) ? dateOf(address['period']['end']) : undefined;
    return address['use'] !== 'old' && (end === undefined || end.slice(0, 10) >= asOf);
  });
  const rank = (address: Json): number => {
    const use = USE.indexOf(text(address['use']) ?? 'home');
    return (use === -1 ? USE.length : use) + (address['type'] === 'postal' ? 0.5 : 0);
  };
  const places = [...present].sort((a, b) => rank(a) - rank(b)).map(placeOf);
  return places.find((place) => Object.keys(place).length > 0);
}

function placeOf(address: Json): PlaceFact {
  const [city, state, postalCode, country] = ['city', 'state', 'postalCode', 'country'].map((name) => text(address[name]));
  return {
    ...(city === undefined ? {} : { city }),
    ...(state === undefined ? {} : { state }),
    ...(postalCode === undefined ? {} : { postalCode }),
    ...(country === undefined ? {} : { country }),
    ...coordinates(address),
  };
}

/** Both coordinates or none; 0/0 is what systems write that do not know. */
function coordinates(address: Json): Pick<PlaceFact, 'latitude' | 'longitude'> {
  const extension = records(address['extension']).find(({ url }) => url === GEOLOCATION);
  const part = (name: string): number | undefined =>
    numberOf(records(extension?.['extension']).find(({ url }) => url === name)?.['valueDecimal']);
  const [latitude, longitude] = [part('latitude'), part('longitude')];
  if (latitude === undefined || longitude === undefined) return {};
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180 || (latitude === 0 && longitude === 0)) return {};
  return { latitude, longitude };
}
