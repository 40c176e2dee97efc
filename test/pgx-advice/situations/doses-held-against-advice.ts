/** Doses that are low already, doses above what is given untested. */
import { born, line, situation, withSig, type Situation } from './situation.ts';

const POOR = line('CYP2D6 genotype', '*4/*4');
const C9_POOR = line('CYP2C9 genotype', '*3/*3');

export const LOW_ALREADY: readonly Situation[] = [
  situation('vortioxetine 5 mg, poor', [POOR], [withSig('vortioxetine 5 MG Oral Tablet', '1 tablet daily')], []),
  situation(
    'vortioxetine 20 mg, poor',
    [POOR],
    [withSig('vortioxetine 20 MG Oral Tablet', '1 tablet daily')],
    [['warning', /lower vortioxetine dose to 50 %/]],
    { says: /5 mg a day to start instead of the ordered 20 mg/ },
  ),
  situation('celecoxib 50 mg twice a day, poor', [C9_POOR], [withSig('celecoxib 50 MG Oral Capsule', '1 capsule twice daily')], []),
  situation(
    'celecoxib 200 mg twice a day, poor',
    [C9_POOR],
    [withSig('celecoxib 200 MG Oral Capsule', '1 capsule twice daily')],
    [['warning', /lower celecoxib dose to 25–50 %/]],
    { says: /50–100 mg a day to start instead of the ordered 400 mg/ },
  ),
  situation(
    'metoprolol 12.5 mg twice a day, poor',
    [POOR],
    [withSig('metoprolol tartrate 25 MG Oral Tablet', '0.5 tablet (12.5 mg) twice daily')],
    [['info', /raise metoprolol slowly/]],
  ),
  situation(
    'metoprolol 50 mg twice a day, poor',
    [POOR],
    [withSig('metoprolol tartrate 50 MG Oral Tablet', '1 tablet twice daily')],
    [['warning', /lower metoprolol dose/]],
  ),
];

export const ABOVE: readonly Situation[] = [
  situation(
    'pimozide 6 mg, CYP2D6 not tested',
    [born('1980-01-01')],
    [withSig('pimozide 2 MG Oral Tablet', '3 tablets daily')],
    [['info', /No CYP2D6 result on file: test before .*pimozide/]],
  ),
  situation('pimozide 2 mg, CYP2D6 not tested', [born('1980-01-01')], [withSig('pimozide 2 MG Oral Tablet', '1 tablet daily')], []),
];
