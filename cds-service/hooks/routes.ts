/** The CDS Hooks endpoints: parse, call, reply. */
import { Router, type Request, type Response } from 'express';
import type { TrustedEhr } from '../config/trust.ts';
import type { HookDependencies } from './dependencies.ts';
import type { PatientReport } from '../report/types.ts';
import { answerHook, type Answer } from './answer.ts';
import { createArrivals, type Arrive, type Place } from './arrivals.ts';
import { callTrace, type CallTrace } from './call-trace.ts';
import { parseFeedback } from './feedback.ts';
import { parseHookRequest, type HookRequest } from './hook-request.ts';
import { callKey, type CallKey, type RecentCall } from './recent.ts';
import { errorFields } from '../operation/log.ts';
import { Refusal } from './operation-outcome.ts';
import { parseRequestBody, readRequestBytes, readRequestJson } from './request-body.ts';
import { discoveryDocument, hasPgxElsewhere, isOpenTo, serviceById, type ServiceDefinition } from './services.ts';
import { say, type Said } from './say.ts';
import { sendJson } from './send-json.ts';
import { chooseEhr, fhirAccessFor } from './trusted-caller.ts';

/** Left for interpreting and writing once FHIR reading has to stop. */
const INTERPRET_MS = 120;

export function hookRoutes(deps: HookDependencies): Router {
  // Not strict: an address typed with a slash at its end is the same resource.
  const router = Router({ caseSensitive: true });
  const arrive = createArrivals(deps.limits.concurrentCalls);
  router.get('/cds-services', async (request, response) => {
    const callers = await deps.identify(request, asCalled(request, '/cds-services'));
    sendJson(response, 200, JSON.stringify(discoveryDocument(callers)));
  });
  router.post('/cds-services/:id', (request, response) => callService(deps, request, response, arrive));
  router.post('/cds-services/:id/feedback', (request, response) => takeFeedback(deps, request, response, arrive));
  router.all('/cds-services', notAllowed('GET'));
  router.all('/cds-services/:id', notAllowed('POST'));
  router.all('/cds-services/:id/feedback', notAllowed('POST'));
  return router;
}

function asCalled({ path }: Pick<Request, 'path'>, plain: string): string {
  return path.endsWith('/') ? `${plain}/` : plain;
}

async function callService(deps: HookDependencies, request: Request, response: Response, arrive: Arrive): Promise<void> {
  const started = performance.now();
  const id = String(request.params.id);
  const callers = await deps.identify(request, asCalled(request, `/cds-services/${id}`));
  const trace = callTrace(request.headers, started, (name, value) => void response.setHeader(name, value));
  trace?.lap('verify', deps.trust().auth === 'off' ? 'authentication is off' : undefined);
  const service = knownService(id, callers);
  const bytes = await arrive(clientOf(callers), placeOf(response), () => readRequestBytes(request, deps.limits.bodyBytes));
  const now = deps.now();
  const today = now.toISOString().slice(0, 10);
  const key = trace === undefined ? callKey(bytes, [id, today, ...callers.map(({ name }) => name)]) : null;
  const known = key === null ? undefined : deps.recent.get(key.key);
  const call =
    known !== undefined && known.ehr === chooseEhr(callers, known.fhirServer)
      ? known
      : await understand(deps, bytes, service, { callers, today, started, trace, key });
  const { answer, ehr, patientId, userId } = call;
  const { keyed, store, newUuid } = deps;
  const guess = call.looksLikeEpic ? 'epic' : 'generic';
  const said = say(answer, {
    service,
    patientId,
    ...(userId === undefined ? {} : { userId }),
    ehr,
    guess,
    publicUrl: deps.publicUrl(),
    keyed,
    store,
    newUuid,
    now,
  });
  trace?.lap('answer');
  trace?.silenced(said.silenced);
  sendJson(response, 200, `{"cards":${said.json}}`);
  const ms = performance.now() - started;
  deps.afterAnswer(() => record(deps, said, answer.report, { service: id, ehr: ehr?.name ?? 'none', ms }));
}

const clientOf = (callers: readonly TrustedEhr[]): string => callers.map(({ name }) => name).join('\n');

/** Where the call stands among those that are answered at once; the app has put it there. */
const placeOf = ({ locals }: Response): Place => locals.place as Place;

interface Calling {
  readonly callers: readonly TrustedEhr[];
  readonly today: string;
  /** When the call arrived; FHIR reading ends in time for interpreting and writing. */
  readonly started: number;
  readonly trace: CallTrace | undefined;
  readonly key: CallKey | null;
}

/** A call that was not answered a moment ago: parse, choose the EHR, gather, interpret, keep for the next one. */
async function understand(deps: HookDependencies, bytes: Buffer, service: ServiceDefinition, calling: Calling): Promise<RecentCall> {
  const { key, trace } = calling;
  const parsed = parseHookRequest(parseRequestBody(bytes), service.hook);
  if (!parsed.ok) throw new Refusal(400, parsed.issues);
  const hook = parsed.value;
  trace?.lap('read');
  const ehr = chooseEhr(calling.callers, hook.fhirServer);
  if (ehr !== undefined && !isOpenTo(service, ehr)) throw notThere();
  const answer = await makeAnswer(deps, hook, service, { ...calling, ehr });
  const { patientId, userId, looksLikeEpic, fhirServer } = hook;
  const call: RecentCall = {
    patientId,
    ...(userId === undefined ? {} : { userId }),
    looksLikeEpic,
    ...(fhirServer === undefined ? {} : { fhirServer }),
    ehr,
    answer,
  };
  const plain = key !== null && key.hookInstance === hook.hookInstance && key.accessToken === hook.accessToken;
  if (plain && answer.fromPrefetch) deps.recent.set(key.key, call, bytes.length);
  return call;
}

async function makeAnswer(
  deps: HookDependencies,
  hook: HookRequest,
  service: ServiceDefinition,
  { ehr, today, started, trace }: Calling & { readonly ehr: TrustedEhr | undefined },
): Promise<Answer> {
  const access = fhirAccessFor(ehr, hook);
  const budget = timeBudget(deps.limits.answerMs - INTERPRET_MS - (performance.now() - started));
  let phaseStart = performance.now();
  try {
    return await answerHook(hook, service, {
      clinic: deps.clinic,
      reader: deps.reader,
      today,
      pgxElsewhere: hasPgxElsewhere(service, ehr),
      ...(access === undefined ? {} : { access }),
      ...(ehr === undefined ? {} : { ownServers: ehr.fhirServers }),
      signal: budget.signal,
      onPhase(phase) {
        const at = performance.now();
        deps.metrics.phase(service.id, phase, (at - phaseStart) / 1000);
        phaseStart = at;
        if (phase !== 'cards') trace?.lap(phase === 'gather' ? 'fetch' : 'interpret');
      },
      ...(trace === undefined ? {} : { onPart: trace.part }),
      onDefect: (error) => deps.log.error('interpreting failed', { service: service.id, ...errorFields(error) }),
    });
  } finally {
    budget.end();
  }
}

/** Behind the answer: the decision, the figures, one line in the log. */
function record(
  deps: HookDependencies,
  said: Said,
  report: PatientReport | undefined,
  line: { service: string; ehr: string; ms: number },
): void {
  const decision = said.decision();
  deps.store.recordDecision(decision);
  for (const { ruleIds, indicator, suppressed } of decision.cards)
    for (const rule of ruleIds) deps.metrics.card(rule, indicator, suppressed ? 'silenced' : 'sent');
  for (const { abstained, model } of report?.predictions ?? []) if (abstained !== undefined) deps.metrics.abstained(model);
  if (said.cards.length === 0) deps.metrics.silent(line.service);
  deps.log.info('answered', { ...line, request: decision.id, status: 200, cards: said.cards.length });
}

/** A signal that ends FHIR reading; ended early it leaves no timer behind. */
function timeBudget(milliseconds: number): { signal: AbortSignal; end: () => void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), Math.max(0, milliseconds));
  return { signal: controller.signal, end: () => clearTimeout(timer) };
}

async function takeFeedback(deps: HookDependencies, request: Request, response: Response, arrive: Arrive): Promise<void> {
  const id = String(request.params.id);
  const callers = await deps.identify(request, asCalled(request, `/cds-services/${id}/feedback`));
  knownService(id, callers);
  const body = await arrive(clientOf(callers), placeOf(response), () => readRequestJson(request, deps.limits.bodyBytes));
  const parsed = parseFeedback(body, id, 'hook', deps.now());
  if (!parsed.ok) throw new Refusal(400, parsed.issues);
  await keepFeedback(deps, parsed.value);
  response.status(200).end();
}

/** Answers only after the store has it; a store that is down is told as 503, so that the EHR sends again. */
export async function keepFeedback(
  deps: HookDependencies,
  feedback: Parameters<HookDependencies['store']['recordFeedback']>[0],
): Promise<void> {
  try {
    await deps.store.recordFeedback(feedback);
  } catch {
    throw new Refusal(503, 'Feedback could not be stored; send it again', { 'retry-after': '30' });
  }
}

/** A service that is open to none of the callers is not there for them. */
function knownService(id: string, callers: readonly TrustedEhr[]): ServiceDefinition {
  const service = serviceById(id);
  if (service === undefined || (callers.length > 0 && !callers.some((ehr) => isOpenTo(service, ehr)))) throw notThere();
  return service;
}

function notThere(): Refusal {
  return new Refusal(404, 'There is no such service');
}

function notAllowed(allow: string) {
  return (): never => {
    throw new Refusal(405, `Only ${allow} is served here`, { allow });
  };
}
