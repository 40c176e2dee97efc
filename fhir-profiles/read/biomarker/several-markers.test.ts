/** Lines that report several markers at once, as pathology reports write them. */
import { describe, expect, it } from 'vitest';
import { markersApart } from './several-markers.ts';

const ER = 'ER status';
const PR = 'PR status';
const HER2 = 'HER2 status';

describe('several markers in one line', () => {
  it.each([
    ['ER/PR', 'ER positive, PR negative', [ER, 'positive'], [PR, 'negative']],
    ['ER/PR', 'Positive/Negative', [ER, 'Positive'], [PR, 'Negative']],
    ['ER/PR', '90% / 0%', [ER, '90%'], [PR, '0%']],
    ['ER/PR', 'ER and PR positive', [ER, 'positive'], [PR, 'positive']],
    ['ER/PR', 'Both negative', [ER, 'negative'], [PR, 'negative']],
    ['ER/PR', 'Negative', [ER, 'negative'], [PR, 'negative']],
    ['ER/PR', 'Positive', ['HR status', 'positive']],
    ['ER/PR by IHC', 'ER 0%, PR 0%', ['ER status IHC', '0%'], ['PR status IHC', '0%']],
    ['Estrogen and progesterone receptors', 'ER 95 %; PR 5 %', [ER, '95 %'], [PR, '5 %']],
    ['Hormone receptors', 'ER positive (90%), PR negative (0%)', [ER, 'positive (90%)'], [PR, 'negative (0%)']],
    ['Hormonrezeptoren', 'ER: positiv, PR: negativ', [ER, 'positiv'], [PR, 'negativ']],
    ['HR status', 'negative', [ER, 'negative'], [PR, 'negative']],
    ['ER/PR/HER2', '+/-/2+', [ER, 'positive'], [PR, 'negative'], [HER2, '2+']],
    ['ER/PR/HER2', 'Triple negative', [ER, 'negative'], [PR, 'negative'], [HER2, 'negative']],
    ['Receptor status', 'Triple negative', [ER, 'negative'], [PR, 'negative'], [HER2, 'negative']],
    ['Tumor subtype', 'Triple-negative', [ER, 'negative'], [PR, 'negative'], [HER2, 'negative']],
    ['Breast biomarkers', 'TNBC', [ER, 'negative'], [PR, 'negative'], [HER2, 'negative']],
    ['Molecular subtype', 'Triple negative breast cancer', [ER, 'negative'], [PR, 'negative'], [HER2, 'negative']],
    ['Receptor status', 'ER+, PR+, HER2-', [ER, 'positive'], [PR, 'positive'], [HER2, 'negative']],
    ['Receptor status', 'ER+/PR-/HER2 1+', [ER, 'positive'], [PR, 'negative'], [HER2, '1+']],
    ['Receptor status', 'ER(+) PR(-) HER2(3+)', [ER, 'positive'], [PR, 'negative'], [HER2, '(3+)']],
    ['Breast biomarkers', 'Positive for ER and PR, negative for HER2', [ER, 'Positive'], [PR, 'Positive'], [HER2, 'negative']],
    ['Breast biomarkers', 'ER - positive; PR - positive; HER2/neu - negative', [ER, 'positive'], [PR, 'positive'], [HER2, 'negative']],
    ['Breast cancer biomarker panel', 'ER 95%, PR 40%, HER2 IHC 0, Ki-67 20%', [ER, '95%'], [PR, '40%'], [HER2, 'IHC 0'], ['Ki-67', '20%']],
    ['MSI/MMR', 'MSS / pMMR', ['MSI', 'MSS'], ['MMR', 'pMMR']],
    ['MSI and MMR', 'MSI-H, dMMR', ['MSI', 'MSI-H'], ['MMR', 'dMMR']],
    ['MSI/MMR IHC', 'Intact', ['MMR IHC', 'Intact']],
    ['PD-L1/TMB', 'TPS 60%, TMB 12', ['PD-L1 TPS', 'TPS 60%'], ['TMB', '12']],
    ['HER2, PD-L1, MSI', 'HER2 negative, PD-L1 CPS 5, MSS', [HER2, 'negative'], ['PD-L1 CPS', 'PD-L1 CPS 5'], ['MSI', 'MSS']],
  ] as const)('%s: %s', (title, value, ...expected) => {
    expect(markersApart([title], [value])?.parts.map(({ name, text }) => [name, text])).toEqual(expected);
  });

  it.each([
    ['ER', 'Positive 90%, PR negative'],
    ['HER2', '3+, FISH amplified'],
    ['HER2/neu', 'positive'],
    ['MSI', 'MSS'],
    ['MSI/MMR', 'MSI-H'],
    ['Receptor status', 'positive'],
    ['Immunohistochemistry', 'CK7 positive, TTF-1 positive'],
    ['Androgen receptor', 'positive'],
    ['PD-L1', 'TPS 60%, CPS 65'],
    ['PD-L1 (22C3) TPS', 'not >= 50%'],
    ['PD-L1 CPS', '20'],
    ['Microsatellite instability (MSI)', 'stable'],
    ['Estrogen receptor (ER) status', 'positive'],
    ['EGFR', 'Not detected'],
    // Of JAK2, CALR and MPL.
    ['Molecular subtype', 'Triple negative'],
    ['Driver mutations', 'Triple-negative'],
    ['Receptor status', 'not triple negative'],
    ['Family history', 'TNBC'],
  ])('%s: %s is none of them', (title, value) => {
    const found = markersApart([title], [value]);
    expect(found === null || found.parts.length < 2).toBe(true);
  });

  it.each([
    ['ER/PR', 'equivocal'],
    ['ER/PR/HER2', 'Positive/Negative'],
    ['PD-L1/TMB', '60%'],
  ])('%s: %s cannot be given to them and is given to none', (title, value) => {
    expect(markersApart([title], [value])?.parts).toEqual([]);
  });
});
