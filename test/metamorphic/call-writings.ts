/** Ways in which EHRs send one and the same call. */
import { PREFETCH, resolvedQuery, type PrefetchKey } from '../../cds-service/hooks/prefetch-keys.ts';
import type { FhirReader } from '../../cds-service/ehr/fhir-server.ts';
import { SERVER, serverWith, type Call } from './calls.ts';
import type { Json, Resource } from './charts.ts';
import { isRecord, references, shuffled, type Random } from './transformation.ts';

export interface CallWriting {
  readonly name: string;
  /** Leaves the order without an id. */
  readonly nameless?: true;
  /** The service fetches parts of the chart, and then looks further than they reach. */
  readonly fetched?: true;
  write(call: Call, random: Random): { readonly call: Call; readonly reader?: FhirReader };
}

type Request = Call['request'];

const resourcesOf = (value: unknown): Resource[] =>
  isRecord(value) && Array.isArray(value['entry']) ? (value['entry'] as { resource: Resource }[]).map(({ resource }) => resource) : [];

function writing(name: string, change: (request: Request, random: Random) => Request): CallWriting {
  return { name, write: (call, random) => ({ call: { ...call, request: change(call.request, random) } }) };
}

/** Every prefetch value that is a Bundle, written in another way. */
const bundles = (name: string, change: (resources: readonly Resource[], bundle: Json, random: Random) => unknown): CallWriting =>
  writing(name, (request, random) => ({
    ...request,
    prefetch: Object.fromEntries(
      Object.entries(request.prefetch).map(([key, value]) => [
        key,
        isRecord(value) && value['resourceType'] === 'Bundle' ? change(resourcesOf(value), value, random) : value,
      ]),
    ),
  }));

const nothing = (name: string, value: unknown): CallWriting =>
  writing(name, (request) => ({
    ...request,
    prefetch: Object.fromEntries(Object.entries(request.prefetch).map(([key, given]) => [key, given ?? value])),
  }));

/** The draft orders written in another way. */
const drafts = (name: string, change: (orders: readonly Resource[]) => readonly unknown[]): CallWriting =>
  writing(name, (request) => ({
    ...request,
    context: {
      ...request.context,
      draftOrders: { resourceType: 'Bundle', type: 'collection', entry: change(resourcesOf(request.context['draftOrders'])) },
    },
  }));

const search = (resources: readonly unknown[]): Json => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource })),
});

/** Asked of the server: every key that `moved` takes out of the prefetch. */
function fetched(name: string, moved: (key: string, index: number) => boolean): CallWriting {
  return {
    name,
    fetched: true,
    write(call) {
      const { prefetch, context } = call.request;
      const left = Object.fromEntries(Object.entries(prefetch).filter(([key], index) => !moved(key, index)));
      const queries = new Map(
        (Object.keys(PREFETCH) as PrefetchKey[]).map((key) => [resolvedQuery(key, String(context['patientId'])), key] as const),
      );
      return {
        call: { ...call, request: { ...call.request, fhirServer: SERVER, prefetch: left } },
        reader: serverWith(prefetch, (query) => queries.get(query)),
      };
    },
  };
}

const RESULTS: readonly string[] = ['genomics', 'laboratory'];

export const CALL_WRITINGS: readonly CallWriting[] = [
  bundles('lists in the place of Bundles', (resources) => resources),
  bundles('entries in another order', (resources, _bundle, random) => search(shuffled(resources, random))),
  bundles('resources in the place of entries', (resources, bundle) => ({ ...bundle, entry: resources })),
  bundles('a Bundle within a batch answer', (_resources, bundle) => ({
    resourceType: 'Bundle',
    type: 'batch-response',
    entry: [{ resource: bundle, response: { status: '200 OK' } }],
  })),
  bundles('the answer’s status beside the resource', (_resources, bundle) => ({ response: { status: '200 OK' }, resource: bundle })),
  bundles('addresses, search modes and a warning of the server', (resources, bundle) => ({
    ...bundle,
    link: [{ relation: 'self', url: `${SERVER}/Observation` }],
    entry: [
      ...resources.map((resource) => ({
        fullUrl: `${SERVER}/${resource.resourceType}/${resource.id}`,
        resource,
        search: { mode: 'match' },
      })),
      {
        resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'warning', code: 'informational' }] },
        search: { mode: 'outcome' },
      },
    ],
  })),
  bundles('single resources where there is one', (resources, bundle) => (resources.length === 1 ? resources[0] : bundle)),
  bundles('every resource twice', (resources) => search([...resources, ...structuredClone(resources)])),
  nothing('empty Bundles where nothing is on file', { resourceType: 'Bundle', type: 'searchset', total: 0 }),
  nothing('empty Bundles with a list of no entries', { resourceType: 'Bundle', type: 'searchset', total: 0, entry: [] }),
  writing('all results under one key', (request) => {
    const all = RESULTS.flatMap((key) => resourcesOf(request.prefetch[key]));
    return { ...request, prefetch: { ...request.prefetch, genomics: null, laboratory: all.length === 0 ? null : search(all) } };
  }),
  writing('all results under both keys', (request) => {
    const all = RESULTS.flatMap((key) => resourcesOf(request.prefetch[key]));
    const found = all.length === 0 ? null : search(all);
    return { ...request, prefetch: { ...request.prefetch, genomics: found, laboratory: found } };
  }),
  writing('an older version under the other key', (request) => {
    const versioned = (resource: Resource, version: string): Resource => ({
      ...resource,
      meta: { versionId: version, lastUpdated: `2026-11-2${version}T00:00:00Z` },
    });
    const all = RESULTS.flatMap((key) => resourcesOf(request.prefetch[key]));
    if (all.length === 0) return request;
    const old = all.map((resource) => ({ ...versioned(resource, '0'), status: 'preliminary' }));
    return {
      ...request,
      prefetch: { ...request.prefetch, genomics: search(old), laboratory: search(all.map((resource) => versioned(resource, '1'))) },
    };
  }),
  writing('keys nobody asked for, and another order of keys', (request) => ({
    ...request,
    prefetch: {
      coverage: null,
      ...Object.fromEntries(Object.entries(request.prefetch).reverse()),
      note: { resourceType: 'Basic', id: 'x' },
    },
  })),
  writing('references to the EHR’s server by its address', (request) => ({
    ...(references(request, (type, id) => ({ reference: `${SERVER}/${type}/${id}` })) as Request),
    fhirServer: `${SERVER}/`,
  })),
  writing('members of the context and of the call that are not known', (request) => ({
    ...request,
    extension: { 'com.example.timestamp': '2026-11-21' },
    hookVersion: '1.0',
    context: { ...request.context, encounterId: 'encounter', careTeam: [{ reference: 'CareTeam/1' }], extension: { x: 1 } },
  })),
  writing('the patient as a reference', (request) => ({
    ...request,
    context: { ...request.context, patientId: `Patient/${String(request.context['patientId'])}` },
  })),
  drafts('orders of other kinds beside', (orders) => [
    { resource: { resourceType: 'ServiceRequest', id: 's', status: 'draft', intent: 'order', code: { text: 'CT of the chest' } } },
    { resource: { resourceType: 'NutritionOrder', id: 'n', status: 'draft', intent: 'order', dateTime: '2026-11-21' } },
    { resource: { resourceType: 'DeviceRequest', id: 'd', status: 'draft', intent: 'order', codeCodeableConcept: { text: 'Walker' } } },
    ...orders.map((resource) => ({ resource })),
  ]),
  drafts('the drug as a contained Medication', (orders) =>
    orders.map(({ medicationCodeableConcept, ...order }) => ({
      resource: {
        ...order,
        contained: [{ resourceType: 'Medication', id: 'drug', code: medicationCodeableConcept }],
        medicationReference: { reference: '#drug' },
      },
    })),
  ),
  drafts('the drug as a Medication among the drafts', (orders) =>
    orders.flatMap(({ medicationCodeableConcept, ...order }) => [
      { resource: { ...order, medicationReference: { reference: `Medication/${order.id}-drug` } } },
      { resource: { resourceType: 'Medication', id: `${order.id}-drug`, code: medicationCodeableConcept } },
    ]),
  ),
  drafts('the drug as a Medication named by urn:uuid', (orders) =>
    orders.flatMap(({ medicationCodeableConcept, ...order }) => [
      { resource: { ...order, medicationReference: { reference: 'urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0' } } },
      {
        fullUrl: 'urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0',
        resource: { resourceType: 'Medication', code: medicationCodeableConcept },
      },
    ]),
  ),
  {
    name: 'the drug as a Medication on the server',
    write(call) {
      const orders = resourcesOf(call.request.context['draftOrders']);
      const entry = orders.map(({ medicationCodeableConcept: _drug, ...order }) => ({
        resource: { ...order, medicationReference: { reference: `Medication/${order.id}-drug` } },
      }));
      const medications = orders.map(({ id, medicationCodeableConcept }) => [
        `Medication/${id}-drug`,
        { resourceType: 'Medication', id: `${id}-drug`, code: medicationCodeableConcept },
      ]);
      return {
        call: {
          ...call,
          request: {
            ...call.request,
            fhirServer: SERVER,
            context: { ...call.request.context, draftOrders: { resourceType: 'Bundle', type: 'collection', entry } },
          },
        },
        reader: serverWith(Object.fromEntries(medications) as Json, (query) => query),
      };
    },
  },
  drafts('the drug as FHIR R5 has it', (orders) =>
    orders.map(({ medicationCodeableConcept, ...order }) => ({
      resource: { ...order, medication: { concept: medicationCodeableConcept } },
    })),
  ),
  {
    ...drafts('orders without ids, named by their entry', (orders) =>
      orders.map(({ id: _id, ...resource }) => ({ fullUrl: 'urn:uuid:5b6f1a3e-7b3e-4d0e-9a55-0d7a2a2c2f10', resource })),
    ),
    nameless: true,
  },
  { ...drafts('orders without any name', (orders) => orders.map(({ id: _id, ...resource }) => ({ resource }))), nameless: true },
  fetched('everything from the server', () => true),
  fetched('every other key from the server', (_key, index) => index % 2 === 0),
];
