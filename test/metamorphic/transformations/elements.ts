/** What stands beside the content, how texts are spelled, how times are written, and fields as other versions of FHIR name them. */
import type { Json, Resource } from '../charts.ts';
import { bundleOf, each, isRecord, mapped, mappedTexts, whole, type Transformation } from '../transformation.ts';

const EXTENSION = { url: 'https://ehr.example.org/extension', valueString: 'CYP2D6 *4/*4' };
const NARRATIVE = { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">CYP2D6 *4/*4: poor metabolizer</div>' };

const TEXTS = new Set(['text', 'display', 'valueString', 'conclusion']);

const inTexts = (name: string, change: (text: string) => string): Transformation =>
  each(name, (resource) => mappedTexts(resource, (text, key) => (TEXTS.has(key) ? change(text) : text)));

const reversed = (value: unknown): unknown => mapped(value, (node) => Object.fromEntries(Object.entries(node).reverse()));

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const BESIDE: readonly Transformation[] = [
  each('members in another order', reversed),
  each('meta, language, narrative and extensions', (resource) => ({
    meta: { versionId: '7', lastUpdated: '2026-11-20T07:00:00Z', profile: ['https://ehr.example.org/profile'], security: [{ code: 'N' }] },
    language: 'en-GB',
    implicitRules: 'http://hl7.org/fhir/uv/ips',
    text: NARRATIVE,
    ...resource,
    extension: [...((resource['extension'] ?? []) as unknown[]), EXTENSION],
  })),
  each('extensions on every concept, quantity and reference', (resource) =>
    mapped(resource, (node, key) =>
      key !== 'contained' && (node['coding'] !== undefined || node['unit'] !== undefined || node['reference'] !== undefined)
        ? { ...node, id: 'e1', extension: [EXTENSION] }
        : node,
    ),
  ),
  each('extensions on primitive elements', (resource) => ({
    ...resource,
    ...(resource['status'] === undefined ? {} : { _status: { extension: [EXTENSION] } }),
    ...(resource['effectiveDateTime'] === undefined ? {} : { _effectiveDateTime: { id: 'x' } }),
  })),
  each('empty elements', (resource) => ({ note: [], bodySite: {}, method: null, interpretation: [], component: [], ...resource })),
];

export const SPELLING: readonly Transformation[] = [
  inTexts('texts in composed letters', (text) => text.normalize('NFC')),
  inTexts('texts in decomposed letters', (text) => text.normalize('NFD')),
  inTexts('spaces around texts', (text) => `  ${text}\u00a0`),
  inTexts('no-break spaces', (text) => text.replaceAll(' ', '\u00a0')),
  inTexts('two spaces and tabs between words', (text) => text.replaceAll(' ', ' \t')),
  inTexts('line breaks between words', (text) => text.replace(' ', '\r\n')),
  inTexts('other hyphens', (text) => text.replaceAll('-', '\u2011')),
  inTexts('zero-width characters', (text) => `\ufeff${text.replace(' ', ' \u200b')}`),
];

const timed = (name: string, change: (day: string) => Json | string): Transformation =>
  each(name, (resource) => {
    const given = resource['effectiveDateTime'];
    if (resource.resourceType !== 'Observation' || typeof given !== 'string' || !DAY.test(given)) return resource;
    const { effectiveDateTime: _given, ...rest } = resource;
    const changed = change(given);
    return typeof changed === 'string' ? { ...rest, effectiveDateTime: changed } : { ...rest, ...changed };
  });

export const TIMES: readonly Transformation[] = [
  timed('effective with time and zone', (day) => `${day}T10:30:00+02:00`),
  timed('effective with Z and milliseconds', (day) => `${day}T10:30:00.123Z`),
  timed('effectiveInstant', (day) => ({ effectiveInstant: `${day}T10:30:00Z` })),
  timed('effectivePeriod', (day) => ({ effectivePeriod: { start: day, end: day } })),
  timed('effectivePeriod with a start alone', (day) => ({ effectivePeriod: { start: day } })),
  timed('effectiveTiming', (day) => ({ effectiveTiming: { event: [day] } })),
];

/** FHIR R5 names of R4 elements. */
function inR5(resource: Resource): Json {
  const { medicationCodeableConcept, medicationReference, ...rest } = resource;
  const medication =
    medicationCodeableConcept !== undefined
      ? { concept: medicationCodeableConcept }
      : medicationReference !== undefined
        ? { reference: medicationReference }
        : undefined;
  const changed: Json = { ...rest, ...(medication === undefined ? {} : { medication }) };
  if (resource.resourceType === 'MedicationRequest' || resource.resourceType === 'Procedure') {
    const codes = (resource['reasonCode'] ?? []) as unknown[];
    const references = (resource['reasonReference'] ?? []) as unknown[];
    if (codes.length + references.length > 0)
      changed['reason'] = [...codes.map((concept) => ({ concept })), ...references.map((reference) => ({ reference }))];
    delete changed['reasonCode'];
    delete changed['reasonReference'];
  }
  if (resource.resourceType === 'Procedure')
    for (const [key, value] of Object.entries(resource))
      if (key.startsWith('performed')) {
        delete changed[key];
        changed[key.replace('performed', 'occurrence')] = value;
      }
  if (resource.resourceType === 'MedicationRequest' && Array.isArray(resource['dosageInstruction']))
    changed['dosageInstruction'] = (resource['dosageInstruction'] as Json[]).map(({ asNeededBoolean, ...dosage }) => ({
      ...dosage,
      ...(asNeededBoolean === undefined ? {} : { asNeeded: asNeededBoolean }),
    }));
  if (resource.resourceType === 'Encounter' && isRecord(resource['class'])) changed['class'] = [{ coding: [resource['class']] }];
  return changed;
}

export const VERSIONS: readonly Transformation[] = [
  each('FHIR R5 names', inR5),
  whole('an older version beside each result', ({ resources }) =>
    bundleOf([
      ...resources.map((resource) => ({
        ...resource,
        meta: { ...(resource['meta'] as Json), versionId: '2', lastUpdated: '2026-11-20T08:00:00Z' },
      })),
      ...resources
        .filter(({ resourceType }) => resourceType === 'Observation')
        .map((resource) => ({
          ...resource,
          meta: { versionId: '1', lastUpdated: '2026-11-20T07:00:00Z' },
          status: 'preliminary',
          valueCodeableConcept: undefined,
          valueString: 'pending',
        })),
    ]),
  ),
];
