/** A prediction in words and in the order of its weight. */
import type { Evidence, Forecast } from '../data/panel-report.ts';
import type { Language } from '../language/language.tsx';

export interface Contribution {
  /** Null for the sum of all the others. */
  readonly feature: string | null;
  readonly value: string;
  readonly contribution: number;
  /** Results that the value was read from. */
  readonly evidence?: readonly Evidence[];
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

/** "18 in 100" for a probability, "37 mg/week" otherwise; as finely as `beside`, the upper end of its interval, where there is one. */
export function writeAmount(value: number, unit: string, code: string, t: Language['t'], beside?: number): string {
  return withUnit(figure(value, unit, code, beside), unit, t);
}

/** "11 to 50 mg/week", with its level where the model gives it: "90 % interval 11 to 50 mg/week". */
export function writeInterval({ interval, intervalLevel, unit }: Forecast, code: string, t: Language['t']): string {
  if (interval === null) return t('models.no-interval');
  const [low, high] = interval;
  // Both ends as finely as the upper one.
  const range = { low: figure(low, unit, code, high), high: withUnit(figure(high, unit, code), unit, t) };
  if (intervalLevel === undefined) return t('models.interval', range);
  return t('models.interval-level', { ...range, level: new Intl.NumberFormat(code).format(Math.round(intervalLevel * 100)) });
}

function figure(value: number, unit: string, code: string, beside = value): string {
  const scale = isProbability(unit) ? 100 : 1;
  const size = Math.max(Math.abs(value), Math.abs(beside)) * scale;
  const digits = size >= 10 || (scale === 100 && size >= 1) || size === 0 ? 0 : size >= 1 || scale === 100 ? 1 : 2;
  return new Intl.NumberFormat(code, { maximumFractionDigits: digits }).format(value * scale);
}

function withUnit(number: string, unit: string, t: Language['t']): string {
  return isProbability(unit) ? t('models.in-100', { n: number }) : `${number} ${unit.replace(/[{}[\]]/g, '')}`.trim();
}

/** What a feature adds, in the unit of the estimate ("in 100" for a probability), to two digits and at most a tenth; null where that is nothing. */
export function writeContribution(value: number, unit: string, code: string): string | null {
  const tenths = Math.round(value * (isProbability(unit) ? 100 : 1) * 10) / 10;
  if (tenths === 0) return null;
  return new Intl.NumberFormat(code, { maximumSignificantDigits: 2, signDisplay: 'exceptZero' }).format(tenths);
}
