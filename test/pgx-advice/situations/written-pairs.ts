/** One genotype in many hands' writing, answers by code, boolean and number, and an enzyme measured beside its genotype. */
import { words } from '../../reading/resources.ts';
import { coded, genotypeOf, infarction, line, result, situation, type Situation } from './situation.ts';

type Cards = Situation['cards'];
const POOR: Cards = [['warning', /poor metabolizer: avoid clopidogrel/]];
const INTERMEDIATE: Cards = [['warning', /intermediate metabolizer: avoid clopidogrel/]];
const UNREAD: Cards = [['info', /could not be interpreted/]];
const OPEN: Cards = [['warning|info', /CYP2C19/]];

const PAIRS: readonly (readonly [cards: Cards, values: string])[] = [
  [POOR, '*2*2 | *2 *2 | *2 / *2 | *02/*02 | *2 HOM | homozygous *2 | Homozygous for *2 | *2/*2 homozygous'],
  [
    INTERMEDIATE,
    'wt/*2 | *1/*2A | *1/*2 [c.681G>A] | Intermediate Metabolizer (*1/*2) | *1/*2 (Intermediate Metabolizer) | CYP2C19*1/CYP2C19*2 | CYP2C19*1/*2; | ＊1/＊2 | *1/ *2 | ' +
      '* 1/* 2 | *1-*2 | *1 and *2 | *1, *2 | *1 *2 | Positive for *2 (heterozygous) | *1/*2 detected | Genotype: *1/*2 | *1/*2 - reduced function | *1/*2 (see comment) | ' +
      '*1/*2 Intermediate metaboliser; consider alternative to clopidogrel',
  ],
  [[], 'wt/wt | *17/*17 UM'],
  [UNREAD, '2/2 | *1/*2 *'],
  [OPEN, '*2/? | *1/*2 or *17/*17 | not *2/*2'],
];

const HLA: readonly Situation[] = [
  ...['10828004', '260373001', '52101004'].map((code) => [code, true] as const),
  ...['260385009', '260415000', '2667000'].map((code) => [code, false] as const),
].map(([code, present]) =>
  situation(
    `HLA-B*57:01 answered by SNOMED CT ${code}`,
    [result(words('HLA-B*57:01'), { valueCodeableConcept: coded('http://snomed.info/sct', code) })],
    ['abacavir 300 mg'],
    present ? [['critical', /HLA-B\*57:01/]] : [],
  ),
);
const ANSWERS: readonly Situation[] = [
  situation('HLA-B*57:01 answered by false', [result(words('HLA-B*57:01'), { valueBoolean: false })], ['abacavir 300 mg'], []),
  situation(
    'HLA-B*57:01, one copy as a number',
    [result(words('HLA-B*57:01 copies'), { valueInteger: 1 })],
    ['abacavir 300 mg'],
    [['critical', /HLA-B\*57:01/]],
  ),
  situation('HLA-B*57:01, no copy as a number', [result(words('HLA-B*57:01 copies'), { valueInteger: 0 })], ['abacavir 300 mg'], []),
  ...(
    [
      ['0', [['critical', /avoid/]]],
      ['0.5', [['critical|warning', /avoid capecitabine|DPYD poor/]]],
      ['1', [['warning', /50 %/]]],
      ['2.0', []],
    ] as const
  ).map(([score, cards]) => situation(`DPYD score ${score}`, [line('DPYD activity score', score)], ['capecitabine 500 mg'], cards)),
  situation(
    'a component without value beside one that has it',
    [
      result(words('PGx panel'), {
        component: [
          { code: words('CYP2C19 genotype'), dataAbsentReason: { text: 'quantity not sufficient' } },
          { code: words('CYP2D6 genotype'), valueString: '*4/*4' },
        ],
      }),
      infarction(),
    ],
    ['codeine 30 mg', 'clopidogrel 75 mg'],
    [
      ['warning', /codeine/],
      ['info', /CYP2C19/],
    ],
  ),
];

const NUDT15 = line('NUDT15', '*1/*1');
const beside = (name: string, chart: Situation['chart'], cards: Cards): Situation =>
  situation(name, [...chart, NUDT15], ['azathioprine 50 mg'], cards);
const ENZYME: readonly Situation[] = [
  // Rarer alleles than those tested, or the reverse: a transfusion. Neither result may win in silence.
  beside(
    'TPMT *1/*1 with a low activity',
    [line('TPMT genotype', '*1/*1'), line('TPMT activity', 'Low')],
    [['warning|info', /TPMT results disagree/]],
  ),
  beside(
    'TPMT *3A/*3A with a normal activity',
    [line('TPMT genotype', '*3A/*3A'), line('TPMT activity', 'Normal')],
    [['warning|info', /TPMT results disagree/]],
  ),
  beside(
    'TPMT *1/*3A with a low activity agree',
    [line('TPMT genotype', '*1/*3A'), line('TPMT activity', 'Low')],
    [['warning', /TPMT intermediate metabolizer: lower azathioprine/]],
  ),
  beside(
    'TPMT *1/*3A with a low phenotype agree',
    [line('TPMT genotype', '*1/*3A'), line('TPMT phenotype', 'Low activity')],
    [['warning', /TPMT intermediate metabolizer: lower azathioprine/]],
  ),
  beside('TPMT genotype whose value is the grade', [genotypeOf('HGNC:12014', 'TPMT', 'Low activity')], [['critical', /TPMT poor/]]),
];

export const WRITTEN_PAIRS: readonly Situation[] = [
  ...PAIRS.flatMap(([cards, values]) =>
    values
      .split(' | ')
      .map((value) =>
        situation(`CYP2C19 ${value}, after an infarction`, [line('CYP2C19 genotype', value), infarction()], ['clopidogrel 75 mg'], cards),
      ),
  ),
  ...HLA,
  ...ANSWERS,
  ...ENZYME,
  // PharmCAT: changes of one copy in brackets, of which the lowest activity counts (CPIC).
  situation('DPYD changes of one copy, normal', [line('DPYD', '[c.498G>A + c.2582A>G]/Reference')], ['capecitabine 500 mg'], [], {
    genes: { DPYD: 'Normal Metabolizer' },
  }),
  ...['[c.498G>A + c.2582A>G]/c.2846A>T', '[c.85T>C (*9A) + c.1905+1G>A (*2A)]/Reference'].map((pair) =>
    situation(`DPYD ${pair}`, [line('DPYD', pair)], ['capecitabine 500 mg'], [['warning', /DPYD intermediate metabolizer/]]),
  ),
  situation(
    'DPYD with a copy that is not named',
    [line('DPYD', '[c.498G>A + c.2582A>G]/unknown')],
    ['capecitabine 500 mg'],
    [['info', /DPYD result could not be interpreted/]],
  ),
  ...['Reference/c.1905+1G>A (*2A)', '*1/*2A'].map((pair) =>
    situation(
      `in lines under their labels: DPYD ${pair}`,
      [line('PGx result', `GENE: DPYD\nGENOTYPE: ${pair}\nPHENOTYPE: Intermediate Metabolizer\nINTERPRETATION: See report.`)],
      ['capecitabine 500 mg'],
      [['warning', /DPYD intermediate metabolizer: lower capecitabine dose to 50 %/]],
    ),
  ),
  situation(
    'RYR1 by its whole grade',
    [line('Genomic indicator', 'RYR1 Malignant Hyperthermia Susceptibility')],
    ['sevoflurane'],
    [['critical', /RYR1 malignant hyperthermia susceptibility/]],
  ),
  situation(
    'RYR1 by a name without a value',
    [result(words('RYR1 Malignant Hyperthermia Susceptibility'), {})],
    ['sevoflurane'],
    [['info', /RYR1 result could not be interpreted/]],
  ),
];
