/**
 * Findings that a text leaves open: "HER2 positive?", "r/o MSI-High", "L858R detected in controls". What is denied ("not detected", "excluded") is a negative
 * finding and read as one elsewhere; only signs of it stand here ("L858R (-)", "V600E: 0").
 */
import { findingsInEnglish } from '../finding-words.ts';
import { BELOW_LIMIT, HEDGED, IN_RELATIVE, NO_ELSEWHERE, SUSPECTED, UNRELIABLE } from './words.ts';

/** "p.Gly12?" is HGVS for a residue changed into an unknown one. */
export const ASKED = /(?<!\b[pc]\.\(?(?:[A-Za-z]{1,3}\d{1,4})?)\?\s*\)?\s*\.?\s*$/;
const DOUBTED = new RegExp(
  String.raw`\b(?:r\/o|to rule out|h\/o|history of|${SUSPECTED}|${HEDGED}|${UNRELIABLE}|${BELOW_LIMIT}|${IN_RELATIVE})\b`,
  'i',
);
/** What is unknown may be what the finding means, where it comes from or what it is fused with. */
const UNKNOWN =
  /(?<!\b(?:significance|relevance|partner|origin|zygosity|phase|inheritance|effect|impact|classification|pathogenicity)(?:\s(?:is|was)|:)?\s)\bunknown\W*$/i;
/** "Nicht", "niet" and the like may belong to the name of a tumour, "PAS" is a stain. */
const NONE_ELSEWHERE = new RegExp(String.raw`(?<!\p{L})(?:${NO_ELSEWHERE}|ei|pas d(?:e|’|'))(?!\p{L})`, 'iu');
const NOUGHT = /[:=]\s*0\s*$|(?<![\d.,])0(?:[.,]0+)?\s?%/;
const MINUS = /\(\s*[-–−]\s*\)|[\p{L}\d*:]\s?[-–−]\s*$/u;

/** The words ask, suspect or tell of someone else: nothing is stated. */
export function isLeftOpen(text: string): boolean {
  const said = findingsInEnglish(text);
  return ASKED.test(said) || DOUBTED.test(said) || UNKNOWN.test(said) || NONE_ELSEWHERE.test(said);
}

/** A minus or a nought behind the finding. */
export function hasNegativeSign(text: string): boolean {
  return MINUS.test(text) || NOUGHT.test(text);
}
