import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './import-rules.ts';

const root = join(import.meta.dirname, '..');
/** Rooms that read charts and calls; importers and commands read files of their own. */
const OF_CHARTS =
  /^(?:fhir-profiles|models|cds-service)\/(?!train\/|knowledge\/import\/|cli\/|medplum\/|setup-sheet\/|request-check\/|store\/)/;
const TABLE = /\bconst ([A-Z][A-Z0-9_]*): Readonly<Record<string, /g;

/** Tables with words for keys that are asked by index, so that 'constructor' in a chart would be answered with a function. */
function askedByIndex(text: string): string[] {
  const names = [...text.matchAll(TABLE)].map(([, name = '']) => name);
  return names.filter((name) => new RegExp(String.raw`(?<![\w.])${name}(?:\?\.)?\[(?!['"])`).test(text));
}

describe('tables whose keys are words', () => {
  it('are asked through entryOf, which knows nothing that an object inherits', () => {
    const files = sourceFiles(root).filter((file) => OF_CHARTS.test(file) && !file.endsWith('.test.ts'));
    const found = files.flatMap((file) => askedByIndex(readFileSync(join(root, file), 'utf8')).map((name) => `${file}: ${name}`));
    expect(found).toEqual([]);
  });

  it.each([
    ['const A: Readonly<Record<string, string>> = {};\nconst b = A[code];', ['A']],
    ['const A: Readonly<Record<string, string>> = {};\nconst b = entryOf(A, code);', []],
    [`const A: Readonly<Record<string, string>> = {};\nconst b = A['known'];`, []],
  ])('%s', (text, names) => {
    expect(askedByIndex(text)).toEqual(names);
  });
});
