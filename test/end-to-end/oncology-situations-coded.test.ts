/** The same with coded results, panels and reports as the Genomics Reporting guide and EHRs have them; and what opening the chart says. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { assessment, board, code, condition, lines, observation, type Line, type Resource } from './board.ts';

const words = (text: string): Resource => ({ valueCodeableConcept: { text } });
const quantity = (value: number, unit: string): Resource => ({ valueQuantity: { value, unit } });
const coded = (loinc: string, value: Resource, more: Resource = {}): Resource =>
  observation(`m-${loinc}-${JSON.stringify(value).length}`, { code: code(loinc), ...value, ...more });
/** Components by LOINC code; the last ones win nothing: each is said once. */
const found = (gene: string, ...rest: readonly Line[]): Resource => assessment(['48018-6', gene], ...rest);
const protein = (gene: string, change: string, ...rest: readonly Line[]): Resource => found(gene, ['48005-3', change], ...rest);
const copies = (gene: string, value: number, word: string): Resource => ({
  ...observation(`cnv-${gene}`, { code: code('69548-6'), valueCodeableConcept: code('LA9633-4') }),
  component: [
    { code: code('48018-6'), valueCodeableConcept: { text: gene } },
    { code: code('82155-3'), valueQuantity: { value } },
    { code: code('48019-4'), valueCodeableConcept: { text: word } },
  ],
});
const report = (conclusion: string, more: Resource = {}): Resource => ({
  resourceType: 'DiagnosticReport',
  id: 'report',
  status: 'final',
  subject: { reference: 'Patient/p' },
  code: { text: 'Comprehensive genomic profiling' },
  effectiveDateTime: '2026-10-01',
  conclusion,
  ...more,
});
type Row = readonly [name: string, tumour: string, drugs: string, results: readonly Resource[], verdict: string | undefined];
const GERMLINE: Line = ['48002-0', 'Germline'];
const PATHOGENIC: Line = ['53037-8', 'Pathogenic'];
const VUS: Line = ['53037-8', 'Uncertain significance'];

describe('coded results beside an order', () => {
  it.each<Row>([
    ['seven changes, one of them the one', 'Lung adenocarcinoma', 'osimertinib', [protein('TP53', 'p.Arg273His'), protein('EGFR', 'p.Leu858Arg'), protein('STK11', 'p.Phe354Leu', VUS), protein('ATM', 'p.Val2424Gly', VUS), protein('BRCA2', 'p.Ser1982fs', GERMLINE, PATHOGENIC), protein('RB1', 'p.Arg320Ter'), copies('MYC', 4, 'Copy number gain')], 'fits'],
    ['uncertain change of the asked gene, another driver', 'Lung adenocarcinoma', 'osimertinib', [protein('EGFR', 'p.Ala1048Val', VUS), protein('KRAS', 'p.Gly12Cys')], 'biomarker-open'],
    ['benign change of the asked gene', 'Lung adenocarcinoma', 'osimertinib', [protein('EGFR', 'p.Arg521Lys', ['53037-8', 'Benign'])], 'biomarker-open'],
    ['twelve copies of MET', 'Lung adenocarcinoma', 'capmatinib', [copies('MET', 12, 'Copy number gain')], 'biomarker-open'],
    ['ERBB2 copies by sequencing for a stain label', 'Biliary tract cancer', 'zanidatamab', [copies('ERBB2', 18, 'Amplification')], 'biomarker-not-tested'],
    ['deletion of both copies', 'Prostate adenocarcinoma', 'olaparib', [copies('BRCA2', 0, 'Homozygous deletion')], 'fits'],
    ['inherited pathogenic BRCA1', 'Ovarian high grade serous carcinoma', 'olaparib', [protein('BRCA1', 'p.Gln1756fs', GERMLINE, PATHOGENIC)], 'fits'],
    ['inherited BRCA1 of uncertain significance, BRCA2 not tested', 'Ovarian high grade serous carcinoma', 'olaparib', [protein('BRCA1', 'p.Met1783Thr', GERMLINE, VUS)], 'biomarker-not-tested'],
    ['HER2 3+ in an adenocarcinoma of the junction, told by its type of Siewert', 'Siewert type II adenocarcinoma', 'trastuzumab', lines([['HER2 IHC', '3+']]), 'fits'],
    ['biliary tract in the words of the label', 'Biliary tract cancer', 'zanidatamab', lines([['HER2 IHC', '3+']]), 'fits'],
    ['relapsed or refractory by its letters', 'R/R AML', 'gilteritinib', lines([['FLT3-ITD', 'Positive']]), 'fits'],
    ['FLT3 D835 works against quizartinib', 'Acute myeloid leukemia', 'quizartinib', [protein('FLT3', 'p.Asp835Tyr')], 'contradicted'],
    ['pathogenic change of another gene of repair', 'Prostate adenocarcinoma', 'olaparib', [found('PALB2', ['48004-6', 'c.3113G>A'], PATHOGENIC)], 'fits'],
    ['splice change of TP53 is no finding for it', 'Prostate adenocarcinoma', 'olaparib', [found('TP53', ['48004-6', 'c.782+1G>T'], PATHOGENIC)], 'biomarker-not-tested'],
    ['burden coded', 'Leiomyosarcoma', 'pembrolizumab', [coded('94076-7', quantity(14.2, '{mutations}/Mb'))], 'fits'],
    ['burden below ten', 'Leiomyosarcoma', 'pembrolizumab', [coded('94076-7', quantity(4, '{mutations}/Mb'))], 'not-covered'],
    ['instability coded', 'Colon adenocarcinoma', 'pembrolizumab', [coded('81695-9', { valueCodeableConcept: { coding: [{ system: 'http://loinc.org', code: 'LA26203-2' }] } })], 'fits'],
    ['stable coded', 'Colon adenocarcinoma', 'nivolumab', [coded('81695-9', { valueCodeableConcept: { coding: [{ system: 'http://loinc.org', code: 'LA14122-8' }] } })], 'biomarker-not-tested'],
    ['HER2 by stain coded', 'Breast cancer', 'trastuzumab', [coded('85319-2', words('3+'))], 'fits'],
    ['ER coded, HER2 0', 'Breast cancer', 'palbociclib+letrozole', [coded('85337-4', words('Positive')), coded('85319-2', words('0'))], 'fits'],
    ['gene studied with nothing found', 'Lung adenocarcinoma', 'osimertinib', [observation('neg', { code: code('69548-6'), valueCodeableConcept: code('LA9634-2'), component: [{ code: code('48018-6'), valueCodeableConcept: { text: 'EGFR' } }] })], 'biomarker-negative'],
    ['no call', 'Lung adenocarcinoma', 'osimertinib', [observation('nc', { code: code('69548-6'), valueCodeableConcept: code('LA18198-4'), component: [{ code: code('48018-6'), valueCodeableConcept: { text: 'EGFR' } }] })], 'biomarker-open'],
    ['the conclusion alone speaks of it', 'Lung adenocarcinoma', 'osimertinib', [report('EGFR p.L858R detected (VAF 23%). No other reportable alterations.')], 'biomarker-open'],
    ['one patient’s report in another’s name', 'Lung adenocarcinoma', 'osimertinib', [{ ...protein('EGFR', 'p.Leu858Arg'), subject: { reference: 'Patient/other' } }], 'biomarker-not-tested'],
    ['a child’s BRAF fusion', 'Pilocytic astrocytoma', 'dabrafenib+trametinib', [found('BRAF', ['48005-3', 'p.Val600Glu'])], 'fits'],
    ['a germline change is no tumour finding of KIT', 'Gastrointestinal stromal tumor', 'imatinib', [protein('PDGFRA', 'p.Asp842Val')], 'contradicted'],
    ['KRAS G12C with a change that resists', 'Lung adenocarcinoma', 'sotorasib', [protein('KRAS', 'p.Gly12Cys'), protein('KRAS', 'p.Tyr96Asp')], 'contradicted'],
    ['BRAF V600E in colorectal cancer, dabrafenib with trametinib', 'Colon adenocarcinoma', 'dabrafenib+trametinib', [protein('BRAF', 'p.Val600Glu')], 'contradicted'],
    ['IDH2 R172K in glioma', 'Oligodendroglioma', 'vorasidenib', [protein('IDH2', 'p.Arg172Lys')], 'fits'],
    ['PIK3CA with receptors', 'Breast cancer', 'alpelisib+fulvestrant', [protein('PIK3CA', 'p.His1047Arg'), ...lines([['ER', 'Positive'], ['HER2 IHC', '1+']])], 'fits'],
    ['FGFR2 fusion with its partners in components', 'Intrahepatic cholangiocarcinoma', 'futibatinib', lines([['FGFR2 fusion', 'FGFR2::AHCYL1 in-frame fusion detected']]), 'fits'],
    ['ALK by its own test, RET clear', 'Lung adenocarcinoma', 'selpercatinib', lines([['ALK FISH', 'Positive'], ['RET FISH', 'Negative']]), 'biomarker-negative'],
    ['NPM1 by its coding name', 'Acute myeloid leukemia', 'ziftomenib', [found('NPM1', ['48004-6', 'c.860_863dup'])], 'fits'],
    ['FLT3 duplication by its protein name', 'Acute myeloid leukemia', 'quizartinib', [protein('FLT3', 'p.Tyr597_Glu598insAspPheArgGluTyr')], 'fits'],
    ['T315I in Philadelphia-positive leukemia', 'Philadelphia chromosome positive acute lymphoblastic leukemia', 'dasatinib', [protein('ABL1', 'p.Thr315Ile')], 'contradicted'],
  ])('%s (%s, %s)', (_name, tumour, drugs, results, verdict) => {
    const { fit } = board(tumour, results, ...drugs.split('+'));
    expect(fit?.verdict).toBe(verdict);
  }); // prettier-ignore
});

describe('on opening the chart', () => {
  const opening = (tumour: string | readonly Resource[], ...results: readonly Resource[]): string => {
    const { opening: card } = board(tumour, results);
    return card === undefined ? '' : `${card.summary}\n${card.detail}`;
  };
  it.each<[string, string, readonly Resource[], RegExp, RegExp | null]>([
    ['KRAS G12C in the pancreas names no approved drug', 'Pancreatic ductal adenocarcinoma', [protein('KRAS', 'p.Gly12Cys')], /^$/, null],
    ['BRAF V600E in the colon: the pair of its label, not the one of melanoma', 'Colon adenocarcinoma', [protein('BRAF', 'p.Val600Glu')], /encorafenib/i, /dabrafenib|vemurafenib/i],
    ['NTRK fusion in any tumour', 'Salivary gland carcinoma', lines([['NTRK3', 'ETV6::NTRK3 fusion']]), /larotrectinib/i, null],
    ['inherited pathogenic change: counselling', 'Colon adenocarcinoma', [protein('MSH2', 'p.Gln397Ter', GERMLINE, PATHOGENIC)], /genetic counselling/, null],
    ['uncertain inherited change: nothing', 'Breast cancer', [protein('BRCA2', 'p.Lys2729Asn', GERMLINE, VUS)], /^$/, null],
    ['passengers alone: nothing', 'Lung adenocarcinoma', [protein('TP53', 'p.Arg273His'), protein('CDKN2A', 'p.Arg80Ter')], /^$/, null],
    ['T790M beside the deletion', 'Lung adenocarcinoma', [protein('EGFR', 'p.Glu746_Ala750del'), protein('EGFR', 'p.Thr790Met')], /osimertinib/i, null],
    ['KIT D816V in mastocytosis: never imatinib', 'Systemic mastocytosis', [protein('KIT', 'p.Asp816Val')], /avapritinib|^$/i, /imatinib approved/i],
    ['high burden after a stable result', 'Endometrial carcinoma', [coded('94076-7', quantity(22, '{mutations}/Mb')), ...lines([['MSI', 'MSS']])], /pembrolizumab/i, /MSI or dMMR/i],
    ['entered in error', 'Malignant melanoma', [{ ...protein('BRAF', 'p.Val600Glu'), status: 'entered-in-error' }], /^$/, null],
  ])('%s', (_name, tumour, results, some, never) => {
    const said = opening(tumour, ...results);
    expect(said).toMatch(some);
    if (never !== null) expect(said).not.toMatch(never);
  }); // prettier-ignore

  it('two active primaries: the drug is named with the tumour it is for', () => {
    const said = opening(
      [condition('Malignant melanoma', undefined, 'a'), condition('Colon adenocarcinoma', undefined, 'b')],
      protein('BRAF', 'p.Val600Glu'),
    );
    expect(said.split('\n')[0]).not.toMatch(/approved for this tumour/);
  });
});

describe('a marker that two days report differently is named with its days', () => {
  const on = (id: string, name: string, value: string, day: string): Resource =>
    observation(id, { code: { text: name }, valueString: value, effectiveDateTime: day });
  it.each<[string, string, readonly Resource[], string]>([
    ['Breast cancer', 'trastuzumab', [on('a', 'HER2 IHC', '3+', '2018-03-01'), on('b', 'HER2 IHC', '1+', '2026-10-02')], 'HER2 on file (IHC 3+ of 1 Mar 2018, IHC 1+ of 2 Oct 2026) does not settle it: test further before trastuzumab'],
    ['Colon adenocarcinoma', 'nivolumab', [on('a', 'MSI', 'MSI-H', '2026-03-01'), on('b', 'MSI', 'MSS', '2026-10-02')], 'MSI on file (high of 1 Mar 2026, stable of 2 Oct 2026) does not settle it: test further before nivolumab'],
  ])('%s, %s', (tumour, drug, results, said) => expect(board(tumour, results, drug).summaries).toEqual([said])); // prettier-ignore
});

describe('the inherited genome does not tell what the tumour lacks', () => {
  const clear = (gene: string): Resource =>
    observation(`clear-${gene}`, {
      code: code('69548-6'),
      valueCodeableConcept: code('LA9634-2'),
      component: [
        { code: code('48018-6'), valueCodeableConcept: { text: gene } },
        { code: code('48002-0'), valueCodeableConcept: { text: 'Germline' } },
      ],
    });
  const both = [clear('BRCA1'), clear('BRCA2')];
  it.each<[string, string, readonly Resource[], string, string]>([
    ['a label for either', 'Ovarian high grade serous carcinoma', both, 'biomarker-open', 'BRCA1, BRCA2 not found in the germline, the tumour not tested: test it before olaparib'],
    ['the same in words', 'Ovarian high grade serous carcinoma', lines([['BRCA1 germline', 'Not detected'], ['BRCA2 germline', 'Not detected']]), 'biomarker-open', 'BRCA1, BRCA2 not found in the germline, the tumour not tested: test it before olaparib'],
    ['the tumour tested as well', 'Ovarian high grade serous carcinoma', [...both, ...lines([['BRCA1 tumor', 'Not detected'], ['BRCA2 tumor', 'Not detected']])], 'biomarker-negative', 'olaparib asks for BRCA1 or BRCA2 pathogenic variant: tested, not found'],
    ['a label for the inherited change', 'Breast cancer', [...both, ...lines([['HER2 IHC', '0']])], 'biomarker-negative', 'olaparib asks for BRCA1 or BRCA2 pathogenic germline variant: tested, not found'],
  ])('%s', (_name, tumour, results, verdict, said) => {
    const { fit, summaries } = board(tumour, results, 'olaparib');
    expect([fit?.verdict, summaries]).toEqual([verdict, [said]]);
  }); // prettier-ignore
});
