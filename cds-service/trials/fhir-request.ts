/** What a client of the CodeX trial-matching services sends beside the patient, and what it gets back. */
import type { PatientFacts, PlaceFact } from '../../fhir-profiles/index.ts';
import type { MatchOptions } from './filter.ts';
import { toSearchset } from './fhir-searchset.ts';
import type { FoundTrials } from './match.ts';

/** No active tumour: nothing to match a trial with, and so an empty search set. */
export function matchesForFhir(found: FoundTrials | null): object {
  if (found === null) return toSearchset([]);
  const { matches, records, search } = found;
  return toSearchset(
    matches.flatMap((match, at) => {
      const record = records[at];
      return record === undefined ? [] : [{ match, record }];
    }),
    search.total,
  );
}

export interface TrialSearchRequest {
  readonly options: MatchOptions;
  /** US postal code to measure from, where the record has no address. */
  readonly place?: PlaceFact;
}

const KM_PER_MILE = 1.609344;
const LIMIT = 100;

/** Reads the `Parameters` resource among the entries: `zipCode`, `travelRadius` in miles, `phase`, `recruitmentStatus`. Anything else is no limit. */
export function readTrialSearch(bundle: unknown): TrialSearchRequest {
  const parameters = entriesOf(bundle).find((resource) => resource['resourceType'] === 'Parameters');
  const values = new Map<string, string>();
  for (const one of listOf(parameters?.['parameter'])) {
    const { name, valueString, valueInteger, valueDecimal, valueCode } = one;
    const value = [valueString, valueInteger, valueDecimal, valueCode].find(
      (given) => typeof given === 'string' || typeof given === 'number',
    );
    if (typeof name === 'string' && value !== undefined) values.set(name, String(value).trim());
  }
  const zip = /^\d{5}/.exec(values.get('zipCode') ?? '')?.[0];
  const miles = Number(values.get('travelRadius') ?? Number.NaN);
  const phase = /(\d)/.exec(values.get('phase') ?? '')?.[1];
  const early = /early/i.test(values.get('phase') ?? '');
  return {
    options: {
      limit: LIMIT,
      ...(miles > 0 ? { withinKm: Math.round(miles * KM_PER_MILE) } : {}),
      ...(early ? { phases: ['0'] as const } : phase === '1' || phase === '2' || phase === '3' || phase === '4' ? { phases: [phase] } : {}),
      ...(/^all$/i.test(values.get('recruitmentStatus') ?? '') ? { anyStatus: true } : {}),
    },
    ...(zip === undefined ? {} : { place: { postalCode: zip, country: 'US' } }),
  };
}

/** The patient's own address goes before what the form says. */
export function withPlace(facts: PatientFacts, place: PlaceFact | undefined): PatientFacts {
  if (place === undefined || facts.patient.place !== undefined) return facts;
  return { ...facts, patient: { ...facts.patient, place } };
}

type Fields = Readonly<Record<string, unknown>>;
function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter((one): one is Fields => typeof one === 'object' && one !== null) : [];
}
function entriesOf(bundle: unknown): readonly Fields[] {
  const entries = typeof bundle === 'object' && bundle !== null ? listOf((bundle as Fields)['entry']) : [];
  return entries.flatMap(({ resource }) => (typeof resource === 'object' && resource !== null ? [resource as Fields] : []));
}
