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
  // carriers of a virus
  [
    'HIV-infected patients on effective anti-retroviral therapy with undetectable viral load within 6 months are eligible for this trial',
    { tested: 'met', halfTested: 'unknown', infected: 'unknown', bare: 'unknown' },
  ],
  [
    'Patients with a history of hepatitis C virus (HCV) infection must have been treated and cured',
    { tested: 'met', halfTested: 'unknown', bare: 'unknown' },
  ],
  [
    'For patients with evidence of chronic hepatitis B virus (HBV) infection, the HBV viral load must be undetectable on suppressive therapy',
    { tested: 'met', halfTested: 'unknown', infected: 'unknown' },
  ],
  [
    'Participants who are HBsAg positive are eligible if they receive antiviral therapy',
    { tested: 'met', halfTested: 'met', infected: 'unknown' },
  ],
  ['Must be HIV positive and receiving antiretroviral therapy', { tested: 'unknown', infected: 'unknown' }],
  ['Seronegative for HIV antibody', { tested: 'met', halfTested: 'unknown' }],
  ['DONOR: must be HIV negative', { tested: 'unknown' }],
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
  // carriers of a virus
  [
    'Known history of HIV infection. No HIV testing is required unless mandated by local health authority.',
    { infected: 'not-met', tested: 'met', halfTested: 'unknown', bare: 'unknown' },
  ],
  ['Known HIV infection that is not well controlled', { tested: 'met', infected: 'unknown', bare: 'unknown' }],
  [
    'Concurrent active hepatitis B (defined as HBsAg positive and/or detectable HBV DNA) and hepatitis C (anti-HCV antibody positive and detectable HCV RNA)',
    { tested: 'met', halfTested: 'unknown', infected: 'unknown', bare: 'unknown' },
  ],
  ['Active HIV infection or Hep B/C', { tested: 'met', halfTested: 'unknown', infected: 'unknown' }],
  [
    "HIV-infected participants with a history of Kaposi's sarcoma and/or Multicentric Castleman's Disease",
    { tested: 'met', infected: 'unknown' },
  ],
  ['Known history of HIV or active tuberculosis that requires therapy', { tested: 'unknown' }],
];
