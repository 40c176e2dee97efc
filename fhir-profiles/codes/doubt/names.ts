/** Diagnoses, susceptibilities and deficiencies that are named only to say that the patient does not have them: "TPMT deficiency: neg", "No …", "… ruled out". */
import { hasNegativeSign, isLeftOpen } from './findings.ts';
import { A_MINUS, ASKED_FOR, DENIED_ALONE, DENIED_BEHIND, NO_ELSEWHERE, NOT_EXCLUDED, RELATIVES, WILD_TYPE } from './words.ts';

const BEHIND = new RegExp(
  String.raw`\b(?:deficien\w*|susceptib\w*|hyperthermia|disorder|disease|syndrome|metaboli[sz]ers?|\w*mangel|positive)\b(?:\s+status\b)?[\s:=,(–-]+(?:${DENIED_BEHIND}|${DENIED_ALONE}|${WILD_TYPE}|(?:->|or) negative|in \d{4}, (?:now )?negative)[\s.)]*$`,
  'i',
);
const BEFORE = new RegExp(
  String.raw`^\W*(?:non-?\s?|lack(?:s|ing)? (?:of )?|absence of|without|equivocal (?:for )?|negative (?:for )?|no\b|not\b|(?:pas|${NO_ELSEWHERE})\b)`,
  'i',
);

/** The patient does not have it, or nobody knows. An entry "history of …" has it. */
export function isDeniedName(text: string): boolean {
  const said = withoutHistory(text);
  return isDeniedPlainly(said) || /^\W*r\/o\b/i.test(said) || isLeftOpen(said);
}

/** Only what says that the patient does not have it, or that it was not looked at: a suspicion stays one. */
export function isDeniedPlainly(text: string): boolean {
  const said = withoutHistory(text);
  return BEFORE.test(said) || BEHIND.test(said) || hasNegativeSign(said);
}

const IN_DOUBT = new RegExp(
  String.raw`^\W*\?|^\W*(?:${ASKED_FOR})\b|\?\W*$|\b(?:${NOT_EXCLUDED})|(?<!\p{L})(?:${RELATIVES})(?!\p{L})|[:=]\s*(?:no|none|false)\W*$`,
  'iu',
);
/** A trait that is named to deny it, to ask for it or to leave it open: "No evidence of …", "? …", "… to be confirmed". */
export const isNamedInDoubt = (text: string): boolean => IN_DOUBT.test(text) || isDeniedName(text);

const OF_ITS_TEST =
  /\b(?:(?:results?|samples?|specimens?|reports?|tests?|testing) (?:pending|sent|collected|available|ordered|requested|done|reviewed)|ordered|requested|status|to be determined|(?:over)?due|(?:geno)?typing|work-?up|evaluation|risk assessment|test(?:ed|ing|s)?|screen(?:ed|ing)?(?: done)?|declined|hom(?:ozygous)?[ -]ref(?:erence)?|QC fail(?:ed|ure)?|history unknown|in (?:an? )?relative|donor|normal|0\/0)\W*$|^\s*\[\s*\]/i;
/** "G6PD deficiency genotyping", "Malignant hyperthermia test ordered", "[ ] DPYD deficiency": the diagnosis is named for its test or its question alone. */
export const speaksOfItsTest = (text: string): boolean => OF_ITS_TEST.test(text.trim()) && !BESIDE_IT.test(text);
/** "Malignant hyperthermia, negative genetic testing": stated, and a test beside it. */
const BESIDE_IT = /[,;]\s*(?:negative|no|normal|positive|prior|previous)\b/i;

const withoutHistory = (text: string): string =>
  text
    .trim()
    .replace(/g-?6-?pd|glucose/i.test(text) ? A_MINUS : /$^/, 'A minus')
    .replace(/\b(?:h\/o|(?:personal |past )?history of)\s/i, '');
