/**
 * Names of tests as programs and tables write them, in words: "HER2_status", "egfr_mutation", "biomarkers.alk_fusion", "KRASMutation", "msiStatus",
 * "EGFRgene". Names with blanks are words already; pharmacogenes and HLA alleles are for their own readers, who know such forms of them.
 */
import { pgxGene } from './pgx/genes.ts';

/** Genes and markers of tumours that such names are made of; "met" in small letters is short for metastasis as well. */
const OF_TUMOUR = new Set(
  (
    'EGFR ALK ROS1 BRAF KRAS NRAS HRAS RAS HER2 ERBB2 MSI MMR TMB HRD ER PR BRCA BRCA1 BRCA2 FLT3 NPM1 IDH1 IDH2 RET MET NTRK NTRK1 NTRK2 NTRK3 ' +
    'FGFR1 FGFR2 FGFR3 PIK3CA ESR1 JAK2 KIT PDGFRA PDGFRB TP53 PTEN AKT1 KI67 PDL1 CALR MPL ABL1 EZH2 NRG1 KMT2A PALB2 ATM MGMT CDKN2A MTAP'
  ).split(' '),
);
const WORDS =
  'mutations?|status|fusions?|amp(?:lification)?|rearrangements?|expression|scores?|results?|tests?|testing|variants?|genes?|alterations?|positive|negative|level|exon\\d{1,2}|itd|tkd|ihc|fish|ish|tps|cps';
const LEADING = /^(?:biomarkers?|tumou?r[_.]?markers?|markers?|molecular|genomics?|mutations?|genes?|lab|obs)[._:/]+(?=[A-Za-z])/i;
const PARTED = /^[A-Za-z][A-Za-z0-9]{0,20}(?:[._][A-Za-z0-9>*]{1,20}){1,5}$/;
/** A hyphen or a stroke joins two genes as well: only words and a change stand behind one here. */
const CHANGE = String.raw`[A-Z]\d{2,4}[A-Z*]`;
const JOINED = new RegExp(String.raw`^[A-Za-z][A-Za-z0-9]{1,6}(?:[-/](?:${WORDS}|${CHANGE})){1,3}$`, 'i');
const GLUED = new RegExp(String.raw`^([A-Za-z][A-Za-z0-9]{1,6}?)((?:${WORDS}){1,2}|${CHANGE})$`, 'i');
const EACH_WORD = new RegExp(String.raw`${WORDS}|${CHANGE}`, 'gi');
/** A transcript, a place on a protein: names of changes, in which a dot and a low line say something. */
const OF_A_SEQUENCE = /^(?:[NX][MPCRG]_|ENS[TPG]|[cgmnpr]\.)/;
/** "FLT3-ITD" is the change's own name, and is said so. */
const OF_ITS_OWN = /^[A-Z][A-Z0-9]+-(?:ITD|TKD)$/;
const KNOWN_WORD = new RegExp(String.raw`^(?:${WORDS})$`, 'i');
const ONE_CHANGE = new RegExp(String.raw`^${CHANGE}$`, 'i');

const isOfTumour = (name: string): boolean => OF_TUMOUR.has(name.toUpperCase()) && name !== 'met';

/** "EGFR_mutation" → "EGFR mutation"; any other name comes back as it is. */
export function titleInWords(name: string): string {
  if (name.length > 80 || /\s/.test(name) || OF_A_SEQUENCE.test(name) || OF_ITS_OWN.test(name)) return name;
  const own = name.replace(LEADING, '').replace(/^pd[-_]?l1/i, 'PDL1');
  const words = PARTED.test(own) ? own.split(/[._]/) : JOINED.test(own) ? own.split(/[-/]/) : gluedWords(own);
  if (words === null) return own === name || !isOfTumour(own) ? name : own.toUpperCase();
  const [first = '', ...others] = words;
  if (JOINED.test(own) && !isOfTumour(first)) return name;
  if (pgxGene(first.toUpperCase()) !== null || /^(?:HLA|CYP|UGT|rs\d)/i.test(first)) return name;
  return [isOfTumour(first) ? symbolOf(first) : first, ...others.map(plainWord)].join(' ');
}

function gluedWords(name: string): readonly string[] | null {
  const [, symbol = '', word = ''] = GLUED.exec(name) ?? [];
  // A capital, or a symbol in capitals, marks the border: "egfrMutation", "EGFRgene".
  const marked = /^[A-Z]/.test(word) || symbol === symbol.toUpperCase();
  return marked && isOfTumour(symbol) ? [symbol, ...(word.match(EACH_WORD) ?? [])] : null;
}

const symbolOf = (first: string): string => (/^pdl1$/i.test(first) ? 'PD-L1' : first.toUpperCase());

function plainWord(word: string): string {
  if (/^amp$/i.test(word)) return 'amplification';
  if (KNOWN_WORD.test(word)) return word.toLowerCase().replace(/^(?:itd|tkd|ihc|fish|ish|tps|cps)$/, (short) => short.toUpperCase());
  return isOfTumour(word) || ONE_CHANGE.test(word) ? word.toUpperCase() : word;
}

const OF_GERMLINE = /^(?:biomarkers?[._])?(?:hla[\s_.-]?[abcd]\S{0,12}|[a-z0-9]{3,8}[\s_.:/-]*(?:genotype|diplotype|phenotype))$/i;

/** A code of a laboratory's own that is nothing but words, where nothing else is written: "EGFR mutation", "alk_fusion". */
export function codeInWords(code: string): string | undefined {
  const words = titleInWords(code);
  return words !== code ||
    OF_ITS_OWN.test(code) ||
    OF_GERMLINE.test(code) ||
    (/^[A-Za-z][\w-]*[:,]?(?: [\w()/.:,-]+)+$/.test(code) && code.length <= 80)
    ? words
    : undefined;
}
