/** Reading values of unknown shape: each reader always answers, never throws, and never trusts. */

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The longest text that is kept; what is longer is cut and marked, so that one hostile field cannot stall a browser. */
const LONGEST = 20_000;

// Control characters and the marks that reorder text on screen (Unicode bidirectional controls).
// oxlint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A text or number as text; empty for anything else. */
export function asText(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return '';
  const text = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  return text.replace(UNSAFE, '').trim();
}

/** Text, or null when there is none. */
export function asTextOrNull(value: unknown): string | null {
  const text = asText(value);
  return text === '' ? null : text;
}

export function asNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function asOneOf<const T extends string>(value: unknown, options: readonly T[]): T | null {
  return options.find((option) => option === value) ?? null;
}

/** An address that may become a link: absolute http or https; null for anything else (`javascript:`, relative, broken). */
export function asLink(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2000) return null;
  try {
    const url = new URL(value);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

/** `{ key: value }` when there is a value, `{}` otherwise: for optional members. */
export function optional<K extends string, const V>(key: K, value: V | null | undefined): { [P in K]?: V } {
  return value === null || value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}
