/**
 * Consents that forbid the use of genomic data. A consent counts when it is active, in force on the day, and denies either
 * everything or what names genetic data. Denials that concern research alone, or only actors named in them, are not ours to apply.
 */
import { noteAddress } from './bundle-address.ts';
import { isObject, type Json } from './chart-part.ts';

/** HL7 confidentiality and sensitivity codes for genetic information (v3-ActCode). */
const GENETIC_LABELS = new Set(['GDIS', 'GENETIC', 'GENETICS']);
const GENETIC_WORDS = /\b(genetic|genomic|genome|pharmacogen|dna|germline)/i;
const RESEARCH = /research|HRESCH|CLINTRL|BIORCH/i;

/** `asOf`: `YYYY-MM-DD`. */
export function forbidsGenomicUse(consent: Json, asOf: string): boolean {
  if (consent.resourceType !== 'Consent' || consent.status !== 'active') return false;
  if (codes(consent.scope).some((code) => RESEARCH.test(code))) return false;
  const aboutGenetics = categoryNamesGenetics(consent);
  // FHIR R4 has one provision, R5 a list of them, STU3 a list of exceptions; each with a type of its own or, in R5, by the decision.
  const top = [consent.provision, consent.except].flat().filter(isObject);
  if (top.some((provision) => denies(provision, asOf, aboutGenetics) || nested(provision).some((inner) => denies(inner, asOf, false))))
    return true;
  return decides(consent, top, asOf, aboutGenetics);
}

/**
 * R5 (5.0.0, Consent.decision): the decision is the base, and each level of provisions the reverse of the one above it. A provision that
 * names genetic data under the decision to deny is taken as what is denied all the same: it is written so, and the card says so.
 */
function decides({ decision, period }: Json, provisions: readonly Json[], asOf: string, aboutGenetics: boolean): boolean {
  if ((decision !== 'deny' && decision !== 'permit') || !inForce(period, asOf)) return false;
  const given = provisions.filter(({ type }) => type === undefined);
  if (decision === 'permit') return given.some((provision) => denies({ ...provision, type: 'deny' }, asOf, aboutGenetics));
  const named = given.some((provision) => denies({ ...provision, type: 'deny' }, asOf, false) && isNarrowed(provision));
  return named || !given.some((provision) => inForce(provision.period, asOf) && allowsTreatment(provision));
}

/** An exception from a general denial for all data, for the care of the patient. */
function allowsTreatment(provision: Json): boolean {
  const purposes = codes(provision.purpose);
  const care = purposes.length === 0 || purposes.some((code) => /^(?:TREAT|ETREAT|CAREMGT|COC|TREATMENT)$/i.test(code));
  return care && !isNarrowed(provision);
}

/**
 * The patient alone when a consent in the input forbids genomic use; null when none does. `input` is a resource, a Bundle or an
 * array of these.
 */
export function withoutForbidden(input: unknown, asOf: string): readonly Json[] | null {
  const resources = resourcesIn(input);
  if (!resources.some((resource) => forbidsGenomicUse(resource, asOf))) return null;
  return resources.filter(({ resourceType }) => resourceType === 'Patient');
}

/** Every resource of a resource, a Bundle or an array of these, Bundles within Bundles included. */
export function resourcesIn(input: unknown): Json[] {
  const items: readonly unknown[] = Array.isArray(input) ? input : [input];
  return items.filter(isObject).flatMap((item) => {
    if (item.resourceType !== 'Bundle') return [item];
    const entries: readonly unknown[] = Array.isArray(item.entry) ? item.entry : [];
    entries.forEach(noteAddress);
    return entries.flatMap((entry) => (isObject(entry) && isObject(entry.resource) ? resourcesIn(entry.resource) : []));
  });
}

function nested(provision: Json): Json[] {
  const inner = Array.isArray(provision.provision) ? provision.provision.filter(isObject) : [];
  return inner.flatMap((child) => [child, ...nested(child)]);
}

function denies(provision: Json, asOf: string, aboutGenetics: boolean): boolean {
  if (provision.type !== 'deny' || !inForce(provision.period, asOf)) return false;
  if (isFilled(provision.actor)) return false;
  const purposes = codes(provision.purpose);
  if (purposes.length > 0 && purposes.every((code) => RESEARCH.test(code))) return false;
  const labels = ['securityLabel', 'code', 'class', 'documentType', 'resourceType'].flatMap((name) => codes(provision[name]));
  return (
    aboutGenetics || !isNarrowed(provision) || labels.some((code) => GENETIC_LABELS.has(code.toUpperCase()) || GENETIC_WORDS.test(code))
  );
}

/** About some data or actions only. */
function isNarrowed(provision: Json): boolean {
  return ['securityLabel', 'code', 'class', 'documentType', 'resourceType', 'data', 'expression', 'action', 'dataPeriod'].some((name) =>
    isFilled(provision[name]),
  );
}

function categoryNamesGenetics(consent: Json): boolean {
  return codes(consent.category).some((code) => GENETIC_WORDS.test(code));
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
}

function inForce(period: unknown, asOf: string): boolean {
  if (!isObject(period)) return true;
  const start = typeof period.start === 'string' ? period.start.slice(0, 10) : '';
  const end = typeof period.end === 'string' ? period.end.slice(0, 10) : '9999-12-31';
  return start <= asOf && asOf <= end.padEnd(10, '~');
}

/** Every code, display and text of codings and concepts, one or many. */
function codes(value: unknown): string[] {
  const items = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return items.filter(isObject).flatMap((item) => {
    const own = [item.code, item.display, item.text].filter((text): text is string => typeof text === 'string');
    return [...own, ...(Array.isArray(item.coding) ? codes(item.coding) : [])];
  });
}
