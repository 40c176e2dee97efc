/** Drugs in fixed combinations, named behind another drug's strength: the advice is on the part, the dose of the part is held against it. */
import type { Resource } from '../../reading/resources.ts';
import { born, line, situation, takes, withSig, type Situation } from './situation.ts';

const POOR = line('CYP2D6 genotype', '*4/*4');
const NORMAL = line('CYP2D6 genotype', '*1/*1');
const ULTRARAPID = line('CYP2D6 genotype', '*1/*2x2');
const OATP_POOR = line('SLCO1B1 genotype', '*5/*5');
const EFAVIRENZ = 'lamivudine 300 mg-tenofovir disoproxil fumarate 300 mg tablet';
const CYP2B6_POOR = line('CYP2B6 genotype', '*6/*6');
const auvelity = (sig: string): Resource => withSig('Auvelity 45 mg-105 mg extended release tablet', sig);

export const COMBINATIONS: readonly Situation[] = [
  situation(
    'codeine behind the strength of acetaminophen, ultrarapid child',
    [born('2021-01-15'), ULTRARAPID],
    [withSig('acetaminophen 120 mg-codeine 12 mg/5 mL oral elixir', '5 mL by mouth every 6 hours as needed for pain')],
    [['critical', /ultrarapid metabolizer: avoid codeine/]],
    { says: /contraindicated below 12 years/ },
  ),
  situation(
    'simvastatin behind the strength of ezetimibe',
    [OATP_POOR],
    [withSig('ezetimibe 10 mg-simvastatin 40 mg tablet', '1 tablet nightly')],
    [['warning', /choose a drug other than simvastatin/]],
  ),
  situation(
    'amitriptyline behind the strength of perphenazine',
    [POOR],
    [withSig('perphenazine 4 mg-amitriptyline 25 mg tablet', '1 tablet 3 times daily')],
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
    [withSig('dextromethorphan-bupropion ER 45-105 mg tablet', '1 tablet once daily in the morning')],
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

/** What one tablet of a combination holds of the drug that the advice is on is held against it. */
export const PARTS: readonly Situation[] = [
  situation(
    'efavirenz 400 mg of a combination, poor: as advised',
    [CYP2B6_POOR],
    [withSig(`efavirenz 400 mg-${EFAVIRENZ}`, '1 tablet nightly')],
    [],
  ),
  situation(
    'efavirenz 600 mg of a combination, poor',
    [CYP2B6_POOR],
    [withSig(`efavirenz 600 mg-${EFAVIRENZ}`, '1 tablet nightly')],
    [['warning', /lower efavirenz to 200–400 mg a day/]],
    { says: /instead of the ordered 600 mg; of this fixed combination another strength, or single drugs/ },
  ),
  situation(
    'atorvastatin 10 mg of a combination, poor function',
    [OATP_POOR],
    [withSig('amlodipine 10 mg-atorvastatin 10 mg tablet', '1 tablet daily')],
    [],
  ),
  situation(
    'atorvastatin 80 mg of a combination, poor function',
    [OATP_POOR],
    [withSig('amlodipine 10 mg-atorvastatin 80 mg tablet', '1 tablet daily')],
    [['warning', /lower atorvastatin to at most 20 mg a day/]],
  ),
  situation(
    'atorvastatin of a combination, without a sig',
    [OATP_POOR],
    ['amlodipine 10 mg-atorvastatin 80 mg tablet'],
    [['warning', /keep atorvastatin to at most 20 mg a day/]],
  ),
];
