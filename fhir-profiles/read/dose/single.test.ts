import { describe, expect, it } from 'vitest';
import { isOneDose } from './single.ts';

describe('one dose and no more', () => {
  it.each([
    '4 mg IV once',
    '10 mg IV once in PACU',
    '400 mg by mouth once preoperatively',
    '1 g IV x1',
    '2 mg IM STAT',
    'single dose',
    '100 mg one time only',
    '5 mg IV once on call to OR',
  ])('%s', (text) => {
    expect(isOneDose({ text })).toBe(true);
  });

  it.each([
    'Take 1 tablet once daily',
    'once a day',
    '1 tablet once weekly',
    'once every evening',
    'once at bedtime',
    '5 mg IV once, may repeat every 5 minutes',
    '400 mg once, then 200 mg twice daily',
    '1 x 3',
    '1 tablet x1 daily',
    'at once daily dose',
    '400 mg/m2 IV once per cycle',
    'Take 1 tablet by mouth',
  ])('not %s', (text) => {
    expect(isOneDose({ text })).toBe(false);
  });

  it('by its timing', () => {
    expect(isOneDose({ timing: { repeat: { count: 1 } } })).toBe(true);
    expect(isOneDose({ timing: { code: { coding: [{ code: 'ONCE', display: 'Once' }] } } })).toBe(true);
    expect(isOneDose({ timing: { repeat: { count: 10 } } })).toBe(false);
    expect(isOneDose({ timing: { repeat: { count: 1, countMax: 3 } } })).toBe(false);
    expect(isOneDose({ timing: { code: { text: 'BID' } } })).toBe(false);
  });
});
