/** A local stand-in for the ClinicalTrials.gov API (v2): pages, and misbehaves when told to. */
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
    const size = Number(url.searchParams.get('pageSize') ?? 10);
    const token = url.searchParams.get('pageToken');
    const page = token === null ? 0 : Number(/^t(\d+)$/.exec(token)?.[1] ?? Number.NaN);
    if (standIn.misbehave(page, response)) return;
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
        ...(token === null ? { totalCount: standIn.studies.length } : {}),
        studies: standIn.studies.slice(from, from + size),
        ...(next === undefined ? {} : { nextPageToken: next }),
      }),
    );
  }
}
