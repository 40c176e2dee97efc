/**
 * What a result was made from. Circulating tumour DNA that shows nothing rules nothing out, tissue does; and a specimen that the result points
 * to but that is not on file may be either.
 */
import { SNOMED } from './systems.ts';

/** Written as the specimen of a result whose specimen resource could not be read. */
export const SPECIMEN_NOT_ON_FILE = 'specimen not on file';

/** "Plasma", "ctDNA", "cell-free DNA", "liquid biopsy"; plasma cells are tissue of a myeloma. */
const CIRCULATING =
  /\bplasma\b(?![- ]cells?\b(?![- ]free))|\bct-?dna\b|\bcf-?(?:t)?dna\b|\bcirculating (?:tumou?r |cell-?free )?(?:dna|nucleic)|\bcell-?free (?:dna|nucleic|tumou?r)|\bliquid biops|\bserum\b|\bstreck\b/i;

/**
 * Blood tests that are reported under their product's name alone: companion tests P200010, P190032, P210040 of the FDA, and panels whose makers and
 * coverage lists call them tests of plasma (xF: npj Precis Oncol 2021, s41698-021-00202-2; looked up 2026-11-22).
 */
const BLOOD_PRODUCTS =
  /\bguardant\s?360\b(?!.*tissue)|\bfoundation\s?one\s?(?:®\s?)?liquid\b|\bF1\s?LCDx\b|\bresolution ctdx\b|\bctdx first\b|\btempus xF\b|\bxF\+|\binvisionfirst\b|\bgenestrat\b|\bcaris assure\b|\bpredicinecare\b|\boncobeam\b/i;

export function saysCirculating(words: string): boolean {
  return CIRCULATING.test(words) || BLOOD_PRODUCTS.test(words);
}

/** Specimen types by code, where a resource gives no words: SNOMED CT specimen names, HL7 table 0487. */
const BY_CODE: Readonly<Record<string, string>> = {
  '119361006': 'Plasma',
  '119297000': 'Blood',
  '122555007': 'Blood',
  '258580003': 'Blood',
  '119364003': 'Serum',
  '119376003': 'Tissue',
  PLAS: 'Plasma',
  BLD: 'Blood',
  WB: 'Blood',
};
export function specimenKind({ system, code }: { readonly system: string; readonly code: string }): string | undefined {
  const known = system === SNOMED || /v2-?0487/i.test(system) || system === '';
  return known && Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
}
