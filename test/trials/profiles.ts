/**
 * Fifteen synthetic patients with full records, one for each common question of trial nurses: drivers with resistance, brain disease, inherited
 * BRCA, failing organs, first line, blood cancer. Nobody in them exists; the day is 2026-11-21.
 */
import type { MedicationFact, PatientFacts, TumourFact, VariantFact } from '../../fhir-profiles/index.ts';
import { amplification, biomarker, clear, fusion, named, patient, protein, tumour, variant } from '../oncology/facts.ts';
import { condition, lab, labs, metastasis, performance, stage, taken } from './chart-facts.ts';

interface Sketch {
  readonly age: number;
  readonly sex: 'male' | 'female';
  readonly type: string;
  readonly stage?: readonly [group: string, day: string];
  readonly spread?: readonly string[];
  readonly variants?: readonly VariantFact[];
  readonly clear?: readonly string[];
  readonly markers?: PatientFacts['biomarkers'];
  readonly ecog: number;
  readonly drugs?: readonly MedicationFact[];
  readonly labs?: PatientFacts['labs'];
  readonly conditions?: PatientFacts['conditions'];
  readonly tumour?: Partial<TumourFact>;
}

function make(id: string, sketch: Sketch): PatientFacts {
  const { age, sex, type } = sketch;
  return patient({
    patient: { id: `synthetic-${id}`, ageYears: age, birthDate: `${2026 - age}-02-03`, sex },
    tumours: [
      tumour(type, {
        stages: sketch.stage ? [stage(...sketch.stage)] : [],
        ...(sketch.stage ? { onset: sketch.stage[1] } : {}),
        ...sketch.tumour,
      }),
      ...(sketch.spread ?? []).map(metastasis),
    ],
    variants: sketch.variants ?? [],
    tested: (sketch.clear ?? []).map((gene) => clear(gene)),
    biomarkers: sketch.markers ?? [],
    performance: [performance(sketch.ecog)],
    medications: sketch.drugs ?? [],
    labs: sketch.labs ?? [],
    conditions: sketch.conditions ?? [],
  });
}
const germline = { origin: 'germline', classification: 'pathogenic' } as const;
const tps = (value: number) => biomarker('PD-L1', value, { method: 'TPS', unit: '%' });

export const PROFILES = {
  /** Lung KRAS G12C after chemoimmunotherapy. */
  g12c: make('lung-g12c', {
    age: 65,
    sex: 'male',
    type: 'LUAD',
    stage: ['IV', '2024-03-10'],
    spread: ['Secondary malignant neoplasm of liver'],
    variants: [protein('KRAS', 'p.Gly12Cys')],
    markers: [tps(40)],
    ecog: 1,
    drugs: ['carboplatin', 'pemetrexed', 'pembrolizumab'].map((drug) => taken(drug, { lineOfTherapy: 1 })),
    labs: labs({ creatinine: 1.1, neutrophils: 3.2, platelets: 245, ALT: 28, AST: 24, bilirubin: 0.7 }),
  }),
  /** Lung KRAS G12C with treated brain metastases. */
  brain: make('lung-brain', {
    age: 58,
    sex: 'female',
    type: 'LUAD',
    spread: ['Metastasis to brain', 'Secondary malignant neoplasm of adrenal gland'],
    variants: [protein('KRAS', 'p.Gly12Cys'), variant('STK11', { classification: 'pathogenic' })],
    markers: [biomarker('PD-L1', 1, { method: 'TPS', unit: '%', comparator: '<' })],
    ecog: 1,
    drugs: ['docetaxel', 'ramucirumab'].map((drug) => taken(drug, { lineOfTherapy: 1 })),
    labs: labs({ haemoglobin: 10.2, creatinine: 0.8, platelets: 210, neutrophils: 4.1 }),
    conditions: [condition('Hypertension', 'active')],
  }),
  /** Lung EGFR exon 19 deletion with C797S after osimertinib. */
  c797s: make('lung-c797s', {
    age: 52,
    sex: 'female',
    type: 'LUAD',
    spread: ['Secondary malignant neoplasm of bone'],
    variants: [named('EGFR', 'exon 19 deletion', { classification: 'pathogenic' }), protein('EGFR', 'p.Cys797Ser')],
    markers: [tps(5)],
    ecog: 0,
    drugs: [taken('osimertinib', { lineOfTherapy: 1 })],
    labs: labs({ ALT: 20, AST: 22, bilirubin: 0.5, creatinine: 0.7, neutrophils: 3.9, platelets: 260, haemoglobin: 13.1 }),
  }),
  /** Colorectal KRAS G12C, microsatellite stable. */
  bowel: make('colon-g12c', {
    age: 61,
    sex: 'male',
    type: 'COAD',
    spread: ['Secondary malignant neoplasm of liver'],
    variants: [protein('KRAS', 'p.Gly12Cys')],
    markers: [biomarker('MSI', 'stable', { status: 'stable' })],
    ecog: 1,
    drugs: [
      ...['fluorouracil', 'oxaliplatin', 'bevacizumab'].map((drug) => taken(drug, { lineOfTherapy: 1 })),
      ...['irinotecan'].map((drug) => taken(drug, { lineOfTherapy: 2, start: '2026-06-01' })),
    ],
    labs: labs({ AST: 52, ALT: 48, bilirubin: 0.8, creatinine: 0.9, platelets: 190, neutrophils: 2.9 }),
  }),
  /** Melanoma BRAF V600E after targeted and immune therapy. */
  braf: make('melanoma', {
    age: 45,
    sex: 'female',
    type: 'SKCM',
    spread: ['Secondary malignant neoplasm of lung'],
    variants: [protein('BRAF', 'p.Val600Glu')],
    ecog: 0,
    drugs: [
      ...['dabrafenib', 'trametinib'].map((drug) => taken(drug, { lineOfTherapy: 1 })),
      ...['nivolumab', 'ipilimumab'].map((drug) => taken(drug, { lineOfTherapy: 2 })),
    ],
    labs: labs({ LDH: 312, neutrophils: 5, platelets: 300, haemoglobin: 12.8 }),
  }),
  /** Breast HER2 positive, ER positive, PIK3CA H1047R. */
  her2: make('breast-her2', {
    age: 48,
    sex: 'female',
    type: 'BREAST',
    stage: ['IIA', '2021-04-01'],
    spread: ['Secondary malignant neoplasm of bone', 'Secondary malignant neoplasm of liver'],
    variants: [protein('PIK3CA', 'p.His1047Arg')],
    markers: [
      biomarker('HER2', '3+', { method: 'IHC' }),
      biomarker('ER', 'positive', { status: 'positive' }),
      biomarker('PR', 'negative', { status: 'negative' }),
    ],
    ecog: 1,
    drugs: [
      ...['trastuzumab', 'pertuzumab', 'docetaxel'].map((drug) => taken(drug, { lineOfTherapy: 1 })),
      taken('trastuzumab emtansine', { lineOfTherapy: 2, role: 'current', start: '2026-06-15' }),
    ],
    labs: labs({ LVEF: 58, neutrophils: 2.4, platelets: 150 }),
  }),
  /** Pancreas KRAS G12D, locally advanced. */
  pancreas: make('pancreas', {
    age: 67,
    sex: 'male',
    type: 'PAAD',
    stage: ['III', '2026-08-15'],
    variants: [protein('KRAS', 'p.Gly12Asp'), variant('TP53', { classification: 'pathogenic' })],
    ecog: 1,
    drugs: [
      ...['fluorouracil', 'irinotecan', 'oxaliplatin'].map((drug) => taken(drug, { lineOfTherapy: 1 })),
      ...['gemcitabine', 'paclitaxel'].map((drug) => taken(drug, { lineOfTherapy: 2 })),
    ],
    labs: labs({ 'CA19-9': 8500, bilirubin: 1, albumin: 3.4 }),
  }),
  /** Squamous lung, PD-L1 high, no driver. */
  squamous: make('lung-squamous', {
    age: 71,
    sex: 'male',
    type: 'LUSC',
    stage: ['IVA', '2025-01-10'],
    clear: ['EGFR', 'ALK', 'ROS1', 'BRAF', 'KRAS'],
    markers: [tps(90)],
    ecog: 1,
    drugs: [taken('pembrolizumab', { lineOfTherapy: 1 })],
    labs: labs({ eGFR: 52, creatinine: 1.5, neutrophils: 4.4, platelets: 220, haemoglobin: 11.9 }),
    conditions: [condition('Chronic obstructive pulmonary disease', 'active')],
  }),
  /** Prostate BRCA2, castration-resistant, after olaparib. */
  prostate: make('prostate', {
    age: 72,
    sex: 'male',
    type: 'PRAD',
    stage: ['IVB', '2024-05-05'],
    spread: ['Secondary malignant neoplasm of bone'],
    variants: [variant('BRCA2', germline)],
    ecog: 1,
    drugs: ['enzalutamide', 'docetaxel', 'olaparib'].map((drug, at) => taken(drug, { lineOfTherapy: at + 1 })),
    labs: labs({ PSA: 72, haemoglobin: 11, platelets: 180, neutrophils: 3.5 }),
  }),
  /** Stomach HER2 positive, MSI high, ECOG 2. */
  stomach: make('stomach', {
    age: 55,
    sex: 'male',
    type: 'STAD',
    spread: ['Peritoneal metastasis'],
    variants: [variant('MLH1', germline)],
    markers: [
      biomarker('HER2', '3+', { method: 'IHC' }),
      biomarker('MSI', 'high', { status: 'high' }),
      biomarker('MMR', 'deficient', { status: 'deficient' }),
      biomarker('PD-L1', 45, { method: 'CPS' }),
    ],
    ecog: 2,
    drugs: ['fluorouracil', 'oxaliplatin', 'trastuzumab', 'pembrolizumab'].map((drug) => taken(drug, { lineOfTherapy: 1 })),
    labs: labs({ albumin: 3.1, haemoglobin: 9.4, platelets: 320 }),
  }),
  /** Synovial sarcoma, first line. */
  sarcoma: make('sarcoma', {
    age: 28,
    sex: 'female',
    type: 'SYNS',
    stage: ['IV', '2026-11-01'],
    spread: ['Secondary malignant neoplasm of lung'],
    variants: [fusion('SS18', 'SSX1')],
    ecog: 0,
    labs: [
      ...labs({ neutrophils: 4, platelets: 280, haemoglobin: 13, creatinine: 0.7, ALT: 15, AST: 17, bilirubin: 0.4 }),
      lab('pregnancy', 'not-pregnant', undefined, '2026-11-18'),
    ],
  }),
  /** CLL with TP53 deletion, ECOG 3. */
  cll: make('cll', {
    age: 82,
    sex: 'male',
    type: 'CLLSLL',
    variants: [variant('TP53', { kind: 'copy-number', copyChange: 'deep-loss' })],
    ecog: 3,
    drugs: ['bendamustine', 'rituximab', 'ibrutinib', 'venetoclax'].map((drug, at) => taken(drug, { lineOfTherapy: Math.max(1, at) })),
    labs: labs({ neutrophils: 0.8, haemoglobin: 8.9, platelets: 67, eGFR: 38, LVEF: 35 }),
    conditions: [condition('Congestive heart failure', 'active'), condition('Atrial fibrillation', 'active')],
    tumour: { clinicalStatus: 'relapse' },
  }),
  /** Lung ALK with leptomeningeal disease. */
  alk: make('lung-alk', {
    age: 42,
    sex: 'male',
    type: 'LUAD',
    spread: ['Metastasis to brain'],
    variants: [fusion('EML4', 'ALK')],
    markers: [tps(10)],
    ecog: 1,
    drugs: ['crizotinib', 'alectinib'].map((drug, at) => taken(drug, { lineOfTherapy: at + 1, ...(at === 1 ? { role: 'current' } : {}) })),
    conditions: [condition('Leptomeningeal metastasis', 'active')],
  }),
  /** Clear cell kidney after immune and VEGF therapy. */
  kidney: make('kidney', {
    age: 59,
    sex: 'female',
    type: 'CCRCC',
    spread: ['Secondary malignant neoplasm of lung', 'Secondary malignant neoplasm of liver'],
    variants: [variant('VHL', { classification: 'pathogenic' })],
    ecog: 1,
    drugs: [
      ...['ipilimumab', 'nivolumab'].map((drug) => taken(drug, { lineOfTherapy: 1 })),
      taken('cabozantinib', { lineOfTherapy: 2 }),
      ...['lenvatinib', 'everolimus'].map((drug) => taken(drug, { lineOfTherapy: 3, end: '2026-11-02' })),
    ],
    labs: labs({ bilirubin: 1.4, creatinine: 1.2, neutrophils: 3.3, platelets: 270 }),
  }),
  /** Ovary BRCA1, platinum-sensitive. */
  ovary: make('ovary', {
    age: 54,
    sex: 'female',
    type: 'HGSOC',
    stage: ['IIIC', '2022-02-02'],
    variants: [variant('BRCA1', germline)],
    ecog: 0,
    drugs: [
      ...['carboplatin', 'paclitaxel'].map((drug) => taken(drug, { lineOfTherapy: 1 })),
      taken('niraparib', { lineOfTherapy: 1 }),
      taken('gemcitabine', { lineOfTherapy: 2 }),
    ],
    tumour: { clinicalStatus: 'recurrence' },
    labs: labs({ neutrophils: 2.8, platelets: 230, haemoglobin: 12.2, creatinine: 0.8 }),
  }),
  /** Breast HER2 amplified, ERBB2 by sequencing only. */
  amplified: make('breast-amp', {
    age: 33,
    sex: 'female',
    type: 'IDC',
    stage: ['IIIA', '2026-10-10'],
    variants: [amplification('ERBB2')],
    ecog: 0,
    labs: [lab('pregnancy', 'pregnant', undefined, '2026-10-30')],
  }),
} as const satisfies Record<string, PatientFacts>;
