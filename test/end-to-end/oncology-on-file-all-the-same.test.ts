/** Results that used to leave "no result on file", or another card than they ask for, behind them. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { assessment, board, lines } from './board.ts';

const LUNG = 'Lung adenocarcinoma, stage IV';
const COLON = 'Colorectal adenocarcinoma, stage IV';
const THYROID = 'Papillary thyroid carcinoma';
const first = (tumour: string, title: string, said: string, drug: string) => board(tumour, lines([[title, said]]), drug).summaries[0];
const names = (tumour: string, title: string, said: string) =>
  board(tumour, lines([[title, said]])).report.oncology.variants.map(({ name, present }) => `${name}: ${String(present)}`);

describe('a change that resists, without the fusion beside which it arose', () => {
  const alone = (gene: string, change: string, drug: string) =>
    board(LUNG, [assessment(['48018-6', gene], ['48005-3', change])], drug).summaries;
  it.each([
    ['ROS1', 'p.Gly2032Arg', 'crizotinib', 'ROS1 G2032R'],
    ['ALK', 'p.Ile1171Asn', 'alectinib', 'ALK I1171N'],
  ])('%s %s is told before %s, and no other gene of its label is asked for first', (gene, change, drug, named) => {
    const { summaries, fit } = board(LUNG, [assessment(['48018-6', gene], ['48005-3', change])], drug);
    expect(summaries).toEqual([
      `${named} on file; whether ${gene} was tested for a fusion is not shown: look at the report before ${drug}`,
    ]);
    expect(fit?.because.join(' ')).toMatch(/Level C evidence of resistance/);
  });
  it('before a drug that may act on it the missing test of the fusion is named beside it', () => {
    expect(alone('ROS1', 'p.Gly2032Arg', 'repotrectinib')).toEqual([
      expect.stringMatching(/ROS1 G2032R is on file but no test for a fusion is shown: settle both before repotrectinib$/),
    ]);
  });
  it('a change of which no resistance is known leaves the other gene to be asked for', () => {
    expect(alone('ROS1', 'p.Ser1109Leu', 'crizotinib')[0]).toMatch(/^No ALK result on file/);
  });
});

describe('copies of a gene as a number: from where they are an amplification, each assay says for itself', () => {
  it.each([
    ['MET copy number', '12'],
    ['MET/CEP7 ratio', '2.6'],
    ['MET gene copy number (GCN)', '11.2'],
    ['Copy number of MET', '6 copies'],
  ])('%s: %s', (title, said) => {
    expect(first(LUNG, title, said, 'capmatinib')).toMatch(/^MET was examined, no result readable here/);
  });
  it.each([
    ['ALK', '60 U/L', 'alectinib', 'ALK'],
    ['EGFR', '88', 'osimertinib', 'EGFR'],
  ])('%s %s counts nothing', (title, said, drug, gene) => {
    expect(first(LUNG, title, said, drug)).toMatch(new RegExp(`^No ${gene} result on file`));
  });
});

describe('exon 13 joined to exon 15 of MET', () => {
  it.each([
    ['Archer FusionPlex', 'MET exon 13-15 fusion (exon 14 skipping) detected'],
    ['MET', 'exon 13-15 fusion (exon 14 skipping) detected'],
    ['MET exon 14 skipping', 'MET exon 13-15 fusion detected'],
  ])('%s: %s', (title, said) => {
    expect(names(LUNG, title, said)).toEqual(['MET exon 14 skipping: true']);
    expect(first(LUNG, title, said, 'capmatinib')).toBeUndefined();
  });
});

describe('RET/PTC of the thyroid is no fusion with the taste receptor of that alias', () => {
  it.each([
    ['RET/PTC3', 'Detected', 'NCOA4::RET fusion: true'],
    ['RET', 'RET/PTC1', 'CCDC6::RET fusion: true'],
    ['RET/PTC rearrangement', 'Positive (RET/PTC1)', 'CCDC6::RET fusion: true'],
    ['RET/PTC rearrangement', 'Negative', 'RET fusion: false'],
    ['RET/PTC', 'Positive', 'RET fusion: true'],
  ])('%s: %s', (title, said, expected) => expect(names(THYROID, title, said)).toEqual([expected]));
  it('one of them alone does not rule out the others', () => {
    expect(first(THYROID, 'RET/PTC3', 'Negative', 'selpercatinib')).toMatch(/the rest of RET not on file/);
  });
});

describe('bases of the TERT promoter are no residues', () => {
  it.each([
    ['TERT promoter', 'C228T', 'TERT promoter C228T: true'],
    ['TERT', 'C250T', 'TERT promoter C250T: true'],
  ])('%s: %s', (title, said, expected) => expect(names('Glioblastoma', title, said)).toEqual([expected]));
});

describe('a panel of RAS that tells of BRAF as well', () => {
  it.each([
    ['KRAS exon 2: G12V; NRAS: WT; BRAF: WT', /^KRAS G12V: cetuximab is not expected to work/],
    ['KRAS p.G12D; NRAS wild type; BRAF wild type', /^KRAS G12D: cetuximab is not expected to work/],
  ])('%s', (said, expected) => expect(first(COLON, 'RAS panel', said, 'cetuximab')).toMatch(expected));
  it('wild type beside BRAF V600E', () => {
    expect(names(COLON, 'RAS panel', 'KRAS: WT; NRAS: WT; BRAF: V600E')).toEqual([
      'KRAS variant: false',
      'NRAS variant: false',
      'BRAF p.Val600Glu: true',
    ]);
  });
  it('exons of several genes with their result elsewhere are on file', () => {
    expect(first(COLON, 'KRAS exons 2-4, NRAS exons 2-4 and BRAF V600', 'see report', 'cetuximab')).toMatch(
      /examined, no result readable here/,
    );
  });
});

describe('on file, and of what it does not say', () => {
  it('"ERBB2: present" is no missing HER2 test', () => {
    const { summaries } = board('Gastric adenocarcinoma, stage IV', [assessment(['48018-6', 'ERBB2'])], 'trastuzumab');
    expect(summaries).toEqual([expect.stringMatching(/^HER2 was examined, no result readable here/)]);
  });
  it.each([
    ['Fusion panel (RNA)', 'Negative'],
    ['Archer FusionPlex', 'No rearrangement'],
    ['Gene fusions', 'None'],
  ])('%s: %s names no gene', (title, said) => {
    expect(first(LUNG, title, said, 'selpercatinib')).toMatch(/^No readable RET result; .* is on file, unread/);
  });
  it.each([
    ['FGFR alterations', 'none'],
    ['FGFR', 'Not detected'],
    ['FGFR1-4 mutation analysis', 'Negative'],
  ])('%s: %s is of the family', (title, said) => {
    expect(first('Urothelial carcinoma, stage IV', title, said, 'erdafitinib')).toMatch(/^FGFR3 was examined, no result readable here/);
  });
  it.each([
    ['Spinal fusion analysis', 'No'],
    ['Fusion panel', 'QNS'],
  ])('%s: %s is no panel of genes with an answer', (title, said) => {
    expect(first(LUNG, title, said, 'selpercatinib')).toMatch(/^No RET result on file/);
  });
});
