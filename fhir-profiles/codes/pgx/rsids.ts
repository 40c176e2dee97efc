/**
 * The gene of a dbSNP id that laboratories report without naming the gene ("rs4244285: A/A"). Ids and genes are those of the allele
 * definitions of the knowledge (PharmVar/CPIC), which a test compares; an id that is not listed names no gene.
 */
const BY_GENE: Readonly<Record<string, readonly string[]>> = {
  ABCG2: ['rs2231142'],
  CYP2B6: ['rs3745274', 'rs28399499'],
  CYP2C19: ['rs4244285', 'rs4986893', 'rs12248560', 'rs28399504'],
  CYP2C9: ['rs1799853', 'rs1057910', 'rs28371686', 'rs9332131', 'rs7900194', 'rs28371685'],
  CYP2D6: [
    'rs3892097',
    'rs35742686',
    'rs5030655',
    'rs5030656',
    'rs1065852',
    'rs16947',
    'rs28371706',
    'rs28371725',
    'rs59421388',
    'rs769258',
  ],
  CYP3A4: ['rs35599367'],
  CYP3A5: ['rs776746', 'rs10264272', 'rs41303343'],
  CYP4F2: ['rs2108622'],
  DPYD: ['rs3918290', 'rs55886062', 'rs67376798', 'rs75017182', 'rs56038477'],
  IFNL3: ['rs12979860'],
  NAT2: ['rs1801280', 'rs1799930', 'rs1799931', 'rs1801279'],
  NUDT15: ['rs116855232'],
  SLCO1B1: ['rs4149056', 'rs2306283'],
  TPMT: ['rs1142345', 'rs1800460', 'rs1800462', 'rs1800584'],
  UGT1A1: ['rs887829', 'rs4148323'],
  VKORC1: ['rs9923231'],
};

/**
 * dbSNP's ids of the mitochondrial changes with increased risk, by their names: the allele definitions have no mitochondrial gene (several public variant
 * tables, read 2026-11-23).
 */
export const MITOCHONDRIAL_IDS: ReadonlyMap<string, string> = new Map([
  ['m.1555A>G', 'rs267606617'],
  ['m.1494C>T', 'rs267606619'],
  ['m.1095T>C', 'rs267606618'],
]);

const LISTED = Object.entries(BY_GENE).flatMap(([gene, ids]) => ids.map((id) => [id, gene] as const));
/**
 * A position of the CYP2C cluster, outside every gene of it, that CPIC's warfarin guideline asks for beside CYP2C9 (African ancestry alone). It is kept with
 * the CYP2C9 result that it belongs to, and says nothing of the gene by itself.
 */
export const BESIDE_CYP2C9 = 'rs12777823';
const GENE: ReadonlyMap<string, string> = new Map([
  [BESIDE_CYP2C9, 'CYP2C9'],
  ...LISTED,
  ...[...MITOCHONDRIAL_IDS.values()].map((id) => [id, 'MT-RNR1'] as const),
]);

/** Null: not known, never a guess. */
export function geneOfRsId(id: string): string | null {
  return GENE.get(id.toLowerCase()) ?? null;
}

export const LISTED_RS_IDS: readonly (readonly [id: string, gene: string])[] = LISTED;
