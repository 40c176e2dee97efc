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

/** One member with the deciding verdict decides; all with the other give that one; else unknown. */
export function joined(answers: readonly Answer[], kind: 'all' | 'any'): Answer {
  const deciding = kind === 'all' ? 'no' : 'yes';
  const decided = answers.find(({ verdict }) => verdict === deciding);
  if (decided) return decided;
  const open = answers.filter(({ verdict }) => verdict === 'unknown');
  const text = (of: readonly Answer[]): string => [...new Set(of.flatMap(({ because }) => because.split('; ')))].join('; ');
  if (open.length === 0) return { verdict: kind === 'all' ? 'yes' : 'no', because: text(answers) };
  const missing = open.map((answer) => answer.missing).find((name) => name !== undefined);
  return unknown(text([...answers.filter(({ verdict }) => verdict !== 'unknown'), ...open]), missing);
}

export function dated(text: string, day: string | undefined): string {
  return day === undefined ? `${text}, undated` : `${text} on ${day.slice(0, 10)}`;
}

/** Days between two ISO days; null when one is not a full day. */
export function daysBetween(from: string | undefined, to: string): number | null {
  if (from === undefined || !/^\d{4}-\d{2}-\d{2}/.test(from)) return null;
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
}
