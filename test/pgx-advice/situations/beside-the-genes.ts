/** What stands beside the genes: other drugs, age, weight, pregnancy, kidneys, earlier reactions. */
import {
  allergy,
  born,
  dosed,
  infarction,
  line,
  ordered,
  problem,
  quantity,
  situation,
  statement,
  takes,
  type Situation,
} from './situation.ts';

const D6 = (pair: string) => line('CYP2D6', pair);
const NORMAL = D6('*1/*1');

export const BESIDE_THE_GENES: readonly Situation[] = [
  // inhibitors of CYP2D6, by the rule of the opioid guideline
  ...['fluoxetine 20 mg', 'paroxetine 20 mg', 'bupropion XL 300 mg', 'quinidine 200 mg', 'terbinafine 250 mg tablet'].map((drug) =>
    situation(
      `codeine beside ${drug}: acts as poor`,
      [NORMAL, takes(drug)],
      ['codeine 30 mg'],
      [['warning', /CYP2D6 poor metabolizer with \w+: avoid codeine/]],
    ),
  ),
  situation('terbinafine cream does not inhibit', [NORMAL, takes('terbinafine 1 % cream')], ['codeine 30 mg'], []),
  situation('duloxetine halves the score: 2 becomes 1, intermediate', [NORMAL, takes('duloxetine 60 mg')], ['codeine 30 mg'], []),
  situation('duloxetine beside *1/*4: 1 becomes 0.5', [D6('*1/*4'), takes('duloxetine 60 mg')], ['codeine 30 mg'], [], {
    genes: { CYP2D6: 'Intermediate Metabolizer' },
  }),
  situation(
    'duloxetine beside *1/*1x2: score 1.5, by genotype ultrarapid',
    [D6('*1/*1x2'), takes('duloxetine 60 mg')],
    ['codeine 30 mg'],
    [['info', /ultrarapid/]],
  ),
  situation(
    'paroxetine beside *1/*1x2: acts as poor',
    [D6('*1/*1x2'), takes('paroxetine 20 mg')],
    ['tramadol 50 mg'],
    [['warning', /tramadol/]],
  ),
  situation('sertraline is a weak inhibitor: nothing', [NORMAL, takes('sertraline 50 mg')], ['codeine 30 mg'], []),
  situation(
    'fluoxetine stopped two weeks ago still acts',
    [
      NORMAL,
      takes('fluoxetine 20 mg', {
        status: 'stopped',
        dosageInstruction: [{ timing: { repeat: { boundsPeriod: { start: '2026-01-01', end: '2026-11-07' } } } }],
      }),
    ],
    ['codeine 30 mg'],
    [['warning', /codeine/]],
  ),
  situation('paroxetine not taken', [NORMAL, statement('paroxetine', { status: 'not-taken' })], ['codeine 30 mg'], []),
  situation('paroxetine as an allergy is not taken', [NORMAL, allergy('paroxetine')], ['codeine 30 mg'], []),
  situation(
    'bupropion and codeine in one signing',
    [NORMAL],
    ['bupropion XL 150 mg', 'codeine 30 mg'],
    [['warning', /with bupropion: avoid codeine/]],
  ),
  situation('paroxetine, CYP2D6 not tested: no claim', [takes('paroxetine 20 mg')], ['codeine 30 mg'], []),
  situation(
    'fluoxetine beside tamoxifen, new',
    [NORMAL, takes('tamoxifen 20 mg')],
    ['fluoxetine 20 mg'],
    [['warning', /fluoxetine blocks CYP2D6, which tamoxifen.* needs: choose a drug other than fluoxetine/]],
  ),
  situation('escitalopram instead: weak', [NORMAL, takes('tamoxifen 20 mg')], ['escitalopram 10 mg'], []),
  situation(
    'metoprolol beside paroxetine',
    [NORMAL, takes('paroxetine 20 mg')],
    [ordered('metoprolol tartrate 50 mg', dosed(50, 'mg', 2))],
    [['warning', /with paroxetine.*metoprolol/]],
  ),
  situation(
    'atomoxetine beside bupropion, adult',
    [born('1980-01-01'), NORMAL, takes('bupropion XL 300 mg')],
    [ordered('atomoxetine 80 mg', dosed(80, 'mg'))],
    [['info', /with bupropion.*atomoxetine/]],
  ),
  // other enzymes: named, never turned into a phenotype
  situation(
    'fluconazole beside CYP2C9 *1/*3 and phenytoin',
    [line('CYP2C9', '*1/*3'), takes('fluconazole 200 mg')],
    [ordered('phenytoin 100 mg', dosed(100, 'mg', 3))],
    [['warning', /CYP2C9 intermediate metabolizer: lower phenytoin dose to 75 %/]],
    { says: /fluconazole moderately inhibits CYP2C9/i },
  ),
  situation(
    'omeprazole beside clopidogrel, CYP2C19 normal',
    [line('CYP2C19', '*1/*1'), takes('omeprazole 20 mg'), infarction()],
    ['clopidogrel 75 mg'],
    [],
  ),
  situation(
    'rifampin beside CYP2C19 poor and voriconazole',
    [born('1970-01-01'), line('CYP2C19', '*2/*2'), takes('rifampin 600 mg')],
    ['voriconazole 200 mg'],
    [['warning', /CYP2C19 poor metabolizer.*voriconazole/]],
    { says: /rifampin strongly induces CYP2C19/i },
  ),
  situation(
    'fluvoxamine beside CYP2C19 normal and citalopram: silent',
    [line('CYP2C19', '*1/*1'), takes('fluvoxamine 50 mg')],
    ['citalopram 20 mg'],
    [],
  ),
  // age and weight
  situation('codeine at 10 years, CYP2D6 poor', [born('2016-01-01'), D6('*4/*4')], ['codeine 15 mg'], [['warning', /codeine/]], {
    says: /below 12 years/,
  }),
  situation(
    'tramadol at 10 years, CYP2D6 normal',
    [born('2016-01-01'), NORMAL],
    ['tramadol 50 mg'],
    [['info', /contraindicated below 12 years/]],
  ),
  situation('codeine at 30 years, CYP2D6 normal', [born('1996-01-01'), NORMAL], ['codeine 30 mg'], []),
  situation(
    'efavirenz 600 mg at 70 kg, CYP2B6 intermediate',
    [born('1980-01-01'), line('CYP2B6', '*1/*6'), quantity('29463-7', 70, 'kg')],
    [ordered('efavirenz 600 mg', dosed(600, 'mg'))],
    [['warning', /CYP2B6 intermediate metabolizer.*efavirenz/]],
    { says: /400 mg/ },
  ),
  situation(
    'efavirenz 400 mg, CYP2B6 intermediate: kept to',
    [born('1980-01-01'), line('CYP2B6', '*1/*6'), quantity('29463-7', 70, 'kg')],
    [ordered('efavirenz 400 mg', dosed(400, 'mg'))],
    [],
  ),
  situation(
    'voriconazole, CYP2C19 rapid, adult',
    [born('1980-01-01'), line('CYP2C19', '*1/*17')],
    ['voriconazole 200 mg'],
    [['warning', /CYP2C19 rapid metabolizer.*voriconazole/]],
  ),
  situation(
    'voriconazole, CYP2C19 rapid, age not known: the branch is named',
    [{ resourceType: 'Patient', id: 'p1', gender: 'female' }, line('CYP2C19', '*1/*17')],
    ['voriconazole 200 mg'],
    [['warning', /voriconazole/]],
    {
      says: /adults/,
    },
  ),
  // kidneys and doses
  situation(
    'eliglustat, kidney disease at its end',
    [NORMAL, quantity('33914-3', 10, 'mL/min/{1.73_m2}')],
    ['eliglustat 84 mg'],
    [['info', /eliglustat/]],
  ),
  situation(
    'rosuvastatin 10 mg, ABCG2 poor: within the limit',
    [line('ABCG2 rs2231142', 'T/T')],
    [ordered('rosuvastatin 10 mg', dosed(10, 'mg'))],
    [],
  ),
  situation(
    'atorvastatin 20 mg, SLCO1B1 poor: within the limit',
    [line('SLCO1B1', '*5/*5')],
    [ordered('atorvastatin 20 mg', dosed(20, 'mg'))],
    [],
  ),
  situation(
    'atorvastatin 40 mg, SLCO1B1 poor',
    [line('SLCO1B1', '*5/*5')],
    [ordered('atorvastatin 40 mg', dosed(40, 'mg'))],
    [['warning', /SLCO1B1 poor function: lower atorvastatin to 20 mg/]],
  ),
  situation(
    'simvastatin 10 mg, SLCO1B1 poor: another statin all the same',
    [line('SLCO1B1', '*5/*5')],
    [ordered('simvastatin 10 mg', dosed(10, 'mg'))],
    [['warning', /simvastatin/]],
  ),
  situation('vortioxetine 5 mg, CYP2D6 poor: kept to', [D6('*4/*4')], [ordered('vortioxetine 5 mg', dosed(5, 'mg'))], []),
  situation(
    'siponimod 2 mg, CYP2C9 *1/*3',
    [line('CYP2C9', '*1/*3')],
    [ordered('siponimod 2 mg', dosed(2, 'mg'))],
    [['warning', /CYP2C9.*siponimod/]],
  ),
  // the gene's figure is not the whole where the kidney's limit is lower; by itself that limit is no card of these genes
  situation(
    'rosuvastatin, SLCO1B1 poor, eGFR 20',
    [line('SLCO1B1', '*5/*5'), quantity('98979-8', 20, 'mL/min/{1.73_m2}')],
    ['rosuvastatin 40 mg'],
    [['warning', /rosuvastatin/]],
    { says: /goes to 10 mg at most/ },
  ),
  situation(
    'rosuvastatin, SLCO1B1 poor, eGFR 90',
    [line('SLCO1B1', '*5/*5'), quantity('98979-8', 90, 'mL/min/{1.73_m2}')],
    ['rosuvastatin 40 mg'],
    [['warning', /rosuvastatin/]],
    { never: /10 mg at most/ },
  ),
  situation(
    'rosuvastatin, SLCO1B1 normal, eGFR 20',
    [line('SLCO1B1', '*1/*1'), quantity('98979-8', 20, 'mL/min/{1.73_m2}')],
    ['rosuvastatin 40 mg'],
    [],
  ),
  // what a card says, read aloud
  situation(
    'gentamicin, MT-RNR1 at risk: the limit that the guideline puts',
    [line('MT-RNR1', 'm.1555A>G homoplasmic')],
    ['gentamicin 80 mg IV'],
    [['critical', /avoid gentamicin/]],
    {
      says: /unless a severe infection leaves no safe and effective alternative/,
    },
  ),
  situation(
    'mercaptopurine, TPMT poor: cancer and the rest apart',
    [line('TPMT', '*3A/*3A'), line('NUDT15', '*1/*1')],
    ['mercaptopurine 50 mg'],
    [['critical', /mercaptopurine dose to 10 %/]],
    {
      says: /This dose is for cancer; in other diseases consider/,
    },
  ),
  situation(
    'atomoxetine 80 mg, CYP2D6 poor, adult: the start is named',
    [born('1980-01-01'), D6('*4/*4')],
    [ordered('atomoxetine 80 mg', dosed(80, 'mg'))],
    [['info', /start atomoxetine with 40 mg a day, raise it slowly/]],
  ),
  situation(
    'tetrabenazine 75 mg a day, CYP2D6 poor: the limit is named',
    [D6('*4/*4')],
    [ordered('tetrabenazine 25 mg', dosed(25, 'mg', 3))],
    [['warning', /lower tetrabenazine to at most 50 mg a day/]],
  ),
  situation(
    'sevoflurane, CACNA1S not tested: not said twice',
    [line('RYR1', 'c.7300G>A heterozygous')],
    ['sevoflurane'],
    [['critical', /avoid sevoflurane/]],
    {
      says: /No CACNA1S result on file/,
      never: /CACNA1S has no usable result/,
    },
  ),
  situation(
    'rosuvastatin tablet is not changed into a capsule',
    [line('ABCG2 rs2231142', 'T/T')],
    [ordered('rosuvastatin 40 mg tablet', dosed(40, 'mg'))],
    [['warning', /lower rosuvastatin to 20 mg/]],
    {
      says: /ABCG2 rs2231142 T\/T/,
    },
  ),
  situation(
    'sertraline, two results of optional weight: considered, not chosen',
    [line('CYP2C19', '*2/*2'), line('CYP2B6', '*6/*6')],
    ['sertraline 100 mg'],
    [['warning', /consider a drug other than sertraline/]],
    {
      says: /Consider a drug other than sertraline/,
    },
  ),
  // pregnancy, record, earlier reaction
  situation(
    'malignant hyperthermia in the past, nothing tested',
    [problem('Malignant hyperthermia', { clinicalStatus: { coding: [{ code: 'resolved' }] } })],
    ['sevoflurane'],
    [['critical', /Do not give sevoflurane/]],
  ),
  situation(
    'allergy to abacavir, HLA-B*57:01 negative: the allergy list speaks for itself',
    [allergy('abacavir'), line('HLA-B*57:01', 'Negative')],
    ['abacavir 300 mg'],
    [],
  ),
  situation(
    'carbamazepine taken for years, HLA-B*15:02 positive',
    [line('HLA-B*15:02', 'Positive'), takes('carbamazepine 200 mg', { authoredOn: '2020-01-01' })],
    ['carbamazepine 400 mg'],
    [],
  ),
  situation('rasburicase, G6PD normal by activity', [line('G6PD activity', 'Normal')], ['rasburicase'], []),
  situation('primaquine, nothing tested', [], ['primaquine 15 mg'], [['info', /G6PD/]]),
  situation(
    'hydroxychloroquine, G6PD deficient: no row that asks for a change',
    [line('G6PD activity', 'Deficient')],
    ['hydroxychloroquine 200 mg'],
    [],
  ),
  situation('nitrofurantoin, G6PD deficient: optional monitoring', [line('G6PD activity', 'Deficient')], ['nitrofurantoin 100 mg'], []),
  situation(
    'phenytoin, HLA-B*15:02 positive: what forbids it leads',
    [line('CYP2C9', '*1/*3'), line('HLA-B*15:02', 'Positive')],
    ['phenytoin 100 mg'],
    [['critical', /^critical: HLA-B\*15:02 positive: do not start phenytoin$/]],
    {
      says: /monitor phenytoin closely if taken for more than 3 months/,
    },
  ),
  situation('capecitabine, DPYD normal', [line('DPYD', '*1/*1')], ['capecitabine 500 mg'], []),
  situation('capecitabine, DPYD *1/*9A: normal function', [line('DPYD', '*1/*9A')], ['capecitabine 500 mg'], []),
  situation('irinotecan, UGT1A1 *1/*28: usual dose', [line('UGT1A1', '*1/*28')], ['irinotecan 180 mg/m2'], []),
];
