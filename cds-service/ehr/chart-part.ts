/**
 * One part of the chart as an EHR handed it over, by prefetch or by search. "No data", "not fetched" and "failed" are
 * different things; only the first may ever be read as "nothing on file".
 */
import { noteAddress } from './bundle-address.ts';

export type Json = Readonly<Record<string, unknown>>;

export type ChartPart =
  | { readonly state: 'data'; readonly resources: readonly Json[] }
  /** The query ran and found nothing. */
  | { readonly state: 'none' }
  /** Nobody asked for it. */
  | { readonly state: 'absent' }
  | { readonly state: 'failed'; readonly why: string }
  /** A page or part of the answer; `next` where the rest can be asked for. */
  | { readonly state: 'incomplete'; readonly resources: readonly Json[]; readonly next?: string };

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What may stand beside the resources asked for (`_include`) and is read with them, because a result or an order may lean on it. */
export const BESIDE: ReadonlySet<unknown> = new Set([
  'AllergyIntolerance',
  'Condition',
  'Consent',
  'DiagnosticReport',
  'DocumentReference',
  'Medication',
  'MedicationAdministration',
  'MedicationDispense',
  'MedicationRequest',
  'MedicationStatement',
  'MolecularSequence',
  'Observation',
  'Procedure',
  'Specimen',
]);

const UNREADABLE: ChartPart = { state: 'failed', why: 'unreadable' };
const REFUSED: ChartPart = { state: 'failed', why: 'the EHR could not read it' };

/** Reads a prefetch value or the body of a FHIR answer. `types`: what was asked for; anything else is left out unless it may stand beside. */
export function readPart(value: unknown, types: readonly string[]): ChartPart {
  if (value === undefined) return { state: 'absent' };
  if (value === null) return { state: 'none' };
  // A list of resources in a Bundle's place; an empty one may as well be a failure as an answer.
  if (Array.isArray(value)) return value.length === 0 ? UNREADABLE : readEntries(value.map(asEntry), {}, types);
  if (!isObject(value)) return UNREADABLE;
  const { resourceType } = value;
  if (resourceType === 'OperationOutcome') return REFUSED;
  if (resourceType === 'Bundle') return readBundle(value, types);
  if (typeof resourceType === 'string') return types.includes(resourceType) ? { state: 'data', resources: [value] } : UNREADABLE;
  // The drafts before CDS Hooks 1.0 had the answer's status beside the resource.
  return 'resource' in value ? readEntries([value], {}, types) : UNREADABLE;
}

function readBundle(bundle: Json, types: readonly string[]): ChartPart {
  const entries = bundle.entry === undefined || bundle.entry === null ? [] : bundle.entry;
  if (!Array.isArray(entries)) return UNREADABLE;
  entries.forEach(noteAddress);
  return readEntries(entries, bundle, types);
}

/** Some clients put the resource itself in the entry's place. */
function asEntry(value: unknown): unknown {
  return isObject(value) && value.resource === undefined && typeof value.resourceType === 'string' ? { resource: value } : value;
}

function readEntries(entries: readonly unknown[], { total, link }: Json, types: readonly string[]): ChartPart {
  const read = entries.map((entry) => readEntry(asEntry(entry), types));
  const resources = read.flatMap((entry) => entry.resources);
  const matches = read.filter(({ counts }) => counts).length;
  const next = nextLink(link) ?? read.find((entry) => entry.next !== undefined)?.next;
  const failed = read.some((entry) => entry.failed);
  if (resources.length === 0 && failed) return REFUSED;
  if (next !== undefined) return { state: 'incomplete', resources, next };
  if (failed || read.some(({ short }) => short) || (typeof total === 'number' && total > matches))
    return { state: 'incomplete', resources };
  if (resources.length > 0) return { state: 'data', resources };
  return read.some(({ foreign }) => foreign) ? UNREADABLE : { state: 'none' };
}

interface EntryRead {
  readonly resources: readonly Json[];
  /** Counts towards the total of a search: neither an outcome nor something included beside the matches. */
  readonly counts: boolean;
  readonly failed: boolean;
  /** Holds something that was not asked for, and nothing that was. */
  readonly foreign: boolean;
  /** An answer within the answer that is a part only. */
  readonly short: boolean;
  readonly next?: string;
}

const NOTHING: EntryRead = { resources: [], counts: false, failed: false, foreign: false, short: false };

function readEntry(entry: unknown, types: readonly string[]): EntryRead {
  if (!isObject(entry)) return NOTHING;
  const { resource, response, search } = entry;
  const refused = isObject(response) && (isRefusal(response.status) || (isObject(response.outcome) && saysError(response.outcome)));
  if (!isObject(resource)) return { ...NOTHING, failed: refused };
  if (resource.resourceType === 'OperationOutcome') return { ...NOTHING, failed: refused || saysError(resource) };
  if (refused) return { ...NOTHING, failed: true };
  if (resource.resourceType === 'Bundle') return readInner(readBundle(resource, types));
  const included = isObject(search) && search.mode === 'include';
  const wanted = typeof resource.resourceType === 'string' && types.includes(resource.resourceType);
  if (!wanted && !BESIDE.has(resource.resourceType)) return { ...NOTHING, counts: !included, foreign: !included };
  return { ...NOTHING, resources: [resource], counts: !included };
}

/** The status of an entry as FHIR has it, `404 Not Found`; careless servers write a number. */
function isRefusal(status: unknown): boolean {
  return (typeof status === 'string' || typeof status === 'number') && /^[45]/.test(String(status));
}

/** An answer within a batch. */
function readInner(part: ChartPart): EntryRead {
  if (part.state === 'data') return { ...NOTHING, resources: part.resources, counts: true };
  if (part.state === 'incomplete') {
    const { resources, next } = part;
    return { ...NOTHING, resources, counts: true, short: true, ...(next === undefined ? {} : { next }) };
  }
  return { ...NOTHING, counts: true, failed: part.state === 'failed' };
}

/** Some EHRs put a warning outcome into an empty search; only an error means that the search itself failed. */
function saysError(outcome: Json): boolean {
  return (
    Array.isArray(outcome.issue) &&
    outcome.issue.some((issue) => isObject(issue) && (issue.severity === 'error' || issue.severity === 'fatal'))
  );
}

function nextLink(links: unknown): string | undefined {
  if (!Array.isArray(links)) return undefined;
  const link = links.find((item) => isObject(item) && item.relation === 'next') as unknown;
  return isObject(link) && typeof link.url === 'string' ? link.url : undefined;
}
