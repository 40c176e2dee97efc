/** What a bare sign of a mismatch-repair test means, by what the test is named after. */
import { describe, expect, it } from 'vitest';
import { repairSign, repairStatus } from './mismatch-stain.ts';

describe('mismatch repair by a bare sign', () => {
  it.each([
    ['MLH1 immunohistochemistry', 'positive', 'proficient'],
    ['MSH6 protein expression (IHC)', 'negative', 'deficient'],
    ['IHC MSH2', 'positive', 'proficient'],
    ['IHC MSH2', 'negative', 'deficient'],
    ['Mismatch repair proteins IHC (MLH1, PMS2, MSH2, MSH6)', 'positive', 'proficient'],
    // One of the four is gone, or all of them: the line does not tell which, nor that the sign means the stain.
    ['Mismatch repair proteins IHC (MLH1, PMS2, MSH2, MSH6)', 'negative', null],
    ['Mismatch repair deficiency (dMMR)', 'positive', 'deficient'],
    ['Mismatch repair deficiency (dMMR)', 'negative', 'proficient'],
    ['MLH1 loss of expression', 'positive', 'deficient'],
    ['MMR', 'positive', null],
    ['MMR (IHC)', 'negative', null],
    ['Mismatch repair deficiency (dMMR)', 'indeterminate', 'indeterminate'],
  ])('%s: %s is %s', (name, sign, status) => {
    expect(repairStatus([name], sign)).toBe(status);
  });

  it.each([
    ['Positive', 'positive'],
    ['Nuclear expression: present', 'positive'],
    ['Negative', 'negative'],
    ['Positive in 3 of 4', null],
    ['not performed', null],
  ])('"%s" is %s', (text, sign) => {
    expect(repairSign(text)).toBe(sign);
  });
});
