/**
 * Grades that are turned round or taken from the patient: "No evidence of CYP2C19 poor metabolizer status", "poor metabolizer: ruled out", "Brother poor
 * metabolizer", "poor metabolizer?". A grade beside such words is no grade of this patient, and nothing else either. What is only likely is a grade of its own.
 */
import {
  ASKED_FOR,
  DENIED_ALONE,
  DENIED_BEHIND,
  IN_RELATIVE,
  MINUS,
  NO_ELSEWHERE,
  NOT_EXCLUDED,
  NOT_ELSEWHERE,
  NOUGHT,
  RELATIVES,
  RULED_OUT,
  SUSPECTED,
  WILD_TYPE,
} from './words.ts';

const GRADE = String.raw`(?:(?:ultra[\s-]?)?rapid|poor|intermediate|normal|extensive|slow|decreased|reduced|increased|deficient)\b[^.;]{0,20}?\b(?:metaboli[sz](?:er|ation)|metabolism|function|activity|acetylator|phenotype|status)`;

/** "No function" is a function, "consistent with no …" is turned round all the same. */
const DENIED = String.raw`no(?! (?:[\w-]+ )?(?:function|activity)\b)|not|non|never|none|neither|nor|without|absen(?:ce|t)|lack(?:s|ing)?|inconsistent|exclu(?:de[sd]?|ding|sion)|ausgeschlossen`;
/** Thought of, in the past, or of many people. */
const NOT_NOW = String.raw`screen(?:ing|ed)?(?: for)?|(?:at )?risk (?:for|of being)|resolved|former|prevalence|frequency`;
const BEFORE = [DENIED, NOT_NOW, RULED_OUT, ASKED_FOR, SUSPECTED, RELATIVES, NO_ELSEWHERE, NOT_ELSEWHERE].join('|');

const PATTERNS: readonly RegExp[] = [
  // In the same sentence.
  new RegExp(String.raw`(?<![\w-])(?:${BEFORE})(?![\w-])[^.;]{0,90}?\b${GRADE}`),
  // "non-TPMT poor metabolizer"; "two non-functional alleles" turn nothing round.
  new RegExp(String.raw`\bnon-?\s?(?:cyp|tpmt|dpyd|nudt|ugt|slco|nat2)[^.;]{0,20}?\b${GRADE}`),
  new RegExp(
    String.raw`\b${GRADE}s?\b(?: (?:status|phenotype|genotype))?[^.;,\w]{0,3}(?:(?:is|was|status|has been|therefore)[\s:]+){0,2}(?:${DENIED_BEHIND}|${SUSPECTED}|${NOT_EXCLUDED})(?!\w)`,
    'u',
  ),
  new RegExp(String.raw`^\s*\?|\b${GRADE}\s*\?`),
  new RegExp(String.raw`\b${GRADE}s?[^.;,\w]{0,3}(?:${DENIED_ALONE}|${WILD_TYPE}|${IN_RELATIVE}|${NOUGHT}|${MINUS})\s*$`),
  new RegExp(String.raw`\b(?:negative for|equivocal for)\b[^.;]{0,90}?\b${GRADE}`),
];

/** "No variants detected, normal metabolizer": what was not found is why the grade is normal. */
const NOTHING_FOUND =
  /\b(?:no|none of the) (?:[\w*-]+ ){0,4}?(?:variants?|alleles?|mutations?|changes?)(?: (?:was |were )?(?:detected|found|identified|present|observed))?\s*(?=[,;:()–-]|$)|\b(?:not|none) (?:detected|found|identified|present|observed)\s*(?=[,;:()–-]|$)/g;
const OTHER_GRADE = /\b(?:poor|intermediate|rapid|slow|decreased|reduced|increased|deficient)\b|\bultra/;

/** True where the grade in the text (lower case, English) is not said of the patient. */
export function gradeTurnedRound(text: string): boolean {
  const said = OTHER_GRADE.test(text) ? text : text.replace(NOTHING_FOUND, ' ');
  return PATTERNS.some((pattern) => pattern.test(said));
}
