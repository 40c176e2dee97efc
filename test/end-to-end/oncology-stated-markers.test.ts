/** A marker that only the diagnosis states is told with its day, asked about instead of "no result", and never decides. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, condition, lines, type Resource } from './board.ts';

const dated = (text: string, icd10?: string): Resource => ({ ...condition(text, icd10, text), recordedDate: '2026-05-01' });
const says = (text: string, result: readonly (readonly [string, string])[], ...drugs: readonly string[]) =>
  board([dated(text)], lines(result), ...drugs);

describe('the diagnosis states what the label asks for', () => {
  it.each([
    ['HER2-positive breast carcinoma', 'trastuzumab', 'HER2-positive'],
    ['Human epidermal growth factor 2 positive carcinoma of breast (disorder)', 'trastuzumab', 'HER2-positive'],
    ['EGFR-mutated NSCLC', 'osimertinib', 'EGFR mutated'],
    ['Lung adenocarcinoma with EGFR L858R mutation', 'osimertinib', 'EGFR L858R mutation'],
    ['ALK-positive lung adenocarcinoma', 'alectinib', 'ALK positive'],
    ['Metastatic colorectal cancer, RAS wild-type', 'cetuximab', 'RAS wild-type'],
    ['BRAF V600E mutant melanoma', 'vemurafenib', 'BRAF V600E mutant'],
    ['Colorectal cancer, MSI-H', 'pembrolizumab', 'MSI-H'],
    ['FLT3-ITD positive acute myeloid leukemia', 'quizartinib', 'FLT3 ITD positive'],
    ['ER+/PR+/HER2- breast cancer', 'ribociclib', 'ER-positive, PR-positive, HER2-negative'],
    ['HER2-low breast cancer', 'trastuzumab deruxtecan', 'HER2-low'],
  ])('%s, %s', (text, drug, said) => {
    const { fit, cards, opening, report } = says(text, [], drug);
    expect(fit?.verdict).toBe('biomarker-not-tested');
    expect(cards.map(({ summary, indicator }) => [summary, indicator])).toEqual([
      [`${said} by the diagnosis of 1 May 2026 alone, no result on file: look at the report before ${drug}`, 'info'],
    ]);
    // Its report comes before a new test.
    expect(cards[0]?.suggestions.map(({ recommended }) => recommended)).toEqual([false]);
    expect(opening).toBeUndefined();
    expect(report.warnings.map(({ message }) => message).join()).toContain(
      `The diagnosis of 2026-05-01 says ${said}; no result of its own`,
    );
  });
});

describe('the diagnosis states what speaks against the drug', () => {
  it.each([
    ['Triple negative breast cancer', 'trastuzumab', 'triple-negative'],
    ['HER2-negative breast cancer', 'trastuzumab', 'HER2-negative'],
    ['HER2-low breast cancer', 'trastuzumab', 'HER2-low'],
    ['Metastatic colorectal cancer, KRAS mutated', 'cetuximab', 'KRAS mutated'],
    ['Lung adenocarcinoma with EGFR L858R mutation', 'pembrolizumab', 'EGFR L858R mutation'],
    ['NSCLC without EGFR mutation', 'osimertinib', 'without EGFR mutation'],
  ])('%s, %s', (text, drug, said) => {
    const { fit, cards } = says(text, [], drug);
    expect(fit?.verdict).toBe('biomarker-open');
    expect(cards.map(({ summary, indicator }) => [summary, indicator])).toEqual([
      [`${said} by the diagnosis of 1 May 2026 alone speaks against ${drug}: look at the report`, 'warning'],
    ]);
  });
});

describe('a result comes before the words of the diagnosis', () => {
  it.each([
    ['HER2-positive breast carcinoma', 'HER2 IHC', '1+', 'trastuzumab', 'biomarker-negative'],
    ['HER2-negative breast carcinoma', 'HER2 IHC', '3+', 'trastuzumab', 'fits'],
    ['EGFR-mutated NSCLC', 'EGFR', 'L858R detected', 'osimertinib', 'fits'],
    ['Metastatic colorectal cancer, KRAS wild-type', 'KRAS', 'G12D', 'cetuximab', 'contradicted'],
  ])('%s, %s %s, %s', (text, name, value, drug, verdict) => {
    const { fit, summaries, report } = says(text, [[name, value]], drug);
    expect(fit?.verdict).toBe(verdict);
    expect([...summaries, ...report.warnings.map(({ message }) => message)].join()).not.toMatch(/diagnosis/);
  });
  it('what else is missing is asked for, and what the diagnosis says stands beside it', () => {
    const { fit, summaries } = says('HER2-negative breast cancer', [], 'palbociclib');
    expect(summaries).toEqual(['No ER and PR result on file: test before palbociclib']);
    expect(fit?.because).toContain('HER2-negative by the diagnosis of 2026-05-01 alone');
  });
  it('receptor status coded beside the diagnosis counts as its words', () => {
    const chart = [dated('Malignant neoplasm of right breast', 'C50.911'), dated('Estrogen receptor positive status [ER+]', 'Z17.0')];
    const { fit } = board(chart, lines([['HER2 IHC', '1+']]), 'ribociclib');
    expect(fit?.because[0]).toBe('ER-positive by the diagnosis of 2026-05-01 alone');
  });
  it.each([
    ['GIST, KIT-positive', 'imatinib'],
    ['Triple negative breast cancer', 'paclitaxel'],
    ['EGFR-mutated NSCLC', 'carboplatin'],
    ['Breast cancer, post-menopausal', 'letrozole'],
  ])('%s, %s: nothing to say', (text, drug) => {
    expect(says(text, [], drug).summaries).toEqual([]);
  });
});

it('a drug is asked for the markers of its own label, not for those of a drug that would come with it', () => {
  const results = lines([['ER', 'Positive'], ['HER2', 'Negative']]); // prettier-ignore
  expect(board('Breast cancer', results, 'palbociclib').summaries).toEqual([]);
  expect(board('Breast cancer', [], 'palbociclib').summaries).toEqual(['No ER and PR, HER2 result on file: test before palbociclib']);
});
