/** One spelling for what laboratories write in many: Unicode signs, blanks, prefixes. Works on text only; knows no gene. */

const SLASHES = /[\u2044\u2215\uFF0F\u29F8]/g;
const ASTERISKS = /[\u2217\u204E\uFE61\uFF0A\u2731\u2732\u22C6\u2605]/g;
const DASHES = /[\u2010-\u2015\u2212\uFE63\uFF0D]/g;
const BLANKS = /[\s\u00A0\u2000-\u200B\u202F\u3000\uFEFF]+/g;

export function plainSpelling(text: string): string {
  return text
    .replace(SLASHES, '/')
    .replace(ASTERISKS, '*')
    .replace(DASHES, '-')
    .replace(/[\u00D7\u2715\u2716]/g, 'x')
    .replace(/[\u2264\u2A7D]/g, '<=')
    .replace(/[\u2265\u2A7E]/g, '>=')
    .replace(/["\u201C\u201D]/g, '')
    .replace(BLANKS, ' ')
    .trim();
}

/** `*4+*68` and `*68+*4` are the same haplotype; laboratories order the units as they like. Units keep the order written. */
export const NEGATED =
  /\b(?:not|no|none|negative|absent|failed|failure|insufficient|indeterminate|pending|unable|cannot|inconclusive|uninterpretable|rule[sd]? out|without)\b/i;

/** Words that may stand around an allele pair without changing what it says. */
export const HARMLESS =
  /\b(?:genotypes?|diplotypes?|results?|alleles?|haplotypes?|stars?|detected|present|identified|homozygous|heterozygous|compound|carrier|patient|gene|is|the|of|for|has|was|a|an|phase|phased|unphased|hom|het|variants?|type|interpretation|consistent|with|predicted|phenotype|metaboli[sz]er|ultra-?rapid|rapid|normal|intermediate|poor|extensive|likely|function|decreased|increased|activity|score|nm|im|pm|rm|um|em|low|high|reduced|wild|and)\b/gi;
