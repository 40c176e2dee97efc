/** Hand-checked verdicts of `criteria-further.test.ts`: what decides one way in criteria that stay open as a whole. For an exclusion `met` means free of it. */
import type { CriterionRow } from './criterion-table.ts';
import type { FURTHER_CHARTS } from './further-charts.ts';

type Row = CriterionRow<keyof typeof FURTHER_CHARTS>;

export const FURTHER_INCLUDING: readonly Row[] = [
  // ages in other words
  ['18-24 years of age', { young: 'met', allergic: 'not-met', bare: 'unknown' }],
  ['18 to 99 years of age', { young: 'met', bare: 'unknown' }],
  ['18 to 30 years of age at diagnosis', { young: 'unknown', allergic: 'unknown' }],
  ['Women ages 18 to 70 years old', { young: 'unknown', bare: 'unknown' }],
  ['Diagnosed at 18 to 30 years of age', { young: 'unknown', allergic: 'unknown' }],
  // allergies denied
  [
    'Patient must not have any history of allergic reactions attributed to compounds similar to osimertinib',
    { allergic: 'not-met', bare: 'unknown' },
  ],
  ['Allergy to paclitaxel that was managed with premedication is allowed', { allergic: 'unknown', bare: 'unknown' }],
];

export const FURTHER_EXCLUDING: readonly Row[] = [
  ['Under 18 years of age', { young: 'met', allergic: 'met', bare: 'unknown' }],
  ['Children under 12', { young: 'met', bare: 'unknown' }],
  // allergens among others that no record names
  [
    'History of allergic reactions attributed to compounds of similar chemical or biologic composition to osimertinib or other agents used in the study',
    { allergic: 'not-met', bare: 'unknown', young: 'unknown' },
  ],
  ['Known hypersensitivity to ABC-1234 or its excipients', { allergic: 'not-met', bare: 'unknown' }],
  ['Severe hypersensitivity (grade ≥ 3) to osimertinib or any of its excipients', { allergic: 'unknown', bare: 'unknown' }],
  ['Severe hypersensitivity (grade ≥ 3) to paclitaxel, bevacizumab or any of their excipients', { allergic: 'not-met', bare: 'unknown' }],
  ['Prior severe hypersensitivity reaction to treatment with another monoclonal antibody', { allergic: 'not-met', bare: 'unknown' }],
  ['Allergy to murine monoclonal antibodies', { allergic: 'unknown' }],
  ['Allergy to paclitaxel that could not be managed by premedication', { allergic: 'unknown', bare: 'unknown' }],
  ['Cohort B: known hypersensitivity to osimertinib or its excipients', { allergic: 'unknown' }],
  ['Hypersensitivity to taxanes', { allergic: 'not-met', bare: 'unknown' }],
  ['Allergic reactions to compounds of similar biologic composition to novobiocin', { allergic: 'unknown' }],
];
