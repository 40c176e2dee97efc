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
    { says: /0\.5 mg\/kg at 32 kg\); ordered are 2\.5 mg\/kg a day, so find out whether it is taken already/ },
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
];
