/** Three-valued answers: whether the patient has what a requirement describes, why, and which datum would settle it. */
export interface Answer {
  readonly verdict: 'yes' | 'no' | 'unknown';
  /** The datum and its date, or what is missing. */
  readonly because: string;
  /** Name of the missing datum, where one datum would settle it. */
  readonly missing?: string;
}

export const yes = (because: string): Answer => ({ verdict: 'yes', because });
export const no = (because: string): Answer => ({ verdict: 'no', because });
export const unknown = (because: string, missing?: string): Answer => ({
  verdict: 'unknown',
  because,
  ...(missing === undefined ? {} : { missing }),
});

/** Of a text of which nothing was understood, and of what is left of one. */
export const NOT_READ = 'this wording could not be read with certainty: please check it';
const REST_NOT_READ = 'the rest of the wording could not be read with certainty: please check it';

/** Each piece once; what was not read comes last. */
function together(answers: readonly Answer[]): string {
  const pieces = new Set(answers.flatMap(({ because }) => because.split('; ')));
  // Of a tumour that is one type and not another, its name says both.
  for (const piece of pieces)
    if (pieces.has(piece.replace(/^the tumour is /, '')) && piece.startsWith('the tumour is ')) pieces.delete(piece);
  const open = [NOT_READ, REST_NOT_READ].filter((words) => pieces.delete(words)).length > 0;
  if (pieces.size === 0) return NOT_READ;
  return [...pieces, ...(open ? [REST_NOT_READ] : [])].join('; ');
}

/** One member with the deciding verdict decides; all with the other give that one; else unknown. */
export function joined(answers: readonly Answer[], kind: 'all' | 'any'): Answer {
  const deciding = kind === 'all' ? 'no' : 'yes';
  const decided = answers.find(({ verdict }) => verdict === deciding);
  if (decided) return decided;
  const open = answers.filter(({ verdict }) => verdict === 'unknown');
  if (open.length === 0) return { verdict: kind === 'all' ? 'yes' : 'no', because: together(answers) };
  const missing = open.map((answer) => answer.missing).find((name) => name !== undefined);
  return unknown(together([...answers.filter(({ verdict }) => verdict !== 'unknown'), ...open]), missing);
}

export function dated(text: string, day: string | undefined): string {
  return day === undefined ? `${text}, undated` : `${text} on ${day.slice(0, 10)}`;
}

/** "within 28 days (until 2026-12-07)": from the day after, the same criterion no longer stands in the way. */
export function withinWords(days: number, since: string | undefined): string {
  if (since === undefined || !/^\d{4}-\d{2}-\d{2}/.test(since)) return `within ${days} days`;
  const until = new Date(Date.parse(since.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10);
  return `within ${days} days (until ${until})`;
}

/** Days between two ISO days; null when one is not a full day. */
export function daysBetween(from: string | undefined, to: string): number | null {
  if (from === undefined || !/^\d{4}-\d{2}-\d{2}/.test(from)) return null;
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
}
