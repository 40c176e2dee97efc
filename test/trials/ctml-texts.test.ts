/** What CTML trials say in words beside their trees: shapes of public sources (nct2ctml, CTIMS), in short. */
import { describe, expect, it } from 'vitest';
import { ctmlReader } from '../../cds-service/knowledge/import/trials/ctml.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { patient, protein, tumour } from '../oncology/facts.ts';
import { condition, performance, stage } from './chart-facts.ts';
import { context, knowledge } from './knowledge.ts';

const read = ctmlReader(knowledge.oncology.genes, knowledge.vocabulary.tumours, '2026-01-05');
const facts = patient({
  patient: { id: 'synthetic', sex: 'male', ageYears: 61 },
  tumours: [tumour('LUAD', { stages: [stage('IVA', '2026-10-20')] })],
  variants: [protein('KRAS', 'p.Gly12Cys')],
  performance: [performance(1)],
  conditions: [condition('Interstitial lung disease', 'active')],
});
function verdicts(trial: Record<string, unknown>) {
  const [one] = read(trial) ?? [];
  if (one === undefined || !('record' in one)) throw new Error('not read');
  const match = explainTrial(facts, knowledge.oncology, compileTrial(one.record, context));
  return (match?.criteria ?? []).map(({ kind, text, verdict }) => `${kind} ${text}: ${verdict}`);
}
const step = (parts: object) => ({ treatment_list: { step: [{ step_code: '1', ...parts }] } });
const lung = { clinical: { age_numerical: '>=18', oncotree_primary_diagnosis: 'Non-Small Cell Lung Cancer' } };

describe('the eligibility text of the registry, line by line', () => {
  it('has its exclusions marked, and they exclude', () => {
    const said = verdicts({
      nct_id: 'NCT00000000',
      short_title: 'Synthetic',
      prior_treatment_requirements: [
        'Inclusion Criteria:',
        '* ECOG performance status 0-1',
        'Exclude - Exclusion Criteria:',
        'Exclude - * Interstitial lung disease',
        'Exclude - 1. Active hepatitis B',
      ],
      ...step({
        arm: [{ arm_code: 'A', arm_suspended: 'N' }],
        match: [{ and: [lung, { genomic: { hugo_symbol: 'KRAS', variant_category: 'Mutation' } }] }],
      }),
    });
    expect(said).toContain('inclusion ECOG performance status 0-1: met');
    expect(said).toContain('exclusion Interstitial lung disease: not-met');
    expect(said).toContain('exclusion Active hepatitis B: unknown');
    expect(said.filter((one) => /criteria/i.test(one))).toEqual([]);
  });
  it('may have headings of its own', () => {
    const said = verdicts({
      nct_id: 'NCT00000000',
      prior_treatment_requirements: [
        'Key inclusion criteria:',
        '1. ECOG performance status 0-1',
        'Key exclusion criteria:',
        '1. Interstitial lung disease',
      ],
      ...step({ match: [lung] }),
    });
    expect(said).toContain('exclusion Interstitial lung disease: not-met');
    expect(said).toContain('inclusion ECOG performance status 0-1: met');
  });
});

describe('additional criteria of CTIMS', () => {
  it('are kept, those of an arm under its name, and stages and categories are read', () => {
    const said = verdicts({
      trial_id: 'NCT00000000',
      additional_criteria_requirements: ['ECOG performance status 2', { additional_criteria_requirement_name: 'No prior immunotherapy' }],
      ...step({
        arm: [
          {
            arm_code: 'Part A',
            arm_additional_criteria_not_captured: [{ additional_criteria_requirement_name: 'Measurable disease' }],
            match: [{ clinical: { oncotree_primary_diagnosis: 'Lung Adenocarcinoma', llm_stage_group: 'Stage IV', llm_class_n: 'N2' } }],
          },
        ],
      }),
    });
    expect(said).toContain('inclusion ECOG performance status 2: not-met');
    expect(said).toContain('inclusion No prior immunotherapy: unknown');
    expect(said).toContain('inclusion Measurable disease: unknown');
    expect(said).toContain('inclusion stage IV: met');
    expect(said).toContain('inclusion N2: unknown');
  });
});
