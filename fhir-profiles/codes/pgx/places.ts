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
  // The revised Cambridge Reference Sequence, NC_012920.1 (NCBI: RNR1 648..1601).
  ['MT-RNR1', 'MT', 648, 1601],
  // Defined positions alone.
  ['IFNL3', '19', 39248147, 39248147],
  ['UGT1A1', '2', 233759924, 233759924],
  ['UGT1A1', '2', 233760233, 233760235],
  ['UGT1A1', '2', 233760498, 233760498],
  ['UGT1A1', '2', 233760973, 233760973],
  ['VKORC1', '16', 31096368, 31096368],
];

/** The gene of a place on GRCh38, counted from 1 (`chromosome`: "1" to "22", "X", "MT"); null when no span holds it. */
export function pharmacogeneAt(chromosome: string, position: number): string | null {
  const held = PHARMACOGENE_SPANS.find(([, on, start, end]) => on === chromosome && start <= position && position <= end);
  return held?.[0] ?? null;
}

/**
 * How much further on GRCh38 counts than GRCh37, and between which places of GRCh38 that holds: from the first exon to the last whose bounds
 * differ by the same number of bases on both assemblies (bounds of all exons on both: PyPGx gene table, read 2026-11-22), and to the defined
 * positions just before them. Where bases were put in or taken out between exons (CYP2B6, intron 1), only what lies behind is translated.
 */
const FURTHER: readonly (readonly [gene: string, further: number, start: number, end: number])[] = [
  // The one defined position (rs2231142), 4:89052323 on GRCh37 in several public variant tables (read 2026-11-23).
  ['ABCG2', -921152, 88131171, 88131171],
  ['CACNA1S', 30872, 201039512, 201112426],
  ['CFTR', 359946, 117504252, 117667108],
  ['CYP2B6', -505905, 41004001, 41018398],
  ['CYP2C19', -1759757, 94761900, 94855547],
  ['CYP2C9', -1759757, 94938658, 94990091],
  ['CYP2D6', -396002, 42126499, 42130810],
  ['CYP3A4', 402377, 99760818, 99784184],
  ['CYP3A5', 402377, 99648194, 99679996],
  ['CYP4F2', -110810, 15879345, 15898074],
  ['DPYD', -465556, 97082329, 97921034],
  // Five defined positions from the last exon to the second, as gnomAD and tables of microarrays number them on GRCh37 (read 2026-11-23).
  ['G6PD', 771785, 154532046, 154546131],
  ['NAT2', 142490, 18391282, 18401218],
  ['NUDT15', -574136, 48037726, 48047221],
  ['RYR1', -490640, 38440744, 38587564],
  ['SLCO1B1', -152934, 21131194, 21239796],
  ['TPMT', -231, 18128311, 18155077],
  ['UGT1A1', -908646, 233759924, 233773300],
  ['VKORC1', -11321, 31091342, 31096368],
];

/** The place on GRCh38 of a place on GRCh37 inside a pharmacogene; null where it cannot be told. */
export function onGrch38(chromosome: string, position: number): number | null {
  for (const [gene, further, start, end] of FURTHER) {
    const place = position + further;
    if (start <= place && place <= end && PHARMACOGENE_SPANS.some(([name, on]) => name === gene && on === chromosome)) return place;
  }
  return null;
}
