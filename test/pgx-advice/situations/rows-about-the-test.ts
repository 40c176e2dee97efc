/** Rows of a laboratory report that tell of the test, beside the result or alone: never a finding of the patient. */
import { line, situation, type Situation } from './situation.ts';

const FOUR = 'c.1905+1G>A; c.1679T>G; c.2846A>T; c.1129-5923C>G';
const NONE = /No .* result on file|result could not be interpreted/;

const ROWS: readonly (readonly [name: string, value: string, drug: string])[] = [
  ['DPYD variants tested', FOUR, 'capecitabine'],
  ['DPYD variants covered', FOUR, 'capecitabine'],
  ['Variants tested (DPYD)', FOUR, 'capecitabine'],
  ['DPYD genotyping, variants included', FOUR, 'capecitabine'],
  ['DPYD alleles tested', '*2A, *13, HapB3, c.2846A>T', 'capecitabine'],
  ['HLA alleles tested', 'HLA-B*57:01, HLA-B*58:01', 'abacavir'],
  ['HLA-B*57:01 test performed', 'Yes', 'abacavir'],
  ['HLA-B*57:01 comment', 'A positive result indicates high risk of abacavir hypersensitivity.', 'abacavir'],
  ['HLA-B*57:01 Comment', 'Patients positive for HLA-B*57:01 should not receive abacavir.', 'abacavir'],
  ['HLA-B*15:02 note', 'HLA-B*15:02 positive individuals are at increased risk of SJS/TEN.', 'oxcarbazepine'],
  ['G6PD comment', 'Deficient patients should avoid rasburicase.', 'rasburicase'],
];
const COVERED: readonly (readonly [name: string, value: string, drug: string])[] = [
  ['MT-RNR1 variants tested', 'm.1555A>G, m.1494C>T', 'gentamicin'],
  ['RYR1 variants tested', 'c.7300G>A, c.1840C>T', 'sevoflurane'],
  ['SLCO1B1 variant tested', 'c.521T>C', 'simvastatin 40 mg'],
];

export const ROWS_ABOUT_THE_TEST: readonly Situation[] = [
  ...ROWS.map(([name, value, drug]) => situation(`${name}: ${value}, ${drug}`, [line(name, value)], [drug], [['info', NONE]])),
  ...COVERED.map(([name, value, drug]) =>
    situation(`${name}: ${value}, ${drug}`, [line(name, value)], [drug], [['info', /could not be interpreted/]], {
      warns: /tells of the test/,
    }),
  ),
  situation(
    'a general sentence about clopidogrel',
    [line('CYP2C19 comment', 'Poor metabolizers should avoid clopidogrel.')],
    ['clopidogrel'],
    [],
  ),
  situation(
    'beside the normal result they contradict nothing',
    [line('DPYD genotype', '*1/*1'), line('DPYD variants tested', FOUR)],
    ['capecitabine'],
    [],
  ),
  situation(
    'a reference genotype is not the patient’s',
    [line('CYP2C19', '*2/*2'), line('CYP2C19 reference genotype', '*1/*1')],
    ['clopidogrel'],
    [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]],
  ),
  situation(
    'a list that says what was found is a result',
    [line('DPYD variants tested', 'c.1905+1G>A heterozygous')],
    ['capecitabine'],
    [['warning', /DPYD intermediate metabolizer/]],
  ),
  situation(
    'a LOINC name ends with its method and names a result',
    [
      line(
        'CYP2C19 gene product metabolic activity interpretation in Blood or Tissue Qualitative by Molecular genetics method',
        'Poor metabolizer',
      ),
    ],
    ['voriconazole'],
    [['warning', /CYP2C19 poor metabolizer/]],
  ),
];
