/** Reports whose results stand in the conclusion alone, as pathology systems send them: what is plainly said is read, what is discussed is told, and nothing is called untested. */
import { describe, expect, it } from 'vitest';
import { board, condition, lines, type Resource } from './board.ts';

const report = (conclusion: string, name = 'Molecular pathology report', more: Resource = {}): Resource => ({
  resourceType: 'DiagnosticReport',
  id: 'report',
  status: 'final',
  subject: { reference: 'Patient/p' },
  effectiveDateTime: '2026-10-01',
  code: { text: name },
  conclusion,
  ...more,
});
const LUNG = 'Non-small cell lung cancer';
const BREAST = 'Breast cancer';
const at = (conclusion: string, drug = 'osimertinib', tumour = LUNG, name?: string) => board(tumour, [report(conclusion, name)], drug);
const warned = (of: ReturnType<typeof board>): string => of.report.warnings.map(({ message }) => message).join(' ');

describe('a molecular report in words', () => {
  it.each([
    ['EGFR L858R detected. KRAS wild type. ALK rearrangement negative. PD-L1 TPS 60%.', 'osimertinib', LUNG, 'fits'],
    ['Mutations detected: EGFR p.L858R, TP53 p.R175H. No mutations detected in: KRAS, BRAF, ERBB2.', 'osimertinib', LUNG, 'fits'],
    ['EGFR p.L858R, KRAS G12C not detected, BRAF V600E not detected', 'sotorasib', LUNG, 'biomarker-negative'],
    ['EGFR: no mutation detected in exons 18-21. KRAS: c.34G>T (p.Gly12Cys) detected, VAF 23%.', 'sotorasib', LUNG, 'fits'],
    ['EML4-ALK fusion detected (E13;A20).', 'alectinib', LUNG, 'fits'],
    ['BRAF V600E: Not Detected. NRAS Q61R: Detected.', 'vemurafenib', 'Melanoma', 'biomarker-negative'],
    ['RAS wild-type, BRAF wild-type, MSI-H', 'panitumumab', 'Colorectal cancer', 'fits'],
    ['Microsatellite instability: High', 'pembrolizumab', 'Colorectal cancer', 'fits'],
    [
      'FLT3-ITD positive (allelic ratio 0.6), NPM1 mutated, FLT3-TKD negative, IDH1/IDH2 wild type.',
      'midostaurin',
      'Acute myeloid leukemia',
      'fits',
    ],
  ])('%s before %s: %s', (conclusion, drug, tumour, verdict) => {
    expect(at(conclusion, drug, tumour).fit?.verdict).toBe(verdict);
  });

  it.each([
    'Previously reported EGFR exon 19 deletion is not identified in the current specimen.',
    'The previously detected EGFR L858R mutation persists. A new EGFR T790M mutation is detected.',
    'An EGFR L858R mutation was detected in the prior biopsy (2023). The current specimen was insufficient for analysis.',
    'No EGFR mutation was identified in this specimen; however, tumor content was below 10% and a false negative result cannot be excluded.',
    'Specimen A: EGFR L858R detected. Specimen B: EGFR wild type.',
    'Family history of EGFR T790M germline mutation. Patient tested negative.',
    'This assay detects EGFR L858R, T790M and exon 19 deletions. No mutation was detected.',
    'Recommend testing for EGFR T790M upon progression. EGFR exon 19 deletion detected.',
    'The patient has an EGFR L858R mutation which is sensitive to osimertinib, erlotinib; T790M confers resistance.',
    'EGFR L858R detected. Preliminary result, to be confirmed.',
    'EGFR L858R detected. Sanger confirmation pending.',
    'EGFR L858R detected. Sample identity could not be verified.',
  ])('%s: told, not read', (conclusion) => {
    const found = at(conclusion);
    expect(found.fit?.verdict).toBe('biomarker-open');
    expect(found.variants).toEqual([]);
    expect(warned(found)).toContain('speaks of EGFR');
  });

  it('where the report lists results, its words are not read a second time', () => {
    const result = { reference: 'Observation/none' };
    expect(board(LUNG, [report('EGFR L858R detected.', undefined, { result: [result] })], 'osimertinib').variants).toEqual([]);
  });
  it.each(['preliminary', 'partial', 'entered-in-error'])('%s: not read', (status) => {
    expect(board(LUNG, [report('EGFR L858R detected.', undefined, { status })], 'osimertinib').variants).toEqual([]);
  });
  it('a report of what is inherited is left to its own readers', () => {
    expect(at('BRCA1 c.68_69delAG detected', 'olaparib', 'Ovarian cancer', 'Hereditary cancer panel').variants).toEqual([]);
  });
  it('beside a result of its own the same finding stands once', () => {
    const result = lines([['EGFR mutation analysis', 'L858R detected']]);
    expect(board(LUNG, [...result, report('EGFR L858R detected. KRAS wild type.')], 'osimertinib').variants).toEqual([
      'EGFR p.Leu858Arg',
      'KRAS variant',
    ]);
  });
  it('against a result of its own neither is passed over', () => {
    const result = lines([['EGFR mutation analysis', 'L858R detected']]);
    expect(warned(board(LUNG, [...result, report('EGFR wild type.')], 'osimertinib'))).toContain('wild type is not assumed');
  });
  it('a stain of HER2 says nothing of the gene’s sequence', () => {
    expect(at('HER2: Negative (IHC 1+)', 'trastuzumab deruxtecan').variants).toEqual([]);
  });
  it('the finding is traced to the report', () => {
    const [variant] = at('EGFR L858R detected.').report.oncology.variants;
    expect(variant?.evidence).toMatchObject([{ reference: expect.stringContaining('DiagnosticReport/report') as string }]);
  });
  it('an attached text is a document: told, not read', () => {
    const presentedForm = [
      { contentType: 'text/html', data: Buffer.from('<p>EGFR L858R detected.</p><p>KRAS wild type.</p>').toString('base64') },
    ];
    const { conclusion: _, ...without } = report('');
    expect(board(LUNG, [{ ...without, presentedForm }], 'osimertinib').fit?.verdict).toBe('biomarker-open');
  });
});

describe('receptors and stains in a pathology report', () => {
  it.each([
    ['HER2 IHC 3+. ER 95%, PR 80%. Ki-67 20%.', 'fits'],
    ['HER2 positive (3+)', 'fits'],
    ['HER2 IHC 2+, FISH amplified', 'fits'],
    ['Invasive ductal carcinoma, ER+ (90%), PR+ (60%), HER2 0', 'biomarker-negative'],
    ['Invasive ductal carcinoma, grade 2. Estrogen receptor: Positive (90%, strong). HER2/neu: Negative (1+).', 'biomarker-negative'],
    ['HER2 FISH not amplified, ratio 1.2', 'biomarker-negative'],
    ['HER2 IHC 2+. Recommend HER2 FISH.', 'biomarker-not-tested'],
    ['Prior biopsy: HER2 3+. Current biopsy: HER2 1+.', 'biomarker-not-tested'],
  ])('%s before trastuzumab: %s', (conclusion, verdict) => {
    for (const name of ['Surgical pathology report', 'Immunohistochemistry report']) {
      const found = at(conclusion, 'trastuzumab', BREAST, name);
      expect(found.fit?.verdict).toBe(verdict);
      // What the report names is never called missing.
      expect(found.summaries.join()).not.toContain('No HER2 result on file');
    }
  });
  it.each([
    'Pathology report final diagnosis Narrative',
    'Pathology synoptic report',
    'Breast, left, core biopsy',
    'Histology',
    'Cytology report',
  ])('under the title %s', (title) => {
    expect(board(BREAST, lines([[title, 'HER2 IHC 3+. ER 95%, PR 80%.']]), 'trastuzumab').fit?.verdict).toBe('fits');
    expect(at('HER2 IHC 3+. ER 95%, PR 80%.', 'trastuzumab', BREAST, `${title} report`).summaries.join()).not.toContain('No HER2 result');
  });
  it.each(['HER2 IHC 3+ by our method. ER 95%, PR 80%.', 'HER2 (4B5): 3+. ER: 95%. PR: 80%', 'HER2 3+ overexpressed. ER 95%'])(
    'no marker of a list is lost: %s',
    (value) => {
      expect(board(BREAST, lines([['Breast cancer biomarkers', value]]), 'trastuzumab').fit?.verdict).toBe('fits');
    },
  );
  it('not overexpressed: of the receptor, and nothing of the gene', () => {
    const found = board(BREAST, lines([['Breast cancer biomarkers', 'HER2 not overexpressed (IHC 0). ER 100%. PR 0%.']]), 'trastuzumab');
    expect(found.fit?.verdict).toBe('biomarker-negative');
    expect(found.variants).toEqual([]);
    expect(found.report.warnings).toEqual([]);
  });
  it.each([
    ['ALK FISH', 'Negative', 'alectinib', LUNG, 'biomarker-negative'],
    ['HER2 IHC', 'Positive (3+)', 'trastuzumab', BREAST, 'fits'],
    ['BRAF V600E mutation test', 'Positive', 'vemurafenib', 'Melanoma', 'fits'],
    ['EGFR mutation analysis', 'L858R detected.', 'osimertinib', LUNG, 'fits'],
  ])('a report of one test, %s: %s', (name, conclusion, drug, tumour, verdict) => {
    expect(at(conclusion, drug, tumour, name).fit?.verdict).toBe(verdict);
  });
  it('a stain that was graded is no in-situ hybridisation that is to come', () => {
    const found = at('ER: positive\nPR: negative\nHER2: equivocal (2+), FISH pending', 'trastuzumab', BREAST, 'Surgical pathology report');
    expect(found.summaries.join()).not.toContain('ISH 2+');
  });
  it('of normal tissue or another person: told at most', () => {
    expect(
      at('No carcinoma identified. ER positive in normal ducts.', 'trastuzumab', BREAST, 'Surgical pathology report').fit?.verdict,
    ).not.toBe('fits');
    expect(at('Mother had HER2 positive breast cancer.', 'trastuzumab', BREAST, 'Surgical pathology report').fit?.verdict).toBe(
      'biomarker-open',
    );
  });
  it('the word of a diagnosis is none', () => {
    expect(
      board([condition(BREAST)], [report('Benign breast tissue.', 'Surgical pathology report')], 'trastuzumab').report.warnings,
    ).toEqual([]);
  });
});
