/**
 * What a result was made from. DNA that a tumour sheds into blood, cerebrospinal fluid or urine and that shows nothing rules nothing out, tissue
 * does; saliva and a buccal swab hold the inherited genome and tell nothing of a tumour; and a specimen that the result points to but that is
 * not on file may be any of them. A negative companion test of plasma sends to tissue (labels of P200010, P190032). Of 48 patients with EGFR-mutant
 * lung cancer in the meninges 69 % had the mutation in their cerebrospinal fluid (Target Oncol 2021, s11523-021-00791-9).
 */
import { SNOMED } from './systems.ts';
import { entryOf } from '../entry-of.ts';

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

const FLUID_WITHOUT_CELLS = /\bsupernatant\b|\bÜberstand\b|\bsurnageant\b|\bsobrenadante\b/i;
const CEREBROSPINAL =
  /\bCSF\b|\bcerebro-?spinal\b|\bcerebral spinal fluid\b|\bspinal fluid\b|\bliquor\b|\bl[ií]quor\b|\bLCR\b|\bcefalo-?rr?aqu[ií]d\w*|\bcefalo-?rach\w*|\bc[ée]phalo-?rachidien|\bhersenvocht\b/i;
const URINE = /\burine?\b|\burina\b|\borina\b|\burines\b/i;
/** What holds cells of the tumour, whatever fluid it was taken from. */
const CELLS = /\bcell[- ]?block\b|\bcell pellet\b|\bcytospin\b|\bcytology\b|\bsmear\b|\bbiops|\btissue\b/i;

/** Where DNA shed by a tumour was looked for. */
export type ShedInto = 'blood' | 'cerebrospinal fluid' | 'urine' | 'a fluid without cells';

/** Null for tissue, cells and everything that is not known to hold shed DNA only. */
export function shedInto(words: string): ShedInto | null {
  const withoutCells = FLUID_WITHOUT_CELLS.test(words);
  const shed = withoutCells || CIRCULATING.test(words) || !CELLS.test(words);
  if (shed && CEREBROSPINAL.test(words)) return 'cerebrospinal fluid';
  if (shed && URINE.test(words)) return 'urine';
  if (CIRCULATING.test(words) || BLOOD_PRODUCTS.test(words)) return 'blood';
  return withoutCells ? 'a fluid without cells' : null;
}
export function saysCirculating(words: string): boolean {
  return shedInto(words) !== null;
}

/** "Blood" alone: circulating DNA of a solid tumour, the tumour itself of a leukaemia. */
export function saysBlood(words: string): boolean {
  return /\bblood\b|\b(?:Voll|EDTA-?)?Blut\b|\bsang\b|\bsangre\b|\bsangue\b|\bbloed\b/i.test(words);
}

const SALIVA = /\bsaliva\b|\bSpeichel\b|\bsalive\b|\bspeeksel\b|\bOragene\b|\bmouth-?wash\b|\boral rinse\b/i;
const CHEEK =
  /\b(?:buccal|cheek|bucal|boccale|jugal)\b[^;,]*\b(?:swab|smear|cells?|brush\w*|scrap\w*|sample|specimen|epithel\w*)\b|\b(?:swab|smear|brushing|hisopo|frottis|tampone)\b[^;,]*\b(?:buccal|bucal|buccale|boccale|jugal|cheek)|\bWangen\w*abstrich\b|\bMundschleimhautabstrich\b|\bwangslijmvlies\w*/i;
const GROWN =
  /\bfibroblasts?\b(?! growth)|\bhair (?:follicles?|roots?)\b|\bnail clippings?\b|\bgerm-?line (?:control|dna|sample|specimen)\b/i;
/** What holds the inherited genome and no tumour. */
export function saysInherited(words: string): boolean {
  return (SALIVA.test(words) || CHEEK.test(words) || GROWN.test(words)) && !/\bbiops|\btumou?r\b|\bgland\b|\bcarcinoma\b/i.test(words);
}

/**
 * Specimen types by code, where a resource gives no words of its own: SNOMED CT specimen names, HL7 tables 0487 and v3 SpecimenType
 * (terminology.hl7.org 6.5; looked up 2026-11-22).
 */
const BY_CODE: Readonly<Record<string, string>> = {
  '119361006': 'Plasma',
  '119297000': 'Blood',
  '122555007': 'Blood',
  '258580003': 'Blood',
  '119364003': 'Serum',
  '122592007': 'Serum or plasma',
  '258450006': 'Cerebrospinal fluid',
  '122575003': 'Urine',
  '119342007': 'Saliva',
  '258560004': 'Saliva',
  '258564008': 'Buccal smear',
  '418564007': 'Pleural fluid',
  '309201001': 'Ascites',
  '119376003': 'Tissue',
  PLAS: 'Plasma',
  BLD: 'Blood',
  WB: 'Blood',
  SER: 'Serum',
  CSF: 'Cerebrospinal fluid',
  UR: 'Urine',
  SAL: 'Saliva',
};
export function specimenKind({ system, code }: { readonly system: string; readonly code: string }): string | undefined {
  const known = system === SNOMED || /v2-?0487|SpecimenType/i.test(system) || system === '';
  return known ? entryOf(BY_CODE, code) : undefined;
}
