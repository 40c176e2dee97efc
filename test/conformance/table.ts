/**
 * Writes docs/conformance.md: each line of the CDS Hooks checklist and the tests that name it.
 * `npx tsx test/conformance/table.ts` writes it; the test beside it fails when the file is not what the tests say.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NOT_COVERED } from './not-covered.ts';

const LINES = 100;
const HERE = import.meta.dirname;
export const TABLE = join(HERE, '..', '..', 'docs', 'conformance.md');

export interface Coverage {
  readonly tests: ReadonlyMap<number, readonly string[]>;
  /** Lines that are neither tested nor excused. */
  readonly open: readonly number[];
}

export function coverage(): Coverage {
  const tests = new Map<number, string[]>();
  for (const file of readdirSync(HERE).filter((name) => name.endsWith('.test.ts'))) {
    const text = readFileSync(join(HERE, file), 'utf8');
    for (const [, , title = ''] of text.matchAll(/(['"`])((?:\[\d+\] ?)+[^\n]*?)\1,/g))
      for (const [, line] of title.matchAll(/\[(\d+)\]/g)) {
        const number = Number(line);
        tests.set(number, [...(tests.get(number) ?? []), `${file.replace('.test.ts', '')}: ${title.replace(/^(\[\d+\] ?)+/, '')}`]);
      }
  }
  const all = Array.from({ length: LINES }, (_, index) => index + 1);
  return { tests, open: all.filter((line) => !tests.has(line) && NOT_COVERED[line] === undefined) };
}

export function table(): string {
  const { tests, open } = coverage();
  const rows = Array.from({ length: LINES }, (_, index) => {
    const line = index + 1;
    const found = tests.get(line);
    const state = found !== undefined ? 'tested' : open.includes(line) ? '**open**' : 'not tested';
    const what = found === undefined ? (NOT_COVERED[line] ?? '') : found.map((name) => name.replaceAll('|', '\\|')).join('<br>');
    return `| ${line} | ${state} | ${what} |`;
  });
  return [
    '# Conformance with CDS Hooks',
    '',
    'Each line of the service checklist (numbers 1–100) and the tests in `test/conformance` that name it. Made by',
    '`npx tsx test/conformance/table.ts`; a test fails when this file is out of date.',
    '',
    `${tests.size} of ${LINES} lines are tested here.`,
    '',
    '| line | state | tests, or why there is none |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(TABLE, table());
