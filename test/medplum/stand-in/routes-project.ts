/** What project administrators may do: secrets and Bots; deploying and running Bots, as operation and as CDS service; launching apps. */
import { badRequest, OperationOutcomeError } from '@medplum/core';
import type { Bot, Project, ProjectMembership, Resource } from '@medplum/fhirtypes';
import type { Express, Request, Response } from 'express';
import type { Json } from '../../../cds-service/ehr/chart-part.ts';
import { deployBot, runBot } from './bots.ts';
import type { Login } from './oauth.ts';
import { newBinary, type Stored } from './repository.ts';
import { sendOutcome } from './routes-fhir.ts';
import { asRecord, type World } from './world.ts';

export function projectRoutes(
  app: Express,
  { store, system, logins, project, options, member, base, repositoryOf, signedIn, requireAdmin, standIn }: World,
): void {
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
    sendOutcome(response, deployBot(store, repositoryOf(signedIn(request)), project(), request.params.id, asRecord(request.body)));
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
  if (options.cdsHooks !== false) {
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
}

/** A Bot as discovery shows it: prefetch as one object. */
function listed(bot: Stored): Json {
  const { cdsService } = bot as Stored & { cdsService?: Json };
  const { prefetch, ...rest } = cdsService ?? {};
  const entries = Array.isArray(prefetch) ? (prefetch as { key: string; query: string }[]) : [];
  return { ...rest, prefetch: Object.fromEntries(entries.map(({ key, query }) => [key, query])) };
}
