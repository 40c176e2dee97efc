/**
 * Sends requests over a fixed number of connections and says how fast they were answered. Plain sockets and ready bytes: the
 * generator shares the machine with what it measures, so it must cost little.
 */
import { connect, type Socket } from 'node:net';

export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Answers other than 200. */
  readonly failed: number;
  readonly count: number;
}

/** One stretch of load; several can be summed up. */
export interface Stretch {
  readonly seconds: number;
  readonly count: number;
  readonly failed: number;
  /** Milliseconds of each answer; the last ones when there were very many. */
  readonly times: Float64Array;
}

export interface LoadSetting {
  readonly url: string;
  /** Must have the same length each time it is called for one index. */
  readonly body: (index: number) => Buffer;
  readonly token?: (index: number) => string;
  readonly connections: number;
  /** How many requests; or for how long, milliseconds. */
  readonly count?: number;
  readonly milliseconds?: number;
}

const SAMPLES = 2_000_000;

export async function load(setting: LoadSetting): Promise<LoadResult> {
  return summed([await stretch(setting)]);
}

export function summed(stretches: readonly Stretch[]): LoadResult {
  const total = (of: (one: Stretch) => number): number => stretches.reduce((sum, one) => sum + of(one), 0);
  const sorted = Float64Array.from(stretches.flatMap(({ times }) => [...times])).sort();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const count = total((one) => one.count);
  const perSecond = count / total((one) => one.seconds);
  return { perSecond, p50: at(0.5), p95: at(0.95), p99: at(0.99), failed: total((one) => one.failed), count };
}

export async function stretch(setting: LoadSetting): Promise<Stretch> {
  const { hostname, port, pathname } = new URL(setting.url);
  const most = setting.count ?? Number.MAX_SAFE_INTEGER;
  const until = performance.now() + (setting.milliseconds ?? Number.MAX_SAFE_INTEGER);
  const times = new Float64Array(Math.min(most, SAMPLES));
  let next = 0;
  let failed = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: setting.connections }, async () => {
      const line = await openLine(hostname, Number(port));
      while (next < most && performance.now() < until) {
        const index = next;
        next += 1;
        const body = setting.body(index);
        const authorization = setting.token === undefined ? '' : `authorization: Bearer ${setting.token(index)}\r\n`;
        const head = `POST ${pathname} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: application/json\r\n${authorization}content-length: ${body.length}\r\n\r\n`;
        const sent = performance.now();
        const status = await line.send(head, body);
        times[index % times.length] = performance.now() - sent;
        if (status !== 200) failed += 1;
      }
      line.end();
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  return { seconds, count: next, failed, times: times.subarray(0, Math.min(next, times.length)) };
}

interface Line {
  /** Resolves with the status once the whole answer is here. */
  send(head: string, body: Buffer): Promise<number>;
  end(): void;
}

function openLine(host: string, port: number): Promise<Line> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ host, port, noDelay: true });
    let answered: (status: number) => void = () => undefined;
    let broken: (error: Error) => void = reject;
    let received: Buffer = Buffer.alloc(0);
    let expected = -1;
    let status = 0;
    socket.on('error', (error) => broken(error));
    socket.on('close', () => broken(new Error('The connection was closed')));
    socket.on('data', (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      if (expected === -1) {
        const end = received.indexOf('\r\n\r\n', 0, 'latin1');
        if (end === -1) return;
        const head = received.toString('latin1', 0, end);
        status = Number(head.slice(9, 12));
        expected = end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      }
      if (received.length < expected) return;
      received = Buffer.alloc(0);
      expected = -1;
      answered(status);
    });
    socket.once('connect', () =>
      resolve({
        send: (head, body) =>
          new Promise((done, fail) => {
            answered = done;
            broken = fail;
            socket.cork();
            socket.write(head, 'latin1');
            socket.write(body);
            socket.uncork();
          }),
        end() {
          broken = () => undefined;
          socket.destroy();
        },
      }),
    );
  });
}
