/** Karyotypes (ISCN): a normal one is no finding, and two translocations name their genes by their breakpoints. */

/** "46,XX", "46,XY[20]": nothing but sex chromosomes; also when a result calls it "Present". */
export function isNormalKaryotype(iscn: string): boolean {
  return /^\s*46,\s*X[XY](?:\[\d+\])?\s*$/i.test(iscn);
}

/** Breakpoints that stand for one gene fusion (public nomenclature: Philadelphia chromosome; acute promyelocytic leukaemia). */
const TRANSLOCATIONS: readonly (readonly [RegExp, readonly [string, string]])[] = [
  [/t\(9;22\)\(q34(?:\.\d)?;q11(?:\.\d)?\)/i, ['BCR', 'ABL1']],
  [/t\(15;17\)\(q2[24](?:\.\d)?;q(?:11|12|21)(?:\.\d)?\)/i, ['PML', 'RARA']],
];

/** 5′ partner first; empty when the breakpoints are not exactly these. */
export function translocationGenes(iscn: string): readonly string[] {
  return TRANSLOCATIONS.find(([pattern]) => pattern.test(iscn))?.[1] ?? [];
}
