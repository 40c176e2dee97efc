/** A prediction in words and in the order of its weight. */
import type { Forecast } from '../data/panel-report.ts';
import type { Language } from '../language/language.tsx';

export interface Contribution {
  /** Null for the sum of all the others. */
  readonly feature: string | null;
  readonly value: string;
  readonly contribution: number;
}

/** The `most` heaviest contributions, and the rest as one. */
export function topContributions(contributions: Forecast['contributions'], most: number): readonly Contribution[] {
  const sorted = [...contributions].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const rest = sorted.slice(most);
  const others = rest.reduce((sum, { contribution }) => sum + contribution, 0);
  return [...sorted.slice(0, most), ...(rest.length === 0 ? [] : [{ feature: null, value: String(rest.length), contribution: others }])];
}

/** Units in which a number between 0 and 1 is a probability. */
export function isProbability(unit: string): boolean {
  return /^(1|probability|risk|\{probability\})$/i.test(unit);
}

/** "18 in 100" for a probability, "37 mg/week" otherwise. */
export function writeAmount(value: number, unit: string, code: string, t: Language['t']): string {
  if (isProbability(unit)) {
    const hundredths = value * 100;
    const digits = hundredths > 0 && hundredths < 1 ? 1 : 0;
    return t('models.in-100', { n: new Intl.NumberFormat(code, { maximumFractionDigits: digits }).format(hundredths) });
  }
  const size = Math.abs(value);
  const number = new Intl.NumberFormat(code, { maximumFractionDigits: size >= 100 ? 0 : size >= 10 ? 1 : 2 }).format(value);
  return `${number} ${unit.replace(/[{}[\]]/g, '')}`.trim();
}
