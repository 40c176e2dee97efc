/** Several results of one gene, phenotypes in words, G6PD by sex and zygosity, states of the order, inhibitors past and present. */
import { coded, born, dosed, infarction, line, ordered, RXNORM, situation, statement, takes, type Situation } from './situation.ts';
import { loinc } from '../../reading/resources.ts';

type Cards = Situation['cards'];
const CODEINE = ['codeine 30 mg'];
const CAPECITABINE = ['capecitabine 500 mg'];
const POOR: Cards = [['warning', /CYP2D6 poor metabolizer: avoid codeine/]];
const undated = { issued: undefined, effectiveDateTime: undefined };

const SEVERAL: readonly Situation[] = [
  situation(
    'CYP2C19 *1/*2 of 2015 and *1/*1 of 2024',
    [
      line('CYP2C19', '*1/*2', { issued: '2015-01-01T00:00:00Z' }),
      line('CYP2C19', '*1/*1', { issued: '2024-01-01T00:00:00Z' }),
      infarction(),
    ],
    ['clopidogrel 75 mg'],
    [['warning|info', /CYP2C19 results disagree/]],
  ),
  situation(
    'an undated result that says the same',
    [line('CYP2C19', '*2/*2', undated), line('CYP2C19', '*2/*2'), infarction()],
    ['clopidogrel 75 mg'],
    [['warning', /poor metabolizer: avoid clopidogrel/]],
  ),
  situation('an undated result alone counts', [line('DPYD', 'Reference/c.1905+1G>A (*2A)', undated)], CAPECITABINE, [
    ['warning', /dose to 50 %/],
  ]),
  situation('two results against one', [line('CYP2D6', '*4/*4'), line('CYP2D6', '*4/*4'), line('CYP2D6', '*1/*1')], CODEINE, [
    ['warning|info', /CYP2D6 results disagree/],
  ]),
  situation(
    'one DPYD variant absent, another heterozygous',
    [line('DPYD c.1905+1G>A', 'Not detected'), line('DPYD c.2846A>T', 'Heterozygous')],
    CAPECITABINE,
    [['warning', /DPYD intermediate metabolizer.*50 %/]],
  ),
  situation(
    'the four DPYD variants absent one by one',
    ['c.1905+1G>A', 'c.1679T>G', 'c.2846A>T', 'c.1129-5923C>G'].map((change) => line(`DPYD ${change}`, 'Not detected')),
    CAPECITABINE,
    [],
  ),
  situation(
    'DPYD HapB3 in one copy',
    [line('DPYD', 'Reference/c.1129-5923C>G, c.1236G>A (HapB3)')],
    ['fluorouracil 400 mg/m2 iv'],
    [['warning', /DPYD intermediate metabolizer.*50 %/]],
  ),
  situation('DPYD *2A/*13', [line('DPYD', '*2A/*13')], CAPECITABINE, [['critical', /DPYD poor metabolizer/]]),
];

const simvastatin = [ordered('simvastatin 40 mg', dosed(40, 'mg'))];
const WORDS: readonly (readonly [gene: string, value: string, orders: Parameters<typeof situation>[2], cards: Cards])[] = [
  ['CYP2D6', 'UM', CODEINE, [['critical', /CYP2D6 ultrarapid/]]],
  ['CYP2C19', 'Ultra-Rapid Metabolizer', ['escitalopram 10 mg'], [['warning', /CYP2C19 ultrarapid/]]],
  ['CYP2C19 phenotype', 'Hypermetabolizer', ['escitalopram 10 mg'], [['info', /could not be interpreted/]]],
  ['SLCO1B1', 'Reduced transporter function', simvastatin, [['warning', /SLCO1B1 decreased/]]],
  ['SLCO1B1 phenotype', 'Intermediate function', simvastatin, [['warning', /SLCO1B1 decreased/]]],
  ['SLCO1B1 phenotype', 'Low function', simvastatin, [['warning', /SLCO1B1 poor/]]],
  ['CYP3A5', 'Non-expressor', ['tacrolimus 1 mg'], []],
  ['CYP3A5 status', 'CYP3A5 nonexpresser', ['tacrolimus 1 mg'], []],
  ['CYP2C9', 'Patient is a poor metaboliser of CYP2C9 substrates', ['phenytoin 100 mg'], [['warning', /CYP2C9 poor/]]],
  ['CYP2D6 phenotype', 'Reduced metabolizer', CODEINE, [['info', /could not be interpreted/]]],
  ['CYP2D6 phenotype', 'Normal (Extensive) Metabolizer', CODEINE, []],
  ['CYP2D6 phenotype', 'Normal Metabolizer; ultrarapid not excluded', CODEINE, [['info', /CYP2D6/]]],
  ['CYP2D6', 'Intermediate Metabolizer, Activity score: 0.5', [ordered('nortriptyline 75 mg', dosed(75, 'mg'))], [['warning', /75 %/]]],
];

const MAN = born('1980-01-01', 'male');
const WOMAN = born('1980-01-01', 'female');
const MEDITERRANEAN = 'Mediterranean, Dallas, Panama, Sassari, Cagliari, Birmingham';
const g6pd = (
  name: string,
  who: ReturnType<typeof born>,
  value: string,
  drug: string,
  cards: Cards,
  ...more: ReturnType<typeof line>[]
): Situation => situation(`G6PD, ${name}`, [who, line('G6PD genotype', value), ...more], [drug], cards);
const G6PD: readonly Situation[] = [
  g6pd('A- in a man, its two changes with a slash', MAN, 'A- (202A/376G)', 'rasburicase', [['critical', /G6PD deficient/]]),
  g6pd('one of two copies in a woman', WOMAN, 'B/A- 202A_376G', 'rasburicase', [['info|warning', /G6PD variable/]]),
  g6pd('both copies in a woman', WOMAN, 'Mediterranean/Mediterranean', 'pegloticase', [['critical', /G6PD deficient/]]),
  g6pd('one copy in a woman, activity measured normal', WOMAN, `B/${MEDITERRANEAN}`, 'rasburicase', [], line('G6PD activity', 'Normal')),
  g6pd('sex not recorded', { resourceType: 'Patient', id: 'p1', birthDate: '1980-01-01' }, 'A- 202A_376G', 'rasburicase', [
    ['critical|warning|info', /G6PD/],
  ]),
  g6pd('two different copies in a man', MAN, 'B/A- 202A_376G', 'rasburicase', [['critical|warning|info', /G6PD/]]),
  g6pd('mosaic', WOMAN, 'c.563C>T, mosaic 30%', 'rasburicase', [['critical|warning|info', /G6PD/]]),
  g6pd('the reference in a man', MAN, 'B (reference)', 'rasburicase', []),
  g6pd('deficient man, nitrofurantoin: optional', MAN, MEDITERRANEAN, 'nitrofurantoin 100 mg', []),
];

const state = (name: string, more: Parameters<typeof ordered>[1], cards: Cards): Situation =>
  situation(`codeine order ${name}, CYP2D6 poor`, [line('CYP2D6', '*4/*4')], [ordered('codeine 30 mg', more)], cards);
const weight = {
  resourceType: 'Observation',
  id: 'weight70',
  status: 'final',
  code: loinc('29463-7', 'Body weight'),
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2026-11-01',
  valueQuantity: { value: 70, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
};
const azathioprine = (mg: number) => [ordered('azathioprine 50 mg tablet', dosed(mg, 'mg'))];
const TPMT_ONE = [line('TPMT', '*1/*3A'), line('NUDT15', '*1/*1')];
const ORDERS: readonly Situation[] = [
  state('that says not to give it', { doNotPerform: true }, []),
  ...['cancelled', 'stopped', 'completed', 'entered-in-error'].map((status) => state(status, { status }, [])),
  ...['proposal', 'plan', 'instance-order'].map((intent) => state(`as ${intent}`, { intent }, POOR)),
  situation('azathioprine 25 mg at 70 kg is low already', [weight, ...TPMT_ONE], azathioprine(25), []),
  situation('azathioprine 150 mg at 70 kg is not', [weight, ...TPMT_ONE], azathioprine(150), [['warning', /TPMT intermediate/]]),
];

const NORMAL = line('CYP2D6', '*1/*1');
const ended = (drug: string, end: string) => statement(drug, { status: 'completed', effectivePeriod: { start: '2025-01-01', end } });
const AVOID: Cards = [['warning', /codeine/]];
const beside = (name: string, chart: Situation['chart'], orders: Parameters<typeof situation>[2], cards: Cards): Situation =>
  situation(`inhibitors: ${name}`, chart, orders, cards);
const INHIBITORS: readonly Situation[] = [
  beside('bupropion in a combination', [NORMAL, takes('bupropion 90 mg / naltrexone 8 mg extended release')], CODEINE, AVOID),
  beside(
    'fluoxetine with olanzapine',
    [NORMAL, takes('olanzapine 6 mg / fluoxetine 25 mg')],
    ['tamoxifen 20 mg'],
    [['warning', /tamoxifen/]],
  ),
  beside('ritonavir for five days is weak', [NORMAL, takes('Paxlovid')], CODEINE, []),
  beside(
    'terbinafine by mouth',
    [NORMAL, takes('terbinafine 250 mg tablet')],
    [ordered('nortriptyline 75 mg', dosed(75, 'mg'))],
    [['warning', /nortriptyline/]],
  ),
  beside('Lamisil by mouth', [NORMAL, takes('Lamisil 250 mg Tabletten')], CODEINE, AVOID),
  beside('Lamisil cream', [NORMAL, takes('Lamisil Creme 1 %')], CODEINE, []),
  beside('cinacalcet, half of one active copy', [line('CYP2D6', '*1/*4'), takes('cinacalcet 30 mg')], CODEINE, []),
  beside(
    'quinidine with dextromethorphan begun beside metoprolol',
    [NORMAL, takes('metoprolol succinate 100 mg')],
    ['dextromethorphan 20 mg / quinidine 10 mg'],
    [['warning|info', /metoprolol/]],
  ),
  beside('paroxetine ended four days ago', [NORMAL, ended('paroxetine 20 mg', '2026-11-17')], CODEINE, []),
  beside('fluoxetine ended thirty days ago', [NORMAL, ended('fluoxetine 20 mg', '2026-10-22')], CODEINE, AVOID),
  beside('fluoxetine ended forty-two days ago', [NORMAL, ended('fluoxetine 20 mg', '2026-10-10')], CODEINE, []),
  beside('fluoxetine without any genotype', [takes('fluoxetine 20 mg')], CODEINE, []),
  beside('sertraline is weak', [NORMAL, takes('sertraline 100 mg')], CODEINE, []),
  beside(
    'fluvoxamine beside clopidogrel, CYP2C19 normal',
    [line('CYP2C19', '*1/*1'), takes('fluvoxamine 100 mg'), infarction()],
    ['clopidogrel 75 mg'],
    [],
  ),
];

const NDC = 'http://hl7.org/fhir/sid/ndc';
const CODES: readonly Situation[] = [
  situation(
    'an NDC alone is said to be one',
    [line('CYP2D6', '*4/*4')],
    [ordered(coded(NDC, '0406-0484-01'))],
    [['info', /not recognised/]],
    {
      says: /NDC 0406-0484-01[\s\S]*named by a code alone/,
      warns: /named by a code alone \(NDC 0406-0484-01\)/,
    },
  ),
  situation(
    'a SNOMED CT code alone',
    [line('CYP2D6', '*4/*4')],
    [ordered(coded('http://snomed.info/sct', '322280009'))],
    [['info', /not recognised/]],
    {
      says: /SNOMED CT 322280009/,
    },
  ),
  situation(
    'an NDC with its text',
    [line('CYP2D6', '*4/*4')],
    [ordered({ ...coded(NDC, '0406-0484-01'), text: 'Acetaminophen-Codeine 300-30 mg' })],
    POOR,
  ),
  situation(
    'an NDC beside an RxNorm code',
    [line('CYP2D6', '*4/*4')],
    [
      ordered({
        coding: [
          { system: NDC, code: '1' },
          { system: RXNORM, code: '2670' },
        ],
      }),
    ],
    POOR,
  ),
];

export const PHARMACY_DAYS: readonly Situation[] = [
  ...SEVERAL,
  ...WORDS.map(([gene, value, orders, cards]) => situation(`in words: ${gene} ${value}`, [line(gene, value)], orders, cards)),
  ...G6PD,
  ...ORDERS,
  ...INHIBITORS,
  ...CODES,
];
