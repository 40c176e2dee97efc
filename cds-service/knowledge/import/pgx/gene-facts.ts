/**
 * What no table of the import says: how each gene's result is read, its copies, its HGNC id.
 * HGNC ids: HGNC complete set, release 2025-10 (MT-RNR1: HGNC record of the mitochondrial 12S RNA).
 */
import type { GeneMethod, PgxGene } from '../../pgx/types.ts';

export interface GeneFacts {
  readonly hgnc: string;
  readonly method: GeneMethod;
  readonly ploidy?: NonNullable<PgxGene['ploidy']>;
  /** Orderable test: LOINC codes that were seen in a laboratory catalogue or terminology source. */
  readonly test?: NonNullable<PgxGene['test']>;
}

export const geneFacts: Readonly<Record<string, GeneFacts>> = {
  ABCG2: { hgnc: 'HGNC:74', method: 'genotype' },
  CACNA1S: { hgnc: 'HGNC:1397', method: 'variant' },
  CFTR: { hgnc: 'HGNC:1884', method: 'variant' },
  CYP2B6: { hgnc: 'HGNC:2615', method: 'function-pair' },
  CYP2C19: { hgnc: 'HGNC:2621', method: 'function-pair' },
  CYP2C9: {
    hgnc: 'HGNC:2623',
    method: 'activity-score',
    test: {
      code: '79716-7',
      display: 'CYP2C9 gene product metabolic activity interpretation',
      source: 'LOINC term as used in HL7 genomics documentation',
    },
  },
  CYP2D6: {
    hgnc: 'HGNC:2625',
    method: 'activity-score',
    test: {
      code: '40425-1',
      display: 'CYP2D6 gene mutations found',
      source: 'Essentia Health test catalogue, CYP2D6 genotype (ARUP 3001513)',
    },
  },
  CYP3A4: { hgnc: 'HGNC:2637', method: 'function-pair' },
  CYP3A5: { hgnc: 'HGNC:2638', method: 'function-pair' },
  CYP4F2: { hgnc: 'HGNC:2645', method: 'genotype' },
  DPYD: { hgnc: 'HGNC:3012', method: 'activity-score' },
  G6PD: { hgnc: 'HGNC:4057', method: 'variant', ploidy: 'x-linked' },
  'HLA-A': { hgnc: 'HGNC:4931', method: 'allele-presence' },
  'HLA-B': { hgnc: 'HGNC:4932', method: 'allele-presence' },
  IFNL3: { hgnc: 'HGNC:18365', method: 'genotype' },
  'MT-RNR1': { hgnc: 'HGNC:7470', method: 'variant', ploidy: 'mitochondrial' },
  NAT2: { hgnc: 'HGNC:7646', method: 'function-pair' },
  NUDT15: { hgnc: 'HGNC:23063', method: 'function-pair' },
  RYR1: { hgnc: 'HGNC:10483', method: 'variant' },
  SLCO1B1: { hgnc: 'HGNC:10959', method: 'function-pair' },
  TPMT: {
    hgnc: 'HGNC:12014',
    method: 'function-pair',
    test: { code: '80738-8', display: 'TPMT gene targeted mutation analysis', source: 'public terminology table of LOINC terms for TPMT' },
  },
  UGT1A1: { hgnc: 'HGNC:12530', method: 'function-pair' },
  VKORC1: { hgnc: 'HGNC:23663', method: 'genotype' },
};
