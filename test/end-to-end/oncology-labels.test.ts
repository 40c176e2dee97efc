/** What labels ask for beside the finding: extent of disease, partner, the score of a stain, both halves of "MSI or MMR". Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { assessment, board, condition, given, lines, type Line } from './board.ts';

const stage = (group: string) => ({
  ...condition('Breast cancer'),
  stage: [{ summary: { text: `Stage ${group}` } }],
});
const BRCA = assessment(['48018-6', 'BRCA1'], ['48004-6', 'c.68_69del'], ['53037-8', 'Pathogenic'], ['48002-0', 'Germline']);
const HER2_NEGATIVE = lines([['HER2', 'Negative']]);

describe('early disease: labels for advanced disease come after those that cover it, and say so', () => {
  it.each(['IA', 'IIB', 'IIIC'])('BRCA1 in stage %s: olaparib before talazoparib', (group) => {
    const { opening } = board([stage(group)], [BRCA, ...HER2_NEGATIVE]);
    expect(opening?.summary).toMatch(/: olaparib \(after chemotherapy\), talazoparib \(locally advanced or metastatic\)/);
  });
  it.each([
    ['stage IV', [stage('IV')]],
    ['an old stage beside a metastasis', [stage('IIA'), condition('Secondary malignant neoplasm of bone', 'C79.51', 'bone')]],
    ['no stage', 'Breast cancer'],
  ])('not with %s', (_, tumour) => {
    expect(board(tumour, [BRCA, ...HER2_NEGATIVE]).opening?.summary).toMatch(/: talazoparib .*olaparib/);
  });
  it('stage III of the lung is no early disease', () => {
    const lung = { ...condition('Lung adenocarcinoma'), stage: [{ summary: { text: 'Stage IIIB' } }] };
    const { opening } = board([lung], [assessment(['48018-6', 'KRAS'], ['48005-3', 'p.Gly12Cys'])]);
    expect(opening?.summary).not.toContain('advanced disease');
  });
  it('a drug without a label for early disease is named with "advanced disease"', () => {
    const lung = { ...condition('Lung adenocarcinoma'), stage: [{ summary: { text: 'Stage IB' } }] };
    const { opening } = board([lung], [assessment(['48018-6', 'KRAS'], ['48005-3', 'p.Gly12Cys'])]);
    expect(opening?.summary).toContain('(advanced disease, after earlier systemic therapy)');
  });
});

describe('trastuzumab deruxtecan by the score of the stain', () => {
  const HR: readonly Line[] = [['ER', 'Positive'], ['PR', 'Positive']]; // prettier-ignore
  const NONE: readonly Line[] = [['ER', 'Negative'], ['PR', 'Negative']]; // prettier-ignore
  it.each<[string, string, readonly Line[], string]>([
    ['Breast cancer', '0', HR, 'biomarker-not-tested'],
    ['Breast cancer', '0', NONE, 'biomarker-negative'],
    ['Breast cancer', '1+', HR, 'fits'],
    ['Breast cancer', '3+', NONE, 'fits'],
    ['Gastric adenocarcinoma', '0', [], 'biomarker-negative'],
    ['Gastric adenocarcinoma', '3+', [], 'fits'],
    ['Colorectal adenocarcinoma', '1+', [], 'biomarker-negative'],
  ])('%s, IHC %s: %#', (tumour, score, receptors, verdict) => {
    expect(board(tumour, lines([['HER2 IHC', score], ...receptors]), 'trastuzumab deruxtecan').fit?.verdict).toBe(verdict);
  });
  it('IHC 0 in hormone-receptor positive disease: the pathologist tells ultralow from none', () => {
    const [card] = board('Breast cancer', lines([['HER2 IHC', '0'], ...HR]), 'trastuzumab deruxtecan').cards;
    expect(card?.summary).toBe('HER2 on file (IHC 0) does not settle it: test further before trastuzumab deruxtecan');
    expect(card?.detail).toContain('IHC 0 does not tell HER2 ultralow (some membrane staining) from no staining at all');
  });
  it('no result at all: asked for', () => {
    expect(board('Breast cancer', [], 'trastuzumab deruxtecan').summaries).toEqual([
      expect.stringMatching(/^No .*HER2.* result on file: test before trastuzumab deruxtecan$/),
    ]);
  });
});

describe('drugs with no label in this tumour but for the finding', () => {
  it.each<[string, string, readonly Line[], string]>([
    ['Colorectal adenocarcinoma', 'pembrolizumab', [['MMR', 'Proficient'], ['MSI', 'Stable'], ['TMB', '4 mut/Mb']], 'biomarker-negative'],
    ['Colorectal adenocarcinoma', 'pembrolizumab', [['MSI', 'High']], 'fits'],
    ['Colorectal adenocarcinoma', 'dostarlimab', [['MMR', 'Proficient']], 'biomarker-negative'],
    ['Endometrial carcinoma', 'dostarlimab', [['MMR', 'Proficient']], 'not-covered'],
    ['Sarcoma', 'entrectinib', [], 'biomarker-not-tested'],
  ])('%s with %s: %#', (tumour, drug, results, verdict) => {
    expect(board(tumour, lines(results), drug).fit?.verdict).toBe(verdict);
  }); // prettier-ignore
  it('durvalumab with chemotherapy in endometrial cancer is for deficient mismatch repair', () => {
    const ordered = board('Endometrial carcinoma', lines([['MMR', 'Proficient']]), 'durvalumab', 'carboplatin', 'paclitaxel');
    expect(ordered.fit?.verdict).toBe('biomarker-negative');
  });
  it('stable microsatellites answer one half of the question', () => {
    expect(board('Colorectal adenocarcinoma', lines([['MSI', 'Stable']]), 'pembrolizumab').summaries).toEqual([
      'MSI on file (stable) is not what pembrolizumab asks for; no MMR result on file',
    ]);
  });
});

describe('partners and lines that labels name', () => {
  it.each<[string, readonly Line[], RegExp]>([
    ['Colorectal adenocarcinoma', [['KRAS', 'Wild type'], ['NRAS', 'Wild type']], /Panitumumab \(with FOLFOX in first line; alone after chemotherapy\)/],
    ['Gastric adenocarcinoma', [['HER2 IHC', '3+']], /Trastuzumab \(first line, with cisplatin and a fluoropyrimidine\)/],
    ['Salivary gland secretory carcinoma', [['NTRK fusion', 'ETV6-NTRK3 fusion detected']], /Larotrectinib \(after earlier treatment or without a satisfactory alternative\)/],
    ['Papillary thyroid carcinoma', [['RET', 'CCDC6-RET fusion']], /Selpercatinib \(radioactive iodine-refractory, where iodine is appropriate\)/],
    ['Acute myeloid leukemia', [['IDH1', 'R132H']], /Ivosidenib.*\((?:newly diagnosed|relapsed)/],
  ])('%s: %#', (tumour, results, said) => {
    expect(board(tumour, lines(results)).opening?.detail).toMatch(said);
  }); // prettier-ignore
  it('trametinib alone after a BRAF inhibitor is not offered', () => {
    const named = (past: readonly string[]) =>
      board('Melanoma', [assessment(['48018-6', 'BRAF'], ['48005-3', 'p.Val600Glu']), ...past.map(given)])
        .approved.filter(({ therapy }) => therapy.map(({ name }) => name).join() === 'Trametinib')
        .map(({ settingStanding }) => settingStanding);
    expect(named([])).toEqual(['open']);
    expect(named(['vemurafenib'])).toEqual(['against']);
  });
});
