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

/** Reads a prefetch value or the body of a FHIR answer. `types`: what may stand in it; anything else is left out. */
export function readPart(value: unknown, types: readonly string[]): ChartPart {
  if (value === undefined) return { state: 'absent' };
  if (value === null) return { state: 'none' };
  if (!isObject(value)) return { state: 'failed', why: 'unreadable' };
  if (value.resourceType === 'OperationOutcome') return { state: 'failed', why: 'the EHR could not read it' };
  if (value.resourceType === 'Bundle') return readBundle(value, types);
  if (typeof value.resourceType === 'string' && types.includes(value.resourceType)) return { state: 'data', resources: [value] };
  return { state: 'failed', why: 'unreadable' };
}

function readBundle(bundle: Json, types: readonly string[]): ChartPart {
  const entries = bundle.entry === undefined || bundle.entry === null ? [] : bundle.entry;
  if (!Array.isArray(entries)) return { state: 'failed', why: 'unreadable' };
  entries.forEach(noteAddress);
  const all = entries.map((entry: unknown) => (isObject(entry) ? entry.resource : undefined)).filter(isObject);
  const resources = all.filter(({ resourceType }) => typeof resourceType === 'string' && types.includes(resourceType));
  const outcomes = all.filter(({ resourceType }) => resourceType === 'OperationOutcome');
  if (resources.length === 0 && outcomes.some(saysError)) return { state: 'failed', why: 'the EHR could not read it' };
  const next = nextLink(bundle);
  const matches = all.length - outcomes.length;
  const short = typeof bundle.total === 'number' && bundle.total > matches;
  if (next !== undefined) return { state: 'incomplete', resources, next };
  if (short) return { state: 'incomplete', resources };
  return resources.length === 0 ? { state: 'none' } : { state: 'data', resources };
}

/** Some EHRs put a warning outcome into an empty search; only an error means that the search itself failed. */
function saysError(outcome: Json): boolean {
  return Array.isArray(outcome.issue) && outcome.issue.some((issue) => isObject(issue) && /^(error|fatal)$/.test(String(issue.severity)));
}

function nextLink(bundle: Json): string | undefined {
  if (!Array.isArray(bundle.link)) return undefined;
  const link = bundle.link.find((item) => isObject(item) && item.relation === 'next') as unknown;
  return isObject(link) && typeof link.url === 'string' ? link.url : undefined;
}
