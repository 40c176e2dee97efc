/** How the resources stand together. */
import { bundleOf, shuffled, whole, type Transformation } from '../transformation.ts';

const BASE = 'https://ehr.example.org/fhir/R4';

export const WRAPPING: readonly Transformation[] = [
  whole('a list of resources', ({ resources }) => resources),
  whole('entries in another order', ({ resources }, random) => bundleOf(shuffled(resources, random))),
  ...['searchset', 'transaction', 'document', 'batch-response', 'history', undefined].map((type) =>
    whole(`a Bundle of type ${type ?? 'none'}`, ({ resources }) => bundleOf(resources, type)),
  ),
  whole('a document Bundle with its Composition', ({ resources, patientId }) =>
    bundleOf(
      [
        {
          resourceType: 'Composition',
          id: 'composition',
          status: 'final',
          type: { text: 'Summary' },
          subject: { reference: `Patient/${patientId}` },
          date: '2026-11-20',
          author: [{ display: 'Author' }],
          title: 'Summary',
          section: [{ title: 'All', entry: resources.map(({ resourceType, id }) => ({ reference: `${resourceType}/${id}` })) }],
        },
        ...resources,
      ],
      'document',
    ),
  ),
  whole('a searchset with links, total and search modes', ({ resources }) => ({
    resourceType: 'Bundle',
    type: 'searchset',
    total: resources.length,
    link: [{ relation: 'self', url: `${BASE}/Patient` }],
    entry: resources.map((resource) => ({
      fullUrl: `${BASE}/${resource.resourceType}/${resource.id}`,
      resource,
      search: { mode: 'match', score: 1 },
    })),
  })),
  whole('a transaction with requests', ({ resources }) => ({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: resources.map((resource) => ({ resource, request: { method: 'PUT', url: `${resource.resourceType}/${resource.id}` } })),
  })),
  whole('answers within a batch answer, one Bundle each', ({ resources }) => ({
    resourceType: 'Bundle',
    type: 'batch-response',
    entry: resources.map((resource) => ({ resource: bundleOf([resource], 'searchset'), response: { status: '200 OK' } })),
  })),
  whole('parts of Parameters', ({ resources }) => ({
    resourceType: 'Parameters',
    parameter: resources.map((resource) => ({ name: 'return', part: [{ name: 'resource', resource }] })),
  })),
  whole('two Bundles in a list, one within another', ({ resources }) => [
    bundleOf(resources.filter((_, index) => index % 2 === 0)),
    bundleOf([bundleOf(resources.filter((_, index) => index % 2 === 1))]),
  ]),
  whole('every resource twice', ({ resources }) => bundleOf([...resources, ...structuredClone(resources)])),
  whole('an OperationOutcome among them', ({ resources }) =>
    bundleOf([{ resourceType: 'OperationOutcome', issue: [{ severity: 'information', code: 'informational' }] }, ...resources]),
  ),
  whole('resources of the kinds that are not read', ({ resources, patientId }) =>
    bundleOf([
      ...resources,
      { resourceType: 'Appointment', id: 'appointment', status: 'booked', participant: [{ actor: { reference: `Patient/${patientId}` } }] },
      { resourceType: 'Coverage', id: 'coverage', status: 'active', beneficiary: { reference: `Patient/${patientId}` } },
      { resourceType: 'Provenance', id: 'provenance', target: [{ reference: `Patient/${patientId}` }] },
    ]),
  ),
];
