/** What labels ask for beside the finding: a partner, a setting that the chart shows or not, the germline, the type of the tumour. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { assessment, board, condition, given, lines, observation, type Resource } from './board.ts';

const PROSTATE = 'Adenocarcinoma of prostate, metastatic castration-resistant';
const OVARY = 'High grade serous carcinoma of ovary';
const brca = (gene: string, origin: 'LA6683-2' | 'LA6684-0' = 'LA6684-0'): Resource =>
  observation(`v-${gene}`, {
    code: { coding: [{ system: 'http://loinc.org', code: '69548-6' }] },
    valueCodeableConcept: { coding: [{ system: 'http://loinc.org', code: 'LA9633-4' }] },
    component: [
      ['48018-6', { text: gene }],
      ['48004-6', { text: gene === 'BRCA1' ? 'c.5266dup' : 'c.5946del' }],
      ['53037-8', { text: 'Pathogenic' }],
      ['48002-0', { coding: [{ system: 'http://loinc.org', code: origin }] }],
    ].map(([code, value]) => ({ code: { coding: [{ system: 'http://loinc.org', code }] }, valueCodeableConcept: value })),
  });

describe('a partner without which the label does not have the drug', () => {
  it.each<[string, string, readonly Resource[], string, RegExp | null]>([
    ['olaparib with HRD alone', OVARY, lines([['HRD', 'Positive']]), 'olaparib', /together with bevacizumab, which is not on order$/],
    ['olaparib with BRCA1', OVARY, [brca('BRCA1')], 'olaparib', null],
    ['talazoparib in prostate cancer', PROSTATE, [brca('BRCA2')], 'talazoparib', /together with enzalutamide, which is not on order$/],
    ['niraparib in prostate cancer', PROSTATE, [brca('BRCA2')], 'niraparib', /together with abiraterone, which is not on order$/],
    ['olaparib in prostate cancer has a label of its own', PROSTATE, [brca('BRCA2')], 'olaparib', null],
  ])('%s', (_, tumour, results, drug, said) => {
    expect(board(tumour, results, drug).summaries).toEqual(said === null ? [] : [expect.stringMatching(said)]);
  }); // prettier-ignore
  it('the partner on order is enough', () => {
    expect(board(OVARY, lines([['HRD', 'Positive']]), 'olaparib', 'bevacizumab').summaries).toEqual([]);
  });
});

describe('castration-sensitive prostate cancer', () => {
  const sensitive = 'Adenocarcinoma of prostate, metastatic castration-sensitive';
  const coded = [condition('Adenocarcinoma of prostate, metastatic'), condition('Hormone sensitive malignancy status', 'Z19.1', 'status')];
  it.each([
    ['by the words of the diagnosis', sensitive],
    ['by ICD-10-CM Z19.1', coded],
  ])('a label for castration-resistant disease is told and not offered, %s', (_, tumour) => {
    for (const drug of ['olaparib', 'rucaparib', 'talazoparib'])
      expect(board(tumour, [brca('BRCA2')], drug).summaries).toEqual([
        expect.stringMatching(new RegExp(`^${drug}: its label here is for castration-resistant disease`)),
      ]);
    expect(board(tumour, [brca('BRCA2')]).opening?.summary).toBe(
      'BRCA2 c.5946del: niraparib with abiraterone approved for this tumour (castration-sensitive, metastatic)',
    );
  });
  it('castration-resistant disease is offered them', () => {
    expect(board(PROSTATE, [brca('BRCA2')], 'olaparib').report.oncology.orders?.[0]?.verdict).toBe('fits');
  });
});

describe('a setting is "on file" only where the chart shows it', () => {
  const settings = (tumour: string, drugs: readonly string[]) =>
    board(tumour, [brca('BRCA1', 'LA6683-2'), ...drugs.map(given)]).report.oncology.therapies.flatMap(({ setting, settingStanding }) =>
      setting === 'maintenance of recurrent disease' ? [settingStanding] : [],
    );
  it('first-line platinum shows no recurrence', () => {
    expect(new Set(settings(OVARY, ['carboplatin', 'paclitaxel']))).toEqual(new Set(['open']));
  });
  it('a recurrence in the words of the diagnosis does', () => {
    expect(new Set(settings('Recurrent high grade serous carcinoma of ovary', ['carboplatin', 'paclitaxel']))).toEqual(new Set(['shown']));
  });
  it('endocrine therapy of advanced disease shows no adjuvant one, and palbociclib is not given again', () => {
    const { report } = board(
      'Breast cancer, metastatic',
      [...lines([['ER', 'Positive 95%'], ['HER2 IHC', '0'], ['PIK3CA', 'p.H1047R']]), given('letrozole'), given('palbociclib')],
    ); // prettier-ignore
    const rows = report.oncology.therapies.filter(
      ({ approved, therapy }) => approved && therapy.some(({ name }) => /inavolisib/i.test(name)),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ settingStanding }) => settingStanding === 'against')).toBe(true);
  });
});

describe('one label does not hide what another asks', () => {
  it('a high mutation burden does not hide the drug for EGFR L858R', () => {
    const results = [assessment(['48018-6', 'EGFR'], ['48005-3', 'p.Leu858Arg']), ...lines([['Tumor mutational burden', '16 mut/Mb']])];
    expect(board('Lung adenocarcinoma', results, 'pembrolizumab').summaries).toEqual([
      'EGFR L858R: pembrolizumab is ordered, though osimertinib is approved for it',
    ]);
  });
  it.each([
    ['adenocarcinoma, not tested', 'Lung adenocarcinoma', [], ['No EGFR result on file: test before afatinib']],
    ['adenocarcinoma, EGFR clear', 'Lung adenocarcinoma', [['EGFR', 'Not detected']], [expect.stringMatching(/tested, not found/)]],
    ['with another EGFR mutation', 'Lung adenocarcinoma', [['EGFR', 'p.E709_T710delinsD']], []],
    ['squamous', 'Squamous cell carcinoma of lung', [], []],
    ['of unknown type', 'Non-small cell lung cancer', [], []],
  ] as const)('afatinib in lung cancer, %s', (_, tumour, results, expected) => {
    expect(board(tumour, lines(results), 'afatinib').summaries).toEqual(expected);
  });
  it('a finding of the tumour that is not in the germline is no germline finding', () => {
    const blood = lines([['Germline BRCA2', 'Not detected'], ['Germline BRCA1', 'Not detected']]); // prettier-ignore
    const { fit } = board('Adenocarcinoma of pancreas, metastatic', [brca('BRCA2'), ...blood], 'olaparib');
    expect(fit?.verdict).toBe('biomarker-negative');
    expect(fit?.because).toEqual(['BRCA2 was found in the tumour and not in the germline, for which the label asks']);
  });
  it('EGFR C797S is named as the cause, not the finding the drug is given for', () => {
    const results = ['p.Glu746_Ala750del', 'p.Thr790Met', 'p.Cys797Ser'].map((change) =>
      assessment(['48018-6', 'EGFR'], ['48005-3', change]),
    );
    expect(board('Lung adenocarcinoma', results, 'osimertinib').summaries).toEqual([
      expect.stringMatching(/^EGFR C797S: osimertinib is not expected to work/),
    ]);
  });
  it('cetuximab rests on RAS, not on HER2', () => {
    const results = lines([['KRAS mutation analysis', 'Not detected'], ['NRAS mutation analysis', 'Not detected'], ['HER2 IHC', '3+']]); // prettier-ignore
    expect(board('Colorectal adenocarcinoma, metastatic', results).opening?.summary).toMatch(
      /^KRAS and NRAS without a mutation: cetuximab/,
    );
  });
  it('of a list of genes the one that was examined is named', () => {
    const { summaries } = board(PROSTATE, lines([['BRCA2', 'intragenic rearrangement']]), 'olaparib');
    expect(summaries).toEqual(['BRCA2 was examined, no result readable here: look at the report before olaparib']);
  });
});
