/** Two drugs that have run together for months, of which one is renewed; and what is new beside one that is taken. */
import type { Resource } from '../../reading/resources.ts';
import { dosed, infarction, line, ordered, situation, type Situation } from './situation.ts';

const NORMAL = line('CYP2D6 genotype', '*1/*1');
const since = (drug: string, day: string): Resource => ordered(drug, { status: 'active', authoredOn: day });

const supplied = (value: number): Resource => ({
  dispenseRequest: { expectedSupplyDuration: { value, unit: 'd', system: 'http://unitsofmeasure.org', code: 'd' } },
});

/** Every order of a series is one of its own, all completed but the last, as records hold renewals. */
function series(drug: string, days: readonly string[], last = 'active', more: Resource = {}): Resource[] {
  return days.map((authoredOn, index) => ordered(drug, { status: index === days.length - 1 ? last : 'completed', authoredOn, ...more }));
}

const QUARTERS = ['2025-11-20', '2026-02-18', '2026-05-19', '2026-08-18', '2026-11-01'];
const B1502 = [line('HLA-B*15:02', 'Positive'), line('HLA-A*31:01', 'Negative')];
const NOT_STARTED: Situation['cards'] = [['critical', /HLA-B\*15:02 positive: do not start carbamazepine/]];

/** Orders that follow each other are one course, from the first to the last; a gap ends it. */
export const SERIES: readonly Situation[] = [
  situation(
    'carbamazepine every three months, supply stated',
    [...B1502, ...series('carbamazepine 200 mg', QUARTERS, 'active', supplied(90))],
    ['carbamazepine 200 mg'],
    [],
  ),
  situation(
    'carbamazepine every three months, no supply stated',
    [...B1502, ...series('carbamazepine 200 mg', QUARTERS)],
    ['carbamazepine 200 mg'],
    [],
  ),
  situation(
    'carbamazepine every three months, the last order completed',
    [...B1502, ...series('carbamazepine 200 mg', QUARTERS, 'completed')],
    ['carbamazepine 200 mg'],
    [],
  ),
  situation(
    'one refill of thirty days with two repeats, then the next',
    [
      ...B1502,
      ...series('carbamazepine 200 mg', ['2026-06-01', '2026-09-05', '2026-11-05'], 'active', {
        dispenseRequest: { numberOfRepeatsAllowed: 2, expectedSupplyDuration: { value: 30, code: 'd' } },
      }),
    ],
    ['carbamazepine 200 mg'],
    [],
  ),
  situation(
    'two short orders far apart',
    [...B1502, ...series('carbamazepine 200 mg', ['2025-02-01', '2026-05-01'], 'completed', supplied(10))],
    ['carbamazepine 200 mg'],
    NOT_STARTED,
  ),
  situation(
    'a second order after four weeks',
    [...B1502, ...series('carbamazepine 200 mg', ['2026-10-01', '2026-10-29'], 'active', supplied(30))],
    ['carbamazepine 200 mg'],
    [['critical', /do not continue carbamazepine, taken since 1 Oct 2026/]],
  ),
  situation(
    'one old order alone, its supply long',
    [...B1502, ...series('carbamazepine 200 mg', ['2026-06-01'], 'completed', supplied(360))],
    ['carbamazepine 200 mg'],
    NOT_STARTED,
  ),
  situation(
    'a series that was stopped for a rash',
    [...B1502, ...series('carbamazepine 200 mg', QUARTERS, 'stopped', { statusReason: { text: 'Rash' } })],
    ['carbamazepine 200 mg'],
    NOT_STARTED,
  ),
  situation(
    'fosphenytoin after months of phenytoin',
    [line('HLA-B*15:02', 'Positive'), line('CYP2C9', '*1/*1'), ...series('phenytoin 100 mg', QUARTERS)],
    ['fosphenytoin'],
    [],
  ),
  situation(
    'tacrolimus refilled for a year',
    [line('CYP3A5', '*1/*1'), ...series('tacrolimus 1 mg', QUARTERS, 'active', supplied(90))],
    ['tacrolimus 1 mg'],
    [['info', /taken for months: go by levels/]],
  ),
  situation(
    'abacavir refilled for a year, never tested, all orders completed',
    series('abacavir 300 mg', QUARTERS, 'completed'),
    ['abacavir 300 mg'],
    [],
  ),
  situation(
    'abacavir begun again after a year',
    series('abacavir 300 mg', ['2025-02-01', '2025-05-01', '2025-08-01'], 'completed', supplied(90)),
    ['abacavir 300 mg'],
    [['info|warning', /test before abacavir is begun again/]],
  ),
];

const once = (drug: string, day: string, more: Resource = {}): Resource => ordered(drug, { status: 'active', authoredOn: day, ...more });

/** A drug that is taken when the result arrives; an old order that proves nothing; a dose far above the one taken. */
export const TAKEN: readonly Situation[] = [
  situation(
    'carbamazepine begun again after years',
    [...B1502, ...series('carbamazepine 200 mg', ['2020-01-10', '2020-04-10', '2020-07-10', '2020-10-10'], 'completed', supplied(90))],
    ['carbamazepine 200 mg'],
    [['info', /HLA-B\*15:02 positive, and an earlier course of carbamazepine of more than 3 months/]],
  ),
  situation(
    'clopidogrel renewed: what replaces it leaves the old order in force',
    [line('CYP2C19', '*2/*2'), infarction(), once('clopidogrel 75 mg', '2026-11-16')],
    ['clopidogrel 75 mg'],
    [['warning', /avoid clopidogrel/]],
    { says: /the clopidogrel in use has to be ended as well/ },
  ),
  situation(
    'carbamazepine for five weeks',
    [...B1502, once('carbamazepine 200 mg', '2026-10-16')],
    ['carbamazepine 200 mg'],
    [['critical', /HLA-B\*15:02 positive: do not continue carbamazepine, taken since 16 Oct 2026/]],
    { never: /do not start/i },
  ),
  situation(
    'capecitabine for three days, DPYD poor',
    [line('DPYD', '*2A/*2A'), once('capecitabine 500 mg', '2026-11-18')],
    ['capecitabine 500 mg'],
    [['critical', /do not continue capecitabine, taken since 18 Nov 2026/]],
  ),
  situation(
    'an order of years ago for thirty days that nobody closed',
    [...B1502, once('carbamazepine 200 mg', '2022-01-01', supplied(30))],
    ['carbamazepine 200 mg'],
    NOT_STARTED,
  ),
  situation(
    'carbamazepine as needed',
    [...B1502, once('carbamazepine 200 mg', '2022-01-01', { dosageInstruction: [{ text: '1 tablet as needed', asNeededBoolean: true }] })],
    ['carbamazepine 200 mg'],
    NOT_STARTED,
  ),
  situation(
    'atorvastatin 10 mg for years, now 80 mg',
    [line('SLCO1B1', '*5/*5'), once('atorvastatin 10 mg oral tablet', '2020-01-01', dosed(10, 'mg'))],
    [ordered('atorvastatin 80 mg oral tablet', dosed(80, 'mg'))],
    [['warning', /lower atorvastatin to 20 mg/]],
    { says: /So far 10 mg of atorvastatin a day are on the list/ },
  ),
  situation(
    'atorvastatin 40 mg for years, renewed',
    [line('SLCO1B1', '*5/*5'), once('atorvastatin 40 mg oral tablet', '2020-01-01', dosed(40, 'mg'))],
    [ordered('atorvastatin 40 mg oral tablet', dosed(40, 'mg'))],
    [['info', /taken for months/]],
  ),
  situation(
    'warfarin 1 mg for years, now 10 mg',
    [line('CYP2C9', '*3/*3'), line('VKORC1', '-1639 AA'), once('warfarin 1 mg oral tablet', '2022-03-01', dosed(1, 'mg'))],
    [ordered('warfarin 10 mg oral tablet', dosed(10, 'mg'))],
    [['info|warning', /warfarin/]],
  ),
];

export const RENEWALS: readonly Situation[] = [
  situation(
    'fluoxetine renewed beside metoprolol',
    [NORMAL, since('fluoxetine 20 mg', '2020-01-05'), since('metoprolol 50 mg', '2020-01-05')],
    ['fluoxetine 20 mg'],
    [],
  ),
  situation(
    'paroxetine renewed beside tamoxifen',
    [NORMAL, since('paroxetine 20 mg', '2024-01-05'), since('tamoxifen 20 mg', '2024-01-05')],
    ['paroxetine 20 mg'],
    [],
  ),
  situation(
    'metoprolol renewed beside fluoxetine',
    [NORMAL, since('fluoxetine 20 mg', '2020-01-05'), since('metoprolol 50 mg', '2020-01-05')],
    ['metoprolol 50 mg'],
    [['info', /with fluoxetine, but metoprolol taken for months: ask whether it is tolerated/]],
  ),
  situation(
    'fluoxetine begun beside metoprolol',
    [NORMAL, since('metoprolol 50 mg', '2020-01-05')],
    ['fluoxetine 20 mg'],
    [['warning', /fluoxetine blocks CYP2D6: metoprolol, already on the list, then needs a lower dose/]],
  ),
  situation(
    'metoprolol renewed, fluoxetine since last week',
    [NORMAL, since('fluoxetine 20 mg', '2026-11-12'), since('metoprolol 50 mg', '2020-01-05')],
    ['metoprolol 50 mg'],
    [['warning', /with fluoxetine: lower metoprolol dose/]],
  ),
  situation(
    'another inhibitor begun beside the same drug',
    [NORMAL, since('fluoxetine 20 mg', '2020-01-05'), since('metoprolol 50 mg', '2020-01-05')],
    ['paroxetine 20 mg'],
    [['info|warning', /metoprolol|paroxetine/]],
  ),
];
