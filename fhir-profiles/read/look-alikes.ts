/**
 * Letters that look like those of a gene's name and are others: full-width forms of Japanese, Chinese and Korean systems, Cyrillic letters typed on a
 * Russian keyboard, entities of HTML. As they stand no gene would be found in them, and its result would be lost without a word.
 */
import { entryOf } from '../entry-of.ts';

/** Block "Halfwidth and Fullwidth Forms": U+FF01 to U+FF5E repeat the printable signs of ASCII in their order. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const TO_ASCII = 0xfe_e0;
const IDEOGRAPHIC_SPACE = /\u3000/g;

/** Cyrillic letter → the Latin one of the same shape. */
const LATIN: Readonly<Record<string, string>> = {
  А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', І: 'I', Ј: 'J', К: 'K', М: 'M', О: 'O', Р: 'P', Ѕ: 'S', Т: 'T', Х: 'X', У: 'Y',
  а: 'a', с: 'c', е: 'e', і: 'i', о: 'o', р: 'p', ѕ: 's', х: 'x', у: 'y',
}; // prettier-ignore
const ALIKE = Object.keys(LATIN).join('');
const inLatin = (word: string): string => word.replace(new RegExp(`[${ALIKE}]`, 'g'), (letter) => entryOf(LATIN, letter) ?? letter);

/** A run of letters and digits that holds Cyrillic ones, all of them of a Latin shape. */
const WORD = new RegExp(`(?<![\\p{L}\\d])[A-Za-z0-9${ALIKE}]*[${ALIKE}][A-Za-z0-9${ALIKE}]*(?![\\p{L}\\d])`, 'gu');
/** Words of such letters alone are as a rule Russian ("СТАТУС"); these are symbols of genes. */
const SYMBOLS: ReadonlySet<string> = new Set(['TPMT', 'COMT', 'MET', 'ATM', 'APC', 'BTK', 'APOE', 'HBB', 'HTT']);
/** Two bases: "С/С", "1905+1G>А". */
const PAIR = /(?<!\p{L})([ACGTАСТ])(\s?[/>|]\s?)([ACGTАСТ])(?![\p{L}])/gu;
/** "HLA-В*57:01" by its locus. */
const LOCUS = /(?<=\bHLA[- ]?)[АВС](?!\p{L})/gu;
/** "с.1905+1G>A", "р.Leu858Arg". */
const PREFIX = /(?<![\p{L}\d])([ср])(?=\.\s?[-*(]?(?:\d|[A-Z]))/gu;

/** "HLA-B&#42;57:01": signs of ASCII as a page of HTML writes them. */
const ENTITY = /&#(\d{2,3});/g;

const STRANGE = /&#\d|[\u0400-\u04ff\u3000\uff01-\uff5e]/;

/** The same words with the letters that are meant; what holds no such letter comes back as it is. */
export function withLatinLetters(written: string): string {
  if (!STRANGE.test(written)) return written;
  return written
    .replace(ENTITY, (entity, code: string) => (Number(code) > 32 && Number(code) < 127 ? String.fromCodePoint(Number(code)) : entity))
    .replace(FULL_WIDTH, (sign) => String.fromCodePoint(sign.charCodeAt(0) - TO_ASCII))
    .replace(IDEOGRAPHIC_SPACE, ' ')
    .replace(PREFIX, inLatin)
    .replace(WORD, (word) => {
      const latin = inLatin(word);
      return /[A-Za-z]/.test(word) || (/\d/.test(word) && /[A-Z]/.test(latin)) || SYMBOLS.has(latin) ? latin : word;
    })
    .replace(LOCUS, inLatin)
    .replace(PAIR, (_, one: string, sign: string, two: string) => `${inLatin(one)}${sign}${inLatin(two)}`);
}
