/** When a command installs the packages, tried with a stand-in for npm. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const home = mkdtempSync(join(tmpdir(), 'genehook-install-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const HOUR = 3_600;
const at = (path: string, seconds: number): void => utimesSync(path, seconds, seconds);

/** A checkout whose lock file is an hour newer than what is installed, and what `npm` was asked to do in it. */
function asked(name: string, install: (folder: string) => void): string {
  const folder = join(home, name);
  mkdirSync(join(folder, 'scripts'), { recursive: true });
  mkdirSync(join(folder, 'bin'));
  cpSync(join(import.meta.dirname, 'root.mjs'), join(folder, 'scripts', 'root.mjs'));
  writeFileSync(join(folder, 'package-lock.json'), '{}');
  const log = join(folder, 'asked');
  writeFileSync(log, '');
  writeFileSync(join(folder, 'bin', 'npm'), `#!/bin/sh\necho "$@" >> ${log}\n`);
  chmodSync(join(folder, 'bin', 'npm'), 0o755);
  install(folder);
  at(join(folder, 'package-lock.json'), 10 * HOUR);
  const program = `import { ensureInstalled } from './scripts/root.mjs'; ensureInstalled({ quiet: true });`;
  const env = { ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}` };
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd: folder, env, encoding: 'utf8' });
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  return readFileSync(log, 'utf8').trim();
}

function installed(folder: string, seconds: number): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.package-lock.json'), '{}');
  at(join(folder, '.package-lock.json'), seconds);
}

describe.skipIf(process.platform === 'win32')('packages are installed', () => {
  it('when there are none', () => expect(asked('none', () => undefined)).toMatch(/^ci /));
  it('when they are older than the lock file', () =>
    expect(asked('older', (folder) => installed(join(folder, 'node_modules'), 9 * HOUR))).toMatch(/^ci /));
  it('not when they are newer', () => expect(asked('newer', (folder) => installed(join(folder, 'node_modules'), 11 * HOUR))).toBe(''));
  it('not through a link: npm would empty the folder of whoever they belong to', () =>
    expect(
      asked('linked', (folder) => {
        installed(join(home, 'elsewhere'), 9 * HOUR);
        symlinkSync(join(home, 'elsewhere'), join(folder, 'node_modules'));
      }),
    ).toBe(''));
});
