/** Calls that a careless sender would make: members of a right one are replaced, removed, or get company. */
import fc from 'fast-check';
import { call, withToken } from './cases/call.ts';

type Path = readonly string[];
type Json = Record<string, unknown>;

const REMOVED = Symbol('removed');

const isNode = (value: unknown): value is Json => typeof value === 'object' && value !== null;

const paths = (value: unknown, at: Path = []): Path[] =>
  isNode(value) ? Object.entries(value).flatMap(([name, member]) => [[...at, name], ...paths(member, [...at, name])]) : [];

const objects = (value: unknown, at: Path = []): Path[] =>
  isNode(value)
    ? [...(Array.isArray(value) ? [] : [at]), ...Object.entries(value).flatMap(([name, member]) => objects(member, [...at, name]))]
    : [];

const found = (value: unknown, path: Path): unknown => path.reduce<unknown>((here, name) => (isNode(here) ? here[name] : undefined), value);

function replaced(value: unknown, path: Path, by: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined || !isNode(value)) return by;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (String(index) === name ? replaced(item, rest, by === REMOVED ? null : by) : item));
  const members = Object.entries(value).flatMap(([key, member]): [string, unknown][] => {
    if (key !== name) return [[key, member]];
    return rest.length === 0 && by === REMOVED ? [] : [[key, replaced(member, rest, by)]];
  });
  return Object.fromEntries(members);
}

const other = { resourceType: 'Patient', id: 'p2' };
const entryOf = (resource: unknown): Json => ({ resourceType: 'Bundle', entry: [{ resource }] });

/** Other people, other answers, orders in other forms, and the wrong kinds of things. */
const VALUES: readonly unknown[] = [
  null,
  '',
  [],
  {},
  0,
  true,
  -1,
  1e308,
  ' ',
  '..',
  '__proto__',
  [null],
  [7],
  { coding: {} },
  { reference: 7 },
  { toString: 0 },
  'x'.repeat(600),
  'Patient/p2',
  ['Patient/p2'],
  { reference: 'Patient/p2' },
  'patient/p2',
  { reference: 'https://a/Patient/p1/_history/2' },
  'Patient/p1',
  'p1',
  other,
  [other],
  { resource: other },
  entryOf(other),
  entryOf(entryOf(other)),
  { resourceType: 'Patient' },
  'Medication',
  'MedicationOrder',
  'ServiceRequest',
  'Bundle',
  'Patient',
  'Observation',
  'MedicationRequest',
  { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'x' }] },
  { resourceType: 'OperationOutcome' },
  { resourceType: 'Bundle' },
  entryOf({ resourceType: 'OperationOutcome', issue: [{ severity: 'warning' }] }),
  { resourceType: 'Bundle', total: 3, entry: [] },
  { resourceType: 'Bundle', entry: [{ response: { status: '404' } }] },
  { resourceType: 'Bundle', link: [{ relation: 'next', url: 'https://x/y' }] },
  { resourceType: 'MedicationRequest', id: 'q', subject: { reference: 'Patient/p1' } },
  { resource: { resourceType: 'MedicationOrder', id: 'q', medicationReference: {} } },
  [{ resource: { resourceType: 'MedicationRequest' } }],
  ['MedicationRequest/order-1'],
  ['order-1'],
  ['ServiceRequest/1'],
  ['MedicationRequest/zzz', 'x'],
  ['urn:uuid:1'],
  'https://x',
  'http://0.0.0.0',
  'https://user@x',
  'order-select',
  'order-sign',
  'Bearer',
  'bearer',
  'collection',
  'searchset',
  'next',
];

const MEMBERS = [
  'patient',
  'subject',
  'entry',
  'resource',
  'fullUrl',
  'link',
  'total',
  'response',
  'search',
  'contained',
  'focus',
  'id',
  'resourceType',
  'fhirServer',
  'fhirAuthorization',
  'prefetch',
  'selections',
  'encounterId',
  'medicationReference',
  'genomics',
  'laboratory',
  'consents',
  'earlier',
  'reports',
];

const odd = fc.oneof(fc.constantFrom<unknown>(REMOVED, ...VALUES), fc.jsonValue({ maxDepth: 3 }));

/** What `body` makes with up to `most` changes: three of four replace a member, the fourth adds one. */
export function changed(body: () => unknown, most = 4): fc.Arbitrary<unknown> {
  const change = fc.tuple(fc.nat(), odd, fc.nat({ max: 3 }), fc.constantFrom(...MEMBERS));
  return fc.array(change, { minLength: 1, maxLength: most }).map((changes) =>
    changes.reduce<unknown>((whole, [at, value, mode, name]) => {
      const places = mode === 0 && value !== REMOVED ? objects(whole) : paths(whole);
      const path = places[at % Math.max(1, places.length)];
      if (path === undefined) return whole;
      if (mode !== 0 || value === REMOVED) return replaced(whole, path, value);
      return replaced(whole, path, { ...(found(whole, path) as Json), [name]: value });
    }, body()),
  );
}

/** A call of `hook`, with or without a token, that was changed. */
export function mutatedCall(hook: string): fc.Arbitrary<unknown> {
  return fc.oneof(
    changed(() => call(hook), 5),
    changed(() => withToken(call(hook)), 5),
  );
}
