/** The words of a dosage instruction with a new dose in place of the old one; nothing where another amount would stay beside it. */

/** A number from its first digit on: none begins anew inside another. */
const NUMBER = String.raw`(?<![\d.,])\d[\d.,]*`;
const COUNT = String.raw`(?:${NUMBER}|\d?\s?[½¼¾]|\d\/\d|one|two|three|four|half(?: an?)?|an?)`;
const MASS = String.raw`(?:mg\/m(?:2|²)|mg\/kg|mcg|mg|g)\b`;
const FORM = String.raw`(?:tab(?:let)?s?|cap(?:sule)?s?|pills?)\b`;
/** One dose as instructions say it: "1 tablet (40 mg total)", "two capsules", "one 40 mg tablet", "40 mg", "825 mg/m2". */
const DOSE = new RegExp(
  String.raw`(?:${COUNT}\s${NUMBER}[ -]?${MASS}\s${FORM}|${COUNT}\s*(?:\([^)]{0,40}\)\s*)?${FORM}(?:\s*\(\s*${NUMBER}\s*mg(?:\s+total)?\s*\))?|${NUMBER}\s*${MASS}(?:\/dose)?(?:\s+total)?(?:\s*\([^()]{0,40}(?:tab|cap|pill)[^()]{0,40}\))?)`,
  'gi',
);
/** A scheme: certain days, cycles, steps, a day's dose in parts. What one figure is changed to is not what the whole of it means. */
const SCHEME =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\b|\bweekdays?\b|\bdays?\s*\d|\bcycles?\b|\bradi(?:ation|otherapy)\b|\bchemo|\btaper|\btitrat|\bthen\b|\bincrease|\balternat|\bweeks?\s+(?:on|off)\b|\bq\d+\s*w|\bdivided\b|\bsplit\b/i;
/** How often, when and how long: figures that are no amount. */
const TIMING =
  /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}:\d{2}\b|\b\d{1,2}\s?(?:am|pm)\b|(?:\bq\s?)?\d+(?:[.,]\d+)?(?:\s?(?:-|–|to)\s?\d+)?\s?(?:x|times?|h|hrs?|hours?|d|days?|nights?|wks?|weeks?|months?|min|minutes?)\b/gi;
/** Amounts in words that {@link DOSE} does not read, also of other languages. */
const OTHER_FORM =
  /\b(?:tab|tbl|comp|cpr|kaps|caps?\b|cáps|gél|pill|pastil|drag|drop|tropf|gtt|goutte|puff|inhal|unit|einheit|patch|sachet|spray|amp|vial|stück|millig|microg|mikrog)/i;
const COUNT_WORD = /\b(?:one|two|three|four|half)\b(?!\s(?:times?|hours?|days?|an hour|hour))/i;
const A_DAY = /(?:\/|\bper\s)\s?(?:d|day|24\s?h)\b/i;

/**
 * The instruction with the new dose; its other words, how often and by which way, stay. Undefined where that cannot be done: a scheme, a range,
 * an amount that is not understood. `often`: the dose is given more than once a day, so that what is "per day" is no single dose.
 */
export function withDose(written: string, dose: string, often: boolean): string | undefined {
  if (written.trim() === '') return `${dose} per dose`;
  if (SCHEME.test(written) || SEVERAL.test(written) || (often && A_DAY.test(written))) return undefined;
  const said = [...written.matchAll(DOSE)];
  if (said.length > 1) return undefined;
  const rest = written.replace(DOSE, ' ');
  if (namesAmount(rest) || (said.length === 0 && OTHER_FORM.test(rest))) return undefined;
  return said.length === 0 ? `${dose}, ${written.trim()}` : written.replace(DOSE, dose);
}

/** Words beside the instruction that repeat the dose: "two 40 mg tablets". */
export function tellsDose(written: string): boolean {
  return written.search(DOSE) !== -1;
}

/** "2 x 40 mg": the dose is both. */
const SEVERAL = /\d\s?[x×]\s?\d/i;

const namesAmount = (rest: string): boolean => /\d|[½¼¾]/.test(rest.replace(TIMING, ' ')) || COUNT_WORD.test(rest);
