/** Near before far, and what a search may leave out. */
import { describe, expect, it } from 'vitest';
import type { MatchOptions } from '../../cds-service/trials/index.ts';
import { BOSTON, CHICAGO, ids, living, made, PARIS, search } from './made-trials.ts';
import { PATIENTS } from './patients.ts';

describe('distance', () => {
  const near = made('NCT3', '', { sites: [CHICAGO, BOSTON] });
  const far = made('NCT2', '', { sites: [CHICAGO] });
  const abroad = made('NCT1', '', { sites: [PARIS] });
  const nowhere = made('NCT0', '');
  const all = [near, far, abroad, nowhere];
  it('orders trials that are otherwise equal, and says kilometres only from coordinates', () => {
    const facts = living({ latitude: 42.27, longitude: -71.8 });
    expect(ids(facts, all)).toEqual(['NCT3', 'NCT2', 'NCT1', 'NCT0']);
    const [first] = search(facts, all)?.matches ?? [];
    expect(first?.nearestSite).toMatchObject({ city: 'Boston', judgedBy: 'coordinates' });
    expect(first?.nearestSite?.distanceKm).toBeGreaterThan(50);
    expect(first?.nearestSite?.distanceKm).toBeLessThan(70);
  });
  it('takes the coordinates of a city from trial sites there', () => {
    const found = search(living({ city: 'BOSTON', state: 'MA', country: 'US' }), all);
    expect(found?.matches[0]?.nearestSite).toMatchObject({ city: 'Boston', distanceKm: 0, judgedBy: 'coordinates' });
    expect(found?.matches[1]?.nearestSite?.distanceKm).toBeGreaterThan(1_300);
    expect(found?.search.distance).toContain('trial sites there');
  });
  it.each([
    [{ state: 'MA', country: 'USA' }, 'same-state'],
    [{ postalCode: '02114', country: 'US' }, 'coordinates'],
    [{ state: 'Ohio', country: 'United States' }, 'same-country'],
    [{ country: 'DE' }, 'other-country'],
  ] as const)('judges by names where there are no coordinates: %j', (place, judgedBy) => {
    expect(search(living(place), [near])?.matches[0]?.nearestSite?.judgedBy).toBe(judgedBy);
  });
  it('does not guess which Springfield', () => {
    const springfield = made('NCT1', '', { sites: [{ city: 'Springfield', state: 'Illinois', country: 'United States', latitude: 39.8, longitude: -89.6 }] }); // prettier-ignore
    const [match] = search(living({ city: 'Springfield', country: 'US' }), [springfield])?.matches ?? [];
    expect(match?.nearestSite?.distanceKm).toBeUndefined();
  });
  it('says that it was not judged without an address, and names no site', () => {
    const found = search(PATIENTS.lung, all);
    expect(found?.search.distance).toMatch(/not recorded/);
    expect(found?.matches.every(({ nearestSite }) => nearestSite === undefined)).toBe(true);
    expect(ids(PATIENTS.lung, all)).toEqual(['NCT0', 'NCT1', 'NCT2', 'NCT3']);
  });
  it('passes over a site that takes nobody', () => {
    const closed = made('NCT1', '', { sites: [{ ...BOSTON, status: 'completed' }, CHICAGO] });
    expect(search(living({ latitude: 42.36, longitude: -71.06 }), [closed])?.matches[0]?.nearestSite?.city).toBe('Chicago');
  });
  it('can be a limit that hides no trial whose sites are not named; without the patient’s place it is not applied and that is said', () => {
    expect(ids(living({ latitude: 42.27, longitude: -71.8 }), all, { withinKm: 100 })).toEqual(['NCT3', 'NCT0']);
    const found = search(PATIENTS.lung, all, { withinKm: 100 });
    expect(found?.matches).toHaveLength(4);
    expect(found?.search.distance).toContain('limit of 100 km was not applied');
  });
});

describe('filters', () => {
  const kras = made('NCT1', 'Inclusion Criteria:\n\n* KRAS G12C mutation', { phase: 'Phase 1/Phase 2', interventions: ['Sotorasib'] });
  const later = made('NCT2', '', { phase: 'Phase 3', sites: [PARIS, { ...CHICAGO, status: 'completed' }] });
  const early = made('NCT3', '', { phase: 'Early phase 1', sites: [BOSTON] });
  const closed = made('NCT4', '', { status: 'completed' });
  const all = [kras, later, early, closed];
  it.each<readonly [MatchOptions, readonly string[]]>([
    [{}, ['NCT1', 'NCT2', 'NCT3']],
    [{ anyStatus: true }, ['NCT1', 'NCT2', 'NCT4', 'NCT3']],
    [{ statuses: ['completed'] }, ['NCT4']],
    [{ phases: ['1'] }, ['NCT1']],
    [{ phases: ['0', '3'] }, ['NCT2', 'NCT3']],
    [{ molecularOnly: true }, ['NCT1']],
    [{ text: 'sotorasib' }, ['NCT1']],
    [{ text: 'lung NCT2' }, ['NCT2']],
    [{ text: 'melanoma' }, []],
    [{ country: 'FR' }, ['NCT2']],
    [{ country: 'usa' }, ['NCT3']],
    [{ offset: 1, limit: 1 }, ['NCT2']],
  ])('%j', (options, expected) => expect(ids(PATIENTS.lung, all, options)).toEqual(expected));
  it('count what they leave', () => {
    const found = search(PATIENTS.lung, [...all, made('NCT5', 'Inclusion Criteria:\n\n* EGFR mutation')], { limit: 1 })?.search;
    expect(found).toMatchObject({ known: 5, found: { ineligible: 1 }, total: 3, offset: 0, limit: 1 });
  });
});
