/** What of a marker's text is its answer, and what is the laboratory's legend, another marker, an earlier sample or the count of cells. */
import { describe, expect, it } from 'vitest';
import { ownAnswer } from './own-answer.ts';

describe("the answer in a marker's text", () => {
  it.each([
    ['MSI', 'Stable. Reference: MSI-High if >= 30% of loci unstable', 'Stable'],
    ['MSI', 'MSI score 2.1 (MSI-High: > 20)', 'MSI score 2.1'],
    ['MMR', 'No loss of nuclear expression. Loss of any protein is associated with Lynch syndrome', 'No loss of nuclear expression'],
    ['MMR', 'MLH1: loss; PMS2: loss; MSH2: intact; MSH6: intact', 'MLH1: loss, PMS2: loss, MSH2: intact, MSH6: intact'],
    ['HRD', 'Score 20 (positive >= 42)', 'Score 20'],
    ['HRD', 'Negative (GIS 20; positive >= 42)', 'Negative (GIS 20)'],
    ['HRD', 'Positive; no BRCA mutation', 'Positive'],
    ['TMB', '3.2 mut/Mb; TMB-High defined as >=10 mut/Mb', '3.2 mut/Mb'],
    ['TMB', '12 mut/Mb (low <6, intermediate 6-19, high >=20)', '12 mut/Mb'],
    ['TMB', 'low, 25th percentile', 'low'],
    ['TMB', 'below 10 mut/Mb', '<10 mut/Mb'],
    ['TMB', '12 Mb sequenced, 3 mutations', '3 mutations'],
    ['PD-L1', 'TPS 0%. Reference: positive >= 1%', 'TPS 0%'],
    ['PD-L1', 'Negative (positive: TPS >=1%)', 'Negative'],
    ['PD-L1', 'not ≥ 50%', '<50%'],
    ['PD-L1', 'between 1 and 49%', '1-49%'],
    ['PD-L1', 'previous biopsy 60%, current 5%', 'current 5%'],
    ['PD-L1', 'Positive ≥ 1 %', 'Positive (≥ 1 %)'],
    ['ER', 'Positive 90%, PR negative', 'Positive 90%'],
    ['HER2', 'Positive (IHC 3+), ER negative', 'Positive (IHC 3+)'],
    ['HER2', '3+, FISH not performed', '3+'],
    ['HER2', 'HER2+ (IHC 3+)', 'HER2 positive (IHC 3+)'],
    ['HER2', 'HER-2 +++', 'HER2 3+'],
    ['HER2', 'HER2/neu ++', 'HER2 2+'],
    ['HER2', 'ER+ HER2-', 'ER+ HER2 negative'],
    ['HER2', 'HER2 2+', 'HER2 2+'],
    ['HER2', 'HER2-low', 'HER2-low'],
    ['HER2', 'IHC 2+ (FISH pending)', 'IHC 2+'],
    ['HER2', 'Score: 0 (negative); 3+ is positive', 'Score: 0 (negative)'],
    ['HER2', '1+ (positive: 3+)', '1+'],
    ['CLDN18.2', '70%; positive if >= 75%', '70%'],
    ['FOLR1', '100 cells counted, 10% positive', '10% positive'],
    ['FOLR1', 'fewer than 100 viable tumor cells', ''],
  ])('%s: %s', (kind, text, answer) => {
    expect(ownAnswer(kind, text).replace(/\s+/g, ' ')).toBe(answer);
  });
});
