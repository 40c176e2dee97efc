/**
 * One signed-in Medplum project. Everything goes through @medplum/core's client; this file adds what it lacks: the server is
 * checked before a secret is sent, nothing leaves the configured origin, and every refusal becomes one named fault.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { getStatus, MedplumClient, OperationOutcomeError, type MedplumRequestOptions } from '@medplum/core';
import { isObject, type Json } from '../ehr/chart-part.ts';
import { MedplumFault, MedplumRefusal, networkFault } from './fault.ts';
import { outcomeLines } from './outcome.ts';
import type { MedplumSettings } from './settings.ts';

export interface MedplumServer {
  readonly base: string;
  /** Without slash at its end, as the FHIR server calls itself in launches. */
  readonly fhirBase: string;
  readonly project: { readonly id: string; readonly name: string };
  /** `ClientApplication/…` that signed in. */
  readonly actor: string;
  readonly admin: boolean;
  /** `path` below the base; a body makes it a write. Never repeated by itself. */
  call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
  /** All pages of `Type?query`. */
  search(query: string): Promise<readonly Json[]>;
  /** The answer as it came, refusals too: a failing Bot answers in shapes that the client would lose. */
  post(path: string, body: unknown): Promise<{ readonly status: number; readonly body: unknown }>;
}

const ANSWER_MS = 60_000;
const MOST_PAGES = 100;

export async function signIn(settings: MedplumSettings): Promise<MedplumServer> {
  const origin = new URL(settings.base).origin;
  const guarded = guardedFetch(origin);
  await requireFhir(settings.base, guarded);
  const client = new MedplumClient({ baseUrl: settings.base, fetch: guarded.fetch, cacheTime: 0, autoBatchTime: 0 });
  await guarded.watched((seen) => requireLogin(client, settings, seen));
  const project = client.getProject();
  if (project?.id === undefined)
    throw new MedplumFault('not-medplum', 'The server did not say which project the client belongs to', 'Check MEDPLUM_BASE_URL.');

  const call = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<unknown> => {
    const url = new URL(path, settings.base);
    const options: MedplumRequestOptions = { maxRetries: method === 'GET' ? 2 : 0, cache: 'no-store' };
    const type = path.startsWith('fhir/') ? 'application/fhir+json' : 'application/json';
    return guarded.watched(async (seen) => {
      try {
        if (method === 'GET') return await client.get(url, options);
        if (method === 'DELETE') return await client.delete(url, options);
        return await (method === 'POST' ? client.post(url, body, type, options) : client.put(url, body, type, options));
      } catch (error) {
        throw refusalOf(error, origin, seen);
      }
    });
  };
  return {
    base: settings.base,
    fhirBase: `${settings.base}fhir/R4`,
    project: { id: project.id, name: project.name ?? project.id },
    actor: `ClientApplication/${settings.clientId}`,
    admin: client.isProjectAdmin(),
    call,
    search: (query) => searchAll(call, query),
    async post(path, body) {
      const answer = await guarded.fetch(new URL(path, settings.base).href, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          authorization: `Bearer ${client.getAccessToken() ?? ''}`,
        },
        body: JSON.stringify(body),
      });
      return { status: answer.status, body: await readBody(answer) };
    },
  };
}

async function readBody(answer: Response): Promise<unknown> {
  const text = await answer.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Status and type of an answer, for what the client does not pass on. */
interface Seen {
  status: number;
  type: string;
}

interface Guarded {
  readonly fetch: (url: string, options?: RequestInit) => Promise<Response>;
  /** Runs a call of the client, and keeps what its own last answer was: several may be under way at once. */
  watched<Value>(work: (seen: Seen) => Promise<Value>): Promise<Value>;
}

/** No redirect is followed and no other origin is called: the token and the secret stay with the configured server. */
function guardedFetch(origin: string): Guarded {
  const seen = new AsyncLocalStorage<Seen>();
  return {
    watched: (work) => {
      const own: Seen = { status: 0, type: '' };
      return seen.run(own, () => work(own));
    },
    async fetch(url, options) {
      if (new URL(url).origin !== origin)
        throw new MedplumFault(
          'refused',
          `A call to ${new URL(url).origin} was stopped: it is not the configured server`,
          'Check MEDPLUM_BASE_URL.',
        );
      let answer: Response;
      try {
        answer = await fetch(url, { ...options, redirect: 'manual', signal: AbortSignal.timeout(ANSWER_MS) });
      } catch (error) {
        throw networkFault(origin, error);
      }
      if (answer.status >= 300 && answer.status < 400 && answer.status !== 304)
        throw new MedplumFault(
          'not-fhir',
          `${origin} sends the call to another address`,
          'Set MEDPLUM_BASE_URL to the address of the API itself.',
        );
      Object.assign(seen.getStore() ?? {}, { status: answer.status, type: answer.headers.get('content-type') ?? '' });
      return answer;
    },
  };
}

/** The one call before anything secret is sent: a FHIR server publishes what it can do without a token. */
async function requireFhir(base: string, guarded: Guarded): Promise<void> {
  const answer = await guarded.fetch(`${base}fhir/R4/metadata`, { headers: { accept: 'application/fhir+json' } });
  let body: unknown;
  try {
    body = await answer.json();
  } catch {
    body = undefined;
  }
  if (!isObject(body) || body.resourceType !== 'CapabilityStatement')
    throw new MedplumFault(
      'not-fhir',
      `${base} is not a FHIR server: fhir/R4/metadata answers HTTP ${answer.status} without a CapabilityStatement`,
      'Set MEDPLUM_BASE_URL to the address of the Medplum API (https://api.medplum.com/), not of its web app.',
    );
}

async function requireLogin(client: MedplumClient, settings: MedplumSettings, seen: Seen): Promise<void> {
  try {
    await client.startClientLogin(settings.clientId, settings.clientSecret);
  } catch (error) {
    if (error instanceof MedplumFault) throw error;
    const { status, type } = seen;
    if (status === 404 || !type.includes('json'))
      throw new MedplumFault(
        'not-medplum',
        `${settings.base} is a FHIR server, but not Medplum: it has no oauth2/token as Medplum has`,
        'Set MEDPLUM_BASE_URL to a Medplum server.',
      );
    throw signInFault(saidOf(error));
  }
}

/** The client hides the server's own words behind its own error, as the cause. */
function saidOf(error: unknown): string {
  const inner = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const said = inner instanceof OperationOutcomeError ? outcomeLines(inner.outcome).join('; ') : '';
  return said === '' || said === 'undefined' ? 'no reason given' : said;
}

function signInFault(said: string): MedplumFault {
  const advice = /secret/i.test(said)
    ? 'The client exists, its secret is another: copy it again from the ClientApplication in Medplum.'
    : /client/i.test(said)
      ? 'Check MEDPLUM_CLIENT_ID: the ClientApplication must exist in this server, be active and have a project membership.'
      : /access policy|IP address/i.test(said)
        ? 'Check the access policy of the client’s project membership in Medplum.'
        : 'Check MEDPLUM_CLIENT_ID and the client secret.';
  return new MedplumFault('sign-in', `Medplum refused the sign-in: ${said}`, advice);
}

function refusalOf(error: unknown, origin: string, seen: Seen): Error {
  if (error instanceof MedplumFault) return error;
  // The outcome of a Bot carries no id, so its own status would always be 400: the one that was seen counts.
  if (error instanceof OperationOutcomeError)
    return new MedplumRefusal(seen.status >= 400 ? seen.status : getStatus(error.outcome), outcomeLines(error.outcome), error.outcome);
  if (seen.status >= 400) return new MedplumRefusal(seen.status, [], undefined);
  if (error instanceof SyntaxError)
    return new MedplumFault('not-medplum', `${origin} answered with something that is not JSON`, 'Check MEDPLUM_BASE_URL.');
  return networkFault(origin, error);
}

/** A server that knows itself by another name writes that name into its page links; only what follows the FHIR base is used. */
async function searchAll(call: MedplumServer['call'], query: string): Promise<readonly Json[]> {
  const found: Json[] = [];
  let path: string | undefined = `fhir/R4/${query}`;
  for (let page = 0; path !== undefined && page < MOST_PAGES; page += 1) {
    const bundle = await call('GET', path);
    const entries: readonly unknown[] = isObject(bundle) && Array.isArray(bundle.entry) ? bundle.entry : [];
    found.push(...entries.flatMap((entry) => (isObject(entry) && isObject(entry.resource) ? [entry.resource] : [])));
    const links: readonly unknown[] = isObject(bundle) && Array.isArray(bundle.link) ? bundle.link : [];
    const next = links.find((link) => isObject(link) && link.relation === 'next');
    path = isObject(next) && typeof next.url === 'string' ? /\/(fhir\/R4\/.+)$/.exec(next.url)?.[1] : undefined;
  }
  return found;
}
