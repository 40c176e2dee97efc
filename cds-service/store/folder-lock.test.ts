import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { claimFolder, claimFolderInTime, FolderInUse } from './folder-lock.ts';

const folders: string[] = [];
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'genehook-claim-'));
  folders.push(made);
  return made;
}
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

describe('the claim of a folder', () => {
  const ENDED = '999999999 1';

  it('of a process that no longer runs is taken over, of one that runs it is not', () => {
    const data = folder();
    writeFileSync(join(data, 'genehook.pid'), ENDED);
    const release = claimFolder(data);
    expect(() => claimFolder(data)).toThrow(FolderInUse);
    expect(readdirSync(data)).toEqual(['genehook.pid']);
    release();
    expect(readdirSync(data)).toEqual([]);
  });

  it('of many processes that claim at once after a crash one gets it, a hundred times', async () => {
    const processes = await Promise.all(Array.from({ length: 4 }, claimer));
    const outcomes = new Set<string>();
    for (let round = 0; round < 100; round += 1) {
      const data = folder();
      writeFileSync(join(data, 'genehook.pid'), ENDED);
      const said = await Promise.all(processes.map(async (one) => one.claim(data)));
      outcomes.add([...said.toSorted(), ...readdirSync(data)].join(' '));
    }
    await Promise.all(processes.map(async (one) => one.end()));
    expect([...outcomes]).toEqual(['FolderInUse FolderInUse FolderInUse claimed genehook.pid']);
  });

  it('whoever dies while taking over is taken over from in turn', () => {
    const data = folder();
    writeFileSync(join(data, 'genehook.pid'), ENDED);
    const after = createHash('sha256').update(ENDED).digest('hex').slice(0, 16);
    writeFileSync(join(data, `genehook.pid.after-${after}`), '999999998 1');
    const release = claimFolder(data);
    expect(readdirSync(data)).toEqual(['genehook.pid']);
    expect(() => claimFolder(data)).toThrow(FolderInUse);
    release();
  });

  it('that is empty is being written; an old empty one was left by a crash', () => {
    const data = folder();
    const path = join(data, 'genehook.pid');
    writeFileSync(path, '');
    expect(() => claimFolder(data)).toThrow(FolderInUse);
    utimesSync(path, 1_000, 1_000);
    claimFolder(data)();
    expect(readdirSync(data)).toEqual([]);
  });

  it.each<[string, (own: string) => string]>([
    ['this very number and start: the machine started the same way before', (own) => own.replace(/ \w{16} /, ' 0123456789abcdef ')],
    ['a number in use by now, with another start', (own) => own.replace(/^\d+ \d*/, '1 1')],
    ['a process that ended, of a release before this one', () => '999999999 1 0123456789abcdef'],
    ['no sense at all', () => 'nonsense'],
  ])('of %s is taken over', (_name, made) => {
    const data = folder();
    const path = join(data, 'genehook.pid');
    const release = claimFolder(data);
    const own = readFileSync(path, 'utf8');
    release();
    writeFileSync(path, made(own));
    const again = claimFolder(data);
    expect(readFileSync(path, 'utf8')).not.toBe(made(own));
    again();
    expect(readdirSync(data)).toEqual([]);
  });

  it('is given back once: what another has claimed since stays', () => {
    const data = folder();
    const release = claimFolder(data);
    release();
    const other = claimFolder(data);
    release();
    expect(() => claimFolder(data)).toThrow(FolderInUse);
    other();
    expect(readdirSync(data)).toEqual([]);
  });
});

describe('the claim of a process that cannot be seen from here', () => {
  /** As another container leaves it: the same machine, its own process numbers. */
  const ELSEWHERE = `1 1 0123456789abcdef ${hostname()}|boot|pid:[1]`;
  function claimed(secondsAgo: number): string {
    const data = folder();
    const path = join(data, 'genehook.pid');
    writeFileSync(path, ELSEWHERE);
    renewed(path, secondsAgo);
    return data;
  }
  function renewed(path: string, secondsAgo: number): void {
    const at = new Date(Date.now() - secondsAgo * 1_000);
    utimesSync(path, at, at);
  }
  const renewals = (path: string): number => statSync(path).mtimeMs;

  it.each([
    ['renewed a moment ago: it runs', 1, false],
    ['not renewed for long: it has ended', 60, true],
    ['renewed in the future: the clock was put back, it has ended', -3_600, true],
  ])('%s', (_name, secondsAgo, free) => {
    const data = claimed(secondsAgo);
    if (free) claimFolder(data)();
    else expect(() => claimFolder(data)).toThrow(/of another container or machine/);
    expect(readdirSync(data)).toEqual(free ? [] : ['genehook.pid']);
  });

  it('who is dying while taking over is given the same time', () => {
    const data = folder();
    writeFileSync(join(data, 'genehook.pid'), '999999999 1');
    const step = join(data, `genehook.pid.after-${createHash('sha256').update('999999999 1').digest('hex').slice(0, 16)}`);
    writeFileSync(step, ELSEWHERE);
    expect(() => claimFolder(data)).toThrow(FolderInUse);
    renewed(step, 60);
    claimFolder(data)();
    expect(readdirSync(data)).toEqual([]);
  });

  describe('in time', () => {
    beforeEach(() => vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it('is waited for until it counts as ended', async () => {
      const data = claimed(1);
      const waiting = claimFolderInTime(data);
      await vi.advanceTimersByTimeAsync(15_000);
      expect(readFileSync(join(data, 'genehook.pid'), 'utf8')).toBe(ELSEWHERE);
      await vi.advanceTimersByTimeAsync(10_000);
      (await waiting)();
    });

    it('is refused as soon as it is seen to be renewed', async () => {
      const data = claimed(1);
      const waiting = claimFolderInTime(data).then(
        () => 'claimed',
        (error: Error) => error.name,
      );
      await vi.advanceTimersByTimeAsync(1_500);
      renewed(join(data, 'genehook.pid'), 0);
      await vi.advanceTimersByTimeAsync(1_500);
      expect(await waiting).toBe('FolderInUse');
    });

    it('own claims are renewed as long as they are held', async () => {
      const data = folder();
      const path = join(data, 'genehook.pid');
      const release = claimFolder(data);
      renewed(path, 60);
      await vi.advanceTimersByTimeAsync(5_000);
      expect(Math.abs(renewals(path) - Date.now())).toBeLessThanOrEqual(2_000);
      release();
      writeFileSync(path, ELSEWHERE);
      renewed(path, 60);
      const before = renewals(path);
      await vi.advanceTimersByTimeAsync(5_000);
      expect(renewals(path)).toBe(before);
    });
  });
});

type Claimer = { readonly claim: (folder: string) => Promise<string>; readonly end: () => Promise<void> };

/** A process that claims each folder it is told and says what came of it; ready when this resolves. */
async function claimer(): Promise<Claimer> {
  const lock = new URL('./folder-lock.ts', import.meta.url).href;
  const program = `
    const { claimFolder } = await import(${JSON.stringify(lock)});
    const { createInterface } = await import('node:readline');
    console.log('ready');
    for await (const folder of createInterface({ input: process.stdin })) {
      try { claimFolder(folder); console.log('claimed'); } catch (error) { console.log(error.name); }
    }`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string> => String((await lines.next()).value);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  if ((await line()) !== 'ready') throw new Error('the process did not start');
  return {
    claim: async (data) => {
      child.stdin.write(`${data}\n`);
      return line();
    },
    end: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
