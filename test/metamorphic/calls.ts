/** The acceptance orders as hook calls, answered as the service answers them; and ways of sending the same call. */
import { hookCall } from '../../cds-service/acceptance/hook-call.ts';
import { readOrderList } from '../../cds-service/acceptance/order-list.ts';
import { chartFor } from '../../cds-service/acceptance/synthetic-chart.ts';
import { toCards } from '../../cds-service/cards/index.ts';
import { readPart } from '../../cds-service/ehr/chart-part.ts';
import { refusingReader, type FhirReader } from '../../cds-service/ehr/fhir-server.ts';
import { answerHook } from '../../cds-service/hooks/answer.ts';
import { parseHookRequest } from '../../cds-service/hooks/hook-request.ts';
import { Refusal } from '../../cds-service/hooks/operation-outcome.ts';
import { SERVICES, type ServiceDefinition } from '../../cds-service/hooks/services.ts';
import { interpret } from '../../cds-service/interpret.ts';
import { loadKnowledge } from '../../cds-service/knowledge/load.ts';
import type { Json } from './charts.ts';

export interface Call {
  readonly name: string;
  readonly service: ServiceDefinition;
  readonly request: Json & { context: Json; prefetch: Json };
}

export const TODAY = '2026-11-21';
export const SERVER = 'https://ehr.example.org/fhir/R4';

export function calls(): readonly Call[] {
  const list = readOrderList();
  const orderSign = SERVICES.filter(({ hook }) => hook === 'order-sign');
  return list.orders.flatMap((order) => {
    const chart = chartFor(order, list, TODAY);
    return orderSign.map((service) => ({
      name: `${order.id} ${order.order.drug}, ${service.id}`,
      service,
      request: hookCall(order, chart, service, { hookInstance: 'call', today: TODAY }) as Call['request'],
    }));
  });
}

const knowledge = loadKnowledge();
const clinic = { interpret: (input: Parameters<typeof interpret>[0]) => interpret(input, knowledge), toCards };

/** A FHIR server that holds these answers by query key. */
export function serverWith(answers: Readonly<Record<string, unknown>>, keyOf: (query: string) => string | undefined): FhirReader {
  return {
    ...refusingReader('the FHIR server failed'),
    read: (_access, { query, types }) => Promise.resolve(readPart(answers[keyOf(query) ?? ''], types)),
  };
}

export interface ComparedCard {
  readonly indicator: string;
  readonly summary: string;
  /** The summary as it is where the whole chart was looked through. */
  readonly whole: string;
  readonly detail: string;
  readonly suggestions: readonly string[];
}

/** The cards as they are compared, or the status of a refusal. */
export async function cardsFor({ service, request }: Call, reader?: FhirReader): Promise<readonly ComparedCard[] | number> {
  const parsed = parseHookRequest(request, service.hook);
  if (!parsed.ok) throw new Error(parsed.issues.join('; '));
  try {
    const { drafts } = await answerHook(parsed.value, service, {
      clinic,
      reader: reader ?? refusingReader('nothing may be asked'),
      today: TODAY,
      signal: new AbortController().signal,
      ...(reader === undefined ? {} : { access: { base: SERVER, token: 'token' } }),
    });
    return drafts.map(({ summary, summaryOfWhole, indicator, detail, suggestions }) => ({
      indicator,
      summary,
      whole: summaryOfWhole ?? summary,
      detail,
      suggestions: suggestions.map(({ label }) => label),
    }));
  } catch (error) {
    if (error instanceof Refusal) return error.status;
    throw error;
  }
}
