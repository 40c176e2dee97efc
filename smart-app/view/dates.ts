/** Dates as they are written in the panel: 21 Nov 2026, never 11/21. */

/** Made once for a language: a formatter costs more than a thousand dates. */
const months = new Map<string, Intl.DateTimeFormat>();

function monthIn(language: string): Intl.DateTimeFormat {
  const known = months.get(language) ?? new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  months.set(language, known);
  return known;
}

/** `2026-10-03…` → "3 Oct 2026"; `2026-10` → "Oct 2026"; anything else unchanged. The day is the recorded one, whatever the time zone. */
export function writeDate(iso: string, language: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso);
  if (match === null) return iso;
  const [, year = '', month, day] = match;
  if (month === undefined) return year;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? '1')));
  if (Number.isNaN(date.getTime())) return iso;
  const name = monthIn(language).format(date).replace('.', '');
  return [...(day === undefined ? [] : [String(Number(day))]), name, year].join(' ');
}

/** A sentence with its ISO days as the panel writes them; a day that is part of a version, a path or an instant stays. */
export function withWrittenDates(text: string, language: string): string {
  return text.replace(/(?<![\w./:-])\d{4}-\d{2}-\d{2}(?![\w/-]|[.:]\w)/g, (day) => writeDate(day, language));
}

/** At most `limit` characters, ending with a whole word where one ends near enough. */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit + 1);
  const space = cut.lastIndexOf(' ');
  return cut.slice(0, space > limit * 0.7 ? space : limit).trimEnd();
}

/** Days since 1970 for a plot; null for a date that is not one. */
export function dayNumber(iso: string): number | null {
  const time = /^\d{4}-\d{2}/.test(iso) ? Date.parse(iso.slice(0, 10).padEnd(10, '-01').replace(/-$/, '')) : Number.NaN;
  return Number.isNaN(time) ? null : Math.floor(time / 86_400_000);
}
