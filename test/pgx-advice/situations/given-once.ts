/** One dose and no more, ordered now or left open on the list. */
import type { Resource } from '../../reading/resources.ts';
import { line, situation, withSig, type Situation } from './situation.ts';

const POOR = line('CYP2D6 genotype', '*4/*4');
const INTERMEDIATE = line('CYP2D6 genotype', '*1/*4');
const ULTRARAPID = line('CYP2D6 genotype', '*1/*2x2');
const C9_POOR = line('CYP2C9 genotype', '*3/*3');
const TWICE = '1 capsule twice daily';
const eliglustat = (sig: string): Resource => withSig('eliglustat 84 MG Oral Capsule', sig);

const once = (product: string, sig: string, day: string): Resource => withSig(product, sig, { status: 'active', authoredOn: day });

export const ONE_DOSE: readonly Situation[] = [
  situation('metoclopramide once, poor', [POOR], [withSig('metoclopramide 5 MG/ML injection', '10 mg IV once')], []),
  situation(
    'ibuprofen once, poor',
    [C9_POOR],
    [withSig('ibuprofen 400 MG Oral Tablet', '400 mg by mouth once')],
    [['info', /lower ibuprofen dose .* where more than this one dose is given/]],
  ),
  situation(
    'celecoxib before surgery, poor',
    [C9_POOR],
    [withSig('celecoxib 200 MG Oral Capsule', '400 mg by mouth once preoperatively')],
    [['info', /where more than this one dose is given/]],
  ),
  situation(
    'metoprolol into the vein once, poor',
    [POOR],
    [withSig('metoprolol tartrate 1 MG/ML injection', '5 mg IV once')],
    [['info', /lower metoprolol dose where more than this one dose is given/]],
  ),
  situation(
    'metoprolol once daily, poor',
    [POOR],
    [withSig('metoprolol succinate 100 MG Extended Release Oral Tablet', '1 tablet once daily')],
    [['warning', /lower metoprolol dose/]],
    { never: /this one dose/ },
  ),
  situation(
    'metoprolol once, to be repeated, poor',
    [POOR],
    [withSig('metoprolol tartrate 1 MG/ML injection', '5 mg IV once, may repeat every 5 minutes')],
    [['warning', /lower metoprolol dose/]],
  ),
  // A tumour drug is given once a cycle: its dose stays what it is.
  situation(
    'fluorouracil bolus once, DPYD intermediate',
    [line('DPYD genotype', '*1/*2A')],
    [withSig('fluorouracil 50 MG/ML injection', '400 mg/m2 IV once')],
    [['warning', /lower fluorouracil dose to 50 %/]],
  ),
  situation(
    'codeine once, ultrarapid',
    [ULTRARAPID],
    [withSig('codeine sulfate 30 MG Oral Tablet', '1 tablet by mouth once')],
    [['critical', /avoid codeine/]],
  ),
];

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
    [withSig('metoprolol tartrate 50 MG Oral Tablet', '1 tablet twice daily')],
    [['warning', /lower metoprolol dose/]],
    { never: /So far/ },
  ),
];
