/**
 * The pharmacogene at a place of GRCh38, for results that give a genomic place and no gene ("NC_000001.11:g.97450058C>T").
 * Spans: MANE Select transcripts 1.0 (NCBI, EMBL-EBI), none of which overlaps another protein-coding gene's; where the allele definitions of
 * CPIC and PharmVar count a position before the transcript begins, the span starts there. Genes that lie inside one another (UGT1A) and changes
 * far from their gene's transcript (VKORC1 -1639, IFNL3) are told by the defined positions alone. A test compares all with both sources.
 */
type Span = readonly [gene: string, chromosome: string, start: number, end: number];

export const PHARMACOGENE_SPANS: readonly Span[] = [
  ['ABCG2', '4', 88090269, 88158639],
  ['CACNA1S', '1', 201039512, 201112426],
  ['CFTR', '7', 117480025, 117668665],
  ['CYP2B6', '19', 40991224, 41018398],
  ['CYP2C19', '10', 94761900, 94855547],
  ['CYP2C9', '10', 94938658, 94990091],
  ['CYP2D6', '22', 42126499, 42130810],
  ['CYP3A4', '7', 99756967, 99784184],
  ['CYP3A5', '7', 99648194, 99679996],
  ['CYP4F2', '19', 15878023, 15898074],
  ['DPYD', '1', 97077743, 97921034],
  ['G6PD', 'X', 154531391, 154546846],
  ['NAT2', '8', 18391282, 18401218],
  ['NUDT15', '13', 48037726, 48047221],
  ['RYR1', '19', 38433691, 38587564],
  ['SLCO1B1', '12', 21131194, 21239796],
  ['TPMT', '6', 18128311, 18155077],
  ['VKORC1', '16', 31090854, 31094797],
  // Defined positions alone.
  ['IFNL3', '19', 39248147, 39248147],
  ['UGT1A1', '2', 233759924, 233759924],
  ['UGT1A1', '2', 233760233, 233760235],
  ['UGT1A1', '2', 233760498, 233760498],
  ['UGT1A1', '2', 233760973, 233760973],
  ['VKORC1', '16', 31096368, 31096368],
];

/** The gene of a place on GRCh38, counted from 1 (`chromosome`: "1" to "22", "X"); null when no span holds it. */
export function pharmacogeneAt(chromosome: string, position: number): string | null {
  const held = PHARMACOGENE_SPANS.find(([, on, start, end]) => on === chromosome && start <= position && position <= end);
  return held?.[0] ?? null;
}
