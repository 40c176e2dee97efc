/** A Medplum server for tests on loopback: one project, its administrator's client, a clinician and a client without rights. */
import {
  badRequest,
  forbidden,
  getStatus,
  normalizeOperationOutcome,
  notFound,
  OperationOutcomeError,
  tooManyRequests,
  unauthorized,
} from '@medplum/core';
import type { AccessPolicy, Bot, Bundle, OperationOutcome, Practitioner, Project, ProjectMembership, Resource } from '@medplum/fhirtypes';
import express, { type Request, type Response } from 'express';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isObject, type Json } from '../../../cds-service/ehr/chart-part.ts';
import { policyFor } from './access.ts';
import { deployBot, runBot, type BotRuntime } from './bots.ts';
import { createLogins, type Login } from './oauth.ts';
import { createStore, newBinary, repositoryFor, type Repository, type Store, type Stored } from './repository.ts';
import { indexSchema } from './schema.ts';
import { runBundle } from './transaction.ts';

export interface StandInOptions {
  readonly bots?: boolean;
  /** False: a server from before Medplum had CDS Hooks. */
  readonly cdsHooks?: boolean;
  readonly transactions?: boolean;
  readonly runtime?: BotRuntime;
}

export interface StandIn {
  readonly base: string;
  readonly store: Store;
  readonly project: { readonly id: string };
  readonly admin: { readonly id: string; readonly secret: string };
  readonly outsider: { readonly id: string; readonly secret: string; readonly membershipId: string };
  readonly clinician: { readonly membershipId: string };
  /** `METHOD path` of every request, and what was posted to /cds-services. */
  readonly requests: string[];
  readonly hookCalls: Json[];
  /** Who is signed in at the web app, by membership; decides over `oauth2/authorize`. */
  user: string | undefined;
  /** Answers of 429 still to come, and a look at each request before it is served (true: answered). */
  busy: number;
  intercept: ((request: Request, response: Response) => boolean) | undefined;
  all(type: string): Stored[];
  /** Puts a resource there as the server itself. */
  put(resource: Resource): Stored;
  secrets(): readonly Json[];
  /** A token with the whole rights of a membership, no SMART scope. */
  tokenFor(membershipId: string): string;
  close(): Promise<void>;
}

const BODY_LIMIT = 1024 * 1024;
const JSON_TYPES = ['application/json', 'application/fhir+json', 'application/json-patch+json'];

export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  indexSchema();
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const cdsHooks = options.cdsHooks !== false;
  const store = createStore(base, cdsHooks);
  const system = repositoryFor(store, undefined);
  const logins = createLogins(store);
  const features = [...(options.bots === false ? [] : ['bots']), ...(options.transactions === false ? [] : ['transaction-bundles'])];
  const projectId = system.create({
    resourceType: 'Project',
    name: 'Test project',
    checkReferencesOnWrite: true,
    ...(features.length > 0 ? { features } : {}),
  } as Project).id;
  const project = (): Project => store.resources.get(`Project/${projectId}`) as Project;
  const member = (user: Stored, extra: object = {}): Stored =>
    system.create({
      resourceType: 'ProjectMembership',
      project: { reference: `Project/${projectId}` },
      user: { reference: `${user.resourceType}/${user.id}` },
      profile: { reference: `${user.resourceType}/${user.id}` },
      ...extra,
    } as unknown as ProjectMembership);
  const client = (name: string): Stored & { secret: string } =>
    system.create({ resourceType: 'ClientApplication', name, secret: randomBytes(24).toString('hex') } as Resource) as Stored & {
      secret: string;
    };
  const admin = client('Administrator');
  member(admin, { admin: true });
  const outsider = client('Without rights');
  const outsiderMembership = member(outsider);
  const practitioner = system.create({
    resourceType: 'Practitioner',
    name: [{ family: 'Synthetic', given: ['Clinician'] }],
  } as Practitioner);
  const clinicianMembership = system.create({
    resourceType: 'ProjectMembership',
    project: { reference: `Project/${projectId}` },
    user: { reference: `User/${practitioner.id}` },
    profile: { reference: `Practitioner/${practitioner.id}` },
  } as ProjectMembership);

  const standIn: StandIn = {
    base,
    store,
    project: { id: projectId },
    admin: { id: admin.id, secret: admin.secret },
    outsider: { id: outsider.id, secret: outsider.secret, membershipId: outsiderMembership.id },
    clinician: { membershipId: clinicianMembership.id },
    requests: [],
    hookCalls: [],
    user: undefined,
    busy: 0,
    intercept: undefined,
    all: (type) => [...store.resources.values()].filter(({ resourceType }) => resourceType === type),
    put: (resource) => system.create(resource),
    secrets: () => (project().secret ?? []) as unknown as Json[],
    tokenFor: (id) => logins.issue({ membership: store.resources.get(`ProjectMembership/${id}`) as ProjectMembership, scope: 'openid' }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  const membershipNow = (membership: ProjectMembership): ProjectMembership =>
    (store.resources.get(`ProjectMembership/${membership.id ?? ''}`) as ProjectMembership | undefined) ?? membership;
  const repositoryOf = (login: Login): Repository => {
    const membership = membershipNow(login.membership);
    const policy = policyFor(membership, project(), login.scope, (reference) => store.resources.get(reference) as AccessPolicy | undefined);
    if (policy === 'broken') throw new OperationOutcomeError(badRequest('Cannot authenticate: Invalid access policy configuration.'));
    return repositoryFor(store, policy);
  };
  const signedIn = (request: Request): Login => {
    const login = logins.find(request.headers.authorization);
    if (login === undefined) throw new OperationOutcomeError(unauthorized);
    return login;
  };
  const requireAdmin = (login: Login): void => {
    if (membershipNow(login.membership).admin !== true) throw new OperationOutcomeError(forbidden);
  };

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
      send(response, tooManyRequests);
      return;
    }
    next();
  });
  app.use(express.urlencoded({ extended: false }));
  app.use(express.json({ type: JSON_TYPES, limit: BODY_LIMIT, strict: false }));

  app.get('/fhir/R4/metadata', (_request, response) => {
    response.json({
      resourceType: 'CapabilityStatement',
      status: 'active',
      fhirVersion: '4.0.1',
      kind: 'instance',
      format: ['json'],
      software: { name: 'Medplum' },
    });
  });
  app.get('/fhir/R4/.well-known/smart-configuration', (_request, response) => {
    response.json({
      issuer: base,
      authorization_endpoint: `${base}oauth2/authorize`,
      token_endpoint: `${base}oauth2/token`,
      scopes_supported: [
        'patient/*.rs',
        'user/*.cruds',
        'openid',
        'fhirUser',
        'launch',
        'launch/patient',
        'offline_access',
        'online_access',
      ],
      response_types_supported: ['code'],
      capabilities: [
        'launch-ehr',
        'launch-standalone',
        'client-public',
        'permission-v1',
        'permission-v2',
        'context-ehr-patient',
        'sso-openid-connect',
      ],
      code_challenge_methods_supported: ['S256'],
    });
  });
  app.post('/oauth2/token', (request, response) => {
    const answer = logins.token(asRecord(request.body));
    response.status(answer.status).json(answer.body);
  });
  app.get('/oauth2/authorize', (request, response) => {
    const user =
      standIn.user === undefined ? undefined : (store.resources.get(`ProjectMembership/${standIn.user}`) as ProjectMembership | undefined);
    const answer = logins.authorize(new URL(request.originalUrl, base).searchParams, user);
    if (answer.redirect === undefined) response.status(answer.status).send(answer.text);
    else response.redirect(answer.redirect);
  });
  app.get('/auth/me', (request, response) => {
    const { membership } = signedIn(request);
    const { id, name } = project();
    const profile = store.resources.get(membership.profile.reference ?? '');
    response.json({
      project: { resourceType: 'Project', id, name },
      membership: {
        resourceType: 'ProjectMembership',
        id: membership.id,
        user: membership.user,
        profile: membership.profile,
        admin: membershipNow(membership).admin,
      },
      profile: { resourceType: profile?.resourceType, id: profile?.id },
      config: { resourceType: 'UserConfiguration' },
    });
  });

  app.get('/admin/projects/:projectId', (request, response) => {
    requireAdmin(signedIn(request));
    const { id, name, secret } = project();
    response.json({ project: { id, name, secret } });
  });
  app.post('/admin/projects/:projectId/secrets', (request, response) => {
    requireAdmin(signedIn(request));
    if (!Array.isArray(request.body)) throw new OperationOutcomeError(badRequest('Secrets must be a list'));
    response.json(system.update({ ...project(), secret: request.body as Project['secret'] } as Stored));
  });
  app.post('/admin/projects/:projectId/bot', (request, response) => {
    const login = signedIn(request);
    requireAdmin(login);
    const { name, description, accessPolicy } = asRecord(request.body);
    if (typeof name !== 'string' || name === '') throw new OperationOutcomeError(badRequest('Bot name is required'));
    const repository = repositoryOf(login);
    const source = newBinary(repository, store, 'text/typescript', 'default');
    const bot = repository.create({
      resourceType: 'Bot',
      name,
      description,
      runtimeVersion: options.runtime ?? 'vmcontext',
      sourceCode: { contentType: 'text/typescript', title: 'index.ts', url: `Binary/${source}` },
    } as Bot);
    member(bot, accessPolicy === undefined ? {} : { accessPolicy });
    response.status(201).json(bot);
  });

  app.post('/fhir/R4/Bot/:id/\\$deploy', (request, response) => {
    send(response, deployBot(store, repositoryOf(signedIn(request)), project(), request.params.id, asRecord(request.body)));
  });
  app.post('/fhir/R4/Bot/:id/\\$execute', async (request, response) => {
    const login = signedIn(request);
    repositoryOf(login).read('Bot', request.params.id);
    const membership = standIn
      .all('ProjectMembership')
      .find((item) => (item as ProjectMembership).profile.reference === `Bot/${request.params.id}`);
    const runAs = (membership as ProjectMembership | undefined) ?? login.membership;
    await answerBot(response, request, request.params.id, runAs, login);
  });
  app.get('/fhir/R4/ClientApplication/:id/\\$smart-launch', (request, response) => {
    const repository = repositoryOf(signedIn(request));
    const app = repository.read('ClientApplication', request.params.id) as Stored & { launchUri?: string };
    if (app.launchUri === undefined) throw new OperationOutcomeError(badRequest('Client has no launch URI'));
    const patient = String(request.query.patient ?? '');
    const launch = system.create({ resourceType: 'SmartAppLaunch', patient: { reference: `Patient/${patient}` } } as Resource);
    const url = new URL(app.launchUri);
    url.searchParams.set('iss', `${base}fhir/R4/`);
    url.searchParams.set('launch', launch.id);
    response.redirect(url.href);
  });
  if (cdsHooks) {
    app.get('/cds-services', (request, response) => {
      const bots = repositoryOf(signedIn(request)).find('Bot?cds-hook:missing=false');
      response.json({ services: bots.map((bot) => ({ id: bot.id, ...listed(bot) })) });
    });
    app.post('/cds-services/:id', async (request, response) => {
      const login = signedIn(request);
      const bot = repositoryOf(login).read('Bot', request.params.id);
      if ((bot as Stored & { cdsService?: unknown }).cdsService === undefined) {
        response.sendStatus(404);
        return;
      }
      standIn.hookCalls.push(asRecord(request.body));
      await answerBot(response, request, request.params.id, login.membership, login);
    });
  }

  async function answerBot(response: Response, request: Request, id: string, runAs: ProjectMembership, login: Login): Promise<void> {
    const bot = store.resources.get(`Bot/${id}`) as Bot & { id: string };
    const accessToken = logins.issue({ membership: runAs, scope: 'openid' });
    const requester = login.membership.profile.reference ?? '';
    const { status, body } = await runBot(store, { bot, project: project(), input: request.body as unknown, accessToken, requester });
    response.status(status).json(body);
  }

  app.post(['/fhir/R4', '/fhir/R4/'], (request, response) => {
    const bundle = asRecord(request.body);
    if (bundle.resourceType !== 'Bundle') throw new OperationOutcomeError(badRequest('Not a bundle'));
    const { transactions = true } = options;
    response.json(
      runBundle(store, repositoryOf(signedIn(request)), bundle as unknown as Bundle, { transactions, checkReferences: transactions }),
    );
  });
  app.get('/fhir/R4/:type', (request, response) => {
    const query = new URL(request.originalUrl, base).search;
    response
      .type('application/fhir+json')
      .json(repositoryOf(signedIn(request)).search(`${request.params.type}${query}`, `${base}fhir/R4/`));
  });
  app.post('/fhir/R4/:type', (request, response) => {
    const repository = repositoryOf(signedIn(request));
    response.status(201).json(repository.create(resourceOf(request, request.params.type)));
  });
  app.get('/fhir/R4/:type/:id', (request, response) => {
    response.type('application/fhir+json').json(repositoryOf(signedIn(request)).read(request.params.type, request.params.id));
  });
  app.put('/fhir/R4/:type/:id', (request, response) => {
    const resource = resourceOf(request, request.params.type);
    if (resource.id !== request.params.id) throw new OperationOutcomeError(badRequest('Incorrect ID'));
    response.json(repositoryOf(signedIn(request)).update(resource as Stored));
  });
  app.delete('/fhir/R4/:type/:id', (request, response) => {
    repositoryOf(signedIn(request)).remove(request.params.type, request.params.id);
    response.json({
      resourceType: 'OperationOutcome',
      id: 'ok',
      issue: [{ severity: 'information', code: 'informational', details: { text: 'All OK' } }],
    });
  });
  app.use((_request, response) => {
    response.status(404).json(notFound);
  });
  app.use((error: unknown, _request: Request, response: Response, _next: () => void) => {
    if (isObject(error) && error.type === 'entity.too.large') response.status(413).json(badRequest('File too large'));
    else send(response, normalizeOperationOutcome(error));
  });
  return standIn;
}

function send(response: Response, outcome: OperationOutcome): void {
  response.status(getStatus(outcome)).json(outcome);
}

function asRecord(value: unknown): Record<string, unknown> {
  return isObject(value) ? { ...value } : {};
}

function resourceOf(request: Request, type: string): Resource {
  const resource = asRecord(request.body);
  if (resource.resourceType !== type)
    throw new OperationOutcomeError(
      badRequest(`Incorrect resource type: expected ${type}, but found ${String(resource.resourceType ?? '<EMPTY>')}`),
    );
  return resource as unknown as Resource;
}

/** A Bot as discovery shows it: prefetch as one object. */
function listed(bot: Stored): Json {
  const { cdsService } = bot as Stored & { cdsService?: Json };
  const { prefetch, ...rest } = cdsService ?? {};
  const entries = Array.isArray(prefetch) ? (prefetch as { key: string; query: string }[]) : [];
  return { ...rest, prefetch: Object.fromEntries(entries.map(({ key, query }) => [key, query])) };
}
