/** Drugs that ask for several genes, drugs that change an enzyme, several orders at once. */
import { dosed, infarction, line, ordered, situation, statement, takes, type Situation } from './situation.ts';

export const SEVERAL_GENES: readonly Situation[] = [
  situation(
    'VKORC1 nucleotide + CYP2C9: warfarin',
    [line('VKORC1 rs9923231', 'T/T'), line('CYP2C9', '*1/*3')],
    [ordered('warfarin 5 mg', dosed(5, 'mg'))],
    [['warning', /lower warfarin dose/]],
  ),
  situation(
    'paroxetine current → codeine, NM',
    [line('CYP2D6', '*1/*1'), takes('paroxetine 20 mg')],
    ['codeine 30 mg'],
    [['warning', /CYP2D6.*paroxetine.*codeine/]],
  ),
  situation(
    'paroxetine stopped two months ago: NM stays',
    [
      line('CYP2D6', '*1/*1'),
      takes('paroxetine 20 mg', { status: 'stopped', dispenseRequest: { validityPeriod: { start: '2025-01-01', end: '2026-09-20' } } }),
    ],
    ['codeine 30 mg'],
    [],
  ),
  situation(
    'bupropion active but validity ended last year',
    [
      line('CYP2D6', '*1/*1'),
      takes('bupropion XL 150 mg', {
        dispenseRequest: { validityPeriod: { start: '2024-01-01', end: '2025-01-01' } },
        authoredOn: '2024-01-01',
      }),
    ],
    ['codeine 30 mg'],
    [['warning', /bupropion.*codeine/]],
    { says: /valid until 1 Jan 2025: ask whether it is still taken/ },
  ),
  situation(
    'draft bupropion with codeine on the list',
    [line('CYP2D6', '*1/*1'), takes('codeine 30 mg')],
    ['bupropion 150 mg'],
    [['warning', /bupropion.*codeine/]],
  ),
  ...['codeine 30 mg', 'tramadol 50 mg'].map((drug) =>
    situation(
      `duloxetine + *1/*1x2 ${drug}: normal only while duloxetine is taken`,
      [line('CYP2D6', '*1/*1x2'), takes('duloxetine 60 mg')],
      [drug],
      [['info', /CYP2D6 ultrarapid metabolizer by genotype, normal only with duloxetine: clarify before/]],
    ),
  ),
  situation(
    'duloxetine + *1/*1x2 nortriptyline: no toxic product, no word',
    [line('CYP2D6', '*1/*1x2'), takes('duloxetine 60 mg')],
    [ordered('nortriptyline 75 mg', dosed(75, 'mg'))],
    [],
  ),
  situation('duloxetine + *1/*4 tramadol: 1.0→0.5 IM', [line('CYP2D6', '*1/*4'), takes('duloxetine 60 mg')], ['tramadol 50 mg'], []),
  situation(
    'duloxetine + *1/*4 + nortriptyline',
    [line('CYP2D6', '*1/*4'), takes('duloxetine 60 mg')],
    [ordered('nortriptyline 75 mg', dosed(75, 'mg'))],
    [['warning', /duloxetine.*nortriptyline/]],
  ),
  situation(
    'terbinafine topical does not convert',
    [line('CYP2D6', '*1/*1'), takes('terbinafine 1 % topical cream')],
    ['codeine 30 mg'],
    [],
  ),
  situation(
    'fluoxetine statement ended 20 days ago converts',
    [
      line('CYP2D6', '*1/*1'),
      statement('fluoxetine 20 mg', { status: 'completed', effectivePeriod: { start: '2025-01-01', end: '2026-11-01' } }),
    ],
    ['codeine 30 mg'],
    [['warning', /fluoxetine.*codeine/]],
  ),
  situation(
    'thiopurine: TPMT *1/*3C with NUDT15 *1/*3',
    [line('TPMT', '*1/*3C'), line('NUDT15', '*1/*3')],
    [ordered('mercaptopurine 50 mg', dosed(75, 'mg'))],
    [['warning', /TPMT.*NUDT15.*lower mercaptopurine|NUDT15.*TPMT.*lower mercaptopurine/]],
  ),
  situation(
    'thiopurine: NUDT15 *3/*3',
    [line('TPMT', '*1/*1'), line('NUDT15', '*3/*3')],
    [ordered('azathioprine 100 mg', dosed(100, 'mg'))],
    [['critical', /NUDT15 poor metabolizer/]],
  ),
  situation(
    'sertraline CYP2C19 PM + CYP2B6 PM',
    [line('CYP2C19', '*2/*2'), line('CYP2B6', '*6/*6')],
    [ordered('sertraline 100 mg', dosed(100, 'mg'))],
    [['warning', /sertraline/]],
  ),
  situation(
    'phenytoin HLA-B*15:02 pos + CYP2C9 normal',
    [line('HLA-B*15:02', 'Positive'), line('CYP2C9', '*1/*1')],
    ['phenytoin 300 mg'],
    [['critical', /15:02 positive: do not start phenytoin/]],
  ),
  situation(
    'carbamazepine HLA-A*31:01 pos, B*15:02 neg',
    [line('HLA-A*31:01', 'Positive'), line('HLA-B*15:02', 'Negative')],
    ['Tegretol 200 mg'],
    [['critical', /31:01 positive: do not start carbamazepine/]],
  ),
  situation(
    'amitriptyline IM/NM',
    [line('CYP2D6', '*1/*4'), line('CYP2C19', '*1/*1')],
    [ordered('amitriptyline 75 mg', dosed(75, 'mg'))],
    [['warning', /CYP2D6 intermediate.*amitriptyline/]],
  ),
  situation(
    'amitriptyline NM/RM',
    [line('CYP2D6', '*1/*1'), line('CYP2C19', '*1/*17')],
    [ordered('amitriptyline 75 mg', dosed(75, 'mg'))],
    [],
  ),
  situation(
    'tamoxifen + paroxetine current, NM',
    [line('CYP2D6', '*1/*1'), takes('paroxetine 20 mg')],
    [ordered('tamoxifen 20 mg', dosed(20, 'mg'))],
    [['warning', /paroxetine.*tamoxifen/]],
  ),
  situation('metoprolol PM', [line('CYP2D6', '*4/*4')], ['metoprolol succinate ER 50 mg'], [['warning', /metoprolol/]]),
  situation('aripiprazole PM', [line('CYP2D6', '*4/*4')], [ordered('Abilify 10 mg', dosed(10, 'mg'))], [['warning', /aripiprazole/]]),
  situation(
    'two orders: codeine and clopidogrel',
    [line('CYP2D6', '*4/*4'), line('CYP2C19', '*2/*2'), infarction()],
    ['codeine', 'clopidogrel'],
    [
      ['warning', /codeine/],
      ['warning', /clopidogrel/],
    ],
  ),
  situation('order-sign duplicates', [line('CYP2D6', '*4/*4')], ['codeine 15 mg', 'codeine 30 mg'], [['warning', /codeine/]], {
    says: /both orders of codeine/,
  }),
  ...(
    [
      ['C/T', '*1/*1', 5, []],
      ['C/C', '*1/*2', 5, []],
      // Label and Dutch guideline both ask for less than the order; beside *1/*2 with C/T the Dutch one asks for nothing.
      ['T/T', '*1/*1', 5, [['warning', /VKORC1.*lower warfarin dose/]]],
      ['T/T', '*3/*3', 5, [['warning', /lower warfarin dose, or consider a drug other than warfarin/]]],
      ['T/T', '*1/*1', 3, []],
      ['C/T', '*1/*2', 5, [['info', /lower warfarin dose/]]],
      ['T/T', '*3/*3', 1, [['warning|info', /a drug other than warfarin/]]],
    ] as const
  ).map(([vkorc1, cyp2c9, mg, cards]) =>
    situation(
      `warfarin ${String(mg)} mg a day with VKORC1 ${vkorc1} and CYP2C9 ${cyp2c9}, held against the label's range`,
      [line('VKORC1 rs9923231', vkorc1), line('CYP2C9', cyp2c9)],
      [ordered('warfarin', dosed(mg, 'mg'))],
      cards,
    ),
  ),
  situation(
    'five drugs signed at once, each with its own gene: each is heard',
    [line('CYP2D6', '*4/*4'), line('CYP2C19', '*2/*2'), line('SLCO1B1', '*5/*5'), line('TPMT', '*3A/*3A'), line('NUDT15', '*1/*1')],
    [
      'codeine 30 mg',
      ordered('simvastatin 40 mg', dosed(40, 'mg')),
      'azathioprine 150 mg',
      ordered('citalopram 40 mg', dosed(40, 'mg')),
      'voriconazole 200 mg',
    ],
    [
      ['warning', /avoid codeine/],
      ['warning', /a drug other than simvastatin/],
      ['critical', /a drug other than azathioprine/],
      ['warning', /citalopram/],
      ['warning', /a drug other than voriconazole/],
    ],
  ),
];
