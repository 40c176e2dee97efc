/** Registry texts carry escapes (`\>=`), entities (`&#39;`), look-alike signs (`=\<`, `＜`) and several kinds of dash. */

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
      .replace(/&(\w{2,6});/g, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
  return (/\s\s|[^\S ]/.test(plain) ? plain.replace(/\s+/g, ' ') : plain).trim();
}

/** Text to read: one sign for each meaning. Takes shown text. */
export function readableText(text: string): string {
  let plain = /[\\&]/.test(text) ? shownText(text) : text;
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
      .replace(/µ|μ/g, 'u')
      .replace(/×|✕/g, 'x');
  if (/upper|ULN/.test(plain) && /above|below|times/i.test(plain))
    plain = plain
      .replace(/(\d+(?:\.\d+)?) ?(?:times|x) (?:higher|greater|more) than (?:the )?(?=upper|ULN)/gi, '> $1 x ')
      .replace(/\b(?:at or above|equal(?: to)? or above) (?=\d+(?:\.\d+)? ?(?:x|times)\b)/gi, '≥ ')
      .replace(/\bat or below (?=(?:the )?(?:upper|ULN)|\d+(?:\.\d+)? ?(?:x|times)\b)/gi, '≤ ')
      .replace(/\babove (?=\d+(?:\.\d+)? ?(?:x|times)\b)/gi, '> ');
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
