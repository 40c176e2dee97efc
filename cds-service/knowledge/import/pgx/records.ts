/** Reads one table of CPIC's own export: a JSON array as the API gives it, or CSV with the same columns. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type CpicRecord = Readonly<Record<string, unknown>>;

/** Rows of `name.json` or `name.csv` in `dir`; null when neither is there. */
export function readRecords(dir: string, name: string): CpicRecord[] | null {
  const json = join(dir, `${name}.json`);
  if (existsSync(json)) {
    const value: unknown = JSON.parse(readFileSync(json, 'utf8'));
    if (!Array.isArray(value)) throw new Error(`${name}.json is not a list of rows.`);
    return value.filter((row): row is CpicRecord => typeof row === 'object' && row !== null);
  }
  const csv = join(dir, `${name}.csv`);
  return existsSync(csv) ? parseCsv(readFileSync(csv, 'utf8')) : null;
}

/** RFC 4180 CSV: quoted cells may hold commas, quotes and line ends. */
export function parseCsv(text: string): CpicRecord[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const body = text.replace(/^\uFEFF/, '');
  for (let i = 0; i < body.length; i += 1) {
    const sign = body[i] ?? '';
    if (quoted && sign === '"' && body[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (sign === ',' && !quoted) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n' && !quoted) {
      rows.push([...cells, cell.replace(/\r$/, '')]);
      cells = [];
      cell = '';
    } else cell += sign;
  }
  if (cell !== '' || cells.length > 0) rows.push([...cells, cell]);
  const [header = [], ...records] = rows;
  return records
    .filter((row) => row.some((one) => one !== ''))
    .map((row) => Object.fromEntries(header.map((column, i) => [column.trim(), row[i] ?? ''])));
}

export const text = (row: CpicRecord, column: string): string => {
  const value = row[column];
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
};

/** A JSON object column, given as an object or as its text. */
export function map(row: CpicRecord, column: string): Record<string, string> {
  const value = row[column];
  const object: unknown = typeof value === 'string' && value.trim().startsWith('{') ? JSON.parse(value) : value;
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return {};
  return Object.fromEntries(Object.entries(object).map(([key, one]) => [key, String(one)]));
}

/** An array column: JSON array, or PostgreSQL's `{a,"b c"}`. */
export function items(row: CpicRecord, column: string): string[] {
  const value = row[column];
  if (Array.isArray(value)) return value.map(String);
  if (typeof value !== 'string' || value === '') return [];
  return value
    .replace(/^[{[]|[}\]]$/g, '')
    .split(',')
    .map((one) => one.trim().replace(/^"|"$/g, ''))
    .filter((one) => one !== '');
}
