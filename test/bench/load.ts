/** Sends a fixed number of requests over a fixed number of connections and says how fast they were answered. */
import { Agent, request } from 'undici';

export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly failed: number;
}

export async function load(setting: {
  readonly url: string;
  readonly bodies: (index: number) => Buffer;
  readonly headers: (index: number) => Record<string, string>;
  readonly count: number;
  readonly connections: number;
}): Promise<LoadResult> {
  const agent = new Agent({ connections: setting.connections, pipelining: 1 });
  const times = new Float64Array(setting.count);
  let next = 0;
  let failed = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: setting.connections }, async () => {
      while (next < setting.count) {
        const index = next;
        next += 1;
        const sent = performance.now();
        const answer = await request(setting.url, {
          method: 'POST',
          dispatcher: agent,
          headers: { 'content-type': 'application/json', ...setting.headers(index) },
          body: setting.bodies(index),
        });
        await answer.body.dump({ limit: 10_000_000 });
        times[index] = performance.now() - sent;
        if (answer.statusCode !== 200) failed += 1;
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  await agent.close();
  times.sort();
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: setting.count / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), failed };
}
