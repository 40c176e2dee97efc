import { describe, expect, it } from 'vitest';
import { LABORATORY } from '../../codes/laboratory/index.ts';
import { referenceLimits } from './reference.ts';

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
    ['text that says more than the limits', [{ text: '< 40 (men), < 35 (women)' }]],
    ['text without a number', [{ text: 'see comment' }]],
    ['grouped thousands in text', [{ text: '< 1,200' }]],
    ['a unit of something else', [{ high: { value: 40, unit: 'mg/dL' } }]],
    ['low above high', [{ low: { value: 50 }, high: { value: 40 } }]],
  ])('%s gives no limit', (_, ranges) => {
    expect(alt(ranges).referenceHigh).toBeUndefined();
  });
  it.each([
    ['< 40', { referenceHigh: 40 }],
    ['5-40', { referenceLow: 5, referenceHigh: 40 }],
    ['5 – 40 U/L', { referenceLow: 5, referenceHigh: 40 }],
    ['(5,0 - 40,5)', { referenceLow: 5, referenceHigh: 40.5 }],
    ['Normal range: 5 to 40 U/L', { referenceLow: 5, referenceHigh: 40 }],
    ['≤0.67 ukat/L', { referenceHigh: 40.2 }],
    ['> 5', { referenceLow: 5 }],
  ])('are read from text alone: %s', (text, limits) => {
    const read = alt([{ text }]);
    expect(Object.keys(read)).toEqual(Object.keys(limits));
    expect(read.referenceHigh ?? 0).toBeCloseTo((limits as { referenceHigh?: number }).referenceHigh ?? 0, 1);
    expect(read.referenceLow ?? 0).toBeCloseTo((limits as { referenceLow?: number }).referenceLow ?? 0, 1);
  });
  it('are those of the patient’s sex and age', () => {
    const of = (sex: string, display: string, low: number) => ({
      low: { value: low },
      appliesTo: [{ coding: [{ system: 'http://snomed.info/sct', code: sex, display }] }],
    });
    const ranges = [of('248153007', 'Male', 13.5), of('248152002', 'Female', 12)];
    const blood = { valueQuantity: { value: 12.6, unit: 'g/dL' }, referenceRange: ranges } as Parameters<typeof referenceLimits>[0];
    expect(referenceLimits(blood, kind('haemoglobin'), { sex: 'female' })).toEqual({ referenceLow: 12 });
    expect(referenceLimits(blood, kind('haemoglobin'), { sex: 'male' })).toEqual({ referenceLow: 13.5 });
    expect(referenceLimits(blood, kind('haemoglobin'), {})).toEqual({});
    const worded = [{ text: 'Male: 13.5-17.5' }, { text: 'Female: 12.0-16.0' }];
    const asText = { ...blood, referenceRange: worded } as Parameters<typeof referenceLimits>[0];
    expect(referenceLimits(asText, kind('haemoglobin'), { sex: 'female' })).toEqual({ referenceLow: 12, referenceHigh: 16 });
    expect(referenceLimits(asText, kind('haemoglobin'), {})).toEqual({});
  });
  it('are those of the patient’s age; in the year of a border none', () => {
    const ages = [
      { high: { value: 300 }, age: { high: { value: 18, unit: 'a' } } },
      { high: { value: 120 }, age: { low: { value: 18, unit: 'a' } } },
    ];
    const high = (ageYears: number | undefined) => {
      const element = { valueQuantity: { value: 150, unit: 'U/L' }, referenceRange: ages } as Parameters<typeof referenceLimits>[0];
      return referenceLimits(element, kind('ALP'), ageYears === undefined ? {} : { ageYears }).referenceHigh;
    };
    expect([high(12), high(40), high(18), high(undefined)]).toEqual([300, 120, undefined, undefined]);
  });
  it('one range for the other sex is none, two that say the same are one', () => {
    const female = { high: { value: 35 }, appliesTo: [{ text: 'Female' }] };
    const of = (ranges: unknown, sex: string) =>
      referenceLimits({ valueQuantity: { value: 30, unit: 'U/L' }, referenceRange: ranges } as Parameters<typeof referenceLimits>[0], kind('ALT'), { sex }); // prettier-ignore
    expect(of([female], 'male')).toEqual({});
    expect(of([female], 'female')).toEqual({ referenceHigh: 35 });
    expect(of([{ high: { value: 35 } }, { high: { value: 35, unit: 'U/L' } }], 'male')).toEqual({ referenceHigh: 35 });
  });
  it('an anticoagulated patient’s range of the INR is not normal', () => {
    const of = (low: number, high: number) =>
      referenceLimits({ valueQuantity: { value: 2.2 }, referenceRange: [{ low: { value: low }, high: { value: high } }] } as Parameters<typeof referenceLimits>[0], kind('INR')); // prettier-ignore
    expect([of(2, 3), of(0.9, 1.2)]).toEqual([{}, { referenceLow: 0.9, referenceHigh: 1.2 }]);
  });
  it('keeps the normal range beside a critical one', () => {
    const critical = { high: { value: 400 }, type: { coding: [{ code: 'critical' }] } };
    expect(alt([critical, { high: { value: 40 }, type: { coding: [{ code: 'normal' }] } }])).toEqual({ referenceHigh: 40 });
  });
});
