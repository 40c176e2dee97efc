/**
 * How one call was handled, for the integrator's request bench: time by phase and what became of each prefetch key. Told only to a
 * caller that passed authentication and asked for it by header, in headers, and without anything of the patient: names of
 * phases and keys, milliseconds, counts and our own words for a failure.
 */
import type { ChartPart } from '../ehr/chart-part.ts';

/** The request header that asks. No EHR sends it. */
export const BENCH_HEADER = 'genehook-bench';
export const PREFETCH_HEADER = 'genehook-prefetch';
export const SILENCED_HEADER = 'genehook-silenced';

export type CallPhase = 'verify' | 'read' | 'fetch' | 'interpret' | 'answer';

export interface CallTrace {
  /** Ends a phase; it began where the one before it ended. */
  lap(phase: CallPhase, note?: string): void;
  part(key: string, part: ChartPart, fetched: boolean): void;
  /** Cards that were not sent because their guidance was overridden before. */
  silenced(cards: number): void;
}

/** Undefined when the caller did not ask. Headers are set as the call goes on, so that a refusal carries what was known by then. */
export function callTrace(
  headers: Readonly<Record<string, unknown>>,
  started: number,
  setHeader: (name: string, value: string) => void,
): CallTrace | undefined {
  if (headers[BENCH_HEADER] === undefined) return undefined;
  const phases: string[] = [];
  const parts: string[] = [];
  let last = started;
  return {
    lap(phase, note) {
      const at = performance.now();
      phases.push(`${phase};dur=${(at - last).toFixed(2)}${note === undefined ? '' : `;desc="${note}"`}`);
      last = at;
      setHeader('server-timing', [...phases, `total;dur=${(at - started).toFixed(2)}`].join(', '));
    },
    part(key, part, fetched) {
      parts.push(`${key}=${partText(part, fetched)}`);
      setHeader(PREFETCH_HEADER, parts.join(', '));
    },
    silenced(cards) {
      if (cards > 0) setHeader(SILENCED_HEADER, String(cards));
    },
  };
}

function partText(part: ChartPart, fetched: boolean): string {
  if (part.state === 'failed') return `failed;why="${part.why.replace(/[^ -~]|["\\]/g, '?')}"`;
  if (part.state === 'absent') return 'missing';
  const count = part.state === 'none' ? 0 : part.resources.length;
  const found = part.state === 'incomplete' ? 'in-part' : count === 0 ? 'empty' : 'used';
  return `${fetched && found === 'used' ? 'fetched' : found};count=${count}${fetched ? ';from=server' : ''}`;
}
