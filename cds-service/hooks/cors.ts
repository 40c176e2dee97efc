/** Browser-based EHR clients: only origins of trusted EHRs may read our answers, each named, never `*`, never with credentials. */
import type { RequestHandler } from 'express';
import { isLoopbackHost, parseUrl } from '../config/loopback.ts';
import type { Trust } from '../config/trust.ts';

export function allowOrigins(trust: () => Trust): RequestHandler {
  return (request, response, next) => {
    response.vary('Origin');
    const { origin } = request.headers;
    const allowed = origin !== undefined && isAllowed(origin, trust());
    if (allowed) response.setHeader('access-control-allow-origin', origin);
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) {
      next();
      return;
    }
    if (allowed) {
      response.setHeader('access-control-allow-methods', 'GET, POST');
      response.setHeader('access-control-allow-headers', 'content-type, authorization');
      response.setHeader('access-control-max-age', '600');
      // A public page (a hosted test client) that calls a service on the user's own machine or network.
      if (request.headers['access-control-request-private-network'] === 'true')
        response.setHeader('access-control-allow-private-network', 'true');
    }
    response.statusCode = 204;
    response.end();
  };
}

function isAllowed(origin: string, { ehrs, auth }: Trust): boolean {
  if (ehrs.some(({ origins }) => origins.includes(origin))) return true;
  const local = auth === 'off' || ehrs.some(({ allowInsecureLoopback }) => allowInsecureLoopback);
  return local && isLoopbackHost(parseUrl(origin)?.hostname ?? '');
}
