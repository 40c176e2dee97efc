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
  return plain.replace(/\s+/g, ' ').trim();
}

/** Text to read: one sign for each meaning. */
export function readableText(text: string): string {
  return shownText(text)
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[’‘`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/＜/g, '<')
    .replace(/＞/g, '>')
    .replace(/≦|⩽|=\s?<|<\s?=|< or =/g, '≤')
    .replace(/≧|⩾|=\s?>|>\s?=|> or =/g, '≥')
    .replace(/\b(?:greater|more|higher) than or equal to\b|\bnot (?:less|lower) than\b|\bno (?:less|lower) than\b|\bat least\b/gi, '≥')
    .replace(
      /\b(?:less|lower|fewer) than or equal to\b|\bnot (?:more|greater|higher) than\b|\bno (?:more|greater|higher) than\b|\bat most\b|\bup to\b/gi,
      '≤',
    )
    .replace(/\b(?:greater|more|higher) than\b/gi, '>')
    .replace(/\b(?:less|lower|fewer) than\b/gi, '<')
    .replace(/\b(?:equal to or )?(≥|≤)\s*/g, '$1 ')
    .replace(/([≥≤<>])\s*/g, '$1 ')
    .replace(/µ|μ/g, 'u')
    .replace(/×|✕/g, 'x')
    .replace(/\s+/g, ' ')
    .trim();
}
