/**
 * What the two copies of a gene hold, written side by side as the answer of a test: "0/1" (VCF), "wt/mut", "neg/pos", "one wild type, one variant".
 * Read word by word such an answer looks like a denial, because the reference often stands first.
 */

/** `mixed`: one copy is the reference, the other is not; `named` is what stands there where it is an allele or a change. */
export type PairAnswer = { readonly copies: 'reference' } | { readonly copies: 'mixed'; readonly named?: string };

/** Copies by number ("0/1", "1|1") or by "ref" and "alt": what they are depends on the reference that was compared with. */
export const PAIR_OF_NUMBERS =
  /^\s*(?:(?:GT|genotype)\s?[:=]?\s?)?\(?(?:\d|ref(?:erence)?|alt(?:ernate|ernative)?)\s?[/|]\s?(?:\d|ref(?:erence)?|alt(?:ernate|ernative)?)\)?(?![/|\w])/i;
const TWICE =
  /^\s*(?:(?:GT|genotype)\s?[:=]?\s?|hom(?:\.|ozyg\w*)?\s?[(,:]?\s?)?\(?(1|alt(?:ernate|ernative)?|mut(?:ant|ated|ation)?|var(?:iant)?|pos(?:itive)?)\s?[/|]\s?\1\)?(?::[\d,.:|]+)?(?:\s?[(,-]?\s?hom(?:\.|ozyg\w*)?(?:[ -]alt)?\)?)?\.?$/i;

/** "1/1", "1|1", "alt/alt", "mut/mut": neither copy is the reference. Only under the name of the one change that is asked for. */
export const isTwiceTheOther = (text: string): boolean => text.length <= 60 && TWICE.test(text);

const REFERENCE = String.raw`0|ref(?:erence)?|wt|wild[- ]?type|norm(?:al)?|neg(?:ative)?|absent|not detected`;
const OTHER = String.raw`[12]|alt(?:ernate|ernative)?|mut(?:ant|ated|ation)?|var(?:iant)?|pos(?:itive)?|present|detected|het(?:erozygous)?`;
const NAMED = String.raw`(?:HLA-[A-Z]+\d?)?\*\d[\d:A-Z]*|[cgmp]\.[^\s/|]+`;
const STATE = String.raw`(?:het|hom)(?:\.|ero\w*|o\w*)?`;
const SIDE = `${REFERENCE}|${OTHER}|${NAMED}`;
const TWO_SIDES = new RegExp(
  String.raw`^(?:(?:GT|genotype)\s?[:=]?\s?|${STATE}\s?[(,:]?\s?)?\(?(${SIDE})\s?[/|]\s?(${SIDE})\)?(?::[\d,.:|]+)?(?:\s?[(,-]?\s?${STATE}\)?)?\)?\.?$`,
  'i',
);
const OF_EACH = new RegExp(
  String.raw`^(?:one|1)\s(${REFERENCE}|${OTHER})(?:\s(?:allele|copy))?(?:,|;|\sand)\s(?:one|1)\s(${REFERENCE}|${OTHER})(?:\s(?:allele|copy))?\.?$`,
  'i',
);
const BOTH_KINDS = /^wild[- ]?type and (?:variant|mutant|mutated) (?:alleles?|copies|copy)\.?$/i;

const isReference = new RegExp(`^(?:${REFERENCE})$`, 'i');
const isNamed = new RegExp(`^(?:${NAMED})$`, 'i');

/** Null for every text that is not, as a whole, two copies with a reference among them. */
export function pairAnswer(text: string): PairAnswer | null {
  const words = text.trim();
  if (words.length > 60) return null;
  if (BOTH_KINDS.test(words)) return { copies: 'mixed' };
  const [, one = '', two = ''] = TWO_SIDES.exec(words) ?? OF_EACH.exec(words) ?? [];
  if (one === '') return null;
  const references = [one, two].filter((side) => isReference.test(side)).length;
  if (references === 0) return null;
  if (references === 2) return { copies: 'reference' };
  const named = [one, two].find((side) => isNamed.test(side));
  return named === undefined ? { copies: 'mixed' } : { copies: 'mixed', named };
}
