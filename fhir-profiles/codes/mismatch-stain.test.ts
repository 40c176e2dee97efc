/** What a bare sign of a mismatch-repair test means, by what the test is named after. */
import { describe, expect, it } from 'vitest';
import { repairSign, repairStatus } from './mismatch-stain.ts';
import { statusInWords } from './biomarker-status.ts';

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

describe('a stain of mismatch repair in words', () => {
  it.each([
    ['MLH1 not retained, PMS2 not retained, MSH2 and MSH6 retained', 'deficient'],
    ['Nuclear expression intact', 'proficient'],
    ['MLH1: erhalten, PMS2: erhalten, MSH2: Verlust, MSH6: Verlust', 'deficient'],
    ['Kein Verlust von MLH1, PMS2, MSH2, MSH6', 'proficient'],
    ['MLH1 nicht erhalten, PMS2 nicht erhalten', 'deficient'],
    ["MLH1: perte d'expression, PMS2: perte d'expression, MSH2: conservée, MSH6: conservée", 'deficient'],
    ['Expression conservée des protéines MLH1, PMS2, MSH2, MSH6', 'proficient'],
    ['MSH2: pérdida de expresión; MSH6: conservada', 'deficient'],
    ['Material erhalten am 3.4.2026', null],
    ['Gewebe nicht erhalten', null],
    ['Muestra conservada en formol', null],
    ['Tissue not preserved', null],
  ])('%s: %s', (text, status) => {
    expect(statusInWords('MMR', text)).toBe(status);
  });
});
