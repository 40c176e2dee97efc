/** A Medplum server for tests on loopback: one project, its administrator's client, a clinician and a client without rights. */
import { badRequest, normalizeOperationOutcome, notFound, tooManyRequests } from '@medplum/core';
import express, { type Express, type Request, type Response } from 'express';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isObject } from '../../../cds-service/ehr/chart-part.ts';
import { fhirRoutes, sendOutcome } from './routes-fhir.ts';
import { projectRoutes } from './routes-project.ts';
import { signInRoutes } from './routes-sign-in.ts';
import { indexSchema } from './schema.ts';
import { createWorld, type StandIn as StandInState, type StandInOptions } from './world.ts';

export type { StandInOptions } from './world.ts';

export type StandIn = StandInState & { close(): Promise<void> };

const BODY_LIMIT = 1024 * 1024;
const JSON_TYPES = ['application/json', 'application/fhir+json', 'application/json-patch+json'];

export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  indexSchema();
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const world = createWorld(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, options);
  gate(app, world.standIn);
  signInRoutes(app, world);
  projectRoutes(app, world);
  fhirRoutes(app, world);
  app.use((_request, response) => {
    response.status(404).json(notFound);
  });
  app.use((error: unknown, _request: Request, response: Response, _next: () => void) => {
    if (isObject(error) && error.type === 'entity.too.large') response.status(413).json(badRequest('File too large'));
    else sendOutcome(response, normalizeOperationOutcome(error));
  });
  return Object.assign(world.standIn, {
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

/** Notes each request, lets a test step in, and reads the body as Medplum does. */
function gate(app: Express, standIn: StandInState): void {
  app.use((request, response, next) => {
    standIn.requests.push(`${request.method} ${request.originalUrl}`);
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-headers', 'authorization, content-type');
    if (request.method === 'OPTIONS') {
      response.sendStatus(204);
      return;
    }
    if (standIn.intercept?.(request, response) === true) return;
    if (standIn.busy > 0 && request.path !== '/fhir/R4/metadata') {
      standIn.busy -= 1;
      sendOutcome(response, tooManyRequests);
      return;
    }
    next();
  });
  app.use(express.urlencoded({ extended: false }));
  app.use(express.json({ type: JSON_TYPES, limit: BODY_LIMIT, strict: false }));
}
