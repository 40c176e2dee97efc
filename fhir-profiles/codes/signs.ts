import { entryOf } from '../entry-of.ts';

/** Signs that are the whole answer behind a name: "EGFR-", "ROS1 (+)", "KRAS G12C +", "T790M-/L858R+"; "2+" is a score. */
const SIGN = /(?<=[A-Za-z0-9*)])(?<!(?:^|[^A-Za-z0-9])\d)\s?(?:\(\s?([+\-–−])\s?\)|([+\-–−]))(?=\s?(?:[,;.\n]|$)|\s?\/\s?[A-Z])/g;
const SIGNS: Readonly<Record<string, string>> = { '+': 'positive', '-': 'negative', '–': 'negative', '−': 'negative' };

export const signsInWords = (text: string): string =>
  text.replace(SIGN, (_, inBrackets?: string, bare?: string) => ` ${entryOf(SIGNS, inBrackets ?? bare ?? '') ?? ''}`);

const CHANGE = String.raw`(?:p\.)?[ACDEFGHIKLMNPQRSTVWY]\d{2,4}[ACDEFGHIKLMNPQRSTVWYX*]`;
const SIGNED = String.raw`${CHANGE}\s?(?:\([+\-–−]\)|[+\-–−])`;
const LIST = new RegExp(String.raw`^\s?${SIGNED}(?:\s?[,;/]\s?${SIGNED})+\s?$`);
/** "L858R pos, T790M neg, ex19del neg". */
const SHORT_WORD = /(?<=\s)(pos|neg)\b\.?/gi;
const SHORT_ANSWER = String.raw`(?:${CHANGE}|ex(?:on)?[ -]?\d{1,2} ?(?:del|ins)(?:etion|ertion)?) (?:pos|neg)\b\.?`;
const SHORT_LIST = new RegExp(String.raw`^\s?${SHORT_ANSWER}(?:\s?[,;/]\s?${SHORT_ANSWER}){0,20}\s?$`, 'i');
const WORDS: Readonly<Record<string, string>> = { pos: 'positive', neg: 'negative' };

/** "T790M-/L858R+" as "T790M negative, L858R positive"; every other text comes back as it is. */
export function signedChanges(text: string): string {
  if (text.length < 200 && SHORT_LIST.test(text))
    return text.replace(SHORT_WORD, (_, word: string) => entryOf(WORDS, word.toLowerCase()) ?? word);
  return text.length < 200 && LIST.test(text) ? signsInWords(text).replace(/\s?[/;]\s?/g, ', ') : text;
}
