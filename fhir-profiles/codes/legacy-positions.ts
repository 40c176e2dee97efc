/**
 * Positions that laboratories still name by their older numbers ("-1639G>A", "681G>A", "V174A") and the rsID of each. Numbers count on the
 * gene's own strand. Sources: AMP/CAP CYP2C9 allele table (PMC7057225), TPMT and NUDT15 papers with numbers and rsIDs (PMC4087457; ARMS-PCR
 * for NUDT15 c.415C>T and TPMT c.719A>G, 2017), PharmVar and CPIC definitions of the alleles that each rsID marks, CPIC warfarin, statin and
 * peginterferon guidelines.
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
  at('CYP3A5', '6986', 'A>G', 'rs776746'),
  at('TPMT', '238', 'G>C', 'rs1800462'),
  at('TPMT', '460', 'G>A', 'rs1800460'),
  at('TPMT', '719', 'A>G', 'rs1142345'),
  at('NUDT15', '415', 'C>T', 'rs116855232', 'R139C'),
];

/** Older names of DPYD, and of the mitochondrial positions, as HGVS. DPYD: exon 14 skipping and the amino-acid names (PMID 24648345). */
export const LEGACY_VARIANTS: readonly { readonly gene: string; readonly name: RegExp; readonly hgvs: string }[] = [
  { gene: 'DPYD', name: /\bIVS14\s*\+\s*1\s*G\s*(?:>|->|-)\s*A\b/i, hgvs: 'c.1905+1G>A' },
  { gene: 'DPYD', name: /\bD949V\b|\bAsp949Val\b/i, hgvs: 'c.2846A>T' },
  { gene: 'DPYD', name: /\bI560S\b|\bIle560Ser\b/i, hgvs: 'c.1679T>G' },
  { gene: 'MT-RNR1', name: /\bA1555G\b|(?<![.\d])1555\s*A>G/i, hgvs: 'm.1555A>G' },
  { gene: 'MT-RNR1', name: /\bC1494T\b|(?<![.\d])1494\s*C>T/i, hgvs: 'm.1494C>T' },
  { gene: 'MT-RNR1', name: /\bT1095C\b|(?<![.\d])1095\s*T>C/i, hgvs: 'm.1095T>C' },
];
