/** What an order of a running treatment, of a hormone and of a drug that is not known is told. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { toCards } from '../../cds-service/cards/index.ts';
import { board, condition, lines, type Resource } from './board.ts';

const running = (drug: string, authored: string): Resource => ({
  resourceType: 'MedicationRequest',
  id: `running-${drug.replaceAll(' ', '-')}`,
  status: 'active',
  intent: 'order',
  subject: { reference: 'Patient/p' },
  authoredOn: authored,
  medicationCodeableConcept: { text: drug },
});

describe('a treatment that is running', () => {
  it('is not asked for its first test at each renewal; the report says that none is on file', () => {
    const { summaries, fit } = board('Breast cancer', [running('trastuzumab', '2026-02-01')], 'trastuzumab');
    expect(summaries).toEqual([]);
    expect(fit).toMatchObject({ verdict: 'biomarker-not-tested', continues: true });
  });
  it.each([
    ['the first order', [], ['No HER2 result on file: test before trastuzumab']],
    ['an order of this week', [running('trastuzumab', '2026-11-19')], ['No HER2 result on file: test before trastuzumab']],
    ['another drug is running', [running('pertuzumab', '2026-02-01')], ['No HER2 result on file: test before trastuzumab']],
    [
      'a result speaks against it',
      [running('trastuzumab', '2026-02-01'), ...lines([['HER2 IHC', '0']])],
      ['trastuzumab asks for HER2 positive: tested, not found'],
    ],
    [
      'a result does not settle it',
      [running('trastuzumab', '2026-02-01'), ...lines([['HER2 IHC', '2+']])],
      ['HER2 on file (IHC 2+) does not settle it: test further before trastuzumab'],
    ],
  ])('is told as before: %s', (_, results, said) => {
    expect(board('Breast cancer', results, 'trastuzumab').summaries).toEqual(said);
  });
});

describe('hormones in breast cancer', () => {
  const negative = lines([['ER', 'Negative'], ['PR', 'Negative']]); // prettier-ignore
  it.each(['tamoxifen', 'letrozole', 'anastrozole', 'exemestane', 'fulvestrant'])('%s without a hormone receptor', (drug) => {
    expect(board('Breast cancer', negative, drug).cards.map(({ summary, indicator }) => [summary, indicator])).toEqual([
      [`${drug} asks for HR positive: tested, not found`, 'warning'],
    ]);
  });
  it.each([
    ['a receptor is there', lines([['ER', 'Negative'], ['PR', 'Positive']])], // prettier-ignore
    ['nothing was tested', []],
  ])('letrozole is left alone where %s', (_, results) => {
    expect(board('Breast cancer', results, 'letrozole').summaries).toEqual([]);
  });
  it('the receptor that is on file is negative, the other was not tested: what is left has to be settled', () => {
    expect(board('Breast cancer', lines([['ER', 'Negative']]), 'letrozole').summaries).toEqual([
      'ER/PR on file (ER negative) does not settle it: test further before letrozole',
    ]);
  });
  it('triple-negative by the diagnosis alone is told', () => {
    expect(board('Triple negative breast cancer', [], 'tamoxifen').summaries).toEqual([
      'triple-negative by the diagnosis alone speaks against tamoxifen: look at the report',
    ]);
  });
});

describe('a drug that is not known, in a patient with a tumour', () => {
  const told = 'Order not checked: the drug was not recognised';
  const unknown = (results: readonly Resource[], elsewhere = false) => {
    const { report } = board('Lung adenocarcinoma', results, 'Xyzomab 40 mg');
    const reference = 'MedicationRequest/draft0';
    const context = { hook: 'order-sign', family: 'oncology', orders: [reference], draftOrders: {}, notChecked: [], pgxElsewhere: elsewhere } as const; // prettier-ignore
    return toCards(report, context).map(({ summary, indicator }) => [summary, indicator]);
  };
  const found = lines([['EGFR', 'L858R detected']]);
  it('is said where results are on file', () => expect(unknown(found)).toEqual([[told, 'info']]));
  it('is left to the pharmacogenomic service where that is connected', () => expect(unknown(found, true)).toEqual([]));
  it('is silent where nothing could have been checked', () => expect(unknown([])).toEqual([]));
  it('is silent for a patient without a tumour', () => {
    expect(board([condition('Asthma')], found, 'Xyzomab 40 mg').summaries).toEqual([]);
  });
});
