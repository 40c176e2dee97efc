/** Express wiring only: routes and middleware, no decisions. Does not listen. */
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Dependencies } from './dependencies.ts';
import type { Place } from '../hooks/arrivals.ts';
import { allowOrigins } from '../hooks/cors.ts';
import { hookRoutes } from '../hooks/routes.ts';
import { operationOutcome, Refusal } from '../hooks/operation-outcome.ts';
import { serviceById } from '../hooks/services.ts';
import { securityHeaders } from '../hooks/security-headers.ts';
import { sendJson } from '../hooks/send-json.ts';
import { errorFields } from '../operation/log.ts';
import { openApiDocument } from './openapi/index.ts';
import { operationRoutes } from './operator-routes.ts';
import { packageRoot } from '../knowledge/package-root.ts';
import { modelCardRoutes } from '../panel/model-cards.ts';
import { createPanelRoom } from '../panel/room.ts';
import { panelRoutes } from '../panel/routes.ts';
import { trialMatchingRoutes } from '../panel/trial-matching.ts';
import { patientReportSchema } from '../report/index.ts';

export function createApp(deps: Dependencies): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');

  // Hooks first: an order waits for them.
  const headers = securityHeaders();
  app.use('/cds-services', headers, allowOrigins(deps.trust), atOnce(deps));
  app.use(hookRoutes(deps));
  const enter = createPanelRoom(deps);
  app.use('/panel', panelRoutes(deps, enter));
  app.use(headers);
  app.use(trialMatchingRoutes(deps, enter));
  app.use(operationRoutes(deps));
  const description = JSON.stringify(openApiDocument());
  app.get('/openapi.json', (_request, response) => sendJson(response, 200, description));
  app.use('/models', modelCardRoutes(packageRoot()));
  const schema = JSON.stringify(patientReportSchema);
  app.get('/schemas/patient-report.json', (_request, response) => {
    response.setHeader('content-type', 'application/schema+json');
    response.end(schema);
  });
  app.use(() => {
    throw new Refusal(404, 'There is nothing here');
  });
  app.use(answerError(deps));
  return app;
}

/** Measures every call of the protocol and refuses those beyond what can be answered in time. */
function atOnce({ calls, metrics }: Dependencies): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    if (!calls.enter()) throw new Refusal(429, 'Too many calls at once; try again', { 'retry-after': '1' });
    let inside = true;
    const place: Place = {
      release() {
        if (inside) calls.leave();
        inside = false;
      },
      retake: () => inside || (inside = calls.enter()),
    };
    response.locals.place = place;
    const id = /^\/([a-z-]{1,40})/.exec(request.path)?.[1] ?? 'discovery';
    response.once('close', () => {
      place.release();
      metrics.answered(
        id === 'discovery' || serviceById(id) !== undefined ? id : 'other',
        response.statusCode,
        (performance.now() - started) / 1000,
      );
    });
    next();
  };
}

/** Turns anything thrown into the protocol's own answer. What was not meant for the caller is logged without content. */
function answerError(deps: Dependencies): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const refusal = asRefusal(error);
    if (refusal.status >= 500) deps.log.error('failed', { status: refusal.status, ...errorFields(error) });
    else deps.log.info('refused', { status: refusal.status });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    for (const [name, value] of Object.entries(refusal.headers)) response.setHeader(name, value);
    if (!request.complete) response.setHeader('connection', 'close');
    sendJson(response, refusal.status, JSON.stringify(operationOutcome(refusal.status, refusal.diagnostics)));
  };
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 400) return new Refusal(400, 'The address is not valid');
  return new Refusal(500, 'Genehook failed; the cause is in its log');
}
