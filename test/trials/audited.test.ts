/** Shapes whose certain verdict was wrong when samples were read against their texts without knowing the verdict: towards unknown, and what stays certain. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { biomarker, patient, tumour } from '../oncology/facts.ts';
import { labs, stage, taken } from './chart-facts.ts';
import { syntheticTrial } from './criterion-table.ts';
import { context, knowledge } from './knowledge.ts';

const irradiated = (performed: string): PatientFacts =>
  patient({
    patient: { id: 'synthetic-audited', ageYears: 61, birthDate: '1965-02-03', sex: 'female' },
    tumours: [tumour('BREAST')],
    biomarkers: [biomarker('HER2', '3+', { method: 'IHC' })],
    medications: [taken('pembrolizumab')],
    procedures: [
      {
        codes: [],
        text: 'Stereotactic body radiation therapy',
        status: 'completed',
        performed,
        reasons: [],
        source: { reference: 'Procedure/radiotherapy', issued: performed },
      },
    ],
  });
const [RECENT, EARLIER] = [irradiated('2026-11-15'), irradiated('2026-11-01')];

const verdicts = (eligibility: string, facts: PatientFacts): string[] =>
  (explainTrial(facts, knowledge.oncology, compileTrial(syntheticTrial({ eligibility }), context))?.criteria ?? []).map(
    ({ verdict }) => verdict,
  );
const excluded = (text: string, facts: PatientFacts) => verdicts(`Exclusion Criteria:\n\n* ${text}`, facts);

describe('two times for two kinds of radiotherapy: the record seldom tells them apart', () => {
  it.each([
    ['Radiation therapy within 4 weeks of first dose (or local or focal radiotherapy within 2 weeks of first dose)', 'not-met', 'unknown'],
    ['Radiotherapy < 28 days and palliative radiation ≤ 14 days prior to the first dose of study drug', 'not-met', 'unknown'],
    [
      'Received systemic radiotherapy within 3 weeks before the first dose, or local radiotherapy within 7 days before the first dose',
      'not-met',
      'unknown',
    ],
    ['Radiotherapy within 4 weeks of the first dose', 'not-met', 'not-met'],
    ['Radiotherapy within 7 days of the first dose', 'not-met', 'unknown'],
  ] as const)('%s', (text, recent, earlier) => {
    expect([excluded(text, RECENT), excluded(text, EARLIER)]).toEqual([[recent], [earlier]]);
  });
});

describe('treatment that was adjuvant', () => {
  it.each([
    ['Not received any adjuvant or neoadjuvant chemotherapy or immunotherapy', 'unknown'],
    ['Not received any chemotherapy or immunotherapy', 'not-met'],
    ['No prior immunotherapy', 'not-met'],
  ] as const)('%s: %s', (text, verdict) => {
    expect(verdicts(`Inclusion Criteria:\n\n* ${text}`, RECENT)).toEqual([verdict]);
  });
});

it('what stands behind the bare name of a phase is asked of that phase', () => {
  const text =
    'Inclusion Criteria:\n\n* DOSE EXPANSION PHASE\n* HER2 IHC 1+ per local testing\n* DOSE ESCALATION AND DOSE EXPANSION PHASES\n* Age ≥ 18 years';
  expect(verdicts(text, RECENT).slice(1)).toEqual(['unknown', 'unknown', 'met']);
  expect(verdicts('Inclusion Criteria:\n\n* HER2 IHC 1+ per local testing', RECENT)).toEqual(['not-met']);
});

it('a sentence that opens exclusions is none of inclusions', () => {
  const text =
    'A patient will not be eligible for inclusion if ANY of the criteria listed below apply:\n\n* Prior treatment with pembrolizumab';
  expect(verdicts(text, RECENT)).toEqual(['not-met']);
});

describe('a dot between thousands', () => {
  const counts = patient({ tumours: [tumour('LUAD')], labs: labs({ platelets: 40, neutrophils: 1.2, haemoglobin: 10.5 }) });
  it.each([
    ['Platelets < 50.000 /mm3', 'not-met'],
    ['Platelet count < 30.000/µL', 'met'],
    ['Neutrophils < 1.500/mm3', 'not-met'],
    ['Neutrophils < 1.0 x 10^9/L', 'met'],
    ['Haemoglobin < 9.500 g/dL', 'met'],
    // misprints of the unit
    ['Platelets < 100/mm3', 'unknown'],
    ['ANC < 1.5/mm3', 'unknown'],
  ] as const)('%s: %s', (text, verdict) => {
    expect(excluded(text, counts)).toEqual([verdict]);
  });
});

describe('a value that may be reached by transfusion', () => {
  const low = patient({ tumours: [tumour('AML')], labs: labs({ platelets: 40, haemoglobin: 8.2 }) });
  it.each([
    ['Hemoglobin ≥ 9 g/dL (transfusion allowed)', 'unknown'],
    ['Hemoglobin ≥ 8 g/dL (transfusion allowed)', 'met'],
    ['Hemoglobin > 8.5 g/dL. Subjects may be transfused to reach this cut-off.', 'unknown'],
    ['Platelets ≥ 50 x 10^9/L (transfusions not allowed)', 'not-met'],
    ['Hemoglobin ≥ 9 g/dL', 'not-met'],
  ] as const)('%s', (text, verdict) => {
    expect(verdicts(`Inclusion Criteria:\n\n* ${text}`, low)).toEqual([verdict]);
  });
});

describe('misprints of a unit decide nothing', () => {
  const chart = patient({ tumours: [tumour('LUAD')], labs: labs({ albumin: 4, bilirubin: 0.6, creatinine: 0.8, LDH: 180 }) });
  it.each([
    ['Albumin ≥ 35 g/dL', 'unknown'],
    ['Albumin ≥ 3.0 g/L', 'unknown'],
    ['Albumin ≥ 30 g/L', 'met'],
    ['Albumin ≥ 4.5 g/dL', 'not-met'],
    ['Bilirubin ≤ 26 mg/dL', 'unknown'],
    ['Bilirubin ≤ 26 µmol/L', 'met'],
    ['Creatinine ≤ 120 mg/dL', 'unknown'],
    ['Creatinine ≤ 120 µmol/L', 'met'],
    ['LDH ≤ 2.5 U/L', 'unknown'],
  ] as const)('%s', (text, verdict) => {
    expect(verdicts(`Inclusion Criteria:\n\n* ${text}`, chart)).toEqual([verdict]);
  });
});

describe('one noun for several organs', () => {
  const ovary = patient({ tumours: [tumour('HGSOC')] });
  const colon = patient({ tumours: [tumour('COAD')] });
  const lung = patient({ tumours: [tumour('LUAD')] });
  it.each([
    ['Epithelial ovarian, fallopian tube, or primary peritoneal cancer', ['met', 'not-met', 'not-met']],
    ['Histologically confirmed ovarian, fallopian tube or primary peritoneal cancer', ['met', 'not-met', 'not-met']],
    ['High grade serous ovarian, fallopian tube, or primary peritoneal carcinoma', ['unknown', 'not-met', 'not-met']],
    ['Colon or rectal cancer', ['not-met', 'met', 'not-met']],
    ['Triple-negative breast or ovarian cancer', ['unknown', 'unknown', 'unknown']],
  ] as const)('%s', (text, expected) => {
    expect([ovary, colon, lung].flatMap((chart) => verdicts(`Inclusion Criteria:\n\n* ${text}`, chart))).toEqual(expected);
  });
});

describe('what is asked of a cohort', () => {
  const facts = patient({
    patient: { id: 'synthetic-cohort', ageYears: 40, birthDate: '1986-02-03', sex: 'male' },
    tumours: [tumour('LUAD')],
    labs: labs({ platelets: 90, haemoglobin: 12 }),
  });
  const under = (heading: string, line: string, section = 'Inclusion') =>
    verdicts(`${section} Criteria:\n\n* Signed consent\n\n${heading}\n\n* ${line}`, facts).at(-1);
  it.each([
    ['Cohort A:', 'Hemoglobin ≥ 9 g/dL', 'Inclusion', 'met'],
    ['Cohort A:', 'Platelets ≥ 100 x 10^9/L', 'Inclusion', 'unknown'],
    ['Cohort A:', 'Hemoglobin < 9 g/dL', 'Exclusion', 'met'],
    ['Cohort A:', 'Platelets < 100 x 10^9/L', 'Exclusion', 'unknown'],
    ['Cohort B (melanoma):', 'Hemoglobin ≥ 9 g/dL', 'Inclusion', 'unknown'],
    // What such a heading lists may be the opposite of its section.
    ['Cohort A, not eligible:', 'Hemoglobin ≥ 9 g/dL', 'Inclusion', 'unknown'],
  ] as const)('%s %s (%s)', (heading, line, section, expected) => {
    expect(under(heading, line, section)).toBe(expected);
  });
});

describe('what OncoTree files below lymphoma', () => {
  const charts = ['PCM', 'CLLSLL', 'DLBCLNOS', 'AML'].map((type) => patient({ tumours: [tumour(type)] }));
  it.each([
    ['Non-Hodgkin lymphoma', ['not-met', 'unknown', 'met', 'not-met']],
    ['Lymphoma', ['not-met', 'unknown', 'met', 'not-met']],
    ['Multiple myeloma or non-Hodgkin lymphoma', ['met', 'unknown', 'met', 'not-met']],
    ['Mantle cell lymphoma', ['not-met', 'unknown', 'unknown', 'not-met']],
    ['Chronic lymphocytic leukemia', ['not-met', 'met', 'unknown', 'not-met']],
    ['Acute myeloid leukemia', ['not-met', 'not-met', 'not-met', 'met']],
  ] as const)('%s', (text, expected) => {
    expect(charts.flatMap((chart) => verdicts(`Inclusion Criteria:\n\n* ${text}`, chart))).toEqual(expected);
  });
  it('a myeloma is no lymphoma that shuts out', () => {
    expect(charts.slice(0, 2).flatMap((chart) => excluded('Non-Hodgkin lymphoma', chart))).toEqual(['met', 'unknown']);
  });
});

describe('treatment of this cancer, and a stage explained', () => {
  const treated = patient({ tumours: [tumour('HGSOC')], medications: [taken('carboplatin')] });
  const spread = patient({ tumours: [tumour('COAD', { stages: [stage('IV', '2026-09-01')] })] });
  it.each([
    ['prior treatment for the current malignancy', 'not-met'],
    ['prior treatment for this cancer, except surgery', 'unknown'],
    ['prior treatment for another malignancy', 'unknown'],
  ] as const)('%s', (text, verdict) => {
    expect(excluded(text, treated)).toEqual([verdict]);
  });
  it.each([
    ['Patients must have Stage II (IIA = T3N0M0, IIB = T4aN0M0, IIC = T4bN0M0) disease.', 'not-met'],
    ['Patients must have Stage II (or resected stage IV) disease.', 'unknown'],
  ] as const)('%s', (text, verdict) => {
    expect(verdicts(`Inclusion Criteria:\n\n* ${text}`, spread)).toEqual([verdict]);
  });
});

describe('a disease of the blood in an organ', () => {
  const having = (type: string, text?: string): PatientFacts =>
    patient({ patient: { id: 'synthetic-organ', ageYears: 40, sex: 'male' }, tumours: [tumour(type, text === undefined ? {} : { text })] });
  it.each([
    ['Testicular leukemia', having('AML'), 'unknown'],
    ['Testicular leukemia', having('LUAD'), 'met'],
    ['Primary central nervous system lymphoma', having('DLBCLNOS'), 'unknown'],
    ['Diffuse large B-cell lymphoma', having('TESTIS', 'Lymphoma of testis'), 'unknown'],
    ['Testicular cancer', having('AML'), 'met'],
  ] as const)('%s: %#', (text, who, verdict) => {
    expect(excluded(text, who)).toEqual([verdict]);
  });
});

it('lines beneath "at least one criterion as follows" are alternatives, without a deeper bullet too', () => {
  const text =
    'Inclusion Criteria:\n\n* Age ≥ 18 years\n\n  The patients must meet at least one criterion as follows:\n\n  i.) ECOG 3\n\n  ii.) HER2 IHC 1+';
  expect(verdicts(text, RECENT).slice(-2)).toEqual(['unknown', 'unknown']);
});
