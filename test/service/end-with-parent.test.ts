/** A service that another program starts for itself ends with that program, however it ended. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { END_WITH_PARENT, onOrphaned } from '../../cds-service/operation/signals.ts';
import { startStack } from '../../fixtures/sandbox/stack.ts';
import { program, ROOT } from './program.ts';

vi.setConfig({ testTimeout: 120_000 });
const data = mkdtempSync(join(tmpdir(), 'genehook-parent-'));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(data, { recursive: true, force: true });
});

/** Ends its standard input, as the end of the parent does, once it has said this (at once when absent). */
async function endInput(marked: boolean, once?: RegExp): Promise<'ended' | 'goes on'> {
  const { DATABASE_URL: _url, GENEHOOK_TRUST: _trust, ...inherited } = process.env;
  const child = spawn(process.execPath, [...program('main'), ...(marked ? [END_WITH_PARENT] : [])], {
    cwd: ROOT,
    env: { ...inherited, PORT: '0', GENEHOOK_DATA: data },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const gone = new Promise<'ended'>((resolve) => child.once('exit', () => resolve('ended')));
  try {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    if (once !== undefined) await expect.poll(() => said, { timeout: 60_000 }).toMatch(once);
    child.stdin.end();
    const later = new Promise<'goes on'>((resolve) => setTimeout(() => resolve('goes on'), marked ? 60_000 : 1_500));
    return await Promise.race([gone, later]);
  } finally {
    child.kill('SIGKILL');
    await gone;
  }
}

describe('a service that ends with its parent', () => {
  it('while it starts, and when it runs', async () => {
    expect(await endInput(true)).toBe('ended');
    expect(await endInput(true, /listening on/)).toBe('ended');
  });

  it('one that nobody told so goes on without standard input', async () => {
    expect(await endInput(false, /listening on/)).toBe('goes on');
  });
});

it('a sandbox that is ended while it starts leaves neither service nor folder', async () => {
  const place = mkdtempSync(join(tmpdir(), 'genehook-given-up-'));
  vi.stubEnv('TMPDIR', place);
  const given = new AbortController();
  const lines: string[] = [];
  const starting = startStack({ signal: given.signal, onServiceLog: (line) => lines.push(line) });
  given.abort();
  await expect(starting).rejects.toThrow('The start was given up');
  expect(readdirSync(place).filter((name) => name.startsWith('genehook-sandbox-'))).toEqual([]);
  rmSync(place, { recursive: true, force: true });
});

describe('a program that npm started', () => {
  it('stops when npm is gone, once', async () => {
    vi.stubEnv('npm_lifecycle_event', 'start');
    let parent = 41;
    vi.spyOn(process, 'ppid', 'get').mockImplementation(() => parent);
    const stop = vi.fn();
    onOrphaned(stop, 5);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(stop).not.toHaveBeenCalled();
    parent = 1;
    await expect.poll(() => stop.mock.calls.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('one that somebody else started is nobody’s to stop', async () => {
    vi.stubEnv('npm_lifecycle_event', undefined);
    let parent = 41;
    vi.spyOn(process, 'ppid', 'get').mockImplementation(() => parent);
    const stop = vi.fn();
    onOrphaned(stop, 5);
    parent = 1;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(stop).not.toHaveBeenCalled();
  });
});
