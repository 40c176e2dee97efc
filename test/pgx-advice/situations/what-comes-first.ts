/** What is changed first, what is not offered, and doses of a product of their own. */
import type { Resource } from '../../reading/resources.ts';
import { born, dosed, infarction, line, ordered, problem, quantity, situation, takes, type Situation } from './situation.ts';

const NORMAL = line('CYP2D6 genotype', '*1/*1');
const POOR = line('CYP2D6 genotype', '*4/*4');
const OLDER = born('1950-01-01');
const egfr = (value: number): Resource => quantity('33914-3', value, 'mL/min/{1.73_m2}');
const transplanted: Resource = {
  resourceType: 'Procedure',
  id: 'sct',
  status: 'completed',
  code: { text: 'Allogeneic stem cell transplantation' },
  performedDateTime: '2024-01-10',
  subject: { reference: 'Patient/p1' },
};
const g6pd = (day: string): Resource => line('G6PD', 'Normal', { issued: `${day}T08:00:00Z`, effectiveDateTime: day });

export const FIRST: readonly Situation[] = [
  situation(
    'tamoxifen, normal by genotype, with paroxetine',
    [OLDER, NORMAL, takes('paroxetine 20 mg')],
    ['tamoxifen 20 mg'],
    [['warning', /with paroxetine: replace paroxetine, or else choose a drug other than tamoxifen/]],
  ),
  situation(
    'paroxetine for a patient on tamoxifen',
    [OLDER, NORMAL, takes('tamoxifen 20 mg')],
    ['paroxetine 20 mg'],
    [['warning', /which tamoxifen, already on the list, needs: choose a drug other than paroxetine/]],
  ),
  situation(
    'tamoxifen, poor by genotype, with paroxetine',
    [OLDER, POOR, takes('paroxetine 20 mg')],
    ['tamoxifen 20 mg'],
    [['warning', /choose a drug other than tamoxifen; consider anastrozole/]],
    { never: /replace paroxetine/ },
  ),
  situation(
    'risperidone, ultrarapid',
    [line('CYP2D6', '*1/*2x2')],
    ['risperidone 3 mg'],
    [['info', /consider a drug other than risperidone/]],
    {
      never: /lower dose/,
    },
  ),
  situation('voriconazole, poor', [line('CYP2C19', '*2/*2')], ['voriconazole 200 mg'], [['warning', /voriconazole/]], {
    says: /use a lower dose than usual/,
  }),
  situation(
    'lamotrigine for years, HLA-B*15:02',
    [line('HLA-B*15:02', 'Positive'), ordered('lamotrigine 100 mg', { status: 'active', authoredOn: '2021-02-01' })],
    ['lamotrigine 100 mg'],
    [['info', /lamotrigine taken for months: ask whether it is tolerated/]],
  ),
  situation(
    'lamotrigine begun, HLA-B*15:02',
    [line('HLA-B*15:02', 'Positive')],
    ['lamotrigine 25 mg'],
    [['warning', /do not start lamotrigine/]],
  ),
  situation(
    'codeine, poor, kidneys failing',
    [POOR, egfr(12)],
    ['codeine 30 mg'],
    [['warning', /avoid codeine; consider hydromorphone$/]],
    {
      says: /Not morphine: with eGFR 12 its active metabolites build up/,
    },
  ),
  situation('codeine, poor, kidneys sound', [POOR, egfr(80)], ['codeine 30 mg'], [['warning', /consider morphine or hydromorphone/]], {
    never: /eGFR/,
  }),
  situation(
    'G6PD of before the transplant',
    [g6pd('2020-01-01'), transplanted],
    ['rasburicase'],
    [['info', /G6PD result is from before the stem-cell transplant: clarify before rasburicase/]],
  ),
  situation('G6PD of after the transplant', [g6pd('2025-01-01'), transplanted], ['rasburicase'], []),
  situation('Gilbert syndrome and irinotecan', [problem('Gilbert syndrome')], ['irinotecan'], [['info', /Gilbert/]]),
  situation('no Gilbert syndrome', [problem('Gilbert syndrome ruled out')], ['irinotecan'], []),
];

export const PRODUCTS: readonly Situation[] = [
  situation(
    'aripiprazole depot, poor',
    [POOR],
    [
      ordered('Abilify Maintena 400 mg intramuscular suspension, extended release', {
        dosageInstruction: [
          {
            timing: { repeat: { frequency: 1, period: 1, periodUnit: 'mo' } },
            doseAndRate: [{ doseQuantity: { value: 400, unit: 'mg', code: 'mg' } }],
          },
        ],
      }),
    ],
    [['warning', /lower aripiprazole dose/]],
    { says: /300 mg every month of this long-acting injection instead of 400 mg/, never: /200 mg|50 %/ },
  ),
  situation('aripiprazole tablets, poor', [POOR], [ordered('aripiprazole 10 mg oral tablet', dosed(10, 'mg'))], [['warning', /to 50 %/]]),
  situation('doxepin 6 mg for sleep', [line('CYP2C19', '*2/*2')], ['doxepin 6 MG Oral Tablet'], [['info', /for higher doses/]], {
    says: /are for insomnia/,
  }),
  situation(
    'doxepin 50 mg',
    [line('CYP2C19', '*2/*2')],
    [ordered('doxepin 50 mg oral capsule', dosed(50, 'mg'))],
    [['info|warning', /avoid doxepin/]],
    {
      never: /insomnia/,
    },
  ),
  situation(
    'an inhibitor that is not recognised beside a dose that is raised',
    [line('CYP3A5', '*1/*1'), takes('Xyzzaphen 40 mg tablet')],
    ['tacrolimus 1 mg'],
    [['warning', /raise tacrolimus/]],
    { says: /not recognised and so not checked beside it: Xyzzaphen 40 mg tablet/ },
  ),
  situation(
    'the same beside a replacement',
    [line('CYP2C19', '*2/*2'), infarction(), takes('Xyzzaphen 40 mg tablet')],
    ['clopidogrel 75 mg'],
    [['warning', /avoid clopidogrel/]],
    { says: /not recognised and so not checked beside it: Xyzzaphen/ },
  ),
  situation(
    'the same where nothing is offered',
    [line('CYP2D6', '*4/*4'), takes('Xyzzaphen 40 mg tablet')],
    ['metoprolol 50 mg'],
    [['warning', /metoprolol/]],
    {
      never: /Xyzzaphen/,
    },
  ),
];

const UNREAD_DPYD = line('DPYD', 'see attached report');
const FOUR = [line('CYP2D6', '*1/*2x2'), line('CYP2C19', '*2/*2'), line('TPMT', '*1/*3A'), line('NUDT15', '*1/*1'), UNREAD_DPYD];

/** Beyond the limit of three cards what was not checked is still said. */
export const MANY_ORDERS: readonly Situation[] = [
  situation(
    'an order not checked beside three that warn',
    FOUR,
    ['capecitabine 500 mg', 'codeine 30 mg', 'escitalopram 20 mg', 'azathioprine 50 mg'],
    [
      ['critical', /codeine/],
      ['warning', /escitalopram/],
      ['warning', /azathioprine/],
      ['info', /DPYD result could not be interpreted: capecitabine is not checked/],
    ],
  ),
  situation(
    'two orders not checked beside three that warn',
    [...FOUR, line('HLA-B*57:01', 'see attached report')],
    ['capecitabine 500 mg', 'abacavir', 'codeine 30 mg', 'escitalopram 20 mg', 'azathioprine 50 mg'],
    [
      ['critical', /codeine/],
      ['warning', /escitalopram/],
      ['warning', /azathioprine/],
      ['info', /2 more orders not checked/],
    ],
    { says: /capecitabine is not checked[\s\S]*|abacavir is not checked/ },
  ),
];
