import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
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
