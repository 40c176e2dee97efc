/** Criteria that stayed open although the chart settles them, and what must stay open beside them. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { biomarker, patient, tumour, variant } from '../oncology/facts.ts';
import { condition, labs, performance, stage, taken } from './chart-facts.ts';
import { judged, syntheticTrial } from './criterion-table.ts';
import { context, knowledge } from './knowledge.ts';

type Side = 'inclusion' | 'exclusion';
const verdict = (text: string, facts: PatientFacts, side: Side = 'inclusion') => judged(side, text, facts)[0]?.verdict;
const lines = (eligibility: string, facts: PatientFacts) =>
  (explainTrial(facts, knowledge.oncology, compileTrial(syntheticTrial({ eligibility }), context))?.criteria ?? []).map(
    (one) => one.verdict,
  );
const studied = (conditions: readonly string[], facts: PatientFacts) =>
  explainTrial(facts, knowledge.oncology, compileTrial(syntheticTrial({ conditions }), context))?.criteria.find(({ text }) =>
    text.startsWith('Condition studied'),
  )?.verdict;

describe('non-squamous lung cancer', () => {
  const of = (code: string) => patient({ tumours: [tumour(code, { stages: [stage('IVA', '2026-10-01')] })] });
  const four = [of('LUAD'), of('LUSC'), of('LUAS'), of('NSCLC')];
  it.each([
    ['Histologically confirmed non-squamous NSCLC', ['met', 'not-met', 'unknown', 'unknown']],
    ['Stage IV nonsquamous non-small cell lung cancer (NSCLC)', ['met', 'not-met', 'unknown', 'unknown']],
    ['NSCLC of non-squamous histology', ['met', 'not-met', 'unknown', 'unknown']],
    ['Squamous or non-squamous NSCLC', ['met', 'met', 'met', 'met']],
    ['NSCLC (squamous or non-squamous)', ['met', 'met', 'met', 'met']],
    ['Squamous NSCLC', ['not-met', 'met', 'unknown', 'unknown']],
  ] as const)('%s', (text, verdicts) => {
    const [, , adenosquamous] = verdicts;
    expect(four.map((one) => verdict(text, one)).filter((_, at) => at !== 2 || adenosquamous !== 'unknown')).toEqual(
      verdicts.filter((_, at) => at !== 2 || adenosquamous !== 'unknown'),
    );
  });
  it('in one trial with squamous, neither is asked of everybody', () => {
    const text = 'Inclusion Criteria:\n\n* Non-squamous NSCLC\n* Lung squamous cell carcinoma\n* Age ≥ 18 years';
    expect(lines(text, of('LUSC'))[0]).toBe('unknown');
    expect(lines(text, of('LUAD'))).not.toContain('not-met');
  });
  it('as the condition of the registry', () => {
    expect(four.map((one) => studied(['Non-squamous Non-small Cell Lung Cancer'], one)).slice(0, 2)).toEqual(['met', 'not-met']);
  });
});

describe('an answer to castration', () => {
  const said = (text: string) => patient({ tumours: [tumour('PRAD', { text })] });
  const three = [
    said('Castration-resistant prostate adenocarcinoma'),
    said('Hormone-sensitive prostate adenocarcinoma'),
    said('Prostate adenocarcinoma'),
  ];
  it.each([
    ['Castration-resistant prostate cancer', ['met', 'unknown', 'unknown']],
    ['Castrate resistant prostate cancer', ['met', 'unknown', 'unknown']],
    ['Patients must have CRPC', ['met', 'unknown', 'unknown']],
    ['Hormone-sensitive prostate cancer', ['not-met', 'unknown', 'unknown']],
  ] as const)('%s', (text, verdicts) => {
    expect(three.map((one) => verdict(text, one))).toEqual(verdicts);
  });
  it('is told in the reason', () => {
    expect(three.map((one) => judged('inclusion', 'Castration-resistant prostate cancer', one)[0]?.because)).toEqual([
      expect.stringContaining('recorded as castration-resistant'),
      expect.stringContaining('recorded as castration-sensitive; whether it is resistant by now'),
      expect.stringContaining('whether the cancer is castration-resistant is not recorded'),
    ]);
  });
  it('as the condition of the registry', () => {
    expect(three.map((one) => studied(['Metastatic Castration-resistant Prostate Cancer'], one))).toEqual(['met', 'unknown', 'unknown']);
  });
});

describe('a tumour with a finding as the condition of the registry', () => {
  const her2 = (value: string) => patient({ tumours: [tumour('BREAST')], biomarkers: [biomarker('HER2', value, { method: 'IHC' })] });
  it.each([
    ['HER2-positive Breast Cancer', ['met', 'unknown']],
    ['HER2 + Breast Cancer', ['met', 'unknown']],
    ['MSI-H Colorectal Cancer', ['not-met', 'not-met']],
  ] as const)('%s', (condition, verdicts) => {
    expect([her2('3+'), her2('0')].map((one) => studied([condition], one))).toEqual(verdicts);
  });
});

describe('both copies of a gene', () => {
  const mtap = (copyChange: 'deep-loss' | 'loss') =>
    patient({ tumours: [tumour('LUAD')], variants: [variant('MTAP', { kind: 'copy-number', copyChange })] });
  it.each([
    ['Homozygous deletion of MTAP', ['met', 'unknown']],
    ['Bi-allelic deletion of MTAP', ['met', 'unknown']],
    ['MTAP homozygous deletion', ['met', 'unknown']],
    ['MTAP homozygous loss or MTAP deletion', ['met', 'met']],
    ['Biallelic MTAP mutation', ['unknown', 'unknown']],
  ] as const)('%s', (text, verdicts) => {
    expect([mtap('deep-loss'), mtap('loss')].map((one) => verdict(text, one))).toEqual(verdicts);
  });
  it('names the gene in the reason', () => {
    expect(judged('inclusion', 'MTAP deletion', mtap('deep-loss'))[0]?.because).toMatch(/^MTAP deletion \(/);
  });
});

it('an inflammatory breast cancer is not told from a ductal one, only from one of another tissue', () => {
  const asked = ['IDC', 'ILC', 'MPT'].map((code) =>
    verdict('Inflammatory breast cancer', patient({ tumours: [tumour(code)] }), 'exclusion'),
  );
  expect(asked).toEqual(['unknown', 'unknown', 'met']);
});

describe('a line that spares cytopenia', () => {
  const low = patient({ tumours: [tumour('BLL')], labs: labs({ platelets: 45, neutrophils: 0.8, WBC: 2.1, bilirubin: 3.6 }) });
  const asked = '* Leukocytes ≥ 750/mcL\n* Platelets ≥ 50,000/mcL\n* Total bilirubin ≤ 2 X ULN';
  it('leaves the counts open, and nothing else', () => {
    const spared = '* A participant will not be excluded because of pancytopenia ≥ Grade 3 if it is due to marrow involvement by leukemia';
    expect(lines(`Inclusion Criteria:\n\n${asked}\n${spared}`, low).slice(0, 3)).toEqual(['met', 'unknown', 'not-met']);
    expect(lines(`Inclusion Criteria:\n\n${asked}`, low)).toEqual(['met', 'not-met', 'not-met']);
  });
  it('not where cytopenia shuts out', () => {
    const out = '* Participants with a history of bone marrow failure or cytopenia will be excluded from the study';
    expect(lines(`Inclusion Criteria:\n\n${asked}\n${out}`, low)[1]).toBe('not-met');
  });
});

describe('a drug that is given for other diseases too', () => {
  const had = (drug: string, code: string, ill?: string) =>
    patient({
      tumours: [tumour(code)],
      medications: [taken(drug, { start: '2024-01-05', end: '2025-03-05' })],
      conditions: ill === undefined ? [] : [condition(ill, 'active')],
    });
  const text = 'Prior systemic anti-cancer therapy';
  it.each([
    ['ibrutinib', 'CLLSLL', undefined, 'not-met'],
    ['rituximab', 'FL', undefined, 'not-met'],
    ['rituximab', 'FL', 'Rheumatoid arthritis', 'unknown'],
    ['ibrutinib', 'CLLSLL', 'Chronic graft-versus-host disease', 'unknown'],
    ['rituximab', 'PCM', undefined, 'unknown'],
    ['rituximab', 'LUAD', undefined, 'unknown'],
    ['methotrexate', 'FL', undefined, 'unknown'],
    ['fludarabine', 'CLLSLL', undefined, 'not-met'],
    ['fludarabine', 'DLBCLNOS', undefined, 'unknown'],
    ['fludarabine', 'CLLSLL', 'State after allogeneic transplant', 'unknown'],
    ['leuprolide', 'PRAD', undefined, 'not-met'],
    ['goserelin', 'PRAD', undefined, 'not-met'],
    ['goserelin', 'IDC', undefined, 'unknown'],
    ['tamoxifen', 'IDC', undefined, 'unknown'],
  ] as const)('%s, %s, %s: %s', (drug, code, ill, expected) => {
    expect(verdict(text, had(drug, code, ill), 'exclusion')).toBe(expected);
  });
  it('tamoxifen counts from the day of the diagnosis on: before, it was to prevent', () => {
    const of = (onset: string) => ({ ...had('tamoxifen', 'IDC'), tumours: [tumour('IDC', { onset })] });
    expect(verdict(text, of('2023-11-20'), 'exclusion')).toBe('not-met');
    expect(verdict(text, of('2025-02-01'), 'exclusion')).toBe('unknown');
  });
  it('fludarabine beside cells may have been conditioning', () => {
    const chart = had('fludarabine', 'CLLSLL');
    const cells = { ...chart, procedures: [{ codes: [], text: 'Infusion of CAR-T cells', status: 'completed', performed: '2025-03-10', reasons: [], source: { reference: 'Procedure/cells' } }] }; // prettier-ignore
    expect(verdict(text, cells, 'exclusion')).toBe('unknown');
  });
  it('is not said to be missing: it is on file, and not what for', () => {
    expect(judged('exclusion', text, had('methotrexate', 'FL'))[0]?.because).toMatch(
      /^methotrexate recorded from 2024-01-05.*not what it was given for/,
    );
  });
});

it('Karnofsky or Lansky: either scale answers', () => {
  const of = (value: number) => patient({ tumours: [tumour('OS')], performance: [performance(value, '2026-11-01', 'Karnofsky')] });
  expect([90, 50].map((value) => verdict('Karnofsky or Lansky performance score of ≥ 60', of(value)))).toEqual(['met', 'not-met']);
});

it('a vitamin K antagonist, an immuno-oncology agent and an angiogenesis inhibitor by other names', () => {
  const on = (drug: string, parts = {}) => patient({ tumours: [tumour('BREAST')], medications: [taken(drug, parts)] });
  const warfarin = on('warfarin', { role: 'current', status: 'active' });
  expect([
    verdict(
      'Currently receiving warfarin or other coumarin-derived anticoagulant for treatment, prophylaxis or otherwise',
      warfarin,
      'exclusion',
    ),
    verdict('Prior treatment with an immune-oncology agent', on('pembrolizumab'), 'exclusion'),
    verdict('Patients must have never received an anti-angiogenesis inhibitor including bevacizumab', on('bevacizumab')),
  ]).toEqual(['not-met', 'not-met', 'not-met']);
});
