/** One captured request tried on one service: what was sent, what came back, what deviates. */
import { isObject } from '../ehr/chart-part.ts';
import { BENCH_HEADER, SILENCED_HEADER } from '../hooks/call-trace.ts';
import { checkAnswer, checkRequest, type CheckedService, type CheckSetting, type Complaint, type Finding } from '../request-check/index.ts';
import { bodyToSend, type Captured } from './captured.ts';
import { exchange, type ExchangeSetting, type Problem } from './exchange.ts';
import { keyStates, PREFETCH_HEADER, readTiming, type KeyState, type Phase } from './key-states.ts';
import { asItHappened } from './what-happened.ts';
import { refusalOf } from './refusals.ts';
import { ANY_HOOK, servicesAt, type ServiceList } from './service-list.ts';

export interface Trial {
  readonly label: string;
  readonly hook: string;
  /** Id of the service; empty when none could be chosen. */
  readonly service: string;
  /** Address called; absent = answered in this process. */
  readonly url?: string;
  readonly signed?: { readonly alg: string; readonly kid: string; readonly issuer: string };
  readonly status?: number;
  /** Round trip as seen from here. */
  readonly milliseconds?: number;
  readonly keys: readonly KeyState[];
  readonly phases: readonly Phase[];
  readonly cards: readonly unknown[];
  /** Cards that the service kept back because their guidance was overridden before. */
  readonly silenced: number;
  readonly findings: readonly Finding[];
  readonly complaints: readonly Complaint[];
  readonly problem?: Problem;
  /** What the reader of the result should know about how it came about. */
  readonly notes: readonly string[];
}

/** What of the rules depends on this product; other services are checked without. */
export type CheckDefaults = Omit<CheckSetting, 'service' | 'audiences'>;

export interface TrialSetting extends ExchangeSetting {
  /** As the user named it: the base, or `{base}/cds-services/{id}`. */
  readonly url: string;
  /** One service only. */
  readonly service?: string;
  readonly check: CheckDefaults;
}

const NOTHING = { keys: [], phases: [], cards: [], silenced: 0, findings: [], complaints: [], notes: [] } as const;

/** Tries a request on every service of its hook, or on the one that is named. */
export async function tryRequest(captured: Captured, setting: TrialSetting, known?: ServiceList): Promise<readonly Trial[]> {
  const { label, body } = captured;
  const hook = isObject(body) && typeof body.hook === 'string' ? body.hook.slice(0, 60) : '';
  const list = known ?? (await servicesAt(setting.url, setting));
  const failed = (problem: Problem, service = ''): Trial => ({ ...NOTHING, label, hook, service, url: list.base, problem });
  if (list.problem !== undefined) return [{ ...failed(list.problem), findings: unplaced(captured, setting) }];
  const chosen = chosenServices(list, hook, setting.service ?? list.only ?? namedBy(captured, list.services, hook));
  if (chosen.length === 0)
    return [{ ...failed(noService(hook, list, setting.service ?? list.only)), findings: unplaced(captured, setting) }];
  const trials: Trial[] = [];
  for (const service of chosen) {
    const trial = await tryService(captured, hook, service, list.base, setting);
    trials.push({ ...trial, findings: trial.findings.filter((finding) => !isAskedByAnother(finding, service, chosen)) });
  }
  return trials;
}

async function tryService(captured: Captured, hook: string, service: CheckedService, base: string, setting: TrialSetting): Promise<Trial> {
  const url = `${base}/cds-services/${service.id}`;
  const { label, body } = captured;
  const found = checkRequest(
    { body, ...(captured.http === undefined ? {} : { http: captured.http }) },
    {
      ...setting.check,
      service: service.hook === ANY_HOOK ? { ...service, hook } : service,
      ...(captured.http?.url === undefined ? {} : { audiences: [captured.http.url] }),
    },
  );
  const findings = service.hook === ANY_HOOK ? found.filter(({ rule }) => rule !== 'prefetch.unasked') : found;
  const { signer } = setting;
  const about = {
    ...NOTHING,
    label,
    hook,
    service: service.id,
    url,
    findings,
    notes: captured.masked ? ['The token was masked in the capture and was not sent: nothing could be fetched.'] : [],
    ...(signer === undefined ? {} : { signed: { alg: signer.alg, kid: signer.kid, issuer: signer.issuer } }),
  };
  const exchanged = await exchange(url, bodyToSend(captured), setting, { [BENCH_HEADER]: '1' });
  if (!exchanged.ok)
    return { ...about, keys: service.hook === ANY_HOOK ? [] : keyStates(body, service, undefined), problem: exchanged.problem };
  const { answer } = exchanged;
  const told = answer.headers[PREFETCH_HEADER];
  const problem = refusalOf(answer, url, 'cards', []);
  const cards = isObject(answer.body) && Array.isArray(answer.body.cards) ? (answer.body.cards as unknown[]) : [];
  const timing = readTiming(answer.headers['server-timing']);
  const keys = service.hook === ANY_HOOK && told === undefined ? [] : keyStates(bodyToSend(captured), service, told);
  return {
    ...about,
    status: answer.status,
    milliseconds: answer.milliseconds,
    keys,
    findings: asItHappened(findings, keys, { told: told !== undefined, masked: captured.masked }),
    phases: timing,
    cards: problem === undefined ? cards : [],
    silenced: Number(answer.headers[SILENCED_HEADER] ?? 0) || 0,
    complaints:
      answer.status === 200 ? checkAnswer({ body: answer.body, contentType: answer.headers['content-type'] }, ordersOf(body)) : [],
    ...(problem === undefined ? {} : { problem }),
    notes: [
      ...about.notes,
      ...(told === undefined && problem === undefined && timing.length === 0
        ? ['The service does not tell its phases and what it fetched; the keys are shown as the request alone has them.']
        : []),
    ],
  };
}

/** A capture that does not say which service it was made for is tried on each: a key that another of them asks for is no fault of the capture. */
export function isAskedByAnother({ rule, where }: Finding, service: CheckedService, chosen: readonly CheckedService[]): boolean {
  const key = where.replace(/^\$\.prefetch\./, '');
  return rule === 'prefetch.unasked' && chosen.some((other) => other !== service && Object.hasOwn(other.prefetch, key));
}

/** Without a service the request can still be read: as a call of its own hook without prefetch. */
function unplaced(captured: Captured, { check }: TrialSetting): readonly Finding[] {
  const { body } = captured;
  const hook = isObject(body) && typeof body.hook === 'string' ? body.hook : '';
  const found = checkRequest(
    { body, ...(captured.http === undefined ? {} : { http: captured.http }) },
    { ...check, needs: [], essential: [], service: { id: '', hook, prefetch: {} } },
  );
  return found.filter(({ rule }) => rule !== 'prefetch.unasked' && rule !== 'http.address');
}

function chosenServices(list: ServiceList, hook: string, only: string | undefined): readonly CheckedService[] {
  if (only !== undefined) return list.services.filter(({ id }) => id === only);
  return list.services.filter((service) => service.hook === hook);
}

/** The service that the capture itself was sent to, when there is one of this name and hook here. */
export function namedBy({ http }: Captured, services: readonly CheckedService[], hook: string): string | undefined {
  const id = /\/cds-services\/([^/?#]+)\/?(?:[?#]|$)/.exec(http?.url ?? '')?.[1];
  return services.find((service) => service.id === id && service.hook === hook)?.id;
}

function noService(hook: string, list: ServiceList, only: string | undefined): Problem {
  const offered = list.services.map((service) => `${service.id} (${service.hook})`).join(', ');
  return {
    kind: 'refused',
    what: only === undefined ? `No service is offered for the hook ${JSON.stringify(hook)}.` : `There is no service "${only}".`,
    todo: offered === '' ? 'The service offers none.' : `Offered: ${offered}.`,
  };
}

/** References of the orders of the call: what an answer may change. */
export function ordersOf(body: unknown): ReadonlySet<string> {
  const context = isObject(body) && isObject(body.context) ? body.context : {};
  const entries = isObject(context.draftOrders) && Array.isArray(context.draftOrders.entry) ? (context.draftOrders.entry as unknown[]) : [];
  return new Set(
    entries.flatMap((entry) => {
      const resource = isObject(entry) ? entry.resource : undefined;
      return isObject(resource) && typeof resource.resourceType === 'string' ? [`${resource.resourceType}/${String(resource.id)}`] : [];
    }),
  );
}

/** For showing: what was said of a request with one service is not said again with the next. `told`: how many were left out. */
export function withoutRepeats(trials: readonly Trial[]): readonly { readonly trial: Trial; readonly told: number }[] {
  const said = new Map<string, Set<string>>();
  return trials.map((trial) => {
    const known = said.get(trial.label) ?? new Set<string>();
    said.set(trial.label, known);
    const key = ({ rule, where, handling, what }: Finding): string => [rule, where, handling, what].join('|');
    const findings = trial.findings.filter((finding) => !known.has(key(finding)));
    for (const finding of findings) known.add(key(finding));
    return { trial: { ...trial, findings }, told: trial.findings.length - findings.length };
  });
}
