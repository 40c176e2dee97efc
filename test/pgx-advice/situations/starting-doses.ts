/** Amounts to start with: by weight in children, a least amount, and what they say of an order. */
import { quantity, born, dosed, line, ordered, situation, takes, type Situation } from './situation.ts';

const POOR = line('CYP2D6', '*4/*4');
const CHILD = born('2016-04-02');
const weighs = (kg: number) => ({ ...quantity('29463-7', kg, 'kg'), effectiveDateTime: '2026-11-01' });
const SLOW = line('NAT2', '*4/*5');

export const STARTING_DOSES: readonly Situation[] = [
  situation(
    'atomoxetine 80 mg in a child of 32 kg, CYP2D6 poor: five times the start',
    [CHILD, weighs(32), POOR],
    [ordered('atomoxetine 80 mg capsule', dosed(80, 'mg'))],
    [['warning', /start atomoxetine with 16 mg a day/]],
    { says: /0\.5 mg\/kg at 32 kg\); the order is 2\.5 mg\/kg a day, so find out whether it is taken already/ },
  ),
  situation(
    'atomoxetine 25 mg in a child of 32 kg, CYP2D6 poor',
    [CHILD, weighs(32), POOR],
    [ordered('atomoxetine 25 mg capsule', dosed(25, 'mg'))],
    [['warning', /lower atomoxetine to 16 mg a day/]],
  ),
  situation(
    'atomoxetine 10 mg in a child of 32 kg, CYP2D6 poor: within the start',
    [CHILD, weighs(32), POOR],
    [ordered('atomoxetine 10 mg capsule', dosed(10, 'mg'))],
    [],
  ),
  situation(
    'atomoxetine in a child whose weight is not known',
    [CHILD, POOR],
    [ordered('atomoxetine 25 mg capsule', dosed(25, 'mg'))],
    [['info', /start atomoxetine with 0\.5 mg\/kg a day, raise it slowly/]],
  ),
  situation(
    'hydralazine, NAT2 intermediate, no dose in the order: a least start, and nothing is raised',
    [SLOW],
    ['hydralazine 25 mg tablet'],
    [['info', /start hydralazine with 75 mg a day or more/]],
    { never: /raise hydralazine dose/ },
  ),
  situation(
    'hydralazine 25 mg three times a day, NAT2 intermediate',
    [SLOW],
    [ordered('hydralazine 25 mg tablet', dosed(25, 'mg', 3))],
    [],
  ),
  situation(
    'hydralazine 10 mg three times a day for years, NAT2 intermediate',
    [SLOW, takes('hydralazine 10 mg tablet', { authoredOn: '2020-01-01', ...dosed(10, 'mg', 3) })],
    [ordered('hydralazine 10 mg tablet', dosed(10, 'mg', 3))],
    [],
  ),
  situation('hydralazine 10 mg into a vein, NAT2 intermediate', [SLOW], [ordered('hydralazine 20 mg/mL injection', dosed(10, 'mg'))], []),
  situation(
    'tetrabenazine 75 mg every other day, CYP2D6 poor: a limit of a day is one of the day of intake',
    [POOR],
    [ordered('tetrabenazine 25 mg tablet', { dosageInstruction: [{ text: 'Take 75 mg every other day' }] })],
    [['warning', /lower tetrabenazine to at most 50 mg a day/]],
    { says: /75 mg on each day of intake/ },
  ),
  situation(
    'atorvastatin 40 mg every other day, SLCO1B1 poor: the mean counts',
    [line('SLCO1B1', '*5/*5')],
    [ordered('atorvastatin 40 mg tablet', { dosageInstruction: [{ text: 'Take 40 mg every other day' }] })],
    [],
  ),
  situation(
    'capecitabine 625 mg/m2 twice a day, one DPYD copy: the half is asked about, not halved again',
    [line('DPYD', '*1/*2A')],
    [ordered('capecitabine 500 mg tablet', dosed(625, 'mg/m2', 2))],
    [['warning', /check that the ordered capecitabine is reduced already to 50 % of the usual/]],
    { never: /312\.5/ },
  ),
  ...['Mon-Fri with radiation', 'with concurrent RT', 'on days of radiotherapy'].map((words) =>
    situation(
      `capecitabine 625 mg/m2 twice a day ${words}: a lower dose is the full one there`,
      [line('DPYD', '*1/*2A')],
      [
        ordered('capecitabine 500 mg tablet', {
          dosageInstruction: [
            {
              text: words,
              timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
              doseAndRate: [{ doseQuantity: { value: 625, unit: 'mg/m2', system: 'http://unitsofmeasure.org', code: 'mg/m2' } }],
            },
          ],
        }),
      ],
      [['warning', /lower capecitabine dose to 50 %/]],
    ),
  ),
  situation(
    'a liquid stays a liquid',
    [line('SLCO1B1', '*5/*5')],
    [ordered('atorvastatin 4 MG/ML Oral Suspension', dosed(40, 'mg'))],
    [['warning', /lower atorvastatin to 20 mg/]],
    { never: /Tablet/ },
  ),
  situation(
    'bupropion is new, metoprolol taken for years: not begun again',
    [line('CYP2D6', '*1/*1'), takes('metoprolol 100 mg tablet', { authoredOn: '2020-01-01' })],
    ['bupropion 100 mg tablet'],
    [['warning', /bupropion blocks CYP2D6: metoprolol/]],
    { says: /Metoprolol is taken already: choose a drug other than bupropion/ },
  ),
  situation(
    'tetrabenazine 75 mg a day, CYP2D6 not tested: its label asks for the test above 50 mg',
    [],
    [ordered('tetrabenazine 25 mg tablet', dosed(25, 'mg', 3))],
    [['info', /No CYP2D6 result on file: test before tetrabenazine/]],
    { says: /before more than 50 mg of tetrabenazine a day/ },
  ),
  situation(
    'tetrabenazine 75 mg a day after 50 mg for months, not tested',
    [takes('tetrabenazine 25 mg tablet', dosed(25, 'mg', 2))],
    [ordered('tetrabenazine 25 mg tablet', dosed(25, 'mg', 3))],
    [['info', /No CYP2D6 result on file: test before tetrabenazine/]],
  ),
  situation('tetrabenazine 50 mg a day, not tested', [], [ordered('tetrabenazine 25 mg tablet', dosed(25, 'mg', 2))], []),
  situation(
    'tetrabenazine 75 mg a day renewed, not tested',
    [takes('tetrabenazine 25 mg tablet', dosed(25, 'mg', 3))],
    [ordered('tetrabenazine 25 mg tablet', dosed(25, 'mg', 3))],
    [],
  ),
];
