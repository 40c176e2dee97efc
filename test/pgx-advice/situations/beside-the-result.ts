/** Rows beside a result that are none (coverage, comments, definitions), results under unusual names, and positions that are not the usual one. */
import { observation, words, type Resource } from '../../reading/resources.ts';
import { line, situation, type Situation } from './situation.ts';

type Cards = Situation['cards'];
const row = (name: string, value: string, drug: string, cards: Cards): Situation =>
  situation(`${name}: ${value}`, [line(name, value)], [drug], cards);

const FOUR = 'c.1905+1G>A; c.1679T>G; c.2846A>T; c.1129-5923C>G';
const CAPECITABINE = 'capecitabine 500 mg';
const ABACAVIR = 'abacavir 300 mg';
/** Tested, and no result: not the same as never looked at. */
const TESTED: Cards = [['info', /result could not be interpreted/]];
const NO_HLA: Cards = [['info', /No HLA-B\*57:01 result on file/]];
const POSITIVE: Cards = [['critical', /HLA-B\*57:01 positive: do not start abacavir/]];

/** What was looked for is not what was found. */
const COVERAGE: readonly Situation[] = [
  row('DPYD variants tested', FOUR, CAPECITABINE, TESTED),
  row('DPYD variants covered', FOUR, CAPECITABINE, TESTED),
  ...['DPYD variants analyzed', 'DPYD targeted variants', 'Variants tested (DPYD)', 'DPYD genotyping, variants included'].map((name) =>
    situation(`${name}, beside the result`, [line('DPYD', '*1/*1'), line(name, FOUR)], [CAPECITABINE], [], {
      genes: { DPYD: 'Normal Metabolizer' },
    }),
  ),
  row('HLA alleles tested', 'HLA-B*57:01, HLA-B*58:01', ABACAVIR, NO_HLA),
  row('HLA-B*57:01 test performed', 'Yes', ABACAVIR, NO_HLA),
  row('RYR1 variants tested', 'c.7300G>A, c.1840C>T', 'sevoflurane', TESTED),
  row('SLCO1B1 variant tested', 'c.521T>C', 'simvastatin 40 mg', TESTED),
  row('MT-RNR1 variants tested', 'm.1555A>G, m.1494C>T', 'gentamicin 240 mg iv', TESTED),
  situation(
    'a reference genotype beside the result',
    [line('CYP2D6', '*4/*4'), line('CYP2D6 reference genotype', '*1/*1')],
    ['codeine 30 mg'],
    [['warning', /CYP2D6 poor metabolizer: avoid codeine/]],
  ),
  situation(
    'a definition beside the result',
    [line('CYP2C19', '*1/*1'), line('CYP2C19 Phenotype definition', 'Poor metabolizer: two no function alleles')],
    ['clopidogrel 75 mg'],
    [],
  ),
  // Under such a name an answer is a result all the same.
  row('HLA-B*57:01 tested', 'Positive', ABACAVIR, POSITIVE),
];

/** What results of that kind mean for anybody. */
const COMMENTS: readonly Situation[] = [
  row('HLA-B*57:01 comment', 'A positive result indicates high risk of abacavir hypersensitivity.', ABACAVIR, NO_HLA),
  row('HLA-B*57:01 comment', 'Patients positive for HLA-B*57:01 should not receive abacavir.', ABACAVIR, NO_HLA),
  situation(
    'a comment beside a negative result',
    [line('HLA-B*57:01', 'Negative'), line('HLA-B*57:01 comment', 'A positive result indicates high risk.')],
    [ABACAVIR],
    [],
  ),
  row('CYP2C19 comment', 'Poor metabolizers should avoid clopidogrel.', 'clopidogrel 75 mg', []),
  row('G6PD comment', 'Deficient patients should avoid rasburicase.', 'rasburicase', [['info', /No G6PD result on file/]]),
  row('RYR1 comment', 'Pathogenic variants cause malignant hyperthermia susceptibility', 'sevoflurane', []),
  row('HLA-B*57:01 Interpretation', 'POSITIVE. The HLA-B*57:01 allele was detected. Avoid abacavir.', ABACAVIR, POSITIVE),
  row('HLA-B*57:01 Interpretation', 'Positive for HLA-B*57:01. Negative patients may still react.', ABACAVIR, POSITIVE),
  row(
    'HLA-B*57:01 Interpretation',
    'NEGATIVE. The HLA-B*57:01 allele was not detected. Individuals positive for HLA-B*57:01 are at increased risk.',
    ABACAVIR,
    [],
  ),
  row('HLA-B*57:01 Interpretation', 'POSITIVE. The HLA-B*57:01 allele was not detected.', ABACAVIR, [['info|critical|warning', /HLA-B/]]),
];

const GENTAMICIN = 'gentamicin 240 mg iv';
const DEAF: Cards = [['critical', /MT-RNR1/]];
const UNUSUAL: readonly Situation[] = [
  // The method stands in the name of the result itself.
  ...['CYP2D6 genotype, method: TaqMan', 'CYP2D6 genotype (PCR-based methodology)', 'CYP2D6 genotype (specimen source: buccal)'].map(
    (name) => row(name, '*4/*4', 'codeine 30 mg', [['warning', /CYP2D6 poor metabolizer: avoid codeine/]]),
  ),
  row('HLA-B*57:01, performed by the reference laboratory', 'Positive', ABACAVIR, POSITIVE),
  row('HLA-B*57:01 method', 'PCR-SSP', ABACAVIR, [['info', /HLA-B/]]),
  row('DPYD targeted variant analysis', 'Poor metabolizer', CAPECITABINE, [['critical', /avoid capecitabine/]]),
  row('G6PD 202G>A', 'A', 'rasburicase', [['info', /G6PD/]]),
  row('MT-RNR1', 'm.1555A>G detected, which causes aminoglycoside-induced hearing loss', 'gentamicin 240 mg iv', [
    ['info|critical', /MT-RNR1/],
  ]),
  row('CYP2D6', 'Genotype *4/*4 which is associated with poor metabolism', 'codeine 30 mg', [['warning', /CYP2D6 poor metabolizer/]]),
  row('Genedrive MT-RNR1 ID Kit', 'm.1555A>G detected', GENTAMICIN, DEAF),
  row('Aminoglycoside deafness gene test', 'm.1555A>G positive', GENTAMICIN, DEAF),
  row('Mitochondrial hearing loss panel', 'm.1494C>T detected', GENTAMICIN, DEAF),
  row('xT CDx germline DPYD', 'c.1905+1G>A heterozygous', CAPECITABINE, [['warning', /DPYD intermediate metabolizer/]]),
  row('DPD 5-FU genotype', 'Heterozygous c.1905+1G>A (*2A)', CAPECITABINE, [['warning', /DPYD intermediate metabolizer/]]),
  row('5-FU toxicity panel', 'DPYD *2A heterozygous', CAPECITABINE, [['warning', /DPYD intermediate metabolizer/]]),
  row('Genedrive CYP2C19 ID Kit', 'Loss of function allele detected', 'clopidogrel 75 mg', [
    ['info', /CYP2C19 result could not be interpreted/],
  ]),
  row('TPMT2 Genotype', '*1/*3A', 'azathioprine 50 mg', [['warning', /TPMT intermediate metabolizer/]]),
  ...['2D6', 'P450 2D6', 'CYP450 2D6 genotype'].map((name) =>
    row(name, '*4/*4', 'codeine 30 mg', [['warning', /CYP2D6 poor metabolizer: avoid codeine/]]),
  ),
  row('NUDT15 codon 139', 'Cys/Cys', 'azathioprine 50 mg', [['critical', /NUDT15 poor metabolizer/]]),
  row('NUDT15 codon 139', 'Arg/His', 'azathioprine 50 mg', [['info', /NUDT15/]]),
];

const WARFARIN = 'warfarin 5 mg';
const UNREAD: Cards = [['info', /VKORC1 result could not be interpreted: warfarin is not checked/]];
/** Bases at another position of a gene that is usually tested at one: 3730G>A points the other way. */
const POSITIONS: readonly Situation[] = [
  row('VKORC1 3730G>A', 'A/A', WARFARIN, UNREAD),
  row('VKORC1 1173C>T', 'T/T', WARFARIN, [['info', /VKORC1 -1639 AA: lower warfarin/]]),
  row('VKORC1 c.174-136C>T', 'T/T', WARFARIN, UNREAD),
  ...['VKORC1 -1639G>A', 'VKORC1 (-1639)', 'VKORC1 3673G>A', 'VKORC1'].map((name) =>
    row(name, 'A/A', WARFARIN, [['info', /VKORC1 -1639 AA: lower warfarin dose/]]),
  ),
];

export const BESIDE_THE_RESULT: readonly Situation[] = [...COVERAGE, ...COMMENTS, ...UNUSUAL, ...POSITIONS];

/** The gene stands in the report's or the group's name alone, the rows are called "Genotype" and "Result". */
const report = (name: string, ...rows: readonly string[]): Resource => ({
  resourceType: 'DiagnosticReport',
  id: 'report',
  status: 'final',
  subject: { reference: 'Patient/p1' },
  code: words(name),
  result: rows.map((id) => ({ reference: `Observation/${id}` })),
});
const rowOf = (id: string, name: string, value: string): Resource => observation(id, words(name), { valueString: value });

export const ROWS_OF_A_TEST: readonly Situation[] = [
  situation(
    'genotype and phenotype of a report on DPYD',
    [report('DPYD genotyping', 'g1', 'g2'), rowOf('g1', 'Genotype', '*2A/*13'), rowOf('g2', 'Phenotype', 'Poor metabolizer')],
    [CAPECITABINE],
    [['critical', /DPYD poor metabolizer: avoid capecitabine/]],
  ),
  situation(
    'a result row of a report on one HLA allele',
    [report('HLA-B*57:01 genotyping', 'g1'), rowOf('g1', 'Result', 'Positive')],
    [ABACAVIR],
    POSITIVE,
  ),
  situation(
    'a result row under a group',
    [observation('group', words('CYP2D6 genotype'), { hasMember: [{ reference: 'Observation/g1' }] }), rowOf('g1', 'Result', '*4/*4')],
    ['codeine 30 mg'],
    [['warning', /CYP2D6 poor metabolizer: avoid codeine/]],
  ),
  situation(
    'two tests hold the row: nobody knows whose it is',
    [report('CYP2D6 genotyping', 'g1'), { ...report('CYP2C19 genotyping', 'g1'), id: 'other' }, rowOf('g1', 'Result', '*4/*4')],
    ['codeine 30 mg'],
    [],
  ),
  situation(
    'a row with a name of its own stays what it is',
    [report('CYP2D6 genotyping', 'g1'), rowOf('g1', 'CYP2C19 genotype', '*2/*2')],
    ['codeine 30 mg'],
    [],
  ),
  situation(
    'an answer in a component called Result',
    [observation('o', words('HLA-B*57:01'), { component: [{ code: words('Result'), valueString: 'Positive' }] })],
    [ABACAVIR],
    POSITIVE,
  ),
];
