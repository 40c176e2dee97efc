/** What became of each prefetch key: as the service tells it, or, where it does not, as the request alone shows. Pure. */
import { isObject, readPart, type ChartPart } from '../ehr/chart-part.ts';
import { PREFETCH_HEADER } from '../hooks/call-trace.ts';
import { typesOf, type CheckedService } from '../request-check/index.ts';
import { entryOf } from '../../fhir-profiles/entry-of.ts';

export type KeyFate = 'used' | 'empty' | 'missing' | 'fetched' | 'failed' | 'in part' | 'not asked for';

export interface KeyState {
  readonly key: string;
  readonly state: KeyFate;
  /** Resources read. */
  readonly count: number;
  /** Of a failure; also says where the rest of a part, or an empty result, came from. */
  readonly note?: string;
}

/** `told`: the header of the service; absent = only the request is known. */
export function keyStates(body: unknown, service: CheckedService, told: string | undefined): readonly KeyState[] {
  const prefetch = isObject(body) && isObject(body.prefetch) ? body.prefetch : {};
  const known = told === undefined ? new Map<string, KeyState>() : new Map(readHeader(told).map((state) => [state.key, state]));
  const asked = Object.entries(service.prefetch).map(([key, template]) => {
    const value = Object.hasOwn(prefetch, key) ? prefetch[key] : undefined;
    return known.get(key) ?? fromPart(key, readPart(value, typesOf(template)));
  });
  const unasked = Object.keys(prefetch).filter((key) => !Object.hasOwn(service.prefetch, key));
  return [...asked, ...unasked.map((key): KeyState => ({ key: key.slice(0, 80), state: 'not asked for', count: 0 }))];
}

/** As `call-trace.ts` gives them when the work is done in this process. */
export function fromPart(key: string, part: ChartPart, fetched = false): KeyState {
  if (part.state === 'absent') return { key, state: 'missing', count: 0 };
  if (part.state === 'failed') return { key, state: 'failed', count: 0, note: part.why };
  const count = part.state === 'none' ? 0 : part.resources.length;
  if (part.state === 'incomplete') return { key, state: 'in part', count, note: 'further pages were not read' };
  if (count === 0) return { key, state: 'empty', count, ...(fetched ? { note: 'asked the FHIR server' } : {}) };
  return { key, state: fetched ? 'fetched' : 'used', count };
}

const FATES: Readonly<Record<string, KeyFate>> = {
  used: 'used',
  empty: 'empty',
  missing: 'missing',
  fetched: 'fetched',
  failed: 'failed',
  'in-part': 'in part',
};

/** `genomics=used;count=3, reports=failed;why="not permitted"` as of PREFETCH_HEADER. Unknown items are passed over. */
function readHeader(value: string): readonly KeyState[] {
  return [...value.matchAll(/(?:^|,\s*)([\w.-]+)=([\w-]+)((?:;\w+=(?:"[^"]*"|[\w.-]+))*)/g)].flatMap(
    ([, key = '', word = '', rest = '']) => {
      const state = entryOf(FATES, word);
      if (state === undefined) return [];
      const count = Number(/;count=(\d+)/.exec(rest)?.[1] ?? 0);
      const why = /;why="([^"]*)"/.exec(rest)?.[1];
      const note = why ?? (rest.includes(';from=server') && state !== 'fetched' ? 'asked the FHIR server' : undefined);
      return [{ key, state, count, ...(note === undefined ? {} : { note }) }];
    },
  );
}

export interface Phase {
  readonly name: string;
  readonly milliseconds: number;
  readonly note?: string;
}

/** `verify;dur=0.31, read;dur=0.2` as of Server-Timing. */
export function readTiming(value: string | undefined): readonly Phase[] {
  return [...(value ?? '').matchAll(/(?:^|,\s*)([\w-]+)((?:;\w+=(?:"[^"]*"|[\w.-]+))*)/g)].flatMap(([, name = '', rest = '']) => {
    const milliseconds = Number(/;dur=([\d.]+)/.exec(rest)?.[1] ?? Number.NaN);
    const note = /;desc="([^"]*)"/.exec(rest)?.[1];
    return Number.isFinite(milliseconds) ? [{ name, milliseconds, ...(note === undefined ? {} : { note }) }] : [];
  });
}

export { PREFETCH_HEADER };
