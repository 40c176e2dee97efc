/**
 * The gene stands in the name of the test, the alleles or changes in rows that name nothing else: components, members of a panel, rows of a report. Alleles as
 * in CPIC's tables (PharmCAT 3.1.1, 2025-11).
 */
import { component, words } from '../../reading/resources.ts';
import { infarction, line, result, situation, type Situation } from './situation.ts';
import type { Resource } from '../../reading/resources.ts';

type Rows = readonly (readonly [name: string, value: string])[];

const parts = (test: string, rows: Rows, more: Resource = {}): Resource =>
  result(words(test), { component: rows.map(([name, value]) => ({ code: words(name), valueString: value })), ...more });
const held = (rows: Rows): readonly Resource[] => rows.map(([name, value]) => line(name, value));
const named = (rows: readonly Resource[]) => rows.map((row) => ({ reference: `Observation/${String(row['id'])}` }));
const panel = (test: string, rows: Rows): readonly Resource[] => {
  const members = held(rows);
  return [...members, result(words(test), { hasMember: named(members) })];
};
const report = (test: string, rows: Rows): readonly Resource[] => {
  const members = held(rows);
  return [
    ...members,
    {
      resourceType: 'DiagnosticReport',
      id: 'rep',
      status: 'final',
      code: words(test),
      subject: { reference: 'Patient/p1' },
      result: named(members),
    },
  ];
};

const ONE_SLOW: Rows = [
  ['c.1905+1G>A', 'Not detected'],
  ['c.2846A>T (D949V)', 'Heterozygous'],
  ['c.1679T>G', 'Not detected'],
  ['HapB3', 'Not detected'],
];
const NONE: Rows = [
  ['*2A (c.1905+1G>A)', 'Not detected'],
  ['c.2846A>T', 'Not detected'],
  ['*13 (c.1679T>G)', 'Not detected'],
  ['HapB3 (c.1129-5923C>G)', 'Not detected'],
];
const CAPECITABINE = ['capecitabine 1250 mg/m2'];
const HALF = [['warning', /DPYD intermediate metabolizer: lower capecitabine dose to 50 %/]] as const;
const NO_CLOPIDOGREL = [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]] as const;
const CLOPIDOGREL = ['clopidogrel 75 mg tablet'];

export const ROWS_UNDER_A_GENE: readonly Situation[] = [
  situation('DPYD, one change heterozygous, as components', [parts('DPYD genotyping', ONE_SLOW)], CAPECITABINE, HALF),
  situation('DPYD, one change heterozygous, as members of a panel', panel('DPYD genotyping', ONE_SLOW), CAPECITABINE, HALF),
  situation('DPYD, one change heterozygous, as rows of a report', report('DPYD genotyping', ONE_SLOW), CAPECITABINE, HALF),
  situation('DPYD, the four of the guideline not found', [parts('DPYD genotyping', NONE)], CAPECITABINE, []),
  situation('DPYD, only two of them looked for', [parts('DPYD genotyping', NONE.slice(0, 2))], CAPECITABINE, [
    ['info', /DPYD result could not be interpreted/],
  ]),
  situation(
    'CYP2C19 stars, *2 homozygous',
    [infarction(), parts('CYP2C19 genotyping', [['*2', 'Homozygous'], ['*3', 'Not detected'], ['*17', 'Not detected']])], // prettier-ignore
    CLOPIDOGREL,
    NO_CLOPIDOGREL,
  ),
  situation(
    'CYP2C19 positions, in bases',
    [infarction(), parts('CYP2C19 genotyping', [['c.681G>A', 'A/A'], ['c.636G>A', 'G/G'], ['c.-806C>T', 'C/C']])], // prettier-ignore
    CLOPIDOGREL,
    NO_CLOPIDOGREL,
  ),
  situation(
    'CYP2C19 star with its position in brackets is the star',
    [infarction(), parts('CYP2C19 genotyping', [['CYP2C19*2 (c.681G>A)', 'Heterozygous'], ['*3 (c.636G>A)', 'Not detected'], ['*17 (c.-806C>T)', 'Heterozygous']])], // prettier-ignore
    CLOPIDOGREL,
    [['warning', /CYP2C19 intermediate metabolizer/]],
    { genes: { CYP2C19: 'Intermediate Metabolizer' } },
  ),
  situation(
    'a position in bases beside an allele not found is no contradiction',
    [infarction(), parts('CYP2C19 genotyping', [['c.681G>A', 'G/A'], ['*3', 'Not detected']])], // prettier-ignore
    CLOPIDOGREL,
    [['warning', /CYP2C19 result not exact: avoid clopidogrel/]],
  ),
  situation(
    'UGT1A1 *28 homozygous',
    [
      parts('UGT1A1 genotyping', [
        ['*28', 'Homozygous'],
        ['*6', 'Not detected'],
      ]),
    ],
    ['irinotecan 180 mg/m2'],
    [['warning', /UGT1A1 poor metabolizer/]],
  ),
  situation(
    'a test of two genes gives its rows no gene, and leaves neither untested',
    [parts('CYP2C19 and CYP2D6 genotyping', [['*2', 'Homozygous']])],
    CLOPIDOGREL,
    [['info', /CYP2C19 result could not be interpreted/]],
    {
      never: /CYP2C19 poor/,
    },
  ),
  situation(
    'a test of the tumour gives its rows no gene',
    [parts('Tumour DPYD genotyping', [['c.1905+1G>A', 'Homozygous']])],
    CAPECITABINE,
    [['info', /No DPYD result on file/]],
  ),
];

const WHOLE_GENE: readonly Situation[] = [
  situation('wild type of the whole gene', [line('DPYD genotype', 'Wild type')], CAPECITABINE, []),
  situation('wild type with its pair', [line('CYP2C19', 'wild-type (*1/*1)'), infarction()], CLOPIDOGREL, []),
  situation('wild type of one change only', [line('DPYD c.1905+1G>A', 'Wild type')], CAPECITABINE, [
    ['info', /DPYD result could not be interpreted/],
  ]),
  situation('wild type of one copy only', [line('CYP2C19 allele 1', 'Wild type'), infarction()], CLOPIDOGREL, [
    ['info', /CYP2C19 result could not be interpreted/],
  ]),
];

const SPELLINGS: readonly Situation[] = [
  ...['CYP2C19Genotype', 'CYP2C19_genotype'].map((name) =>
    situation(`${name} without blanks`, [line(name, '*2/*2'), infarction()], CLOPIDOGREL, NO_CLOPIDOGREL),
  ),
  situation('HLA*B5701', [line('HLA*B5701', 'Positive')], ['abacavir 600 mg'], [['critical', /HLA-B\*57:01 positive/]]),
  ...['Heterozygot *2A', 'Eterozigote per DPYD*2A', 'heterozygot für c.1905+1G>A', '*2A heterozygote', 'Heterocigoto *2A'].map((value) =>
    situation(`DPYD ${value}`, [line('DPYD', value)], CAPECITABINE, HALF),
  ),
  situation('HLA-B*57:01 Présence', [line('HLA-B*57:01', 'Présence')], ['abacavir 600 mg'], [['critical', /HLA-B\*57:01 positive/]]),
  situation(
    'the gene by a SNOMED code and its HGNC id, without words',
    [
      result(
        { coding: [{ system: 'http://snomed.info/sct', code: '363779003' }] },
        {
          valueString: '*3A/*3C',
          component: [
            component(
              { coding: [{ system: 'http://snomed.info/sct', code: '67271001' }] },
              { valueCodeableConcept: { coding: [{ system: 'http://www.genenames.org', code: 'HGNC:12014' }] } },
            ),
          ],
        },
      ),
      line('NUDT15', '*1/*1'),
    ],
    ['azathioprine 50 mg'],
    [['critical', /TPMT poor metabolizer/]],
  ),
];

const concluded = (test: string, conclusion: string): Resource => ({
  resourceType: 'DiagnosticReport',
  id: 'rep',
  status: 'final',
  code: words(test),
  subject: { reference: 'Patient/p1' },
  conclusion,
});
const CONCLUSIONS: readonly Situation[] = [
  situation('the gene is the test, the grade the conclusion', [infarction(), concluded('CYP2C19 genotyping', 'Poor metabolizer.')], CLOPIDOGREL, NO_CLOPIDOGREL), // prettier-ignore
  situation(
    'gene, genotype and phenotype in sentences of their own',
    [infarction(), concluded('Laboratory report', 'Gene: CYP2C19. Genotype: *2/*2. Phenotype: Poor metabolizer.')],
    CLOPIDOGREL,
    NO_CLOPIDOGREL,
  ),
  ...[
    'No evidence of CYP2C19 poor metabolizer status.',
    'The result is inconsistent with CYP2C19 poor metabolizer status.',
    'Suspected CYP2C19 poor metabolizer, genotyping recommended.',
    '? CYP2C19 poor metabolizer',
  ].map((text) => situation(text, [infarction(), concluded('Laboratory report', text)], CLOPIDOGREL, [['info', /CYP2C19 result could not be interpreted/]])), // prettier-ignore
];

export const NAMED_BY_THE_TEST: readonly Situation[] = [...ROWS_UNDER_A_GENE, ...WHOLE_GENE, ...SPELLINGS, ...CONCLUSIONS];
