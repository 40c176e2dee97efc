/** Figures with four significant decimals, so that files are readable and the same on every machine. */
export function roundFigures<T>(value: T): T {
  if (typeof value === 'number') return (Number.isFinite(value) ? Math.round(value * 10_000) / 10_000 : null) as T;
  if (Array.isArray(value)) return value.map(roundFigures) as T;
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, roundFigures(member)])) as T;
  }
  return value;
}
