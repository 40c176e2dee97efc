/**
 * Reading an allow-listed FHIR server with the caller's token. The token goes to this one base and nowhere else: no
 * redirects, no page links outside it; nothing of it is kept or logged. Every failure is a value, never an exception.
 */
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, request } from 'undici';
import { withoutTrailingSlash } from '../config/loopback.ts';
import { inTime } from './in-time.ts';
import { readJsonBody } from './json-body.ts';
import { isObject, readPart, type ChartPart, type Json } from './chart-part.ts';
import { entryOf } from '../../fhir-profiles/entry-of.ts';

export interface FhirAccess {
  /** Base without trailing slash; the caller has checked it against the allow-list. */
  readonly base: string;
  readonly token: string;
}

export interface FhirQuery {
  /** Relative to the base: `Observation?patient=…`. */
  readonly query: string;
  readonly types: readonly string[];
}

export interface FhirReader {
  read(access: FhirAccess, query: FhirQuery, signal: AbortSignal): Promise<ChartPart>;
  /** Goes on from a page that arrived by prefetch: an incomplete part that says where the rest is. */
  readOn(access: FhirAccess, first: FirstPage, types: readonly string[], signal: AbortSignal): Promise<ChartPart>;
  close(): Promise<void>;
}

export type FirstPage = Extract<ChartPart, { readonly state: 'incomplete' }>;

export interface FhirReaderOptions {
  readonly connectionsPerServer?: number;
  /** Milliseconds after which a connection that does not open is given up. */
  readonly connectMs?: number;
  readonly answerBytes?: number;
  readonly pages?: number;
  readonly resources?: number;
  /** Told of each round trip: outcome and milliseconds; never an address. */
  readonly onRoundTrip?: (outcome: string, milliseconds: number) => void;
}

export function createFhirReader(options: FhirReaderOptions = {}): FhirReader {
  const { answerBytes = 20 * 1024 * 1024, pages = 50, resources: most = 20_000, connectMs = 5_000 } = options;
  const agent = new Agent({ connections: options.connectionsPerServer ?? 16, pipelining: 1, connect: { timeout: connectMs } });

  async function get(access: FhirAccess, url: string, signal: AbortSignal): Promise<Json | { failed: string; status?: number }> {
    const started = performance.now();
    const done = (outcome: string): void => options.onRoundTrip?.(outcome, performance.now() - started);
    try {
      const headers = { accept: 'application/fhir+json, application/json;q=0.9', authorization: `Bearer ${access.token}` };
      const answer = await inTime(signal, request(url, { dispatcher: agent, signal, headers }));
      answer.body.on('error', () => undefined);
      if (answer.statusCode !== 200) {
        answer.body.destroy();
        done(String(answer.statusCode));
        return { failed: failureOf(answer.statusCode), status: answer.statusCode };
      }
      const stream = unpacked(answer.body, answer.headers['content-encoding']);
      const body = await readJsonBody(stream, answerBytes);
      // An answer that is too long may be endless: nobody reads on.
      if (!body.ok) {
        answer.body.destroy();
        stream.destroy();
      }
      // The budget ended while the answer was still arriving: it was slow, not wrong.
      const late = !body.ok && signal.aborted;
      done(body.ok ? '200' : late ? 'late' : 'unreadable');
      if (late) return { failed: LATE };
      return body.ok && isObject(body.value) ? body.value : { failed: 'unreadable' };
    } catch {
      const late = signal.aborted;
      done(late ? 'late' : 'unreachable');
      return { failed: late ? LATE : UNREACHED };
    }
  }

  async function follow(
    access: FhirAccess,
    start: ChartPart,
    types: readonly string[],
    signal: AbortSignal,
    seen: Set<string>,
  ): Promise<ChartPart> {
    if (start.state !== 'incomplete') return start;
    const found = [...start.resources];
    let { next, pages: before } = start;
    while (next !== undefined) {
      const url = withinBase(next, access.base);
      if (url === null || seen.has(url) || seen.size >= pages || found.length >= most) return { state: 'incomplete', resources: found };
      seen.add(url);
      const body = await get(access, url, signal);
      const part: ChartPart = 'failed' in body ? failedPart(body) : readPart(body, types, before);
      if (part.state === 'failed' || part.state === 'absent') return { state: 'incomplete', resources: found };
      if (part.state !== 'none') found.push(...part.resources);
      if (part.state === 'incomplete' && part.next === undefined) return { state: 'incomplete', resources: found };
      ({ next, pages: before } = part.state === 'incomplete' ? part : LAST);
    }
    return seen.size === 0 ? start : found.length === 0 ? { state: 'none' } : { state: 'data', resources: found };
  }

  /** Servers that refuse a search because it says how many to a page, by their base; they are asked without it from then on. */
  const uncounted = new Set<string>();
  async function search(access: FhirAccess, query: string, signal: AbortSignal): Promise<Json | { failed: string; status?: number }> {
    const plain = withoutCount(query);
    if (uncounted.has(access.base)) return get(access, `${access.base}/${plain}`, signal);
    const body = await get(access, `${access.base}/${query}`, signal);
    if (plain === query || !('failed' in body) || !REFUSED.has(Number(body.status)) || signal.aborted) return body;
    const again = await get(access, `${access.base}/${plain}`, signal);
    if ('failed' in again) return body;
    if (uncounted.size < MOST_SERVERS) uncounted.add(access.base);
    return again;
  }

  return {
    async read(access, { query, types }, signal) {
      const body = await search(access, query, signal);
      const part: ChartPart = 'failed' in body ? failedPart(body) : readPart(body, types);
      return follow(access, part, types, signal, new Set());
    },
    readOn: (access, first, types, signal) => follow(access, first, types, signal, new Set()),
    // Not `close`: it would wait for connections that are still being opened.
    close: () => agent.destroy(),
  };
}

/** Why a search failed that was not answered in the time there was. */
export const LATE = 'no answer in time';
const UNREACHED = 'the FHIR server could not be reached';
/** Why a search failed that nobody answered: what it would have found is not known. A refusal is an answer. */
export const UNANSWERED: ReadonlySet<string> = new Set([LATE, UNREACHED]);

/** Some gateways compress though nobody asked for it. The limit of bytes holds for what comes out. */
function unpacked(body: Readable, encoding: unknown): Readable {
  const unpack = typeof encoding === 'string' ? entryOf(UNPACK, encoding.trim().toLowerCase()) : undefined;
  if (unpack === undefined) return body;
  const out = unpack();
  body.on('error', () => out.destroy());
  return body.pipe(out);
}
const UNPACK: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** How a server answers a parameter, or a value of one, that it does not take (`_count` above its most, or any at all). */
const REFUSED: ReadonlySet<number> = new Set([400, 422, 500, 501]);
const MOST_SERVERS = 1_000;
const withoutCount = (query: string): string => query.replace(/([?&])_count=\d+(?:&|$)/, '$1').replace(/[?&]$/, '');

const LAST: Pick<FirstPage, 'next' | 'pages'> = {};

/** In the place of a reader where nothing may be asked for; `why` in words for a clinician. */
export function refusingReader(why: string): FhirReader {
  return {
    read: () => Promise.resolve({ state: 'failed', why }),
    readOn: (_access, { resources }) => Promise.resolve({ state: 'incomplete', resources }),
    close: () => Promise.resolve(),
  };
}

const failedPart = ({ failed, status }: { failed?: unknown; status?: unknown }): ChartPart =>
  status === 403 ? { state: 'failed', why: String(failed), forbidden: true } : { state: 'failed', why: String(failed) };

function failureOf(status: number): string {
  if (status === 401 || status === 403) return 'not permitted';
  if (status >= 300 && status < 400) return 'the FHIR server sent elsewhere';
  if (status === 404 || status === 410) return 'not found';
  return status === 400 || status === 422 ? 'the FHIR server refused the search' : 'the FHIR server failed';
}

/** Encoded dots and slashes: the address looks as if below the base, and a proxy that decodes them goes elsewhere. */
const DISGUISED = /%(?:2e|2f|5c)/i;

/** The absolute address of a page link when it stays on the base's origin and below its path; else null. */
export function withinBase(link: string, base: string): string | null {
  try {
    const home = new URL(base);
    const url = new URL(link, `${base}/`);
    // A server behind a proxy that ends TLS does not know that it is called by https. The token keeps to the scheme, host and port of the base.
    if (url.protocol === 'http:' && url.port === '' && home.protocol === 'https:') url.protocol = 'https:';
    const path = withoutTrailingSlash(home.pathname);
    const inside = url.pathname === path || url.pathname.startsWith(`${path}/`);
    if (DISGUISED.test(url.pathname.slice(path.length))) return null;
    return url.origin === home.origin && inside && url.username === '' && url.password === '' ? url.href : null;
  } catch {
    return null;
  }
}
