/** Drugs with several genes, one of them not tested, unreadable or disputed: what the others say for certain is not lost, and nothing is taken for normal. */
import { line, problem, situation, type Situation } from './situation.ts';
import type { Resource } from '../../reading/resources.ts';

type Results = readonly (readonly [test: string, value: string])[];
const genotypes = (results: Results): readonly Resource[] =>
  results.map(([test, value]) => line(/[ *]/.test(test) ? test : `${test} genotype`, value));
const AA = ['VKORC1 -1639G>A', 'A/A'] as const;

type Row = readonly [name: string, results: Results, order: string, cards: Situation['cards']];
const AMITRIPTYLINE = 'amitriptyline 75 mg';
const AZATHIOPRINE = 'azathioprine 150 mg';
const CAPECITABINE = 'capecitabine 1500 mg';
const WARFARIN = 'warfarin 5 mg';
const PHENYTOIN = 'phenytoin 300 mg';
const AVOID_AMITRIPTYLINE = [['warning', /CYP2D6 poor metabolizer: avoid amitriptyline/]] as const;
const LOWER = (gene: RegExp): Situation['cards'] => [['info', new RegExp(`${gene.source}: lower warfarin dose`)]];

const ROWS: readonly Row[] = [
  ['CYP2C19 not tested', [['CYP2D6', '*4/*4']], AMITRIPTYLINE, AVOID_AMITRIPTYLINE],
  ['CYP2C19 without a call', [['CYP2D6', '*4/*4'], ['CYP2C19', 'No call']], AMITRIPTYLINE, AVOID_AMITRIPTYLINE],
  ['CYP2C19 without a call beside normal CYP2D6', [['CYP2D6', '*1/*1'], ['CYP2C19', 'Indeterminate']], AMITRIPTYLINE, [['info', /CYP2C19 result could not be interpreted/]]],
  ['CYP2C19 disputed beside normal CYP2D6', [['CYP2D6', '*1/*1'], ['CYP2C19', '*1/*1'], ['CYP2C19', '*2/*2']], AMITRIPTYLINE, [['info|warning', /CYP2C19 results disagree/]]],
  ['CYP2C19 disputed beside a poor CYP2D6', [['CYP2D6', '*4/*4'], ['CYP2C19', '*1/*1'], ['CYP2C19', '*2/*2']], AMITRIPTYLINE, [['warning', /avoid amitriptyline/]]],
  ['NUDT15 not tested', [['TPMT', '*1/*1']], AZATHIOPRINE, [['info', /No NUDT15 result on file: test before azathioprine/]]],
  ['NUDT15 not tested beside a poor TPMT', [['TPMT', '*3A/*3C']], AZATHIOPRINE, [['critical', /TPMT poor metabolizer/]]],
  ['NUDT15 without a call', [['TPMT', '*1/*1'], ['NUDT15', 'No call']], AZATHIOPRINE, [['info', /NUDT15 result could not be interpreted/]]],
  ['TPMT not tested', [['NUDT15', '*3/*3']], AZATHIOPRINE, [['critical', /NUDT15 poor metabolizer/]]],
  ['NUDT15 disputed beside an intermediate TPMT', [['TPMT', '*1/*3A'], ['NUDT15', '*1/*1'], ['NUDT15', '*3/*3']], AZATHIOPRINE, [['warning', /NUDT15 results disagree, but all speak against the usual dosing of azathioprine/]]],
  ['TPMT disputed beside a normal NUDT15', [['TPMT', '*1/*1'], ['TPMT', '*1/*3A'], ['NUDT15', '*1/*1']], AZATHIOPRINE, [['info', /TPMT results disagree: azathioprine could not be checked/]]],
  ['TPMT disputed, poor in one of them', [['TPMT', '*1/*1'], ['TPMT', '*3A/*3A'], ['NUDT15', '*1/*1']], AZATHIOPRINE, [['warning', /TPMT results disagree: azathioprine could not be checked/]]],
  ['DPYD disputed', [['DPYD', '*1/*1'], ['DPYD', '*1/*2A']], CAPECITABINE, [['warning', /DPYD results disagree: capecitabine could not be checked/]]],
  ['VKORC1 not tested', [['CYP2C9', '*3/*3']], WARFARIN, LOWER(/CYP2C9 poor metabolizer/)],
  ['VKORC1 without a call', [['CYP2C9', '*3/*3'], ['VKORC1 -1639G>A', 'No call']], WARFARIN, LOWER(/CYP2C9 poor metabolizer/)],
  ['CYP2C9 not tested', [AA], WARFARIN, LOWER(/VKORC1 -1639 AA/)],
  ['CYP2C9 without a call', [AA, ['CYP2C9', 'No call']], WARFARIN, LOWER(/VKORC1 -1639 AA/)],
  ['CYP2C9 disputed', [AA, ['CYP2C9', '*1/*1'], ['CYP2C9', '*3/*3']], WARFARIN, LOWER(/VKORC1 -1639 AA/)],
  ['CYP2C9 without a call beside normal VKORC1', [['VKORC1 -1639G>A', 'G/G'], ['CYP2C9', 'No call']], WARFARIN, [['info', /CYP2C9 result could not be interpreted: warfarin is not checked/]]],
  ['CYP4F2 without a call', [['CYP2C9', '*1/*1'], ['VKORC1 -1639G>A', 'G/G'], ['CYP4F2', 'No call']], WARFARIN, []],
  ['CYP2C9 by its phenotype alone', [['CYP2C9 phenotype', 'Poor metabolizer']], WARFARIN, LOWER(/CYP2C9 poor metabolizer/)],
  ['CYP2C9 intermediate by its phenotype alone', [['CYP2C9 phenotype', 'Intermediate metabolizer']], WARFARIN, []],
  ['HLA-B not tested', [['CYP2C9', '*3/*3']], PHENYTOIN, [['warning', /CYP2C9 poor metabolizer: lower phenytoin dose/]]],
  ['HLA-B disputed beside a poor CYP2C9', [['CYP2C9', '*3/*3'], ['HLA-B*15:02', 'Negative'], ['HLA-B*15:02', 'Positive']], PHENYTOIN, [['warning', /HLA-B results disagree, but all speak against the usual dosing/]]],
  ['CYP2C9 without a call beside HLA-B negative', [['CYP2C9', 'No call'], ['HLA-B*15:02', 'Negative']], PHENYTOIN, [['info', /CYP2C9 result could not be interpreted/]]],
  ['CYP2C9 disputed beside HLA-B negative', [['CYP2C9', '*3/*3'], ['CYP2C9', '*1/*1'], ['HLA-B*15:02', 'Negative']], PHENYTOIN, [['info', /CYP2C9 results disagree/]]],
  ['CYP2C9 disputed beside HLA-B positive', [['CYP2C9', '*3/*3'], ['CYP2C9', '*1/*1'], ['HLA-B*15:02', 'Positive']], PHENYTOIN, [['critical', /HLA-B\*15:02 positive: do not start phenytoin; CYP2C9 results disagree/]]],
]; // prettier-ignore

export const GENES_AT_ODDS: readonly Situation[] = [
  ...ROWS.map(([name, results, order, cards]) => situation(`${order}: ${name}`, genotypes(results), [order], cards)),
  situation(
    'warfarin: CYP2C9 poor on the problem list',
    [problem('CYP2C9 poor metabolizer')],
    [WARFARIN],
    LOWER(/CYP2C9 poor metabolizer/),
  ),
];
