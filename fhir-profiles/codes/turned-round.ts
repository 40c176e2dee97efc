/**
 * Words that turn a grade round, or take it from the patient: "No evidence of CYP2C19 poor metabolizer status", "poor metabolizer: ruled out", "Brother poor
 * metabolizer", "poor metabolizer?". A grade beside one of them is no grade of this patient, and nothing else either.
 */

const GRADE = String.raw`(?:(?:ultra[\s-]?)?rapid|poor|intermediate|normal|extensive|slow|decreased|reduced|increased|deficient)\b[^.;]{0,20}?\b(?:metaboli[sz](?:er|ation)|metabolism|function|activity|acetylator|phenotype|status)`;

/** Before the grade, in the same sentence. "No function" is a function, "consistent with no …" is turned round all the same. */
const BEFORE = String.raw`no(?! (?:[\w-]+ )?(?:function|activity)\b)|not|non|never|none|neither|nor|without|absen(?:ce|t)|lack(?:s|ing)?|inconsistent|unlikely|improbable|ruled? out|ruling out|r\/o|exclu(?:de[sd]?|ding|sion)|suspect(?:ed)?|suspicion|query|screen(?:ing|ed)?(?: for)?|(?:at )?risk (?:for|of being)|family|mother|father|parents?|brother|sister|siblings?|son|daughter|relatives?|resolved|former|prevalence|frequency|kein\w*|nicht|pas|sans|sin|senza|geen|niet|ikke|inte|ausschluss`;
/** Behind it. */
const BEHIND = String.raw`ruled? out|excluded|not (?:confirmed|supported|found|seen|likely|present|expected|detect\w*)|unlikely|negative|absent|false|ausgeschlossen|in doubt|questionable`;

const PATTERNS: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\w-])(?:${BEFORE})(?![\w-])[^.;]{0,90}?\b${GRADE}`),
  // "non-TPMT poor metabolizer"; "two non-functional alleles" turn nothing round.
  new RegExp(String.raw`\bnon-?\s?(?:cyp|tpmt|dpyd|nudt|ugt|slco|nat2)[^.;]{0,20}?\b${GRADE}`),
  new RegExp(
    String.raw`\b${GRADE}s?\b(?: (?:status|phenotype|genotype))?[^.;,\w]{0,3}(?:(?:is|was|status|has been|therefore)[\s:]+){0,2}(?:${BEHIND})(?!\w)`,
  ),
  new RegExp(String.raw`\b${GRADE}s?\b[^.;,\w]{1,3}no$`),
  new RegExp(String.raw`^\s*\?|\b${GRADE}\s*\?`),
  // "(-)", "neg", ": 0", "test", "in sister" as all that follows.
  new RegExp(
    String.raw`\b${GRADE}s?\s*(?:\(-\)|-|neg\.?|test(?:ing)?|: ?0|0 ?%|below detection limit|wild[- ]?type|not detect\w*|in (?:the |her |his )?(?:sister|brother|mother|father|son|daughter))\s*$`,
  ),
  new RegExp(String.raw`\b(?:negative for|equivocal for)\b[^.;]{0,90}?\b${GRADE}`),
];

/** "No variants detected, normal metabolizer": what was not found is why the grade is normal. */
const NOTHING_FOUND =
  /\b(?:no|none of the) (?:[\w*-]+ ){0,4}?(?:variants?|alleles?|mutations?|changes?)(?: (?:was |were )?(?:detected|found|identified|present|observed))?\s*(?=[,;:()–-]|$)|\b(?:not|none) (?:detected|found|identified|present|observed)\s*(?=[,;:()–-]|$)/g;
const OTHER_GRADE = /\b(?:poor|intermediate|rapid|slow|decreased|reduced|increased|deficient)\b|\bultra/;

/** True where the grade in the text (lower case, English) is not said of the patient. */
export function turnedRound(text: string): boolean {
  const said = OTHER_GRADE.test(text) ? text : text.replace(NOTHING_FOUND, ' ');
  return PATTERNS.some((pattern) => pattern.test(said));
}
