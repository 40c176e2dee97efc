/** "Gene", "Allele" and the answer in components with names in words, the answer also as value or flag of the whole: the allele is found only where that says so. */
import { words, type Resource } from '../../reading/resources.ts';
import { infarction, result, situation, type Situation } from './situation.ts';

type Part = readonly [name: string, value: string | boolean | number];
const parts = (title: string, named: readonly Part[], more: Resource = {}): Resource =>
  result(words(title), {
    component: named.map(([name, value]) => ({
      code: words(name),
      ...(typeof value === 'string'
        ? { valueString: value }
        : typeof value === 'boolean'
          ? { valueBoolean: value }
          : { valueInteger: value }),
    })),
    ...more,
  });

const HLA: readonly Part[] = [
  ['Gene', 'HLA-B'],
  ['Allele', '*57:01'],
];
const ABACAVIR = ['abacavir 600 mg'];
const CRITICAL = [['critical', /HLA-B\*57:01 positive: do not start abacavir/]] as const;
const titles = ['Pharmacogenomics', 'Genotype', 'Genetic test result'];

const TYPED: readonly Situation[] = [
  ...titles.flatMap((title) => [
    situation(`${title}: negative`, [parts(title, [...HLA, ['Result', 'Negative']])], ABACAVIR, []),
    situation(`${title}: positive`, [parts(title, [...HLA, ['Result', 'Positive']])], ABACAVIR, CRITICAL),
    situation(`${title}: negative as the value`, [parts(title, HLA, { valueString: 'Not detected' })], ABACAVIR, []),
    situation(
      `${title}: absent by SNOMED`,
      [
        parts(title, HLA, {
          valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code: '260385009', display: 'Negative' }] },
        }),
      ],
      ABACAVIR,
      [],
    ),
  ]),
  ...(['Present', 'Detected', 'Positive', 'Carrier status'] as const).map((name) =>
    situation(`${name}: false`, [parts('HLA typing', [...HLA, [name, false]])], ABACAVIR, []),
  ),
  situation(
    'two answers that contradict each other',
    [parts('HLA typing', [...HLA, ['Result', 'Negative'], ['Status', 'Detected']])],
    ABACAVIR,
    [['info', /HLA-B result could not be interpreted/]],
  ),
  situation('an answer nobody knows', [parts('HLA typing', [...HLA, ['Result', 'see separate sheet']])], ABACAVIR, [
    ['info', /HLA-B result could not be interpreted/],
  ]),
];

const asked = (gene: string, allele: string, ...answers: readonly Part[]): Resource =>
  parts('Pharmacogenetic variant', [['Gene', gene], ['Variant', allele], ...answers]);

const CAPECITABINE = ['capecitabine 1250 mg/m2'];
const OTHERS: readonly Situation[] = [
  situation('DPYD *2A heterozygous', [asked('DPYD', 'c.1905+1G>A', ['Zygosity', 'Heterozygous'])], CAPECITABINE, [
    ['warning', /DPYD intermediate metabolizer: lower capecitabine dose to 50 %/],
  ]),
  situation('DPYD *2A found and its zygosity', [asked('DPYD', '*2A', ['Result', 'Detected'], ['Zygosity', 'Heterozygous'])], CAPECITABINE, [
    ['warning', /DPYD intermediate metabolizer: lower capecitabine dose to 50 %/],
  ]),
  ...(
    [
      ['Result', 'Negative'],
      ['Zygosity', 'Homozygous reference'],
      ['Zygosity', 'Wild type'],
      ['Copies', 0],
      ['Present', false],
    ] as const
  ).map((answer) =>
    situation(`DPYD *2A, ${answer.join(': ')}`, [asked('DPYD', 'c.1905+1G>A', answer)], CAPECITABINE, [
      ['info', /DPYD result could not be interpreted/],
    ]),
  ),
  situation(
    'CYP2C19 *2 homozygous',
    [infarction(), asked('CYP2C19', '*2', ['Zygosity', 'Homozygous'])],
    ['clopidogrel 75 mg tablet'],
    [['warning', /CYP2C19 poor metabolizer/]],
  ),
  situation(
    'TPMT *3A in two copies',
    [asked('TPMT', '*3A', ['Copies', 2])],
    ['azathioprine 50 mg'],
    [['critical', /TPMT poor metabolizer/]],
  ),
  situation('MT-RNR1 wild type', [asked('MT-RNR1', 'm.1555A>G', ['Zygosity', 'Wild type'])], ['gentamicin 240 mg IV'], [], {
    never: /avoid/,
  }),
];

export const QUESTIONS_IN_PARTS: readonly Situation[] = [...TYPED, ...OTHERS];
