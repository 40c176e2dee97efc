/** A captured request answered in this process, from its prefetch alone: no server, no signature, nothing fetched. */
import { randomUUID } from 'node:crypto';
import type { LoadedClinic } from '../clinic.ts';
import { createFhirReader } from '../ehr/fhir-server.ts';
import { answerHook } from '../hooks/answer.ts';
import { byUrgency, toWireCard, withoutEmptyMembers } from '../hooks/card-json.ts';
import { parseHookRequest } from '../hooks/hook-request.ts';
import { Refusal } from '../hooks/operation-outcome.ts';
import { discoveryDocument, serviceById, type ServiceDefinition } from '../hooks/services.ts';
import { checkAnswer, checkRequest, type CheckedService } from '../request-check/index.ts';
import { bodyToSend, type Captured } from '../request-bench/captured.ts';
import { fromPart, keyStates, type KeyState, type Phase } from '../request-bench/key-states.ts';
import { servicesIn } from '../request-bench/service-list.ts';
import { isAskedByAnother, namedBy, ordersOf, type CheckDefaults, type Trial } from '../request-bench/trial.ts';

const NOTE = 'Answered here from the prefetch alone: nothing was fetched, no JWT was checked, and no earlier override is known.';
const MOST_MS = 5_000;

export interface LocalSetting {
  readonly clinic: LoadedClinic;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly service?: string;
  readonly check: CheckDefaults;
}

export async function tryHere(captured: Captured, setting: LocalSetting): Promise<readonly Trial[]> {
  const services = servicesIn(discoveryDocument());
  const { label, body } = captured;
  const hook = typeof body === 'object' && body !== null && 'hook' in body && typeof body.hook === 'string' ? body.hook.slice(0, 60) : '';
  const only = setting.service ?? namedBy(captured, services, hook);
  const chosen = services.filter((service) => (only === undefined ? service.hook === hook : service.id === only));
  const tryThis = async (service: CheckedService): Promise<Trial> => {
    const trial = await tryOne(captured, hook, service, setting);
    return { ...trial, findings: trial.findings.filter((finding) => !isAskedByAnother(finding, service, chosen)) };
  };
  if (chosen.length > 0) return Promise.all(chosen.map(tryThis));
  const offered = services.map((service) => `${service.id} (${service.hook})`).join(', ');
  const what = only === undefined ? `No service is offered for the hook ${JSON.stringify(hook)}.` : `There is no service "${only}".`;
  const empty = { keys: [], phases: [], cards: [], silenced: 0, complaints: [], notes: [] };
  const findings = checkRequest({ body }, { ...setting.check, needs: [], essential: [], service: { id: '', hook, prefetch: {} } });
  return [
    {
      ...empty,
      label,
      hook,
      service: '',
      findings: findings.filter(({ rule }) => rule !== 'prefetch.unasked'),
      problem: { kind: 'refused', what, todo: `Offered: ${offered}.` },
    },
  ];
}

async function tryOne(captured: Captured, hook: string, checked: CheckedService, setting: LocalSetting): Promise<Trial> {
  const { label, body } = captured;
  const findings = checkRequest(
    { body, ...(captured.http === undefined ? {} : { http: captured.http }) },
    { ...setting.check, service: checked },
  );
  const parts = new Map<string, KeyState>();
  const phases: Phase[] = [];
  const about = { label, hook, service: checked.id, silenced: 0, findings, complaints: [], notes: [NOTE] };
  const keys = (): readonly KeyState[] => keyStates(body, checked, undefined).map((state) => parts.get(state.key) ?? state);
  try {
    const cards = await answered(bodyToSend(captured), serviceById(checked.id), setting, parts, phases);
    const complaints = checkAnswer({ body: { cards } }, ordersOf(body));
    return { ...about, status: 200, keys: keys(), phases, cards, complaints };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problem = {
      kind: 'refused' as const,
      what: `A service would refuse it (${error.status}).`,
      todo: 'The fields are named here and among the deviations.',
      said: error.diagnostics,
    };
    return { ...about, status: error.status, keys: keys(), phases, cards: [], problem };
  }
}

async function answered(
  body: unknown,
  service: ServiceDefinition | undefined,
  { clinic, today }: LocalSetting,
  parts: Map<string, KeyState>,
  phases: Phase[],
): Promise<readonly unknown[]> {
  if (service === undefined) return [];
  let last = performance.now();
  const lap = (name: string): void => {
    const at = performance.now();
    phases.push({ name, milliseconds: at - last });
    last = at;
  };
  const parsed = parseHookRequest(body, service.hook);
  if (!parsed.ok) throw new Refusal(400, parsed.issues);
  lap('read');
  const reader = createFhirReader();
  try {
    const answer = await answerHook(parsed.value, service, {
      clinic,
      reader,
      today,
      signal: AbortSignal.timeout(MOST_MS),
      onPart: (key, part, fetched) => void parts.set(key, fromPart(key, part, fetched)),
      onPhase: (phase) => {
        if (phase !== 'cards') lap(phase === 'gather' ? 'fetch' : 'interpret');
      },
    });
    const wire = { publicUrl: 'http://localhost', patientId: parsed.value.patientId, orders: new Set(answer.orders), newUuid: randomUUID };
    const cards = byUrgency(answer.drafts).map((draft) => toWireCard(draft, wire));
    lap('answer');
    return withoutEmptyMembers(cards) as readonly unknown[];
  } finally {
    await reader.close();
  }
}
