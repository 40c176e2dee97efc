/** Reading of untyped registry JSON: every field may be missing, null or of another kind. */
import type { TrialStatus } from '../../trials/types.ts';

export type Fields = Readonly<Record<string, unknown>>;
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
export const textsOf = (value: unknown): string[] =>
  listOf(value)
    .map(textOf)
    .filter((text) => text !== '');

/** Day of a date in any of the ways registries write it; undefined when there is none. */
export function dayOf(value: unknown): string | undefined {
  const text = textOf(value);
  const written = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  if (written !== undefined || text === '') return written;
  const parsed = Date.parse(`${text} UTC`);
  return Number.isNaN(parsed) ? undefined : new Date(parsed).toISOString().slice(0, 10);
}

/** `18 Years`, `6 Months`, `N/A`; undefined = no limit stated. 999 years is how one registry writes "no limit". */
export function ageInYears(value: unknown): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(year|month|week|day|hour|minute)?/i.exec(textOf(value));
  if (!match) return undefined;
  const n = Number(match[1]);
  const per = { year: 1, month: 12, week: 52.1775, day: 365.25, hour: 8766, minute: 525_960 }[(match[2] ?? 'year').toLowerCase()] ?? 1;
  const years = n / per;
  return years >= 150 ? undefined : Math.round(years * 1000) / 1000;
}

export function sexOf(value: unknown): 'male' | 'female' | undefined {
  const text = textOf(value).toLowerCase();
  return text === 'male' || text === 'female' ? text : undefined;
}

const STATUS: readonly (readonly [RegExp, TrialStatus])[] = [
  [/^(?:not[ _]yet[ _]recruiting|approved|in review|administratively complete.*not.*)$/i, 'not-yet-recruiting'],
  [/^(?:enrolling[ _]by[ _]invitation|by[ _-]invitation)$/i, 'by-invitation'],
  [/^(?:active[ ,_]*not[ _]recruiting|closed to accrual.*|active,? but not recruiting|closed)$/i, 'active-not-recruiting'],
  [/^(?:recruiting|open to accrual|open|active|available)$/i, 'recruiting'],
  [/^(?:suspended|temporarily.*closed.*|temporarily[- ].*)$/i, 'suspended'],
  // Expanded access that is over: withdrawn for good, or the drug is on the market (glossary of ClinicalTrials.gov, looked up 2026-11).
  [/^(?:completed?|no longer available|approved for marketing)$/i, 'completed'],
  [/^(?:terminated|administratively complete)$/i, 'terminated'],
  [/^withdrawn$/i, 'withdrawn'],
];
export function statusOf(value: unknown): TrialStatus {
  const text = textOf(value).replace(/_/g, ' ');
  return STATUS.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}

/** `["PHASE1","PHASE2"]` or `I/II` → `Phase 1/Phase 2`. */
/** `SUPPORTIVE_CARE` and "Supportive Care" as `supportive care`; nothing where the record says nothing. */
export function purposeOf(value: unknown): { readonly purpose?: string } {
  const words = textOf(value).toLowerCase().replace(/[_-]+/g, ' ').trim();
  return words === '' ? {} : { purpose: words };
}

export function phaseOf(values: readonly string[]): string {
  const words = values
    .flatMap((value) => value.split(/[/_,]/))
    .map((value) => {
      const plain = value
        .trim()
        .toUpperCase()
        .replace(/^PHASE\s*/, '');
      const roman = { I: '1', II: '2', III: '3', IV: '4' }[plain] ?? plain;
      return /^[1-4]$/.test(roman) ? `Phase ${roman}` : /^EARLY|^0$/.test(plain) ? 'Early phase 1' : '';
    });
  return [...new Set(words.filter((word) => word !== ''))]
    .sort()
    .join('/')
    .replace(/^(Early phase 1)\/Phase 1$/, '$1');
}
