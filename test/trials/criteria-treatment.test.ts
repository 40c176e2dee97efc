/**
 * Criteria about earlier treatment, times since it, procedures, brain metastases and other cancers, as trials word them (our wording): whose record, and
 * what can be said for certain. Verdicts were written down from the records, not taken from the code.
 */
import { describe, expect, it } from 'vitest';
import type { TrialRecord } from '../../cds-service/knowledge/trials/types.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { context, knowledge } from './knowledge.ts';
import { TREATED_EX, TREATED_IN, type TreatmentRow } from './treatment-cases.ts';
import { TREATMENT_CHARTS } from './treatment-charts.ts';

const trial = (eligibility: string): TrialRecord => ({
  nctId: 'NCT00000000',
  title: 'Synthetic trial',
  phase: '',
  status: 'recruiting',
  conditions: [],
  interventions: [],
  sites: [],
  registry: 'synthetic',
  date: '2026-01-05',
  url: '',
  eligibility,
});
const rows = (kind: 'inclusion' | 'exclusion', table: readonly TreatmentRow[]) =>
  table.flatMap(([text, verdicts]) =>
    Object.entries(verdicts).map(([who, verdict]) => ({ kind, text, who: who as keyof typeof TREATMENT_CHARTS, verdict })),
  );
const cases = [...rows('inclusion', TREATED_IN), ...rows('exclusion', TREATED_EX)];

describe('criteria about treatment as trials word them', () => {
  it('are at least a third unknown', () => {
    expect(cases.filter(({ verdict }) => verdict === 'unknown').length).toBeGreaterThanOrEqual(cases.length / 3);
  });
  it.each(cases)('$kind: $text, $who: $verdict', ({ kind, text, who, verdict }) => {
    const compiled = compileTrial(trial(`${kind === 'inclusion' ? 'Inclusion' : 'Exclusion'} Criteria:\n\n* ${text}`), context);
    const [criterion] = explainTrial(TREATMENT_CHARTS[who], knowledge.oncology, compiled)?.criteria ?? [];
    expect({ verdict: criterion?.verdict, because: criterion?.because }).toEqual({ verdict, because: criterion?.because });
    expect(criterion?.because).not.toBe('');
  });
});
