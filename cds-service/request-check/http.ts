/** The HTTP side of a call: method, address, headers. */
import { findings } from './collect.ts';
import type { CheckSetting, Finding, HttpCall, RuleText } from './types.ts';

const ENDPOINT = 'CDS Hooks 2.0, Calling a CDS Service';

export const HTTP_RULES = {
  'http.method': { section: ENDPOINT, weight: 'breaks', standard: 'A service is called by POST.' },
  'http.scheme': { section: 'CDS Hooks 2.0, Security and Safety', weight: 'breaks', standard: 'Calls with real data go over https.' },
  'http.address': {
    section: ENDPOINT,
    weight: 'breaks',
    standard: 'The address is {base}/cds-services/{id}, letter by letter, without a slash at its end.',
    seenIn: 'Epic: a call to another address than the registered one comes without its data',
  },
  'http.query': { section: ENDPOINT, weight: 'note', standard: 'The address has no query.' },
  'http.content-type': { section: ENDPOINT, weight: 'breaks', standard: 'The body is JSON and says so: Content-Type: application/json.' },
  'http.charset': { section: 'RFC 8259, Character Encoding', weight: 'breaks', standard: 'JSON is UTF-8.' },
  'http.content-encoding': { section: ENDPOINT, weight: 'advice', standard: 'The standard describes no compressed requests.' },
  'http.accept': { section: ENDPOINT, weight: 'note', standard: 'Answers are application/json.' },
} as const satisfies Record<string, RuleText>;

export function checkHttp(http: HttpCall, { service }: Pick<CheckSetting, 'service'>): readonly Finding[] {
  const collected = findings(HTTP_RULES);
  const { add } = collected;
  const { method, headers = {}, url } = http;
  if (method !== undefined && method !== 'POST') add('http.method', 'HTTP method', 'another method', 'refused', 'Refused with 405.');
  if (url !== undefined) checkAddress(url, service.id, add);
  const type = headers['content-type'];
  if (http.headers !== undefined) {
    if (type === undefined || !/^\s*application\/(?:[a-z0-9.+-]+\+)?json\s*(;|$)/i.test(type))
      add('http.content-type', 'HTTP header Content-Type', type === undefined ? 'missing' : 'another type', 'refused', 'Refused with 415.');
    else if (!/^\s*application\/json\s*(;|$)/i.test(type))
      add('http.content-type', 'HTTP header Content-Type', 'another JSON type', 'used', 'Read as JSON.');
  }
  const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(type ?? '')?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset))
    add(
      'http.charset',
      'HTTP header Content-Type',
      'another charset',
      'used',
      'Read as UTF-8; bytes that are not UTF-8 are refused with 400.',
    );
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && !/^\s*(identity)?\s*$/i.test(encoding)) {
    if (/^\s*(x-gzip|gzip|deflate|br)\s*$/i.test(encoding))
      add('http.content-encoding', 'HTTP header Content-Encoding', 'a compressed body', 'used', 'Unpacked and read.');
    else add('http.content-encoding', 'HTTP header Content-Encoding', 'a body compressed in another way', 'refused', 'Refused with 415.');
  }
  const accept = headers['accept'];
  if (accept !== undefined && !/application\/json|\*\/\*|application\/\*/i.test(accept))
    add('http.accept', 'HTTP header Accept', 'other types only', 'ignored', 'Answered as application/json.');
  return collected.found;
}

function checkAddress(url: string, id: string, add: ReturnType<typeof findings<typeof HTTP_RULES>>['add']): void {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return;
  }
  const local = /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/i.test(parsed.hostname);
  if (parsed.protocol === 'http:')
    add(
      'http.scheme',
      'HTTP address',
      'http',
      'used',
      local ? 'Accepted on this machine.' : 'The service does not see it: what ends TLS must refuse it.',
    );
  if (parsed.pathname.endsWith(`/cds-services/${id}/`))
    add('http.address', 'HTTP address', 'a slash at its end', 'used', 'Read as the same address.');
  else if (!parsed.pathname.endsWith(`/cds-services/${id}`))
    add('http.address', 'HTTP address', 'another path', 'refused', 'Refused with 404.');
  if (parsed.search !== '') add('http.query', 'HTTP address', 'a query', 'ignored', 'Passed over.');
}
