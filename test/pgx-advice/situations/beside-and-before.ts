/** What is taken beside the ordered drug, what was stopped before, for which disease, and what one click writes. */
import type { Resource } from '../../reading/resources.ts';
import { born, dosed, infarction, line, ordered, problem, quantity, situation, takes, type Situation } from './situation.ts';

const TPMT = [line('TPMT', '*1/*3A'), line('NUDT15', '*1/*1')];
const POOR_TPMT = [line('TPMT', '*3A/*3A'), line('NUDT15', '*1/*1')];
const NORMAL_CYP2D6 = line('CYP2D6 genotype', '*1/*1');
const weight = (kg: number): Resource => quantity('29463-7', kg, 'kg');
const stopped = (drug: string, why: string): Resource =>
  ordered(drug, { status: 'stopped', authoredOn: '2025-03-01', statusReason: { text: why } });

export const BESIDE: readonly Situation[] = [
  situation(
    'a low dose of azathioprine with allopurinol',
    [...TPMT, weight(80), takes('allopurinol 300 mg')],
    [ordered('azathioprine 50 mg', dosed(50, 'mg'))],
    [['warning', /and allopurinol: far less azathioprine/]],
    { says: /a quarter to a third of the dose/ },
  ),
  situation('the same dose without allopurinol', [...TPMT, weight(80)], [ordered('azathioprine 50 mg', dosed(50, 'mg'))], []),
  situation(
    'allopurinol for a patient on azathioprine',
    [...TPMT, takes('azathioprine 50 mg')],
    ['allopurinol 300 mg'],
    [['warning', /with allopurinol far less azathioprine, already on the list/]],
  ),
  situation(
    'allopurinol renewed beside azathioprine',
    [...TPMT, takes('azathioprine 50 mg'), takes('allopurinol 300 mg')],
    ['allopurinol 300 mg'],
    [],
  ),
  situation(
    'azathioprine with allopurinol, TPMT normal',
    [line('TPMT', '*1/*1'), line('NUDT15', '*1/*1'), takes('allopurinol 300 mg')],
    ['azathioprine 50 mg'],
    [],
  ),
  situation(
    'mercaptopurine in Crohn’s disease, TPMT poor',
    [...POOR_TPMT, problem('Crohn’s disease')],
    ['mercaptopurine 50 mg'],
    [['critical', /choose a drug other than mercaptopurine/]],
    { never: /10 %/ },
  ),
  situation(
    'mercaptopurine in Crohn’s disease after a skin cancer',
    [...POOR_TPMT, problem('Crohn’s disease'), problem('Basal cell carcinoma of skin')],
    ['mercaptopurine 50 mg'],
    [['critical', /choose a drug other than mercaptopurine/]],
  ),
  situation('azathioprine with febuxostat', [...TPMT, takes('febuxostat 40 mg')], ['azathioprine 50 mg'], [['warning', /and febuxostat/]], {
    never: /quarter/,
  }),
  situation(
    'azathioprine with allopurinol, TPMT poor',
    [...POOR_TPMT, takes('allopurinol 300 mg')],
    ['azathioprine 50 mg'],
    [['critical', /choose a drug other than azathioprine/]],
    { never: /quarter|Without it/ },
  ),
  situation(
    'siponimod, poor by its phenotype alone',
    [line('CYP2C9 phenotype', 'Poor Metabolizer')],
    ['siponimod 2 mg'],
    [['warning', /avoid siponimod$/]],
  ),
  situation('siponimod, *3/*3', [line('CYP2C9', '*3/*3')], ['siponimod 2 mg'], [['critical', /contraindicated by its label/]]),
  situation(
    'mercaptopurine in leukaemia, TPMT poor',
    [...POOR_TPMT, problem('Acute lymphoblastic leukemia')],
    ['mercaptopurine 50 mg'],
    [['critical', /lower mercaptopurine dose to 10 %/]],
  ),
  situation(
    'mercaptopurine, no disease recorded, TPMT poor',
    POOR_TPMT,
    ['mercaptopurine 50 mg'],
    [['critical', /lower mercaptopurine dose to 10 %/]],
  ),
  situation(
    'azathioprine of less than the usual dose per kilogram',
    [line('TPMT', '*1/*3A'), line('NUDT15', '*1/*3'), weight(70)],
    [ordered('azathioprine 50 mg', dosed(100, 'mg'))],
    [['warning', /lower azathioprine dose to 20–50 %/]],
    { says: /28–70 mg a day at 70 kg/ },
  ),
  situation(
    'voriconazole, poor, with simvastatin',
    [line('CYP2C19', '*2/*2'), takes('simvastatin 40 mg')],
    ['voriconazole 200 mg'],
    [['warning', /voriconazole/]],
    { says: /Not posaconazole: contraindicated with simvastatin/ },
  ),
  situation(
    'voriconazole, poor, with rifampin',
    [line('CYP2C19', '*2/*2'), takes('rifampin 300 mg')],
    ['voriconazole 200 mg'],
    [['warning', /voriconazole/]],
    {
      says: /Not isavuconazole: contraindicated with rifampin/,
    },
  ),
  situation(
    'methylene blue, G6PD deficient',
    [line('G6PD', 'Deficient')],
    ['methylene blue'],
    [['critical', /contraindicated by its label/]],
  ),
  situation(
    'thioridazine, poor by genotype',
    [line('CYP2D6', '*4/*4')],
    ['thioridazine 25 mg'],
    [['critical', /avoid thioridazine, contraindicated by its label/]],
  ),
  situation(
    'thioridazine, poor with paroxetine',
    [line('CYP2D6', '*1/*1'), takes('paroxetine 20 mg')],
    ['thioridazine 25 mg'],
    [['critical', /with paroxetine: avoid thioridazine, contraindicated by its label/]],
  ),
  situation(
    'sertraline for years, poor',
    [line('CYP2C19', '*2/*2'), ordered('sertraline 50 mg', { status: 'active', authoredOn: '2023-01-05' })],
    ['sertraline 50 mg'],
    [['info', /sertraline taken for months/]],
  ),
];

const kilograms = (kg: number, day: string): Resource => ({
  ...quantity('29463-7', kg, 'kg'),
  effectiveDateTime: day,
  issued: `${day}T08:00:00Z`,
});

export const LIMITS: readonly Situation[] = [
  situation(
    'capecitabine of different amounts in the morning and at night',
    [line('DPYD', 'Reference/c.1905+1G>A (*2A)')],
    [
      ordered('capecitabine 500 mg oral tablet', {
        dosageInstruction: [1500, 2000].map((value) => ({
          timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
          doseAndRate: [{ doseQuantity: { value, unit: 'mg', code: 'mg' } }],
        })),
      }),
    ],
    [['warning', /lower capecitabine dose to 50 %/]],
    { says: /1750 mg a day if the ordered 3500 mg a day/ },
  ),
  situation('tegafur, no DPYD function', [line('DPYD', '*2A/*2A')], ['tegafur'], [['critical', /avoid tegafur/]], {
    says: /EMA \(30 April 2020\)/,
  }),
  situation('tegafur, half a function', [line('DPYD', '*2A/c.2846A>T')], ['tegafur'], [['warning', /settle by a further test/]]),
  situation(
    'tacrolimus far above the limit per kilogram',
    [line('CYP3A5', '*1/*1'), kilograms(12, '2026-11-01')],
    [ordered('tacrolimus 1 mg oral capsule', dosed(7, 'mg', 2))],
    [['info', /monitor tacrolimus/]],
    { says: /above 0.3 mg\/kg a day/, never: /raise tacrolimus dose/ },
  ),
  situation(
    'a weight of eleven years ago gives no figure',
    [line('CYP3A5', '*1/*1'), kilograms(12, '2015-01-01')],
    [ordered('tacrolimus 1 mg oral capsule', dosed(7, 'mg', 2))],
    [['warning', /raise tacrolimus/]],
    { never: /1\.8 mg/ },
  ),
];

export const BEFORE: readonly Situation[] = [
  situation(
    'anastrozole stopped for arthralgia',
    [born('1950-01-01'), line('CYP2D6', '*4/*4'), stopped('anastrozole 1 mg', 'Severe arthralgia')],
    ['tamoxifen 20 mg'],
    [['warning', /consider letrozole or exemestane/]],
    { says: /Not anastrozole: stopped before for “Severe arthralgia”/ },
  ),
  situation(
    'ticagrelor stopped for another reason',
    [line('CYP2C19', '*2/*2'), infarction(), stopped('ticagrelor 90 mg', 'Formulary change')],
    ['clopidogrel 75 mg'],
    [['warning', /consider prasugrel or ticagrelor/]],
  ),
];

const until = (text: string, end: string): Resource =>
  ordered(text, {
    status: 'stopped',
    authoredOn: '2026-06-10',
    dosageInstruction: [
      {
        text: '1 tablet daily',
        timing: { repeat: { boundsPeriod: { start: '2026-06-10', end }, frequency: 1, period: 1, periodUnit: 'd' } },
      },
    ],
  });

export const STOPPED: readonly Situation[] = [
  situation(
    'terbinafine until five days ago',
    [NORMAL_CYP2D6, until('terbinafine 250 mg', '2026-11-16')],
    ['codeine sulfate 30 MG Oral Tablet'],
    [['warning', /poor metabolizer with terbinafine: avoid codeine/]],
    { says: /stopped 5 days ago/ },
  ),
  situation(
    'terbinafine until two months ago',
    [NORMAL_CYP2D6, until('terbinafine 250 mg', '2026-09-16')],
    ['codeine sulfate 30 MG Oral Tablet'],
    [],
  ),
  situation(
    'terbinafine cream until five days ago',
    [NORMAL_CYP2D6, until('terbinafine 1 % cream', '2026-11-16')],
    ['codeine sulfate 30 MG Oral Tablet'],
    [],
  ),
  situation(
    'paroxetine until last week',
    [NORMAL_CYP2D6, until('paroxetine 20 mg', '2026-11-14')],
    ['codeine sulfate 30 MG Oral Tablet'],
    [],
  ),
];
