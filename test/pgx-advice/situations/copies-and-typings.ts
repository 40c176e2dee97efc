/** Copy numbers, suballeles and hybrids; HLA typed serologically, to the group, by NMDP codes; genes of which no advice is made. */
import { dosed, infarction, line, ordered, situation, type Situation } from './situation.ts';

type Cards = Situation['cards'];
const one = (what: string, gene: string, value: string, orders: Parameters<typeof situation>[2], cards: Cards): Situation =>
  situation(`${what}: ${gene} ${value}`, [line(gene, value)], orders, cards);

const CODEINE = ['codeine 30 mg'];
const POOR: Cards = [['warning', /CYP2D6 poor metabolizer: avoid codeine/]];
const ULTRARAPID: Cards = [['critical', /CYP2D6 ultrarapid/]];
const cyp2d6 = (value: string, cards: Cards): Situation => one('codeine', 'CYP2D6', value, CODEINE, cards);

const COPIES: readonly Situation[] = [
  ...['*1/*1xN', '*13+*2/*2x2', '(*1/*2)x3', '*1/*2 x3', '*1×2/*2', '*1X2/*1'].map((value) => cyp2d6(value, ULTRARAPID)),
  ...['*4/*4xN', '*68+*4/*5', '*5/*5'].map((value) => cyp2d6(value, POOR)),
  // Score 2, 1.25, 0.25: nothing to change; *41 with a third copy is 2.25 or 1.5, normal whichever is doubled.
  ...['*2x2/*4', '*36+*10/*1', '*36x2+*10/*5', '*1/*4x2', '*1/*1 (2N)'].map((value) => cyp2d6(value, [])),
  situation('*1/*41 with three copies in all', [line('CYP2D6', '*1/*41'), line('CYP2D6 copy number', '3')], CODEINE, [], {
    genes: { CYP2D6: 'Normal Metabolizer' },
  }),
  // CPIC 2016: 0.25 and 0.5 moderate, 0.75 and 1.0 optional.
  one('nortriptyline 75 mg', 'CYP2D6', '*4/*41', [ordered('nortriptyline 75 mg', dosed(75, 'mg'))], [['warning', /dose to 75 %/]]),
  one('nortriptyline 75 mg', 'CYP2D6', '*2.001/*4.013', [ordered('nortriptyline 75 mg', dosed(75, 'mg'))], []),
  one('nortriptyline 75 mg', 'CYP2D6', '*10x2/*41', [ordered('nortriptyline 75 mg', dosed(75, 'mg'))], []),
  ...(
    [
      ['*2.001/*3.001', [['warning', /poor metabolizer: avoid clopidogrel/]]],
      ['*2|*17', [['warning', /intermediate metabolizer: avoid clopidogrel/]]],
      ['*1/*35', [['warning', /intermediate metabolizer: avoid clopidogrel/]]],
      ['*38/*38', []],
    ] as const
  ).map(([value, cards]) =>
    situation(`clopidogrel after an infarction: CYP2C19 ${value}`, [line('CYP2C19', value), infarction()], ['clopidogrel 75 mg'], cards),
  ),
  ...(
    [
      ['*1A/*1B', []],
      ['*14/*14', []],
      ['*1b/*15', [['warning', /SLCO1B1 decreased/]]],
    ] as const
  ).map(([value, cards]) => one('simvastatin 40 mg', 'SLCO1B1', value, [ordered('simvastatin 40 mg', dosed(40, 'mg'))], cards)),
];

const ABACAVIR = ['abacavir 300 mg'];
const OPEN: Cards = [['info', /HLA-B\*57:01 is left open by the typing on file/]];
const TYPINGS: readonly Situation[] = [
  ...['B*57:01:01G, B*44:02:01G', 'HLA-B*57:01P,HLA-B*07:02P', 'B*57:01, B*57:03'].map((value) =>
    one('abacavir', 'HLA-B', value, ABACAVIR, [['critical', /HLA-B\*57:01 positive/]]),
  ),
  one('abacavir', 'HLA-B', 'B*57:XX, B*07:XX', ABACAVIR, OPEN),
  one('abacavir', 'HLA-B', 'B*57:AABB, B*07:AACD', ABACAVIR, [['info', /HLA-B/]]),
  one('abacavir', 'HLA-B antigens', 'B57, B7', ABACAVIR, [['info', /HLA-B/]]),
  one('allopurinol', 'HLA-B typing', 'B17, B44', ['allopurinol 100 mg'], [['info', /HLA-B/]]),
  one('oxcarbazepine', 'HLA-B typing', 'B75, B62', ['oxcarbazepine 300 mg'], [['info', /HLA-B/]]),
  one('oxcarbazepine', 'HLA-B', 'B*15:02:01:01,B*40:01', ['oxcarbazepine 300 mg'], [['critical', /HLA-B\*15:02/]]),
  one('oxcarbazepine', 'HLA B 1502', 'Positive', ['oxcarbazepine 300 mg'], [['critical', /HLA-B\*15:02/]]),
  one('allopurinol', 'HLA-B', 'B*58:02, B*44:02', ['allopurinol 100 mg'], []),
  one('allopurinol', 'HLA-B', 'B*58:01, B*58:01', ['allopurinol 100 mg'], [['critical', /HLA-B\*58:01/]]),
  one('allopurinol', 'HLA-B*58:01 carrier status', 'Non-carrier', ['allopurinol 100 mg'], []),
  one('abacavir', 'HLA-B', 'B*07, B*44', ABACAVIR, []),
  one('abacavir', 'HLA-B', 'B*57:11, B*07:02', ABACAVIR, []),
  one('abacavir', 'HLA-B*57:01', 'Heterozygous', ABACAVIR, [['critical', /HLA-B\*57:01/]]),
  one('abacavir', 'HLA-B5701', 'Positive', ABACAVIR, [['critical', /HLA-B\*57:01/]]),
  one('abacavir', 'HLA B*5701 Screen', 'NEGATIVE', ABACAVIR, []),
  one('gentamicin', 'MT-RNR1', 'm.1555A>G heteroplasmic (20%)', ['gentamicin 240 mg iv'], [['critical', /MT-RNR1/]]),
  one('gentamicin', 'Mitochondrial 12S rRNA A1555G', 'Detected', ['gentamicin 240 mg iv'], [['critical', /MT-RNR1/]]),
  one('amikacin', 'MT-RNR1', '1494C>T positive', ['amikacin 500 mg iv'], [['critical', /MT-RNR1/]]),
  one('streptomycin', 'MT-RNR1', 'm.1095T>C', ['streptomycin 1 g im'], [['critical', /MT-RNR1/]]),
];

const NO_ADVICE: readonly (readonly [gene: string, value: string, drug: string])[] = [
  ['IFNL3 rs12979860', 'C/T', 'peginterferon alfa-2a 180 mcg'],
  ['IFNL4 rs12979860', 'T/T', 'ribavirin 200 mg'],
  ['Factor V Leiden', 'Heterozygous', 'ethinyl estradiol 0.03 mg / levonorgestrel 0.15 mg'],
  ['F2 c.*97G>A', 'Heterozygous', 'estradiol 2 mg'],
  ['MTHFR C677T', 'Homozygous', 'methotrexate 10 mg'],
  ['COMT Val158Met', 'Met/Met', 'morphine 10 mg'],
  ['OPRM1 A118G', 'A/G', 'morphine 10 mg'],
  ['CYP1A2', '*1F/*1F', 'clozapine 100 mg'],
  ['APOE', 'e4/e4', 'atorvastatin 40 mg'],
  ['CYP2D6', '*4/*4', 'oxycodone 5 mg'],
  ['CYP2D6', '*4/*4', 'dihydrocodeine 30 mg'],
  ['ABCG2 rs2231142', 'G/T', 'rosuvastatin 40 mg'],
];

/** A duplication that stands in a row of its own belongs to the genotype beside it. */
const DUPLICATED: readonly Situation[] = [
  situation(
    'a duplication in a row of its own',
    [line('CYP2D6', '*1/*1'), line('CYP2D6 gene duplication', 'Positive')],
    CODEINE,
    ULTRARAPID,
  ),
  situation(
    'a duplication named by the copy number test',
    [line('CYP2D6', '*1/*2'), line('CYP2D6 CNV', 'Duplication detected')],
    CODEINE,
    ULTRARAPID,
  ),
  situation('which allele is doubled is open', [line('CYP2D6', '*1/*4'), line('CYP2D6 CNV', 'Duplication detected')], CODEINE, [
    ['warning', /CYP2D6 result not exact: avoid codeine/],
  ]),
  situation('no duplication', [line('CYP2D6', '*1/*2'), line('CYP2D6 duplication', 'Not detected')], CODEINE, [], {
    genes: { CYP2D6: 'Normal Metabolizer' },
  }),
  cyp2d6('xN *1/*2', ULTRARAPID),
];

/** Typed to the group, or one of two alleles, where no test is asked for first; HLA rows that are no pharmacogenetic test. */
const OPEN_TYPINGS: readonly Situation[] = [
  ...['B*58, B*46', 'B*58:XX, B*46:01', 'HLA-B*58:01/HLA-B*58:02+HLA-B*46:01'].map((typing) =>
    one(
      'allopurinol',
      'HLA-B',
      typing,
      ['allopurinol 300 mg'],
      [['info', /HLA-B typing on file leaves HLA-B\*58:01 open: clarify before allopurinol/]],
    ),
  ),
  one('phenytoin', 'HLA-B', 'B*15, B*40', ['phenytoin 100 mg'], [['info', /leaves HLA-B\*15:02 open: clarify before phenytoin/]]),
  one('allopurinol', 'HLA-B', 'B*46, B*40', ['allopurinol 300 mg'], []),
  one('allopurinol', 'HLA-B27', 'Positive', ['allopurinol 300 mg'], []),
  ...['Positive', 'Negative'].map((value) =>
    one('abacavir', 'HLA-B27', value, ABACAVIR, [['info', /No HLA-B\*57:01 result on file: test before the first dose of abacavir/]]),
  ),
  // Another allele, there or not, says nothing of *57:01; beside a result of that one it hides nothing.
  ...['HLA-B*27:05', 'HLA-B*51:01', 'HLA-B*57:03', 'HLA-B*2705'].flatMap((test) =>
    ['Positive', 'Not detected'].map((value) => one('abacavir', test, value, ABACAVIR, [['info', /No HLA-B\*57:01 result on file/]])),
  ),
  ...['Positive', 'Negative'].map((value) =>
    one('carbamazepine', 'HLA-A*02:01', value, ['carbamazepine 200 mg'], [['info', /No HLA-B\*15:02 or HLA-A\*31:01 result on file/]]),
  ),
  situation('beside an unread *57:01', [line('HLA-B*57:01', 'See report'), line('HLA-B*27:05', 'Positive')], ABACAVIR, [
    ['info', /HLA-B result could not be interpreted/],
  ]),
  situation('beside a negative *57:01', [line('HLA-B*57:01', 'Negative'), line('HLA-B*27:05', 'Positive')], ABACAVIR, []),
  one('allopurinol', 'Unacceptable antigens', 'HLA-B*58:01, HLA-A*31:01', ['allopurinol 300 mg'], []),
  ...['Positive', 'Detected', 'Present'].map((value) =>
    one('capecitabine', 'DPD deficiency', value, ['capecitabine 500 mg'], [['critical', /avoid capecitabine/]]),
  ),
];

export const COPIES_AND_TYPINGS: readonly Situation[] = [
  ...DUPLICATED,
  ...OPEN_TYPINGS,
  ...COPIES,
  ...TYPINGS,
  ...NO_ADVICE.map(([gene, value, drug]) => one(drug, gene, value, [drug], [])),
];
