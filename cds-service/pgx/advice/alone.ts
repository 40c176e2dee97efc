/**
 * Guidelines grade combinations of results as optional because little data exist for them, even where one of the two results alone is a
 * strong reason to change the order (CPIC tricyclics 2016: CYP2D6 poor metabolizer; statins 2022: ABCG2 poor function). A patient with both
 * must not hear less than a patient with one.
 */
import type { PgxGene, Recommendation } from '../../knowledge/pgx/types.ts';
import { actionable, strengthRank } from './severity.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export interface Alone {
  readonly gene: string;
  readonly value: string;
  readonly strength: 'strong' | 'moderate';
}

/**
 * The strongest row of the group that asks for a change because of one of this row's results alone, the other genes normal or without a
 * result. Undefined unless the row itself is optional and asks for a change.
 */
export function reasonAlone(
  row: Recommendation,
  rows: readonly Recommendation[],
  genes: Readonly<Record<string, PgxGene>>,
): Alone | undefined {
  if (row.strength !== 'optional' || !actionable(row.action) || row.when.length < 2) return undefined;
  const found = rows.flatMap((other): Alone[] => {
    const { strength } = other;
    if ((strength !== 'strong' && strength !== 'moderate') || !actionable(other.action) || other.action === 'monitor') return [];
    const departing = other.when.filter((when) => !isQuiet(when, genes));
    const [only] = departing;
    if (only === undefined || departing.length > 1) return [];
    const same = row.when.some(({ gene, value }) => gene === only.gene && value === only.value);
    return same ? [{ gene: only.gene, value: only.value, strength }] : [];
  });
  return found.sort((a, b) => strengthRank(b.strength) - strengthRank(a.strength) || a.gene.localeCompare(b.gene))[0];
}

/** Normal, or no result that would speak. */
function isQuiet({ gene, value }: Recommendation['when'][number], genes: Readonly<Record<string, PgxGene>>): boolean {
  const phenotype = entryOf(entryOf(genes, gene)?.scores, value) ?? value;
  return /^normal /i.test(phenotype) || value.endsWith(' negative') || ['No Result', 'Indeterminate', 'n/a'].includes(value);
}
