/** Browser-based EHR clients: only origins of trusted EHRs may read our answers, each named, never `*`, never with credentials. */
import type { RequestHandler } from 'express';
import { isLoopbackHost, parseUrl } from '../config/loopback.ts';
import type { Trust } from '../config/trust.ts';

/** What every client sends. */
const ALWAYS = ['content-type', 'authorization'];

/**
 * What libraries of a page add to its calls: the trace they belong to (W3C, B3, Sentry, Datadog, New Relic, Elastic, Jaeger, Azure, AWS, Google), and what
 * older ones send with every call. A browser holds a call back when one of its headers is not named. Genehook reads none of them.
 */
const ADDED_BY_LIBRARIES: ReadonlySet<string> = new Set(
  `traceparent tracestate baggage b3 x-b3-traceid x-b3-spanid x-b3-parentspanid x-b3-sampled x-b3-flags sentry-trace x-datadog-trace-id x-datadog-parent-id
  x-datadog-origin x-datadog-sampling-priority x-datadog-tags newrelic elastic-apm-traceparent uber-trace-id request-id request-context x-amzn-trace-id
  x-cloud-trace-context x-request-id x-correlation-id x-requested-with cache-control pragma accept accept-language`.split(/\s+/),
);

/** More headers than any page adds to its calls. */
const MOST_HEADERS = 100;

/** Origins that the trust file names may call; what a page of another origin gets is an answer that its browser keeps from it. */
export function allowOrigins(trust: () => Trust): RequestHandler {
  return (request, response, next) => {
    response.vary('Origin');
    const { origin } = request.headers;
    const allowed = origin !== undefined && isAllowed(origin, trust());
    if (allowed) {
      response.setHeader('access-control-allow-origin', origin);
      response.setHeader('access-control-expose-headers', 'retry-after');
    }
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) {
      next();
      return;
    }
    if (allowed) {
      response.setHeader('access-control-allow-methods', 'GET, POST');
      response.vary('Access-Control-Request-Headers');
      response.setHeader('access-control-allow-headers', headersFor(request.headers['access-control-request-headers']).join(', '));
      response.setHeader('access-control-max-age', '600');
      // A public page (a hosted test client) that calls a service on the user's own machine or network.
      if (request.headers['access-control-request-private-network'] === 'true')
        response.setHeader('access-control-allow-private-network', 'true');
    }
    response.statusCode = 204;
    response.end();
  };
}

/** The headers that a trusted page may send: what every client sends, and what libraries add where it asks for that. Nothing of the call is repeated. */
function headersFor(asked = ''): readonly string[] {
  const names = new Set(
    asked
      .toLowerCase()
      .split(',', MOST_HEADERS)
      .map((name) => name.trim()),
  );
  return [...ALWAYS, ...[...ADDED_BY_LIBRARIES].filter((name) => names.has(name))];
}

function isAllowed(origin: string, { ehrs, auth }: Trust): boolean {
  if (ehrs.some(({ origins }) => origins.includes(origin))) return true;
  const local = auth === 'off' || ehrs.some(({ allowInsecureLoopback }) => allowInsecureLoopback);
  return local && isLoopbackHost(parseUrl(origin)?.hostname ?? '');
}
