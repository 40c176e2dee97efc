/** Karyotypes (ISCN): a normal one is no finding; some translocations name their genes by their breakpoints. */
import { readKaryotype } from '../../../codes/genomics/translocations.ts';

/** "46,XX", "46,XY[20]": nothing but sex chromosomes; also when a result calls it "Present". */
export function isNormalKaryotype(iscn: string): boolean {
  return /^\s*46,\s*X[XY](?:\[\d+\])?\s*$/i.test(iscn);
}

/** 5′ partner first; empty when the breakpoints name no pair of genes. */
export function translocationGenes(iscn: string): readonly string[] {
  return readKaryotype(iscn).fusions[0] ?? [];
}
