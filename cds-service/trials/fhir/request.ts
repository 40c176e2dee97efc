/** What a client of the CodeX trial-matching services sends beside the patient: where, how far, which phase, which status. */
import type { PatientFacts, PlaceFact } from '../../../fhir-profiles/index.ts';
import type { TrialStatus } from '../../knowledge/trials/types.ts';
import type { SearchMessage } from './messages.ts';
import { PHASES, type MatchOptions } from '../search/filter.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export interface TrialSearchRequest {
  readonly options: MatchOptions;
  /** Postal code to measure from. */
  readonly place?: PlaceFact;
  /** What of the request could not be used, and why. */
  readonly messages: readonly SearchMessage[];
}

const KM_PER_MILE = 1.609344;
const LIMIT = 100;

/**
 * Reads the `Parameters` resources among the entries: `zipCode`, `travelRadius` in miles, `phase`, `recruitmentStatus`. What is not understood limits
 * nothing and is answered with a message.
 */
export function readTrialSearch(bundle: unknown): TrialSearchRequest {
  const messages: SearchMessage[] = [];
  const values = new Map<string, string[]>();
  for (const [name, value] of parametersOf(bundle)) {
    const key = KNOWN.find((known) => known.toLowerCase() === name.toLowerCase());
    if (key === undefined) messages.push(said(`The parameter ${name.slice(0, 40)} is not known here and was not used.`));
    else if (value !== '') values.set(key, [...(values.get(key) ?? []), value]);
  }
  const place = placeOf(values.get('zipCode')?.[0], messages);
  const radius = values.get('travelRadius')?.[0];
  const miles = Number.parseFloat(radius ?? '');
  if (radius !== undefined && !(miles > 0))
    messages.push(said('travelRadius is not a number of miles above 0; no limit of distance was applied.'));
  const phases = phasesAsked(values.get('phase') ?? [], messages);
  const statuses = statusesAsked(values.get('recruitmentStatus') ?? [], messages);
  return {
    options: {
      limit: LIMIT,
      ...(miles > 0 ? { withinKm: Math.round(miles * KM_PER_MILE) } : {}),
      ...(phases.length === 0 ? {} : { phases }),
      ...(statuses === 'all' ? { anyStatus: true } : statuses.length === 0 ? {} : { statuses }),
    },
    ...(place === undefined ? {} : { place }),
    messages,
  };
}
const KNOWN = ['zipCode', 'travelRadius', 'phase', 'recruitmentStatus'] as const;
const said = (text: string): SearchMessage => ({ code: 'parameter', text });

/** The place asked for goes before the patient's address, unless both are one postal code: then the address tells more. */
export function withPlace(facts: PatientFacts, place: PlaceFact | undefined): PatientFacts {
  if (place === undefined || facts.patient.place?.postalCode?.slice(0, 5) === place.postalCode) return facts;
  return { ...facts, patient: { ...facts.patient, place } };
}

function placeOf(written: string | undefined, messages: SearchMessage[]): PlaceFact | undefined {
  if (written === undefined) return undefined;
  const zip = /^(\d{5})(?:-?\d{4})?$/.exec(written)?.[1];
  if (zip !== undefined) return { postalCode: zip, country: 'US' };
  const canadian = /^([A-Z]\d[A-Z])\s?(\d[A-Z]\d)$/i.exec(written);
  if (canadian) return { postalCode: `${canadian[1] ?? ''} ${canadian[2] ?? ''}`.toUpperCase(), country: 'CA' };
  messages.push(said('zipCode is not a postal code of the United States or Canada; distance was not measured from it.'));
  return undefined;
}

/** `phase-1-phase-2`, `Phase 1/Phase 2`, `II`, `early-phase-1`. */
function phasesAsked(texts: readonly string[], messages: SearchMessage[]): (typeof PHASES)[number][] {
  const found = texts.flatMap((text) => {
    if (/^(?:any|all)?$/i.test(text)) return [];
    if (/early/i.test(text)) return ['0' as const];
    const words = text.toUpperCase().replace(/PHASE/g, ' ').split(/[^0-9IV]+/); // prettier-ignore
    const phases = words
      .map((word) => entryOf(ROMAN, word) ?? word)
      .flatMap((word) => PHASES.filter((phase) => phase === word && phase !== '0'));
    if (phases.length === 0) messages.push(said('phase is not a phase from early phase 1 to phase 4; no limit of phase was applied.'));
    return phases;
  });
  return [...new Set(found)];
}
const ROMAN: Readonly<Record<string, string>> = { I: '1', II: '2', III: '3', IV: '4' };

/** Codes of FHIR ResearchStudy and words of the registries; FHIR's `active` is open for accrual. */
function statusesAsked(texts: readonly string[], messages: SearchMessage[]): readonly TrialStatus[] | 'all' {
  const keys = texts.flatMap((text) => text.split(/\||,(?!\s*not)/i)).map((text) => text.trim().toLowerCase().replace(/[\s_]+/g, '-')).filter((text) => text !== ''); // prettier-ignore
  if (keys.some((key) => key === 'all' || key === 'any')) return 'all';
  const found = keys.flatMap((key): readonly TrialStatus[] => {
    const statuses = entryOf(STATUSES, key.replace(/,-?/g, '-'));
    if (statuses === undefined)
      messages.push(said('recruitmentStatus is not a status known here; trials open to new patients were searched.'));
    return statuses ?? [];
  });
  return [...new Set(found)];
}
const STATUSES: Readonly<Record<string, readonly TrialStatus[]>> = {
  active: ['recruiting', 'by-invitation'],
  recruiting: ['recruiting'],
  open: ['recruiting', 'by-invitation'],
  available: ['recruiting'],
  approved: ['not-yet-recruiting'],
  'not-yet-recruiting': ['not-yet-recruiting'],
  'in-review': ['not-yet-recruiting', 'unknown'],
  'enrolling-by-invitation': ['by-invitation'],
  'active-not-recruiting': ['active-not-recruiting'],
  'closed-to-accrual': ['active-not-recruiting'],
  'closed-to-accrual-and-intervention': ['active-not-recruiting'],
  'temporarily-closed-to-accrual': ['suspended'],
  'temporarily-closed-to-accrual-and-intervention': ['suspended'],
  suspended: ['suspended'],
  completed: ['completed'],
  'administratively-completed': ['terminated'],
  terminated: ['terminated'],
  withdrawn: ['withdrawn'],
  unknown: ['unknown'],
};

type Fields = Readonly<Record<string, unknown>>;
function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter((one): one is Fields => typeof one === 'object' && one !== null) : [];
}
function entriesOf(bundle: unknown): readonly Fields[] {
  const entries = typeof bundle === 'object' && bundle !== null ? listOf((bundle as Fields)['entry']) : [];
  return entries.flatMap(({ resource }) => (typeof resource === 'object' && resource !== null ? [resource as Fields] : []));
}
/** Name and value of every parameter, whichever type the value was sent as. */
function parametersOf(bundle: unknown): readonly (readonly [string, string])[] {
  return entriesOf(bundle)
    .filter((resource) => resource['resourceType'] === 'Parameters')
    .flatMap((resource) => listOf(resource['parameter']))
    .flatMap(({ name, valueString, valueInteger, valueDecimal, valueCode, valuePositiveInt, valueUnsignedInt, valueQuantity }) => {
      const quantity = typeof valueQuantity === 'object' && valueQuantity !== null ? (valueQuantity as Fields)['value'] : undefined;
      const value = [valueString, valueInteger, valueDecimal, valueCode, valuePositiveInt, valueUnsignedInt, quantity].find(
        (given) => typeof given === 'string' || typeof given === 'number',
      );
      return typeof name === 'string' ? [[name, value === undefined ? '' : String(value).trim()] as const] : [];
    });
}
