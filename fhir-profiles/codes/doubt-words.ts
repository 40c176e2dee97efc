/**
 * Words and signs that leave open what stands beside them, or turn it round: "HER2 positive?", "r/o MSI-High", "L858R (-)", "V600E: 0". A finding that is
 * named beside one of them was not stated.
 */
import { findingsInEnglish } from './finding-words.ts';

/** "p.Gly12?" is HGVS for a residue changed into an unknown one. */
export const ASKED = /(?<!\b[pc]\.\(?(?:[A-Za-z]{1,3}\d{1,4})?)\?\s*\)?\s*\.?\s*$/;
const DOUBTED =
  /\b(?:r\/o|to rule out|unlikely|suspected|suspicious (?:of|for)|possib(?:le|ly)|probabl[ey]|presum(?:ed|ptive(?:ly)?)|h\/o|history of|false(?:ly)?[- ]positive|unconfirmed|not (?:yet )?confirmed|art[ei]facts?|(?:positive|detected|seen) (?:only )?in (?:the )?(?:positive )?controls?|not (?:clearly|definitely|definitively|reliably|convincingly|unequivocally|certainly)|(?:positive|pos|detected)\s?(?:or|\/)\s?(?:negative|neg|not detected)|below (?:the )?(?:limit of detection|detection limit))\b/i;
const OF_RELATIVES =
  /\b(?:in|of)\s(?:(?:the|her|his|a)\s)?(?:patient'?s\s)?(?:sister|brother|mother|father|son|daughter|aunt|uncle|cousin|relative|family)\b/i;
/** What is unknown may be what the finding means, where it comes from or what it is fused with. */
const UNKNOWN =
  /(?<!\b(?:significance|relevance|partner|origin|zygosity|phase|inheritance|effect|impact|classification|pathogenicity)(?:\s(?:is|was)|:)?\s)\bunknown\W*$/i;
const NONE_ELSEWHERE = /(?<!\p{L})(?:kein\p{L}*|pas d(?:e|’|')|sans|sin|senza|sem|geen|ingen|inget|ikke|ei|brak)(?!\p{L})/iu;
const NOUGHT = /[:=]\s*0\s*$|(?<![\d.,])0(?:[.,]0+)?\s?%/;
const MINUS = /\(\s*[-\u2013\u2212]\s*\)|[\p{L}\d*]\s?[-\u2013\u2212]\s*$/u;

/** The words ask, suspect or tell of someone else: nothing is stated. */
export function isLeftOpen(text: string): boolean {
  const said = findingsInEnglish(text);
  return ASKED.test(said) || DOUBTED.test(said) || OF_RELATIVES.test(said) || UNKNOWN.test(said) || NONE_ELSEWHERE.test(said);
}

/** A minus or a nought behind the finding. */
export function hasNegativeSign(text: string): boolean {
  return MINUS.test(text) || NOUGHT.test(text);
}

/** Words that deny a diagnosis or a grade right behind its name: "TPMT deficiency: neg", "… status unknown", "… ruled out". */
const DENIED_BEHIND =
  /\b(?:deficien\w*|susceptib\w*|hyperthermia|disorder|disease|syndrome|metaboli[sz]ers?|\w*mangel|positive)\b(?:\s+status\b)?[\s:=,(–-]+(?:neg\.?|negative|false|no|none|absent|unknown|pending|unlikely|ruled? out|excluded|disproved|refuted|not (?:seen|detected|found|confirmed|present|likely)|nicht nachweisbar|below detection limit|wild[- ]?type|test(?:ing)?|control failed|(?:->|or) negative|in \d{4}, (?:now )?negative)[\s.)]*$/i;
/** Before its name. */
const DENIED_BEFORE =
  /^\W*(?:non-?\s?|lack(?:s|ing)? (?:of )?|absence of|without|equivocal (?:for )?|negative (?:for )?|no\b|not\b|pas\b|sans\b|kein\w*)/i;

/** What a diagnosis, a susceptibility or a deficiency is named beside says that the patient does not have it, or that nobody knows. An entry "history of …" has it. */
export function isDeniedName(text: string): boolean {
  const said = withoutHistory(text);
  return isDeniedPlainly(said) || /^\W*r\/o\b/i.test(said) || isLeftOpen(said);
}

/** Only what says that the patient does not have it, or that it was not looked at: a suspicion stays one. */
export function isDeniedPlainly(text: string): boolean {
  const said = withoutHistory(text);
  return DENIED_BEFORE.test(said) || DENIED_BEHIND.test(said) || hasNegativeSign(said);
}

/** G6PD's variant A- ends with a minus that denies nothing. */
const A_MINUS = /(?<![\p{L}\d])A\s?(?:\(-\)|-)(?![\p{L}\d])/giu;

const withoutHistory = (text: string): string =>
  text
    .trim()
    .replace(/g-?6-?pd|glucose/i.test(text) ? A_MINUS : /$^/, 'A minus')
    .replace(/\b(?:h\/o|(?:personal |past )?history of)\s/i, '');
