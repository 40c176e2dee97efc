/** Tumour type, histology, stage and extent as criteria word them, over the synthetic profiles; verdicts were written down from the records. */
import { describe, expect, it } from 'vitest';
import type { TrialRecord } from '../../cds-service/knowledge/trials/types.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { TUMOUR_EXCLUSION, TUMOUR_INCLUSION } from './tumour-cases.ts';
import { context, knowledge } from './knowledge.ts';
import { PROFILES } from './profiles.ts';

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

const cases = [
  ...TUMOUR_INCLUSION.map((row) => ['inclusion', ...row] as const),
  ...TUMOUR_EXCLUSION.map((row) => ['exclusion', ...row] as const),
].flatMap(([kind, text, verdicts]) =>
  Object.entries(verdicts).map(([who, verdict]) => ({ kind, text, who: who as keyof typeof PROFILES, verdict })),
);

describe('criteria about the tumour', () => {
  it('leave at least a third of the verdicts open', () => {
    expect(cases.filter(({ verdict }) => verdict === 'unknown').length).toBeGreaterThanOrEqual(cases.length / 3);
  });
  it.each(cases)('$kind: $text, $who: $verdict', ({ kind, text, who, verdict }) => {
    const compiled = compileTrial(trial(`${kind === 'inclusion' ? 'Inclusion' : 'Exclusion'} Criteria:\n\n* ${text}`), context);
    const [criterion] = explainTrial(PROFILES[who], knowledge.oncology, compiled)?.criteria ?? [];
    expect({ verdict: criterion?.verdict, because: criterion?.because }).toEqual({ verdict, because: criterion?.because });
    expect(criterion?.because).not.toBe('');
  });
});
