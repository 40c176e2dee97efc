/** Tests named by the gene written out, by its protein or with an older hyphen: as good as the symbol, and no stain is a result of the gene. Synthetic. */
import { describe, expect, it } from 'vitest';
import { board, given, lines } from './board.ts';

const NSCLC = 'Lung adenocarcinoma';
const MELANOMA = 'Melanoma';
const AML = 'Acute myeloid leukemia';
const CRC = 'Colorectal adenocarcinoma';
const GIST = 'Gastrointestinal stromal tumor';

describe('a gene by another name', () => {
  it.each([
    [NSCLC, 'Epidermal growth factor receptor', 'Not detected', 'osimertinib', 'biomarker-negative'],
    [NSCLC, 'Epidermal growth factor receptor gene mutation analysis', 'p.L858R detected', 'osimertinib', 'fits'],
    [NSCLC, 'Anaplastic lymphoma kinase rearrangement', 'Positive', 'alectinib', 'fits'],
    [NSCLC, 'Anaplastic lymphoma kinase (FISH)', 'Negative', 'alectinib', 'biomarker-negative'],
    [NSCLC, 'ROS proto-oncogene 1, receptor tyrosine kinase rearrangement', 'Detected', 'entrectinib', 'fits'],
    [NSCLC, 'Rearranged during transfection fusion', 'Not detected', 'selpercatinib', 'biomarker-negative'],
    [NSCLC, 'c-MET exon 14 skipping', 'Detected', 'capmatinib', 'fits'],
    [MELANOMA, 'B-Raf', 'V600E detected', 'dabrafenib', 'fits'],
    [MELANOMA, 'B-RAF V600E', 'Positive', 'vemurafenib', 'fits'],
    [MELANOMA, 'B-Raf mutation', 'Not detected', 'vemurafenib', 'biomarker-negative'],
    [CRC, 'K-ras', 'G12D', 'cetuximab', 'contradicted'],
    [AML, 'Isocitrate dehydrogenase 1 mutation', 'R132H', 'ivosidenib', 'fits'],
    [AML, 'FMS-like tyrosine kinase 3 internal tandem duplication', 'Positive', 'quizartinib', 'fits'],
    ['Breast cancer', 'Human epidermal growth factor receptor 2', 'Positive', 'trastuzumab', 'fits'],
    ['Intrahepatic cholangiocarcinoma', 'Fibroblast growth factor receptor 2 rearrangement', 'Positive', 'pemigatinib', 'fits'],
    ['Sarcoma', 'Neurotrophic tyrosine receptor kinase fusion', 'Not detected', 'larotrectinib', 'biomarker-negative'],
  ])('%s: %s: %s', (tumour, name, value, drug, verdict) => {
    expect(board(tumour, lines([[name, value]]), drug).fit?.verdict).toBe(verdict);
  });
  it('N-RAS without a mutation says nothing of KRAS', () => {
    const { report, fit } = board(CRC, lines([['N-RAS mutation', 'Wild type']]), 'cetuximab');
    expect(report.oncology.variants.map(({ gene }) => gene)).toEqual(['NRAS']);
    expect(fit?.because.join()).toContain('No result on file for KRAS');
  });
  it.each([
    ['c-KIT', 'exon 11 deletion detected', ['KIT']],
    ['c-KIT mutation analysis', 'Negative', ['KIT']],
    ['p53', 'R175H detected', ['TP53']],
    ['c-KIT', 'Positive', []],
    ['CD117 (c-KIT)', 'Positive', []],
    ['c-KIT', 'Negative', []],
    ['p53', 'Negative', []],
    ['p53 IHC', 'mutated pattern (R175H not tested)', []],
    ['c-MET', 'Positive', []],
    ['Epidermal growth factor receptor by immunohistochemistry', 'Positive 3+', []],
  ])('%s: %s is a result of %j', (name, value, genes) => {
    expect(board(GIST, lines([[name, value]])).report.oncology.variants.map(({ gene }) => gene)).toEqual(genes);
  });
});

describe('the first line and the buttons of a card speak of one choice', () => {
  const kras = lines([['KRAS', 'G12D']]);
  it('a regimen of two drugs is one button with two drafts', () => {
    const msi = lines([['MSI', 'MSI-H']]).map((line) => ({ ...line, id: 'msi' }));
    const [card] = board(CRC, [...kras, ...msi], 'cetuximab').cards;
    expect(card?.summary).toContain('consider nivolumab with ipilimumab');
    const [first, second] = card?.suggestions ?? [];
    expect(first?.label).toBe('Replace cetuximab by nivolumab with ipilimumab');
    expect(first?.actions.map(({ type }) => type)).toEqual(['delete', 'create', 'create']);
    expect(second?.label).toBe('Replace cetuximab by pembrolizumab');
  });
  it.each([
    [NSCLC, lines([['EGFR', 'p.Ala767_Val769dup']]), 'osimertinib'],
    [NSCLC, lines([['EGFR', 'T790M']]), 'gefitinib'],
    [CRC, [...kras, ...lines([['HER2 IHC', '3+']]).map((line) => ({ ...line, id: 'her2' })), given('oxaliplatin')], 'panitumumab'],
    [GIST, lines([['PDGFRA', 'D842V']]), 'imatinib'],
    ['Breast cancer', [...lines([['HER2 IHC', '1+']]), given('capecitabine')], 'trastuzumab'],
  ])('%s, %j: %s', (tumour, results, drug) => {
    const [card] = board(tumour, results, drug).cards;
    const considered = /consider ([^(]*?)(?: \(|$)/.exec(card?.summary ?? '')?.[1];
    expect(card?.suggestions.length).toBeGreaterThan(0);
    if (considered !== undefined) expect(card?.suggestions[0]?.label).toContain(` by ${considered}`);
  });
});
