/**
 * Panels and indicators in the manner of public examples: genomic indicators of an EHR, reference laboratories' one-gene tests and panels, panels that sort drugs
 * (GeneSight), gene and genotype in components (software of reporting laboratories), a genotype caller's report (PharmCAT). Every patient is made up.
 */
import { indicator, infarction, line, result, situation, type Situation } from './situation.ts';
import { words, type Resource } from '../../reading/resources.ts';

type Part = readonly [name: string, value: string];
const parts = (name: string, rows: readonly Part[]): Resource =>
  result(words(name), { component: rows.map(([part, value]) => ({ code: words(part), valueString: value })) });
const rows = (list: readonly Part[]): readonly Resource[] => list.map(([name, value]) => line(name, value));
const report = (title: string, results: readonly Resource[]): readonly Resource[] => [
  ...results,
  {
    resourceType: 'DiagnosticReport',
    id: 'rep',
    status: 'final',
    code: words(title),
    subject: { reference: 'Patient/p1' },
    result: results.map((one) => ({ reference: `Observation/${String(one['id'])}` })),
  },
];

const K = 'clopidogrel 75 mg';
const CO = 'codeine 30 mg';
const AVOID_K = ['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/] as const;
const AVOID_CO = ['warning', /CYP2D6 poor metabolizer: avoid codeine/] as const;
const NO_CARBAMAZEPINE = ['critical', /HLA-B\*15:02 positive: do not start carbamazepine/] as const;
const LESS_C = ['warning', /DPYD intermediate metabolizer: lower capecitabine dose to 50 %/] as const;

const INDICATORS: readonly (readonly [text: string, order: string, card: Situation['cards'][number] | null])[] = [
  ['CYP2C19 - Poor Metabolizer', K, AVOID_K],
  ['PGx: CYP2C19 Poor Metabolizer', K, AVOID_K],
  ['CYP2D6 Ultrarapid Metabolizer', CO, ['critical', /CYP2D6 ultrarapid metabolizer: avoid codeine/]],
  ['CYP2D6 Likely Poor Metabolizer', CO, AVOID_CO],
  ['SLCO1B1 Poor Transporter Function', 'simvastatin 40 mg', ['warning', /SLCO1B1 poor function/]],
  ['HLA-B*15:02 Carrier', 'carbamazepine 200 mg', NO_CARBAMAZEPINE],
  ['DPYD Intermediate Metabolizer (Activity Score 1)', 'capecitabine 1250 mg/m2', LESS_C],
  ['CYP3A5 Normal Metabolizer (Expresser)', 'tacrolimus 5 mg', ['warning', /CYP3A5 normal metabolizer: raise tacrolimus dose/]],
  ['CYP3A5 Poor Metabolizer (Non-expresser)', 'tacrolimus 5 mg', null],
  ['MT-RNR1 Increased Risk of Aminoglycoside-Induced Hearing Loss', 'gentamicin', ['critical', /MT-RNR1 increased risk/]],
  ['Clopidogrel - Poor Metabolizer (CYP2C19)', K, ['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]],
];

const FOCUSED: readonly Part[] = [
  ['CYP2C9 Genotype', '*1/*3'],
  ['CYP2C19 Genotype', '*1/*17'],
  ['CYP2D6 Genotype', '*4/*4'],
  ['CYP2D6 Activity Score', '0'],
  ['CYP2D6 Phenotype', 'Poor metabolizer'],
  ['SLCO1B1 Genotype', 'c.521T>C Het'],
  ['VKORC1 Genotype', '-1639G>A Heterozygous'],
];
const SORTED: readonly Part[] = [
  ['citalopram (Celexa)', 'Significant Gene-Drug Interaction'],
  ['paroxetine', 'Moderate Gene-Drug Interaction'],
  ['sertraline (Zoloft)', 'Use as Directed'],
];
const UNNAMED = (drug: string) => ['info', new RegExp(`A laboratory result says ".*" for ${drug}, its gene not named`)] as const;

export const VENDOR_PANELS: readonly Situation[] = [
  ...INDICATORS.map(([text, order, card]) =>
    situation(`indicator: ${text}`, [infarction(), indicator(text)], [order], card === null ? [] : [card]),
  ),
  situation(
    'panel of a reference laboratory',
    report('Focused Pharmacogenomics Panel', rows(FOCUSED)),
    [CO, 'simvastatin 40 mg', 'warfarin 5 mg'],
    [
      AVOID_CO,
      ['warning', /SLCO1B1 decreased function/],
      ['info|warning', /CYP2C9 intermediate metabolizer, VKORC1 -1639 AG: lower warfarin dose/],
    ],
  ),
  situation(
    'DPYD in rows, with its score',
    report(
      'Dihydropyrimidine Dehydrogenase (DPYD)',
      rows([
        ['DPYD Genotype', '*1/c.2846A>T'],
        ['DPYD Phenotype', 'Intermediate Metabolizer'],
        ['DPYD Activity Score', '1.5'],
      ]),
    ),
    ['capecitabine 1250 mg/m2'],
    [LESS_C],
  ),
  situation(
    'DPYD negative, variants not named',
    report('Dihydropyrimidine Dehydrogenase (DPYD), 3 Variants', rows([['DPYD Genotype', 'Negative']])),
    ['capecitabine 1250 mg/m2'],
    [['info', /DPYD result could not be interpreted/]],
  ),
  situation(
    'genes of a panel that sorts drugs',
    report('GeneSight Psychotropic', [
      parts('Gene result', [
        ['Gene', 'CYP2C19'],
        ['Genotype', '*2/*2'],
        ['Phenotype', 'Poor Metabolizer'],
      ]),
      parts('Gene result', [
        ['Gene', 'CYP2D6'],
        ['Genotype', '*4/*4'],
        ['Phenotype', 'Poor Metabolizer'],
      ]),
    ]),
    ['citalopram 20 mg', CO],
    [['warning', /CYP2C19 poor metabolizer: choose a drug other than citalopram/], AVOID_CO],
  ),
  situation(
    'drugs of a panel that sorts them',
    report('GeneSight Psychotropic', rows(SORTED)),
    ['citalopram 20 mg', 'paroxetine 20 mg', 'sertraline 50 mg'],
    [UNNAMED('citalopram'), UNNAMED('paroxetine')],
  ),
  situation('drugs of another report', report('Drug interaction check', rows(SORTED)), ['citalopram 20 mg'], []),
  situation(
    'drugs in components',
    [
      parts('Pharmacogenomics medication report', [
        ['citalopram', 'Consider alternative'],
        ['sertraline', 'Standard dosing'],
      ]),
    ],
    ['citalopram 20 mg', 'sertraline 50 mg'],
    [UNNAMED('citalopram')],
  ),
  situation(
    'alleles and score in components',
    report('RightMed', [
      parts('CYP2D6', [
        ['Alleles', '*4/*4'],
        ['Activity score', '0'],
        ['Phenotype', 'Poor metabolizer'],
      ]),
    ]),
    [CO],
    [AVOID_CO],
  ),
  situation(
    'copies and score in components',
    report('PGx', [
      parts('CYP2D6', [
        ['Diplotype', '(*1/*2)x3'],
        ['Phenotype', 'Ultrarapid Metabolizer'],
        ['Activity Score', '>=3.0'],
      ]),
    ]),
    [CO],
    [['critical', /CYP2D6 ultrarapid metabolizer/]],
  ),
  situation(
    'the allele as the test, "Genotype: Positive"',
    [
      parts('HLA-B*15:02', [
        ['Genotype', 'Positive'],
        ['Phenotype', 'Increased risk'],
      ]),
    ],
    ['carbamazepine 200 mg'],
    [NO_CARBAMAZEPINE],
  ),
  situation('the allele as the test, "Genotype: Negative"', [parts('HLA-B*57:01', [['Genotype', 'Negative']])], ['abacavir 600 mg'], []),
  situation(
    'the position as the test, "Genotype: T/C"',
    [parts('SLCO1B1 c.521T>C', [['Genotype', 'T/C']])],
    ['simvastatin 40 mg'],
    [['warning', /SLCO1B1 decreased function/]],
  ),
  situation(
    'a genotype caller, in components',
    [
      infarction(),
      parts('CYP2C19', [
        ['Diplotype', '*2/*2'],
        ['Phenotype', 'Poor Metabolizer'],
        ['Functions', 'No function/No function'],
      ]),
      parts('DPYD', [
        ['Diplotype', 'Reference/c.1905+1G>A (*2A)'],
        ['Activity score', '1.0'],
      ]),
    ],
    [K, 'capecitabine 1250 mg/m2'],
    [AVOID_K, LESS_C],
  ),
  situation(
    'a genotype caller, in lines',
    [infarction(), line('CYP2C19', '*2/*2 - Poor Metabolizer - No function/No function'), line('HLA-B', '*57:01 positive')],
    [K, 'abacavir 600 mg'],
    [AVOID_K, ['critical', /HLA-B\*57:01 positive: do not start abacavir/]],
  ),
  situation(
    'several genes in one line',
    [
      infarction(),
      line(
        'Pharmacogenomics result',
        'CYP2C19: *2/*2 (Poor Metabolizer); CYP2D6: *1/*1 (Normal Metabolizer); SLCO1B1: *1/*5 (Decreased Function)',
      ),
    ],
    [K, 'simvastatin 40 mg'],
    [AVOID_K, ['warning', /SLCO1B1 decreased function/]],
  ),
];
