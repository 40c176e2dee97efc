/** A FHIR server that behaves as a test tells it to, and notes what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FhirDouble {
  /** `http://127.0.0.1:…/R4` */
  readonly base: string;
  readonly origin: string;
  /** Path and query of each request, with the token that came along. */
  readonly asked: { readonly path: string; readonly authorization: string | undefined }[];
  close(): Promise<void>;
}

export type Behaviour = (request: IncomingMessage, response: ServerResponse, base: string) => void;

export async function startFhirDouble(behave: Behaviour): Promise<FhirDouble> {
  const asked: { path: string; authorization: string | undefined }[] = [];
  let base = '';
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization });
    behave(request, response, base);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  base = `${origin}/R4`;
  return {
    base,
    origin,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export function sendFhir(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/fhir+json' });
  response.end(JSON.stringify(body));
}

/** Serves these resources: reads by id, searches by type (everything of the type). */
export function serving(resources: readonly Readonly<Record<string, unknown>>[]): Behaviour {
  return (request, response) => {
    const [path = ''] = (request.url ?? '').replace(/^\/R4\//, '').split('?');
    const [type, id] = path.split('/');
    if (id !== undefined) {
      const found = resources.find((resource) => resource.resourceType === type && resource.id === decodeURIComponent(id));
      if (found === undefined) sendFhir(response, { resourceType: 'OperationOutcome', issue: [] }, 404);
      else sendFhir(response, found);
      return;
    }
    const entry = resources.filter(({ resourceType }) => resourceType === type).map((resource) => ({ resource }));
    sendFhir(response, { resourceType: 'Bundle', type: 'searchset', total: entry.length, entry });
  };
}
