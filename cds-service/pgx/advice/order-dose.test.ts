import { describe, expect, it } from 'vitest';
import type { Chart } from './chart.ts';
import { dailyIn } from './order-dose.ts';

/** Only what the function looks at. */
const chart = (weightKg?: number, bsa?: number): Chart =>
  ({ weightKg, latestLab: (kind: string) => (kind === 'BSA' && bsa !== undefined ? { value: bsa } : undefined) }) as unknown as Chart;
const DAILY = { amount: 70, unit: 'mg', daily: 140 };

describe('the daily dose per kilogram or square metre', () => {
  it.each([
    ['by weight', 'mg/kg', chart(70), 2],
    ['by surface', 'mg/m2', chart(undefined, 1.75), 80],
    ['as it is', 'mg', chart(), 140],
    ['not without a weight', 'mg/kg', chart(), undefined],
    ['not by a weight of nothing', 'mg/kg', chart(0), undefined],
    ['not by a weight below nothing', 'mg/kg', chart(-70), undefined],
  ] as const)('%s', (_, unit, of, expected) => {
    expect(dailyIn(unit, DAILY, of)).toBe(expected);
  });

  it('none of a dose without a frequency', () => {
    expect(dailyIn('mg/kg', { amount: 70, unit: 'mg' }, chart(70))).toBeUndefined();
  });
});
