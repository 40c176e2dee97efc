/** Everything else that stands in ordinary records: problems, procedures, vaccinations, reports, narratives, documents, consents, family history. */
import { words, type Resource } from '../reading/resources.ts';

const subject = { reference: 'Patient/p1' };
const listed = (text: string): readonly string[] => text.trim().split(/\s*;\s*/);

/** Descriptions of the commonest ICD-10-CM codes and entries of problem lists. */
export const PROBLEMS = listed(`
Essential (primary) hypertension; Hyperlipidemia, unspecified; Mixed hyperlipidemia; Pure hypercholesterolemia, unspecified; Type 2 diabetes mellitus without complications; Type 2 diabetes mellitus with hyperglycemia; Type 1 diabetes mellitus; Type 2 diabetes mellitus with diabetic polyneuropathy; Type 2 diabetes mellitus with diabetic chronic kidney disease; Long term (current) use of insulin; Long term (current) use of anticoagulants; Long term (current) use of aspirin; Other long term (current) drug therapy; Encounter for immunization; Encounter for general adult medical examination without abnormal findings; Encounter for screening mammogram for malignant neoplasm of breast; Encounter for screening for malignant neoplasm of colon; Encounter for gynecological examination; Encounter for routine child health examination; Encounter for supervision of normal pregnancy; Encounter for antineoplastic chemotherapy; Encounter for other preprocedural examination; Personal history of nicotine dependence; Nicotine dependence, cigarettes, uncomplicated; Tobacco use; Obesity, unspecified; Morbid (severe) obesity due to excess calories; Body mass index 30.0-30.9, adult; Gastro-esophageal reflux disease without esophagitis; Hypothyroidism, unspecified; Anxiety disorder, unspecified; Generalized anxiety disorder; Major depressive disorder, single episode, unspecified; Major depressive disorder, recurrent; Bipolar disorder, unspecified; Insomnia, unspecified; Obstructive sleep apnea (adult) (pediatric); Vitamin D deficiency, unspecified; Anemia, unspecified; Iron deficiency anemia, unspecified; Vitamin B12 deficiency anemia; Acute kidney failure, unspecified; Chronic kidney disease, stage 3 unspecified; Chronic kidney disease, stage 4 (severe); End stage renal disease; Dependence on renal dialysis; Hypertensive chronic kidney disease; Atherosclerotic heart disease of native coronary artery without angina pectoris; Old myocardial infarction; Presence of coronary angioplasty implant and graft; Non-ST elevation (NSTEMI) myocardial infarction; ST elevation (STEMI) myocardial infarction; Unstable angina; Unspecified atrial fibrillation; Paroxysmal atrial fibrillation; Chronic atrial fibrillation; Heart failure, unspecified; Acute on chronic systolic (congestive) heart failure; Chronic diastolic heart failure; Cardiomyopathy; Nonrheumatic aortic (valve) stenosis; Nonrheumatic mitral (valve) insufficiency; Aortic regurgitation; Cardiac arrest; Presence of cardiac pacemaker; Long QT syndrome; First degree atrioventricular block; Left bundle-branch block; Cerebral infarction, unspecified; Transient cerebral ischemic attack, unspecified; Peripheral vascular disease, unspecified; Acute embolism and thrombosis of deep veins of lower extremity; Pulmonary embolism without acute cor pulmonale; Personal history of venous thrombosis; Chronic obstructive pulmonary disease, unspecified; COPD with (acute) exacerbation; Unspecified asthma, uncomplicated; Mild intermittent asthma; Pneumonia, unspecified organism; Acute bronchitis; Acute upper respiratory infection; Acute pharyngitis; Acute sinusitis; Allergic rhinitis, unspecified; Influenza due to other identified influenza virus; COVID-19; Acute respiratory failure with hypoxia; Cough; Shortness of breath; Chest pain, unspecified; Fever, unspecified; Dizziness and giddiness; Headache; Migraine, unspecified; Syncope and collapse; Altered mental status; Epilepsy, unspecified; Parkinson's disease; Alzheimer's disease, unspecified; Unspecified dementia; Multiple sclerosis; Restless legs syndrome; Carpal tunnel syndrome; Polyneuropathy, unspecified; Low back pain; Cervicalgia; Pain in right knee; Unilateral primary osteoarthritis, right knee; Osteoarthritis; Rheumatoid arthritis, unspecified; Systemic lupus erythematosus; Psoriasis; Gout, unspecified; Age-related osteoporosis; Fibromyalgia; Fracture of neck of left femur; Sprain of ankle; Laceration without foreign body; Fall on same level; Urinary tract infection, site not specified; Benign prostatic hyperplasia with lower urinary tract symptoms; Erectile dysfunction; Hematuria; Calculus of kidney; Urinary incontinence; Sepsis, unspecified organism; Septic shock; Cellulitis of left lower limb; Methicillin resistant Staphylococcus aureus infection; Methicillin susceptible Staphylococcus aureus infection; Resistance to multiple antimicrobial drugs; Enterocolitis due to Clostridium difficile; Acute pancreatitis; Cholelithiasis; Acute appendicitis; Diverticulosis of large intestine; Irritable bowel syndrome; Crohn's disease; Ulcerative colitis; Constipation, unspecified; Diarrhea, unspecified; Nausea with vomiting; Gastrointestinal hemorrhage; Unspecified abdominal pain; Hemorrhoids; Inguinal hernia; Hiatal hernia; Barrett's esophagus; Polyp of colon; Alcoholic cirrhosis of liver; Fatty (change of) liver; Chronic viral hepatitis C; Hepatitis B carrier; HIV disease; Alcohol dependence; Opioid dependence; Cannabis use; Hypokalemia; Hyponatremia; Hyperkalemia; Dehydration; Acidosis; Hypomagnesemia; Thrombocytopenia, unspecified; Neutropenia; Leukocytosis; Protein-calorie malnutrition; Dysphagia; Pressure ulcer of sacral region; Hyperparathyroidism; Hypertriglyceridemia; Type 2 diabetes with retinopathy; Cataract; Glaucoma; Macular degeneration; Dry eye syndrome; Otitis media; Hearing loss; Impacted cerumen; Acne; Atopic dermatitis; Actinic keratosis; Seborrheic keratosis; Melanocytic nevi; Lipoma; Benign neoplasm of colon; Leiomyoma of uterus; Endometriosis; Menopausal symptoms; Polycystic ovarian syndrome; Gestational diabetes; Preeclampsia; Normal delivery; Preterm birth; Neonatal jaundice; Attention-deficit hyperactivity disorder; Autistic disorder; Post-traumatic stress disorder; Schizophrenia; Sickle-cell trait; Sickle-cell disease; Thalassemia minor; Hemophilia A; Von Willebrand disease; Factor V Leiden; Activated protein C resistance; Primary thrombophilia; Hereditary hemochromatosis; Cystic fibrosis; Down syndrome; Marfan syndrome; Familial hypercholesterolemia; Alpha-1-antitrypsin deficiency; Wilson's disease; Gilbert syndrome; Porphyria; Phenylketonuria; Ehlers-Danlos syndrome; Familial Mediterranean fever; Ankylosing spondylitis; HLA-B27 positive; Celiac disease; Hashimoto thyroiditis; Graves disease; Addison's disease; Sarcoidosis; Allergy to penicillin; Drug allergy; Do not resuscitate; Received third dose of vaccine; Stress (finding); Full-time employment (finding); Limited social contact (finding); Victim of intimate partner abuse (finding); Reports of violence in the environment (finding); Medication review due (situation); Risk activity involvement (finding); Viral sinusitis (disorder); Prediabetes; Body mass index 30+ - obesity (finding); Chronic pain; Impacted molars; Gingivitis (disorder); Whiplash injury to neck; Concussion injury of brain; Suspected COVID-19; Acquired coagulation disorder (disorder); Family history of breast cancer; Family history of malignant neoplasm of colon; Genetic susceptibility to other disease; Carrier of cystic fibrosis; Carrier status; ER visit; Poor metabolic control; Slow transit constipation; Rapid eye movement sleep disorder; Intermediate uveitis
`);

export const PROCEDURES = listed(`
Colonoscopy; Esophagogastroduodenoscopy; Electrocardiogram; 12-lead ECG; Echocardiography; Cardiac catheterization; Coronary artery bypass graft; PCI with stent; Hemodialysis; CT of head without contrast; MRI of brain; CAT scan abdomen; Chest X-ray; Mammogram; DEXA; Pap smear; Skin biopsy; Appendectomy; Cholecystectomy; Total knee arthroplasty; Hip replacement; Cataract extraction; Cesarean section; Hysterectomy; Tonsillectomy; Hernia repair; Intubation; Mechanical ventilation; Central line insertion; Lumbar puncture; Blood transfusion; Transfusion of platelets, HLA matched; Physical therapy; Wound care; Venipuncture; Specimen collection; Depression screening; Depression screening using PHQ-9; Medication reconciliation (procedure); Assessment of health and social care needs (procedure); Assessment using AUDIT-C (procedure); Assessment of anxiety (procedure); Dental care (regime/therapy); Removal of subgingival calculus; Measurement of respiratory function (procedure); Spirometry; Pulmonary rehabilitation; Chemotherapy; External beam radiation therapy; Sentinel lymph node biopsy; Lumpectomy; Bone marrow biopsy; ER visit; Emergency room admission; Triage; Genetic counseling; Genetic counseling procedure; Newborn screening; Newborn hearing screening; Blood typing; Type and cross match; HLA antibody screening; Vaccination; Smoking cessation education; Argon plasma coagulation; Cardioversion; Insertion of pacemaker; Ventilator weaning; Discharge planning; Nutrition consult; Insulin education; Warfarin management; Medication education; Influenza test; Streptococcus pneumoniae group B antigen test; Rapid strep; Sputum examination
`);

export const VACCINES = listed(`
Influenza, seasonal, injectable, preservative free; COVID-19, mRNA, LNP-S, PF, 30 mcg/0.3 mL dose; Tdap; Td (adult); MMR; MMRV; Varicella; Zoster recombinant; Pneumococcal conjugate PCV 13; PPSV23; Hep B, adult; Hep A; HPV, quadrivalent; Meningococcal MCV4P; DTaP; IPV; Hib (PRP-OMP); Rotavirus, monovalent; RSV; BCG; Typhoid; Rabies; Japanese encephalitis
`);

export const NOTES = listed(`
Progress note; Discharge summary; History and physical note; Consultation note; Nursing note; Nursing progress note; Emergency department note; ER note; ER Provider Note; ED triage note; Operative note; Anesthesia record; Procedure note; Radiology report; CT report; MRI report; Ultrasound report; Echocardiogram report; ECG report; EKG; Pathology report; Surgical pathology report; Cytology report; Laboratory report; Microbiology report; Medication list; Medication administration record; Care plan; Physical therapy note; Occupational therapy note; Social work note; Case management note; Nutrition note; Respiratory therapy note; Telephone encounter; Patient instructions; After visit summary; Referral letter; Letter; Consent form; Consent for surgery; Consent for genetic testing; Consent to participate in research; Insurance card; Insurance authorization; Prior authorization; Prior authorization letter; Explanation of benefits; Advance directive; Living will; Power of attorney; Driver license; Photo ID; HIPAA notice; Privacy practices acknowledgement; Release of information; Immunization record; Growth chart; Work excuse; School form; Disability form; FMLA paperwork; Death certificate; Birth certificate; Newborn screening report; Prenatal record; Audiology report; Sleep study; Pulmonary function test; Stress test; Holter report; Cardiac catheterization report; EEG report; EMG report; Dialysis note; Transfusion record; Blood bank report; Anticoagulation clinic note; Diabetes education; Wound photo; Scanned document; Outside records; Outside lab results; Lab requisition; Pharmacy note; Pharmacist consult; Vancomycin dosing note; Warfarin dosing note; Genetic counseling note; Family history questionnaire; Questionnaire; PHQ-9; Audit trail; Survey; Continuity of care document; Summary of episode note; C-CDA; Evaluation note; Evaluation + Plan note; Clinical note; Transfer note; Interval history; Arztbrief; Entlassbrief; Befund; Laborbefund; OP-Bericht; Pflegebericht; Aufklärungsbogen; Ontslagbrief; Verwijsbrief; Compte rendu d'hospitalisation; Ordonnance; Lettre de sortie; Informe de alta; Consentimiento informado
`);

/** Name of a report and what it says. */
export const REPORTS: readonly (readonly [string, string])[] = [
  ['Chest X-ray', 'IMPRESSION: No acute cardiopulmonary process. Heart size normal. No pleural effusion or pneumothorax.'],
  [
    'CT HEAD W/O CONTRAST',
    'FINDINGS: There is no evidence of acute intracranial hemorrhage, mass effect, or infarction. IMPRESSION: No acute process.',
  ],
  [
    'CT ABDOMEN AND PELVIS',
    'Liver: unremarkable. Kidneys: no hydronephrosis. Appendix: normal. No free fluid. Impression: negative for acute appendicitis.',
  ],
  ['MRI BRAIN', 'ATM: not applicable. Periventricular white matter changes. No restricted diffusion. MRA: patent.'],
  ['CAT', 'No acute findings in the abdomen.'],
  ['CAT scan', 'Impression: negative.'],
  ['Echocardiogram', 'LVEF: 55-60 %. AR: mild. MR: trace. TR: mild. RVSP: 28 mmHg. AS: none. Conclusion: normal LV function.'],
  ['Transthoracic echo', 'Aortic valve: AR mild, no AS. Mitral valve: MR trivial. PR: trace. PA pressure normal.'],
  ['ECG', 'PR: 160 ms. QRS: 92 ms. QTc: 412 ms. HR: 72. Normal sinus rhythm. Normal ECG.'],
  ['Electrocardiogram', 'Normal sinus rhythm with first degree AV block, PR 220 ms. No ST changes.'],
  ['EKG 12 lead', 'PR interval: normal; QT: normal; axis: normal. No acute ischaemia.'],
  ['Stress test', 'Exercise capacity: 10.1 METS. MET: 10.1. HR max 150. Negative for ischaemia.'],
  ['ER', 'Presented to the ER with chest pain. Troponin negative. Discharged home.'],
  ['ER note', 'ROS: negative except as per HPI. Chief complaint: cough. Positive for fever. Plan: discharge.'],
  ['Emergency department report', 'ROS: Constitutional negative. CV: negative. HR: 88. RR: 16. ER course: uneventful. PR: no blood.'],
  ['Basic metabolic panel', 'Sodium 139, potassium 4.1, creatinine 0.9, EGFR >60. EGFR: >60 mL/min. Normal.'],
  ['Comprehensive metabolic panel', 'ALK: 85 U/L; ALT: 22 U/L; AST: 25 U/L. Within normal limits.'],
  ['Renal function panel', 'EGFR: 72 mL/min/1.73m2. Creatinine: 0.9 mg/dL. BUN: 14 mg/dL.'],
  ['EGFR', '72 mL/min/1.73m2'],
  ['eGFR', 'Normal kidney function.'],
  ['ALK', '85 U/L'],
  ['RET', 'Reticulocytes 1.2 %.'],
  ['CBC with differential', 'WBC: 6.7; HGB: 13.6; PLT: 230; RET: 1.2 %. ATL: none seen. Smear: variant lymphocytes seen.'],
  ['CBC', 'Variant lymphocytes present. Toxic granulation absent. No blasts detected.'],
  ['Hepatic function panel', 'ALK: high. ALT: high. Positive for hepatitis A IgM.'],
  ['Blood culture', 'Staphylococcus aureus. MET: R. OXA: R. VAN: S. ATM: R. PIP: S. mecA gene detected.'],
  ['Urine culture', 'ESCHERICHIA COLI >100,000 CFU/mL. ATM: S; PIP: R; FOS: S; ESBL: positive. CTX-M gene detected.'],
  ['Microbiology', 'MRSA nares PCR positive. mecA detected. SCCmec positive.'],
  ['MRSA screen', 'Positive: mecA/mecC and MREJ detected.'],
  [
    'Respiratory viral panel PCR',
    'SARS-CoV-2: not detected. Influenza A: detected, H3. RSV: negative. N gene: negative. ORF1ab: negative.',
  ],
  ['COVID-19 PCR', 'S gene target failure. Variant: Omicron BA.5 detected.'],
  ['HIV-1 genotype', 'RT: K103N, M184V detected. Protease: no mutations detected. Resistance to efavirenz.'],
  ['Hepatitis C genotype', 'Genotype 1a detected.'],
  ['HPV genotyping', 'HPV 16: not detected. HPV 18: not detected. Other high risk types: detected.'],
  ['Pap smear', 'Negative for intraepithelial lesion or malignancy. Endocervical component present. HPV negative.'],
  ['Cervical cytology', 'NILM. No evidence of malignancy. Specimen satisfactory. HPV high risk: negative.'],
  ['Gynecologic cytology', 'ASC-US. HPV reflex: positive. Colposcopy recommended.'],
  ['Surgical pathology', 'Appendix, appendectomy: acute appendicitis. No malignancy identified.'],
  ['Surgical pathology report', 'Gallbladder: chronic cholecystitis. H. pylori immunostain negative.'],
  ['Surgical pathology report', 'Colon polyp: tubular adenoma, negative for high grade dysplasia.'],
  ['Skin biopsy', 'Basal cell carcinoma is not present. Seborrheic keratosis. S100 negative. CD34 positive in stroma.'],
  ['Mammogram', 'BI-RADS category 2: benign finding. No suspicious mass. Breast density: scattered.'],
  ['Colonoscopy', 'One 4 mm polyp removed. APC: applied to a small angiodysplasia. Otherwise normal mucosa.'],
  ['Upper endoscopy', 'APC (argon plasma coagulation) was used. H. pylori: negative.'],
  ['Sleep study', 'AHI 12. CPAP: 8 cmH2O effective. REM present.'],
  ['Pulmonary function test', 'FEV1/FVC 0.82. DLCO normal. CAT: 8. Positive bronchodilator response.'],
  ['Thyroid panel', 'TSH: 2.1. TPO: positive. TG: negative.'],
  ['Autoimmune panel', 'ANA: negative. MPO: negative. PR3: negative. C3: normal. C4: normal. RF: positive.'],
  [
    'Coagulation',
    'PT: 12.4. INR: 1.1. F2: 98 %. F5: 98 %. F8: 110 %. AT: 95 %. APC resistance: negative. Lupus anticoagulant not detected.',
  ],
  ['Factor assay', 'F5: 98 %; F2: 101 %; F10: normal.'],
  ['Hemoglobin electrophoresis', 'Hb A 97 %, Hb A2 2.5 %. No abnormal hemoglobin variant detected. Sickle screen: negative.'],
  ['Hemoglobinopathy evaluation', 'Normal pattern. No variants detected.'],
  ['Newborn screen', 'All results normal. CFTR: not tested. IRT: normal. Hemoglobinopathies: FA.  SMN1: in range.'],
  ['Newborn screening', 'Cystic fibrosis: in range. PKU: negative. MCAD: negative. GALT: normal.'],
  ['Blood type and antibody screen', 'ABO: A. RH: positive. Antibody screen: negative. KEL: negative.'],
  ['HLA typing', 'HLA-B27: negative.'],
  ['HLA antibody screen', 'Class I: negative. Class II: negative. PRA: 0 %.'],
  ['Drug screen, urine', 'AMP: negative. BZO: negative. COC: negative. MET: negative. OPI: positive. THC: negative.'],
  ['Toxicology', 'MET: NEG; MDMA: NEG; PCP: NEG'],
  ['Lipid panel', 'LDL: 110 mg/dL. HDL: 52 mg/dL. APOE: not done.'],
  ['PSA', '1.2 ng/mL. Normal.'],
  ['Tumor markers', 'CEA: 1.2 ng/mL. CA 19-9: 8 U/mL. AFP: 2.1. CA 125: 12.'],
  ['Tumour marker', 'CEA normal.'],
  ['Tumor markers', 'S100: 0.05. NSE: 11. LDH: 180. HCG: negative.'],
  [
    'Discharge summary',
    'Admitted via ER with pneumonia. PMH: HTN, CAD. ROS: negative. EGFR: >60. ALK: 85. Discharged on amoxicillin. PR: 80..',
  ],
  ['Nursing note', 'Goal MET. PMS intact. KIT opened. Pt resting. HR: regular. CAT in room. Family at bedside. MAX assist. PAIN: 2.'],
  ['Progress note', 'SET up for lunch. REST: good. Positive attitude. FIT for discharge.  ATM: no complaints. AR: none. IMPACT: low.'],
  ['Dental note', 'PDL: intact. MO: caries. No pocketing detected.'],
  ['Ophthalmology', 'RET: normal. IOP: 15. No retinopathy detected.'],
  ['Allergy testing', 'CAT: positive. DOG: negative. MITE: positive. ALT: negative.'],
  ['Genetic counseling', 'Family history reviewed. Testing declined. '],
  ['Genetics consultation', 'Patient seen for family history of breast cancer. BRCA1/2 testing offered and declined.'],
  ['Nutrition', 'MET: hypermetabolic. TPN: none. PO: poor.'],
  ['PT evaluation', 'Gait: steady. MAX: HR 110. MET: 3. Goals: partially met. PT: 2x weekly.'],
  ['Anesthesia record', 'ASA: 2. Mallampati: 1. MH: no family history. Airway: easy. CAS: none.'],
  ['Prenatal screening', 'NIPT: low risk. Trisomy 21: negative. Fetal sex: male. Carrier screen: negative.'],
  ['Karyotype', '46,XX. Normal female karyotype.'],
  ['Bone marrow biopsy', 'Normocellular marrow. No increase in blasts. CD34: <1 %.  Iron stores: present. MPO: positive in myeloid cells.'],
  ['Flow cytometry', 'CD20: negative for monoclonal B cells. CD5: normal. CD19: 12 %. No abnormal population detected.'],
  ['Laborbefund', 'ALK: 85 U/l. GFR: >60. RET: 1,2 %. Quick: 98 %. Faktor V: 98 %. negativ'],
  ['Laborbericht', 'Rhesusfaktor positiv. HLA-B27 negativ. MET: resistent.'],
  ['Compte rendu de biologie', 'PAL: 85 UI/L. DFG: 72. Facteur V: 98 %. Rhésus: positif. MET: négatif'],
  ['Informe', 'FA: 85. GFR: >60. RET: 1,2 %. Factor V: 98 %. PR: 160 ms. Grupo: A positivo.'],
];

const resource = (resourceType: string, more: Resource): Resource => ({ resourceType, id: 'o', subject, ...more });
const condition = (text: string): Resource =>
  resource('Condition', {
    clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] },
    verificationStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }] },
    code: words(text),
  });
const div = (text: string) => ({
  status: 'generated',
  div: `<div xmlns="http://www.w3.org/1999/xhtml">${text
    .split(/(?<=[.;]) /)
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('')}</div>`,
});
const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** Every record as a resource, with a name for messages. */
export const RECORDS: readonly (readonly [string, Resource])[] = [
  ...PROBLEMS.map((text) => [`problem: ${text}`, condition(text)] as const),
  ...PROCEDURES.map((text) => [`procedure: ${text}`, resource('Procedure', { status: 'completed', code: words(text) })] as const),
  ...VACCINES.map(
    (text) =>
      [
        `vaccine: ${text}`,
        { resourceType: 'Immunization', id: 'o', status: 'completed', vaccineCode: words(text), patient: subject },
      ] as const,
  ),
  ...NOTES.flatMap((text) => [
    [
      `document: ${text}`,
      resource('DocumentReference', {
        status: 'current',
        type: words(text),
        description: text,
        content: [{ attachment: { contentType: 'application/pdf', url: 'Binary/d', title: text } }],
      }),
    ] as const,
  ]),
  ...REPORTS.flatMap(([name, said]) => [
    [`report: ${name}: ${said}`, resource('DiagnosticReport', { status: 'final', code: words(name), conclusion: said })] as const,
    [
      `report as text: ${name}: ${said}`,
      resource('DiagnosticReport', {
        status: 'final',
        code: words(name),
        presentedForm: [{ contentType: 'text/plain', data: base64(said.replaceAll('. ', '.\n')) }],
      }),
    ] as const,
    [
      `narrative of a report: ${name}: ${said}`,
      resource('DiagnosticReport', { status: 'final', code: words(name), text: div(said) }),
    ] as const,
    [
      `section: ${name}: ${said}`,
      resource('Composition', { status: 'final', type: words('Summary'), section: [{ title: name, text: div(said) }] }),
    ] as const,
    [`line: ${name}: ${said}`, resource('Observation', { status: 'final', code: words(name), valueString: said })] as const,
    [`impression: ${name}: ${said}`, resource('ClinicalImpression', { status: 'completed', summary: said, description: name })] as const,
  ]),
  ...PROBLEMS.slice(0, 80).map(
    (text) =>
      [
        `family: ${text}`,
        {
          resourceType: 'FamilyMemberHistory',
          id: 'o',
          status: 'completed',
          patient: subject,
          relationship: words('mother'),
          condition: [{ code: words(text) }],
        },
      ] as const,
  ),
  ...[
    'penicillin',
    'sulfa',
    'peanut',
    'latex',
    'cat dander',
    'codeine',
    'aspirin',
    'iodine contrast',
    'bee venom',
    'shellfish',
    'ACE inhibitor',
  ].map(
    (text) =>
      [
        `allergy: ${text}`,
        {
          resourceType: 'AllergyIntolerance',
          id: 'o',
          patient: subject,
          clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }] },
          code: words(text),
          reaction: [{ manifestation: [words('hives')] }],
        },
      ] as const,
  ),
];
