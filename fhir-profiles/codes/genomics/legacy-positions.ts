/**
 * Positions that laboratories still name by their older numbers ("-1639G>A", "681G>A", "V174A") and the rsID of each. Numbers count on the
 * gene's own strand. Sources: AMP/CAP CYP2C9 allele table (PMC7057225), TPMT and NUDT15 papers with numbers and rsIDs (PMC4087457; ARMS-PCR
 * for NUDT15 c.415C>T and TPMT c.719A>G, 2017), PharmVar and CPIC definitions of the alleles that each rsID marks, CPIC warfarin, statin and
 * peginterferon guidelines. CYP2D6: AMP/CAP allele table (PMC8579245, legacy numbers of M33388), read 2026-11-22.
 */
export interface LegacyPosition {
  readonly gene: string;
  /** Number as written, with its sign. */
  readonly number: string;
  readonly ref: string;
  readonly alt: string;
  readonly rsId: string;
  /** The amino-acid change in short form, `V174A`. */
  readonly protein?: string;
}

const at = (gene: string, number: string, change: string, rsId: string, protein?: string): LegacyPosition => {
  const [ref = '', alt = ''] = change.split('>');
  return { gene, number, ref, alt, rsId, ...(protein === undefined ? {} : { protein }) };
};

export const LEGACY_POSITIONS: readonly LegacyPosition[] = [
  at('VKORC1', '-1639', 'G>A', 'rs9923231'),
  at('VKORC1', '3673', 'G>A', 'rs9923231'),
  at('VKORC1', '1173', 'C>T', 'rs9934438'),
  at('SLCO1B1', '521', 'T>C', 'rs4149056', 'V174A'),
  at('ABCG2', '421', 'C>A', 'rs2231142', 'Q141K'),
  at('CYP4F2', '1297', 'G>A', 'rs2108622', 'V433M'),
  at('CYP2C19', '681', 'G>A', 'rs4244285'),
  at('CYP2C19', '636', 'G>A', 'rs4986893'),
  at('CYP2C19', '-806', 'C>T', 'rs12248560'),
  at('CYP2C9', '430', 'C>T', 'rs1799853', 'R144C'),
  at('CYP2C9', '1075', 'A>C', 'rs1057910', 'I359L'),
  at('CYP2C9', '1080', 'C>G', 'rs28371686', 'D360E'),
  at('CYP2C9', '449', 'G>A', 'rs7900194', 'R150H'),
  at('CYP2C9', '1003', 'C>T', 'rs28371685', 'R335W'),
  at('CYP2B6', '516', 'G>T', 'rs3745274', 'Q172H'),
  at('CYP2B6', '785', 'A>G', 'rs2279343', 'K262R'),
  at('CYP2B6', '983', 'T>C', 'rs28399499'),
  at('CYP2D6', '1846', 'G>A', 'rs3892097'),
  at('CYP2D6', '100', 'C>T', 'rs1065852', 'P34S'),
  at('CYP2D6', '2988', 'G>A', 'rs28371725'),
  at('CYP3A5', '6986', 'A>G', 'rs776746'),
  at('TPMT', '238', 'G>C', 'rs1800462', 'A80P'),
  at('TPMT', '460', 'G>A', 'rs1800460', 'A154T'),
  at('TPMT', '719', 'A>G', 'rs1142345', 'Y240C'),
  at('NUDT15', '415', 'C>T', 'rs116855232', 'R139C'),
];

/**
 * Alleles that laboratories test at one position and answer by its bases ("CYP2C19*2: G/A"): the change that the tests ask for, by the allele definitions
 * of PharmVar and CPIC. A test holds each of them against the tables.
 */
export const ASKED_AT: readonly (readonly [gene: string, allele: string, change: string])[] = [
  ['CYP2C19', '*2', '681G>A'],
  ['CYP2C19', '*3', '636G>A'],
  ['CYP2C19', '*17', '-806C>T'],
  ['CYP2C9', '*2', '430C>T'],
  ['CYP2C9', '*3', '1075A>C'],
  ['CYP2D6', '*4', '1846G>A'],
  ['CYP3A5', '*3', '6986A>G'],
  ['SLCO1B1', '*5', '521T>C'],
  ['TPMT', '*2', '238G>C'],
  ['TPMT', '*3B', '460G>A'],
  ['TPMT', '*3C', '719A>G'],
  ['NUDT15', '*3', '415C>T'],
  ['DPYD', '*2A', 'c.1905+1G>A'],
  ['DPYD', '*13', 'c.1679T>G'],
];

interface LegacyInsertion {
  readonly gene: string;
  readonly names: readonly string[];
  readonly rsId: string;
  /** The alternative as the tables write it. */
  readonly alt: string;
}

/**
 * Insertions and deletions by their coding names. NUDT15: ClinVar RCV000210852 (c.38GAGTCG[4] is c.50_55dup, rs746071566), LOINC 100664-2 names
 * it so; c.36_37insGGAGTC is its older name. UGT1A1 c.-41_-40dup is the seventh TA of A(TA)7TAA, UGT1A1*28. Looked up 2026-11-22.
 */
export const LEGACY_INSERTIONS: readonly LegacyInsertion[] = [
  {
    gene: 'NUDT15',
    names: ['c.50_55dup', 'c.50_55dupGAGTCG', 'c.36_37insGGAGTC', 'c.38GAGTCG[4]', 'p.Val18_Val19insGlyVal', 'p.Gly17_Val18dup'],
    rsId: 'rs746071566',
    alt: 'AGGAGTCGGAGTC',
  },
  { gene: 'NUDT15', names: ['c.50_55del', 'c.50_55delGAGTCG', 'c.38GAGTCG[2]', 'p.Gly17_Val18del'], rsId: 'rs746071566', alt: 'A' },
  { gene: 'UGT1A1', names: ['c.-41_-40dup', 'c.-41_-40dupTA', 'c.-40_-39dupTA', 'c.-40_-39dup'], rsId: 'rs3064744', alt: 'CATAT' },
];

interface LegacyVariant {
  readonly gene: string;
  readonly name: RegExp;
  readonly hgvs: string;
}

/** "D949V", "p.Asp949Val", "p.(Asp949Val)". */
const protein = (gene: string, short: string, long: string, hgvs: string): LegacyVariant => ({
  gene,
  name: new RegExp(`(?:\\bp\\.\\(?)?\\b(?:${short}|${long})\\b(?:(?<=\\([^)]*)\\))?`, 'i'),
  hgvs,
});

/**
 * Older names of DPYD, and of the mitochondrial positions, as HGVS. DPYD: exon 14 skipping and the amino-acid names (PMID 24648345). CACNA1S: the
 * two diagnostic mutations of the European Malignant Hyperthermia Group (emhg.org, read 2026-11-22). RYR1: amino-acid names of the North
 * American registry (Anesthesiology 2001;95:594, read 2026-11-22), each with the change of CPIC's list that gives it at that codon.
 */
export const LEGACY_VARIANTS: readonly LegacyVariant[] = [
  { gene: 'DPYD', name: /\bIVS14\s*\+\s*1\s*G\s*(?:>|->|-)\s*A\b/i, hgvs: 'c.1905+1G>A' },
  protein('DPYD', 'D949V', 'Asp949Val', 'c.2846A>T'),
  protein('DPYD', 'I560S', 'Ile560Ser', 'c.1679T>G'),
  protein('CACNA1S', 'R174W', 'Arg174Trp', 'c.520C>T'),
  protein('CACNA1S', 'R1086H', 'Arg1086His', 'c.3257G>A'),
  protein('RYR1', 'R163C', 'Arg163Cys', 'c.487C>T'),
  protein('RYR1', 'G248R', 'Gly248Arg', 'c.742G>A'),
  protein('RYR1', 'R614C', 'Arg614Cys', 'c.1840C>T'),
  protein('RYR1', 'V2168M', 'Val2168Met', 'c.6502G>A'),
  protein('RYR1', 'T2206M', 'Thr2206Met', 'c.6617C>T'),
  protein('RYR1', 'G2434R', 'Gly2434Arg', 'c.7300G>A'),
  protein('RYR1', 'R2454H', 'Arg2454His', 'c.7361G>A'),
  { gene: 'MT-RNR1', name: /\bA1555G\b|(?<![.\d])1555\s*A>G/i, hgvs: 'm.1555A>G' },
  { gene: 'MT-RNR1', name: /\bC1494T\b|(?<![.\d])1494\s*C>T/i, hgvs: 'm.1494C>T' },
  { gene: 'MT-RNR1', name: /\bT1095C\b|(?<![.\d])1095\s*T>C/i, hgvs: 'm.1095T>C' },
];
