import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { claimFolder, FolderInUse } from './folder-lock.ts';
import { placeFile } from './place-file.ts';
import { secretFor } from './secret.ts';

const folders: string[] = [];
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'genehook-place-'));
  folders.push(made);
  return made;
}
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

describe('a file that is there whole or not at all', () => {
  it('the first one stands; nothing is left beside it; only its owner reads it', () => {
    const path = join(folder(), 'one');
    expect([placeFile(path, 'first'), placeFile(path, 'second'), readFileSync(path, 'utf8')]).toEqual([true, false, 'first']);
    expect(readdirSync(join(path, '..'))).toEqual(['one']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('a folder that cannot be written is told', () => {
    const closed = folder();
    chmodSync(closed, 0o500);
    const tried = (): boolean => placeFile(join(closed, 'missing', 'one'), 'x');
    expect(tried).toThrow(/ENOENT|EACCES/);
  });
});

describe('the secret that the service makes for itself', () => {
  it('is made once and stays', () => {
    const data = folder();
    const made = secretFor(undefined, data);
    expect(made.length).toBeGreaterThanOrEqual(32);
    expect(secretFor(undefined, data)).toBe(made);
  });

  it.each([
    ['empty, as a full disk leaves it', ''],
    ['cut off', 'c2hvcnQ='],
  ])('%s: refused in words, not taken for one', (_name, text) => {
    const data = folder();
    writeFileSync(join(data, 'secret'), text);
    expect(() => secretFor(undefined, data)).toThrow(/GENEHOOK_DATA: the file "secret" .* is empty or cut off/);
  });
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
