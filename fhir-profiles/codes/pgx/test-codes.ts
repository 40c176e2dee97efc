/**
 * LOINC codes of one-gene pharmacogenomic tests. Many tables of these in public programs contradict each other, so a code names a gene on its
 * own only where LOINC's own table or another primary source says so; elsewhere it is only used to notice that code and text do not agree.
 * LOINC never gives a code another meaning.
 */
import { entryOf } from '../../entry-of.ts';

/**
 * Gene of each code by the COMPONENT of LOINC's core table (LoincTableCore, copy in the public repository razsh98/CDSS-Mini-Project, commit
 * c34f977b, read 2026-11-22): "… gene product metabolic activity interpretation", "… gene product functional interpretation", "… gene
 * allele". It agrees with every code that another primary source gives: 79716-7, HL7 FHIR R4 example "observation-example-phenotype";
 * 79713-4, terminology release of a national guide; HLA typing, value set hla-typing-vs of the HL7 Europe guide PROTECT-CHILD (2026-09-28,
 * expanded from LOINC 2.82); 50956-2 and 57979-7, see `TESTED_ALLELE`.
 */
const VERIFIED: Readonly<Record<string, string>> = {
  '79713-4': 'TPMT',
  '79714-2': 'CYP2C19',
  '79715-9': 'CYP2D6',
  '79716-7': 'CYP2C9',
  '79717-5': 'CYP3A5',
  '79718-3': 'UGT1A1',
  '79719-1': 'DPYD',
  '79720-9': 'CYP2B6',
  '79721-7': 'CYP4F2',
  '79722-5': 'SLCO1B1',
  '40425-1': 'CYP2D6',
  '57132-3': 'CYP2C19',
  '57958-1': 'DPYD',
  '13298-5': 'HLA-A',
  '57290-9': 'HLA-A',
  '78014-8': 'HLA-A',
  '79712-6': 'HLA-A',
  '13299-3': 'HLA-B',
  '57291-7': 'HLA-B',
  '78015-5': 'HLA-B',
  '50956-2': 'HLA-B',
  '57979-7': 'HLA-B',
  '79711-8': 'HLA-B',
};

/**
 * Tests for one allele. 50956-2: test directory of ARUP Laboratories (2002429, component "HLA-B*57:01 Allele"). 57979-7: HL7 Genomics
 * Reporting guide, STU3, example GenomicReportExample01 ("HLA-B*15:02 [Presence]"). LOINC's core table has both so, and the other two.
 */
const TESTED_ALLELE: Readonly<Record<string, string>> = {
  '50956-2': 'HLA-B*57:01',
  '57979-7': 'HLA-B*15:02',
  '79711-8': 'HLA-B*58:01',
  '79712-6': 'HLA-A*31:01',
};

/** 57132-5 stands in public tables for 57132-3; its check digit is wrong. */
const NOT_VERIFIED: Readonly<Record<string, string>> = { '57132-5': 'CYP2C19' };

/** "Genetic analysis report": the code of any genetic test, ordered with the gene in words where no code of its own could be confirmed. */
export const ANY_GENETIC_TEST = '51969-4';

/** LOINC codes that name a pharmacogene's test. */
export const PHARMACOGENE_TESTS: readonly string[] = Object.keys(VERIFIED);

export type GeneOfTest = { readonly gene: string; readonly verified: boolean };

export function geneOfTestCode(loinc: string): GeneOfTest | null {
  const verified = entryOf(VERIFIED, loinc);
  if (verified !== undefined) return { gene: verified, verified: true };
  const other = entryOf(NOT_VERIFIED, loinc);
  return other === undefined ? null : { gene: other, verified: false };
}

/** `HLA-B*57:01` for a code that asks for this allele alone. */
export function alleleOfTestCode(loinc: string): string | undefined {
  return entryOf(TESTED_ALLELE, loinc);
}
