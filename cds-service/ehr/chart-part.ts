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
  /** `forbidden`: the session stands (or nothing is said against it) and does not reach this. */
  | { readonly state: 'failed'; readonly why: string; readonly forbidden?: true }
  /** A page or part of the answer; `next` where the rest can be asked for, `pages` what the pages up to it amount to. */
  | { readonly state: 'incomplete'; readonly resources: readonly Json[]; readonly next?: string; readonly pages?: Pages };

/** Pages of one search up to now. The whole is there only when as many matches came as the search has, and nothing of any page failed. */
export interface Pages {
  readonly matches: number;
  /** The highest total that a page gave; 0 where none did. */
  readonly total: number;
  /** An entry of a page failed or was a part only: no further page brings it. */
  readonly short: boolean;
}

const FIRST: Pages = { matches: 0, total: 0, short: false };

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What may stand beside the resources asked for (`_include`) and is read with them, because a result or an order may lean on it. */
export const BESIDE: ReadonlySet<unknown> = new Set([
  'AllergyIntolerance',
  'ClinicalImpression',
  'Condition',
  'Consent',
  'DiagnosticReport',
  'DocumentReference',
  'Medication',
  'MedicationAdministration',
  'MedicationDispense',
  // An order of a DSTU2 server.
  'MedicationOrder',
  'MedicationPrescription',
  'MedicationRequest',
  'MedicationStatement',
  'MolecularSequence',
  'Observation',
  'Procedure',
  'QuestionnaireResponse',
  'Specimen',
]);

const UNREADABLE: ChartPart = { state: 'failed', why: 'unreadable' };
const REFUSED: ChartPart = { state: 'failed', why: 'the EHR could not read it' };

/**
 * Reads a prefetch value or the body of a FHIR answer. `types`: what was asked for; anything else is left out unless it may stand beside.
 * `before`: the pages that this one follows.
 */
export function readPart(value: unknown, types: readonly string[], before: Pages = FIRST): ChartPart {
  if (value === undefined) return { state: 'absent' };
  if (value === null) return { state: 'none' };
  // A list of resources in a Bundle's place; an empty one may as well be a failure as an answer.
  if (Array.isArray(value)) return value.length === 0 ? UNREADABLE : readEntries(value.map(asEntry), {}, types);
  if (!isObject(value)) return UNREADABLE;
  const { resourceType } = value;
  if (resourceType === 'OperationOutcome') return REFUSED;
  if (resourceType === 'Bundle') return readBundle(value, types, before);
  if (typeof resourceType === 'string') {
    if (!types.includes(resourceType)) return UNREADABLE;
    return { state: isCutDown(value) ? 'incomplete' : 'data', resources: [value] };
  }
  // The drafts before CDS Hooks 1.0 had the answer's status beside the resource.
  return 'resource' in value ? readEntries([value], {}, types) : UNREADABLE;
}

function readBundle(bundle: Json, types: readonly string[], before: Pages = FIRST): ChartPart {
  const entries = bundle.entry === undefined || bundle.entry === null ? [] : bundle.entry;
  if (!Array.isArray(entries)) return UNREADABLE;
  entries.forEach(noteAddress);
  // Some servers tag the answer in the place of what it holds.
  const whole = entries.length === 0 || !saysCutDown(bundle) || types.every((type) => NEEDED_IN_A_SUMMARY.has(type));
  return readEntries(entries, bundle, types, whole ? before : { ...before, short: true });
}

/** Some clients put the resource itself in the entry's place. */
function asEntry(value: unknown): unknown {
  return isObject(value) && value.resource === undefined && typeof value.resourceType === 'string' ? { resource: value } : value;
}

function readEntries(entries: readonly unknown[], { total, link }: Json, types: readonly string[], before: Pages = FIRST): ChartPart {
  const read = entries.map((entry) => readEntry(asEntry(entry), types));
  const resources = read.flatMap((entry) => entry.resources);
  const failed = read.some((entry) => entry.failed);
  if (resources.length === 0 && failed) return REFUSED;
  const pages: Pages = {
    matches: before.matches + read.filter(({ counts }) => counts).length,
    total: Math.max(before.total, countIn(total)),
    short: before.short || failed || read.some(({ short }) => short),
  };
  const next = nextLink(link);
  if (next === null) return { state: 'incomplete', resources };
  if (next !== undefined) return { state: 'incomplete', resources, next, pages };
  // An answer within the answer that goes on elsewhere; only one of them can be followed.
  const [within, ...others] = read.flatMap(({ rest }) => rest ?? []);
  if (within !== undefined) {
    const short = pages.short || within.pages.short || others.length > 0;
    return { state: 'incomplete', resources, next: within.next, pages: { ...within.pages, short } };
  }
  if (pages.short || pages.total > pages.matches) return { state: 'incomplete', resources };
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
  /** Came as a part only: an answer within the answer, a resource without some of its elements, an entry without its resource. */
  readonly short: boolean;
  /** Where an answer within the answer goes on. */
  readonly rest?: { readonly next: string; readonly pages: Pages };
}

const NOTHING: EntryRead = { resources: [], counts: false, failed: false, foreign: false, short: false };

function readEntry(entry: unknown, types: readonly string[]): EntryRead {
  if (!isObject(entry)) return NOTHING;
  const { resource, response, search } = entry;
  const refused = isObject(response) && (isRefusal(response.status) || (isObject(response.outcome) && saysError(response.outcome)));
  // An address or a status alone: something stands there that did not come along.
  if (!isObject(resource)) return { ...NOTHING, failed: refused, short: !refused && standsForSomething(entry) };
  if (resource.resourceType === 'OperationOutcome') return { ...NOTHING, failed: refused || saysError(resource) };
  if (refused) return { ...NOTHING, failed: true };
  if (resource.resourceType === 'Bundle') return readInner(readBundle(resource, types));
  const included = isObject(search) && search.mode === 'include';
  const wanted = typeof resource.resourceType === 'string' && types.includes(resource.resourceType);
  if (!wanted && !BESIDE.has(resource.resourceType)) return { ...NOTHING, counts: !included, foreign: !included };
  return { ...NOTHING, resources: [resource], counts: !included, short: isCutDown(resource) };
}

/** An entry without a resource that is no filler: it has an address, or it is the answer of a batch and does not say that there is nothing. */
function standsForSomething({ fullUrl, response }: Json): boolean {
  if (isObject(response)) return !/^204\b/.test(String(response.status ?? 204));
  return typeof fullUrl === 'string' && fullUrl !== '';
}

/** What is used of these stands in every summary of FHIR R4: birth date, sex, death. */
const NEEDED_IN_A_SUMMARY: ReadonlySet<unknown> = new Set(['Patient']);

/** A resource of which the server left out elements (`_summary`, `_elements`): a specimen, an interpretation, a conclusion may be among them. */
function isCutDown(resource: Json): boolean {
  return !NEEDED_IN_A_SUMMARY.has(resource.resourceType) && saysCutDown(resource);
}

function saysCutDown({ meta }: Json): boolean {
  if (!isObject(meta)) return false;
  const marks = [meta.tag, meta.security].flatMap((list) => (Array.isArray(list) ? (list as readonly unknown[]) : []));
  return marks.some((mark) => isObject(mark) && mark.code === 'SUBSETTED');
}

/** The status of an entry as FHIR has it, `404 Not Found`; careless servers write a number. */
function isRefusal(status: unknown): boolean {
  return (typeof status === 'string' || typeof status === 'number') && /^[45]/.test(String(status));
}

/** An answer within a batch. */
function readInner(part: ChartPart): EntryRead {
  if (part.state === 'data') return { ...NOTHING, resources: part.resources, counts: true };
  if (part.state === 'incomplete') {
    const { resources, next, pages = FIRST } = part;
    return { ...NOTHING, resources, counts: true, ...(next === undefined ? { short: true } : { rest: { next, pages } }) };
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

/** Programs that make JSON of XML write a number as a text. */
function countIn(total: unknown): number {
  const count = typeof total === 'string' ? Number(total) : total;
  return typeof count === 'number' && Number.isFinite(count) ? count : 0;
}

/**
 * Where the search goes on; null when it does and does not say where. Programs that make JSON of XML write a list of one as that one: a page that is
 * not seen would be a part taken for the whole.
 */
function nextLink(links: unknown): string | null | undefined {
  const link = (Array.isArray(links) ? links : [links]).find((item) => isObject(item) && item.relation === 'next') as unknown;
  if (!isObject(link)) return undefined;
  return typeof link.url === 'string' && link.url !== '' ? link.url : null;
}
