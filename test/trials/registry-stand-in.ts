/**
 * A local stand-in for the ClinicalTrials.gov API (v2): pages, and misbehaves when told to. What it takes is what the OpenAPI description of the API
 * (2.0.5, as of October 2026) names: another parameter, status or form is answered with 400 and a line of plain text, a page size beyond 1,000 is
 * taken for 1,000, the total is told on the first page only, and there is no filter for phases.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StandIn {
  readonly api: string;
  /** Query of every call so far. */
  readonly asked: URLSearchParams[];
  /** What the registry holds now. */
  studies: readonly object[];
  /** Answers a call in another way; false = as usual. */
  misbehave: (page: number, response: ServerResponse) => boolean;
  /** Next token after page n (0 is the first); the usual ones when undefined. */
  tokenAfter: ((page: number) => string | undefined) | undefined;
  close(): Promise<void>;
}

const PARAMETERS = new Set(
  [
    'format markupFormat fields sort countTotal pageSize pageToken aggFilters geoDecay'.split(' '),
    'cond term locn titles intr outc spons lead id patient'.split(' ').map((name) => `query.${name}`),
    'overallStatus geo ids advanced synonyms'.split(' ').flatMap((name) => [`filter.${name}`, `postFilter.${name}`]),
  ].flat(),
);
const STATUSES = new Set(
  (
    'ACTIVE_NOT_RECRUITING COMPLETED ENROLLING_BY_INVITATION NOT_YET_RECRUITING RECRUITING SUSPENDED TERMINATED WITHDRAWN ' +
    'AVAILABLE NO_LONGER_AVAILABLE TEMPORARILY_NOT_AVAILABLE APPROVED_FOR_MARKETING WITHHELD UNKNOWN'
  ).split(' '),
);

/** What the API would not take, in a line; undefined when it takes all of it. */
export function refusal(query: URLSearchParams): string | undefined {
  for (const name of query.keys()) if (!PARAMETERS.has(name)) return `unknown parameter ${name}`;
  for (const status of (query.get('filter.overallStatus') ?? '').split(/[,|]/))
    if (status !== '' && !STATUSES.has(status)) return `filter.overallStatus: unknown value ${status}`;
  if (!['json', 'csv', null].includes(query.get('format'))) return 'format: unknown value';
  if (!['markdown', 'legacy', null].includes(query.get('markupFormat'))) return 'markupFormat: unknown value';
  if (!['true', 'false', null].includes(query.get('countTotal'))) return 'countTotal: not a boolean';
  if (!/^\d+$/.test(query.get('pageSize') ?? '10')) return 'pageSize: not a number';
  const advanced = query.get('filter.advanced');
  if (advanced !== null && !/^AREA\[\w+\]RANGE\[\d{4}-\d{2}-\d{2}, ?(?:\d{4}-\d{2}-\d{2}|MAX)\]$/.test(advanced))
    return 'filter.advanced: not understood';
  return undefined;
}

export async function startRegistry(studies: readonly object[]): Promise<StandIn> {
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  const standIn: StandIn = {
    api: `http://127.0.0.1:${port}/api/v2`,
    asked: [],
    studies,
    misbehave: () => false,
    tokenAfter: undefined,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return standIn;

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname !== '/api/v2/studies') {
      response.writeHead(404).end();
      return;
    }
    standIn.asked.push(url.searchParams);
    const size = Math.min(Number(url.searchParams.get('pageSize') ?? 10), 1_000) || 10;
    const token = url.searchParams.get('pageToken');
    const page = token === null ? 0 : Number(/^t(\d+)$/.exec(token)?.[1] ?? Number.NaN);
    if (standIn.misbehave(page, response)) return;
    const refused = refusal(url.searchParams);
    if (refused !== undefined) {
      response.writeHead(400, { 'content-type': 'text/plain' }).end(refused);
      return;
    }
    if (Number.isNaN(page)) {
      response.writeHead(400, { 'content-type': 'text/plain' }).end('unknown page token');
      return;
    }
    const from = page * size;
    const usual = from + size < standIn.studies.length ? `t${page + 1}` : undefined;
    const next = standIn.tokenAfter === undefined ? usual : standIn.tokenAfter(page);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        ...(token === null && url.searchParams.get('countTotal') === 'true' ? { totalCount: standIn.studies.length } : {}),
        studies: standIn.studies.slice(from, from + size),
        ...(next === undefined ? {} : { nextPageToken: next }),
      }),
    );
  }
}
