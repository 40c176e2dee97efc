/** Results of a day that has not come: a slip of the keyboard or of a clock. They are read, because the finding may be right, and told. */
import type { DataWarning, Source } from '../facts.ts';

const DAY_MS = 86_400_000;

/** `asOf` is a day of UTC: where the sun rises first the next one has begun. */
export function datedAhead(sources: readonly Source[], asOf: string): readonly DataWarning[] {
  const today = Date.parse(`${asOf}T00:00:00Z`);
  if (Number.isNaN(today)) return [];
  const last = new Date(today + DAY_MS).toISOString().slice(0, 10);
  const ahead = new Map(
    sources.flatMap(({ reference, issued }) => (issued !== undefined && issued.slice(0, 10) > last ? [[reference, issued] as const] : [])),
  );
  return [...ahead].map(([reference, issued]) => ({
    code: 'implausible',
    message: `${/^([A-Z][A-Za-z]+)\//.exec(reference)?.[1] ?? 'A result'} is dated ${issued.slice(0, 10)}, which has not come yet; it was read all the same. Check the date.`,
    reference,
  }));
}
