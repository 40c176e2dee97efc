/**
 * LOINC codes of one-gene pharmacogenomic tests. Many published tables of these contradict each other, so a code names a gene on its own
 * only where a primary source was checked; elsewhere it is only used to notice that code and text do not agree.
 */

/** 79716-7: HL7 FHIR R4 example "observation-example-phenotype"; 79713-4: terminology release of a national guide. */
const VERIFIED: Readonly<Record<string, string>> = { '79713-4': 'TPMT', '79716-7': 'CYP2C9' };

const NOT_VERIFIED: Readonly<Record<string, string>> = {
  '79714-2': 'CYP2C19',
  '79715-9': 'CYP2D6',
  '79719-1': 'DPYD',
  '79717-5': 'CYP3A5',
  '79722-5': 'SLCO1B1',
  '40425-1': 'CYP2D6',
  '57132-5': 'CYP2C19',
};

/** "Genetic analysis report": the code of any genetic test, ordered with the gene in words where no code of its own could be confirmed. */
export const ANY_GENETIC_TEST = '51969-4';

export type GeneOfTest = { readonly gene: string; readonly verified: boolean };

export function geneOfTestCode(loinc: string): GeneOfTest | null {
  const verified = VERIFIED[loinc];
  if (verified !== undefined) return { gene: verified, verified: true };
  const other = NOT_VERIFIED[loinc];
  return other === undefined ? null : { gene: other, verified: false };
}
