/** One result of one gene in the many forms in which laboratories write its value, with what must come of it at the order. */
import { infarction, line, result, situation, type Situation } from './situation.ts';
import { words } from '../../reading/resources.ts';

type Expected = 'silent' | readonly [level: string, summary: RegExp];
type Row = readonly [test: string, value: string, order: string, expected: Expected, phenotype?: string];

const POOR: Expected = ['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/];
const INTERMEDIATE: Expected = ['warning', /CYP2C19 intermediate metabolizer: avoid clopidogrel/];
const K = 'clopidogrel 75 mg';
const CLOPIDOGREL: readonly Row[] = [
  ['CYP2C19 genotype', '*2/*2, no function', K, POOR],
  ['CYP2C19 genotype', '*2/*2 (no function/no function)', K, POOR],
  ['CYP2C19 genotype', '*1/*2 (decreased function)', K, INTERMEDIATE],
  ['CYP2C19 genotype', '*1/*2 (normal function/no function)', K, INTERMEDIATE],
  ['CYP2C19 genotype', '*1/*2; Intermediate Metabolizer', K, INTERMEDIATE],
  ['CYP2C19 genotype', '*2/*2 PM', K, POOR],
  ['CYP2C19 genotype', 'Rapid Metabolizer (*1/*17)', K, 'silent', 'Rapid Metabolizer'],
  ['CYP2C19 genotype', 'CYP2C19: Rapid Metabolizer (*1/*17)', K, 'silent', 'Rapid Metabolizer'],
  ['CYP2C19 phenotype', 'IM', K, INTERMEDIATE],
  ['CYP2C19 phenotype', 'PM', K, POOR],
  ['CYP2C19 phenotype', 'NM', K, 'silent', 'Normal Metabolizer'],
  ['CYP2C19*2', 'Heterozygous', K, INTERMEDIATE],
  ['CYP2C19*2', 'Wild type', K, ['info', /CYP2C19 result could not be interpreted/]],
  ['CYP2C19 genotype', '*2/*2 not detected', K, ['info', /CYP2C19 result could not be interpreted/]],
];

const ULTRA: Expected = ['critical', /CYP2D6 ultrarapid metabolizer: avoid codeine/];
const NO_EFFECT: Expected = ['warning', /CYP2D6 poor metabolizer: avoid codeine/];
const CO = 'codeine 30 mg';
const CODEINE: readonly Row[] = [
  ['CYP2D6 genotype', '*1/*2xN', CO, ULTRA],
  ['CYP2D6 genotype', '(*1/*2)xN', CO, ULTRA],
  ['CYP2D6 genotype', '*1/*2, CNV: 3', CO, ULTRA],
  ['CYP2D6 genotype', '*4xN/*4', CO, NO_EFFECT],
  ['CYP2D6 genotype', '*4/*4xN', CO, NO_EFFECT],
  ['CYP2D6 genotype', '*5/*5', CO, NO_EFFECT],
  ['CYP2D6 genotype', '*4N+*4/*4', CO, NO_EFFECT],
  ['CYP2D6 genotype', '*36+*10/*10', CO, 'silent', 'Intermediate Metabolizer'],
  ['CYP2D6 genotype', '*68+*4/*41', CO, 'silent', 'Intermediate Metabolizer'],
  ['CYP2D6 genotype', '*1x2/*4', CO, 'silent', 'Normal Metabolizer'],
  ['CYP2D6 genotype', '*4/*41 (AS 0.25)', CO, 'silent', 'Intermediate Metabolizer'],
  ['CYP2D6 genotype', '(*1/*2)x2', CO, ['info', /CYP2D6 result could not be interpreted/]],
];

const S = 'simvastatin 40 mg';
const DECREASED: Expected = ['warning', /SLCO1B1 decreased function/];
const POOR_TRANSPORT: Expected = ['warning', /SLCO1B1 poor function/];
const SIMVASTATIN: readonly Row[] = [
  ...['Wild type', 'WT', 'Normal', 'Not detected', 'TT'].map((value): Row => ['SLCO1B1 c.521T>C', value, S, 'silent', 'Normal Function']),
  ...['Heterozygous', 'TC', 'T/C', 'A/G', 'Wild type/variant'].map((value): Row => ['SLCO1B1 c.521T>C', value, S, DECREASED]),
  ...['CC', 'C/C', 'G/G', 'Homozygous variant'].map((value): Row => ['SLCO1B1 c.521T>C', value, S, POOR_TRANSPORT]),
  ['SLCO1B1*5', 'Wild type', S, 'silent', 'Normal Function'],
  ['SLCO1B1 genotype', 'c.521CC', S, POOR_TRANSPORT],
  ['SLCO1B1 genotype', '*5/*5, poor function', S, POOR_TRANSPORT],
  ['SLCO1B1 genotype', '*1/*15', S, DECREASED],
  ['SLCO1B1 c.521T>C', 'Mutant', S, ['info', /SLCO1B1 result could not be interpreted/]],
];

const A = 'abacavir 600 mg';
const NOT_ABACAVIR: Expected = ['critical', /HLA-B\*57:01 positive: do not start abacavir/];
const C = 'carbamazepine 200 mg';
const NOT_CARBAMAZEPINE: Expected = ['critical', /HLA-B\*15:02 positive: do not start carbamazepine/];
const OPEN_1502: Expected = ['info', /HLA-B(?:\*15:02 is left open by the typing on file| result could not be interpreted)/];
const TYPINGS: readonly Row[] = [
  ['HLA-B*57:01', 'POS', A, NOT_ABACAVIR],
  ['HLA-B*57:01', '5701 POS', A, NOT_ABACAVIR],
  ['HLA-B genotype', '5701 POS', A, NOT_ABACAVIR],
  ['HLA-B genotype', '5701 NEG', A, 'silent'],
  ['HLA-B*57:01', '57:01 not detected', A, 'silent'],
  ['HLA-B*57:01', '5801 POS', A, ['info', /HLA-B result could not be interpreted/]],
  ['HLA-B*57:01', 'Normal', A, ['info', /HLA-B result could not be interpreted/]],
  ['HLA-B genotype', 'HLA-B*57:01:01G, HLA-B*07:02:01G', A, NOT_ABACAVIR],
  ['HLA-B genotype', 'B*57:01:01G/B*07:02:01G', A, NOT_ABACAVIR],
  ['HLA-B genotype', 'B*5701', A, NOT_ABACAVIR],
  ['HLA-B genotype', 'B*5701, B*0702', A, NOT_ABACAVIR],
  ['HLA-B5701', 'Positive', A, NOT_ABACAVIR],
  ['HLA-B genotype', 'B*57:01 or B*57:03', A, ['info', /HLA-B\*57:01 is left open by the typing on file/]],
  ['HLA-B genotype', 'B*15:02, B*40:01', C, NOT_CARBAMAZEPINE],
  ['HLA-B typing', '15:02, 40:01', C, NOT_CARBAMAZEPINE],
  ['HLA-B genotype', 'B*15:02/B*15:08, B*40:01', C, OPEN_1502],
  ['HLA-B genotype', 'B*40:01, B*15:02/B*15:08', C, OPEN_1502],
  ['HLA-B genotype', 'B*15:02 or B*15:08', C, OPEN_1502],
  ['HLA-B genotype', 'B*15:XX, B*40:01', C, OPEN_1502],
];

const R = 'rasburicase 0.2 mg/kg';
const DEFICIENT: Expected = ['critical', /G6PD deficient: avoid rasburicase/];
const ACTIVITY: readonly Row[] = [
  ['G6PD enzyme activity', 'Normal 7-20', R, ['info', /not interpreted here/]],
  ['G6PD enzyme activity', 'Deficient (ref 7-20)', R, DEFICIENT],
  ['G6PD activity', '3.1 (7.0-20.5)', R, ['info', /not interpreted here/]],
  ['G6PD activity', '11.5 (Normal 7-20)', R, ['info', /not interpreted here/]],
  ['G6PD c.563C>T', 'Normal', R, ['info', /G6PD indeterminate/]],
  ['G6PD A-', 'Normal', R, ['info', /G6PD indeterminate/]],
  ['G6PD genotype', 'Normal 7-20', R, ['info', /G6PD indeterminate/]],
];
const OTHERS: readonly Row[] = [
  ['VKORC1 -1639G>A', 'A/A', 'warfarin 5 mg', ['info', /VKORC1 -1639 AA: lower warfarin dose/]],
  ['VKORC1 rs9923231', 'T/T', 'warfarin 5 mg', ['info', /VKORC1 -1639 AA: lower warfarin dose/]],
  ['VKORC1 -1639G>A', 'Wild type', 'warfarin 5 mg', 'silent', '-1639 GG'],
  ['UGT1A1 genotype', '*28/*28 (TA7/TA7)', 'irinotecan 180 mg/m2', ['warning', /UGT1A1 poor metabolizer/]],
  ['CYP3A5 genotype', 'Expresser (*1/*1)', 'tacrolimus 5 mg', ['warning', /CYP3A5 normal metabolizer: raise tacrolimus/]],
  ['CYP3A5 phenotype', 'Non-expressor', 'tacrolimus 5 mg', 'silent', 'Poor Metabolizer'],
  ['TPMT genotype', '*3A/*3C low activity', 'azathioprine 100 mg', ['critical', /TPMT poor metabolizer/]],
  ['TPMT*3C', 'Reference', 'azathioprine 100 mg', ['info', /TPMT (?:indeterminate|result could not be interpreted)/]],
];

const DPYD = ['c.1905+1G>A', 'c.2846A>T', 'c.1679T>G', 'c.1129-5923C>G'];
const X = 'capecitabine 1250 mg/m2';
type Four = readonly [name: string, values: readonly string[], expected: Expected];
const SAME = ['Not detected', 'Negative', 'Wild type', 'Normal', 'Absent', 'Homozygous wild type'];
const UNSURE: Expected = ['info', /DPYD result could not be interpreted/];
const FOUR: readonly Four[] = [
  ...SAME.map((value): Four => [value, [value, value, value, value], 'silent']),
  [
    'one heterozygous',
    ['Heterozygous', 'Not detected', 'Not detected', 'Not detected'],
    ['warning', /DPYD intermediate metabolizer.*50 %/],
  ],
  ['one without a call', ['Not detected', 'Not detected', 'Not detected', 'No call'], UNSURE],
  ['bases of the gene’s strand, two of them read alike on both', ['G/G', 'A/A', 'T/T', 'C/C'], UNSURE],
  ['bases, one heterozygous', ['G/A', 'A/A', 'T/T', 'C/C'], ['warning', /DPYD intermediate metabolizer.*50 %/]],
  ['bases of the other strand, one heterozygous', ['C/T', 'T/T', 'A/A', 'G/G'], ['warning', /DPYD intermediate metabolizer.*50 %/]],
  ['bases, one homozygous', ['A/A', 'A/A', 'T/T', 'C/C'], ['critical', /DPYD poor metabolizer/]],
];

const measured = (value: number, range: string): Situation['chart'] => [
  result(words('G6PD activity'), { valueQuantity: { value, unit: 'U/g Hb' }, referenceRange: [{ text: range }] }),
];
const cardsOf = (expected: Expected): Situation['cards'] => (expected === 'silent' ? [] : [expected]);
const one = ([test, value, order, expected, phenotype]: Row): Situation =>
  situation(
    `${test}: ${value}`,
    [infarction(), line('NUDT15 genotype', '*1/*1'), line('HLA-A*31:01', 'Negative'), line(test, value)],
    [order],
    cardsOf(expected),
    phenotype === undefined ? {} : { genes: { [/^[A-Z0-9]+/.exec(test)?.[0] ?? '']: phenotype } },
  );

export const VALUES_AS_WRITTEN: readonly Situation[] = [
  ...[...CLOPIDOGREL, ...CODEINE, ...SIMVASTATIN, ...TYPINGS, ...ACTIVITY, ...OTHERS].map(one),
  ...FOUR.map(([name, values, expected]) =>
    situation(
      `four rows of DPYD: ${name}`,
      DPYD.map((change, at) => line(`DPYD ${change}`, values[at] ?? '')),
      [X],
      cardsOf(expected),
    ),
  ),
  ...['7-20', 'Normal 7-20', '7.0-20.5 U/g Hb', '>=7.0'].flatMap((range) => [
    situation(`G6PD 1.9 beside "${range}"`, measured(1.9, range), [R], cardsOf(DEFICIENT)),
    situation(`G6PD 12 beside "${range}"`, measured(12, range), [R], []),
  ]),
  situation(
    'G6PD 1.9 beside "Deficient <2.6; normal 7-20"',
    measured(1.9, 'Deficient <2.6; normal 7-20'),
    [R],
    [['info', /not interpreted here/]],
  ),
];
