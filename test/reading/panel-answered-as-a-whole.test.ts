/** A panel of genes with one answer and no list: what was looked for is not known, and no test is called missing beside it. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, lines } from '../end-to-end/board.ts';

const LUNG = 'Lung adenocarcinoma, stage IV';
const PROSTATE = 'Adenocarcinoma of prostate, stage IV';

describe('a panel answered as a whole', () => {
  it.each([
    [LUNG, 'NGS panel', 'Negative', 'osimertinib'],
    [LUNG, 'NGS panel', 'No actionable alterations', 'osimertinib'],
    [LUNG, 'Next-generation sequencing', 'Performed 2025, no targetable mutation', 'osimertinib'],
    [PROSTATE, 'HRR panel', 'Negative', 'olaparib'],
    [PROSTATE, 'Homologous recombination repair genes', 'No pathogenic variants', 'olaparib'],
    [PROSTATE, 'Germline genetic testing', 'Negative', 'olaparib'],
  ])('%s, %s: %s: the report is named before %s', (tumour, name, value, drug) => {
    const [summary] = board(tumour, lines([[name, value]]), drug).summaries;
    expect(summary).toMatch(/^No readable .*is on file, unread: look there before/);
    expect(summary).toContain(name);
  });
  it.each([
    ['NGS panel', 'not performed'],
    ['NGS panel', 'Insufficient tissue'],
    ['NGS panel', 'Negative control failed, test failed'],
    ['NGS panel', 'No result'],
    ['NGS panel', 'Mutation analysis pending'],
    ['NGS consent', 'No'],
    ['Genetic counselling', 'No mutation discussed'],
    ['Pharmacogenomics panel', 'No actionable variants'],
    ['Genetic screening', 'Negative'],
    ['Family history: genetic testing', 'Negative'],
  ])('%s: %s: no result of the tumour is on file', (name, value) => {
    expect(board(LUNG, lines([[name, value]]), 'osimertinib').summaries).toEqual(['No EGFR result on file: test before osimertinib']);
  });
  it('a mutation of the repair genes is no deficiency of homologous recombination', () => {
    const { report } = board('High-grade serous ovarian carcinoma', lines([['Homologous recombination repair mutation', 'Positive']]));
    expect(report.oncology.biomarkers).toEqual([]);
  });
  it.each(['Homologous recombination deficiency', 'Homologous recombination repair deficiency'])('%s is one', (name) => {
    const { report } = board('High-grade serous ovarian carcinoma', lines([[name, 'Positive']]));
    expect(report.oncology.biomarkers).toMatchObject([{ kind: 'HRD', status: 'positive' }]);
  });
});
