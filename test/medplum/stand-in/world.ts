/** The state of the stand-in: one project, its members, who is signed in, and whose rights a request has. */
import { badRequest, forbidden, OperationOutcomeError, unauthorized } from '@medplum/core';
import type { AccessPolicy, Practitioner, Project, ProjectMembership, Resource } from '@medplum/fhirtypes';
import type { Request, Response } from 'express';
import { randomBytes } from 'node:crypto';
import { isObject, type Json } from '../../../cds-service/ehr/chart-part.ts';
import { policyFor } from './access.ts';
import type { BotRuntime } from './bots.ts';
import { createLogins, type Login, type Logins } from './oauth.ts';
import { createStore, repositoryFor, type Repository, type Store, type Stored } from './repository.ts';

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
}

/** What the routes share. */
export interface World {
  readonly base: string;
  readonly options: StandInOptions;
  readonly store: Store;
  readonly system: Repository;
  readonly logins: Logins;
  readonly standIn: StandIn;
  project(): Project;
  member(user: Stored, extra?: object): Stored;
  repositoryOf(login: Login): Repository;
  signedIn(request: Request): Login;
  requireAdmin(login: Login): void;
  membershipNow(membership: ProjectMembership): ProjectMembership;
}

export function createWorld(base: string, options: StandInOptions): World {
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

  return { base, options, store, system, logins, standIn, project, member, repositoryOf, signedIn, requireAdmin, membershipNow };
}

export function asRecord(value: unknown): Record<string, unknown> {
  return isObject(value) ? { ...value } : {};
}
