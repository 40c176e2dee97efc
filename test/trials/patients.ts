/** Synthetic patients for the hand-checked criteria; the day is 2026-11-21. */
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { amplification, biomarker, clear, fusion, patient, protein, tumour } from '../oncology/facts.ts';
import { lab, metastasis, performance, stage, taken } from './chart-facts.ts';

const ecog = (value: number, issued?: string) => performance(value, issued);

export const PATIENTS = {
  /** KRAS G12C lung adenocarcinoma, stage IV, after platinum and pembrolizumab; EGFR and ALK clear. */
  lung: patient({
    patient: { id: 'lung', ageYears: 65, birthDate: '1961-03-01', sex: 'male' },
    tumours: [
      tumour('LUAD', { stages: [stage('IVA', '2026-10-01')], onset: '2026-10-01' }),
      metastasis('Secondary malignant neoplasm of liver'),
    ],
    variants: [protein('KRAS', 'p.Gly12Cys')],
    tested: [clear('EGFR'), clear('ALK'), clear('BRAF')],
    biomarkers: [
      biomarker('PD-L1', 40, { method: 'TPS', unit: '%' }),
      biomarker('TMB', 12, { unit: '{mutations}/Mb' }),
      biomarker('MSI', 'stable', { status: 'stable' }),
    ],
    performance: [ecog(1)],
    medications: [
      taken('carboplatin', { lineOfTherapy: 1 }),
      taken('pemetrexed', { lineOfTherapy: 1 }),
      taken('pembrolizumab', { lineOfTherapy: 1, end: '2026-11-10' }),
    ],
    labs: [
      lab('neutrophils', 3.2, '10*9/L'),
      lab('platelets', 245, '10*9/L'),
      lab('haemoglobin', 8.6, 'g/dL'),
      lab('creatinine', 1.1, 'mg/dL'),
      lab('eGFR', 72, 'mL/min/{1.73_m2}'),
      lab('bilirubin', 0.6, 'mg/dL'),
      lab('ALT', 31, 'U/L', '2026-03-01'),
    ],
  }),
  /** HER2-positive, hormone-receptor-positive breast cancer, stage II, pregnant. */
  breast: patient({
    patient: { id: 'breast', ageYears: 38, birthDate: '1988-05-05', sex: 'female' },
    tumours: [tumour('BREAST', { stages: [stage('IIA', '2026-10-20')], onset: '2026-10-20' })],
    biomarkers: [
      biomarker('HER2', '3+', { method: 'IHC' }),
      biomarker('ER', 'positive', { status: 'positive' }),
      biomarker('PR', 'positive', { status: 'positive' }),
    ],
    performance: [ecog(0)],
    labs: [lab('pregnancy', 'pregnant', undefined)],
  }),
  /** A tumour and nothing else. */
  bare: patient({ tumours: [tumour('LUAD')] }),
  /** BRAF V600E melanoma with brain metastases after BRAF and MEK inhibitors, ECOG 3. */
  melanoma: patient({
    patient: { id: 'melanoma', ageYears: 17, birthDate: '2009-02-01', sex: 'female' },
    tumours: [tumour('SKCM', { stages: [stage('IVD', '2026-09-01')] }), metastasis('Metastasis to brain')],
    variants: [protein('BRAF', 'p.Val600Glu')],
    tested: [clear('NRAS')],
    performance: [ecog(3)],
    medications: [
      taken('dabrafenib', { lineOfTherapy: 1 }),
      taken('trametinib', { lineOfTherapy: 1 }),
      taken('nivolumab', { lineOfTherapy: 2 }),
      taken('ipilimumab', { lineOfTherapy: 2 }),
    ],
    labs: [lab('pregnancy', 'not-pregnant', undefined, '2026-11-15')],
  }),
  /** Colorectal cancer, MSI high, ERBB2 amplified, RET fusion. */
  colon: patient({
    patient: { id: 'colon', ageYears: 75, birthDate: '1951-01-01', sex: 'female' },
    tumours: [tumour('COAD', { stages: [stage('IIIB', '2024-01-10')], onset: '2024-01-10' })],
    variants: [amplification('ERBB2'), fusion('CCDC6', 'RET'), protein('TP53', 'p.Arg175His')],
    biomarkers: [
      biomarker('MSI', 'high', { status: 'high' }),
      biomarker('MMR', 'deficient', { status: 'deficient' }),
      biomarker('TMB', 42, { unit: '{mutations}/Mb' }),
    ],
    performance: [ecog(2, '2024-02-01')],
  }),
} as const satisfies Record<string, PatientFacts>;
