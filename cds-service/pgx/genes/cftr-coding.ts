/**
 * Coding positions of CFTR (NM_000492) from places on GRCh38, so that "c.1652G>A" is known as the G551D of the ivacaftor list, which names
 * alleles by protein and by older names. Bounds of the exons: PyPGx gene table, read 2026-11-22 (RefSeq); a test holds every allele of the list
 * that is named by protein against its codon.
 */
import type { PgxGene } from '../../knowledge/pgx/types.ts';

/** First and last base of each coding exon. The first begins here with the start codon. */
const EXONS: readonly (readonly [first: number, last: number])[] = [
  [117480095, 117480147],
  [117504253, 117504363],
  [117509034, 117509142],
  [117530899, 117531114],
  [117534276, 117534365],
  [117535248, 117535411],
  [117536548, 117536673],
  [117540100, 117540346],
  [117542016, 117542108],
  [117548641, 117548823],
  [117559464, 117559655],
  [117587739, 117587833],
  [117590353, 117590439],
  [117591934, 117592657],
  [117594930, 117595058],
  [117602826, 117602863],
  [117603532, 117603782],
  [117606674, 117606753],
  [117610519, 117610669],
  [117611581, 117611808],
  [117614613, 117614713],
  [117627522, 117627770],
  [117642438, 117642593],
  [117652842, 117652931],
  [117664688, 117664860],
  [117665459, 117665564],
  [117666908, 117667108],
];

/** Number of the coding base at a place; null outside the exons. */
export function codingPosition(place: number): number | null {
  let before = 0;
  for (const [first, last] of EXONS) {
    if (first <= place && place <= last) return before + place - first + 1;
    before += last - first + 1;
  }
  return null;
}

/** `c.1652G>A` → `G551D`, for every single-base change that one allele of the list is defined by. */
export function codingNames(gene: PgxGene): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { hgvs, ref, carriers } of gene.positions ?? []) {
    const place = Number(/^g\.(\d+)[ACGT]>/.exec(hgvs ?? '')?.[1] ?? NaN);
    const coding = codingPosition(place);
    if (coding === null) continue;
    for (const [alt, alleles] of Object.entries(carriers)) {
      const alone = alleles.filter((allele) => !allele.includes(','));
      if (alone.length === 1 && alone[0] !== undefined) names.set(`c.${String(coding)}${ref}>${alt}`.toLowerCase(), alone[0]);
    }
  }
  return names;
}
