import { describe, expect, it } from 'vitest';
import { LABORATORY } from '../codes/laboratory.ts';
import { referenceLimits } from './laboratory-reference.ts';

const kind = (name: string) => {
  const found = LABORATORY.find((one) => one.kind === name);
  if (!found) throw new Error(name);
  return found;
};
const alt = (referenceRange: unknown, valueQuantity: unknown = { value: 30, unit: 'U/L' }) =>
  referenceLimits({ valueQuantity, referenceRange } as Parameters<typeof referenceLimits>[0], kind('ALT'));

describe('the laboratory’s own limits of normal', () => {
  it('are read with their unit, and without one in the unit of the value', () => {
    expect(alt([{ low: { value: 5, unit: 'U/L' }, high: { value: 40, unit: 'U/L' } }])).toEqual({ referenceLow: 5, referenceHigh: 40 });
    expect(alt([{ high: { value: 40 } }])).toEqual({ referenceHigh: 40 });
  });
  it('are brought to the unit of the fact', () => {
    const creatinine = { valueQuantity: { value: 80, unit: 'umol/L' }, referenceRange: [{ high: { value: 113.12, unit: 'umol/L' } }] };
    const { referenceHigh } = referenceLimits(creatinine as Parameters<typeof referenceLimits>[0], kind('creatinine'));
    expect(referenceHigh).toBeCloseTo(1.2796, 3);
  });
  it.each([
    ['none', undefined],
    ['two, without a word which of them holds', [{ high: { value: 40 } }, { high: { value: 35 } }]],
    ['a therapeutic range', [{ high: { value: 40 }, type: { coding: [{ code: 'therapeutic' }] } }]],
    ['a range for an age', [{ high: { value: 40 }, age: { high: { value: 12, unit: 'a' } } }]],
    ['text only', [{ text: '< 40' }]],
    ['a unit of something else', [{ high: { value: 40, unit: 'mg/dL' } }]],
    ['low above high', [{ low: { value: 50 }, high: { value: 40 } }]],
  ])('%s gives no limit', (_, ranges) => {
    expect(alt(ranges).referenceHigh).toBeUndefined();
  });
  it('keeps the normal range beside a critical one', () => {
    const critical = { high: { value: 400 }, type: { coding: [{ code: 'critical' }] } };
    expect(alt([critical, { high: { value: 40 }, type: { coding: [{ code: 'normal' }] } }])).toEqual({ referenceHigh: 40 });
  });
});
