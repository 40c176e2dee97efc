import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { errorInWords, readJsonFile } from './json-file.ts';

function file(content?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'genehook-json-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'file.json');
  if (content !== undefined) writeFileSync(path, content);
  return path;
}

function inWords(path: string): string {
  try {
    return JSON.stringify(readJsonFile(path));
  } catch (error) {
    return errorInWords(error);
  }
}

it.each([
  ['a file that is not there', undefined, 'PATH: cannot be opened (ENOENT)'],
  ['a file that is no JSON', '{', 'PATH: not JSON'],
  ['a byte order mark', '\uFEFF{"a":1}', '{"a":1}'],
])('%s', (_case, content, expected) => {
  const path = file(content);
  expect(inWords(path).replace(path, 'PATH')).toBe(expected);
});

it('a folder', () => {
  expect(inWords(tmpdir())).toContain('EISDIR');
});
