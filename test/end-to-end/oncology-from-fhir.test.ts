import { describe, expect, it } from 'vitest';
import { board, condition, type Resource } from './board.ts';

const LOINC = 'http://loinc.org';

const coded = (code: string, value: Resource): Resource => ({ code: { coding: [{ system: LOINC, code }] }, ...value });
const protein = (change: string) =>
  coded('48005-3', { valueCodeableConcept: { coding: [{ system: 'http://varnomen.hgvs.org', code: change }] } });
const germline = coded('48002-0', { valueCodeableConcept: { coding: [{ system: LOINC, code: 'LA6683-2' }] } });
const variant = (gene: string, component: Resource[] = [], rest: Resource = {}): Resource => ({
  resourceType: 'Observation',
  id: `variant-${gene}`,
  status: 'final',
  subject: { reference: 'Patient/p' },
  ...coded('69548-6', { valueCodeableConcept: { coding: [{ system: LOINC, code: 'LA9633-4' }] } }),
  component: [coded('48018-6', { valueCodeableConcept: { text: gene } }), ...component],
  ...rest,
});
const CETUXIMAB = 'CETUXIMAB 100 MG/50 ML IV SOLN';
const KRAS = variant('KRAS', [protein('p.Gly12Asp')]);

describe('the primary stays the tumour, however its metastases are written', () => {
  it.each([
    ['coded primary with metastases in the words', [condition('Colon cancer, liver metastases', 'C18.2')]],
    ['words alone', [condition('Colon cancer with liver metastases')]],
    [
      'metastasis as a condition of its own',
      [condition('Secondary malignant neoplasm of liver', 'C78.7', 'liver'), condition('Colon cancer', 'C18.2')],
    ],
  ])('%s: KRAS G12D speaks against cetuximab', (_name, tumours) => {
    const { report, summaries } = board(tumours, [KRAS], CETUXIMAB);
    expect(report.oncology.tumour?.oncotree).toBe('COADREAD');
    expect(summaries.join()).toMatch(/KRAS G12D: cetuximab is not expected to work/);
  });

  it('a metastasis alone is no primary: no label claim; what speaks against the drug is told as without a tumour on file', () => {
    expect(board([condition('Secondary malignant neoplasm of bone', 'C79.51')], [KRAS], CETUXIMAB)).toMatchObject({
      summaries: ['KRAS G12D: cetuximab is not expected to work'],
      approved: [],
    });
  });
});

describe('breast cancer coded by organ alone (C50)', () => {
  const breast = condition('Malignant neoplasm of right breast', 'C50.911');
  it('ERBB2 with 14 copies, reported as gain, is amplified: trastuzumab fits', () => {
    const copies = coded('82155-3', { valueQuantity: { value: 14 } });
    const gain = coded('48019-4', {
      valueCodeableConcept: { coding: [{ system: 'http://www.sequenceontology.org', code: 'SO:0001742' }] },
    });
    const { summaries, approved } = board([breast], [variant('ERBB2', [copies, gain])], 'trastuzumab 150 MG Injection');
    expect(summaries).toEqual([]);
    expect(approved.map((match) => match.therapy.map(({ name }) => name).join('+'))).toContain('Trastuzumab');
  });
  it('germline BRCA1 on file: before olaparib only HER2 is missing', () => {
    const brca = variant('BRCA1', [protein('p.Gln1756fs'), germline], { interpretation: [{ text: 'Pathogenic' }] });
    expect(board([breast], [brca], 'olaparib 150 MG Oral Tablet').summaries).toEqual(['No HER2 result on file: test before olaparib']);
  });
});

describe('changes named outside their slot', () => {
  const lung = condition('Lung adenocarcinoma', 'C34.11');
  it('exon 19 deletion in the interpretation: osimertinib fits, silence', () => {
    expect(
      board([lung], [variant('EGFR', [], { interpretation: [{ text: 'Exon 19 deletion' }] })], 'osimertinib 80 MG Oral Tablet').summaries,
    ).toEqual([]);
  });
  it('"EML4-ALK fusion: Detected" as a plain test: alectinib fits', () => {
    const test = {
      resourceType: 'Observation',
      id: 'alk',
      status: 'final',
      subject: { reference: 'Patient/p' },
      code: { text: 'EML4-ALK fusion' },
      valueCodeableConcept: { text: 'Detected' },
    };
    const { report, summaries } = board([lung], [test], 'alectinib 150 MG Oral Capsule');
    expect(report.oncology.variants.map(({ name }) => name)).toEqual(['EML4::ALK fusion']);
    expect(summaries).toEqual([]);
  });
  it('TMB per million nucleotides is per megabase', () => {
    const tmb = {
      resourceType: 'Observation',
      id: 'tmb',
      status: 'final',
      subject: { reference: 'Patient/p' },
      ...coded('94076-7', { valueQuantity: { value: 22, unit: '1/Million nucleotides' } }),
    };
    expect(board([lung], [tmb], 'metformin').report.oncology.biomarkers).toMatchObject([
      { kind: 'TMB', value: 22, unit: '{mutations}/Mb' },
    ]);
  });
});

it('without a known tumour no reason speaks of another tumour type', () => {
  const { report } = board([], [variant('KRAS', [protein('p.Gly12Cys')])], 'metformin');
  expect(report.oncology.therapies.length).toBeGreaterThan(0);
  expect(JSON.stringify(report.oncology.therapies)).not.toContain('another tumour type');
});
