/** The reference tables that the checks run against, when they lie beside the checkout; nothing of them is shipped. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';

export const REFERENCE = join(packageRoot(), '..', 'shared', 'reference', 'oncology');
export const hasReference = existsSync(join(REFERENCE, 'civic', 'evidence_accepted_2026-05.tsv'));

export type Row = Readonly<Record<string, string>>;

export function readTable(...path: string[]): Row[] {
  const [head = '', ...lines] = readFileSync(join(REFERENCE, ...path), 'utf8').split(/\r?\n/);
  const columns = head.split('\t');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t');
      return Object.fromEntries(columns.map((column, at) => [column, (cells[at] ?? '').trim()]));
    });
}

/** Accepted predictive items of level A and B, as CIViC publishes them. */
export function predictiveAB(): Row[] {
  return readTable('civic', 'evidence_accepted_2026-05.tsv').filter(
    (row) => row['evidence_type'] === 'Predictive' && ['A', 'B'].includes(row['evidence_level'] ?? ''),
  );
}
export function cell(row: Row, column: string): string {
  return row[column] ?? '';
}
