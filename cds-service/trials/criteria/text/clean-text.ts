/** Registry texts carry escapes (`\>=`), entities (`&#39;`), look-alike signs (`=\<`, `＜`) and several kinds of dash. */
import { Recent } from '../recent.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  ge: '≥',
  le: '≤',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  micro: 'µ',
  times: '×',
};

/** Text to show: escapes and entities resolved, white space single; words are not changed. */
export function shownText(text: string): string {
  let plain = text;
  if (plain.includes('\\')) plain = plain.replace(/\\(?=[^\w\s])/g, '').replace(/(\d)\\\./g, '$1.');
  if (plain.includes('&'))
    plain = plain
      .replace(/&#(\d{2,5});/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/&#x([0-9a-f]{2,5});/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replace(/&(\w{2,6});/g, (whole, name: string) => entryOf(ENTITIES, name.toLowerCase()) ?? whole);
  return (/\s\s|[^\S ]/.test(plain) ? plain.replace(/\s+/g, ' ') : plain).trim();
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUPERSCRIPT = /10\s?[⁰¹²³⁴-⁹]/;
const POWER = /(?<=\b10)\s?([⁰¹²³⁴-⁹]{1,2})/g;
/**
 * Text to read: one sign for each meaning. Takes shown text. A criterion is asked for it four times: read, read again, and for the settings of its trial,
 * when all the others were read.
 */
export function readableText(text: string): string {
  return text.length > LONGEST ? readable(text) : READABLE.of(text, readable);
}
const READABLE = new Recent<string>(200);
/** Longer ones are protocols, and are not held. */
const LONGEST = 3_000;

function readable(text: string): string {
  let plain = /[\\&]/.test(text) ? shownText(text) : text;
  // "10⁹/L" is 10 to the power of nine, and no 109.
  if (SUPERSCRIPT.test(plain))
    plain = plain.replace(POWER, (_, power: string) => `^${[...power].map((one) => SUPERSCRIPTS.indexOf(one)).join('')}`);
  if (/[^\x20-\x7E]|=/.test(plain))
    plain = plain
      .replace(/[‐‑‒–—−]/g, '-')
      .replace(/[’‘]/g, "'")
      .replace(/[“”]/g, '"')
      .replace(/＜/g, '<')
      .replace(/＞/g, '>')
      .replace(/<\s?\/\s?=/g, '≤')
      .replace(/>\s?\/\s?=/g, '≥')
      .replace(/≦|⩽|=\s?<|<\s?=/g, '≤')
      .replace(/≧|⩾|=\s?>|>\s?=/g, '≥')
      // A sign of another code page: "platelet count ³ 100,000".
      .replace(/(?<=[a-z)] )³ ?(?=\d)/gi, '≥ ')
      .replace(/µ|μ/g, 'u')
      .replace(/×|✕/g, 'x');
  if (/upper|ULN/.test(plain) && /above|below|times/i.test(plain))
    plain = plain
      .replace(/(\d+(?:\.\d+)?) ?(?:times|x) (?:higher|greater|more) than (?:the )?(?=upper|ULN)/gi, '> $1 x ')
      .replace(/\b(?:at or above|equal(?: to)? or above) (?=\d+(?:\.\d+)? ?(?:x|times)\b)/gi, '≥ ')
      .replace(/\bat or below (?=(?:the )?(?:upper|ULN)|\d+(?:\.\d+)? ?(?:x|times)\b)/gi, '≤ ')
      .replace(/\babove (?=\d+(?:\.\d+)? ?(?:x|times)\b)/gi, '> ');
  if (/\blower |LLN|\bnormal\b/.test(plain)) plain = lowerLimit(plain);
  if (/than|least|most|up to|or =/i.test(plain))
    plain = plain
      .replace(/< or =/g, '≤')
      .replace(/> or =/g, '≥')
      .replace(/\b(?:greater|more|higher) than or equal to\b|\bno[t]? (?:less|lower|fewer) than\b|\bat least\b/gi, '≥')
      .replace(/\b(?:less|lower|fewer) than or equal to\b|\bno[t]? (?:more|greater|higher) than\b|\bat most\b|\bup to\b/gi, '≤')
      .replace(/\b(?:greater|more|higher) than\b/gi, '>')
      .replace(/\b(?:less|lower|fewer) than\b/gi, '<');
  if (/[≥≤<>]/.test(plain)) plain = plain.replace(/\bequal to or (≥|≤)/g, '$1').replace(/([≥≤<>])\s*/g, '$1 ');
  return plain.trim();
}

const OF_LABORATORY = String.raw`(?:the |an? |its |their |your |institution(?:al)?(?:'s)? |institute'?s? |local(?: institutional)? |laboratory(?:'s)? |lab |site(?:'s)? |central |age[- ](?:specific|adjusted) |[([]or local laborator(?:y|ies)[)\]] )*`;
const LOWER = new RegExp(
  String.raw`\b${OF_LABORATORY}(?:lower (?:normal limits?|limits? of (?:the )?(?:institutional |local |laboratory |site )*normal(?: range| limits?)?)(?: ?[([]I?LLN[)\]])?|I?LLN\b(?: ?[([]lower limits? of normal[)\]])?)(?: (?:for|at|of|per) (?:the |this |each )?(?:study |local |treating |institutional |performing )*(?:site|institutions?|laboratory|lab|center|centre|standards?))?`,
  'gi',
);
const BELOW_RANGE = new RegExp(
  String.raw`\b(?:below|<|(?:less|lower) than) ${OF_LABORATORY}(?:normal (?:reference )?(?:ranges?|limits?)|(?:reference ranges?|limits? of normal))(?!\w)`,
  'gi',
);

/** One short name for the laboratory's lower limit of normal, and a sign before it. */
function lowerLimit(text: string): string {
  if (!/\blower (?:normal )?limit|LLN|below|less than|lower than|</i.test(text)) return text;
  return text
    .replace(BELOW_RANGE, '< LLN')
    .replace(LOWER, 'LLN')
    .replace(/\b(?:at or above|equal(?: to)? or (?:above|higher than|greater than)|above or equal to|not below) (?=LLN\b)/gi, '≥ ')
    .replace(/\b(?:above|exceeding) (?=LLN\b)/gi, '> ')
    .replace(/\bbelow (?=LLN\b)/gi, '< ');
}
