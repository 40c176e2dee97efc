/**
 * Positions of pharmacogenes at which the reference sequences of GRCh37 and GRCh38 hold different bases, so that the numbers of a VCF ("0/0", "1/1") say
 * nothing without the build: CYP3A5*3 is the reference of GRCh37, CYP2D6*2 as well. Source: the bases of both builds in PyPGx's table of variants
 * (sbslee/pypgx, variant-table.csv, CYP2B6 to TPMT, read 2026-11-23); they are all of those that differ there in the genes of the knowledge.
 */
const DIFFERENT: ReadonlySet<string> = new Set(['rs776746', 'rs16947', 'rs1135840', 'rs1801265', 'rs3758581']);
/** The same by their coding names. */
const NAMED = /^(?:[A-Z]{2}_\d+(?:\.\d+)?:)?c\.(?:6986A>G|219-237A>G|2850C>T|886C>T|4180G>C|1457G>C|85T>C|991A>G)$/i;

/** By the rsID or the coding name of the change. Two different copies are the same two in every build. */
export const changesWithGenomeBuild = (name: string): boolean => DIFFERENT.has(name.toLowerCase()) || NAMED.test(name);
