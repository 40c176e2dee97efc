/** Several tumours, and a record that contradicts itself: a trial is judged for the tumour that it studies, and what two readings do not share is open. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { compileTrial, explainTrial, type RankedMatch } from '../../cds-service/trials/index.ts';
import { clear, patient, protein, tumour } from '../oncology/facts.ts';
import { condition, labs, metastasis, performance, stage, taken } from './chart-facts.ts';
import { judged, syntheticTrial } from './criterion-table.ts';
import { context, knowledge } from './knowledge.ts';
import { made, search } from './made-trials.ts';

const primary = (type: string, text: string, over: object = {}) =>
  tumour(type, { text, onset: '2026-03-01', source: { reference: `Condition/${type}`, issued: '2026-03-01' }, ...over });
const LUNG = primary('LUAD', 'Adenocarcinoma of lung', { stages: [stage('IV', '2026-10-01')] });
const BREAST = primary('IDC', 'Invasive ductal carcinoma of breast', { stages: [stage('I', '2026-10-01')], onset: '2025-06-01' });
const both: PatientFacts = patient({
  patient: { id: 'synthetic', sex: 'female', ageYears: 65 },
  tumours: [BREAST, LUNG],
  variants: [protein('EGFR', 'p.Leu858Arg')],
});
const explained = (facts: PatientFacts, conditions: readonly string[], eligibility: string): RankedMatch | null =>
  explainTrial(facts, knowledge.oncology, compileTrial(syntheticTrial({ conditions: [...conditions], eligibility }), context));
const verdicts = (match: RankedMatch | null) => match?.criteria.map(({ verdict }) => verdict);

describe('two active primaries', () => {
  const text = 'Inclusion Criteria:\n\n* Stage IV disease\n\nExclusion Criteria:\n\n* Other malignancy within the past 3 years';
  it('are judged by the tumour that the trial studies, the other is another malignancy', () => {
    const lung = explained(both, ['Non-small Cell Lung Cancer'], text);
    expect(verdicts(lung)).toEqual(['met', 'met', 'not-met']);
    expect(lung?.tumour).toBe('Lung Adenocarcinoma');
    expect(lung?.criteria[0]?.because).toContain('judged for Lung Adenocarcinoma');
    expect(lung?.criteria[2]?.because).toMatch(/Invasive ductal carcinoma of breast recorded .* beside Adenocarcinoma of lung/);
    const breast = explained(both, ['Breast Cancer'], text);
    expect(verdicts(breast)).toEqual(['met', 'not-met', 'not-met']);
    expect(breast?.criteria[2]?.because).toMatch(/Adenocarcinoma of lung recorded .* beside Invasive ductal carcinoma/);
  });
  it('stay together where the trial is for every tumour', () => {
    const any = explained(both, ['Solid Tumor'], text);
    expect(verdicts(any)?.slice(0, 2)).toEqual(['met', 'unknown']);
    expect(any?.tumour).toBeUndefined();
  });
  it('leave open whose a variant or a metastasis is', () => {
    const spread = {
      ...both,
      tumours: [{ ...BREAST, stages: [] }, { ...LUNG, stages: [] }, metastasis('Secondary malignant neoplasm of bone')],
    };
    const match = explained(spread, ['Non-small Cell Lung Cancer'], 'Inclusion Criteria:\n\n* EGFR mutation\n* Metastatic disease');
    expect(verdicts(match)).toEqual(['met', 'unknown', 'unknown']);
  });
  it('are ranked as they are explained', () => {
    const trials = [
      made('NCT00000001', text, { conditions: ['Non-small Cell Lung Cancer'] }),
      made('NCT00000002', 'Inclusion Criteria:\n\n* Stage I disease', { conditions: ['Breast Cancer'] }),
      made('NCT00000003', 'Inclusion Criteria:\n\n* Age ≥ 18 years', { conditions: ['Prostate Cancer'] }),
    ];
    const found = search(both, trials, { verdicts: ['eligible', 'possible', 'ineligible'] });
    const explainedAs = new Map(trials.map((trial) => [trial.record.nctId, explainTrial(both, knowledge.oncology, trial)?.verdict]));
    for (const { nctId, verdict } of found?.matches ?? []) expect(verdict).toBe(explainedAs.get(nctId));
    expect(found?.search.found).toEqual({ eligible: 1, possible: 0, ineligible: 2 });
  });
});

describe('a basal-cell carcinoma beside another cancer', () => {
  const prostate = (over: object[]): PatientFacts =>
    patient({
      patient: { id: 'synthetic', sex: 'male', ageYears: 78 },
      tumours: [
        primary('PRAD', 'Adenocarcinoma of prostate', { stages: [stage('IVB', '2024-01-01')], onset: '2024-01-01' }),
        metastasis('Secondary malignant neoplasm of bone'),
        ...(over as PatientFacts['tumours']),
      ],
      medications: [taken('docetaxel')],
    });
  const skin = primary('BCC', 'Basal cell carcinoma of face', {
    codes: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'C44.310' }],
  });
  it.each(['Metastatic disease', 'Metastatic prostate cancer', 'No metastatic disease', 'Prior systemic therapy for this cancer'])('changes nothing of: %s', (text) => {
    const [without, beside] = [prostate([]), prostate([skin])].map((facts) => judged('inclusion', text, facts)[0]?.verdict);
    expect(beside).toBe(without);
    expect(beside).not.toBe('unknown');
  }); // prettier-ignore
  it('decides no trial of another skin cancer, nor of its own', () => {
    for (const conditions of [['Melanoma (Skin)', 'Skin Cancer'], ['Basal Cell Carcinoma']])
      expect(explained(prostate([skin]), conditions, 'Inclusion Criteria:\n\n* Age ≥ 18 years')?.criteria[0]?.verdict).toBe('unknown');
  });
});

describe('a record that says two things', () => {
  it('of the organ: what holds for one of them only is open', () => {
    const disputed = patient({
      tumours: [
        primary('LUAD', 'Lung adenocarcinoma', {
          disputed: { said: 'brain (C71.9) by its code, lung by its words', oncotree: 'GB', doid: null },
        }),
      ],
    });
    expect(judged('inclusion', 'Non-small cell lung cancer', disputed)[0]).toMatchObject({ verdict: 'unknown', because: expect.stringContaining('two organs') as string }); // prettier-ignore
    expect(judged('inclusion', 'Breast cancer', disputed)[0]?.verdict).toBe('not-met');
    expect(judged('inclusion', 'Any solid tumor', disputed)[0]?.verdict).toBe('met');
  });
  it('of a finding: found once, and later not', () => {
    const found = (negative: string) =>
      patient({
        tumours: [tumour('LUAD')],
        variants: [protein('EGFR', 'p.Leu858Arg', { issued: '2026-01-10' })],
        tested: [{ ...clear('EGFR'), source: { reference: 'DiagnosticReport/later', issued: negative } }],
      });
    expect(judged('inclusion', 'EGFR mutation', found('2026-09-01'))[0]?.verdict).toBe('unknown');
    expect(judged('inclusion', 'EGFR mutation', found('2025-09-01'))[0]?.verdict).toBe('met');
  });
  it('of the stage: a metastasis beside stage III', () => {
    const with3 = (spread: string, type = 'COAD') =>
      patient({ tumours: [tumour(type, { stages: [stage('IIIB', '2026-10-01')], onset: '2026-10-01' }), metastasis(spread)] });
    for (const text of ['Stage III disease', 'Stage IV disease'])
      expect(judged('inclusion', text, with3('Secondary malignant neoplasm of liver'))[0]?.verdict).toBe('unknown');
    expect(judged('inclusion', 'Stage III disease', with3('Secondary malignant neoplasm of lymph nodes'))[0]?.verdict).toBe('met');
    expect(judged('inclusion', 'Stage III disease', with3('Secondary malignant neoplasm of peritoneum', 'HGSOC'))[0]?.verdict).toBe('met');
  });
});

describe('what is only suspected, or not what the name says', () => {
  const lung = (parts: Partial<PatientFacts>) => patient({ tumours: [tumour('LUAD')], ...parts });
  it.each([
    ['Interstitial lung disease', condition('Interstitial lung disease', 'active', { suspected: true }), 'unknown'],
    ['Interstitial lung disease', condition('Interstitial lung disease', 'active'), 'not-met'],
    ['Known history of active tuberculosis', condition('Nonspecific reaction to tuberculin skin test without active tuberculosis', 'active'), 'unknown'],
    ['Known history of active tuberculosis', condition('Tuberculosis of lung', 'active'), 'not-met'],
    ['Diabetes mellitus', condition('Type 2 diabetes mellitus without complications', 'active'), 'not-met'],
    ['History of stroke', condition('Personal history of transient ischemic attack (TIA), and cerebral infarction without residual deficits', 'active'), 'unknown'],
    ['History of stroke', condition('History of cerebral infarction', 'active'), 'not-met'],
  ] as const)('%s: %o', (text, entry, verdict) => {
    expect(judged('exclusion', text, lung({ conditions: [entry] }))[0]?.verdict).toBe(verdict);
  }); // prettier-ignore
  it('brain metastases that are unconfirmed', () => {
    const spread = (verified: 'confirmed' | 'unconfirmed') =>
      lung({ tumours: [tumour('LUAD'), { ...metastasis('Metastasis to brain'), verified }] });
    expect(judged('exclusion', 'Known brain metastases', spread('unconfirmed'))[0]?.verdict).toBe('unknown');
    expect(judged('exclusion', 'Known brain metastases', spread('confirmed'))[0]?.verdict).toBe('not-met');
  });
});

describe('an entry that tells of the past: its date is that of the note', () => {
  const noted = (text: string, code: string) =>
    patient({ tumours: [tumour('LUAD')], conditions: [condition(text, 'active', { onset: '2026-09-15', codes: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }] })] }); // prettier-ignore
  it.each([
    ['Myocardial infarction within 6 months', noted('Old myocardial infarction', 'I25.2'), 'unknown'],
    ['History of myocardial infarction', noted('Old myocardial infarction', 'I25.2'), 'not-met'],
    ['Myocardial infarction within 6 months', noted('Acute myocardial infarction', 'I21.9'), 'not-met'],
    ['Stroke within 6 months', noted('Hemiplegia following cerebral infarction', 'I69.354'), 'unknown'],
    ['Pulmonary embolism within 3 months', noted('Personal history of pulmonary embolism', 'Z86.711'), 'unknown'],
  ] as const)('%s', (text, facts, verdict) => {
    expect(judged('exclusion', text, facts)[0]?.verdict).toBe(verdict);
  });
});

describe('what is given to one place', () => {
  const given = (name: string, text: string) =>
    patient({ tumours: [tumour('LUAD')], medications: [{ ...taken(name, { role: 'current', start: '2026-11-01' }), text, dose: { amount: 40, unit: 'mg', perDay: 1 } }] }); // prettier-ignore
  it.each([
    ['Concurrent systemic steroid therapy', given('triamcinolone', 'triamcinolone intra-articular injection 40 mg'), 'unknown'],
    ['Currently taking anticoagulant medication', given('heparin', 'heparin flush'), 'unknown'],
    ['Currently taking anticoagulant medication', given('apixaban', 'apixaban 5 mg tablet'), 'not-met'],
  ] as const)('%s', (text, facts, verdict) => {
    expect(judged('exclusion', text, facts)[0]?.verdict).toBe(verdict);
  });
});

it('a bullet that holds the first of several numbers holds only that', () => {
  const text =
    'Inclusion Criteria:\n\n* 1\\. Age ≥12 years and weight ≥40 kg;\n\n  2\\. Histologically confirmed diagnosis of diffuse large B-cell lymphoma;\n\n    3\\. Ejection fraction ≥ 50 %';
  const read = compileTrial(syntheticTrial({ eligibility: text }), context).criteria;
  expect(read.map(({ span }) => span && text.slice(...span).replace(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/weight ≥40 kg;$/) as string,
    expect.stringMatching(/B-cell lymphoma;$/) as string,
    expect.stringMatching(/50 %$/) as string,
  ]);
});

describe('an order that nobody closed', () => {
  it.each([
    ['2024-01-05', 'unknown'],
    ['2026-06-01', 'not-met'],
  ])('written %s: %s', (start, verdict) => {
    const facts = patient({ tumours: [tumour('LUAD')], medications: [taken('pembrolizumab', { role: 'current', start })] });
    expect(judged('exclusion', 'Systemic anti-cancer therapy within 3 months', facts)[0]?.verdict).toBe(verdict);
    expect(judged('exclusion', 'Prior pembrolizumab', facts)[0]?.verdict).toBe('not-met');
  });
});

describe('performance on the other scale', () => {
  const graded = (scale: 'ECOG' | 'Karnofsky', value: number) =>
    patient({ tumours: [tumour('LUAD')], performance: [performance(value, '2026-11-01', scale)] });
  it.each([
    ['ECOG ≤ 2', graded('Karnofsky', 90), 'met'],
    ['ECOG 0-1', graded('Karnofsky', 90), 'unknown'],
    ['ECOG 0-1', graded('Karnofsky', 60), 'unknown'],
    ['ECOG 0-1', graded('Karnofsky', 30), 'not-met'],
    ['Karnofsky ≥ 70', graded('ECOG', 0), 'met'],
    ['Karnofsky ≥ 70', graded('ECOG', 1), 'unknown'],
    ['Karnofsky ≥ 80', graded('ECOG', 4), 'not-met'],
    ['Karnofsky ≥ 70', graded('ECOG', 5), 'unknown'],
  ] as const)('%s', (text, facts, verdict) => {
    expect(judged('inclusion', text, facts)[0]?.verdict).toBe(verdict);
  });
});

it('a clearance that must be measured is not calculated', () => {
  const chart = patient({
    patient: { id: 'synthetic', sex: 'female', ageYears: 70 },
    tumours: [tumour('LUAD')],
    labs: labs({ creatinine: 1.6, weight: 55, height: 160 }),
  });
  expect(judged('inclusion', 'Creatinine clearance ≥ 60 mL/min', chart)[0]?.verdict).toBe('not-met');
  for (const text of [
    'A pretreatment measured creatinine clearance of ≥ 60 ml/minute',
    'Creatinine clearance ≥ 60 mL/min as measured by 24-hour urine',
  ])
    expect(judged('inclusion', text, chart)[0]?.verdict).toBe('unknown');
});

it('a cohort that is closed takes nobody', () => {
  const egfr = patient({ tumours: [tumour('LUAD', { stages: [stage('IV', '2026-10-01')] })], variants: [protein('EGFR', 'p.Leu858Arg')] });
  const text = (closed: string) => `Inclusion Criteria:\n\n* One of the following diagnoses:\n\n  * Cohort 2A${closed}: Advanced NSCLC harboring a known EGFR mutation\n  * Cohort 2B: Advanced melanoma harboring a BRAF mutation`;
  expect(explained(egfr, [], text(' (CLOSED)'))?.criteria[0]?.verdict).not.toBe('met');
}); // prettier-ignore

describe('wider names of the Disease Ontology', () => {
  it.each([
    ['Germ cell tumor', tumour('MBL', { doid: 'DOID:0050902' }), 'unknown'],
    ['High-grade glioma', tumour('EPM', { doid: 'DOID:4844' }), 'unknown'],
    ['High-grade glioma', tumour('GB', { doid: 'DOID:3068' }), 'met'],
    ['Lymphoma', tumour('MBN', { doid: 'DOID:9513' }), 'unknown'],
    ['Peripheral T-cell lymphoma', tumour('MYCF', { doid: 'DOID:8691' }), 'unknown'],
    ['Neuroblastoma', tumour('ADRENAL_GLAND'), 'unknown'],
  ] as const)('%s', (text, own, verdict) => {
    expect(judged('inclusion', `Histologically confirmed ${text}`, patient({ tumours: [own] }))[0]?.verdict).toBe(verdict);
  });
});
