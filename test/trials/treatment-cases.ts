/** Hand-checked verdicts of `criteria-treatment.test.ts`. For an exclusion `met` means certainly free of what excludes. */
import type { TREATMENT_CHARTS } from './treatment-charts.ts';

type Verdicts = Partial<Record<keyof typeof TREATMENT_CHARTS, 'met' | 'not-met' | 'unknown'>>;
export type TreatmentRow = readonly [text: string, verdicts: Verdicts];

const NOBODY: Verdicts = { recent: 'unknown', second: 'unknown', bare: 'unknown' };

export const TREATED_IN: readonly TreatmentRow[] = [
  // said of those who have them
  [
    'Participants with treated brain metastases must have no progression on imaging',
    { early: 'met', second: 'unknown', recent: 'unknown' },
  ],
  // both at once, not one after the other; two treatments of which one was for a disease
  ['Must have received endocrine treatment with a platinum agent', NOBODY],
  ['No prior treatment with sorafenib or any prior chemotherapy for thyroid cancer', { recent: 'unknown', second: 'unknown' }],
  ['Patients must have received prior treatment with platinum-based chemotherapy', { recent: 'met', second: 'unknown', bare: 'unknown' }],
  ['Must have received at least one androgen receptor pathway inhibitor (ARPI)', NOBODY],
  ['Prior treatment with a PD-1 or PD-L1 inhibitor and platinum-based chemotherapy', { recent: 'met', second: 'unknown' }],
  ['Must have received a platinum agent or docetaxel', { recent: 'met', second: 'met', early: 'unknown' }],
  ['Must have progressed on prior osimertinib', { second: 'unknown', bare: 'unknown' }],
  ['Participants may have received prior chemotherapy', { recent: 'unknown' }],
  ['Prior chemotherapy is allowed', { recent: 'unknown' }],
  ['No prior systemic therapy for metastatic disease', { recent: 'not-met', second: 'not-met', early: 'unknown', bare: 'unknown' }],
  ['No prior systemic therapy for advanced or metastatic NSCLC', { recent: 'not-met', early: 'met', two: 'met', bare: 'unknown' }],
  ['No prior chemotherapy for colon cancer', { two: 'unknown', early: 'met', recent: 'met' }],
  ['Treatment-naive', { recent: 'not-met', early: 'not-met', rheumatism: 'unknown', bare: 'unknown' }],
  ['Participants must not have received any prior immunotherapy', { recent: 'not-met', second: 'unknown' }],
  ['No prior treatment with an EGFR TKI, ALK inhibitor or any investigational agent', { second: 'not-met', recent: 'unknown' }],
  [
    'Must have received at least 1 but no more than 2 prior lines of systemic therapy in the metastatic setting',
    { recent: 'unknown', second: 'unknown' },
  ],
  ['No more than 1 prior line of systemic therapy for metastatic disease', { second: 'not-met', recent: 'unknown', bare: 'unknown' }],
  [
    'Participants must not have received more than 1 prior line of systemic therapy in the advanced/metastatic setting',
    { second: 'not-met', recent: 'unknown' },
  ],
  ['No more than 1 prior line of chemotherapy', { second: 'unknown' }],
  ['At least 4 weeks since the last dose of immunotherapy', { recent: 'unknown', second: 'unknown' }],
  ['Prior radiotherapy must have been completed at least 14 days before the first dose', { recent: 'not-met', second: 'unknown' }],
  ['Patients must be at least 4 weeks from major surgery', { recent: 'unknown', second: 'unknown' }],
  ['No prior allogeneic stem cell transplant', { transplanted: 'not-met', recent: 'unknown' }],
  // brain metastases
  ['Must have brain metastases', { second: 'met', recent: 'unknown', early: 'not-met' }],
  ['No known brain metastases', { second: 'not-met', recent: 'unknown', early: 'met' }],
  ['Patients with treated, stable brain metastases are eligible', { second: 'unknown', recent: 'unknown', early: 'met' }],
  ['Stable brain metastases', { second: 'unknown', early: 'unknown' }],
  ['Must not have symptomatic CNS metastases', { second: 'unknown', recent: 'unknown', early: 'met' }],
  // other cancers
  ['No other active malignancy', { two: 'not-met', past: 'unknown', skin: 'unknown', again: 'unknown', bare: 'unknown' }],
];

export const TREATED_EX: readonly TreatmentRow[] = [
  ['Treatment with surgery, systemic cancer therapy or immunotherapy within protocol specified intervals', NOBODY],
  // a further sentence that forbids is one more way to be excluded
  [
    'Any systemic treatment for pancreatic cancer within 14 days. Investigational treatment must not have been given within 4 weeks.',
    { early: 'unknown', recent: 'unknown' },
  ],
  // the time at the end is meant for what stands before the disease too
  [
    'Prior therapy for NSCLC with chemotherapy, immunotherapy and/or an experimental drug within 4 weeks, or 5 half-lives, whichever is shorter',
    { second: 'unknown', recent: 'unknown', early: 'unknown' },
  ],
  ['Chemotherapy, hormonal therapy for lung cancer, or radiotherapy within 2 weeks', { second: 'unknown', recent: 'not-met' }],
  ['Known additional malignancy that is progressing and requires active treatment', { two: 'unknown' }],
  ['Another active cancer requiring treatment', { two: 'unknown', bare: 'unknown' }],
  ['Brain metastases cannot be excluded for want of imaging', { second: 'unknown', early: 'unknown' }],
  // lists: one that is recorded is enough
  [
    'Prior therapy with an anti-PD-1, anti-PD-L1, or anti-PD-L2 agent or with an agent directed to another stimulatory or co-inhibitory T-cell receptor (e.g., CTLA-4, OX-40, CD137)',
    { recent: 'not-met', second: 'unknown', bare: 'unknown' },
  ],
  ['Prior treatment with any KRAS G12C inhibitor or docetaxel', { second: 'not-met', recent: 'unknown' }],
  ['Prior therapy with pembrolizumab and lenvatinib', { recent: 'unknown' }],
  ['Prior pembrolizumab in combination with chemotherapy', { recent: 'unknown' }],
  ['Prior treatment with an anti-PD-1 antibody that was stopped because of toxicity', { recent: 'unknown' }],
  ['History of immune-related adverse events with prior pembrolizumab', { recent: 'unknown' }],
  ['Prior chemotherapy for another cancer', { recent: 'unknown' }],
  ['Prior PARP inhibitor, unless stopped more than a year ago', NOBODY],
  ['Prior anti-CD20 therapy', { rheumatism: 'unknown', recent: 'unknown' }],
  // a bracket that lists kinds limits to them, examples do not
  [
    'Receiving cancer therapy (chemotherapy, radiation, immunotherapy)',
    { early: 'unknown', adjuvant: 'unknown', second: 'unknown', bare: 'unknown' },
  ],
  ['Cancer therapy (chemotherapy, radiation, immunotherapy) within 4 weeks', { early: 'unknown', second: 'unknown', recent: 'not-met' }],
  ['Prior systemic anticancer therapy (chemotherapy or immunotherapy)', { early: 'unknown', second: 'not-met', recent: 'not-met' }],
  ['Anti-cancer therapy (e.g., chemotherapy, immunotherapy) within 4 weeks', { early: 'unknown', bare: 'unknown' }],
  // adjuvant chemotherapy was not for the metastases
  ['Prior chemotherapy for metastatic breast cancer', { adjuvant: 'unknown', early: 'unknown', recent: 'met' }],
  ['Has received any prior chemotherapy for metastatic or recurrent breast cancer', { adjuvant: 'unknown', early: 'unknown' }],
  ['Prior chemotherapy in the metastatic setting', { adjuvant: 'unknown', second: 'not-met' }],
  ['Prior chemotherapy for breast cancer', { adjuvant: 'not-met', early: 'unknown', recent: 'met' }],
  // a HER2 inhibitor of the lung is no EGFR inhibitor; AKT is no tyrosine kinase
  ['Prior EGFR tyrosine kinase inhibitor', { second: 'not-met', zongertinib: 'unknown' }],
  ['Prior HER2-directed therapy', { zongertinib: 'not-met', second: 'unknown' }],
  ['Prior tyrosine kinase inhibitor', { zongertinib: 'not-met', capivasertib: 'unknown' }],
  ['Prior AKT inhibitor', { capivasertib: 'not-met', zongertinib: 'unknown' }],
  ['Prior rituximab', { rheumatism: 'not-met', recent: 'unknown' }],
  ['Prior treatment with a topoisomerase I inhibitor antibody-drug conjugate', NOBODY],
  ['Hypersensitivity to pembrolizumab', { recent: 'unknown' }],
  // times
  // What is taken now, and the weeks behind it, pass; an interval of months without treatment is asked as such.
  ['Systemic anticancer therapy within 3 months before the first dose', { recent: 'not-met', second: 'not-met', rheumatism: 'unknown' }],
  ['Systemic anticancer therapy within 4 weeks before the first dose', { recent: 'unknown', second: 'unknown', rheumatism: 'unknown' }],
  ['Systemic anticancer therapy within 1 week', { recent: 'unknown', second: 'unknown', early: 'unknown' }],
  [
    'Systemic anti-cancer therapy within 4 weeks or 5 half-lives, whichever is shorter, before randomization',
    { recent: 'unknown', second: 'unknown', bare: 'unknown' },
  ],
  [
    'Immunotherapy within 4 weeks or 5 half-lives, whichever is longer, prior to the first dose of study drug',
    { recent: 'unknown', second: 'unknown' },
  ],
  ['Chemotherapy within 4 weeks prior to registration', { recent: 'unknown', second: 'unknown', rheumatism: 'unknown' }],
  ['Chemotherapy or radiotherapy within 14 days prior to study entry', { recent: 'not-met', second: 'unknown' }],
  ['Radiotherapy within 1 week before the first dose', { recent: 'not-met', bare: 'unknown' }],
  ['Radiotherapy within 5 days before the first dose', { recent: 'unknown' }],
  [
    'Received prior radiotherapy within 2 weeks of start of study treatment, or has radiation-related toxicities, requiring corticosteroids',
    { recent: 'not-met' },
  ],
  ['Radiotherapy within 2 weeks, without complete recovery', { recent: 'unknown' }],
  ['Palliative radiotherapy within 2 weeks', { recent: 'unknown' }],
  ['Radiotherapy within 4 weeks, except palliative radiotherapy to bone', { recent: 'unknown' }],
  ['Chemotherapy, targeted therapy (except EGFR inhibitors) or radiotherapy within 3 weeks', { recent: 'not-met', second: 'unknown' }],
  ['Any anticancer therapy within 3 weeks (except hormonal therapy)', { early: 'unknown', recent: 'unknown' }],
  ['Active infection within 30 days of radiotherapy', { recent: 'unknown' }],
  ['Concurrent anticancer therapy during the study', { second: 'unknown' }],
  ['Currently receiving chemotherapy', { recent: 'unknown', second: 'unknown' }],
  ['Participants who are receiving any other anticancer agents', { second: 'unknown', recent: 'unknown', bare: 'unknown' }],
  // setting and disease
  ['Prior systemic therapy for metastatic disease', { recent: 'not-met', second: 'not-met', early: 'unknown', transplanted: 'unknown' }],
  ['Prior systemic therapy for locally advanced disease', { recent: 'unknown' }],
  ['Prior systemic anticancer therapy for advanced or metastatic breast cancer', { early: 'unknown', recent: 'met' }],
  [
    'Prior chemotherapy for this cancer',
    { recent: 'not-met', two: 'unknown', bare: 'unknown', history: 'unknown', elsewhere: 'unknown', reasoned: 'not-met' },
  ],
  ['Prior chemotherapy', { history: 'not-met', elsewhere: 'not-met' }],
  ['Prior radiation therapy for this cancer', { recent: 'not-met', history: 'unknown', elsewhere: 'unknown' }],
  ['Prior surgery for this cancer', { recent: 'unknown', elsewhere: 'unknown', reasoned: 'not-met' }],
  ['Prior treatment with neratinib', { elsewhere: 'unknown' }],
  ['More than 1 prior line of therapy in the metastatic setting', { second: 'not-met', recent: 'unknown' }],
  // procedures
  ['Major surgery within 4 weeks of the first dose of study treatment', { recent: 'unknown', bare: 'unknown' }],
  ['Major surgery (excluding placement of vascular access) within 24 months', { recent: 'not-met', bare: 'unknown' }],
  ['Prior allogeneic stem cell or solid organ transplantation', { transplanted: 'not-met', kidney: 'not-met', recent: 'unknown' }],
  ['Has had an allogeneic tissue/solid organ transplant', { kidney: 'not-met', transplanted: 'unknown' }],
  ['History of solid organ transplant and taking immunosuppressants', { kidney: 'unknown' }],
  ['Autologous stem cell transplant', { transplanted: 'unknown' }],
  ['Prior autologous stem cell transplant', { transplanted: 'unknown' }],
  ['Blood transfusion within 14 days', { transplanted: 'not-met', recent: 'unknown' }],
  // brain metastases
  ['Known brain metastases', { second: 'not-met', recent: 'unknown', early: 'met' }],
  ['Brain or leptomeningeal metastases', { second: 'not-met', recent: 'unknown', early: 'met' }],
  ['Active, untreated CNS metastases', { second: 'unknown', recent: 'unknown', early: 'met' }],
  ['Known active central nervous system metastases and/or carcinomatous meningitis', { second: 'unknown', early: 'met' }],
  ['Brain metastases unless treated and stable for at least 4 weeks', { second: 'unknown', recent: 'unknown', early: 'met' }],
  [
    'Symptomatic brain metastases. A scan is not required. Patients with spinal cord compression unless definitively treated.',
    { second: 'unknown', early: 'unknown' },
  ],
  ['Known active brain metastases. 8. Active infection requiring systemic therapy', { second: 'unknown', early: 'unknown' }],
  ['Spinal cord compression or brain metastases', { second: 'unknown', early: 'unknown' }],
  ['Craniotomy or surgery of brain metastases within 4 weeks', { second: 'unknown', early: 'unknown' }],
  // other cancers
  ['Other active malignancy', { two: 'not-met', past: 'unknown', skin: 'unknown', again: 'unknown', bare: 'unknown' }],
  ['Other malignancy within 5 years', { two: 'not-met', past: 'unknown', skin: 'unknown', bare: 'unknown' }],
  ['History of another malignancy', { two: 'not-met', past: 'not-met', skin: 'unknown', bare: 'unknown' }],
  [
    'Known additional malignancy that is progressing or has required active treatment within the past 3 years',
    { two: 'not-met', past: 'unknown', skin: 'unknown' },
  ],
  [
    'Other active malignancy, except adequately treated basal cell carcinoma of the skin or in situ carcinoma of the cervix',
    { two: 'not-met', skin: 'unknown' },
  ],
  ['Prior malignancy within 3 years, except in situ carcinoma of the breast', { two: 'unknown', skin: 'unknown' }],
  ['Other malignancy, except malignancies with a negligible risk of metastasis or death', { two: 'unknown' }],
  ['Prior malignancy that could interfere with the study in the opinion of the investigator', { two: 'unknown', past: 'unknown' }],
];
