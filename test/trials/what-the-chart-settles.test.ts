/** Criteria that a random draw found open although the chart settles them, or met by the value alone; and what beside them must stay open. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { patient, tumour } from '../oncology/facts.ts';
import { lab, labs, metastasis, performance, stage, taken } from './chart-facts.ts';
import { judged } from './criterion-table.ts';

type Side = 'inclusion' | 'exclusion';
const verdict = (side: Side, text: string, facts: PatientFacts) => judged(side, text, facts)[0]?.verdict;
const because = (side: Side, text: string, facts: PatientFacts) => judged(side, text, facts)[0]?.because ?? '';
const woman = patient({
  patient: { id: 'synthetic-settled', ageYears: 48, birthDate: '1978-03-15', sex: 'female' },
  tumours: [tumour('BREAST'), metastasis('Secondary malignant neoplasm of liver')],
});

describe('a count that must hold without transfusions or growth factors', () => {
  const sound = { ...woman, labs: labs({ haemoglobin: 10.4, neutrophils: 4.1, platelets: 231 }) };
  it.each([
    'Hemoglobin ≥ 9 g/dL (whole or partial blood transfusions not allowed in the weeks)',
    'Hemoglobin ≥ 9 g/dL (untransfused)',
    'Platelets ≥ 100,000/uL (unsupported) (performed within 7 days prior to enrollment)',
    'ANC ≥ 1,000/mcL * No administration of granulocyte colony-stimulating factor (G-CSF) is allowed within 1 week prior to screening',
  ])('%s', (text) => {
    expect(verdict('inclusion', text, sound)).toBe('unknown');
    expect(verdict('inclusion', text, { ...woman, labs: labs({ haemoglobin: 6.1, neutrophils: 0.2, platelets: 12 }) })).not.toBe('met');
  });
  it.each(['Hemoglobin ≥ 9 g/dL (transfusion allowed)', 'Hemoglobin ≥ 9 g/dL (with or without transfusion)', 'Hemoglobin ≥ 9 g/dL'])(
    '%s',
    (text) => {
      expect(verdict('inclusion', text, sound)).toBe('met');
    },
  );
});

describe('a diagnosis of any time', () => {
  it.each(['Have been diagnosed with colorectal cancer', 'Patients who have been diagnosed with colon cancer'])('%s', (text) => {
    expect(verdict('exclusion', text, woman)).toBe('unknown');
    expect(verdict('exclusion', text, patient({ tumours: [tumour('COAD')] }))).toBe('not-met');
  });
});

describe('a positive surface antigen, where the criterion says that this is the hepatitis B it means', () => {
  const carrier = { ...woman, labs: [lab('HBsAg', 'positive', undefined)] };
  it.each([
    ['Has known active Hepatitis B (e.g., HBsAg reactive) or Hepatitis C (e.g., HCV RNA [qualitative] is detected)', 'not-met'],
    ['Known history of hepatitis B (defined as hepatitis B surface antigen [HBsAg] reactive) or known active hepatitis C virus (defined as HCV RNA [qualitative] is detected) infection. Note: no testing is required', 'not-met'],
    ['Positive hepatitis B surface antigen', 'not-met'],
    ['Has a positive serologic test for human immunodeficiency virus (HIV), hepatitis B virus surface antigen, or hepatitis C virus.', 'not-met'],
    ['Positive HBsAg at screening. Patients with a past or resolved HBV infection (HBsAg negative and anti-HBc positive) are eligible.', 'not-met'],
    ['Concurrent active Hepatitis B (defined as HBsAg positive and/or detectable HBV DNA) and Hepatitis C virus infection', 'unknown'],
    ['Active Hepatitis B (HBsAg reactive with detectable HBV DNA)', 'unknown'],
    ['Hepatitis B infection. Patients positive for HBsAg but with normal HBV DNA are allowed.', 'unknown'],
    ['Positive for HBsAg and hepatitis B core antibody', 'unknown'],
    ['Uncontrolled hepatitis B (HBsAg positive)', 'unknown'],
  ] as const)('%s: %s', (text, expected) => {
    expect(verdict('exclusion', text, carrier)).toBe(expected);
    expect(verdict('exclusion', text, woman)).toBe('unknown');
  }); // prettier-ignore
});

describe('immune-related adverse events by grade, however long ago', () => {
  const event = (text: string, grade: number): PatientFacts => ({
    ...woman,
    medications: [taken('pembrolizumab', { end: '2025-01-20' })],
    adverseEvents: [
      { text, codes: [], grade, status: 'over', attributed: true, date: '2025-01-18', source: { reference: 'AdverseEvent/immune' } },
    ],
  });
  const colitis = event('Immune-mediated colitis', 3);
  it.each([
    ['Patients who experienced Grade 3 or higher irAEs with prior immunotherapy', 'exclusion', 'not-met'],
    ['Grade 3 or 4 major organ irAEs clinically attributed to anti-PD-1/PD-L1 therapy', 'exclusion', 'not-met'],
    ['History of Grade 3-4 immune-related adverse events, except for endocrinopathy managed with hormone replacement', 'exclusion', 'not-met'],
    ['History of severe immune-mediated adverse events from immunotherapy', 'exclusion', 'not-met'],
    ['Must not have any history of grade 3 or higher immune-related adverse events on prior anti-PD-1', 'inclusion', 'not-met'],
    ['History of Grade 4 immune-related adverse events', 'exclusion', 'unknown'],
    ['Prior immunotherapy that was discontinued due to a Grade 3 or higher immune-related adverse event', 'exclusion', 'unknown'],
    ['Grade ≥ 3 immune-related adverse events with prior immunotherapy unless adequately resolved within 14 days', 'exclusion', 'unknown'],
    ['Ongoing grade ≥ 3 immune-related adverse events', 'exclusion', 'unknown'],
  ] as const)('%s (%s): %s', (text, side, expected) => {
    expect(verdict(side, text, colitis)).toBe(expected);
    expect(verdict(side, text, woman)).toBe('unknown');
    expect(verdict(side, text, event('Colitis', 3))).toBe('unknown');
    expect(verdict(side, text, event('Immune-mediated colitis', 2))).toBe('unknown');
  }); // prettier-ignore
  it('an exception of hormones spares a thyroiditis', () => {
    const spared = 'History of Grade 3-4 immune-related adverse events, except for endocrinopathy managed with hormone replacement';
    expect(verdict('exclusion', spared, event('Immune-mediated thyroiditis', 3))).toBe('unknown');
    expect(verdict('exclusion', 'History of Grade 3-4 immune-related adverse events', event('Immune-mediated thyroiditis', 3))).toBe('not-met'); // prettier-ignore
  });
});

describe('the extent in the words of the diagnosis', () => {
  const said = (text: string, parts: object = {}) => patient({ tumours: [tumour('BREAST', { text, onset: '2026-10-01', ...parts })] });
  it.each([
    ['Breast cancer, stage IV', 'Stage IV breast cancer', 'met'],
    ['Stage 2A carcinoma of breast', 'Stage IV breast cancer', 'not-met'],
    ['Breast cancer, stage IV', 'Metastatic breast cancer', 'met'],
    ['Metastatic breast cancer', 'Metastatic breast cancer', 'met'],
    ['Metastatic breast cancer', 'No evidence of metastatic disease', 'not-met'],
    ['Breast cancer, at least stage IV', 'Stage IV breast cancer', 'unknown'],
    ['Breast cancer, stage III or IV', 'Stage IV breast cancer', 'unknown'],
    ['Suspected stage IV breast cancer', 'Stage IV breast cancer', 'unknown'],
    ['Breast cancer metastatic to axillary lymph nodes', 'Metastatic breast cancer', 'unknown'],
    ['Non-metastatic breast cancer', 'Metastatic breast cancer', 'unknown'],
    ['Recurrent breast cancer, stage II', 'Stage IV breast cancer', 'unknown'],
  ] as const)('%s: %s is %s', (text, asked, expected) => expect(verdict('inclusion', asked, said(text))).toBe(expected));
  it('is told with its origin, and a stage on file goes before it', () => {
    expect(because('inclusion', 'Stage IV breast cancer', said('Breast cancer, stage IV'))).toContain(
      'stage IV (2026-10-01), in the words of the diagnosis “Breast cancer, stage IV”',
    );
    const staged = said('Breast cancer, stage IV', { stages: [stage('IIA', '2026-10-20')] });
    expect(verdict('inclusion', 'Stage IV breast cancer', staged)).toBe('not-met');
  });
});

describe('the same in other words', () => {
  const chart: PatientFacts = {
    ...woman,
    performance: [performance(1)],
    labs: [
      ...labs({ creatinine: 0.9, bilirubin: 2.3, AST: 118, ALT: 92, weight: 72, height: 172, LVEF: 44 }),
      lab('pregnancy', 'not-pregnant', undefined, '2026-11-18'),
    ],
  };
  it.each([
    ['inclusion', 'Total bilirubin =< 1.5 x ULN (obtained ≤ 28 days prior to protocol registration/randomization)', 'not-met'],
    ['exclusion', 'LVEF < 50% by either echocardiography or MUGA within 28 days before randomization/enrollment', 'not-met'],
    ['inclusion', 'AST and ALT ≤ 2.5 x ULN (institutional) or ≤ 5 x ULN for participants with documented liver metastases', 'met'],
    ['inclusion', 'ECOG performance status ≤ 1 OR Karnofsky ≥ 70%; see Appendix A.', 'met'],
    ['inclusion', 'Greater than or equal to 18 years of age and less than or equal to age 75', 'met'],
    ['inclusion', 'Greater than or equal to 18 years of age and less than or equal to age 45', 'not-met'],
    ['exclusion', 'Elevated serum creatinine (> 1.5 mg/dl) OR calculated creatinine clearance of < 60 ml/min', 'met'],
    ['inclusion', 'Negative serum pregnancy test done ≤ 7 days prior to enrollment, for women of childbearing potential only', 'met'],
    ['inclusion', 'Male or non-pregnant, non-lactating female participants aged ≥ 50 years', 'not-met'],
    ['inclusion', 'Male or non-pregnant, non-lactating female participants aged ≥ 18 years', 'unknown'],
  ] as const)('%s: %s: %s', (side, text, expected) => expect(verdict(side, text, chart)).toBe(expected));
});

describe('systemic treatment with a class of drugs is treatment with one', () => {
  const had = (drug: string): PatientFacts => ({ ...woman, medications: [taken('carboplatin', { end: '2025-03-01' }), taken(drug, { end: '2026-01-20' })] }); // prettier-ignore
  it.each([
    ['exclusion', 'Any prior systemic treatment with an immune-oncology agent, including but not limited to anti-PD-1, anti-PD-L1, anti-CTLA-4', 'pembrolizumab', 'not-met'],
    ['exclusion', 'Any prior systemic treatment with an immune-oncology agent', 'olaparib', 'unknown'],
    ['exclusion', 'Prior systemic therapy with a PARP inhibitor', 'olaparib', 'not-met'],
    ['inclusion', 'Prior systemic therapy with a taxane', 'docetaxel', 'met'],
    ['exclusion', 'Prior systemic treatment with corticosteroids', 'docetaxel', 'unknown'],
    ['inclusion', 'Prior immunotherapy including anti-CTLA-4', 'pembrolizumab', 'unknown'],
  ] as const)('%s: %s, after %s: %s', (side, text, drug, expected) => {
    expect(verdict(side, text, had(drug))).toBe(expected);
    if (expected === 'not-met') expect(because(side, text, had(drug))).toMatch(new RegExp(`^${drug}`));
  }); // prettier-ignore
});
