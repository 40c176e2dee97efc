/** Children, warfarin, allergies, renewals, transplants of the question "must anything change": rows of CPIC asked one by one, silence among them. */
import { allergy, born, dosed, infarction, line, ordered, problem, situation, takes, type Situation } from './situation.ts';

type Cards = Situation['cards'];
type Orders = Parameters<typeof situation>[2];
const of = (drug: string, mg: number) => [ordered(`${drug} ${String(mg)} mg`, dosed(mg, 'mg'))];
const ask = (gene: string, value: string, orders: Orders, cards: Cards, ...chart: Situation['chart']): Situation =>
  situation(
    `${orders.map((order) => (typeof order === 'string' ? order : String((order['medicationCodeableConcept'] as { text?: string }).text))).join(', ')}: ${gene} ${value}${chart.length === 0 ? '' : `, ${chart.map(({ birthDate, code }) => String(birthDate ?? (code as { text?: string } | undefined)?.text ?? 'more')).join(', ')}`}`,
    [...chart, line(gene, value)],
    orders,
    cards,
  );

const CHILD = born('2020-01-01');
const ADULT = born('1970-01-01');
const CODEINE = ['codeine 30 mg'];

const CHILDREN: readonly Situation[] = [
  ask('CYP2D6', '*1/*1x2', CODEINE, [['critical', /codeine/]], CHILD),
  ask('CYP2D6', '*4/*4', CODEINE, [['critical|warning', /codeine/]], CHILD),
  ask('CYP2C19', '*17/*17', ['voriconazole 100 mg'], [['warning', /voriconazole/]], CHILD),
  ask('CYP2C19', '*1/*17', ['voriconazole 100 mg'], [], CHILD),
  ask('CYP2C19', '*2/*2', ['voriconazole 100 mg'], [['warning', /voriconazole/]], CHILD),
  ask('CYP2C19', '*1/*2', ['voriconazole 200 mg'], [], ADULT),
  ask('CYP2C19', '*1/*1', ['voriconazole 200 mg'], [], ADULT),
  // Ultrarapid: usual start, raised after three days; nothing about the order has to change.
  ask('CYP2D6', '*1/*1x2', of('atomoxetine', 40), [], CHILD),
  ask('CYP2D6', '*1/*1', of('atomoxetine', 40), [], CHILD),
  ask('CYP2B6', '*6/*6', of('efavirenz', 600), [['warning', /efavirenz/]], ADULT),
  ask('CYP2B6', '*1/*1', of('efavirenz', 600), [], ADULT),
];

const warfarin = of('warfarin', 5);
const WARFARIN: readonly Situation[] = [
  ask('CYP2C9', '*2/*3', warfarin, [['warning', /CYP2C9 poor metabolizer: lower warfarin dose/]]),
  ask('CYP2C9', '*1/*3', warfarin, [['warning', /CYP2C9 intermediate metabolizer: lower warfarin dose/]]),
  ask('CYP2C9', '*3/*3', of('warfarin', 2), []),
  ask('CYP2C9', '*1/*1', warfarin, []),
  ask('VKORC1 rs9923231', 'T/T', warfarin, [['warning', /VKORC1 -1639 AA: lower warfarin dose/]]),
  ask('VKORC1 rs9923231', 'C/T', warfarin, []),
  ask('CYP2C9', '*3/*3', warfarin, [], takes('warfarin 2 mg', { authoredOn: '2023-01-01' })),
  ask('CYP4F2', '*1/*3', warfarin, []),
  situation('warfarin 5 mg, both genes usual', [line('CYP2C9', '*1/*1'), line('VKORC1 -1639G>A', 'G/G')], warfarin, []),
];

const RECORD: readonly Situation[] = [
  ask('CYP2D6', '*4/*4', CODEINE, [['warning', /CYP2D6 poor metabolizer: avoid codeine/]], allergy('codeine')),
  ask('CYP2D6', '*4/*4', CODEINE, [['warning', /CYP2D6 poor metabolizer: avoid codeine/]], allergy('morphine')),
  ask('CYP2C19', '*1/*2', ['clopidogrel 75 mg'], [['warning', /clopidogrel/]], infarction(), allergy('ticagrelor')),
  ask(
    'CYP2C19',
    '*2/*2',
    ['clopidogrel 75 mg'],
    [['warning', /clopidogrel/]],
    infarction(),
    takes('clopidogrel 75 mg', { authoredOn: '2026-11-16' }),
  ),
  ask('CYP2D6', '*4/*4', CODEINE, [['warning|info', /codeine/]], takes('codeine 30 mg', { authoredOn: '2020-01-01' })),
  ask('CYP2D6', '*4/*4', ['tramadol 50 mg'], [['warning', /tramadol/]], problem('Dependence on renal dialysis')),
  ask('CYP2D6', '*1/*1x2', CODEINE, [['critical', /CYP2D6 ultrarapid/]], problem('Breastfeeding')),
  situation(
    'capecitabine in its fifth cycle, DPYD never tested',
    [takes('capecitabine 500 mg', { authoredOn: '2026-08-01' })],
    ['capecitabine 500 mg'],
    [],
  ),
];

const ROWS: readonly (readonly [gene: string, value: string, orders: Orders, cards: Cards])[] = [
  ['CYP2C19', '*17/*17', of('omeprazole', 20), []],
  ['CYP2C19', '*2/*2', of('omeprazole', 20), []],
  ['CYP2C19', '*17/*17', ['pantoprazole 40 mg'], []],
  ['CYP2C19', '*2/*2', of('citalopram', 40), [['warning', /citalopram/]]],
  ['CYP2C19', '*1/*2', of('citalopram', 20), [['info', /raise citalopram slowly/]]],
  ['CYP2C19', '*1/*17', ['escitalopram 10 mg'], []],
  ['CYP2D6', '*1/*1x2', ['metoprolol succinate 50 mg'], []],
  ['CYP2D6', '*4/*4', ['carvedilol 25 mg'], []],
  ['CYP2D6', '*4/*41', ['tamoxifen 20 mg'], [['warning', /tamoxifen/]]],
  ['CYP2D6', '*1/*1x2', ['tamoxifen 20 mg'], []],
  ['CYP2D6', '*4/*4', ['venlafaxine 75 mg'], []],
  ['CYP2D6', '*1/*1x2', ['paroxetine 20 mg'], [['warning', /paroxetine/]]],
  ['CYP2D6', '*4/*4', ['fluvoxamine 50 mg'], []],
  ['CYP2D6', '*4/*4', of('vortioxetine', 20), [['warning', /vortioxetine/]]],
  ['CYP2C9', '*1/*3', ['celecoxib 200 mg'], [['warning|info', /celecoxib/]]],
  ['CYP2C9', '*1/*2', ['celecoxib 200 mg'], []],
  ['CYP2C9', '*3/*3', ['meloxicam 15 mg'], [['warning', /meloxicam/]]],
  ['CYP2C9', '*3/*3', ['ibuprofen 400 mg'], [['warning', /ibuprofen/]]],
  ['CYP2C9', '*3/*3', ['naproxen 500 mg'], []],
  ['CYP2C9', '*3/*3', ['diclofenac 50 mg'], []],
  ['CYP2C9', '*1/*3', ['piroxicam 20 mg'], [['warning', /piroxicam/]]],
  ['SLCO1B1', '*5/*5', of('pravastatin', 40), []],
  ['SLCO1B1', '*1/*5', of('pitavastatin', 4), [['warning', /pitavastatin/]]],
  ['SLCO1B1', '*5/*5', of('lovastatin', 20), [['warning', /lovastatin/]]],
  ['CYP2C9', '*3/*3', of('fluvastatin', 40), [['warning|info', /fluvastatin/]]],
  ['CFTR', 'G551D/F508del', ['ivacaftor 150 mg'], []],
  ['CFTR', 'F508del/F508del', ['Trikafta'], []],
  ['RYR1', 'No pathogenic variants detected', ['sevoflurane'], []],
  ['RYR1', 'c.1840C>T heterozygous', ['propofol 200 mg'], []],
  ['RYR1', 'c.1840C>T heterozygous', ['rocuronium 50 mg'], []],
  [
    'CYP2D6',
    '*1/*1x2',
    ['codeine 30 mg', 'ondansetron 4 mg'],
    [
      ['critical', /codeine/],
      ['warning', /ondansetron/],
    ],
  ],
  [
    'CYP2D6',
    '*4/*4',
    ['codeine 30 mg', 'tramadol 50 mg'],
    [
      ['warning', /codeine/],
      ['warning', /tramadol/],
    ],
  ],
];

export const USUAL_PRACTICE: readonly Situation[] = [
  ...CHILDREN,
  ...WARFARIN,
  ...RECORD,
  ...ROWS.map(([gene, value, orders, cards]) => ask(gene, value, orders, cards)),
];
