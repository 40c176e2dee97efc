/** One spelling for what laboratories write in many: Unicode signs, blanks, prefixes. Works on text only; knows no gene. */

import { findingsInEnglish } from '../../../codes/finding-words.ts';

const SLASHES = /[\u2044\u2215\uFF0F\u29F8]/g;
const ASTERISKS = /[\u2217\u204E\uFE61\uFF0A\u2731\u2732\u22C6\u2605]/g;
const DASHES = /[\u2010-\u2015\u2212\uFE63\uFF0D]/g;
const BLANKS = /[\s\u00A0\u2000-\u200B\u202F\u3000\uFEFF]+/g;

/** "Splice donor", "splice-site acceptor": where in the gene, as "missense" and "frameshift" say what a change does. */
const SPLICE = /\bsplic(?:e|ing)[- ](?:site[- ])?(?:donor|acceptor)(?:[- ]site)?\b/gi;

/** Laboratory systems that write capitals only: "C.1905+1G>A". */
const CAPITALS = /(?<![\w.])[CGM]\.(?=[-*]?\d+(?:[+-]\d+)?\s?[ACGT]\s?>\s?[ACGT])/g;

/** The zygosity in the neighbours' languages, and as the carrier ("*2 homozygote"). Spanish, Italian and Finnish spell it their own way. */
const ZYGOTES: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:h?[eé]t[eé]ro(?:z[yi]got|cigot|tsygoot|cigos|zigos)(?!ic\b)(?!e?s?ity)\p{L}*)/giu, 'heterozygous'],
  [/(?<!\p{L})(?:h?omo(?:z[yi]got|cigot|tsygoot|cigos|zigos)(?!ic\b)(?!e?s?ity)\p{L}*)/giu, 'homozygous'],
];

const FOR = /(zygous) (?:für|för|voor|pour|per|para)(?!\p{L})/giu;

const VARIANT = /(?<!\p{L})(?:variante[ns]?|varianti)(?!\p{L})/giu;
/** "Présence du variant *2A à l'état hétérozygote": the article behind the answer, and the words before the zygosity. */
const ARTICLE = /(?<=detected )(?:de la|de l['’]|d[eu]s?|del|dell[ao]|dell['’]|do|da|van(?: de| het)?) /giu;
const STATE =
  /(?<!\p{L})(?:[àa] l['’][ée]tat|en(?: estado)?|allo stato|in(?: stato)?|em) (?=(?:hetero|homo)zygous)|(?<=zygous) form(?!\p{L})/giu;

export function plainSpelling(text: string): string {
  return (
    zygotesInEnglish(findingsInEnglish(text))
      .replace(CAPITALS, (prefix) => prefix.toLowerCase())
      // Markdown's "\\*2/\\*2".
      .replace(/\\(?=\*)/g, '')
      .replace(SLASHES, '/')
      .replace(ASTERISKS, '*')
      .replace(DASHES, '-')
      .replace(/[\u00D7\u2715\u2716]/g, 'x')
      .replace(/[\u2264\u2A7D]/g, '<=')
      .replace(/[\u2265\u2A7E]/g, '>=')
      .replace(/["\u201C\u201D]/g, '')
      .replace(SPLICE, 'splice site')
      .replace(BLANKS, ' ')
      .replace(VARIANT, 'variant')
      .replace(ARTICLE, '')
      .replace(STATE, '')
      .trim()
  );
}

function zygotesInEnglish(text: string): string {
  if (!/[zc][yi]go[ts]|tsygoot/i.test(text)) return text;
  return ZYGOTES.reduce((left, [pattern, english]) => left.replace(pattern, english), text).replace(FOR, '$1 for');
}

/** "HLA-B*15:02: Neg; HLA-A*31:01: Pos": the two flags of a list, in full. "Pos. 1555" is a position. */
export function flagsInFull(text: string): string {
  return text.replace(/(?<![\w+-])(neg|pos)(?:\.(?!\s*\d))?(?=[\s,;.()]|$)(?!\.?\s*\d)/gi, (flag) =>
    /^n/i.test(flag) ? 'negative' : 'positive',
  );
}

/** `*4+*68` and `*68+*4` are the same haplotype; laboratories order the units as they like. Units keep the order written. */
export const NEGATED =
  /\b(?:not|no|none|negative|absent|failed|failure|insufficient|indeterminate|pending|unable|cannot|inconclusive|uninterpretable|rule[sd]? out|excluded|unlikely|without)\b/i;

/** Words that may stand around an allele pair without changing what it says. */
export const HARMLESS =
  /\b(?:genotypes?|diplotypes?|results?|alleles?|haplotypes?|stars?|detected|present|identified|homozygous|heterozygous|compound|carrier|patient|gene|is|the|of|for|has|was|a|an|phase|phased|unphased|hom|het|variants?|type|interpretation|consistent|with|predicted|phenotype|metaboli[sz]er|ultra-?rapid|rapid|normal|intermediate|poor|extensive|likely|function|decreased|increased|activity|score|nm|im|pm|rm|um|em|low|high|reduced|wild|and|splice|site|missense|nonsense|frameshift|intronic)\b/gi;

/** Words that stand beside an allele or a variant in laboratory English and turn nothing round. */
const KNOWN = new Set(
  (
    'positive pos found hla class high low resolution typing typed type molecular by in on at to from this that these sample blood dna carrier carriers ' +
    'status test tested testing method ngs sbt ssp sso pcr sequencing pathogenic benign uncertain unknown significance vus mutation mutations mutant ' +
    'heteroplasmic homoplasmic hemizygous het hom hemi percent level approximately about exon intron chr chromosome transcript nm nc np ng lrg ref ' +
    'reference alt one two single both copy copies deficient deficiency enzyme also known as aka hapb risk associated association susceptibility ' +
    'malignant hyperthermia aminoglycoside induced hearing loss toxicity hypersensitivity see comment note report reported final confirmed observed ' +
    'noted seen are were be been which other another second first mitochondrial rrna genes variation change changes protein amino acid missense ' +
    'substitution nonsense frameshift splice site genomic nucleotide position it patients subject group serotype antigen alleles wild del dup ins ' +
    'fs ter delins inv rs chr grch hg b a c m p g n s or then per vaf af allele fraction load state zygosity phase cis trans maternal paternal de novo ' +
    'clinically relevant significant actionable strong moderate severe mild function loss of gain no common rare founder african mediterranean'
  ).split(' '),
);

/** The zygosity in the neighbours' languages, which `zygosityIn` reads. */
const ZYGOSITY = /(?<!\p{L})(?:h[eé]t[eé]ro|homo|h[eé]mi)z[yi]got\p{L}*/giu;

/** Any word that is neither harmless nor known: it may be "not found" in a language nobody has listed, so that what it stands beside is unread. */
export function hasUnknownWord(around: string): boolean {
  const words =
    around
      .replace(ZYGOSITY, ' ')
      .replace(HARMLESS, ' ')
      .match(/\p{L}{2,}/gu) ?? [];
  return words.some((word) => !KNOWN.has(word.toLowerCase()));
}
