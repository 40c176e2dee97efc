/** Reads a tab-separated file with a header line and no quoting, as rows by column name. */
import { readFileSync } from 'node:fs';

export type TsvRow = (column: string) => string;

/** A column that the file does not have is an error: a release with other columns must not import half-read. */
export function readTsv(path: string): TsvRow[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').split(/\r?\n/);
  const columns = new Map(head.split('\t').map((name, at) => [name, at]));
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t');
      return (column) => {
        const at = columns.get(column);
        if (at === undefined) throw new Error(`${path} has no column ${column}`);
        return (cells[at] ?? '').trim();
      };
    });
}
