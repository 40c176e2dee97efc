/** Reads the tab-separated tables that the importers take: first line names the columns, no quoting. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type TsvRow = (column: string) => string;

/** Rows of `name` in `dir`; a missing column reads as an empty string. Throws when a required table is not there. */
export function readTsv(dir: string, name: string): TsvRow[] {
  const path = join(dir, name);
  if (!existsSync(path)) throw new Error(`${name} is missing from the folder given.`);
  return parseTsv(readFileSync(path, 'utf8'));
}

/** As `readTsv`; an optional table that is absent gives no rows. */
export function readOptionalTsv(dir: string, name: string): TsvRow[] {
  return existsSync(join(dir, name)) ? readTsv(dir, name) : [];
}

function parseTsv(text: string): TsvRow[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const header = (lines.shift() ?? '').split('\t');
  const index = new Map(header.map((column, i) => [column.trim(), i]));
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split('\t');
      return (column: string): string => cells[index.get(column) ?? -1]?.trim() ?? '';
    });
}

/** Splits a cell that lists several values; empty cells give an empty list. */
export function list(cell: string, separator = ';'): string[] {
  return cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
