/**
 * Rows of a comma-separated table (RFC 4180: quoted cells may hold commas, doubled quotation marks and line breaks) as they stream in. A row that
 * cannot be read is given with what is wrong and where; those behind it are read.
 */
import { splitCsvLine } from './csv-line.ts';

export interface CsvRecord {
  readonly line: number;
  readonly row: Readonly<Record<string, string>>;
  /** Why the row must not be used. */
  readonly fault: string | null;
}

/** A cell that runs over more lines than this has lost its closing quotation mark. */
const MOST_LINES = 20;

/** Throws when there is no header line, or when it is not separated by commas. */
export async function* csvRecords(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<CsvRecord> {
  let header: readonly string[] | null = null;
  for await (const { line, text, fault } of joined(lines)) {
    if (text.trim() === '') continue;
    const cells = splitCsvLine(text);
    if (header === null) {
      header = headerOf(text, cells);
      continue;
    }
    const names: readonly string[] = header;
    const row = Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
    const counted =
      cells.length === names.length
        ? null
        : `line ${line} has ${cells.length} ${cells.length === 1 ? 'column' : 'columns'} instead of ${names.length}`;
    yield { line, row, fault: fault ?? counted };
  }
  if (header === null) throw new Error('it is empty: a header line with column names is needed');
}

function headerOf(text: string, cells: readonly string[]): readonly string[] {
  const other = cells.length === 1 ? /[;\t|]/.exec(text)?.[0] : undefined;
  if (other !== undefined) throw new Error(`its columns are separated by ${other === '\t' ? 'tabs' : `“${other}”`}; commas are expected`);
  const names = cells.map((name) => name.trim());
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`it has the column ${twice} twice`);
  return names;
}

interface Joined {
  readonly line: number;
  readonly text: string;
  readonly fault: string | null;
}

/** Lines, those joined that stand inside one quoted cell. */
async function* joined(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Joined> {
  let number = 0;
  let open: string[] = [];
  for await (const raw of lines) {
    number += 1;
    open.push(number === 1 ? raw.replace(/^\uFEFF/, '') : raw);
    const text = open.join('\n');
    if (isClosed(text)) yield { line: number - open.length + 1, text, fault: null };
    else if (open.length < MOST_LINES) continue;
    else yield* eachAlone(open, number - open.length + 1);
    open = [];
  }
  yield* eachAlone(open, number - open.length + 1);
}

/** The quotation mark of the first line is not closed; the lines behind it count as lines of their own. */
function* eachAlone(lines: readonly string[], first: number): Generator<Joined> {
  for (const [at, text] of lines.entries()) {
    const fault = isClosed(text) ? null : `a quotation mark in line ${first + at} is not closed`;
    yield { line: first + at, text: fault === null ? text : text.replaceAll('"', ''), fault };
  }
}

const isClosed = (text: string): boolean => (text.match(/"/g)?.length ?? 0) % 2 === 0;
