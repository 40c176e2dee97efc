import { describe, expect, it } from 'vitest';
import type { TrialRecord } from '../../cds-service/knowledge/trials/types.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { EXCLUSION, INCLUSION } from './criteria-cases.ts';
import { context, knowledge } from './knowledge.ts';
import { PATIENTS } from './patients.ts';
import { PROFILES } from './profiles.ts';
import { REVIEWED_EXCLUSION, REVIEWED_INCLUSION } from './reviewed-cases.ts';

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
  ...INCLUSION.map((row) => ['inclusion', ...row] as const),
  ...EXCLUSION.map((row) => ['exclusion', ...row] as const),
].flatMap(([kind, text, verdicts]) =>
  Object.entries(verdicts).map(([who, verdict]) => ({ kind, text, who: who as keyof typeof PATIENTS, verdict })),
);

const reviewed = [
  ...REVIEWED_INCLUSION.map((row) => ['inclusion', ...row] as const),
  ...REVIEWED_EXCLUSION.map((row) => ['exclusion', ...row] as const),
].flatMap(([kind, text, verdicts]) =>
  Object.entries(verdicts).map(([who, verdict]) => ({ kind, text, who: who as keyof typeof PROFILES, verdict })),
);

describe('criteria that were read wrongly once, and rules', () => {
  it('are, with the others, at least 300 verdicts, a third of them unknown', () => {
    const all = [...cases, ...reviewed];
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(all.filter(({ verdict }) => verdict === 'unknown').length).toBeGreaterThanOrEqual(all.length / 3);
  });
  it.each(reviewed)('$kind: $text, $who: $verdict', ({ kind, text, who, verdict }) => {
    const compiled = compileTrial(trial(`${kind === 'inclusion' ? 'Inclusion' : 'Exclusion'} Criteria:\n\n* ${text}`), context);
    const [criterion] = explainTrial(PROFILES[who], knowledge.oncology, compiled)?.criteria ?? [];
    expect({ verdict: criterion?.verdict, because: criterion?.because }).toEqual({ verdict, because: criterion?.because });
    expect(criterion?.because).not.toBe('');
  });
});

describe('criteria as trials word them', () => {
  it('are at least 200, a third of them unknown', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200);
    expect(cases.filter(({ verdict }) => verdict === 'unknown').length).toBeGreaterThanOrEqual(cases.length / 3);
  });

  it.each(cases)('$kind: $text, $who: $verdict', ({ kind, text, who, verdict }) => {
    const compiled = compileTrial(trial(`${kind === 'inclusion' ? 'Inclusion' : 'Exclusion'} Criteria:\n\n* ${text}`), context);
    const match = explainTrial(PATIENTS[who], knowledge.oncology, compiled);
    expect(match?.criteria).toHaveLength(1);
    const [criterion] = match?.criteria ?? [];
    expect(criterion?.kind).toBe(kind);
    expect({ verdict: criterion?.verdict, because: criterion?.because }).toEqual({ verdict, because: criterion?.because });
    expect(criterion?.because).not.toBe('');
  });
});
