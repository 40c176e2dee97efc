/** Measurements that nobody here can judge, normal as a yardstick, and earlier courses that show no tolerance. */
import type { Resource } from '../../reading/resources.ts';
import { allergy, dosed, line, ordered, problem, quantity, result, situation, type Situation } from './situation.ts';
import { words } from '../../reading/resources.ts';

/** Shown, and never taken for normal: the label of rasburicase asks for this very measurement. */
const SHOWN: readonly (readonly [what: string, chart: Resource, shown: RegExp])[] = [
  ['3 % of normal', line('G6PD activity', '3 % of normal'), /“3 % of normal” on file/],
  ['a share of normal under the bare name', line('G6PD', '45% of the mean normal'), /“45% of the mean normal” on file/],
  ['per cent as a quantity', result(words('G6PD activity'), { valueQuantity: { value: 12, unit: '%' } }), /“12 %” on file/],
  ['no unit', line('G6PD activity', '2.1'), /“2.1” on file/],
  ['a unit with the range behind it', line('G6PD activity', '2.1 U/g Hb (ref 7.0-20.5)'), /“2.1 U\/g Hb \(ref 7.0-20.5\)” on file/],
];

const earlier = (drug: string, more: Resource = {}): Resource => ordered(drug, { status: 'completed', authoredOn: '2019-01-01', ...more });
const ended = { status: 'stopped', dosageInstruction: [], dispenseRequest: { validityPeriod: { end: '2019-01-10' } } };
const HLA = line('HLA-B*15:02', 'Positive');

export const MEASURED: readonly Situation[] = [
  ...SHOWN.flatMap(([what, chart, shown]) =>
    ['rasburicase', 'dapsone 100 mg'].map((drug) =>
      situation(`G6PD ${what}, ${drug}`, [chart], [drug], [['info|warning', shown]], { never: /result on file: test|as usual/ }),
    ),
  ),
  situation('G6PD below normal', [line('G6PD activity', 'below normal')], ['rasburicase'], [['critical', /deficient: avoid rasburicase/]]),
  situation(
    'CYP2C19 30 % of normal is no normal metabolizer',
    [line('CYP2C19', '30% of normal activity')],
    ['clopidogrel'],
    [['info', /could not be interpreted/]],
  ),
  situation('TPMT below normal', [line('TPMT activity', 'Below normal')], ['azathioprine'], [['warning', /azathioprine/]], {
    never: /as usual/,
  }),
  situation(
    'G6PD normal by its flag',
    [quantity('32546-4', 11, 'U/g{Hb}')].map((one) => ({ ...one, interpretation: [words('Normal')] })),
    ['dapsone'],
    [],
  ),
];

const since = (drug: string, day: string): Resource => ordered(drug, { status: 'active', authoredOn: day });
const genotype = (gene: string, value: string): Resource => line(gene, value);

/** A starting dose of CPIC's is for the beginning; six years on levels the dose of tacrolimus is not doubled by a genotype. */
export const IN_USE: readonly Situation[] = [
  situation(
    'tacrolimus for six years, CYP3A5 expresser',
    [genotype('CYP3A5', '*1/*1'), since('tacrolimus', '2020-01-05')],
    ['tacrolimus'],
    [['info', /tacrolimus taken for months: go by levels and effect before a change/]],
  ),
  situation(
    'tacrolimus begun last week',
    [genotype('CYP3A5', '*1/*1'), since('tacrolimus', '2026-11-12')],
    ['tacrolimus'],
    [['warning', /raise tacrolimus dose/]],
  ),
  situation(
    'metoprolol for years',
    [genotype('CYP2D6', '*4/*4'), since('metoprolol 50 mg', '2018-01-05')],
    ['metoprolol 50 mg'],
    [['info', /metoprolol taken for months: ask whether it is tolerated/]],
  ),
  situation(
    'efavirenz for years',
    [genotype('CYP2B6', '*6/*6'), since('efavirenz', '2015-01-05')],
    ['efavirenz'],
    [['info', /efavirenz taken for months/]],
  ),
  situation(
    'metoprolol for years, paroxetine is new',
    [genotype('CYP2D6', '*1/*4'), since('metoprolol 50 mg', '2018-01-05')],
    ['paroxetine 20 mg'],
    [['warning|info', /paroxetine blocks CYP2D6: metoprolol/]],
    { never: /taken for months/ },
  ),
  situation(
    'simvastatin for eleven years, SLCO1B1 poor function: may be gone on with',
    [genotype('SLCO1B1', '*5/*5'), since('simvastatin 20 mg', '2015-06-01')],
    ['simvastatin 20 mg'],
    [['info', /simvastatin taken for months: ask whether it is tolerated/]],
    { says: /without muscle symptoms over a year/ },
  ),
  situation(
    'simvastatin for six months',
    [genotype('SLCO1B1', '*5/*5'), since('simvastatin 20 mg', '2026-05-20')],
    ['simvastatin 20 mg'],
    [['warning', /choose a drug other than simvastatin/]],
  ),
  situation(
    'citalopram 20 mg for years, CYP2C19 poor: no more than the label allows',
    [genotype('CYP2C19', '*2/*2'), ordered('citalopram 20 mg', { status: 'active', authoredOn: '2022-03-01', ...dosed(20, 'mg') })],
    [ordered('citalopram 20 mg', dosed(20, 'mg'))],
    [['info', /citalopram taken for months/]],
  ),
  situation(
    'citalopram 40 mg for years, CYP2C19 poor: above what the label allows',
    [genotype('CYP2C19', '*2/*2'), ordered('citalopram 40 mg', { status: 'active', authoredOn: '2022-03-01', ...dosed(40, 'mg') })],
    [ordered('citalopram 40 mg', dosed(40, 'mg'))],
    [['warning', /a drug other than citalopram/]],
  ),
  situation(
    'aripiprazole for years, CYP2D6 poor: not halved at a renewal',
    [genotype('CYP2D6', '*4/*4'), since('aripiprazole 10 mg', '2022-03-01')],
    ['aripiprazole 10 mg'],
    [['info', /aripiprazole taken for months/]],
  ),
  situation(
    'tramadol as needed for years, CYP2D6 poor: the patient knows whether it helps',
    [
      genotype('CYP2D6', '*4/*4'),
      ordered('tramadol 50 mg', {
        status: 'active',
        authoredOn: '2022-03-01',
        dosageInstruction: [{ text: 'as needed', asNeededBoolean: true }],
      }),
    ],
    ['tramadol 50 mg'],
    [['info', /tramadol taken for months: ask whether it relieves the pain/]],
  ),
  situation(
    'codeine for years, CYP2D6 ultrarapid: as loud as ever',
    [genotype('CYP2D6', '*1/*2x2'), since('codeine 30 mg', '2022-03-01')],
    ['codeine 30 mg'],
    [['critical', /avoid codeine/]],
  ),
  situation(
    'clopidogrel for years, CYP2C19 poor: as loud as ever',
    [genotype('CYP2C19', '*2/*2'), since('clopidogrel 75 mg', '2022-03-01')],
    ['clopidogrel 75 mg'],
    [['warning', /clopidogrel/]],
    { never: /taken for months/ },
  ),
  situation(
    'azathioprine for years, TPMT intermediate: as loud as ever',
    [genotype('TPMT', '*1/*3A'), since('azathioprine', '2017-01-05')],
    ['azathioprine'],
    [['warning', /lower azathioprine dose/]],
    { says: /on the list since 2017|on the list since 5 Jan 2017/ },
  ),
];

/** CPIC 2017 (carbamazepine) and 2020 (phenytoin): cautious use only after more than three months without a skin reaction. */
export const EARLIER_COURSES: readonly Situation[] = [
  ...['carbamazepine', 'oxcarbazepine', 'phenytoin'].map((drug) =>
    situation(
      `HLA-B*15:02 positive, ${drug} once, years ago, of unknown length`,
      [HLA, earlier(drug)],
      [drug],
      [['critical', new RegExp(`HLA-B\\*15:02 positive: do not start ${drug}`)]],
    ),
  ),
  ...[
    { text: 'as needed', asNeededBoolean: true },
    { text: '1 tablet prn' },
    { asNeededCodeableConcept: words('pain'), doseAndRate: [{ doseQuantity: { value: 200, unit: 'mg' } }] },
  ].flatMap((dosage, index) =>
    ['carbamazepine', 'allopurinol'].map((drug) =>
      situation(
        `${drug} for years, but only as needed (${String(index + 1)})`,
        [HLA, line('HLA-B*58:01', 'Positive'), ordered(drug, { status: 'active', authoredOn: '2022-01-01', dosageInstruction: [dosage] })],
        [drug],
        [['critical', new RegExp(`do not start ${drug}`)]],
      ),
    ),
  ),
  situation(
    'allopurinol of one supply four years ago that nobody closed',
    [
      line('HLA-B*58:01', 'Positive'),
      ordered('allopurinol', {
        status: 'active',
        authoredOn: '2022-01-01',
        dispenseRequest: { expectedSupplyDuration: { value: 30, unit: 'd', code: 'd', system: 'http://unitsofmeasure.org' } },
      }),
    ],
    ['allopurinol'],
    [['critical', /do not start allopurinol/]],
  ),
  situation(
    'HLA-A*31:01 positive, carbamazepine once',
    [line('HLA-A*31:01', 'Positive'), earlier('carbamazepine')],
    ['carbamazepine'],
    [['critical', /do not start carbamazepine/]],
  ),
  situation(
    'HLA-B*15:02 positive, stopped for a rash',
    [HLA, earlier('carbamazepine', { ...ended, statusReason: words('Rash') })],
    ['carbamazepine'],
    [['critical', /do not start carbamazepine/]],
  ),
  situation(
    'HLA-B*15:02 positive, years of use and an allergy since',
    [
      HLA,
      earlier('carbamazepine', { dispenseRequest: { validityPeriod: { start: '2019-01-01', end: '2022-01-01' } } }),
      allergy('carbamazepine', { reaction: [{ manifestation: [{ text: 'Stevens-Johnson syndrome' }] }] }),
    ],
    ['carbamazepine'],
    [['critical', /do not start carbamazepine/]],
  ),
  situation(
    'HLA-B*15:02 positive, years of use and a severe skin reaction of no named drug',
    [HLA, earlier('carbamazepine'), problem('Stevens-Johnson syndrome due to drug')],
    ['carbamazepine'],
    [['critical', /do not start carbamazepine/]],
  ),
];
