/**
 * What a text says of the scale beside its score: "0 (3+ = positive)", "Score: 0. Scale 0-3+", "MSI-H/MSI-L/MSS: MSS". Taken out before the score is
 * read; a score that is only denied ("<3+", "not 3+") leaves nothing.
 */

const SCORES = String.raw`[0-3]\s?\+?`;
const SCALE = new RegExp(
  String.raw`\(?\b(?:on a )?(?:scale|range)\b[\s:]*(?:of |from )?0\s*(?:-|–|to)\s*3\s?\+?\)?|\(\s*0\s*(?:-|–|to)\s*3\s?\+?\s*\)`,
  'gi',
);
const OF_THREE = new RegExp(String.raw`(${SCORES})\s?(?:\/|of|out of)\s?3\s?\+(?!\s*(?:or|and|to)\b)`, 'gi');
const MEANING = new RegExp(
  String.raw`(?:[(;,]\s{0,4})?[0-3](?:\s?\+)?\s{0,4}(?:(?:staining )?(?:is |are )?(?:required|needed)|(?:=|->|→)\s*(?:positive|negative|equivocal)|(?:is |are )?defined as (?:positive|negative|equivocal))\)?`,
  'gi',
);
const DENIED_SCORE = /(?:<|\b(?:less than|below|not|no|never|under|without|fewer than))\s*3\s?\+/i;

/** HER2's stain: the score that was given, without the scale. */
export function ownScore(text: string): string {
  const own = text.replace(SCALE, ' ').replace(OF_THREE, '$1 ');
  if (DENIED_SCORE.test(own)) return '';
  const meanings = own.match(MEANING) ?? [];
  const left = own.replace(MEANING, ' ');
  // "3+ = positive" and nothing else is the answer; two of them are a legend.
  return meanings.length === 1 && !/[\p{L}\d]/u.test(left) ? own : left;
}

const CLASS = String.raw`(?:MSI-?(?:H(?:igh)?|L(?:ow)?)|MSS)`;
const CHOICES = new RegExp(String.raw`^\W*${CLASS}(?:\s*(?:\/|,|\bvs\b\.?|\bor\b|\bversus\b)\s*${CLASS})+\s*[:=]\s*(?=\S)`, 'i');
const NOT_CHOSEN = new RegExp(String.raw`\b(?:rather than|instead of|as opposed to|vs\.?|versus)\s+${CLASS}\b`, 'gi');
const WOULD_BE = new RegExp(
  String.raw`[;.,(]\s*${CLASS}\b[^;.)]{0,20}?(?:\bwould\b|\brequires?\b|\bdefined\b|\bmeans?\b|\bif\b|>=|≥|>|:\s*(?=\d))[^;)]*\)?`,
  'gi',
);

/** Microsatellites: the class that was given, without the choices and what another class would ask for. */
export const ownClass = (text: string): string => text.replace(CHOICES, '').replace(NOT_CHOSEN, ' ').replace(WOULD_BE, ' ');

/** A number that stands for itself: no part of the name of a marker (BAT-25). */
const NUMBER = /(?<![\p{L}\d.,-])\d+(?:[.,]\d+)?(?![\p{L}\d-])/gu;
/** "Unstable, 32 % of loci", "instability detected (score 25)": the laboratory's word is said. */
const CALLED = /^\W*unstable\b(?=\W*$|\s*[,;(.])|\b(?:detected|present|positive)\b/i;

/** "3 % unstable loci", "instability score 1.2": a number whose limit is the laboratory's; null where no such number decides. */
export function numberOfInstability(text: string): 'none' | 'some' | null {
  if (!/\b(?:unstable|instability)\b/i.test(text) || CALLED.test(text)) return null;
  const numbers = text.match(NUMBER) ?? [];
  if (numbers.length === 0) return null;
  return numbers.every((number) => Number(number.replace(',', '.')) === 0) ? 'none' : 'some';
}
