import { describe, expect, it } from 'vitest';
import { dailyIn, type Body } from './order-dose.ts';

const chart = (weightKg?: number, bsa?: number): Body => ({
  weightKg,
  latestLab: (kind) => (kind === 'BSA' && bsa !== undefined ? { value: bsa } : undefined),
});
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
