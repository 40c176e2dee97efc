import { describe, expect, it } from 'vitest';
import { statusInWords } from './biomarker-status.ts';

describe('a score and the scale beside it', () => {
  it.each([
    ['0 (3+ = positive)', 'negative'],
    ['Score: 0. Scale 0-3+', 'negative'],
    ['0 (scale 0 to 3+)', 'negative'],
    ['0/3+', 'negative'],
    ['1+ of 3+', 'negative'],
    ['2+ (scale 0-3+)', 'equivocal'],
    ['Negative (0); 3+ required', 'negative'],
    ['3+', 'positive'],
    ['3+ (scale 0-3+)', 'positive'],
    ['3+/3+', 'positive'],
    ['3+ = positive', 'positive'],
    ['IHC 3+ (positive)', 'positive'],
    ['0 -> negative; 3+ -> positive', null],
    ['<3+', null],
    ['less than 3+', null],
    ['not 3+', null],
    ['no 3+ staining', null],
  ])('HER2 %s: %s', (text, status) => expect(statusInWords('HER2', text)).toBe(status));
});

describe('microsatellites: the class, not the choices or a number', () => {
  it.each([
    ['MSI-H/MSI-L/MSS: MSS', 'stable'],
    ['MSS vs MSI-H: MSS', 'stable'],
    ['MSI-H or MSS: MSS', 'stable'],
    ['MSI-H/MSS: MSI-H', 'high'],
    ['MSS rather than MSI-H', 'stable'],
    ['MSS; MSI-H would be >= 20 %', 'stable'],
    ['3 % unstable loci (cut-off 20 %)', 'indeterminate'],
    ['unstable loci: 2 %', 'indeterminate'],
    ['instability score 1.2', 'indeterminate'],
    ['less than 20 % unstable', 'indeterminate'],
    ['0 unstable markers', 'stable'],
    ['1 unstable marker of 5', 'low'],
    ['3 unstable markers of 5', 'high'],
    ['unstable in 4 of 5 markers', 'high'],
    ['Unstable', 'unstable'],
    ['Unstable (BAT-25, BAT-26)', 'unstable'],
    ['Unstable, 32 % of loci', 'unstable'],
    ['Instability detected (score 25)', 'unstable'],
    ['MSI-High (32 % unstable)', 'high'],
  ])('%s: %s', (text, status) => expect(statusInWords('MSI', text)).toBe(status));
});
