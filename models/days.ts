/** Days between dates of a record. */
const DAY = 86_400_000;

/** Whole and part days from `date` to `asOf`; negative for a later one, null for none. */
export function daysBefore(date: string | undefined, asOf: string): number | null {
  const at = date === undefined ? NaN : Date.parse(date.slice(0, 10));
  return Number.isNaN(at) ? null : (Date.parse(asOf) - at) / DAY;
}

/** After tomorrow: a day that has not come; tomorrow may be today elsewhere. */
export function isLater(date: string | undefined, asOf: string): boolean {
  const age = daysBefore(date, asOf);
  return age !== null && age < -1;
}
