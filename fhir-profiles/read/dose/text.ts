/** A dose that stands only in the instruction's words: "Take 1 tablet by mouth daily", "75 mg PO once daily", "60 mg/m² IV". */
import { doseUnit } from './units.ts';
import { entryOf } from '../../entry-of.ts';

const UNIT = String.raw`mg\/m(?:2|²)|mg\/kg|mcg\/kg|g\/m(?:2|²)|mg|mcg|µg|μg|ug|g|units?|iu|ml`;
/** Never the end of a longer number: "1 500 mg" may be one of 500 or fifteen hundred. */
const AMOUNT = new RegExp(
  String.raw`(?<![\d.,'’]|\d\s)(\d{1,3}(?:,\d{3})+(?:\.\d{1,3})?|\d{1,7}(?:[.,]\d{1,4})?)\s*(${UNIT})\b(?!\s*\/)(?!\s*(?:tab|cap|\/))`,
  'gi',
);
const ANY_AMOUNT = new RegExp(String.raw`\d\s*(?:${UNIT})\b(?!\s*\/)(?!\s*(?:tab|cap|\/))`, 'gi');
const COUNT =
  /(?<![\d/.,])(\d{1,2}(?:[.,](?:25|5|75))?|one|two|three|half(?: a)?|ein|eine|zwei)\s*(?:\([^)]*\)\s*)?(tab(?:let)?s?|cap(?:sule)?s?|pills?|tabletten?|kapseln?|puffs?)\b/gi;
const WORDS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, half: 0.5, 'half a': 0.5, ein: 1, eine: 1, zwei: 2 };

const FRACTIONS: Readonly<Record<string, number>> = { '1/2': 0.5, '½': 0.5, '1/4': 0.25, '¼': 0.25, '3/4': 0.75, '¾': 0.75 };

/** "1/2 tab" and "1½ tab" as decimals; without this the digit before the unit would be taken for the count. */
function withoutFractions(text: string): string {
  return text
    .replace(/(\d{1,2}|one|two|three)\s*\(\s*(?:\d{1,2}(?:\/\d)?|one|two|three|one-half|half)\s*\)/gi, '$1')
    .replace(/(\d{1,2}) and (?=[13]\/[24])/gi, '$1 ')
    .replace(/\b(one|two|three|\d) and (?:a |one[- ])?(half|quarter)\b/gi, (_, whole: string, part: string) =>
      String((entryOf(WORDS, whole.toLowerCase()) ?? Number(whole)) + (part.toLowerCase() === 'half' ? 0.5 : 0.25)),
    )
    .replace(/\b(?:one|a)[- ](half|quarter)\b/gi, (_, part: string) => (part.toLowerCase() === 'half' ? '0.5' : '0.25'))
    .replace(
      /(?<![\d/.,])(?:(\d{1,2})(?:\s+|-| and )?)?((?<!\d)[13]\/[24]|[½¼¾])(?![\d/])/g,
      (written, whole: string | undefined, part: string) => {
        const value = entryOf(FRACTIONS, part);
        return value === undefined ? written : String(Number(whole ?? 0) + value);
      },
    );
}

/** "20 mg PE/kg": phenytoin sodium equivalents, the unit in which fosphenytoin is ordered. */
const EQUIVALENTS = /\b(mg)\s*\(?(?:PE|phenytoin(?: sodium)? equivalents?)\b\)?\s*/gi;

/** Only when the words hold exactly one amount, or exactly one count of pieces; ranges and titrations are left unread. */
export function doseInWords(text: string): { amount: number; unit: string } | null {
  const short = withoutFractions(text.slice(0, 400)).replace(EQUIVALENTS, '$1');
  if (/\d\s*(?:-|–|to|bis)\s*\d/.test(short)) return null;
  const counts = [...short.matchAll(COUNT)];
  const amounts = [...short.matchAll(AMOUNT)];
  const [count] = counts;
  if (count !== undefined && counts.length === 1) {
    const word = (count[1] ?? '').toLowerCase();
    return { amount: entryOf(WORDS, word) ?? Number(word.replace(',', '.')), unit: '{tbl}' };
  }
  const [amount] = amounts;
  if (amount === undefined || amounts.length !== 1 || counts.length > 0) return null;
  if (amounts.length !== [...short.matchAll(ANY_AMOUNT)].length) return null;
  const unit = doseUnit((amount[2] ?? '').replace('²', '2'), undefined);
  const value = valueOf(amount[1] ?? '');
  return unit === null || !(value > 0) ? null : { amount: value, unit };
}

/**
 * "2,400" is 2400, as doses of a thousand and more are written in the United States; "0,125" and "37,5" have a decimal comma. "1.500" is fifteen hundred in
 * one country and one and a half in another: not a number.
 */
function valueOf(written: string): number {
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(written)) return Number(written.replace(/,/g, ''));
  return /^[1-9]\d{0,2}\.\d{3}$/.test(written) ? Number.NaN : Number(written.replace(',', '.'));
}

/**
 * The dose in the words that name the drug, of an order that has no dosage at all: "rosuvastatin 40 mg daily". Read only where nothing but
 * the ingredient's name (with a salt or without), one amount in mg, the mouth and once a day is said; everything else states no dose.
 */
export function dailyDoseBehindName(texts: readonly string[], ingredient: string): { amount: number; written: string } | null {
  const found = texts.flatMap((written) => {
    const said = ONCE_DAILY.exec(written.slice(0, 200));
    const name = (said?.[1] ?? '').toLowerCase().replace(SALT, '');
    const amount = Number(said?.[2]);
    return said !== null && name === ingredient.toLowerCase() && amount > 0 ? [{ amount, written }] : [];
  });
  const [only] = found;
  return only !== undefined && found.every(({ amount }) => amount === only.amount) ? only : null;
}

const SALT = /\s(?:calcium|sodium|potassium|magnesium|hydrochloride|hcl|hydrobromide|bisulfate|besylate|tartrate|maleate|oxalate)$/;
const ONCE_DAILY =
  /^\s*(\p{L}[\p{L}-]*(?: \p{L}+)?)\s+(\d{1,4}(?:\.\d{1,3})?)\s?mg,?\s+(?:(?:po|orally|oral|by mouth)\s+)?(?:daily|once (?:daily|a day|per day|each day|every day)|every day|qd)\s*\.?\s*$/iu;
