import { entryOf } from '../../entry-of.ts';

/**
 * Genes whose germline results bear on drugs, and how their alleles are named. Which alleles exist and what they do is knowledge
 * of the pharmacogenomic room; here stands only what is needed to read a result.
 * Gene list: CPIC gene–drug pairs (levels A to C) and the CPIC/PharmVar allele tables.
 */
export type AlleleNaming = 'star' | 'hla' | 'variant' | 'nucleotide';

interface PgxGeneReading {
  readonly naming: AlleleNaming;
  /** What kind of protein: a metabolizer grade can only be about an enzyme, a function grade about a transporter or an enzyme. */
  readonly protein: 'enzyme' | 'transporter' | 'other';
}

const reading = (naming: AlleleNaming, protein: PgxGeneReading['protein']): PgxGeneReading => ({ naming, protein });

const GENES: Readonly<Record<string, PgxGeneReading>> = {
  CYP1A2: reading('star', 'enzyme'),
  CYP2A6: reading('star', 'enzyme'),
  CYP2B6: reading('star', 'enzyme'),
  CYP2C8: reading('star', 'enzyme'),
  CYP2C9: reading('star', 'enzyme'),
  CYP2C19: reading('star', 'enzyme'),
  CYP2D6: reading('star', 'enzyme'),
  CYP2E1: reading('star', 'enzyme'),
  CYP3A4: reading('star', 'enzyme'),
  CYP3A5: reading('star', 'enzyme'),
  CYP4F2: reading('star', 'enzyme'),
  UGT1A1: reading('star', 'enzyme'),
  UGT2B15: reading('star', 'enzyme'),
  UGT2B7: reading('star', 'enzyme'),
  NAT1: reading('star', 'enzyme'),
  NAT2: reading('star', 'enzyme'),
  TPMT: reading('star', 'enzyme'),
  NUDT15: reading('star', 'enzyme'),
  SLCO1B1: reading('star', 'transporter'),
  DPYD: reading('variant', 'enzyme'),
  G6PD: reading('variant', 'enzyme'),
  'MT-RNR1': reading('variant', 'other'),
  RYR1: reading('variant', 'other'),
  CACNA1S: reading('variant', 'other'),
  CFTR: reading('variant', 'other'),
  VKORC1: reading('nucleotide', 'enzyme'),
  IFNL3: reading('nucleotide', 'other'),
  IFNL4: reading('nucleotide', 'other'),
  ABCG2: reading('nucleotide', 'transporter'),
  ABCB1: reading('nucleotide', 'transporter'),
  COMT: reading('nucleotide', 'enzyme'),
  OPRM1: reading('nucleotide', 'other'),
  MTHFR: reading('nucleotide', 'enzyme'),
  F2: reading('nucleotide', 'other'),
  F5: reading('nucleotide', 'other'),
  'HLA-A': reading('hla', 'other'),
  'HLA-B': reading('hla', 'other'),
  'HLA-C': reading('hla', 'other'),
  'HLA-DRB1': reading('hla', 'other'),
  'HLA-DQA1': reading('hla', 'other'),
  'HLA-DQB1': reading('hla', 'other'),
  'HLA-DPB1': reading('hla', 'other'),
};

export function pgxGene(symbol: string): PgxGeneReading | null {
  return entryOf(GENES, symbol) ?? null;
}

export const PGX_GENES: readonly string[] = Object.keys(GENES);

/** Genes in which a trailing letter names an allele of its own (TPMT *3A, DPYD *2A); elsewhere it is a sub-allele (CYP2D6 *2A). */
const LETTERED: Readonly<Record<string, RegExp>> = {
  TPMT: /^\*3[A-E]$/,
  DPYD: /^\*\d+[A-Z]$/,
  SLCO1B1: /^\*(?:1B|45\.00[12])$/,
};

/** The allele without its sub-allele suffix. Source: PharmVar's naming rules (core allele = number; `.001` and legacy letters are sub-alleles). */
export function coreAllele(gene: string, allele: string): string {
  if (entryOf(LETTERED, gene)?.test(allele) === true) return allele;
  return allele.replace(/\.\d{3}$/, '').replace(/^(\*\d+)[A-Z]$/, '$1');
}
