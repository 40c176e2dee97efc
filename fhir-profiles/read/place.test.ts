import { describe, expect, it } from 'vitest';
import { readPlace } from './place.ts';

const geolocation = (latitude: unknown, longitude: unknown) => ({
  url: 'http://hl7.org/fhir/StructureDefinition/geolocation',
  extension: [
    { url: 'latitude', valueDecimal: latitude },
    { url: 'longitude', valueDecimal: longitude },
  ],
});
const DAY = '2026-11-21';

describe('the place where a patient lives', () => {
  it('is the home address, not an old one or one of the mail', () => {
    const addresses = [
      { use: 'old', city: 'Boston' },
      { use: 'home', type: 'postal', city: 'Bedford' },
      { use: 'home', city: 'Worcester', state: 'MA', postalCode: '01602', country: 'US', line: ['1 Street'] },
      { use: 'work', city: 'Salem' },
    ];
    expect(readPlace(addresses, DAY)).toEqual({ city: 'Worcester', state: 'MA', postalCode: '01602', country: 'US' });
  });
  it('passes over an address that has ended', () => {
    expect(readPlace([{ use: 'home', city: 'Boston', period: { end: '2025-01-01' } }, { city: 'Salem' }], DAY)).toEqual({ city: 'Salem' });
  });
  it('takes the coordinates of the geolocation extension', () => {
    expect(readPlace([{ city: 'Boston', extension: [geolocation(42.36, -71.06)] }], DAY)).toEqual({
      city: 'Boston',
      latitude: 42.36,
      longitude: -71.06,
    });
  });
  it.each([
    [0, 0],
    [95, 10],
    [42, undefined],
    ['north', 1],
  ])('does not take %s / %s for coordinates', (latitude, longitude) => {
    expect(readPlace([{ city: 'Boston', extension: [geolocation(latitude, longitude)] }], DAY)).toEqual({ city: 'Boston' });
  });
  it.each([[undefined], [[]], ['Boston'], [[{ use: 'home', text: 'somewhere' }]]])('is not made up from %j', (addresses) => {
    expect(readPlace(addresses, DAY)).toBeUndefined();
  });
});
