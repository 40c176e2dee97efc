/**
 * The two hot spots of the TERT promoter, 124 and 146 bases before the start, are called by the last digits of their place on chromosome 5 (GRCh37
 * 1295228 and 1295250) and by the bases on the gene's strand: C228T, C250T (CIViC, TERT promoter mutation). They are no residues.
 */
const PROMOTER_BASES: ReadonlyMap<string, RegExp> = new Map([['TERT', /^(?:g\.)?C2(?:28|50)T$/i]]);

/** `C228T` of TERT. */
export function isPromoterChange(gene: string, name: string): boolean {
  return PROMOTER_BASES.get(gene)?.test(name.trim()) === true;
}
