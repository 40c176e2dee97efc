/** Fixed amounts per kilogram of body weight: a limit, a start. */
import type { DoseFigures } from '../../knowledge/pgx/types.ts';
import type { Chart } from './chart.ts';
import type { DoseAdvice } from './dose-question.ts';
import { dailyIn, figure, type OrderedDose } from './order-dose.ts';

/** "At most 0.05 mg/kg a day", held against the order where its weight is known. */
export function perKgCap(limit: number, ordered: OrderedDose | undefined, chart: Chart): DoseAdvice {
  const words = `at most ${figure(limit)} mg/kg a day`;
  const daily = ordered === undefined ? undefined : dailyIn('mg/kg', ordered, chart);
  if (daily === undefined) return { dose: { text: words } };
  return daily <= limit * 1.001
    ? { dose: { text: `the ordered ${figure(daily)} mg/kg a day keeps to the limit: ${words}` }, complies: true }
    : { dose: { text: `${words} instead of the ordered ${figure(daily)} mg/kg` }, complies: false };
}

export function perKgStart(
  perKg: number,
  figures: DoseFigures,
  ordered: OrderedDose | undefined,
  { weightKg, ...chart }: Chart,
): DoseAdvice {
  const target = figures.targetMgPerKgPerDay === undefined ? '' : `, then ${figure(figures.targetMgPerKgPerDay)} mg/kg a day`;
  const perDay =
    weightKg === undefined
      ? `${figure(perKg)} mg/kg a day`
      : `${figure(perKg * weightKg)} mg a day (${figure(perKg)} mg/kg at ${figure(weightKg)} kg)`;
  const words = `start with ${perDay}${target}`;
  const amount = weightKg === undefined ? perDay : `${figure(perKg * weightKg)} mg a day`;
  const bound = { kind: 'start' as const, words: amount };
  const daily = ordered === undefined ? undefined : dailyIn('mg/kg', ordered, { weightKg, ...chart });
  if (daily === undefined) return { dose: { text: words, bound } };
  if (daily <= perKg * 1.05) return { dose: { text: `the ordered ${figure(daily)} mg/kg a day keeps to it: ${words}` }, complies: true };
  // As with a fixed start: far more than it is hardly a first order.
  return daily > 2 * perKg
    ? {
        dose: {
          text: `${words}; the order is ${figure(Number(daily.toPrecision(2)))} mg/kg a day, so find out whether it is taken already`,
          bound,
        },
        complies: false,
      }
    : { dose: { text: `${words} instead of the ordered ${figure(daily)} mg/kg`, bound: { ...bound, exceeded: true } }, complies: false };
}
