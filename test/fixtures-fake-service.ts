/** A tiny CDS service that believes nothing: it checks the sandbox's JWTs for real and answers what a test tells it to. */
import express from 'express';
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox, type Sandbox } from '../fixtures/sandbox/app.ts';

export interface FakeService {
  readonly url: string;
  readonly calls: { readonly path: string; readonly claims: JWTPayload; readonly body: Record<string, unknown> }[];
  /** What the next calls answer. */
  answer: { status: number; body: unknown; delay?: number };
  close: () => Promise<void>;
}

const PREFETCH = {
  patient: 'Patient/{{context.patientId}}',
  genomics: 'Observation?patient={{context.patientId}}&category=http://terminology.hl7.org/CodeSystem/v2-0074|GE&_count=2',
  user: 'Practitioner/{{userPractitionerId}}',
  unknowable: 'Observation?subject={{context.draftOrders.entry}}',
};

export async function startFakeService(): Promise<FakeService> {
  const app = express();
  const fake: Omit<FakeService, 'url' | 'close'> = { calls: [], answer: { status: 200, body: { cards: [] } } };
  let url = '';
  app.get('/app.html', (_request, response) => void response.type('html').send('<!doctype html><title>app</title>An app'));
  app.use(async (request, response, next) => {
    const token = (request.get('Authorization') ?? '').replace(/^Bearer /, '');
    const [header = ''] = token.split('.');
    const { jku } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { jku: string };
    try {
      const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(jku)), {
        algorithms: ['ES384'],
        audience: url + request.path,
        typ: 'JWT',
      });
      response.locals['claims'] = payload;
      next();
    } catch {
      response.status(401).end();
    }
  });
  app.get('/cds-services', (_request, response) => {
    const service = (id: string, hook: string) => ({ id, hook, title: id, description: 'test', prefetch: PREFETCH });
    response.json({ services: [service('status', 'patient-view'), service('choose', 'order-select'), service('sign', 'order-sign')] });
  });
  app.post(/^\/cds-services\/.+/, express.json({ limit: '5mb' }), (request, response) => {
    fake.calls.push({ path: request.path, claims: response.locals['claims'] as JWTPayload, body: request.body as Record<string, unknown> });
    const { status, body, delay } = fake.answer;
    setTimeout(() => response.status(status).json(body), delay ?? 0);
  });
  const server = await listening(app);
  url = addressOf(server);
  return Object.assign(fake, { url, close: () => closed(server) });
}

export interface RunningSandbox extends Sandbox {
  readonly base: string;
  close: () => Promise<void>;
}

/** A sandbox on a free port; the app is made when the port is known, since its tokens name its address. */
export async function startSandbox(serviceBase: string): Promise<RunningSandbox> {
  const shell = express();
  const server = await listening(shell);
  const base = addressOf(server);
  const sandbox = await createSandbox({ base, serviceBase });
  shell.use(sandbox.app);
  return { ...sandbox, base, close: () => closed(server) };
}

function listening(app: express.Express): Promise<Server> {
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => resolve(server));
  });
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
