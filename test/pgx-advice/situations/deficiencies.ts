/** Enzyme deficiencies as diagnoses on the problem list, in the codes and names that classifications and people give them. */
import type { Resource } from '../../reading/resources.ts';
import { inState, problem, situation, type Situation } from './situation.ts';

const ICD10CM = 'http://hl7.org/fhir/sid/icd-10-cm';
const ICD10WHO = 'http://hl7.org/fhir/sid/icd-10';
const SNOMED = 'http://snomed.info/sct';
const D75A = 'Glucose-6-phosphate dehydrogenase (G6PD) deficiency without anemia';

const coded = (system: string, code: string, display: string): Resource =>
  problem(display, { code: { coding: [{ system, code, display }] } });
const NONE = /No G6PD result on file/;

/** What CPIC's guideline of 2022 (PMID 36049896) says of the deficient, and how loud that is. */
const DRUGS: readonly (readonly [drug: string, level: string])[] = [
  ['rasburicase', 'critical'],
  ['primaquine 26.3 mg', 'critical'],
  ['dapsone 100 mg', 'critical'],
  ['pegloticase', 'critical'],
  ['tafenoquine 150 mg', 'critical'],
  ['methylene blue', 'critical'],
];

const NAMES: readonly (readonly [what: string, chart: Resource])[] = [
  ['ICD-10-CM D75.A with its official name', coded(ICD10CM, 'D75.A', D75A)],
  ['ICD-10-CM D75.A without a name', problem('', { code: { coding: [{ system: ICD10CM, code: 'D75.A' }] } })],
  ['ICD-10 D55.0', coded(ICD10WHO, 'D55.0', 'Anaemia due to glucose-6-phosphate dehydrogenase [G6PD] deficiency')],
  ['SNOMED CT 62403005', coded(SNOMED, '62403005', 'Glucose-6-phosphate dehydrogenase deficiency anemia')],
  ['SNOMED CT 62403005 without a name', problem('', { code: { coding: [{ system: SNOMED, code: '62403005' }] } })],
  [
    'both codes and a short text',
    problem('', {
      code: {
        coding: [
          { system: ICD10CM, code: 'D75.A', display: D75A },
          { system: SNOMED, code: '62403005' },
        ],
        text: 'G6PD deficiency',
      },
    }),
  ],
  ['words: without anemia', problem('G6PD deficiency without anemia')],
  ['words: no haemolysis so far', problem('G6PD deficiency, no haemolysis so far')],
  ['words: not otherwise specified', problem('G6PD deficiency, not otherwise specified')],
  ['words: without mention of crisis', problem('Glucose-6-phosphate dehydrogenase deficiency without mention of crisis')],
  ['words: deficiency of', problem('Deficiency of glucose-6-phosphate dehydrogenase')],
  ['words: favism', problem('Favism')],
  ['German: G6PD-Mangel', problem('G6PD-Mangel')],
  ['German: written out, without anaemia', problem('Glukose-6-Phosphat-Dehydrogenase-Mangel ohne Anämie')],
  ['French', problem('Déficit en G6PD')],
  ['Spanish', problem('Deficiencia de G6PD')],
];

const NO_DIAGNOSIS: readonly (readonly [what: string, chart: Resource])[] = [
  ['denied', problem('No G6PD deficiency')],
  ['excluded', problem('G6PD deficiency excluded')],
  ['suspected', problem('Suspected G6PD deficiency')],
  ['a screening', problem('Screening for G6PD deficiency')],
  ['in the family', problem('Family history of G6PD deficiency')],
  ['the mother’s', problem('G6PD deficiency in mother')],
  ['German: denied', problem('Kein G6PD-Mangel')],
  ['German: excluded', problem('Ausschluss G6PD-Mangel')],
];

export const DEFICIENCIES: readonly Situation[] = [
  ...NAMES.map(([what, chart]) =>
    situation(`G6PD deficiency, ${what}: rasburicase`, [chart], ['rasburicase'], [['critical', /rasburicase/]], { never: NONE }),
  ),
  ...DRUGS.map(([drug, level]) => {
    const name = new RegExp(drug.split(/ \d/)[0] ?? '');
    return situation(`G6PD deficiency D75.A: ${drug}`, [coded(ICD10CM, 'D75.A', D75A)], [drug], [[level, name]], { never: NONE });
  }),
  ...NO_DIAGNOSIS.map(([what, chart]) =>
    situation(`G6PD deficiency, ${what}: still to be tested`, [chart], ['rasburicase'], [['info', NONE]]),
  ),
  situation(
    'G6PD deficiency, resolved entry: told, and not used',
    [problem('G6PD deficiency', inState('resolved'))],
    ['rasburicase'],
    [['info', /G6PD/]],
    {
      never: NONE,
      warns: /marked resolved/,
    },
  ),
  situation('G6PD deficiency: a drug it says nothing of', [coded(ICD10CM, 'D75.A', D75A)], ['amoxicillin 500 mg'], []),
  situation(
    'DPD deficiency by words under E88.89',
    [coded(ICD10CM, 'E88.89', 'Dihydropyrimidine dehydrogenase deficiency')],
    ['capecitabine 500 mg'],
    [['critical', /avoid capecitabine/]],
  ),
  situation('German: DPD-Mangel', [problem('DPD-Mangel')], ['capecitabine 500 mg'], [['critical', /avoid capecitabine/]]),
  situation('German: partial', [problem('Partieller DPD-Mangel')], ['capecitabine 500 mg'], [['warning', /capecitabine/]]),
];
