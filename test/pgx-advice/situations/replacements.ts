/** Alternatives that the guideline names for one use and that are none for this patient. `never` holds of summary and detail. */
import { born, coded, dosed, infarction, line, ordered, problem, situation, takes, type Situation } from './situation.ts';

const TAMOXIFEN = line('CYP2D6 genotype', '*4/*4');
const FAST = line('CYP2D6 phenotype', 'Ultrarapid metabolizer');
const CLOPIDOGREL = line('CYP2C19 genotype', '*2/*2');
const ICD10 = 'http://hl7.org/fhir/sid/icd-10-cm';
const without = /; consider (?:anastrozole|morphine|prasugrel|ticagrelor)|use (?:anastrozole|morphine|prasugrel|ticagrelor)/;
const plain: Situation['cards'] = [['warning', /choose a drug other than tamoxifen$/]];
const codeine: Situation['cards'] = [['critical', /avoid codeine$/]];

export const REPLACEMENTS: readonly Situation[] = [
  situation(
    'tamoxifen at 35: an aromatase inhibitor only with ovarian suppression',
    [born('1991-01-01'), TAMOXIFEN],
    ['tamoxifen 20 mg'],
    [['warning', /consider anastrozole/]],
    { says: /only after the menopause or with ovarian suppression/ },
  ),
  situation(
    'tamoxifen at 52 after the menopause',
    [born('1974-01-01'), TAMOXIFEN, problem('Postmenopausal')],
    ['tamoxifen 20 mg'],
    [['warning', /consider anastrozole/]],
    { never: /only after the menopause/ },
  ),
  situation('tamoxifen at 65', [born('1961-01-01'), TAMOXIFEN], ['tamoxifen 20 mg'], [['warning', /consider anastrozole/]], {
    never: /only after the menopause/,
  }),
  situation('tamoxifen of a man', [born('1961-01-01', 'male'), TAMOXIFEN], ['tamoxifen 20 mg'], plain, { never: without }),
  situation(
    'tamoxifen in pregnancy',
    [born('1992-01-01'), TAMOXIFEN, problem('Pregnancy', { code: coded(ICD10, 'Z33.1', 'Pregnancy') })],
    ['tamoxifen 20 mg'],
    plain,
    { never: without, says: /unborn child/ },
  ),
  situation(
    'tamoxifen 5 mg a day for prevention',
    [born('1961-01-01'), TAMOXIFEN],
    [ordered('tamoxifen 10 MG Oral Tablet', dosed(5, 'mg'))],
    plain,
    { never: without, says: /one of prevention/ },
  ),
  situation('codeine with guaifenesin', [FAST], ['guaifenesin-codeine 100-10 mg/5 mL oral liquid'], codeine, { never: without }),
  situation('codeine with promethazine', [FAST], ['promethazine-codeine 6.25-10 mg/5 mL syrup'], codeine, { never: without }),
  situation('codeine for a cough', [FAST], [ordered('codeine sulfate 15 mg tablet', { reasonCode: [{ text: 'Cough' }] })], codeine, {
    never: without,
  }),
  situation(
    'codeine with opioid use disorder',
    [FAST, problem('Opioid use disorder', { code: coded(ICD10, 'F11.20', 'Opioid use disorder') })],
    ['codeine 30 mg'],
    codeine,
    { never: without, says: /opioid use disorder/ },
  ),
  situation('codeine beside naltrexone', [FAST, takes('naltrexone 50 MG Oral Tablet')], ['codeine 30 mg'], codeine, { never: without }),
  situation('codeine beside buprenorphine', [FAST, takes('buprenorphine 8 mg sublingual tablet')], ['codeine 30 mg'], codeine, {
    never: without,
  }),
  situation(
    'codeine for pain',
    [FAST, problem('No opioid use disorder')],
    ['codeine 30 mg'],
    [['critical', /consider morphine or hydromorphone/]],
  ),
  situation(
    'clopidogrel at 10 years',
    [born('2016-01-01'), CLOPIDOGREL, infarction()],
    ['clopidogrel 75 mg'],
    [['warning', /avoid clopidogrel$/]],
    { never: without, says: /in children are not established/ },
  ),
  situation(
    'clopidogrel at 50 years',
    [born('1976-01-01'), CLOPIDOGREL, infarction()],
    ['clopidogrel 75 mg'],
    [['warning', /consider prasugrel/]],
  ),
  situation(
    'clopidogrel after an infarction, aspirin 325 mg on the list: ticagrelor only with less of it',
    [infarction(), CLOPIDOGREL, takes('aspirin 325 MG Oral Tablet', dosed(325, 'mg'))],
    ['clopidogrel 75 mg'],
    [['warning', /consider prasugrel or ticagrelor/]],
    { says: /no more than 100 mg of aspirin a day/ },
  ),
  situation(
    'clopidogrel after an infarction, aspirin 81 mg on the list',
    [infarction(), CLOPIDOGREL, takes('aspirin 81 MG Oral Tablet', dosed(81, 'mg'))],
    ['clopidogrel 75 mg'],
    [['warning', /consider prasugrel or ticagrelor/]],
    { never: /of aspirin a day/ },
  ),
  situation(
    'clopidogrel after an infarction, simvastatin 80 mg on the list',
    [infarction(), CLOPIDOGREL, takes('simvastatin 80 MG Oral Tablet', dosed(80, 'mg'))],
    ['clopidogrel 75 mg'],
    [['warning', /consider prasugrel or ticagrelor/]],
    { says: /no more than 40 mg of simvastatin a day/ },
  ),
  situation(
    'clopidogrel after an infarction beside apixaban',
    [infarction(), CLOPIDOGREL, takes('apixaban 5 MG Oral Tablet')],
    ['clopidogrel 75 mg'],
    [['warning', /consider ticagrelor/]],
    { says: /more bleeding together with apixaban: weigh the benefit/ },
  ),
  situation(
    'a stroke shown by its procedure bars prasugrel',
    [
      infarction(),
      CLOPIDOGREL,
      {
        resourceType: 'Procedure',
        id: 'pr1',
        status: 'completed',
        subject: { reference: 'Patient/p1' },
        code: { text: 'Mechanical thrombectomy of cerebral artery' },
      },
    ],
    ['clopidogrel 75 mg'],
    [['warning', /consider ticagrelor/]],
    { says: /contraindicated after stroke or TIA/ },
  ),
  situation(
    'infarction long ago and stroke of this month: both settings are shown, that of the brain leads',
    [
      problem('Old myocardial infarction', { code: coded(ICD10, 'I25.2', 'Old myocardial infarction') }),
      problem('Stroke', { code: coded(ICD10, 'I63.9', 'Cerebral infarction'), onsetDateTime: '2026-11-01' }),
      CLOPIDOGREL,
    ],
    ['clopidogrel 75 mg'],
    [['warning', /avoid clopidogrel$/]],
    { never: /does not show whether this applies/ },
  ),
  situation(
    'heat stroke is no stroke',
    [infarction(), CLOPIDOGREL, problem('Heat stroke', { code: coded(ICD10, 'T67.0', 'Heatstroke') })],
    ['clopidogrel 75 mg'],
    [['warning', /consider prasugrel or ticagrelor/]],
  ),
];
