/** Guideline rows that answer the same question: one drug, one body, one population. What can be known of them ahead is kept. */
import type { Recommendation } from '../../knowledge/pgx/types.ts';

export interface RowGroup {
  readonly body: Recommendation['body'];
  readonly population: string;
  readonly rows: readonly Recommendation[];
  /** Genes that the rows ask for, sorted. */
  readonly genes: readonly string[];
  /** Gene → every value that some row asks for. */
  readonly offered: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rows that ask for all genes of the group, by their values in gene order (`rowKey`). */
  readonly byValues: ReadonlyMap<string, readonly Recommendation[]>;
  /** Rows of a fixed combination with this drug. */
  readonly inProductWith?: string;
}

export function rowKey(values: readonly string[]): string {
  return values.join('|');
}

/** CPIC's rows of one population belong together; DPWG and FDA rows on separate genes stand side by side. */
export function rowGroups(rows: readonly Recommendation[]): RowGroup[] {
  const groups = new Map<string, Recommendation[]>();
  for (const row of rows) {
    const genes = row.body === 'CPIC' ? '' : [...new Set(row.when.map(({ gene }) => gene))].sort().join('+');
    const key = `${row.population}|${genes}|${row.inProductWith ?? ''}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return [...groups.values()].map(groupOf);
}

function groupOf(rows: readonly Recommendation[]): RowGroup {
  const offered = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const { gene, value } of row.when) offered.set(gene, (offered.get(gene) ?? new Set<string>()).add(value));
  }
  const [first] = rows;
  const genes = [...offered.keys()].sort();
  const byValues = new Map<string, Recommendation[]>();
  for (const row of rows) {
    if (new Set(row.when.map(({ gene }) => gene)).size !== genes.length || row.when.length !== genes.length) continue;
    const key = rowKey(genes.map((gene) => row.when.find((when) => when.gene === gene)?.value ?? ''));
    byValues.set(key, [...(byValues.get(key) ?? []), row]);
  }
  return {
    body: first?.body ?? 'CPIC',
    population: first?.population ?? 'general',
    rows,
    genes,
    offered,
    byValues,
    ...(first?.inProductWith === undefined ? {} : { inProductWith: first.inProductWith }),
  };
}
