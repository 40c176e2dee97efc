/**
 * What a laboratory says of its own controls beside the patient's answer: "L858R detected. Negative control: negative." A control that came out as it
 * should tells nothing of the patient, and read with the answer its "negative" looks like a denial, or its name like a sample that is none. One that
 * failed is left where it stands.
 */
const KIND = {
  negative: String.raw`(?:negative|no[- ]template|(?:reagent )?blank|non[- ]template|water)`,
  positive: String.raw`(?:positive|mutant|amplification|internal|endogenous|housekeeping|extraction|process|full[- ]process|sample processing)`,
} as const;
const NOUN = String.raw`controls?(?: (?:gene|sample|DNA|well|slide|tissue)s?)?`;
const SAYS = String.raw`[ ]?(?:[:=(–-]|is|was|were|are|(?:has|have)(?: been)?)?[ ]?(?:as )?`;
const GOOD = String.raw`(?:passed|pass|valid|OK|acceptable|adequate|satisfactory|appropriate|expected|within (?:range|limits)|in range|in order|unremarkable|conforme|in Ordnung|gültig)`;
const STATEMENTS: readonly string[] = [
  String.raw`(?:${KIND.negative} ${NOUN}|NTC)${SAYS}(?:${GOOD}|negative|not detected|no amplification|clean)`,
  String.raw`${KIND.positive} ${NOUN}${SAYS}(?:${GOOD}|positive|detected|amplified|present)`,
  String.raw`(?:(?:all|both|the|assay|run|kit|quality|QC|positive and negative|negative and positive|internal and external) ){0,3}${NOUN}${SAYS}${GOOD}`,
  String.raw`Negativ-?kontrolle${SAYS}(?:${GOOD}|negativ|nicht nachgewiesen)|Positiv-?kontrolle${SAYS}(?:${GOOD}|positiv|nachgewiesen)`,
  String.raw`contr[ôo]le n[ée]gatif${SAYS}(?:${GOOD}|n[ée]gatif)|contr[ôo]le positif${SAYS}(?:${GOOD}|positif)`,
  String.raw`controll?o negativo${SAYS}(?:${GOOD}|negativo)|controll?o positivo${SAYS}(?:${GOOD}|positivo)|control negativo${SAYS}(?:${GOOD}|negativo)|control positivo${SAYS}(?:${GOOD}|positivo)`,
  String.raw`negatieve controle${SAYS}(?:${GOOD}|negatief)|positieve controle${SAYS}(?:${GOOD}|positief)`,
];
/** The statement as a whole: nothing may follow it in its sentence. */
const STATEMENT = new RegExp(String.raw`(?<![\p{L}\d-])(?:${STATEMENTS.join('|')})(?![\p{L}\d])\)?(?= ?(?:$|[.;,)\n]))`, 'giu');
const WORTH_READING = /kontroll|contr[oô]l|\bNTC\b/i;
/** A longer text is a report. */
const LONGEST = 1_000;

/** The text without such statements; the text itself where nothing else stands in it. */
export function withoutControls(text: string): string {
  const left = leftOf(text);
  return left === '' ? text : left;
}

/** "Positive control: positive. Negative control: negative." as the whole of a comment. */
export const saysOnlyControls = (text: string): boolean => leftOf(text) === '' && text.trim() !== '';

/** A row of the report that is a control itself: "EGFR internal control", "Negative control: KRAS G12D"; "… (internal control valid)" names a result. */
const CONTROL_ROW = new RegExp(
  String.raw`(?:^|[\s,;:(/–-])(?:${KIND.negative}|${KIND.positive}|external|wild[- ]?type) ${NOUN}(?: (?:Ct|Cq|value))?\W*$|^(?:${KIND.negative}|${KIND.positive}|external) ${NOUN}(?:\W|$)(?! ?${GOOD})`,
  'iu',
);
export const isControlRow = (title: string): boolean => title.length <= 200 && WORTH_READING.test(title) && CONTROL_ROW.test(title.trim());

function leftOf(text: string): string {
  if (text.length > LONGEST || !WORTH_READING.test(text)) return text;
  const left = text.replace(STATEMENT, ' ');
  if (left === text) return text;
  if (!/[\p{L}\d+]/u.test(left)) return '';
  return left
    .replace(/\( ?\)/g, ' ')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/^[\s.;,–-]+|(?<![\s.;,–(-])[\s;,.–(-]+$/g, '');
}
