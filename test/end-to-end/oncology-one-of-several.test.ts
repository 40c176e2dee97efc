/** Tests that look for several changes at once, and words that name a receptor or a change of its gene. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { alternativesInName } from '../../fhir-profiles/codes/alternatives-in-name.ts';
import { board, code, lines, observation } from './board.ts';

describe('a bare "positive" of a test that looks for several changes', () => {
  it.each([
    ['Lung adenocarcinoma', 'EGFR exon 20 insertion/T790M', 'osimertinib'],
    ['Lung adenocarcinoma', 'EGFR exon 20 insertion/p.T790M', 'osimertinib'],
    ['Lung adenocarcinoma', 'EGFR exon 20 insertion/T790M', 'amivantamab'],
    ['Lung adenocarcinoma', 'EGFR L858R or exon 20 insertion', 'osimertinib'],
    ['Lung adenocarcinoma', 'MET exon 14 skipping/amplification', 'capmatinib'],
    ['Lung adenocarcinoma', 'ALK fusion/G1202R', 'lorlatinib'],
    ['Melanoma', 'BRAF V600E/fusion', 'dabrafenib'],
  ])('%s, %s: which of them is not told at %s', (tumour, name, drug) => {
    const { fit, summaries } = board(tumour, lines([[name, 'positive']]), drug);
    expect(fit?.verdict).toBe('biomarker-open');
    expect(summaries).toEqual([expect.stringMatching(/which of these changes is not told|does not tell which|look at the report/)]);
    // What the label of another drug asks of either of them is no guess.
    expect((fit?.alternatives ?? []).filter(({ approvedFor }) => approvedFor !== 'EGFR mutation')).toEqual([]);
  });

  it.each([
    ['EGFR exon 19 deletion and L858R', 'positive'],
    ['EGFR exon 19 deletions, L858R', 'Detected'],
    ['EGFR L858R/exon 19 deletion', 'positive'],
    ['EGFR exon 20 insertion/T790M', 'T790M'],
  ])('%s, %s fits osimertinib: its label takes each of them, or the value says which', (name, value) => {
    expect(board('Lung adenocarcinoma', lines([[name, value]]), 'osimertinib').fit?.verdict).toBe('fits');
  });

  it('neither change is taken for a reason against a drug', () => {
    const { fit } = board('Colorectal cancer', lines([['KRAS G12C/G12D', 'positive']]), 'sotorasib');
    expect(fit?.verdict).toBe('biomarker-open');
  });

  it.each(['EGFR exon 21 L858R', 'EGFR Exon 21 (L858R)', 'EGFR exon 19 deletion (E746_A750del)', 'KRAS codon 12/13', 'ALK gene rearrangement/fusion by FISH', 'BRAF V600E mutation analysis', 'BRAF mutation/fusion'])(
    '%s lists no alternatives',
    (name) => {
      expect(alternativesInName(name)).toBeNull();
    },
  ); // prettier-ignore
});

describe('HER2: the receptor or its gene', () => {
  it.each(['HER2 exon 20 insertion', 'HER2 V777L', 'HER2 exon 20 insertion/V777L', 'HER2 p.Ala775_Gly776insTyrValMetAla'])(
    '%s positive is no HER2-positive tumour',
    (name) => {
      const { report } = board('Breast cancer', lines([[name, 'positive']]), 'trastuzumab');
      expect(report.oncology.biomarkers).toEqual([]);
      expect(report.oncology.variants).toMatchObject([{ gene: 'ERBB2', present: true }]);
    },
  );

  const assessed = (said: string) => observation('her2', { code: code('69548-6'), valueString: said });
  it.each([
    ['HER2 3+', '3+', 'positive'],
    ['HER2: Positive (IHC 3+)', '3+', 'positive'],
    ['HER2/neu IHC 1+', '1+', 'negative'],
    ['HER2-low', 'low', 'low'],
  ])('a variant assessment of "%s" is the receptor', (said, value, status) => {
    const { report } = board('Breast cancer', [assessed(said)], 'trastuzumab');
    expect(report.oncology.biomarkers).toMatchObject([{ kind: 'HER2', value, status }]);
    expect(report.oncology.variants).toEqual([]);
  });
  it.each(['HER2: Positive', 'HER2 negative'])('a variant assessment of "%s" may be either and decides nothing', (said) => {
    const { fit, report } = board('Breast cancer', [assessed(said)], 'trastuzumab');
    expect(fit?.verdict).toBe('biomarker-open');
    expect(report.oncology.variants).toEqual([]);
  });
  it('"HER2 amplified" stays a finding of the gene', () => {
    expect(board('Breast cancer', [assessed('HER2 amplified')]).report.oncology.variants).toMatchObject([{ gene: 'ERBB2', present: true }]);
  });
});
