/** Hand-checked verdicts of `criteria-further.test.ts`: what decides one way in criteria that stay open as a whole. For an exclusion `met` means free of it. */
import type { CriterionRow } from './criterion-table.ts';
import type { FURTHER_CHARTS } from './further-charts.ts';

type Row = CriterionRow<keyof typeof FURTHER_CHARTS>;

export const FURTHER_INCLUDING: readonly Row[] = [
  // ages in other words
  ['18-24 years of age', { young: 'met', allergic: 'not-met', bare: 'unknown' }],
  ['18 to 99 years of age', { young: 'met', bare: 'unknown' }],
  ['18 to 30 years of age at diagnosis', { young: 'unknown', allergic: 'unknown' }],
  ['Women ages 18 to 70 years old', { young: 'not-met', bare: 'unknown' }],
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
    { tested: 'met', halfTested: 'unknown', turned: 'unknown', bare: 'unknown' },
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
  // side effects by grade
  ['Peripheral neuropathy ≤ grade 1', { burdened: 'not-met', unburdened: 'unknown', bare: 'unknown' }],
  ['Diarrhea < grade 2 by CTCAE v5.0', { burdened: 'met', unburdened: 'unknown' }],
  [
    'Recovered from all toxicities of prior anticancer therapy to grade ≤ 1 or baseline, except for alopecia',
    { burdened: 'not-met', unburdened: 'unknown', bare: 'unknown' },
  ],
  [
    'Recovered from all toxicities of prior anticancer therapy to grade ≤ 1, except those that the investigator does not consider a safety risk',
    { burdened: 'unknown', unburdened: 'unknown' },
  ],
  [
    'Participants must not have received a live vaccine within 28 days before randomization',
    { burdened: 'not-met', unburdened: 'unknown' },
  ],
  ['Prior treatment with anti-CD20 antibodies is not allowed', { bare: 'unknown', calm: 'unknown' }],
  // whose result it is
  ['HER2-positive disease', { twofold: 'unknown', positive: 'met', bare: 'unknown' }],
  ['EGFR L858R mutation', { twofold: 'unknown', bare: 'unknown' }],
  ['Histologically confirmed breast cancer', { twofold: 'met' }],
  // low is a kind of negative
  ['HER2-low (IHC 1+ or IHC 2+/ISH-) breast cancer', { positive: 'not-met', bare: 'not-met' }],
  ['HER2-low or HER2-ultralow disease', { positive: 'not-met', bare: 'unknown' }],
  // categories and lesions
  ['Stage III or IV disease', { rai: 'unknown', bare: 'unknown' }],
  ['Clinical stage cT2-4, N0-1', { staged: 'unknown', restaged: 'unknown', bare: 'unknown' }],
  ['Clinical stage T1, N0-1', { staged: 'not-met', restaged: 'unknown' }],
  ['T stage of any of the following: cT3b, cT3c, cT4', { staged: 'not-met', bare: 'unknown' }],
  ['Pathologic stage pT3-4', { staged: 'unknown' }],
  ['Patients with isolated tumor cells will be considered N0', { staged: 'unknown' }],
  ['cT3a - cT4x', { staged: 'unknown' }],
  ['Measurable disease per RECIST v1.1', { staged: 'met', restaged: 'not-met', bare: 'unknown' }],
  ['Measurable or evaluable disease per RECIST v1.1', { staged: 'unknown', restaged: 'unknown' }],
  ['Palliative radiotherapy completed to a measurable lesion', { staged: 'unknown', restaged: 'unknown' }],
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
  ['Known active, not controlled HIV, hepatitis B or hepatitis C infection or diagnosis of immunodeficiency', { tested: 'unknown' }],
  ['Active infection including HIV, hepatitis B or hepatitis C', { tested: 'unknown', infected: 'unknown' }],
  ['Active hepatitis B, active hepatitis C, any uncontrolled infection, or HIV infection', { tested: 'unknown', halfTested: 'unknown' }],
  // side effects by grade, vaccines, other studies
  ['Has grade ≥2 peripheral neuropathy', { burdened: 'not-met', unburdened: 'unknown', bare: 'unknown' }],
  ['Peripheral neuropathy > grade 2 (CTCAE v5.0)', { burdened: 'met', unburdened: 'unknown' }],
  [
    'Patients who have not recovered from adverse events due to prior anti-cancer therapy (i.e., have residual toxicities > grade 1) with the exception of alopecia',
    { burdened: 'not-met', unburdened: 'unknown', bare: 'unknown' },
  ],
  ['Unresolved toxicities of prior therapy > grade 1, excluding colitis', { burdened: 'unknown' }],
  [
    'Received a live or live-attenuated vaccine within 30 days before the first dose. Killed vaccines are allowed.',
    { burdened: 'not-met', unburdened: 'unknown', bare: 'unknown' },
  ],
  ['Plans to receive a live vaccine within 30 days of the first dose', { burdened: 'unknown' }],
  [
    'Is currently participating in or has participated in a study of an investigational agent within 4 weeks before the first dose',
    { burdened: 'not-met', unburdened: 'unknown', bare: 'unknown' },
  ],
  ['Patients who are receiving any other investigational agents', { burdened: 'not-met', unburdened: 'unknown' }],
  ['Concurrent participation in another observational study', { burdened: 'unknown' }],
  ['Active infection within 7 days before the first dose of the investigational product', { burdened: 'unknown' }],
  // several things at once
  [
    'History of (non-infectious) pneumonitis that required steroids or current pneumonitis',
    { inflamed: 'not-met', calm: 'unknown', bare: 'unknown' },
  ],
  ['History of interstitial lung disease or active pneumonitis ≥ grade 2', { inflamed: 'unknown', calm: 'unknown' }],
  [
    'Active autoimmune disease that has required systemic treatment in the past 2 years',
    { inflamed: 'not-met', calm: 'not-met', bare: 'unknown' },
  ],
  ['Active autoimmune disease requiring immunosuppressive treatment', { inflamed: 'not-met', calm: 'unknown', bare: 'unknown' }],
  [
    'Active autoimmune disease requiring systemic therapy that in the opinion of the investigator has an impact on the study',
    { inflamed: 'unknown' },
  ],
  [
    'Has a diagnosis of immunodeficiency or is receiving chronic systemic steroid therapy (in dosing exceeding 10 mg daily of prednisone equivalent) or any other form of immunosuppressive therapy within 7 days before the first dose',
    { inflamed: 'not-met', calm: 'unknown', bare: 'unknown' },
  ],
  [
    'Stroke, transient ischemic attack, or seizure within 6 months prior to signing the informed consent form (ICF)',
    { inflamed: 'not-met', calm: 'unknown' },
  ],
  ['Patients with active tuberculosis (TB) are excluded', { inflamed: 'unknown' }],
  [
    'Previous treatment with adalimumab is not allowed. Note: Other protocol-defined inclusion/exclusion criteria may apply.',
    { calm: 'unknown' },
  ],
  // categories
  ['Clinical T4b tumors', { staged: 'met', restaged: 'unknown', bare: 'unknown' }],
  ['pT2 or history of inflammatory disease', { staged: 'unknown' }],
];
