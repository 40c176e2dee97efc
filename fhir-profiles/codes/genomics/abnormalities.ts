/**
 * Abnormalities of chromosomes that boards ask for by their own names and no single gene stands for: 1p/19q codeletion in gliomas, +7/-10 in
 * glioblastoma, translocations of the immunoglobulin heavy chain, gain of 1q, trisomy 12 and monosomy 7 in blood cancers. Named so that the report shows
 * them; no drug is chosen by one. Translocations whose bands name their genes are read in `translocations.ts`.
 */

/** The codeletion by its two arms; a word between them that parts them ("1p intact, 19q deleted") is none. */
const BOTH_ARMS = String.raw`\b1p\s?(?:[/,&+-]|and)?\s?19q\b`;
const CODELETION = '1p/19q codeletion';
/** Mutated or not, of the heavy chain's variable part in chronic lymphocytic leukaemia; its segments (IGHV4-34) are genes of their own. */
const IGHV = 'IGHV mutation status';
const NAMED: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [new RegExp(BOTH_ARMS, 'i'), () => CODELETION],
  [/\bt\s?\(\s?(4;\s?14|6;\s?14|8;\s?14|11;\s?14|11;\s?18|14;\s?16|14;\s?18|14;\s?20)\s?\)/i, ([, pair = '']) => `t(${pair.replace(/\s/g, '')})`],
  [/\b1q(?:21(?:\.\d)?)?[\s-]?(?:gain|amplification|amp|duplication)\b|\b(?:gain|amplification|amp|dup(?:lication)?)(?: of)?[\s(]{0,2}1q(?:21(?:\.\d)?)?(?!\w)|(?<!\w)\+\s?1q(?:21)?(?!\w)/i, () => '1q gain'],
  [/(?<!\w)\+\s?7\s?\/\s?[-−–]\s?10\b/, () => '+7/-10'],
  [/\btrisomy 12\b/i, () => 'trisomy 12'],
  [/\bmonosomy 7\b/i, () => 'monosomy 7'],
  [/\bIGHV\b(?![-\d])/, () => IGHV],
]; // prettier-ignore
/** More copies of an arm, named in a line of in-situ hybridisation: "1q21 gain", "gain(1q)", "gain of 8q24". */
export const ARM_GAIN = String.raw`\b(?:\d{1,2}|X)[pq](?:\d[\d.]*)?[\s-]?(?:gain|amplification)\b|\b(?:gain|amp)(?: of)?[\s(]{1,2}(?:\d{1,2}|X)[pq](?:\d[\d.]*)?\)?`;
const KINDS = /^(?:1p\/19q codeletion|t\(\d+;\d+\)|1q gain|\+7\/-10|trisomy 12|monosomy 7|IGHV mutation status)$/;
/** "IGH::FGFR3 t(4;14)", "CCND1/IGH": the genes are asked for, and their reader has them. */
const PARTNERS = /\b[A-Z][A-Z0-9]{2,}\s?(?:::|\/|-)\s?[A-Z][A-Z0-9]{2,}\b/;

/** `t(4;14)` of "FISH t(4;14)(p16;q32)"; null for a title that names none, or several. */
export function abnormalityNamed(title: string): string | null {
  if (PARTNERS.test(title)) return null;
  const names = NAMED.flatMap(([pattern, name]) => {
    const found = pattern.exec(title);
    return found === null ? [] : [name(found)];
  });
  const [only] = names;
  return names.length === 1 && only !== undefined ? only : null;
}
export function isAbnormality(kind: string): boolean {
  return KINDS.test(kind);
}

const DENIED =
  /\b(?:not|non)[- ]?(?:co-?)?(?:delet\w*|gained|amplified|re-?arranged|detected|present|found|identified|observed|seen)\b|\bno\b(?! call)|\bwithout\b|\bnegative\b|\babsent\b|\bundetected\b|\bintact\b|\bretained\b|(?<!\w)normal\b/i;
const FOUND =
  /\bco-?delet(?:ed|ion)\b|\bdetected\b|\bpresent\b|\bpositive\b|\bidentified\b|\bfound\b|\bgain(?:ed)?\b|\bamplifi(?:ed|cation)\b|\bre-?arranged\b/i;
/** Part of what is asked, or of the cells: neither the one nor the other. */
const IN_PART = /\b(?:partial(?:ly)?|isolated|relative|polysomy|sub-?clonal|mosaic|imbalance)\b/i;

/** What an answer says of it: positive, negative, or null where that cannot be told ("1p deleted, 19q intact"). */
export function abnormalityStatus(kind: string, text: string): 'positive' | 'negative' | 'mutated' | 'unmutated' | null {
  if (kind === IGHV)
    return /\b(?:unmutated|(?:not|non)[- ]?mutated|no (?:somatic )?(?:hyper)?mutations?)\b/i.test(text)
      ? 'unmutated'
      : /\b(?:hyper)?mutated\b/i.test(text)
        ? 'mutated'
        : null;
  const rest = kind === CODELETION ? text.replace(new RegExp(BOTH_ARMS, 'gi'), ' ') : text;
  if (IN_PART.test(rest) || (kind === CODELETION && /\b(?:1p|19q)/i.test(rest))) return null;
  const kept = rest.replace(new RegExp(DENIED, 'gi'), ' ');
  if (!DENIED.test(rest)) return FOUND.test(rest) ? 'positive' : null;
  // "1q gain detected; amplification not detected" says both.
  return /\b(?:detected|present|positive|identified|found)\b/i.test(kept) ? null : 'negative';
}
