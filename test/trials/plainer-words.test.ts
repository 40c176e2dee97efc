/** Wordings of registry criteria that were open though the chart answers them, found with judged patients; and their neighbours that stay open. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { patient, protein, tumour } from '../oncology/facts.ts';
import { condition, lab, metastasis, performance, stage, taken } from './chart-facts.ts';
import { judged } from './criterion-table.ts';

const woman = (ageYears: number, parts: Partial<PatientFacts> = {}): PatientFacts =>
  patient({ patient: { id: 'synthetic', sex: 'female', ageYears }, tumours: [tumour('BREAST')], ...parts });
const man = (oncotree: string, parts: Partial<PatientFacts> = {}): PatientFacts =>
  patient({ patient: { id: 'synthetic', sex: 'male', ageYears: 66 }, tumours: [tumour(oncotree)], ...parts });
const lower = (limit: number, value: number, kind: string, unit: string) => ({ ...lab(kind, value, unit), referenceHigh: limit });

const TREATED = man('PRAD', { medications: [taken('abiraterone'), taken('docetaxel')] });
const LUNG = man('LUAD', { variants: [protein('EGFR', 'p.Leu858Arg')], medications: [taken('osimertinib')] });
const ECOG_1 = man('PCM', { performance: [performance(1)] });
const ECOG_2 = man('PCM', { performance: [performance(2)] });
const KPS_80 = man('GB', { performance: [performance(80, '2026-11-01', 'Karnofsky')] });
const LABS = man('CCRCC', {
  labs: [
    lower(60, 31, 'lipase', 'U/L'),
    lower(100, 350, 'amylase', 'U/L'),
    lower(190, 90, 'CK', 'U/L'),
    lab('urine-protein-24h', 400, 'mg/(24.h)'),
    lab('urine-protein-creatinine', 0.4, 'mg/mg'),
    lab('HbA1c', 8.6, '%'),
    lower(1.2, 0.6, 'bilirubin', 'mg/dL'),
    lower(40, 24, 'ALT', 'U/L'),
  ],
});

describe('criteria in plainer words', () => {
  it.each<[string, 'inclusion' | 'exclusion', string, PatientFacts, string]>([
    ['a drug with its salt', 'inclusion', 'Prior therapy with abiraterone acetate, enzalutamide, apalutamide, or darolutamide', TREATED, 'met'],
    ['a drug with its salt, denied', 'inclusion', 'Has not received abiraterone acetate, enzalutamide, or apalutamide at the time of enrollment.', TREATED, 'not-met'],
    ['ever used', 'exclusion', 'Ever used an EGFR inhibitor for anti-tumor therapy prior to enrollment.', LUNG, 'not-met'],
    ['who scored it', 'inclusion', 'ECOG performance status of 0-1, as determined by the treating physician in the consult note.', ECOG_1, 'met'],
    ['when it is scored', 'inclusion', 'ECOG performance status score of 0, 1, or 2 at screening and immediately prior to the start of administration of study treatment', ECOG_1, 'met'],
    ['what the score means', 'inclusion', 'Karnofsky performance status of at least 70 (i.e. at minimum, "cares for self" but "unable to carry on normal activity")', KPS_80, 'met'],
    ['a sentence that lets in more', 'inclusion', 'ECOG performance status ≤1. Patients with ECOG 2 solely due to local symptoms of myeloma (eg. pain) may be allowed after discussion with the Medical Monitor.', ECOG_1, 'met'],
    ['a sentence that lets in more, and who may be meant by it', 'inclusion', 'ECOG performance status ≤1. Patients with ECOG 2 solely due to local symptoms of myeloma (eg. pain) may be allowed after discussion with the Medical Monitor.', ECOG_2, 'unknown'],
    ['a sentence that shuts out more', 'inclusion', 'ECOG performance status ≤2. Patients with ECOG 2 are not eligible if older than 60.', ECOG_2, 'unknown'],
    ['two scales, kept on both', 'inclusion', 'KPS ≥ 60%, ECOG ≤ 2', KPS_80, 'met'],
    ['two scales, missed on one', 'inclusion', 'KPS ≥ 60%, ECOG ≤ 1', ECOG_2, 'unknown'],
    ['a percentage and the same in other units', 'exclusion', 'Glycated haemoglobin (HbA1c) ≥ 8.0% (63.9 mmol/mol)', LABS, 'not-met'],
    ['diabetes defined by its value', 'exclusion', 'Uncontrolled diabetes mellitus as defined by hemoglobin A1C (HgB A1C) ≥9%', LABS, 'met'],
    ['an upper limit normal', 'inclusion', 'Total bilirubin ≤3 x upper limit normal (ULN)', LABS, 'met'],
    ['the mean of three readings', 'exclusion', 'Mean triplicate heart rate-corrected QT interval (QTc) > 500 msec.', man('MDS', { labs: [lab('QTc', 512, 'ms')] }), 'unknown'],
    ['an upper limit', 'exclusion', 'ALT > 5x upper limit.', LABS, 'met'],
    ['lipase', 'inclusion', 'Serum lipase ≤ 1.5 x ULN', LABS, 'met'],
    ['lipase and amylase', 'inclusion', 'Serum lipase and amylase ≤ 1.5 x ULN', LABS, 'not-met'],
    ['creatine phosphokinase', 'inclusion', 'Creatine phosphokinase (CPK) ≤2.5 x ULN.', LABS, 'met'],
    ['protein of a day', 'exclusion', '24-hour urine protein > 1g/24h', LABS, 'met'],
    ['proteinuria', 'exclusion', 'Proteinuria > 2 g/ 24 hours (hrs)', LABS, 'met'],
    ['protein by the ratio or of a day', 'inclusion', 'Urine protein/creatinine ratio (UPCR) ≤ 1 mg/mg (≤ 113.2 mg/mmol), or 24-h urine protein ≤ 1 g', LABS, 'met'],
    ['protein on a dipstick', 'inclusion', 'Urine protein ≤ 1+ on dipstick', LABS, 'unknown'],
    ['postmenopausal, 75', 'inclusion', 'Postmenopausal women', woman(75), 'met'],
    ['postmenopausal, 45, nothing recorded', 'inclusion', 'Postmenopausal women', woman(45), 'unknown'],
    ['postmenopausal, recorded', 'inclusion', 'Postmenopausal women', woman(52, { conditions: [condition('Postmenopausal state', 'active')] }), 'met'],
    ['postmenopausal by the trial’s own definition', 'inclusion', 'Postmenopausal status, defined as no menses for 12 months', woman(75), 'met'],
    ['premenopausal, 75', 'inclusion', 'Participant is premenopausal.', woman(75), 'not-met'],
    ['premenopausal or something else, 75', 'inclusion', 'Premenopausal women, or men', woman(75), 'unknown'],
    ['postmenopausal, a man', 'inclusion', 'Postmenopausal women', man('IDC'), 'unknown'],
    ['a squamous lung cancer', 'inclusion', 'Metastatic squamous NSCLC', man('LUSC', { tumours: [tumour('LUSC'), metastasis('Metastasis to liver')] }), 'met'],
    ['no squamous lung cancer', 'inclusion', 'Metastatic squamous NSCLC', LUNG, 'not-met'],
    ['squamous or not', 'inclusion', 'Squamous or non-squamous NSCLC', LUNG, 'met'],
    ['one line at least, of a blood cancer', 'inclusion', 'At least one prior line of therapy', man('CLLSLL', { medications: [taken('venetoclax')] }), 'met'],
    ['two lines at least, not numbered', 'inclusion', 'At least two prior lines of therapy', man('CLLSLL', { medications: [taken('venetoclax')] }), 'unknown'],
    ['one line at least, perhaps adjuvant', 'inclusion', 'At least one prior line of therapy', man('COAD', { medications: [taken('oxaliplatin')] }), 'unknown'],
  ])('%s: %s: %s', (_, side, text, facts, verdict) => {
    expect(judged(side, text, facts).map((one) => one.verdict)).toEqual([verdict]);
  }); // prettier-ignore
});

describe('tumours that nobody confuses', () => {
  it.each<[own: string, asked: string, verdict: string]>([
    ['PANET', 'Metastatic pancreatic ductal adenocarcinoma', 'not-met'],
    ['PANET', 'Pancreatic cancer', 'unknown'],
    ['PLMESO', 'Non-small cell lung cancer', 'not-met'],
    ['PLEURA', 'Non-small cell lung cancer', 'unknown'],
    ['BLL', 'Multiple myeloma', 'not-met'],
    ['BLL', 'Acute myeloid leukemia', 'unknown'],
    ['BLL', 'Follicular lymphoma', 'not-met'],
    ['BLL', 'Diffuse large B-cell lymphoma', 'unknown'],
    ['BLL', 'B-cell acute lymphoblastic leukemia', 'met'],
    ['ESCC', 'Gastroesophageal junction adenocarcinoma', 'not-met'],
  ])('%s, asked for %s: %s', (own, asked, verdict) => {
    expect(judged('inclusion', asked, man(own))[0]?.verdict).toBe(verdict);
  });
});

describe('a trial for disease that has spread', () => {
  const early = woman(60, { tumours: [tumour('IDC', { stages: [stage('IIA', '2026-10-20')], onset: '2026-10-20' })] });
  it.each([
    ['Histologically confirmed unresectable or metastatic HER2-positive breast cancer, measurable', 'not-met'],
    ['Locally recurrent or metastatic triple-negative breast cancer', 'unknown'],
  ])('%s: %s for stage IIA', (text, verdict) => {
    expect(judged('inclusion', text, early)[0]?.verdict).toBe(verdict);
  });
});
