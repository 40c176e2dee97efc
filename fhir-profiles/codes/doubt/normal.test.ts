/** Where "normal" is the answer, and where it is a range, denied or a yardstick. */
import { describe, expect, it } from 'vitest';

import { g6pdInText } from '../phenotype-terms.ts';
import { saysNormal } from './index.ts';

describe('the word normal beside a measured enzyme', () => {
  it.each([
    'Normal',
    'G6PD normal',
    'Normal activity',
    'Normal (9.1 U/g Hb)',
    'Normal (7-20)',
    'Normal (9 U/g Hb; normal 7-20)',
    '9.1 U/g Hb (Normal)',
    '9.1 U/g Hb, normal',
    'Within normal limits',
    'within the normal range',
    'Normal, not deficient',
  ])('%s is an answer', (text) => {
    expect(saysNormal(text)).toBe(true);
  });

  it.each([
    '2.1 U/g Hb (normal 7-20)',
    '2.1 (normal: 7.0-20.5)',
    '2.1 U/g Hb; normal range 7-20',
    '2.1 (normal values: 7 to 20)',
    '2.1 [normal > 7]',
    '2.1 (normal ≥7)',
    'Low Normal: >7',
    '2.1 (normal: 7)',
    '2.1 U/g Hb, normal (7-20)',
    '2.1 (normal adult 7-20, newborn 10-25)',
    'Normal: >7',
    '2.1 (not normal)',
    'not within normal limits',
    'outside normal range',
    'Low-normal',
    'Normal?',
    '10 % of normal',
    'lower than normal',
  ])('%s is none', (text) => {
    expect(saysNormal(text)).toBe(false);
  });

  it.each(['Low (not normal)', 'Low (normal 7-20)', 'Low normal', '2.1 (normal 7-20)', 'Reduced, normal > 7'])(
    'G6PD %s is no phenotype',
    (text) => {
      expect(g6pdInText(text)).toBeNull();
    },
  );
});
