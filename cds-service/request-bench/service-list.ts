/** The services of an address, from its discovery document. */
import { isObject, type Json } from '../ehr/chart-part.ts';
import { discoveryDocument } from '../hooks/services.ts';
import type { CheckedService } from '../request-check/index.ts';
import { exchange, type ExchangeSetting, type Problem } from './exchange.ts';
import { refusalOf } from './refusals.ts';

export interface ServiceList {
  /** Without `/cds-services` and without a slash at its end. */
  readonly base: string;
  readonly services: readonly CheckedService[];
  /** The one service that the address itself names. */
  readonly only?: string;
  readonly problem?: Problem;
}

/** Base and service of an address; null when it is no absolute http(s) address. */
export function placeOf(address: string): { readonly base: string; readonly only?: string } | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '') return null;
  const found = /^(.*?)\/cds-services(?:\/([^/]+))?\/?$/.exec(url.pathname);
  const base = `${url.origin}${(found?.[1] ?? url.pathname).replace(/\/+$/, '')}`;
  const only = found?.[2];
  return { base, ...(only === undefined ? {} : { only: decoded(only) }) };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The hook of a service that was named without a discovery document to look it up in. */
export const ANY_HOOK = '*';

export async function servicesAt(address: string, setting: ExchangeSetting): Promise<ServiceList> {
  const place = placeOf(address);
  if (place === null)
    return {
      base: address,
      services: [],
      problem: {
        kind: 'input',
        what: '--url is no absolute http or https address without credentials.',
        todo: 'Name the base: https://cds.example.org',
      },
    };
  const url = `${place.base}/cds-services`;
  const exchanged = await exchange(url, undefined, setting);
  if (!exchanged.ok) return { ...place, services: [], problem: exchanged.problem };
  const problem = refusalOf(exchanged.answer, url, 'services');
  // A named service is tried all the same: some services show their discovery to nobody. One of ours is known without.
  if (problem !== undefined && place.only !== undefined) {
    const ours = servicesIn(discoveryDocument()).find(({ id }) => id === place.only);
    return { ...place, services: [ours ?? { id: place.only, hook: ANY_HOOK, prefetch: {} }] };
  }
  if (problem !== undefined) return { ...place, services: [], problem };
  return { ...place, services: servicesIn(exchanged.answer.body) };
}

/** Reads a discovery document leniently: what has no id or hook is passed over. */
export function servicesIn(document: unknown): readonly CheckedService[] {
  const list = isObject(document) && Array.isArray(document.services) ? (document.services as unknown[]) : [];
  return list.filter(isObject).flatMap(({ id, hook, prefetch }) => {
    if (typeof id !== 'string' || typeof hook !== 'string') return [];
    const templates: Json = isObject(prefetch) ? prefetch : {};
    const texts = Object.entries(templates).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    return [{ id, hook, prefetch: Object.fromEntries(texts) }];
  });
}
