/** Deploying and running Bots: the deployed program really runs, in the wrapping and with the names that Medplum's own VM gives it. */
import {
  allOk,
  badRequest,
  ContentType,
  Hl7Message,
  MedplumClient,
  normalizeErrorString,
  normalizeOperationOutcome,
  OperationOutcomeError,
} from '@medplum/core';
import type { Bot, OperationOutcome, Project, ProjectSetting } from '@medplum/fhirtypes';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import { newBinary, type Repository, type Store } from './repository.ts';

export type BotRuntime = 'vmcontext' | 'awslambda';

export function deployBot(
  store: Store,
  repository: Repository,
  project: Project,
  id: string,
  body: Readonly<Record<string, unknown>>,
): OperationOutcome {
  if (typeof body.code !== 'string' || body.code === '') return badRequest('Missing code');
  const bot = repository.read('Bot', id) as Bot & { id: string };
  if (project.features?.includes('bots') !== true) return badRequest('Bots not enabled');
  const binary = newBinary(repository, store, 'text/javascript', body.code);
  const title = typeof body.filename === 'string' ? body.filename : 'index.js';
  repository.update({ ...bot, executableCode: { contentType: 'text/javascript', url: `Binary/${binary}`, title } });
  return allOk;
}

export interface BotRun {
  readonly bot: Bot & { readonly id: string };
  readonly project: Project;
  readonly input: unknown;
  readonly accessToken: string;
  readonly requester: string;
}

/** Status and body of the call that ran the Bot. */
export async function runBot(
  store: Store,
  { bot, project, input, accessToken, requester }: BotRun,
): Promise<{ status: number; body: unknown }> {
  if (project.features?.includes('bots') !== true) return { status: 400, body: badRequest('Bots not enabled') };
  const code = store.code.get(/^Binary\/(.+)$/.exec(bot.executableCode?.url ?? '')?.[1] ?? '');
  if (code === undefined) return { status: 400, body: badRequest('No executable code') };
  const log: string[] = [];
  const secrets = Object.fromEntries((project.secret ?? []).map((secret: ProjectSetting) => [secret.name, secret]));
  const sandbox = {
    console: { log: (...parts: unknown[]) => log.push(parts.map(String).join(' ')) },
    fetch: globalThis.fetch,
    require: createRequire(import.meta.url),
    ContentType,
    Hl7Message,
    MedplumClient,
    event: {
      bot: { reference: `Bot/${bot.id}` },
      baseUrl: store.base,
      accessToken,
      requester: { reference: requester },
      // What Lambda gets is JSON; nothing of this process leaks in.
      input: JSON.parse(JSON.stringify(input ?? {})) as unknown,
      contentType: 'application/json',
      secrets,
      traceId: 'trace',
      headers: {},
    },
  };
  try {
    const value: unknown = await vm.runInNewContext(wrapped(code), sandbox, { timeout: 10_000 });
    if (value === undefined) return { status: 200, body: allOk };
    return { status: 200, body: JSON.parse(JSON.stringify(value)) as unknown };
  } catch (error) {
    if (bot.runtimeVersion === 'awslambda') return { status: 400, body: lambdaError(error) };
    return { status: 400, body: error instanceof OperationOutcomeError ? error.outcome : normalizeOperationOutcome(plainError(error)) };
  }
}

/** What AWS Lambda returns when a handler throws. */
function lambdaError(error: unknown): object {
  return { errorType: 'Error', errorMessage: normalizeErrorString(plainError(error)), trace: [] };
}

/** An Error of the Bot's own context is no instance of ours. */
function plainError(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'message' in error ? new Error(String(error.message)) : error;
}

function wrapped(code: string): string {
  return `
  const exports = {};
  const module = {exports};
  ${code}
  (async () => {
    const { bot, baseUrl, accessToken, requester, contentType, secrets, traceId, headers } = event;
    const medplum = new MedplumClient({
      baseUrl,
      fetch: function (url, options = {}) {
        options.headers ||= {};
        options.headers['X-Trace-Id'] = traceId;
        return fetch(url, options);
      },
    });
    medplum.setAccessToken(accessToken);
    return await exports.handler(medplum, { bot, requester, input: event.input, contentType, secrets, traceId, headers });
  })();`;
}
