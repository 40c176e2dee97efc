/** The prefetch of a call against the templates of the service: what became of each key, and what deviates. */
import { findings } from './collect.ts';
import { below, isObject, kindOf, own, type Json } from './json.ts';
import { PREFETCH_RULES } from './prefetch-rules.ts';
import type { CheckSetting, Finding } from './types.ts';

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
  readonly add: Add;
}

export function checkPrefetch(body: Json, setting: CheckSetting): readonly Finding[] {
  const collected = findings(PREFETCH_RULES);
  const { service, needs, essential } = setting;
  const given = own(body, 'prefetch');
  const prefetch: Json = isObject(given) ? given : {};
  const authorization = own(body, 'fhirAuthorization');
  const server = own(body, 'fhirServer');
  const mayFetch = isObject(authorization) && typeof server === 'string' && typeof own(authorization, 'access_token') === 'string';
  const refuses = !mayFetch && needs.length > 0 && needs.every((key) => !hasData(own(prefetch, key), typesOf(service.prefetch[key] ?? '')));
  for (const [key, template] of Object.entries(service.prefetch)) {
    const types = typesOf(template);
    const place: Place = {
      key,
      at: below('$.prefetch', key),
      types,
      reads: !template.includes('?'),
      mayFetch,
      server: typeof server === 'string' ? server : '',
      essential: essential.includes(key),
      refuses: refuses && needs.includes(key),
      add: collected.add,
    };
    if (Object.hasOwn(prefetch, key)) checkValue(prefetch[key], place);
    else collected.add('prefetch.missing', place.at, 'missing', ...unfetched(place));
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

function hasData(value: unknown, types: readonly string[]): boolean {
  if (value === null) return true;
  if (!isObject(value)) return false;
  if (own(value, 'resourceType') !== 'Bundle') return types.includes(String(own(value, 'resourceType')));
  const entries = own(value, 'entry') ?? [];
  if (!Array.isArray(entries)) return false;
  const resources = (entries as unknown[]).map((entry) => (isObject(entry) ? own(entry, 'resource') : undefined)).filter(isObject);
  return (
    resources.some((resource) => types.includes(String(own(resource, 'resourceType')))) ||
    !resources.some((resource) => own(resource, 'resourceType') === 'OperationOutcome' && saysError(resource))
  );
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

/** How a part that is not there shows: a card of its own only where guidance would mislead without it. */
function told({ essential }: Place): string {
  return essential ? 'the answer says that it was not checked' : 'cards of the answer say that it was not checked';
}

function checkValue(value: unknown, place: Place): void {
  const { add, at } = place;
  if (value === null) return;
  if (Array.isArray(value)) return add('prefetch.array', at, kindOf(value), ...failed(place));
  if (!isObject(value) || typeof own(value, 'resourceType') !== 'string') return add('prefetch.value', at, kindOf(value), ...failed(place));
  const type = own(value, 'resourceType');
  if (type === 'OperationOutcome') return add('prefetch.outcome', at, 'an OperationOutcome', ...failed(place));
  if (type === 'Bundle') {
    if (place.reads) add('prefetch.read-as-bundle', at, 'a Bundle', 'used', 'The resource was taken out of the Bundle.');
    return checkBundle(value, place);
  }
  if (!place.types.includes(String(type))) return add('prefetch.type', at, kindOf(value), ...failed(place));
  if (!place.reads) add('prefetch.search-as-resource', at, kindOf(value), 'used', 'Taken as a search with this one result.');
}

function checkBundle(bundle: Json, place: Place): void {
  const { add, at } = place;
  const entries = own(bundle, 'entry') ?? [];
  if (!Array.isArray(entries)) return add('prefetch.entry', `${at}.entry`, kindOf(entries), ...failed(place));
  if (own(bundle, 'type') !== 'searchset' && !place.reads)
    add('prefetch.bundle-type', `${at}.type`, kindOf(own(bundle, 'type')), 'used', 'Read as a searchset.');
  let results = 0;
  let others = 0;
  let errors = 0;
  for (const [index, entry] of (entries as unknown[]).entries()) {
    const resource = isObject(entry) ? own(entry, 'resource') : undefined;
    const here = below(at, 'entry', index);
    if (!isObject(resource)) {
      add(
        'prefetch.entry',
        here,
        kindOf(isObject(entry) ? resource : entry),
        'ignored',
        'This entry was passed over; the others were read.',
      );
      continue;
    }
    const type = own(resource, 'resourceType');
    if (type === 'OperationOutcome') {
      const error = saysError(resource);
      errors += error ? 1 : 0;
      if (!error)
        add(
          'prefetch.warning-outcome',
          `${here}.resource`,
          'an OperationOutcome',
          'used',
          'Passed over; a search with nothing else counts as nothing found.',
        );
    } else if (typeof type === 'string' && place.types.includes(type)) results += 1;
    else {
      others += 1;
      add('prefetch.type', `${here}.resource`, kindOf(resource), 'ignored', 'Left out: the template does not ask for it.');
    }
  }
  if (errors > 0) {
    const handling: ['fetched' | 'said' | 'ignored' | 'refused', string] =
      results === 0 ? failed(place) : ['ignored', 'The results beside it were read.'];
    add('prefetch.error-outcome', `${at}.entry`, 'an OperationOutcome with an error', ...handling);
  }
  checkPages(bundle, place, results + others);
}

function checkPages(bundle: Json, place: Place, matches: number): void {
  const { add, at, mayFetch, server } = place;
  const links = own(bundle, 'link');
  const next: unknown = Array.isArray(links) ? links.find((link) => isObject(link) && link['relation'] === 'next') : undefined;
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
    else
      add(
        'prefetch.page',
        `${at}.link`,
        'a further page',
        'said',
        'No token to read on with. The part that was sent was read, and said to be one.',
      );
  } else if (typeof bundle['total'] === 'number' && bundle['total'] > matches) {
    add(
      'prefetch.total',
      `${at}.total`,
      'a larger number than entries',
      mayFetch ? 'fetched' : 'said',
      mayFetch ? `Read again from fhirServer, ${FETCHED}.` : 'The part that was sent was read, and said to be one.',
    );
  }
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
  return Array.isArray(issues) && issues.some((issue) => isObject(issue) && /^(error|fatal)$/.test(String(issue['severity'])));
}
