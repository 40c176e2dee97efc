/** A program under measurement: started, asked what it costs (CPU and memory, with its children), stopped. Linux only. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measured {
  readonly url: string;
  /** Milliseconds from start to the line that says it listens. */
  readonly ready: number;
  /** CPU seconds used so far by all its processes and threads. */
  cpuSeconds(): number;
  /** Resident memory of all its processes, MB. */
  residentMb(): number;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

const TICKS_PER_SECOND = 100;

export async function startMeasured(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Measured> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /listening on (\S+)/.exec(chunk.toString())?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${String(code)}`)));
  });
  const ready = performance.now() - began;
  const processes = (): number[] => withChildren(child.pid ?? 0);
  return {
    url,
    ready,
    child,
    cpuSeconds: () => sum(processes().map(ticksOf)) / TICKS_PER_SECOND,
    residentMb: () => sum(processes().map(residentKb)) / 1024,
    stop: () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function withChildren(pid: number): number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return [pid, ...children.flatMap(withChildren)];
  } catch {
    return [];
  }
}

/** User and system time of all threads of a process. */
function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}

function residentKb(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
