/** The two ways to get cards for an acceptance order: from the core in this process, or from a running service as an EHR would ask it. */
import type { FhirReader } from '../ehr/fhir-server.ts';
import { isObject, type Json } from '../ehr/chart-part.ts';
import { answerHook, type Clinic } from '../hooks/answer.ts';
import { parseHookRequest } from '../hooks/hook-request.ts';
import type { ServiceDefinition } from '../hooks/services.ts';
import { signFor, type Signer } from '../request-bench/signing.ts';
import type { GotCard } from './judge.ts';
import { jsonOrUndefined } from '../json-text.ts';

export type Answerer = (service: ServiceDefinition, request: Json, today: string) => Promise<readonly GotCard[]>;

/** The service cannot be asked at all; says what to look at. */
export class CannotAsk extends Error {
  override readonly name = 'CannotAsk';
}

/** Everything stands in the prefetch; a read would be a defect. */
const NO_READER: FhirReader = {
  read: async () => ({ state: 'failed', why: 'not read' }),
  readOn: async () => ({ state: 'failed', why: 'not read' }),
  close: async () => undefined,
};

export function askHere(clinic: Clinic): Answerer {
  return async (service, request, today) => {
    const parsed = parseHookRequest(request, service.hook);
    if (!parsed.ok) throw new CannotAsk(parsed.issues.join('; '));
    const { drafts } = await answerHook(parsed.value, service, { clinic, reader: NO_READER, today, signal: AbortSignal.timeout(10_000) });
    return drafts.map(({ indicator, summary, detail, source, topic, ruleIds }) => ({
      service: service.id,
      topic: topic.code,
      indicator,
      summary,
      detail,
      source: source.label,
      rules: ruleIds,
    }));
  };
}

export interface ServiceAddress {
  /** As the EHR calls it, without `/cds-services`. */
  readonly url: string;
  /** Key of an issuer that the service trusts; absent: unsigned, which a service with authentication refuses. */
  readonly signer?: Signer;
}

const ASK_MS = 10_000;

export function askService({ url, signer }: ServiceAddress): Answerer {
  return async (service, request) => {
    const address = `${url}/cds-services/${service.id}`;
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(signer === undefined ? {} : { authorization: `Bearer ${(await signFor(address, signer, Date.now() / 1000)).token}` }),
      },
      body: JSON.stringify(request),
      redirect: 'error',
      signal: AbortSignal.timeout(ASK_MS),
    }).catch((error: unknown) => {
      const late = error instanceof Error && error.name === 'TimeoutError';
      throw new CannotAsk(`${address}: ${late ? `did not answer within ${ASK_MS / 1000} s` : 'cannot be reached'}`);
    });
    const body = jsonOrUndefined(await response.text());
    if (response.status !== 200)
      throw new CannotAsk(`${address}: ${response.status}${adviceFor(response.status, signer !== undefined, body)}`);
    if (!isObject(body) || !Array.isArray(body.cards)) throw new CannotAsk(`${address}: answered without a list of cards; is it Genehook?`);
    return body.cards.filter(isObject).map((card) => ({
      service: service.id,
      topic: topicOf(card.source),
      indicator: String(card.indicator),
      summary: String(card.summary),
      detail: String(card.detail ?? ''),
      source: isObject(card.source) ? String(card.source.label) : '',
      rules: [],
    }));
  };
}

function topicOf(source: unknown): string {
  return isObject(source) && isObject(source.topic) ? String(source.topic.code) : '';
}

function adviceFor(status: number, signed: boolean, body: unknown): string {
  if (status === 401)
    return signed
      ? ': the token is refused; compare --iss, the key’s kid and --url with the trust file (the cause stands in the service log)'
      : ': the service asks for a signed call; give --key and --iss';
  if (status === 404) return ': no such service; --url is the address without /cds-services';
  const issue = isObject(body) && Array.isArray(body.issue) ? (body.issue.find(isObject) as Json | undefined) : undefined;
  return typeof issue?.diagnostics === 'string' ? `: ${issue.diagnostics}` : '';
}
