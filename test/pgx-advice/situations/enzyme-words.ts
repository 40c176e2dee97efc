/**
 * TPMT, NUDT15, DPYD and G6PD in the laboratory's other words, and results that are a flag without a value. CPIC thiopurines 2011, table 1, for
 * a genotype; ARUP and British catalogues for the measured enzyme, where "low" means two things.
 */
import { loinc, words } from '../../reading/resources.ts';
import { line, quantity, result, situation, type Situation } from './situation.ts';

const NUDT15_NORMAL = line('NUDT15', '*1/*1');
const AZATHIOPRINE = ['azathioprine 50 mg'];
const POOR = [['critical', /TPMT poor metabolizer: choose a drug other than azathioprine/]] as const;
const INTERMEDIATE = [['warning', /TPMT intermediate metabolizer: lower azathioprine dose to 30–80 %/]] as const;
const BETWEEN = [['warning', /TPMT result not exact: lower azathioprine dose to 30–80 %/]] as const;
const UNREAD = [['info', /TPMT result could not be interpreted: clarify before azathioprine/]] as const;

const tpmt = (name: string, value: string, cards: Situation['cards']): Situation =>
  situation(
    `${name}: ${value}`,
    [line(name, value), NUDT15_NORMAL],
    AZATHIOPRINE,
    cards,
    cards === BETWEEN ? { says: /poor metabolizer another drug/ } : {},
  );

const TPMT: readonly Situation[] = [
  ...['TPMT phenotype', 'TPMT genotype', 'TPMT activity'].flatMap((name) => [
    tpmt(name, 'Deficient', POOR),
    tpmt(name, 'Homozygous deficient', POOR),
    tpmt(name, 'Very low activity', POOR),
    tpmt(name, 'Low or absent', POOR),
    tpmt(name, 'Absent activity', POOR),
    tpmt(name, 'Heterozygous deficient', INTERMEDIATE),
    tpmt(name, 'Heterozygote', INTERMEDIATE),
    tpmt(name, 'Carrier', INTERMEDIATE),
    tpmt(name, 'Partial deficiency', INTERMEDIATE),
    tpmt(name, 'Normal methylator', []),
    tpmt(name, 'High activity', []),
    tpmt(name, 'Homozygous wild type', []),
    // Of a gene it says both copies; of an enzyme's activity nothing.
    tpmt(name, 'Wild type', name === 'TPMT genotype' ? [] : UNREAD),
    tpmt(name, 'Abnormal', UNREAD),
  ]),
  // The two alleles say what "low" means, the enzyme alone does not.
  tpmt('TPMT genotype', 'Phenotype: Low', POOR),
  tpmt('TPMT gene product', 'Low activity', POOR),
  tpmt('TPMT phenotype', 'Low', BETWEEN),
  tpmt('TPMT phenotype', 'Phenotype: Low', BETWEEN),
  tpmt('TPMT phenotype', 'Low (homozygous mutant)', POOR),
  tpmt('TPMT activity', 'Low activity', BETWEEN),
  tpmt('TPMT phenotype', 'TPMT deficiency', BETWEEN),
  tpmt('TPMT phenotype', 'reduced function', UNREAD),
  // Of a genetic test "absent" may be the variant.
  tpmt('TPMT genotype', 'Absent', UNREAD),
  tpmt('TPMT activity', 'Not deficient', UNREAD),
  tpmt('TPMT activity', 'Insufficient sample', UNREAD),
  tpmt('TPMT activity', 'Normal; reference: deficient below 10, carrier 10 to 25', UNREAD),
  tpmt('TPMT activity', 'No TPMT activity', POOR),
  situation('one position of TPMT is no grade', [line('TPMT c.719A>G', 'Normal'), NUDT15_NORMAL], AZATHIOPRINE, [['info', /TPMT/]]),
];

const OTHERS: readonly Situation[] = [
  situation('NUDT15: Homozygous deficient', [line('TPMT', '*1/*1'), line('NUDT15 genotype', 'Homozygous deficient')], AZATHIOPRINE, [
    ['critical', /NUDT15 poor metabolizer: choose a drug other/],
  ]),
  situation(
    'DPYD: partial deficiency',
    [line('DPYD phenotype', 'Partial DPD deficiency')],
    ['capecitabine 500 mg'],
    [['warning', /DPYD intermediate metabolizer: lower capecitabine dose to 50 %/]],
  ),
  situation(
    'DPYD: complete deficiency',
    [line('DPYD phenotype', 'Complete DPD deficiency')],
    ['capecitabine 500 mg'],
    [['critical', /DPYD poor metabolizer: avoid capecitabine/]],
  ),
  situation(
    'DPYD: deficient, to what degree not said',
    [line('DPYD phenotype', 'DPD deficient')],
    ['capecitabine 500 mg'],
    [['critical|warning', /DPYD result not exact/]],
  ),
  situation(
    'G6PD screen: insufficient sample is no normal',
    [line('G6PD screen', 'Insufficient sample')],
    ['rasburicase'],
    [['info', /G6PD/]],
  ),
  situation('G6PD screen: no evidence of deficiency', [line('G6PD screen', 'No evidence of G6PD deficiency')], ['rasburicase'], []),
  situation(
    'G6PD screen: partial deficiency',
    [line('G6PD screen', 'Partial deficiency')],
    ['rasburicase'],
    [['info|warning', /G6PD variable/]],
  ),
  situation('G6PD screen: borderline', [line('G6PD screen', 'Borderline low')], ['rasburicase'], [['info', /G6PD/]]),
];

const flagged = (code: unknown, flag: string) =>
  result(code, {
    interpretation: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code: flag }] }],
  });

const FLAGS: readonly Situation[] = [
  situation(
    '50956-2 with the flag positive and nothing else',
    [flagged(loinc('50956-2'), 'POS')],
    ['abacavir 300 mg'],
    [['critical', /HLA-B\*57:01 positive: do not start abacavir/]],
  ),
  situation('50956-2 with the flag negative and nothing else', [flagged(loinc('50956-2'), 'NEG')], ['abacavir 300 mg'], []),
  ...['A', 'AA', 'H', 'N', 'IND'].map((flag) =>
    situation(
      `57979-7 with the flag ${flag} and nothing else`,
      [flagged(loinc('57979-7'), flag)],
      ['oxcarbazepine 300 mg'],
      [['info', /HLA-B result could not be interpreted/]],
      { warns: new RegExp(`only the flag "${flag}" and no value`) },
    ),
  ),
  ...['A', 'N', 'POS', 'NEG'].map((flag) =>
    situation(
      `a genotype with the flag ${flag} and nothing else`,
      [flagged(words('CYP2D6 genotype'), flag)],
      ['codeine 30 mg'],
      [['info', /CYP2D6 result could not be interpreted: codeine is not checked/]],
    ),
  ),
  situation(
    'a panel that is flagged, its result below it',
    [
      result(words('CYP2D6 genotype'), {
        interpretation: [{ coding: [{ code: 'A' }] }],
        component: [{ code: words('CYP2D6 diplotype'), valueString: '*4/*4' }],
      }),
    ],
    ['codeine 30 mg'],
    [['warning', /CYP2D6 poor metabolizer: avoid codeine/]],
  ),
  situation(
    '50956-2 registered',
    [result(loinc('50956-2'), { status: 'registered' })],
    ['abacavir 300 mg'],
    [['info', /HLA-B\*57:01 result is not final yet: wait for it/]],
  ),
  situation(
    '50956-2 cancelled',
    [result(loinc('50956-2'), { status: 'cancelled' })],
    ['abacavir 300 mg'],
    [['info', /No HLA-B\*57:01 result on file: test before/]],
  ),
  ...['A', 'N', 'H', 'POS'].map((flag) =>
    situation(
      `a G6PD screen with the flag ${flag} and nothing else`,
      [flagged(words('G6PD screen'), flag)],
      ['rasburicase'],
      [['info', /G6PD/]],
    ),
  ),
  situation(
    'a G6PD activity flagged low, its value withheld',
    [flagged(words('G6PD activity'), 'L')],
    ['rasburicase'],
    [['critical', /G6PD deficient/]],
  ),
  ...['registered', 'preliminary'].map((status) =>
    situation(`TPMT activity ${status}`, [result(words('TPMT activity'), { status }), NUDT15_NORMAL], AZATHIOPRINE, [
      ['info', /TPMT result is not final yet: wait for it/],
    ]),
  ),
  situation(
    'G6PD activity preliminary',
    [result(words('G6PD activity'), { status: 'preliminary' })],
    ['rasburicase'],
    [['info', /G6PD result is not final yet: wait for it/]],
  ),
  situation('a number without a class', [quantity('21563-2', 12, 'U/mL'), NUDT15_NORMAL], AZATHIOPRINE, [['info', /TPMT/]]),
];

const JUDGE = [['info', /G6PD activity “[^”]+” on file, not interpreted here: judge it before rasburicase/]] as const;
const DEFICIENT = [['critical', /G6PD deficient: avoid rasburicase/]] as const;

/** The enzyme by other names; where a test asks for the deficiency, "positive" is the deficiency. */
const G6PD_TESTS: readonly Situation[] = (
  [
    ['G6PD deficiency screen', 'Positive', DEFICIENT],
    ['G6PD deficiency screen', 'Negative', []],
    ['Newborn screen: G6PD deficiency', 'Abnormal', DEFICIENT],
    ['Glucose-6-phosphate dehydrogenase activity', 'Decreased', DEFICIENT],
    ['G6PD enzyme assay', 'Deficient', DEFICIENT],
    ['Newborn screen G6PD', 'Screen positive', JUDGE],
    ['G6PD fluorescent spot test', 'No fluorescence', JUDGE],
    ['G6PD enzyme', 'Absent', JUDGE],
    ['G6PDH', '2.0 U/g Hb', [['info', /G6PD activity 2 U\/g Hb on file, not interpreted here: judge it/]]],
  ] as const
).map(([name, value, cards]) => situation(`${name}: ${value}`, [line(name, value)], ['rasburicase'], cards, { never: /No G6PD result/ }));

/** FDA label of irinotecan (2022-01-27) and DPWG ask for the same; *37 is in the one alone. */
const IRINOTECAN: readonly Situation[] = [
  ...['*28/*28', '*6/*28', '*28/*6', '*6/*6', '*80+*28/*28', '(TA)7/(TA)7'].map((genotype) =>
    situation(
      `irinotecan, UGT1A1 ${genotype}`,
      [line('UGT1A1', genotype)],
      ['irinotecan 180 mg/m2'],
      [['warning', /UGT1A1 poor metabolizer: lower irinotecan dose to 70 %/]],
    ),
  ),
  situation('irinotecan, UGT1A1 *28/*37', [line('UGT1A1', '*28/*37')], ['irinotecan 180 mg/m2'], [['info', /UGT1A1 poor metabolizer/]]),
  ...['*1/*6', '*1/*28', '*1/*1'].map((genotype) =>
    situation(`irinotecan, UGT1A1 ${genotype}`, [line('UGT1A1', genotype)], ['irinotecan 180 mg/m2'], []),
  ),
];

export const ENZYME_WORDS: readonly Situation[] = [...TPMT, ...OTHERS, ...FLAGS, ...G6PD_TESTS, ...IRINOTECAN];
