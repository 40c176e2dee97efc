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

    ['Lung adenocarcinoma, KRAS G12C ruled out', 'sotorasib', 'KRAS G12C not detected'],
    ['Lung adenocarcinoma, EGFR/ALK negative', 'osimertinib', 'EGFR negative'],
    ['Chronic myeloid leukemia with T315I mutation', 'dasatinib', 'ABL1 T315I mutation'],
    ['Gastrointestinal stromal tumor with D842V', 'imatinib', 'PDGFRA D842V'],
  ])('%s, %s', (text, drug, said) => {
    const { fit, cards } = says(text, [], drug);
    expect(fit?.verdict).toBe('biomarker-open');
    expect(cards.map(({ summary, indicator }) => [summary, indicator])).toEqual([
      [`${said} by the diagnosis of 1 May 2026 alone speaks against ${drug}: look at the report`, 'warning'],
    ]);
  });
});

describe('what the diagnosis denies is no statement of it', () => {
  it.each([
    ['Colorectal cancer, non-MSI-H', 'pembrolizumab', /MSI-H by the diagnosis/],
    ['Colorectal cancer, dMMR excluded', 'pembrolizumab', /dMMR by the diagnosis/],
    ['Breast cancer, HER2-low not detected', 'trastuzumab deruxtecan', /HER2-low/],
  ])('%s, %s', (text, drug, claim) => {
    const { cards } = says(text, [], drug);
    expect(cards.map(({ summary }) => summary).join()).not.toMatch(claim);
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

describe('an entry of its own in the problem list', () => {
  const ICD = 'http://hl7.org/fhir/sid/icd-10-cm';
  const SNOMED = 'http://snomed.info/sct';
  const beside = (tumour: string, entry: Resource, results: readonly (readonly [string, string])[], ...drugs: readonly string[]) =>
    board([dated(tumour), { ...condition('', undefined, 'marker'), recordedDate: '2026-06-02', ...entry }], lines(results), ...drugs);
  const words = (text: string): Resource => ({ code: { text } });
  const coded = (system: string, code: string): Resource => ({ code: { coding: [{ system, code }] } });

  it.each([
    ['HER2 positive (Z17.31)', 'Breast cancer', coded(ICD, 'Z17.31'), 'trastuzumab', 'HER2-positive by the diagnosis'],
    ['a Z17 code without its point', 'Breast cancer', coded(ICD, 'Z1731'), 'trastuzumab', 'HER2-positive by the diagnosis'],
    [
      'HR positive, HER2 negative (Z17.411)',
      'Breast cancer',
      coded(ICD, 'Z17.411'),
      'palbociclib',
      'HR-positive, HER2-negative by the diagnosis',
    ],
    [
      'a second name of the tumour',
      'Breast cancer',
      words('HER2 positive carcinoma of breast'),
      'trastuzumab',
      'HER2-positive by the diagnosis',
    ],
    [
      'a BRCA1 carrier by SNOMED CT',
      'High grade serous ovarian carcinoma',
      coded(SNOMED, '412734009'),
      'olaparib',
      'BRCA1 mutation by the problem list',
    ],
    [
      'a carrier in words',
      'High grade serous ovarian carcinoma',
      words('BRCA1 mutation carrier'),
      'olaparib',
      'BRCA1 mutation by the problem list',
    ],
    [
      'a pathogenic variant',
      'High grade serous ovarian carcinoma',
      words('BRCA2 pathogenic germline variant'),
      'olaparib',
      'BRCA2 pathogenic germline variant by the problem list',
    ],
    [
      'an exon 19 deletion',
      'Lung adenocarcinoma',
      words('EGFR exon 19 deletion'),
      'osimertinib',
      'EGFR exon 19 deletion by the problem list',
    ],
    ['German words', 'Breast cancer', words('HER2-positives Mammakarzinom'), 'trastuzumab', 'HER2-positive by the diagnosis'],
    [
      'the Philadelphia chromosome',
      'Acute lymphoblastic leukemia',
      words('Philadelphia chromosome positive'),
      'imatinib',
      'Philadelphia chromosome positive by the problem list',
    ],
  ])('%s is told instead of "no result"', (_, tumour, entry, drug, said) => {
    const { fit, cards } = beside(tumour, entry, [], drug);
    expect(fit?.verdict).toBe('biomarker-not-tested');
    expect(cards.map(({ summary, indicator }) => [summary, indicator])).toEqual([
      [`${said} of 2 Jun 2026 alone, no result on file: look at the report before ${drug}`, 'info'],
    ]);
  });
  it.each([
    ['HER2 negative (Z17.32)', 'Breast cancer', coded(ICD, 'Z17.32'), 'trastuzumab', 'HER2-negative by the diagnosis'],
    [
      'HR negative, HER2 negative (Z17.421)',
      'Breast cancer',
      coded(ICD, 'Z17.421'),
      'palbociclib',
      'HR-negative, HER2-negative by the diagnosis',
    ],
    ['a KRAS mutation', 'Adenocarcinoma of colon', words('KRAS G12D mutation'), 'cetuximab', 'KRAS G12D mutation by the problem list'],
    ['a resistance mutation', 'Lung adenocarcinoma', words('EGFR T790M mutation'), 'erlotinib', 'EGFR T790M mutation by the problem list'],
    [
      'no Philadelphia chromosome',
      'Acute lymphoblastic leukemia',
      words('Ph negative'),
      'imatinib',
      'Philadelphia chromosome negative by the problem list',
    ],
    ['words of absence', 'Melanoma', words('Negative for BRAF mutation'), 'vemurafenib', 'Negative for BRAF mutation by the problem list'],
  ])('%s speaks against the drug', (_, tumour, entry, drug, said) => {
    const { cards } = beside(tumour, entry, [], drug);
    expect(cards.map(({ summary, indicator }) => [summary.slice(0, said.length), indicator])).toEqual([[said, 'warning']]);
    expect(cards[0]?.summary).toMatch(/ of 2 Jun 2026 alone speaks against .*: look at the report$/);
  });
  it('a resistance mutation that was entered after the report of the driver is not passed over', () => {
    const { cards } = board(
      [dated('Lung adenocarcinoma'), { ...condition('EGFR T790M mutation', undefined, 'marker'), recordedDate: '2026-11-02' }],
      lines([['EGFR', 'L858R detected']]),
      'erlotinib',
    );
    expect(cards.map(({ summary, indicator }) => [summary, indicator])).toEqual([
      ['EGFR T790M mutation by the problem list of 2 Nov 2026 alone speaks against erlotinib: look at the report', 'warning'],
    ]);
  });
  it('an inherited disposition stands beside the test that is missing', () => {
    const { fit, summaries } = beside('Adenocarcinoma of colon', words('Lynch syndrome'), [], 'pembrolizumab');
    expect(summaries).toEqual(['No MSI or MMR result on file: test before pembrolizumab']);
    expect(fit?.because).toContain('Lynch syndrome by the problem list of 2026-06-02 alone');
  });
  it.each([
    ['a relative', words('Mother BRCA1 mutation carrier')],
    ['a test still to come', words('KRAS mutation testing ordered')],
    ['a thought', words('Suspected KRAS G12D mutation')],
    ['a variant that does not count', words('KRAS G12D variant of uncertain significance')],
    ['another gene', words('MTHFR C677T mutation')],
    ['the emergency room', words('Seen in ER, HR negative')],
    ['an entry that is over', { ...words('KRAS G12D mutation'), clinicalStatus: { coding: [{ code: 'inactive' }] } }],
    ['a tumour of another organ', words('KRAS G12D mutated pancreatic adenocarcinoma')],
  ])('%s states nothing of this tumour', (_, entry) => {
    const { summaries } = beside('Adenocarcinoma of colon', entry, [], 'cetuximab');
    expect(summaries).toEqual(['No KRAS or NRAS result on file: test before cetuximab']);
  });
  it('one receptor of two, in words alone, is no result on file', () => {
    const { fit, summaries } = beside('Breast cancer', coded(ICD, 'Z17.1'), [], 'palbociclib');
    expect(summaries).toEqual(['No ER and PR, HER2 result on file: test before palbociclib']);
    expect(fit?.because).toContain('ER-negative by the diagnosis of 2026-06-02 alone');
  });
  it('a result comes first', () => {
    const { fit } = beside('Breast cancer', coded(ICD, 'Z17.32'), [['HER2 IHC', '3+']], 'trastuzumab');
    expect(fit?.verdict).toBe('fits');
  });
});

it('atypical chronic myeloid leukaemia, negative for BCR::ABL1, is asked for what the label of imatinib has there', () => {
  const { summaries } = says('Atypical chronic myeloid leukemia, BCR/ABL-negative', [], 'imatinib');
  expect(summaries).toEqual(['No PDGFRA or PDGFRB result on file: test before imatinib']);
});
it.each([
  ['HR+/HER2- metastatic breast cancer', false],
  ['HR-/HER2- metastatic breast cancer', true],
])('%s is triple-negative: %s', (text, triple) => {
  expect(says(text, []).report.oncology.tumour?.doid === 'DOID:0060081').toBe(triple);
});
