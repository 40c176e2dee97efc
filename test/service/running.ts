/** The real service as its own process, for what only a process can show: start, crash, reload, two at once. */
import { spawn, type ChildProcess } from 'node:child_process';
import { program, ROOT } from './program.ts';

export interface RunningService {
  readonly url: string;
  readonly process: ChildProcess;
  output(): string;
  /** Waits for its end after this signal; resolves with the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export async function startService(env: Readonly<Record<string, string>>): Promise<RunningService> {
  const child = spawnService(env);
  const url = await new Promise<string>((resolve, reject) => {
    child.process.stdout?.on('data', () => {
      const found = /listening on (http:\S+)/.exec(child.output())?.[1];
      if (found !== undefined) resolve(found);
    });
    child.process.once('exit', () => reject(new Error(`The service did not start:\n${child.output()}`)));
  });
  return {
    url,
    ...child,
    end: (signal) =>
      new Promise((resolve) => {
        child.process.once('exit', (code) => resolve(code));
        child.process.kill(signal);
      }),
  };
}

/** Runs it until it ends by itself. */
export async function runToEnd(env: Readonly<Record<string, string>>): Promise<{ code: number | null; output: string }> {
  const child = spawnService(env);
  const code = await new Promise<number | null>((resolve) => {
    child.process.once('exit', resolve);
  });
  return { code, output: child.output() };
}

const children = new Set<ChildProcess>();

/** Ends every service that a test left behind, so that a failed test does not leave processes. */
export function endAll(): void {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
}

function spawnService(env: Readonly<Record<string, string>>): { process: ChildProcess; output: () => string } {
  const { DATABASE_URL: _url, GENEHOOK_TRUST: _trust, ...inherited } = process.env;
  const child = spawn(process.execPath, program('main'), {
    cwd: ROOT,
    env: { ...inherited, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { process: child, output: () => text };
}

export async function postJson(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
}
