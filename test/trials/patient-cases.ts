/** Hand-checked verdicts of `criteria-patient.test.ts`. For an exclusion `met` means free of what excludes. */
import type { PATIENT_CHARTS } from './patient-charts.ts';

type Verdicts = Partial<Record<keyof typeof PATIENT_CHARTS, 'met' | 'not-met' | 'unknown'>>;
export type PatientRow = readonly [text: string, verdicts: Verdicts];

/** A further condition that no chart answers: contradicted by the limit, never confirmed. */
const MORE: Verdicts = { fit: 'unknown', failing: 'not-met', bare: 'unknown' };
/** Another way in: enough by the limit, never contradicted. */
const LESS: Verdicts = { fit: 'met', failing: 'unknown', bare: 'unknown' };
const BOTH: Verdicts = { fit: 'met', failing: 'not-met', bare: 'unknown' };
const NEVER: Verdicts = { fit: 'unknown', failing: 'unknown', bare: 'unknown' };

export const INCLUDING: readonly PatientRow[] = [
  [
    "Bilirubin ≤ 1.5 x ULN (with Gilbert's syndrome: bilirubin must be < 3 x ULN in these patients) Alanine aminotransferase ≤ 2.5 x ULN or ≤ 5 x ULN for patients with liver metastases",
    { fit: 'unknown', failing: 'not-met', bare: 'unknown' },
  ],
  // limits among words that say something else
  ['ECOG performance status 0-1 and a life expectancy of at least 12 weeks', MORE],
  ['Eastern Cooperative Group (ECOG) performance status of 0 or 1', BOTH],
  ['ECOG performance status 0-2. Evaluation of ECOG is performed within 7 days before the first dose.', MORE],
  // The consent is given at the visit.
  ['At least 18 years of age and willing to give written consent', BOTH],
  ['Age ≥ 18 years at the time the informed consent form is signed', BOTH],
  ['Age ≥ 18 years (or the legal age of consent in the country)', LESS],
  ['Age ≥ 18 years. Because no dosing data are available in patients < 18 years of age, children are excluded from this study.', BOTH],
  ['Age ≥ 18 years. Both men and women and members of all races and ethnic groups are eligible for this trial.', BOTH],
  ['Hemoglobin ≥ 9 g/dL (last transfusion more than 14 days before the first dose)', MORE],
  ['Hemoglobin ≥ 9 g/dL (may have been transfused)', LESS],
  ['Platelets ≥ 100 x 10^9/L (or ≥ 75 x 10^9/L with marrow involvement)', LESS],
  ['Creatinine < 2 mg/dL (or a glomerular filtration rate > 45)', LESS],
  ['Serum creatinine ≤ 1.5 x ULN or creatinine clearance ≥ 50 mL/min per 24 hour urine or the Cockcroft-Gault formula', BOTH],
  ['Total bilirubin ≤ 1.5 x ULN or direct bilirubin ≤ ULN if total bilirubin is > 1.5 x ULN', { fit: 'met', failing: 'unknown' }],
  ['ANC ≥ 1.5 x 10^9/L, platelets ≥ 100 x 10^9/L, haemoglobin ≥ 9 g/dL and normal PT', MORE],
  ['Bone marrow: i. ANC ≥ 1500/mm3 ii. platelets ≥ 100,000/mm3 iii. hemoglobin ≥ 9 g/dL', BOTH],
  ['Absolute neutrophil count >1,500/mcL Platelets >100,000/mcL Total bilirubin ≤ 1.5 x ULN', BOTH],
  ['INR ≤ 1.5 x ULN or prothrombin time ≤ 1.5 x ULN', NEVER],
  ['LVEF ≥ 50% by either echocardiogram or multigated acquisition scan (MUGA)', BOTH],
  ['AST and ALT ≤ 5 x ULN in patients with documented hepatic infiltration', LESS],
  ['QTcF ≤ 450 msec (males) or ≤ 470 msec (females)', BOTH],
  ['Cardiac ejection fraction ≥ 50% by echocardiogram or MUGA', BOTH],
  ['Testosterone > 200 ng/mL', NEVER],
  ['Prothrombin time no more than 2 seconds above the upper limit of normal', NEVER],
  [
    'Aspartate aminotransferase (AST) (serum glutamic oxaloacetic transaminase [SGOT])/alanine aminotransferase (ALT) (serum glutamate pyruvate transaminase [SGPT]) ≤ 3 x ULN',
    BOTH,
  ],
  // whose limit it is
  ['Patients with marrow disease must have hemoglobin ≥ 8 g/dL', NEVER],
  ['Patients ≥ 18 years of age must have a creatinine clearance > 30 mL/min', NEVER],
  ['ECOG performance status ≤ 2. For patients < 16 years, Lansky ≥ 50', NEVER],
  ['ALT, AST and alkaline phosphatase ≤ 3 x ULN. ALT ≤ 10 x ULN with liver lesions', NEVER],
  ['If apheresis is required, platelets ≥ 50,000/mm3; AST < 5 x ULN', NEVER],
  ['KPS ≥ 80 for Flu/Cy/TBI; KPS > 60 for Flu/Treo/TBI', NEVER],
  ['Age 12 to < 16 years; maximum serum creatinine 1.2 mg/dL', NEVER],
  ['Age ≥ 18 years (main study)', NEVER],
  ['Hemoglobin ≥ 9 g/dL in cohort B', NEVER],
  ['To proceed with maintenance: ANC ≥ 1000/mm3', NEVER],
  // pregnancy
  [
    'Women of childbearing potential must have a negative serum pregnancy test within 7 days and use effective contraception',
    { fit: 'met', pregnant: 'not-met', nursing: 'unknown', bare: 'unknown' },
  ],
  ['Participants must have a negative pregnancy test and use condoms', { fit: 'unknown', pregnant: 'not-met', nursing: 'unknown' }],
  [
    'Patients must not be pregnant or nursing, as there are no safety data',
    { fit: 'met', pregnant: 'not-met', nursing: 'not-met', bare: 'unknown' },
  ],
  ['Men with pregnant partners must use a condom', { fit: 'unknown', pregnant: 'unknown' }],
  ['Negative pregnancy test unless sterile for other reasons', { pregnant: 'unknown' }],
  // what is denied
  ['No history of stroke', { ill: 'not-met', past: 'unknown', bare: 'unknown' }],
  ['Patients must not have HIV infection', { ill: 'not-met', past: 'unknown' }],
  ['No concomitant use of strong CYP3A4 inhibitors', { ill: 'not-met', past: 'unknown' }],
  ['No HIV infection without treatment', { ill: 'unknown' }],
  ['Not on therapy for hepatitis B', { ill: 'unknown' }],
  ['HIV infection', { ill: 'unknown' }],
];

export const EXCLUDING: readonly PatientRow[] = [
  // a time before a list, or "recent", is asked of all that follow
  [
    'NYHA class ≥ II, a history of recent (≤ 6 months) arrhythmias, myocardial infarction or sustained ventricular tachyarrhythmia',
    { past: 'unknown', ill: 'unknown' },
  ],
  [
    'History (≤ 6 months before the start of the study drugs) of any of the following: acute myocardial infarction, unstable angina, bypass graft',
    { past: 'unknown' },
  ],
  [
    'History of significant cardiac disease within 6 months prior to starting treatment such as myocardial infarction, unstable angina',
    { past: 'unknown' },
  ],
  [
    'Has any of the following within 6 months before allocation: myocardial infarction, or other arterial thromboembolic event',
    { past: 'unknown' },
  ],
  ['History of myocardial infarction, unstable angina or stroke', { past: 'not-met', ill: 'not-met' }],
  // an infection with HIV is not AIDS
  ['History of acquired immunodeficiency syndrome (AIDS)', { ill: 'unknown', past: 'unknown' }],
  ['HIV infection or acquired immunodeficiency syndrome (AIDS)', { ill: 'not-met' }],
  // how long a half-life is, is not known; a dose that treats is seldom on file
  [
    'Strong inhibitor of CYP3A4 or a sensitive substrate within 14 days or five half-lives, whichever is shorter',
    { ill: 'not-met', past: 'unknown' },
  ],
  ['Anticoagulants (warfarin, heparin) at therapeutic levels', { ill: 'unknown', past: 'unknown' }],
  ['QTcF > 470 msec on triplicate electrocardiograms', { fit: 'met', failing: 'not-met', bare: 'unknown' }],
  ['LVEF < 50% with symptoms of heart failure of any grade', { fit: 'met', failing: 'unknown', bare: 'unknown' }],
  [
    'New York Heart Association class III or IV disease, or left ventricular ejection fraction < 40%',
    { fit: 'unknown', failing: 'not-met' },
  ],
  ['QTc > 430 ms for men and > 530 ms for women', { fit: 'met', failing: 'met', bare: 'unknown' }],
  ['QTc > 480 ms or other remarkable findings', { fit: 'unknown', failing: 'not-met', bare: 'unknown' }],
  ['Hemoglobin < 8 g/dL unless transfused', { fit: 'met', failing: 'unknown', bare: 'unknown' }],
  ['ALT > 3 x ULN (or ≤ 5 in patients with liver metastasis)', { fit: 'met', failing: 'unknown' }],
  ['AST > 3 x ULN and bilirubin > 2 x ULN', NEVER],
  // diseases beside the tumour: the record shows them, its silence shows nothing
  ['Known HIV infection', { ill: 'not-met', past: 'unknown', bare: 'unknown' }],
  ['Known HIV infection or a psychiatric illness', { ill: 'not-met', past: 'unknown' }],
  ['Known human immunodeficiency virus (HIV), hepatitis B or hepatitis C infection', { ill: 'not-met', past: 'not-met', bare: 'unknown' }],
  ['Hepatitis B surface antigen positive', { past: 'met', ill: 'unknown', bare: 'unknown' }],
  [
    'Active liver disease with positive serology for active hepatitis B, hepatitis C or known human immunodeficiency virus (HIV)',
    { ill: 'unknown' },
  ],
  ['Atrial fibrillation', { flutter: 'not-met', bare: 'unknown' }],
  ['Atrial fibrillation or Atrial flutter with a resting heart rate >110 beats per minute (bpm) at Visit 1', { flutter: 'unknown' }],
  ['Patient requires anticoagulation therapy, such as warfarin', { ill: 'not-met', flutter: 'not-met' }],
  ['Requires or receiving anticoagulation with warfarin or equivalent vitamin K antagonists', { ill: 'not-met', flutter: 'unknown' }],
  ['Uncontrolled HIV infection', { ill: 'unknown' }],
  ['HIV infection that is not controlled by antiretroviral therapy', { ill: 'unknown' }],
  ['HIV infection unless the viral load is undetectable', { ill: 'unknown' }],
  ['Known hepatitis B or C virus infection that is active', { ill: 'unknown' }],
  ['Vaccination against hepatitis B planned', { ill: 'unknown' }],
  ['Treatment for hepatitis B', { ill: 'unknown' }],
  ['Myocardial infarction within 6 months prior to enrollment', { ill: 'not-met', past: 'unknown', bare: 'unknown' }],
  ['Myocardial infarction, stroke or transient ischemic attack within the past 12 months', { ill: 'not-met', past: 'unknown' }],
  ['Stroke within 12 months', { ill: 'unknown' }],
  ['History of stroke', { ill: 'not-met', past: 'unknown' }],
  ['History of myocardial infarction', { ill: 'not-met', past: 'not-met', bare: 'unknown' }],
  ['Unstable angina or congestive heart failure', { ill: 'not-met', past: 'unknown' }],
  ['Congestive heart failure, New York Heart Association class III or IV', { ill: 'unknown' }],
  ['Significant cardiovascular disease, including myocardial infarction within 3 months or congestive heart failure', { ill: 'not-met' }],
  [
    'Uncontrolled intercurrent illness including congestive heart failure, asthma or social situations that limit compliance',
    { ill: 'unknown' },
  ],
  ['History of autoimmune disease', { ill: 'not-met', past: 'unknown' }],
  ['Active autoimmune disease requiring systemic treatment', { ill: 'unknown' }],
  ['Autoimmune disease, except vitiligo', { ill: 'unknown' }],
  ['Inflammatory bowel disease or malabsorption', { ill: 'not-met', bare: 'unknown' }],
  ['History of (non-infectious) pneumonitis that required steroids or current pneumonitis', { ill: 'unknown', past: 'unknown' }],
  ['History of interstitial lung disease or pneumonitis', { ill: 'not-met', past: 'not-met' }],
  ['Inadequately controlled heart disease including congestive heart failure', { ill: 'unknown' }],
  ['Medication that cannot be stopped: strong CYP3A4 inhibitors; proton pump inhibitors', { ill: 'unknown' }],
  ['Cardiac events within 1 month of: congestive heart failure; myocardial infarction; stroke', { ill: 'unknown' }],
  ['Arterial events, including myocardial infarction, stroke, etc., within 1 month prior to the first dose', { ill: 'unknown' }],
  ['Known hepatitis B. Note: patients with undetectable DNA on treatment may be enrolled.', { ill: 'unknown' }],
  ['Type 1 diabetes', { ill: 'unknown' }],
  ['Uncontrolled diabetes mellitus', { ill: 'unknown' }],
  ['Seizures or epilepsy', { ill: 'unknown', past: 'unknown' }],
  ['Family history of stroke, glaucoma', { ill: 'unknown' }],
  ['Participants with autoimmune disease who are:', { ill: 'unknown' }],
  // pregnancy
  [
    'Pregnant or breastfeeding, or expecting to conceive within the projected duration of the trial',
    { fit: 'unknown', pregnant: 'not-met', nursing: 'not-met', bare: 'unknown' },
  ],
  [
    'Pregnant women are excluded from this study because the agent may be teratogenic',
    { fit: 'met', pregnant: 'not-met', nursing: 'met', bare: 'unknown' },
  ],
  [
    'Women who are pregnant, nursing or able to become pregnant and unwilling to use contraception',
    { pregnant: 'not-met', nursing: 'not-met' },
  ],
  ['Pregnant women may be enrolled after the first trimester', { pregnant: 'unknown', bare: 'unknown' }],
  ['Pregnancy within the past 6 months', { pregnant: 'unknown', nursing: 'unknown' }],
  // medication of now
  ['Concomitant use of strong CYP3A4 inhibitors', { ill: 'not-met', past: 'unknown', bare: 'unknown' }],
  ['Strong CYP3A4 inhibitors within 14 days before the first dose', { ill: 'not-met', past: 'not-met' }],
  ['Strong or moderate inhibitors or inducers of CYP3A', { ill: 'not-met' }],
  ['Strong CYP2D6 inhibitors', { ill: 'unknown' }],
  ['Receiving proton pump inhibitors', { ill: 'not-met', past: 'unknown' }],
  ['Treatment with warfarin', { ill: 'not-met', past: 'unknown' }],
  ['Warfarin that cannot be replaced by another anticoagulant', { ill: 'unknown' }],
  ['Systemic corticosteroids (> 10 mg daily of prednisone or equivalent)', { ill: 'not-met', past: 'unknown', bare: 'unknown' }],
  [
    'Has a diagnosis of immunodeficiency or is receiving chronic systemic steroid therapy (in dosing exceeding 10 mg daily of prednisone equivalent) or any other form of immunosuppressive therapy within 7 days prior to the first dose',
    { ill: 'not-met', past: 'unknown' },
  ],
  ['Strong CYP3A4 inhibitors are not permitted unless they can be stopped', { ill: 'unknown' }],
  // allergies
  ['Known hypersensitivity to pembrolizumab or any of its excipients', { ill: 'not-met', past: 'unknown', bare: 'unknown' }],
  ['Allergy to cisplatin, carboplatin or other platinum compounds', { ill: 'not-met' }],
  ['Severe hypersensitivity to pembrolizumab', { ill: 'unknown' }],
  ['Hypersensitivity to docetaxel', { ill: 'unknown' }],
  ['Hypersensitivity to the study drug', { ill: 'unknown' }],
];
