/** PD-L1 below what the label asks for, where another label of the tumour has no limit: the setting of the chart decides. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, condition, given, lines, observation, type Resource } from './board.ts';

const staged = (text: string, stage: string): readonly Resource[] => [{ ...condition(text), stage: [{ summary: { text: stage } }] }];
const metastasis = (text: string, icd10: string): Resource => condition(text, icd10, 'met');
const results = (...found: readonly (readonly [string, string])[]): readonly Resource[] => lines(found);
const TNBC = [['ER', 'negative'], ['PR', 'negative'], ['HER2 IHC', '0']] as const; // prettier-ignore
const wildType = (...genes: readonly string[]): readonly Resource[] =>
  genes.map((gene) => observation(`wt-${gene}`, { code: { text: `${gene} mutation analysis` }, valueString: 'Not detected' }));
const LUNG = staged('Lung adenocarcinoma', 'Stage IVB');

describe('a limit of PD-L1', () => {
  it.each<[string, string | readonly Resource[], readonly Resource[], readonly string[], RegExp]>([
    ['metastatic triple-negative breast cancer, CPS 3', staged('Invasive ductal carcinoma of breast', 'Stage IV'), results(...TNBC, ['PD-L1 CPS', '3']), ['pembrolizumab', 'paclitaxel'], /^PD-L1 on file \(CPS 3\) is not what pembrolizumab asks for/],
    ['the same by a metastasis alone, PD-L1 not tested', [condition('Invasive ductal carcinoma of breast'), metastasis('Secondary malignant neoplasm of liver', 'C78.7')], results(...TNBC), ['pembrolizumab', 'paclitaxel'], /^No PD-L1 result on file: test before pembrolizumab/],
    ['cervical cancer stage IVB, CPS 0', staged('Squamous cell carcinoma of cervix', 'Stage IVB'), results(['PD-L1 CPS', '0']), ['pembrolizumab'], /^PD-L1 on file \(CPS 0\) is not what pembrolizumab asks for/],
    ['HER2-positive gastric cancer, CPS 0, one partner on the sheet', 'Gastric adenocarcinoma', results(['HER2 IHC', '3+'], ['PD-L1 CPS', '0']), ['pembrolizumab', 'trastuzumab'], /^PD-L1 on file \(CPS 0\) is not what pembrolizumab asks for/],
    ['lung, TPS <1 %, alone', LUNG, [...results(['PD-L1 TPS', '<1%']), ...wildType('EGFR', 'ALK')], ['pembrolizumab'], /^pembrolizumab asks for PD-L1 TPS ≥ 1% when given without chemotherapy: tested, not found/],
    ['lung, TPS 10 %, cemiplimab alone', LUNG, [...results(['PD-L1 TPS', '10%']), ...wildType('EGFR', 'ALK', 'ROS1')], ['cemiplimab'], /^cemiplimab asks for PD-L1 TPS ≥ 50% when given without chemotherapy/],
    ['lung, TPS 0, nivolumab with ipilimumab alone', LUNG, [...results(['PD-L1 TPS', '0%']), ...wildType('EGFR', 'ALK')], ['nivolumab', 'ipilimumab'], /^nivolumab and ipilimumab ask for PD-L1 TPS ≥ 1% when given without chemotherapy/],
    ['head and neck, CPS 0, alone', 'Squamous cell carcinoma of oropharynx', results(['PD-L1 CPS', '0']), ['pembrolizumab'], /^pembrolizumab asks for PD-L1 CPS ≥ 1 when given without chemotherapy/],
    ['oesophagus, CPS 0, first treatment', staged('Esophageal squamous cell carcinoma', 'Stage IV'), results(['PD-L1 CPS', '0']), ['tislelizumab'], /^tislelizumab asks for PD-L1 TAP ≥ 1% or PD-L1 CPS ≥ 1 as the first treatment/],
  ])('is told quietly: %s', (_, tumour, found, drugs, said) => {
    const { cards } = board(tumour, found, ...drugs);
    expect(cards.map(({ summary }) => summary)).toEqual([expect.stringMatching(said)]);
    expect(cards[0]?.indicator).toBe('info');
  }); // prettier-ignore

  it.each<[string, string | readonly Resource[], readonly Resource[], readonly string[]]>([
    ['early triple-negative breast cancer, for which the label has no limit', staged('Invasive ductal carcinoma of breast', 'Stage IIB'), results(...TNBC, ['PD-L1 CPS', '3']), ['pembrolizumab', 'paclitaxel']],
    ['triple-negative with lymph nodes alone', [condition('Invasive ductal carcinoma of breast'), metastasis('Secondary malignant neoplasm of axillary lymph nodes', 'C77.3')], results(...TNBC), ['pembrolizumab', 'paclitaxel']],
    ['cervical cancer stage IVA, for which the label has chemoradiation', staged('Squamous cell carcinoma of cervix', 'Stage IVA'), results(['PD-L1 CPS', '0']), ['pembrolizumab']],
    ['lung, TPS <1 %, with chemotherapy', LUNG, [...results(['PD-L1 TPS', '<1%']), ...wildType('EGFR', 'ALK')], ['pembrolizumab', 'pemetrexed', 'carboplatin']],
    ['lung, TPS <1 %, after chemotherapy: maintenance or a later line', LUNG, [...results(['PD-L1 TPS', '<1%']), ...wildType('EGFR', 'ALK'), given('pemetrexed')], ['pembrolizumab']],
    ['lung, TPS 60 %', LUNG, [...results(['PD-L1 TPS', '60%']), ...wildType('EGFR', 'ALK')], ['pembrolizumab']],
    ['lung, nothing on file of PD-L1: chemotherapy may stand on another sheet', LUNG, wildType('EGFR', 'ALK'), ['pembrolizumab']],
    ['head and neck, after platinum', 'Squamous cell carcinoma of oropharynx', [...results(['PD-L1 CPS', '0']), given('cisplatin')], ['pembrolizumab']],
  ])('is no matter: %s', (_, tumour, found, drugs) => {
    expect(board(tumour, found, ...drugs).summaries).toEqual([]);
  }); // prettier-ignore

  it('a number below, as the laboratory wrote it, keeps its sign', () => {
    const [card] = board(LUNG, [...results(['PD-L1 TPS', '<1%']), ...wildType('EGFR', 'ALK')], 'pembrolizumab').cards;
    expect(card?.detail).toContain('TPS &lt;1%');
  });
});
