/**
 * Tumour genes as laboratories write them out ("Epidermal growth factor receptor", "B-Raf", "c-KIT") → their symbols. The names are those that US
 * drug labels (openFDA, 2026-05) and ClinicalTrials.gov records (2026-01) put before the symbol in brackets, and HGNC's names and aliases (2025-10).
 */
import { remembered } from '../../remembered.ts';

/** What HGNC adds: "KIT proto-oncogene, receptor tyrosine kinase". */
const CLASS = String.raw`(?: proto-?oncogene)?(?: [1B])?,? (?:receptor tyrosine|serine\/threonine) kinase`;

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\bhuman epidermal growth factor(?: receptor)?[- ]?2\b|\berb-?b-?2 receptor tyrosine kinase(?: 2)?\b/gi, 'HER2'],
  [/\b(?:human )?epidermal growth factor receptor(?![- ]?[2-4]\b)(?:[- ]?1\b)?/gi, 'EGFR'],
  [/\banaplastic lymphoma (?:receptor tyrosine )?kinase\b/gi, 'ALK'],
  [/\bc-?ros(?:[- ]oncogene)?[- ]1\b|\bROS proto-?oncogene 1\b/gi, 'ROS1'],
  [/\brearranged during transfection\b|\bRET proto-?oncogene\b/gi, 'RET'],
  [/\bneurotrophic (?:tyrosine receptor|receptor tyrosine) kinase(?:,? type)?(?:[- ]?([123])\b)?/gi, 'NTRK$1'],
  [
    /\bmesenchymal[- ](?:to[- ])?epithelial transition(?: factor)?\b|\bMET proto-?oncogene\b|\bhepatocyte growth factor receptor\b/gi,
    'MET',
  ],
  [/\bkirsten rat sarcoma(?: (?:2 )?viral)?(?: oncogene)?(?: homolog)?\b|\bK-ras\b/gi, 'KRAS'],
  [/\bneuroblastoma ras(?: viral)?(?: oncogene)?(?: homolog)?\b|\bN-ras\b/gi, 'NRAS'],
  [/\bharvey rat sarcoma(?: viral)?(?: oncogene)?(?: homolog)?\b|\bH-ras\b/gi, 'HRAS'],
  [/\b(?:v-raf murine sarcoma viral oncogene homolog B1?|(?:proto-?oncogene )?B-raf(?: proto-?oncogene)?)(?![a-z])/gi, 'BRAF'],
  [/\bbreast cancer (?:susceptibility )?(?:gene )?([12])(?: gene)?\b/gi, 'BRCA$1'],
  [/\bphosphatidylinositol-4,5-bisphosphate[- ]3[- ]kinase,? catalytic subunit alpha\b/gi, 'PIK3CA'],
  [/\bphosphatase and tensin homolog(?:ue)?(?: deleted on chromosome (?:10|ten))?\b/gi, 'PTEN'],
  [/\bfibroblast growth factor receptor[- ]?([1-4])\b/gi, 'FGFR$1'],
  [/\bisocitrate dehydrogenase[- ]?([12])\b/gi, 'IDH$1'],
  [/\bfms[- ](?:like|related) (?:receptor )?tyrosine kinase[- ]?3\b/gi, 'FLT3'],
  [/\bnucleophosmin(?:[- ]?1\b)?/gi, 'NPM1'],
  [/\bplatelet[- ]derived growth factor receptor[- ](?:alpha|α|A\b)/gi, 'PDGFRA'],
  [/\bplatelet[- ]derived growth factor receptor[- ](?:beta|β|B\b)/gi, 'PDGFRB'],
  [/\btumou?r protein p?53\b/gi, 'TP53'],
  [/\bbruton['’]?s? tyrosine kinase\b/gi, 'BTK'],
  [/\bo?estrogen receptor 1(?=,? (?:gene|mutation))/gi, 'ESR1'],
  [/\blysine methyltransferase 2A\b/gi, 'KMT2A'],
  [/\bneuregulin[- ]?1\b/gi, 'NRG1'],
  [/\bpartner and localizer of BRCA2\b/gi, 'PALB2'],
  [/\bcheckpoint kinase[- ]?2\b/gi, 'CHEK2'],
  [/\bcyclin[- ]dependent kinase inhibitor 2A\b/gi, 'CDKN2A'],
  [/\bmethylthioadenosine phosphorylase\b/gi, 'MTAP'],
  [/\bjanus kinase[- ]?2\b/gi, 'JAK2'],
  // The thyroid's rearrangements of RET; HGNC gives CCDC6 the alias PTC1 and NCOA4 PTC3. PTC alone is no gene there.
  [/\bRET\s?(?:\/|-|::)\s?PTC[ -]?1(?![A-Za-z0-9/,])/g, 'CCDC6::RET'],
  [/\bRET\s?(?:\/|-|::)\s?PTC[ -]?3(?![A-Za-z0-9/,])/g, 'NCOA4::RET'],
  [/\bRET\s?(?:\/|-|::)\s?PTC(?=\s+(?:fusion|re-?arrang|transloc))/g, 'RET'],
  [/\bRET\s?(?:\/|-|::)\s?PTC(?![A-Za-z0-9/ ,-]{0,2}\d)(?![A-Za-z0-9])/g, 'RET fusion'],
  [/\bBRCA\s?1\s?(?:\/|and|&)\s?2\b/gi, 'BRCA1/BRCA2'],
  [/\b(FLT|IDH|JAK|EZH|BRCA|PALB|CHEK|FGFR|NTRK|AKT|ROS)-([1-4])\b(?!-)/gi, '$1$2'],
  [new RegExp(String.raw`\b(ALK|ROS1|RET|KIT|MET|EGFR|BRAF|FLT3|ERBB2|NTRK[123])${CLASS}`, 'gi'), '$1'],
];
const FIRST =
  /RET\s?(?:\/|-|::)\s?PTC|ep|-ras|-raf|kinase|oncogene|sarcoma|cancer|transfection|transition|nucleo|neur|receptor|dehydro|protein|partner|tensin|phosphor|c-?ros|homolog|BRCA\s?1\s?(?:\/|and|&)|(?:FLT|IDH|JAK|EZH|BRCA|PALB|CHEK|FGFR|NTRK|AKT|ROS)-\d/i;

/**
 * Symbols in small or mixed letters: "Kras mutation", "brca1", "Braf v600e". Where the letters are a word or another test as well ("met", "Alk phos",
 * "ret"), only what stands beside them makes them a gene; "eGFR" is the kidneys' rate unless a mutation is spoken of (`testWithSymbols`).
 */
const ANY_CASE =
  /(?<![A-Za-z0-9.:_>*-])(?:[knh]ras|braf|pten|ros1|brca[12]|palb2|chek2|pik3ca|akt1|esr1|idh[12]|flt3|npm1|jak2|her2|erbb2|fgfr[1-4]|ntrk[123]|nrg1|tp53|pdgfr[ab]|kmt2a|cdkn2a|ezh2|abl1|myd88|stk11|keap1|smad4|alk(?=$|[\s:(-]+(?:gene|fusion|re-?arrang|translo|break|status|mutation|positiv|negativ|D5F3|[FCD]?ISH\b|IHC\b))|(?<=^\s*)(?:ret|met)(?=[\s-]+(?:gene\b|fusion|re-?arrang|translo|amplif|exon|mutation|status$))|(?<=^\s*)kit(?=[\s-]+(?:exon|mutation)))(?![A-Za-z0-9])/gi;
/**
 * "BRAF-V600E", "FLT3-ITD", "KMT2A-PTD", "ERBB2-amp", "TP53-mutated": the change behind the hyphen is no part of the gene's name. "HLA-B57" is a gene, and
 * "non-V600E" the opposite.
 */
const CHANGE_BEHIND_HYPHEN =
  /(?<![A-Za-z0-9-])(?!(?:HLA|NON|NOT|ANTI|EX|WT)[-–])([A-Z][A-Z0-9]{2,7})[-–](?=(?:(?:p\.)?[A-Z]\d{2,4}(?:[A-Z*]|fs|del|dup)|ITD|TKD|PTD|[Aa]mp(?:lifi(?:ed|cation))?|[Mm]ut(?:ant|ated|ation)?|re-?arrange(?:d|ment)|fusion)(?![A-Za-z0-9]))/g;

/** "EGFRvIII" has not even the hyphen. */
const EGFR_VARIANT = /(?<![A-Za-z0-9-])EGFR[- –]?v(?:III|3)(?![A-Za-z0-9])/g;

/** Gene and change parted by a blank; unchanged where nothing joins them. */
export const withChangeApart = (text: string): string =>
  JOINED.test(text) ? text.replace(CHANGE_BEHIND_HYPHEN, '$1 ').replace(EGFR_VARIANT, 'EGFR vIII').replace(AMP, '$1 amplification') : text;
const JOINED = /[-–]|EGFRv|[Aa]mp(?![A-Za-z])/;
/** "ERBB2 amp". */
const AMP = /(?<![A-Za-z0-9])([A-Z][A-Z0-9]{2,7}) [Aa]mp(?![A-Za-z0-9])/g;

/** Names in capitals need no second look. */
const ANY_CASE_WORTH = /[a-z]/;

/** The text with the genes' symbols in place of their names; unchanged where it names none. */
export const withSymbols = remembered((text): string => {
  if (text.length > 400) return text;
  const said = ANY_CASE_WORTH.test(text) ? text.replace(ANY_CASE, (symbol) => symbol.toUpperCase()) : text;
  return FIRST.test(said) ? SPELLINGS.reduce((words, [name, symbol]) => words.replace(name, symbol), said) : said;
});

/**
 * Names that pathologists use for the stained protein, too: a bare "c-KIT: positive" or "p53: negative" is a stain, which says nothing of the gene.
 * With a word for its sequence, or with a change, the gene is meant.
 */
const PROTEINS: readonly (readonly [RegExp, string])[] = [
  [/\bc-?kit\b(?!-)/gi, 'KIT'],
  [/\bc-met\b(?!-)/gi, 'MET'],
  [/\bp53\b/gi, 'TP53'],
];
/** As a word processor writes the receptor. */
const KIDNEYS = /(?<![A-Za-z0-9])egfr(?![A-Za-z0-9])/gi;
const OF_THE_GENE =
  /\bgene\b|\bmutat|\bvariants?\b|\bsequenc|\bexon\s?\d|skipping|amplif|\bGCN\b|\bgene cop(?:y|ies)\b|\bcopy number\b|\bNGS\b|\bPCR\b|rearrang|fusion|\bwild[- ]?type\b|\b[cp]\.|\b[A-Z]\d{2,4}(?:[A-Z*]|fs|del|dup)/i;

/**
 * "RET/PTC1/3": a test of two fusions of RET. Found, it is one of them; not found, only these were looked for, of which the first stands for both, so that the other
 * partners stay open.
 */
function ofBothPtc(name: string, said: readonly string[]): string {
  const denied = said.some((text) => /\b(?:not|no|negative|absent|undetected)\b/i.test(text));
  return name.replace(
    /\bRET\s?(?:\/|-|::)\s?PTC[ -]?1\s?(?:\/|,|and|&)\s?(?:(?:RET\/)?PTC[ -]?)?3(?!\d)/g,
    denied ? 'CCDC6::RET' : 'RET fusion',
  );
}

/** The same for a test's name, with what its value says. */
export function testWithSymbols(name: string, said: readonly string[]): string {
  const written =
    [name, ...said].some((text) => OF_THE_GENE.test(text)) && !/filtration|clearance|CKD|MDRD|creatinin|cystatin|mL/i.test(name)
      ? name.replace(KIDNEYS, 'EGFR')
      : name;
  const symbols = withSymbols(ofBothPtc(written, said));
  return [name, ...said].some((text) => OF_THE_GENE.test(text)) && !/\bIHC\b|immuno|\bstain|expression|\bCD117\b/i.test(name)
    ? PROTEINS.reduce((words, [protein, symbol]) => words.replace(protein, symbol), symbols)
    : symbols;
}
