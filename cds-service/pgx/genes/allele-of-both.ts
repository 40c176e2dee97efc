/**
 * Two alleles found each for itself may be one allele that holds the changes of both: TPMT *3B and *3C are together *3A, CYP2B6 *4 and *9 together *6,
 * NUDT15 *3 and *6 together *2 (the alleles' positions in CPIC's definition tables).
 */
import type { PgxGene } from '../../knowledge/pgx/types.ts';

/** The allele whose positions are exactly those of the two; null where there is none. */
export function alleleOfBoth(gene: PgxGene, one: string, two: string): string | null {
  const first = changesOf(gene, one);
  const second = changesOf(gene, two);
  const both = new Set([...first, ...second]);
  if (first.length === 0 || second.length === 0 || both.size < first.length + second.length) return null;
  const fitting = Object.keys(gene.alleles).filter((name) => {
    const own = changesOf(gene, name);
    return own.length === both.size && own.every((change) => both.has(change));
  });
  const [only, ...others] = fitting;
  return only === undefined || others.length > 0 ? null : only;
}

const changesOf = ({ positions = [] }: PgxGene, allele: string): readonly string[] =>
  positions.flatMap(({ hgvs, carriers }) =>
    Object.entries(carriers).flatMap(([base, names]) => (names.includes(allele) ? [`${hgvs} ${base}`] : [])),
  );
