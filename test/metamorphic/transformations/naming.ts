/** How resources are named, and how one refers to another. */
import { createHash } from 'node:crypto';
import type { Chart, Json, Resource } from '../charts.ts';
import { bundleOf, each, references, whole, type Transformation, type Written } from '../transformation.ts';

const BASE = 'https://ehr.example.org/fhir/R4';

function uuidOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

const key = ({ resourceType, id }: Resource): string => `${resourceType}/${id}`;

/** Names by `urn:uuid:`; with or without ids of their own. */
function urns({ resources, patientId, orders }: Chart, { keepIds, patientToo }: { keepIds: boolean; patientToo: boolean }): Written {
  const urnOf = new Map(resources.map((resource) => [key(resource), `urn:uuid:${uuidOf(key(resource))}`]));
  const names = new Map<string, string>();
  const named = (resource: Resource): boolean => patientToo || resource.id !== patientId;
  const entry = resources.map((resource) => {
    const urn = urnOf.get(key(resource)) ?? '';
    const rewritten = references(resource, (type, id) => {
      const target = urnOf.get(`${type}/${id}`);
      return target === undefined || (!patientToo && type === 'Patient') ? null : { reference: target };
    }) as Resource;
    if (!named(resource)) return { fullUrl: `${BASE}/Patient/${resource.id}`, resource: rewritten };
    // A draft is spoken of by the name that the call gave it.
    if (keepIds || resource.resourceType === 'Patient' || orders.includes(resource.id)) return { fullUrl: urn, resource: rewritten };
    names.set(urn, key(resource));
    const { id: _id, ...rest } = rewritten;
    return { fullUrl: urn, resource: rest };
  });
  return { input: { resourceType: 'Bundle', type: 'collection', entry }, names };
}

/** Results inside the first report that lists them. */
function containedInReports({ resources }: Chart): Written {
  const names = new Map<string, string>();
  const holder = new Map<string, Resource>();
  for (const resource of resources)
    if (resource.resourceType === 'DiagnosticReport')
      for (const { reference } of (resource['result'] ?? []) as { reference: string }[])
        if (!holder.has(reference)) holder.set(reference, resource);
  const inside = (resource: Resource) => holder.has(key(resource));
  const input = resources
    .filter((resource) => !inside(resource))
    .map((resource) => {
      const own = resources.filter((other) => holder.get(key(other)) === resource);
      if (own.length === 0) return resource;
      for (const other of own) names.set(`${key(resource)}#${other.id}`, key(other));
      const local = (value: unknown) =>
        references(value, (type, id) => (own.some((other) => key(other) === `${type}/${id}`) ? { reference: `#${id}` } : null));
      return { ...(local(resource) as Json), contained: own.map(local) };
    });
  return { input: bundleOf(input), names };
}

export const NAMING: readonly Transformation[] = [
  whole('absolute addresses, relative references', ({ resources }) => ({
    ...bundleOf([]),
    entry: resources.map((resource) => ({ fullUrl: `${BASE}/${key(resource)}`, resource })),
  })),
  whole('absolute addresses and references', ({ resources }) => ({
    ...bundleOf([]),
    entry: resources.map((resource) => ({
      fullUrl: `${BASE}/${key(resource)}`,
      resource: references(resource, (type, id) => ({ reference: `${BASE}/${type}/${id}` })),
    })),
  })),
  each('absolute references, no addresses', (resource) => references(resource, (type, id) => ({ reference: `${BASE}/${type}/${id}` }))),
  each('references to a version', (resource) => references(resource, (type, id) => ({ reference: `${type}/${id}/_history/3` }))),
  each('absolute references to a version', (resource) =>
    references(resource, (type, id) => ({ reference: `${BASE}/${type}/${id}/_history/3` })),
  ),
  each('references with a type, a display and extensions', (resource) =>
    references(resource, (type, _id, node) => ({
      type,
      display: node['display'] ?? 'Named',
      extension: [{ url: 'https://ehr.example.org/extension', valueString: 'x' }],
    })),
  ),
  { name: 'urn:uuid names beside ids', expects: 'equal', write: (chart) => urns(chart, { keepIds: true, patientToo: false }) },
  { name: 'urn:uuid names instead of ids', expects: 'equal', write: (chart) => urns(chart, { keepIds: false, patientToo: false }) },
  {
    name: 'urn:uuid names instead of ids, the patient’s too',
    expects: 'equal',
    write: (chart) => urns(chart, { keepIds: false, patientToo: true }),
  },
  { name: 'results contained in their report', expects: 'equal', write: containedInReports },
  whole('the patient by an identifier that the Patient bears', ({ resources, patientId }) =>
    bundleOf(
      resources.map((resource) =>
        resource.resourceType === 'Patient'
          ? { ...resource, identifier: [{ system: 'urn:oid:2.999.77', value: 'MRN-4711' }] }
          : references(resource, (type, id) =>
              type === 'Patient' && id === patientId
                ? { reference: undefined, type: 'Patient', identifier: { system: 'urn:oid:2.999.77', value: 'MRN-4711' } }
                : null,
            ),
      ),
    ),
  ),
  whole('the patient by a reference and an identifier', ({ resources, patientId }) =>
    bundleOf(
      resources.map((resource) =>
        resource.resourceType === 'Patient'
          ? { ...resource, identifier: [{ system: 'urn:oid:2.999.77', value: 'MRN-4711' }] }
          : references(resource, (type, id) =>
              type === 'Patient' && id === patientId ? { identifier: { system: 'urn:oid:2.999.77', value: 'MRN-4711' } } : null,
            ),
      ),
    ),
  ),
  whole('a Patient contained in every result', ({ resources, patientId }) =>
    bundleOf(
      resources.map((resource) => {
        if (resource.resourceType === 'Patient') return { ...resource, identifier: [{ system: 'urn:oid:2.999.77', value: 'MRN-4711' }] };
        const rewritten = references(resource, (type, id) =>
          type === 'Patient' && id === patientId ? { reference: '#pat' } : null,
        ) as Json;
        return {
          ...rewritten,
          contained: [
            ...((resource['contained'] ?? []) as unknown[]),
            { resourceType: 'Patient', id: 'pat', identifier: [{ system: 'urn:oid:2.999.77', value: 'MRN-4711' }] },
          ],
        };
      }),
    ),
  ),
  whole('subject as Patient/… and encounter beside', ({ resources }) =>
    bundleOf(
      resources.map((resource) =>
        resource['subject'] === undefined ? resource : { ...resource, encounter: { reference: 'Encounter/e' } },
      ),
    ),
  ),
];
