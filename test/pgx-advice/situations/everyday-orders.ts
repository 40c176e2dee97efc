/** Orders as they come every day: fixed combinations, one dose and no more, doses that are low already, a liver or a pregnancy on record. */
import type { Resource } from '../../reading/resources.ts';
import { allergy, born, coded, line, ordered, problem, result, situation, takes, type Situation } from './situation.ts';

const POOR = line('CYP2D6 genotype', '*4/*4');
const NORMAL = line('CYP2D6 genotype', '*1/*1');
const INTERMEDIATE = line('CYP2D6 genotype', '*1/*4');
const ULTRARAPID = line('CYP2D6 genotype', '*1/*2x2');
const C9_POOR = line('CYP2C9 genotype', '*3/*3');
const C19_POOR = line('CYP2C19 genotype', '*2/*2');
const OATP_POOR = line('SLCO1B1 genotype', '*5/*5');
const order = (product: string, sig: string): Resource => ordered(product, { dosageInstruction: [{ text: sig }] });
const eliglustat = (sig: string): Resource => order('eliglustat 84 MG Oral Capsule', sig);
const auvelity = (sig: string): Resource => order('Auvelity 45 mg-105 mg extended release tablet', sig);
const TWICE = '1 capsule twice daily';

export const COMBINATIONS: readonly Situation[] = [
  situation(
    'codeine behind the strength of acetaminophen, ultrarapid child',
    [born('2021-01-15'), ULTRARAPID],
    [order('acetaminophen 120 mg-codeine 12 mg/5 mL oral elixir', '5 mL by mouth every 6 hours as needed for pain')],
    [['critical', /ultrarapid metabolizer: avoid codeine/]],
    { says: /contraindicated below 12 years/ },
  ),
  situation(
    'simvastatin behind the strength of ezetimibe',
    [OATP_POOR],
    [order('ezetimibe 10 mg-simvastatin 40 mg tablet', '1 tablet nightly')],
    [['warning', /choose another drug than simvastatin/]],
  ),
  situation(
    'amitriptyline behind the strength of perphenazine',
    [POOR],
    [order('perphenazine 4 mg-amitriptyline 25 mg tablet', '1 tablet 3 times daily')],
    [['warning', /avoid amitriptyline/]],
  ),
  situation(
    'bupropion behind the strength of naltrexone, for a patient on codeine',
    [NORMAL, takes('codeine 30 mg')],
    ['naltrexone 8 mg-bupropion 90 mg tablet,extended release'],
    [['warning', /bupropion blocks CYP2D6: codeine, already on the list/]],
  ),
  situation(
    'dextromethorphan with bupropion twice a day, poor',
    [POOR],
    [auvelity('1 tablet twice daily')],
    [['warning', /lower dextromethorphan to at most 1 tablet a day/]],
  ),
  situation(
    'dextromethorphan with bupropion once a day, poor',
    [POOR],
    [order('dextromethorphan-bupropion ER 45-105 mg tablet', '1 tablet once daily in the morning')],
    [],
  ),
  // What the bupropion of the tablet does to the enzyme is in the usual dose.
  situation('dextromethorphan with bupropion twice a day, normal', [NORMAL], [auvelity('1 tablet twice daily')], []),
  situation(
    'dextromethorphan with bupropion twice a day, normal, with quinidine',
    [NORMAL, takes('quinidine 200 mg')],
    [auvelity('1 tablet twice daily')],
    [['warning', /poor metabolizer with quinidine: lower dextromethorphan to at most 1 tablet a day/]],
  ),
  situation('dextromethorphan for a cough, poor', [POOR], ['dextromethorphan 10 mg/5 mL oral solution'], []),
];

export const ONE_DOSE: readonly Situation[] = [
  situation('metoclopramide once, poor', [POOR], [order('metoclopramide 5 MG/ML injection', '10 mg IV once')], []),
  situation(
    'ibuprofen once, poor',
    [C9_POOR],
    [order('ibuprofen 400 MG Oral Tablet', '400 mg by mouth once')],
    [['info', /lower ibuprofen dose .* where more than this one dose is given/]],
  ),
  situation(
    'celecoxib before surgery, poor',
    [C9_POOR],
    [order('celecoxib 200 MG Oral Capsule', '400 mg by mouth once preoperatively')],
    [['info', /where more than this one dose is given/]],
  ),
  situation(
    'metoprolol into the vein once, poor',
    [POOR],
    [order('metoprolol tartrate 1 MG/ML injection', '5 mg IV once')],
    [['info', /lower metoprolol dose where more than this one dose is given/]],
  ),
  situation(
    'metoprolol once daily, poor',
    [POOR],
    [order('metoprolol succinate 100 MG Extended Release Oral Tablet', '1 tablet once daily')],
    [['warning', /lower metoprolol dose/]],
    { never: /this one dose/ },
  ),
  situation(
    'metoprolol once, to be repeated, poor',
    [POOR],
    [order('metoprolol tartrate 1 MG/ML injection', '5 mg IV once, may repeat every 5 minutes')],
    [['warning', /lower metoprolol dose/]],
  ),
  // A tumour drug is given once a cycle: its dose stays what it is.
  situation(
    'fluorouracil bolus once, DPYD intermediate',
    [line('DPYD genotype', '*1/*2A')],
    [order('fluorouracil 50 MG/ML injection', '400 mg/m2 IV once')],
    [['warning', /lower fluorouracil dose to 50 %/]],
  ),
  situation(
    'codeine once, ultrarapid',
    [ULTRARAPID],
    [order('codeine sulfate 30 MG Oral Tablet', '1 tablet by mouth once')],
    [['critical', /avoid codeine/]],
  ),
];

export const LOW_ALREADY: readonly Situation[] = [
  situation('vortioxetine 5 mg, poor', [POOR], [order('vortioxetine 5 MG Oral Tablet', '1 tablet daily')], []),
  situation(
    'vortioxetine 20 mg, poor',
    [POOR],
    [order('vortioxetine 20 MG Oral Tablet', '1 tablet daily')],
    [['warning', /lower vortioxetine dose to 50 %/]],
    { says: /5 mg a day to start instead of the ordered 20 mg/ },
  ),
  situation('celecoxib 50 mg twice a day, poor', [C9_POOR], [order('celecoxib 50 MG Oral Capsule', '1 capsule twice daily')], []),
  situation(
    'celecoxib 200 mg twice a day, poor',
    [C9_POOR],
    [order('celecoxib 200 MG Oral Capsule', '1 capsule twice daily')],
    [['warning', /lower celecoxib dose to 25–50 %/]],
    { says: /50–100 mg a day to start instead of the ordered 400 mg/ },
  ),
  situation(
    'metoprolol 12.5 mg twice a day, poor',
    [POOR],
    [order('metoprolol tartrate 25 MG Oral Tablet', '0.5 tablet (12.5 mg) twice daily')],
    [['info', /raise metoprolol slowly/]],
  ),
  situation(
    'metoprolol 50 mg twice a day, poor',
    [POOR],
    [order('metoprolol tartrate 50 MG Oral Tablet', '1 tablet twice daily')],
    [['warning', /lower metoprolol dose/]],
  ),
];

export const BESIDE_ELIGLUSTAT: readonly Situation[] = [
  situation(
    'poor, with a cirrhosis',
    [POOR, problem('Cirrhosis of liver')],
    [eliglustat('1 capsule once daily')],
    [['critical', /Do not give eliglustat: .*liver impairment of any degree/]],
  ),
  situation(
    'intermediate, mild hepatic impairment',
    [INTERMEDIATE, problem('Mild hepatic impairment')],
    [eliglustat(TWICE)],
    [['critical', /liver impairment of any degree/]],
  ),
  situation(
    'normal, Child-Pugh B',
    [NORMAL, problem('Cirrhosis, Child-Pugh B')],
    [eliglustat(TWICE)],
    [['critical', /moderate or severe liver impairment/]],
  ),
  situation(
    'normal, cirrhosis without a grade',
    [NORMAL, problem('Cirrhosis of liver')],
    [eliglustat(TWICE)],
    [['info', /grade it first/]],
  ),
  situation(
    'normal, cirrhosis and duloxetine',
    [NORMAL, problem('Cirrhosis of liver'), takes('duloxetine 60 mg')],
    [eliglustat(TWICE)],
    [['critical', /liver impairment and duloxetine/]],
  ),
  situation('normal, fatty liver', [NORMAL, problem('Fatty liver')], [eliglustat(TWICE)], []),
  situation(
    'normal, duloxetine, twice a day',
    [NORMAL, takes('duloxetine 60 mg')],
    [eliglustat(TWICE)],
    [['info', /84 mg once a day only together with duloxetine/]],
    { never: /whatever the genes/ },
  ),
  situation('normal, duloxetine, once a day', [NORMAL, takes('duloxetine 60 mg')], [eliglustat('1 capsule once daily')], []),
  situation('normal, ketoconazole, once a day', [NORMAL, takes('ketoconazole 200 mg')], [eliglustat('1 capsule once daily')], []),
  situation(
    'ketoconazole for an intermediate metabolizer on eliglustat',
    [INTERMEDIATE, takes('eliglustat 84 mg')],
    ['ketoconazole 200 MG Oral Tablet'],
    [['warning', /With ketoconazole eliglustat, already on the list, is contraindicated/]],
  ),
  situation(
    'amlodipine for a poor metabolizer on eliglustat and ketoconazole',
    [POOR, takes('eliglustat 84 mg'), takes('ketoconazole 200 mg')],
    ['amlodipine 5 mg'],
    [],
  ),
];

export const PREGNANT: readonly Situation[] = [
  situation(
    'voriconazole, poor, pregnant',
    [born('1996-02-02'), problem('Pregnancy, 12 weeks'), C19_POOR],
    ['voriconazole 200 MG Oral Tablet'],
    [['warning', /consider amphotericin B liposomal$/]],
    { says: /Not isavuconazole, posaconazole: can harm the unborn child/ },
  ),
  situation(
    'voriconazole, poor, not pregnant',
    [born('1996-02-02'), C19_POOR],
    ['voriconazole 200 MG Oral Tablet'],
    [['warning', /consider isavuconazole/]],
  ),
];

const SUX = 'succinylcholine 20 MG/ML injection';
const looked: Situation['cards'] = [['info', /plasma cholinesterase \(BCHE\) result is on file and is not interpreted here/]];
const activity = (value: number, more: Resource): Resource =>
  result({ text: 'Pseudocholinesterase activity' }, { valueQuantity: { value, unit: 'U/L' }, ...more });

export const CHOLINESTERASE: readonly Situation[] = [
  situation('activity low in words', [line('Pseudocholinesterase activity', 'Low')], [SUX], looked),
  situation('one atypical copy', [line('BCHE', 'U/A heterozygous')], [SUX], looked),
  situation('A/A without a word', [line('BCHE', 'A/A')], [SUX], looked),
  situation('intermediate metabolizer', [line('BCHE phenotype', 'Intermediate Metabolizer')], [SUX], looked),
  situation('below the limit of the laboratory', [activity(1800, { referenceRange: [{ low: { value: 2900 } }] })], [SUX], looked),
  situation('flagged low', [activity(1800, { interpretation: [{ coding: [{ code: 'L' }] }] })], [SUX], looked),
  situation('within the limits', [activity(5800, { referenceRange: [{ low: { value: 2900 } }] })], [SUX], []),
  situation('usual genotype', [line('BCHE', 'U/U')], [SUX], []),
  situation('deficiency', [line('BCHE', 'Deficient')], [SUX], [['critical', /cholinesterase deficiency on record/]]),
  situation('for another drug', [line('BCHE', 'A/A')], ['rocuronium 10 MG/ML injection'], []),
];

const presence = (allele: string, code: string, display: string, text: string): Resource =>
  result({ text: `HLA B${allele}` }, { valueCodeableConcept: { ...coded('http://loinc.org', code, display), text } });

export const BESIDE_ANOTHER_ALLELE: readonly Situation[] = [
  situation(
    'of *15:02 the code says present and the words not detected, *57:01 is known',
    [
      presence('*57:01', 'LA9633-4', 'Present', 'B*57:01 status: carrier'),
      presence('*15:02', 'LA9633-4', 'Present', 'B*15:02 status: not detected'),
    ],
    ['carbamazepine 200 MG Oral Tablet'],
    [['info', /HLA-B\*15:02 is left open by the typing on file: test before/]],
    { says: /names HLA-B\\?\*15:02 could not be interpreted/, never: /No HLA-B\\?\*15:02/ },
  ),
  situation(
    'the same, for abacavir',
    [
      presence('*57:01', 'LA9633-4', 'Present', 'B*57:01 status: carrier'),
      presence('*15:02', 'LA9633-4', 'Present', 'B*15:02 status: not detected'),
    ],
    ['abacavir 300 MG Oral Tablet'],
    [['critical', /HLA-B\*57:01 positive: do not start abacavir/]],
  ),
];

export const NOT_OFFERED: readonly Situation[] = [
  situation(
    'codeine, poor, allergy to opioids',
    [POOR, allergy('Opioid analgesics')],
    ['codeine sulfate 30 MG Oral Tablet'],
    [['warning', /avoid codeine$/]],
    {
      says: /Not morphine, hydromorphone: allergy to opioids recorded/,
    },
  ),
  situation(
    'codeine, poor, intolerance to narcotics',
    [POOR, allergy('Narcotics', { type: 'intolerance' })],
    ['codeine sulfate 30 MG Oral Tablet'],
    [['warning', /avoid codeine$/]],
    { says: /intolerance to opioids recorded/ },
  ),
  situation(
    'codeine, poor, allergy to latex',
    [POOR, allergy('Latex')],
    ['codeine sulfate 30 MG Oral Tablet'],
    [['warning', /consider morphine or hydromorphone/]],
  ),
  situation(
    'siponimod, poor by phenotype alone',
    [line('CYP2C9 Phenotype', 'Poor Metabolizer')],
    ['siponimod 2 MG Oral Tablet'],
    [['warning', /siponimod/]],
    {
      says: /with \\\*2\/\\\*3 the maintenance dose is 1 mg a day/,
    },
  ),
  situation(
    'siponimod, poor by its genotype',
    [line('CYP2C9 genotype', '*2/*3')],
    ['siponimod 2 MG Oral Tablet'],
    [['warning', /start siponimod with 1 mg a day/]],
    {
      never: /goes by the genotype/,
    },
  ),
];

const EFAVIRENZ = 'lamivudine 300 mg-tenofovir disoproxil fumarate 300 mg tablet';
const CYP2B6_POOR = line('CYP2B6 genotype', '*6/*6');

/** What one tablet of a combination holds of the drug that the advice is on is held against it. */
export const PARTS: readonly Situation[] = [
  situation(
    'efavirenz 400 mg of a combination, poor: as advised',
    [CYP2B6_POOR],
    [order(`efavirenz 400 mg-${EFAVIRENZ}`, '1 tablet nightly')],
    [],
  ),
  situation(
    'efavirenz 600 mg of a combination, poor',
    [CYP2B6_POOR],
    [order(`efavirenz 600 mg-${EFAVIRENZ}`, '1 tablet nightly')],
    [['warning', /lower efavirenz to 200–400 mg a day/]],
    { says: /instead of the ordered 600 mg; of this fixed combination another strength, or single drugs/ },
  ),
  situation(
    'atorvastatin 10 mg of a combination, poor function',
    [OATP_POOR],
    [order('amlodipine 10 mg-atorvastatin 10 mg tablet', '1 tablet daily')],
    [],
  ),
  situation(
    'atorvastatin 80 mg of a combination, poor function',
    [OATP_POOR],
    [order('amlodipine 10 mg-atorvastatin 80 mg tablet', '1 tablet daily')],
    [['warning', /lower atorvastatin to at most 20 mg a day/]],
  ),
  situation(
    'atorvastatin of a combination, without a sig',
    [OATP_POOR],
    ['amlodipine 10 mg-atorvastatin 80 mg tablet'],
    [['warning', /keep atorvastatin to at most 20 mg a day/]],
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
    [NORMAL, until('terbinafine 250 mg', '2026-11-16')],
    ['codeine sulfate 30 MG Oral Tablet'],
    [['warning', /poor metabolizer with terbinafine: avoid codeine/]],
    { says: /stopped 5 days ago/ },
  ),
  situation(
    'terbinafine until two months ago',
    [NORMAL, until('terbinafine 250 mg', '2026-09-16')],
    ['codeine sulfate 30 MG Oral Tablet'],
    [],
  ),
  situation(
    'terbinafine cream until five days ago',
    [NORMAL, until('terbinafine 1 % cream', '2026-11-16')],
    ['codeine sulfate 30 MG Oral Tablet'],
    [],
  ),
  situation('paroxetine until last week', [NORMAL, until('paroxetine 20 mg', '2026-11-14')], ['codeine sulfate 30 MG Oral Tablet'], []),
];

export const ABOVE: readonly Situation[] = [
  situation(
    'pimozide 6 mg, CYP2D6 not tested',
    [born('1980-01-01')],
    [order('pimozide 2 MG Oral Tablet', '3 tablets daily')],
    [['info', /No CYP2D6 result on file: test before .*pimozide/]],
  ),
  situation('pimozide 2 mg, CYP2D6 not tested', [born('1980-01-01')], [order('pimozide 2 MG Oral Tablet', '1 tablet daily')], []),
];

const once = (product: string, sig: string, day: string): Resource =>
  ordered(product, { status: 'active', authoredOn: day, dosageInstruction: [{ text: sig }] });

/** An order of one dose that nobody closed stands on the list for years. */
export const GIVEN_ONCE: readonly Situation[] = [
  situation(
    'phenytoin loaded once in 2022, HLA-B*15:02',
    [line('HLA-B*15:02', 'Positive'), once('phenytoin 50 mg/mL injection', '1000 mg IV once', '2022-01-01')],
    ['phenytoin 100 MG Extended Release Oral Capsule'],
    [['warning|critical', /do not start phenytoin/]],
    { never: /tolerated for more than 3 months/ },
  ),
  situation(
    'carbamazepine once in 2023, HLA-B*15:02',
    [line('HLA-B*15:02', 'Positive'), once('carbamazepine 200 MG Oral Tablet', '400 mg by mouth once', '2023-01-01')],
    ['carbamazepine 200 MG Oral Tablet'],
    [['critical', /do not start carbamazepine/]],
  ),
  situation(
    'fluconazole once in June, eliglustat',
    [INTERMEDIATE, once('fluconazole 150 MG Oral Tablet', '150 mg by mouth once', '2026-06-01')],
    [eliglustat(TWICE)],
    [],
  ),
  situation(
    'fluconazole once yesterday, eliglustat',
    [INTERMEDIATE, once('fluconazole 150 MG Oral Tablet', '150 mg by mouth once', '2026-11-20')],
    [eliglustat(TWICE)],
    [['critical', /together with fluconazole/]],
  ),
  situation(
    'metoprolol into the vein once, then tablets',
    [POOR, once('metoprolol tartrate 1 MG/ML injection', '5 mg IV once', '2026-11-19')],
    [order('metoprolol tartrate 50 MG Oral Tablet', '1 tablet twice daily')],
    [['warning', /lower metoprolol dose/]],
    { never: /So far/ },
  ),
];
