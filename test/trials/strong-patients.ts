/**
 * Synthetic patients with an answer to everything, for reading certain verdicts: of each tumour type one who meets nearly all limits and has no
 * finding, and one who meets none, has many findings and has had many drugs. No such patient exists.
 */
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { amplification, biomarker, clear, fusion, patient, protein, tumour, variant } from '../oncology/facts.ts';
import { condition, lab, labs, metastasis, performance, stage, taken } from './chart-facts.ts';

const words = (text: string): string[] => text.split(' ');
const TYPES = words(
  'LUAD LUSC SCLC BREAST IDC COAD PRAD PAAD STAD SKCM HGSOC UCEC BLCA CCRCC HCC GBM AML CLLSLL DLBCLNOS PCM HNSC MFS CERV THPA CHOL MCL ESCA NBL OS PLMESO',
);
const GENES = words(
  'EGFR ALK ROS1 BRAF KRAS NRAS HRAS RET MET NTRK1 NTRK2 NTRK3 ERBB2 BRCA1 BRCA2 PIK3CA FGFR1 FGFR2 FGFR3 FGFR4 IDH1 IDH2 TP53 FLT3 NPM1 KMT2A PALB2 ATM ESR1 PTEN AKT1 CDK12 KIT PDGFRA STK11 KEAP1 NF1 VHL',
);
const DRUGS = [
  ...words(
    'pembrolizumab nivolumab ipilimumab carboplatin cisplatin paclitaxel docetaxel olaparib osimertinib alectinib sotorasib palbociclib trastuzumab enzalutamide abiraterone bortezomib lenalidomide daratumumab ibrutinib venetoclax rituximab doxorubicin fluorouracil letrozole everolimus dabrafenib trametinib erdafitinib alpelisib bevacizumab imatinib azacitidine temozolomide',
  ),
  'trastuzumab deruxtecan',
];
const pathogenic = (gene: string) => variant(gene, { classification: 'pathogenic' });
const FINDINGS = [
  protein('EGFR', 'p.Leu858Arg'),
  protein('EGFR', 'p.Thr790Met'),
  fusion('EML4', 'ALK'),
  fusion('CD74', 'ROS1'),
  protein('BRAF', 'p.Val600Glu'),
  protein('KRAS', 'p.Gly12Cys'),
  protein('NRAS', 'p.Gln61Arg'),
  fusion('KIF5B', 'RET'),
  fusion('ETV6', 'NTRK3'),
  amplification('ERBB2'),
  amplification('MET'),
  ...words('BRCA1 BRCA2 PTEN NPM1 ATM PALB2 NF1').map(pathogenic),
  protein('PIK3CA', 'p.His1047Arg'),
  fusion('FGFR2', 'BICC1'),
  protein('FGFR3', 'p.Ser249Cys'),
  protein('IDH1', 'p.Arg132His'),
  protein('TP53', 'p.Arg175His'),
  protein('ESR1', 'p.Asp538Gly'),
];
const markers = (high: boolean) => [
  biomarker('PD-L1', high ? 90 : 0, { method: 'TPS', unit: '%' }),
  biomarker('PD-L1', high ? 90 : 0, { method: 'CPS' }),
  biomarker('TMB', high ? 60 : 2, { unit: '{mutations}/Mb' }),
  biomarker('MSI', high ? 'high' : 'stable', { status: high ? 'high' : 'stable' }),
  biomarker('MMR', high ? 'deficient' : 'proficient', { status: high ? 'deficient' : 'proficient' }),
  biomarker('HER2', high ? '3+' : '0', { method: 'IHC' }),
  ...['ER', 'PR', 'HRD'].map((name) => biomarker(name, high ? 'positive' : 'negative', { status: high ? 'positive' : 'negative' })),
];
const GOOD = { neutrophils: 4, lymphocytes: 1.8, WBC: 6, platelets: 250, haemoglobin: 14, creatinine: 0.7, bilirubin: 0.4, eGFR: 105, ALT: 18, AST: 18, ALP: 70, LDH: 160, albumin: 4.5, INR: 1, LVEF: 65, QTc: 400, weight: 70, height: 170 }; // prettier-ignore
const POOR = { neutrophils: 0.3, lymphocytes: 0.2, WBC: 0.9, platelets: 12, haemoglobin: 6, creatinine: 6, bilirubin: 9, eGFR: 9, ALT: 900, AST: 900, ALP: 900, LDH: 1800, albumin: 1.9, INR: 4, LVEF: 25, QTc: 560, weight: 50, height: 160 }; // prettier-ignore
const DISEASES = ['HIV infection', 'Chronic hepatitis B', 'Chronic hepatitis C', 'Interstitial lung disease', 'Congestive heart failure'];

const expecting = (yes: boolean) => [
  lab('pregnancy', yes ? 'pregnant' : 'not-pregnant', undefined, '2026-11-20'),
  lab('breastfeeding', yes ? 'breastfeeding' : 'not-breastfeeding', undefined, '2026-11-20'),
];

function pair(type: string, at: number): [string, PatientFacts][] {
  const sex = /^(?:BREAST|IDC|HGSOC|UCEC|CERV)$/.test(type) || (type !== 'PRAD' && at % 2 === 0) ? 'female' : 'male';
  const primary = (group: string) => tumour(type, { stages: [stage(group, '2026-10-15')], onset: '2026-10-15' });
  const born = at % 2 === 1 ? ([15, '2011-05-05'] as const) : ([84, '1942-05-05'] as const);
  const fit = patient({
    patient: { id: `synthetic-fit-${type}`, ageYears: 50, birthDate: '1976-05-05', sex },
    tumours: [primary(at % 3 === 0 ? 'II' : 'IV')],
    tested: GENES.map((gene) => clear(gene)),
    performance: [performance(0)],
    biomarkers: markers(false),
    labs: [...labs(GOOD), ...expecting(false)],
  });
  const frail = patient({
    patient: { id: `synthetic-frail-${type}`, ageYears: born[0], birthDate: born[1], sex },
    tumours: [primary('IV'), metastasis('Metastasis to brain'), metastasis('Secondary malignant neoplasm of liver')],
    variants: FINDINGS,
    performance: [performance(4)],
    biomarkers: markers(true),
    medications: DRUGS.map((drug, n) => taken(drug, { lineOfTherapy: 1 + (n % 6), end: '2026-11-18' })),
    conditions: DISEASES.map((name) => condition(name, 'active')),
    labs: [...labs(POOR), ...(sex === 'female' ? expecting(true) : [])],
  });
  return [
    [`fit ${type}`, fit],
    [`frail ${type}`, frail],
  ];
}

export const STRONG: ReadonlyMap<string, PatientFacts> = new Map(TYPES.flatMap(pair));
