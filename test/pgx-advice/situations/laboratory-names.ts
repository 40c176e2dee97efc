/**
 * One line of a laboratory each: copy numbers and hybrids, suballeles and rarer stars, positions by rsID, HLA in every notation. Functions as in
 * CPIC's tables (PharmCAT 3.1.1, 2025-11), branches as in CPIC and DPWG.
 */
import { dosed, infarction, line, ordered, situation, type Situation } from './situation.ts';

type Row = readonly [test: string, value: string, order: string, level: string, summary: RegExp];

/** `silent`: usual dosing is advised. */
const silent = (test: string, value: string, order: string): Situation =>
  situation(`${test} ${value}, ${order}: silent`, chart(test, value, order), [order], []);
const said = ([test, value, order, level, summary]: Row): Situation =>
  situation(`${test} ${value}, ${order}`, chart(test, value, order), [order], [[level, summary]]);

function chart(test: string, value: string, order: string) {
  return [line(test, value), ...(/clopidogrel/.test(order) ? [infarction()] : [])];
}

const CODEINE = 'codeine 30 mg tablet';
const CLOPIDOGREL = 'clopidogrel 75 mg tablet';

const COPIES: readonly Situation[] = [
  ...['*1/*36+*10', '*13+*2/*1', '*4xN/*41', '*1/*4x2', '*1/*5 (CNV=1)', '*2A/*2A'].map((value) => silent('CYP2D6', value, CODEINE)),
  ...['*68+*4/*4', '*4+*68/*5', '*4.021+*68/*5', '*4xN/*4', '*114/*4', 'Homozygous gene deletion (*5/*5)', '*4/*4;AS=0', '*4|*4'].map(
    (value) => said(['CYP2D6', value, CODEINE, 'warning', /CYP2D6 poor metabolizer: avoid codeine/]),
  ),
  ...['*1x≥3/*4', '*1/*2 DUP', '*1/*2x2'].map((value) =>
    said(['CYP2D6', value, CODEINE, 'critical', /ultrarapid metabolizer: avoid codeine/]),
  ),
  said(['CYP2D6', '*36x2+*10/*4', 'tamoxifen 20 mg', 'warning', /CYP2D6 intermediate metabolizer.*tamoxifen/]),
  ...['*4/*180', 'Unknown/Unknown', 'No Result', '[*1]+[*1x2]'].map((value) => said(['CYP2D6', value, CODEINE, 'info', /CYP2D6/])),
];

const STARS: readonly Situation[] = [
  ...['*35/*2', '*4A/*4B', '*2.001/*3.001', '*1/*37'].map((value) => said(['CYP2C19', value, CLOPIDOGREL, 'warning', /avoid clopidogrel/])),
  silent('CYP2C19', '*38/*38', CLOPIDOGREL),
  said(['CYP2C19', '*1/*42', CLOPIDOGREL, 'info', /CYP2C19/]),
  said(['CYP2C9', '*8/*11', 'celecoxib 200 mg', 'warning', /celecoxib/]),
  said(['CYP2B6', '*18/*18', 'efavirenz 600 mg', 'warning', /start efavirenz with 200–400 mg a day/]),
  said(['SLCO1B1', '*5/*15', 'simvastatin 40 mg', 'warning', /simvastatin/]),
  silent('SLCO1B1', '*14/*20', 'simvastatin 40 mg'),
  said(['UGT1A1', '*6/*28', 'atazanavir 300 mg', 'warning', /a drug other than atazanavir/]),
  silent('UGT1A1', '*28/*36', 'atazanavir 300 mg'),
  silent('CYP3A5', '*6/*7', 'tacrolimus 1 mg capsule'),
  said(['CYP3A4', '*22/*22', 'quetiapine 300 mg', 'warning|info', /quetiapine/]),
];

const POSITIONS: readonly Situation[] = [
  ...['C/T', 'G/A'].map((value) => said(['DPYD rs3918290', value, 'capecitabine 500 mg', 'warning', /capecitabine/])),
  said(['DPYD rs67376798', 'T/A', 'capecitabine 500 mg', 'warning', /capecitabine/]),
  said(['DPYD rs75017182', 'G/C', 'capecitabine 500 mg', 'warning', /capecitabine/]),
  said(['DPYD', 'c.557A>G heterozygous', 'capecitabine 500 mg', 'warning', /capecitabine/]),
  said(['rs4149056', 'C;C', 'simvastatin 40 mg', 'warning', /simvastatin/]),
  said(['SLCO1B1', 'Val174Ala homozygous', 'simvastatin 40 mg', 'warning', /simvastatin/]),
  said(['CYP2C19 rs4986893', 'A/A', CLOPIDOGREL, 'warning', /avoid clopidogrel/]),
  said(['12S rRNA A1555G mutation', 'Detected', 'amikacin 500 mg IV', 'critical', /amikacin/]),
  said(['MT-RNR1', 'm.1494C>T', 'tobramycin 300 mg IV', 'critical', /tobramycin/]),
  silent('MT-RNR1', 'm.961T>G', 'gentamicin 240 mg IV'),
  said(['CACNA1S', 'c.3257G>A (p.Arg1086His) heterozygous', 'succinylcholine 100 mg IV', 'critical', /succinylcholine/]),
  said(['RYR1', 'c.1840C>T (p.Arg614Cys), heterozygous', 'sevoflurane inhalation', 'critical', /sevoflurane/]),
  situation(
    'ABCG2 in the name of its protein, both copies',
    [line('ABCG2', 'p.Gln141Lys homozygous')],
    [ordered('rosuvastatin 40 mg', dosed(40, 'mg'))],
    [['warning', /rosuvastatin/]],
  ),
  situation(
    'ABCG2 in the name of its protein, one copy',
    [line('ABCG2', 'c.421C>A heterozygous')],
    [ordered('rosuvastatin 40 mg', dosed(40, 'mg'))],
    [],
  ),
  said(['G6PD', 'A- 202A_376G/B (wildtype)', 'rasburicase 6 mg IV', 'warning|info', /G6PD/]),
  silent('G6PD', 'B (wildtype)/B (wildtype)', 'dapsone 100 mg'),
];

const TYPINGS: readonly Situation[] = [
  ...['HLA-B*5701', 'B*57:01:01', 'HLA-B*57:01:01G', 'HLA-B*57:01P', 'HLA-B*07:02+HLA-B*57:01', 'B*57:01 POS'].map((value) =>
    said(['HLA-B', value, 'abacavir 300 mg', 'critical', /do not start abacavir/]),
  ),
  silent('HLA-B', 'HLA-B*57:02, HLA-B*08:01', 'abacavir 300 mg'),
  said(['HLA-B', 'B*57, B*08', 'abacavir 300 mg', 'info|warning', /57/]),
  said(['HLA-B antigen', 'B57', 'abacavir 300 mg', 'info|warning', /HLA-B/]),
  said(['HLA-B*1502', 'Carrier', 'oxcarbazepine 300 mg', 'critical|warning', /oxcarbazepine/]),
];

export const LABORATORY_NAMES: readonly Situation[] = [...COPIES, ...STARS, ...POSITIONS, ...TYPINGS];
