/** A captured call as the service itself reads it: by the same code, so that the check tells what was done. */
import type { HookName } from '../cards/types.ts';
import { sentChart } from '../ehr/chart.ts';
import { BESIDE, isObject } from '../ehr/chart-part.ts';
import { readDraftOrders } from '../hooks/draft-orders.ts';
import { parseHookRequest, type HookRequest } from '../hooks/hook-request.ts';
import { isReadBesideOthers, PREFETCH, type PrefetchEntry, type PrefetchKey } from '../hooks/prefetch-keys.ts';
import { serviceById } from '../hooks/services.ts';
import { typesOf, type CheckedService, type PartRead, type ServiceReading } from '../request-check/index.ts';

const HOOKS: ReadonlySet<string> = new Set<HookName>(['patient-view', 'order-select', 'order-sign']);

/** `service` as discovery describes it. A call that cannot be read is refused for that; its prefetch is told of all the same. */
export function readAsService(body: unknown, service: CheckedService): ServiceReading {
  const parsed = isHook(service.hook) ? parseHookRequest(body, service.hook) : null;
  const request = parsed?.ok === true ? parsed.value : null;
  const prefetch = isObject(body) && isObject(body.prefetch) ? body.prefetch : {};
  const patientId = request?.patientId ?? '';
  const servers = request?.fhirServer === undefined ? [] : [request.fhirServer];
  const chart = sentChart({ parts: partsOf(service), prefetch, patientId, servers });
  return {
    parts: new Map([...chart.parts].map(([key, { state }]): [string, PartRead] => [key, state])),
    usesToken: request?.tokenOfAnother !== true,
    neverAsked: chart.leftOut,
    beside: BESIDE,
    wrongPatient: request !== null && chart.wrongPatient,
    otherPatient: request === null ? 0 : chart.otherPatient,
    ...ordersOf(request),
  };
}

function isHook(hook: string): hook is HookName {
  return HOOKS.has(hook);
}

function isPrefetchKey(key: string): key is PrefetchKey {
  return Object.hasOwn(PREFETCH, key);
}

function partsOf({ id, prefetch }: CheckedService) {
  const family = serviceById(id)?.family;
  return Object.entries(prefetch).map(([key, template]) => {
    const known: Partial<Record<string, PrefetchEntry>> = PREFETCH;
    const most = Object.hasOwn(PREFETCH, key) ? known[key]?.most : undefined;
    const besideOthers = family !== undefined && isPrefetchKey(key) && isReadBesideOthers(key, family);
    return { key, query: template, types: typesOf(template), besideOthers, ...(most === undefined ? {} : { most }) };
  });
}

function ordersOf(request: HookRequest | null): Pick<ServiceReading, 'concernsAnOrder' | 'otherOrders' | 'unplaced' | 'placed'> {
  if (request === null || request.hook === 'patient-view') return { concernsAnOrder: true, otherOrders: 0, unplaced: [], placed: false };
  const { concerned, otherPatient, unplaced, notSent } = readDraftOrders(request);
  return { concernsAnOrder: concerned.length > 0, otherOrders: otherPatient, unplaced, placed: unplaced.length > 0 && notSent === 0 };
}
