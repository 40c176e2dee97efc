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

describe('names of tests that were read wrongly or not at all', () => {
  const found = (tumour: string, title: string, said: string) => {
    const { oncology } = board(tumour, lines([[title, said]])).report;
    return [
      ...oncology.variants.map(({ gene, name, present }) => `${name.startsWith(gene) ? name : `${gene} ${name}`}: ${String(present)}`),
      ...oncology.biomarkers.map(({ kind, value, status }) => `${kind} ${value}${status === undefined ? '' : ` ${status}`}`),
    ];
  };
  it.each([
    ['Breast cancer', 'HER2 mutation', 'positive', ['ERBB2 mutation: true']],
    ['Breast cancer', 'HER2 mutation', 'L755S', ['ERBB2 p.Leu755Ser: true']],
    ['Breast cancer', 'ER', 'pos', ['ER pos positive']],
    ['Acute myeloid leukemia', 'IDH1/2', 'negative', ['IDH1 variant: false', 'IDH2 variant: false']],
    ['Acute myeloid leukemia', 'IDH1/2', 'IDH1 R132H', ['IDH1 p.Arg132His: true']],
    // Of which of the two is not said, and the first is not taken.
    ['Acute myeloid leukemia', 'IDH1/2 mutation', 'R140Q', []],
    ['Bladder cancer', 'FGFR2/3 alterations', 'FGFR3 S249C', ['FGFR3 p.Ser249Cys: true']],
    ['NSCLC', 'MET', 'METex14', ['MET exon 14 skipping: true']],
    ['NSCLC', 'PD-L1 SP142', 'TC3/IC3', ['PD-L1 TC3/IC3']],
    ['NSCLC', 'Copy number alterations', 'MET amplification; CDKN2A loss', ['MET amplification: true', 'CDKN2A loss: true']],
    ['Melanoma', 'BRAF', 'Mutated (V600E/K)', ['BRAF V600E/K: true']],
    ['Colorectal cancer', 'RAS', 'mutado (KRAS)', ['KRAS mutation: true']],
    ['Colorectal cancer', 'KRAS/NRAS exon 2-4, BRAF codon 600', 'wild type', ['KRAS variant: false', 'NRAS variant: false', 'BRAF codon 600 mutation: false']],
  ])('%s, %s: %s', (tumour, title, said, expected) => {
    expect(found(tumour, title, said)).toEqual(expected);
  }); // prettier-ignore
  it.each(['EGFR exon 21 L858R', 'EGFR Exon 21 (L858R)', 'EGFR L858R (exon 21)'])('%s names the change in its exon', (title) => {
    expect(board('NSCLC', lines([[title, 'positive']]), 'osimertinib').fit?.verdict).toBe('fits');
  });
  it.each([
    ['Ovarian cancer', 'BRCA1 promoter methylation', 'present', 'olaparib', /BRCA1 result cannot be read here/],
    ['Ovarian cancer', 'BRCA2 reversion', 'detected', 'olaparib', /BRCA2 result cannot be read here/],
    ['Acute myeloid leukemia', 'IDH1 R132H/IDH2 R140Q', 'positive', 'ivosidenib', /IDH1 was examined, no result readable here/],
    ['NSCLC', 'CNV', 'EGFR gain, copies 12', 'osimertinib', /EGFR was examined, no result readable here/],
  ])('%s, %s: %s is told before %s', (tumour, title, said, drug, card) => {
    expect(board(tumour, lines([[title, said]]), drug).summaries).toEqual([expect.stringMatching(card)]);
  });
  it.each([
    "TP53: not detected; MSI: Father's tumour: MSI-H; KIT: not detected",
    'TP53: not detected; MSI: MSI-H (control sample); KIT: not detected',
    'TP53: not detected; MSI: MSI-H?; KIT: not detected',
  ])('a list of %s shows no microsatellite instability', (said) => {
    const { fit } = board('Colorectal cancer', lines([['NGS panel', said]]), 'pembrolizumab');
    expect(fit?.verdict).not.toBe('fits');
  });
  it.each(['HER2 IHC 1+', 'TP53: not detected; HER2: 1+'])('"%s" is a score, and no "positive"', (said) => {
    expect(found('Breast cancer', 'NGS panel', said)).toContain('HER2 1+ negative');
  });
});

describe('HER2 by the numbers of in-situ hybridisation', () => {
  it.each([
    ['Ratio 2.4, copy number 6.2', 'positive'],
    ['HER2/CEP17 ratio: 2.4; average HER2 copies per cell: 6.2', 'positive'],
    ['Ratio 2.4, copy number 3.1', undefined],
    ['Ratio 1.3, HER2 copies 6.5', undefined],
  ])('%s', (said, status) => {
    const { report } = board('Breast cancer', lines([['HER2 FISH', said]]));
    expect(report.oncology.biomarkers.find(({ kind }) => kind === 'HER2')?.status).toBe(status);
  });
});
