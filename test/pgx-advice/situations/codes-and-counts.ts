/** Results as codes, counts of copies, other languages and twin positions: plain to a reader, and long not read. Every patient is made up. */
import { coded, has, INTERPRETATION, loinc, reported, variantOf, words } from '../../third-party/shapes.ts';
import { line, result, situation, type Situation } from './situation.ts';
import type { Resource } from '../../reading/resources.ts';

type Cards = Situation['cards'];
const row = (test: string, value: string, order: string, cards: Cards): Situation =>
  situation(`${test}: ${value} (${order})`, [line(test, value)], [order], cards);
const byCode = (test: string, code: string, order: string, cards: Cards, flag?: string): Situation =>
  situation(
    `${test}: ${code}${flag === undefined ? '' : `, flag ${flag}`}`,
    [
      result(words(test), {
        valueCodeableConcept: coded(INTERPRETATION, code),
        ...(flag === undefined ? {} : { interpretation: [coded(INTERPRETATION, flag)] }),
      }),
    ],
    [order],
    cards,
  );

const B5701 = 'HLA-B*57:01';
const FORBIDDEN: Cards = [['critical', /HLA-B\\?\*57:01 positive: do not start abacavir/]];
const UNREAD: Cards = [['info', /could not be interpreted/]];
const CODES: readonly Situation[] = [
  byCode(B5701, 'POS', 'abacavir 300 mg', FORBIDDEN),
  byCode(B5701, 'DET', 'abacavir 300 mg', FORBIDDEN),
  byCode(B5701, 'NEG', 'abacavir 300 mg', []),
  byCode(B5701, 'ND', 'abacavir 300 mg', []),
  byCode(B5701, 'IND', 'abacavir 300 mg', UNREAD),
  byCode(B5701, 'NEG', 'abacavir 300 mg', UNREAD, 'POS'),
  byCode('DPYD c.1905+1G>A', 'ND', 'fluorouracil 500 mg', UNREAD),
  ...[
    ['DPYD c.1905+1G>A', 'LA6706-1', 'fluorouracil 500 mg', /DPYD intermediate metabolizer: lower fluorouracil/] as const,
    ['CYP2C19*2', 'LA6705-3', 'clopidogrel 75 mg', /CYP2C19 poor metabolizer: avoid clopidogrel/] as const,
  ].map(([test, code, order, summary]) =>
    situation(
      `${test}: ${code} without words`,
      [result(words(test), { valueCodeableConcept: loinc(code) })],
      [order],
      [['warning', summary]],
    ),
  ),
  situation(
    '"ND" of another system is no answer',
    [result(words(B5701), { valueCodeableConcept: coded('http://lab.example/codes', 'ND') })],
    ['abacavir 300 mg'],
    UNREAD,
  ),
];

const POOR: Cards = [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]];
const CORE = [line('CYP2C19 rs4986893', '0/0'), line('CYP2C19 rs12248560', '0/0')];
const at37 = (ref: string, alt: string): Resource =>
  variantOf([
    has('48018-6', coded('http://www.genenames.org/geneId', 'HGNC:2638', 'CYP3A5')),
    has('81255-2', coded('http://www.ncbi.nlm.nih.gov/projects/SNP', 'rs776746')),
    has('69547-8', ref),
    has('69551-0', alt),
    has('53034-5', loinc('LA6705-3', 'Homozygous')),
  ]);
const COUNTS: readonly Situation[] = [
  row('CYP2C19 rs4244285', '1/1', 'clopidogrel 75 mg', POOR),
  row('CYP2C19 rs4244285', '1|1', 'clopidogrel 75 mg', POOR),
  row('CYP2C19 rs4244285', 'alt/alt', 'clopidogrel 75 mg', POOR),
  situation('all core positions of CYP2C19 as numbers', [line('CYP2C19 rs4244285', '1/1'), ...CORE], ['clopidogrel 75 mg'], POOR),
  row('DPYD c.1905+1G>A', 'mut/mut', 'fluorouracil 500 mg', [['critical', /DPYD poor metabolizer: avoid fluorouracil/]]),
  row('CYP2C19 rs4244285', '1/2', 'clopidogrel 75 mg', UNREAD),
  // The numbers may be the two copies *1.
  row('CYP2C19*2', '1/1', 'clopidogrel 75 mg', UNREAD),
  // GRCh37 has CYP3A5*3 as its reference, GRCh38 *1: only two different copies mean the same in both.
  row('CYP3A5 rs776746', '0/0', 'tacrolimus 5 mg', UNREAD),
  row('CYP3A5 rs776746', '1/1', 'tacrolimus 5 mg', UNREAD),
  row('CYP3A5 rs776746', '0/1', 'tacrolimus 5 mg', [['warning', /CYP3A5.*raise tacrolimus/]]),
  situation('CYP3A5 C>T twice, counted on GRCh37, is the working allele', [at37('C', 'T')], ['tacrolimus 5 mg'], UNREAD),
  situation('CYP3A5 T>C twice, counted on GRCh38, is *3', [at37('T', 'C')], ['tacrolimus 5 mg'], [], {
    genes: { CYP3A5: 'Poor Metabolizer' },
  }),
];

const SENSITIVE: Cards = [['info', /VKORC1 -1639 AA: lower warfarin dose/]];
const TWINS: readonly Situation[] = [
  row('VKORC1 1173C>T', 'T/T', 'warfarin 5 mg', SENSITIVE),
  row('VKORC1 rs9934438', 'A/A', 'warfarin 5 mg', SENSITIVE),
  row('VKORC1 c.173+1000C>T', 'homozygous', 'warfarin 5 mg', SENSITIVE),
  situation('what was tested itself leads', [line('VKORC1 rs9934438', 'A/A'), line('VKORC1 -1639G>A', 'G/G')], ['warfarin 5 mg'], [], {
    genes: { VKORC1: '-1639 GG' },
  }),
];

const HALF: Cards = [['warning', /DPYD intermediate metabolizer: lower fluorouracil dose to 50 %/]];
const RAISED: Cards = [['warning', /CYP3A5.*raise tacrolimus dose to 150–200 %/]];
const OTHER_WORDS: readonly Situation[] = [
  row('DPYD Aktivitätsscore', '1,0', 'fluorouracil 500 mg', HALF),
  row('Puntuación de actividad DPYD', '1,0', 'fluorouracil 500 mg', HALF),
  row('Phénotype DPD', 'Déficit partiel', 'fluorouracil 500 mg', [['warning', /DPYD/]]),
  row('DPYD phenotype', 'Déficit complet', 'fluorouracil 500 mg', [['critical', /DPYD poor metabolizer: avoid fluorouracil/]]),
  row("Score d'activité CYP2D6", '0', 'codeine 30 mg', [['warning', /CYP2D6 poor metabolizer/]]),
  row('HLA-B*57:01', 'Se detecta', 'abacavir 300 mg', FORBIDDEN),
  row('HLA-B*57:01', 'No se detecta', 'abacavir 300 mg', []),
  row('NUDT15 コドン139', 'Cys/Cys', 'azathioprine 50 mg', [['critical', /NUDT15 poor metabolizer/]]),
  row('NUDT15遺伝子多型', 'Arg/Cys', 'azathioprine 50 mg', [['warning', /NUDT15/]]),
  row('NUDT15遺伝子多型', 'Arg/Arg', 'azathioprine 50 mg', [['info', /NUDT15/]]),
  row('UGT1A1*28', 'ホモ接合', 'irinotecan 180 mg', [['warning', /UGT1A1 poor metabolizer/]]),
  row('CYP2C19 metabolizer status', 'POOR METAB', 'clopidogrel 75 mg', POOR),
  row('CYP3A5', 'Expressor', 'tacrolimus 5 mg', RAISED),
  row('CYP3A5', 'Not an expresser', 'tacrolimus 5 mg', UNREAD),
];

const PANEL = 'PGx summary';
const LISTS: readonly Situation[] = [
  row(PANEL, 'CYP2C19 *2/*2~CYP2D6 *1/*1', 'clopidogrel 75 mg', POOR),
  row(PANEL, 'CYP2C19: *2/*2 | CYP2D6: *1/*1', 'clopidogrel 75 mg', POOR),
  row(PANEL, 'G6PD deficient; NAT2 slow acetylator', 'rasburicase 10 mg', [['critical', /G6PD deficient: avoid rasburicase/]]),
  // A word that nobody here knows stands in a list: its gene is on file.
  row(PANEL, 'CYP3A5 high expression; TPMT NM', 'tacrolimus 5 mg', UNREAD),
  row(PANEL, 'CYP2C19 NM; CYP2D6 by long-range PCR', 'codeine 30 mg', []),
  row(PANEL, 'CYP2C19: Pending', 'clopidogrel 75 mg', []),
  situation(
    'a conclusion in one line',
    reported(words('Pharmacogenomics'), [], { conclusion: 'CYP2C19 *2/*2 PM | CYP2D6 *1/*1 NM | HLA-B*58:01 POSITIVE' }),
    ['clopidogrel 75 mg'],
    POOR,
  ),
  situation(
    'a program’s names of its fields',
    [
      result(words('Diplotype call'), {
        component: [
          has(words('gene'), 'DPYD'),
          has(words('label'), 'c.1905+1G>A (*2A)/Reference'),
          has(words('phenotypes'), 'Intermediate Metabolizer'),
          has(words('activityScore'), '1.0'),
        ],
      }),
    ],
    ['fluorouracil 500 mg'],
    HALF,
  ),
];

/** Where no result of the gene would be said, a test that failed is not said either. */
const NOTHING_ASKED: readonly Situation[] = [
  row('CYP2C19', 'No call', 'omeprazole 20 mg', []),
  row('CYP2D6', 'No call', 'venlafaxine 75 mg', []),
  row('CYP2C19', 'No call', 'clopidogrel 75 mg', UNREAD),
  row('CYP2D6', 'No call', 'codeine 30 mg', UNREAD),
];

export const CODES_AND_COUNTS: readonly Situation[] = [...CODES, ...COUNTS, ...TWINS, ...OTHER_WORDS, ...LISTS, ...NOTHING_ASKED];
