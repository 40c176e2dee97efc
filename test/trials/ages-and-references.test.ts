/** Both ends of an age, notes on where more can be read, how a heart was measured, tumours joined by "and". Every patient is made up. */
import { describe, expect, it } from 'vitest';
import { readPatient } from '../../fhir-profiles/index.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { syntheticTrial, type Verdict } from './criterion-table.ts';
import { bundleOf, SOUND, type Chart } from './judged/chart.ts';
import { context, knowledge } from './knowledge.ts';

const CHARTS = {
  girl: { sex: 'female', born: '2014-05-05', tumours: ['C49.9 Alveolar rhabdomyosarcoma'], labs: SOUND },
  man: {
    sex: 'male',
    born: '1955-05-05',
    tumours: ['C73 Papillary thyroid carcinoma'],
    labs: { ...SOUND, creatinine: 2.1, bilirubin: 2.6, LVEF: 48 },
    drugs: [
      ['rifampin 600 mg', '2026-10-01'],
      ['pembrolizumab', '2025-05-01', '2025-12-01'],
    ],
    conditions: [['J70.2 Acute drug-induced interstitial lung disorder', '2025-12-05']],
  },
  woman: { sex: 'female', born: '1966-05-05', tumours: ['C50.412 Invasive ductal carcinoma of breast'], labs: { ...SOUND, LVEF: 60 } },
  smoker: { sex: 'male', born: '1966-05-05', tumours: ['C34.1 Adenocarcinoma of lung'] },
} as const satisfies Record<string, Chart>;
type Who = keyof typeof CHARTS;
const FACTS = Object.fromEntries(
  Object.entries(CHARTS).map(([name, chart]) => [
    name,
    readPatient(bundleOf(chart), { asOf: '2026-11-22', vocabulary: knowledge.vocabulary }).facts,
  ]),
) as Readonly<Record<Who, ReturnType<typeof readPatient>['facts']>>;

const explained = (who: Who, over: Parameters<typeof syntheticTrial>[0]) =>
  explainTrial(FACTS[who], knowledge.oncology, compileTrial(syntheticTrial(over), context))?.criteria ?? [];

type Row = readonly [text: string, verdicts: Partial<Record<Who, Verdict>>];
const INCLUSION: readonly Row[] = [
  ['Between the ages of 18 and 80', { girl: 'not-met', man: 'met' }],
  ['Between the ages of 15-39 years at diagnosis', { girl: 'unknown', man: 'unknown' }],
  ['Age ≥ 30 at signing of consent.', { girl: 'not-met', man: 'met' }],
  ['All children must be under 18 years of age at the time of enrollment', { girl: 'met', man: 'not-met' }],
  ['Creatinine not exceeding 1.5 mg/dL', { man: 'not-met', woman: 'met' }],
  ['Total bilirubin no more than twice the ULN', { man: 'not-met', woman: 'met' }],
  ['T. bili ≤ 1.5 x ULN', { man: 'not-met', woman: 'met' }],
  ['Adequate ejection fraction determined by transthoracic echo or MUGA of at least 55%', { man: 'not-met', woman: 'met' }],
  ['LVEF > 50% (2-D echocardiogram is the preferred method; MUGA scan is acceptable if ECHO is not available)', { man: 'not-met', woman: 'met' }],
  ['Calculated creatinine clearance ≥ 60 mL/min. Appendix 4', { man: 'not-met', woman: 'met' }],
  ['Creatinine clearance ≥ 60 mL/min, Cockcroft-Gault CrCl = ((140-age) × weight[kg]) / (72 × Cr) × 0.85 if female', { man: 'not-met', woman: 'met' }],
  // What stands behind the equation may allow more.
  ['Creatinine clearance ≥ 60 mL/min = (140 - age) × weight / (72 × Cr), unless approved by the sponsor', { man: 'unknown' }],
  ['Must be immunotherapy-naïve', { man: 'not-met', woman: 'unknown' }],
  ['Pregnant or lactating women are prohibited from enrolling in this study.', { man: 'met', girl: 'unknown' }],
  ['Thyroid carcinoma of follicular origin (papillary, follicular or Hurthle cell)', { man: 'unknown', smoker: 'not-met' }],
]; // prettier-ignore
const EXCLUSION: readonly Row[] = [
  ['Age less than 18 or greater than 65.', { girl: 'not-met', man: 'not-met', woman: 'met' }],
  ['Patients under the age of 18 and over the age of 90', { girl: 'not-met', man: 'met' }],
  ['Not between the ages of 45 and 75 years', { girl: 'not-met', man: 'met' }],
  ['Concomitant use of strong CYP3A inducers (see https://www.fda.gov/drugs/tables#table3-3).', { man: 'not-met', woman: 'unknown' }],
  ['Current use of strong CYP3A4 inducers (see Appendix A for those that are allowed)', { man: 'unknown' }],
  ['History of interstitial lung disease', { man: 'not-met', woman: 'unknown' }],
];

describe('ages, references and methods in criteria', () => {
  it.each([
    ...INCLUSION.flatMap(([text, verdicts]) =>
      Object.entries(verdicts).map(([who, verdict]) => ['Inclusion', text, who, verdict] as const),
    ),
    ...EXCLUSION.flatMap(([text, verdicts]) =>
      Object.entries(verdicts).map(([who, verdict]) => ['Exclusion', text, who, verdict] as const),
    ),
  ])('%s %s: %s %s', (side, text, who, verdict) => {
    const [criterion] = explained(who as Who, { eligibility: `${side} Criteria:\n\n* ${text}` });
    expect(criterion?.verdict).toBe(verdict);
  });

  it.each<[string, Partial<Record<Who, Verdict>>]>([
    // The ductal ones are meant as well, though only the lobular are read.
    ['HR+/HER2- Ductal and Lobular Breast Cancer', { woman: 'unknown', smoker: 'not-met' }],
    ['Gastric/Esophageal Cancer', { smoker: 'not-met' }],
    // "Gastrointestinal" is no type that is known: it may be anybody's.
    ['Advanced Gastrointestinal, Biliary Tract, and Pancreatic Cancers', { smoker: 'unknown' }],
    ['Recurrent and Metastatic Breast Cancer', { woman: 'met', smoker: 'not-met' }],
  ])('the condition "%s"', (condition, verdicts) => {
    for (const [who, verdict] of Object.entries(verdicts)) {
      const found = explained(who as Who, {
        title: 'A synthetic trial',
        conditions: [condition],
        eligibility: 'Inclusion Criteria:\n\n* Adults',
      });
      expect(found.find(({ text }) => text.startsWith('Condition studied'))?.verdict, who).toBe(verdict);
    }
  });
});
