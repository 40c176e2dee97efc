/** The prefetch of a call against the templates of the service: what became of each key, and what deviates. */
import { findings } from './collect.ts';
import { below, isObject, kindOf, own, resourceOf, typeOf, type Json } from './json.ts';
import { PREFETCH_RULES } from './prefetch-rules.ts';
import type { CheckSetting, Finding, PartRead, ServiceReading } from './types.ts';

type Add = ReturnType<typeof findings<typeof PREFETCH_RULES>>['add'];

interface Place {
  readonly key: string;
  readonly at: string;
  /** Types that the template may bring; a Medication comes with its orders. */
  readonly types: readonly string[];
  readonly reads: boolean;
  /** True when the call brings what is needed to read from the FHIR server itself. */
  readonly mayFetch: boolean;
  readonly server: string;
  /** True when guidance misleads without it, so that its absence is told. */
  readonly essential: boolean;
  /** True when no result at all came: without one the call is refused. */
  readonly refuses: boolean;
  /** How the service reads the value: what is told of it follows from this alone. */
  readonly state: PartRead;
  readonly beside: ReadonlySet<unknown>;
  readonly add: Add;
}

export function checkPrefetch(
  body: Json,
  setting: CheckSetting,
  { parts, beside, neverAsked, usesToken }: ServiceReading,
): readonly Finding[] {
  const collected = findings(PREFETCH_RULES);
  const { service, needs, essential } = setting;
  const given = own(body, 'prefetch');
  const prefetch: Json = isObject(given) ? given : {};
  const authorization = own(body, 'fhirAuthorization');
  const server = own(body, 'fhirServer');
  const mayFetch =
    usesToken && isObject(authorization) && typeof server === 'string' && typeof own(authorization, 'access_token') === 'string';
  const stateOf = (key: string): PartRead => parts.get(key) ?? 'absent';
  const refuses = !mayFetch && needs.length > 0 && needs.every((key) => /^(absent|failed)$/.test(stateOf(key)));
  for (const [key, template] of Object.entries(service.prefetch)) {
    const types = typesOf(template);
    const place: Place = {
      key,
      at: below('$.prefetch', key),
      types,
      reads: !template.includes('?'),
      mayFetch: mayFetch && !neverAsked.has(key),
      server: typeof server === 'string' ? server : '',
      essential: essential.includes(key),
      refuses: refuses && needs.includes(key),
      state: stateOf(key),
      beside,
      add: collected.add,
    };
    if (Object.hasOwn(prefetch, key)) {
      checkValue(prefetch[key], place);
      if (isShort(place) && !collected.found.some(({ where, handling }) => TOLD.test(handling) && isBelow(where, place.at)))
        collected.add('prefetch.unread', place.at, kindOf(prefetch[key]), ...shortOf(place));
    } else collected.add('prefetch.missing', place.at, 'missing', ...unfetched(place));
  }
  for (const key of Object.keys(prefetch))
    if (!Object.hasOwn(service.prefetch, key))
      collected.add('prefetch.unasked', below('$.prefetch', key), kindOf(prefetch[key]), 'ignored', 'Not looked at.');
  return collected.found;
}

/** Resource types of a template's answer. */
export function typesOf(template: string): readonly string[] {
  const type = /^[A-Za-z]+/.exec(template)?.[0] ?? '';
  return /^Medication(Request|Statement)$/.test(type) ? [type, 'Medication'] : [type];
}

const TOLD = /^(fetched|said|refused)$/;

function isShort({ state }: Place): boolean {
  return state === 'failed' || state === 'incomplete';
}

function isBelow(where: string, at: string): boolean {
  return where === at || where.startsWith(`${at}.`) || where.startsWith(`${at}[`);
}

const REFUSED = 'Refused with 412: no result came by prefetch and none could be read, so nothing true could be said.';
const FETCHED = 'when that server is trusted';

function unfetched({ mayFetch, essential, refuses }: Place): ['fetched' | 'said' | 'ignored' | 'refused', string] {
  if (refuses) return ['refused', REFUSED];
  if (mayFetch) return ['fetched', `Read from fhirServer with the token of the call, ${FETCHED}; otherwise treated as not sent.`];
  return essential ? ['said', 'Not checked; cards that lean on it say so.'] : ['ignored', 'The answer was made without it.'];
}

function failed(place: Place): ['fetched' | 'said' | 'refused', string] {
  if (place.refuses) return ['refused', REFUSED];
  if (place.mayFetch) return ['fetched', `Taken as a query that failed: read from fhirServer instead, ${FETCHED}.`];
  return ['said', `Taken as a query that failed, never as nothing on file; ${told(place)}.`];
}

function inPart({ mayFetch }: Place): ['fetched' | 'said', string] {
  return mayFetch
    ? ['fetched', `Read again from fhirServer, ${FETCHED}.`]
    : ['said', 'The part that was sent was read, and said to be one.'];
}

function shortOf(place: Place): ['fetched' | 'said' | 'refused', string] {
  return place.state === 'incomplete' ? inPart(place) : failed(place);
}

/** What became of a value of an odd form: read all the same, or not. */
function readOr(place: Place, what: string): ['used' | 'fetched' | 'said' | 'refused', string] {
  return isShort(place) ? shortOf(place) : ['used', what];
}

/** How a part that is not there shows: a card of its own only where guidance would mislead without it. */
function told({ essential }: Place): string {
  return essential ? 'the answer says that it was not checked' : 'cards of the answer say that it was not checked';
}

function checkValue(value: unknown, place: Place): void {
  const { add, at } = place;
  if (value === null) return;
  if (Array.isArray(value)) return add('prefetch.array', at, kindOf(value), ...readOr(place, 'Read as the entries of a searchset.'));
  if (!isObject(value) || typeof own(value, 'resourceType') !== 'string')
    return add('prefetch.value', at, kindOf(value), ...readOr(place, 'The resource inside was read.'));
  const type = typeOf(value);
  if (type === 'OperationOutcome') return add('prefetch.outcome', at, 'an OperationOutcome', ...failed(place));
  if (type === 'Bundle') {
    if (place.reads) add('prefetch.read-as-bundle', at, 'a Bundle', 'used', 'The resource was taken out of the Bundle.');
    return checkBundle(value, place);
  }
  if (!place.types.includes(type)) return add('prefetch.type', at, kindOf(value), ...failed(place));
  if (!place.reads) add('prefetch.search-as-resource', at, kindOf(value), 'used', 'Taken as a search with this one result.');
}

function checkBundle(bundle: Json, place: Place): void {
  const { add, at } = place;
  const entries = own(bundle, 'entry') ?? [];
  if (!Array.isArray(entries)) return add('prefetch.entry', `${at}.entry`, kindOf(entries), ...failed(place));
  if (own(bundle, 'type') !== 'searchset' && !place.reads)
    add('prefetch.bundle-type', `${at}.type`, kindOf(own(bundle, 'type')), 'used', 'Read as a searchset.');
  let errors = false;
  for (const [index, entry] of (entries as unknown[]).entries()) if (checkEntry(entry, below(at, 'entry', index), place)) errors = true;
  if (errors)
    add('prefetch.error-outcome', `${at}.entry`, 'an OperationOutcome with an error', ...readOr(place, 'The results beside it were read.'));
  checkPages(bundle, place);
}

/** True for an outcome that says that the search failed. */
function checkEntry(entry: unknown, here: string, { add, types, beside }: Place): boolean {
  const resource = resourceOf(entry);
  if (!isObject(resource)) {
    const found = kindOf(isObject(entry) ? resource : entry);
    add('prefetch.entry', here, found, 'ignored', 'This entry was passed over; the others were read.');
    return false;
  }
  if (resource === entry) add('prefetch.entry', here, kindOf(entry), 'used', 'Taken as the resource of its entry.');
  const at = resource === entry ? here : `${here}.resource`;
  const type = typeOf(resource);
  if (type === 'OperationOutcome') {
    if (saysError(resource)) return true;
    add('prefetch.warning-outcome', at, 'an OperationOutcome', 'used', 'Passed over; a search with nothing else counts as nothing found.');
  } else if (type === 'Bundle') add('prefetch.type', at, kindOf(resource), 'used', 'Read as an answer within the answer.');
  else if (!types.includes(type))
    if (beside.has(type)) add('prefetch.type', at, kindOf(resource), 'used', 'Read beside what the template asks for.');
    else add('prefetch.type', at, kindOf(resource), 'ignored', 'Left out: the template does not ask for it.');
  return false;
}

const unfollowed: ['said', string] = ['said', 'No token to read on with. The part that was sent was read, and said to be one.'];

function checkPages(bundle: Json, place: Place): void {
  const { add, at, mayFetch, server, state } = place;
  const links = own(bundle, 'link');
  const next: unknown = (Array.isArray(links) ? links : [links]).find((link) => isObject(link) && link['relation'] === 'next');
  if (isObject(next) && typeof next['url'] === 'string') {
    if (mayFetch && !sameServer(next['url'], server))
      add(
        'prefetch.page-elsewhere',
        `${at}.link`,
        'another server',
        'said',
        'Not followed: the token goes to fhirServer only. The part that was sent was read, and said to be one.',
      );
    else if (mayFetch)
      add('prefetch.page', `${at}.link`, 'a further page', 'fetched', `Read on from fhirServer with the token of the call, ${FETCHED}.`);
    else add('prefetch.page', `${at}.link`, 'a further page', ...(state === 'failed' ? failed(place) : unfollowed));
  } else if (state === 'incomplete' && Number(bundle['total']) > countOf(bundle))
    add('prefetch.total', `${at}.total`, 'a larger number than entries', ...inPart(place));
}

/** Entries that hold something that a search could have found. */
function countOf(bundle: Json): number {
  const entries = own(bundle, 'entry');
  return Array.isArray(entries)
    ? entries.map(resourceOf).filter((resource) => isObject(resource) && own(resource, 'resourceType') !== 'OperationOutcome').length
    : 0;
}

function sameServer(link: string, server: string): boolean {
  try {
    const base = new URL(server);
    const url = new URL(link, `${server.replace(/\/+$/, '')}/`);
    const path = base.pathname.replace(/\/+$/, '');
    return url.origin === base.origin && (url.pathname === path || url.pathname.startsWith(`${path}/`));
  } catch {
    return false;
  }
}

function saysError(outcome: Json): boolean {
  const issues = own(outcome, 'issue');
  return (
    Array.isArray(issues) && issues.some((issue) => isObject(issue) && (issue['severity'] === 'error' || issue['severity'] === 'fatal'))
  );
}
