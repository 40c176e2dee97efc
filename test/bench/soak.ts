/** Memory and times over many requests: samples all along, and the slope of a line through the second half of them. */
import { BODIES } from './bench-bodies.ts';
import { load } from './load.ts';
import type { Measured } from './measured-process.ts';

export interface SoakSetting {
  readonly connections: number;
  /** Requests in all, when `minutes` is 0. */
  readonly count: number;
  readonly minutes: number;
  readonly say: (line: string) => void;
}

/** Every tenth request brings a chart never seen, the others one seen a moment ago: both ways through the service are soaked. */
const mixed = (index: number): Buffer => (index % 10 === 0 ? BODIES['new chart'](index) : BODIES['same chart'](index));

export async function soak(service: Measured, path: string, setting: SoakSetting): Promise<Record<string, number>> {
  const step = setting.minutes > 0 ? { milliseconds: 15_000 } : { count: Math.ceil(setting.count / 40) };
  const until = performance.now() + setting.minutes * 60_000;
  const samples: { readonly at: number; readonly mb: number }[] = [];
  let done = 0;
  let failed = 0;
  let worst = 0;
  while (setting.minutes > 0 ? performance.now() < until : done < setting.count) {
    const first = done;
    const result = await load({
      url: `${service.url}${path}`,
      body: (index) => mixed(first + index),
      connections: setting.connections,
      ...step,
    });
    done += result.count;
    failed += result.failed;
    worst = Math.max(worst, result.p99);
    samples.push({ at: done, mb: service.residentMb() });
    setting.say(
      `after ${done} requests: ${samples.at(-1)?.mb.toFixed(0) ?? '?'} MB resident, ${result.perSecond.toFixed(0)}/s, p99 ${result.p99.toFixed(1)} ms`,
    );
  }
  const half = samples.slice(Math.floor(samples.length / 2));
  const slope = slopeOf(half) * 100_000;
  setting.say(
    `${done} requests, ${failed} failed; second half: ${slope.toFixed(1)} MB per 100,000 requests; worst p99 ${worst.toFixed(1)} ms`,
  );
  return { 'soak requests': done, 'soak failed': failed, 'soak MB per 100,000 requests': slope, 'soak worst p99 ms': worst };
}

/** Least squares: MB per request. */
function slopeOf(samples: readonly { readonly at: number; readonly mb: number }[]): number {
  const mean = (of: (sample: { at: number; mb: number }) => number) => samples.reduce((sum, item) => sum + of(item), 0) / samples.length;
  const [at, mb] = [mean((item) => item.at), mean((item) => item.mb)];
  const above = samples.reduce((sum, item) => sum + (item.at - at) * (item.mb - mb), 0);
  const below = samples.reduce((sum, item) => sum + (item.at - at) ** 2, 0);
  return below === 0 ? 0 : above / below;
}
