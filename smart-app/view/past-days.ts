/** The days of a drug that is over, as far as they are recorded. */
import type { Taken } from '../data/panel-report.ts';
import type { Language } from '../language/language.tsx';
import { writeDate } from './dates.ts';

/** "10 Jan 2025 to 3 Nov 2025", "until Nov 2025", "from 2024"; empty where no day is recorded. */
export function writeSpan({ from, to }: Pick<Taken, 'from' | 'to'>, t: Language['t'], code: string): string {
  const [first, last] = [from, to].map((day) => (day === undefined ? undefined : writeDate(day, code)));
  if (first !== undefined && last !== undefined) return first === last ? first : t('past.from-to', { from: first, to: last });
  return last !== undefined ? t('past.until', { to: last }) : first !== undefined ? t('past.from', { from: first }) : '';
}
