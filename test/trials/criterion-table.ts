/** Tables of criteria: whose record, and what can be said for certain. Each row becomes a trial with this one criterion. */
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import type { TrialRecord } from '../../cds-service/knowledge/trials/types.ts';
import { compileTrial, explainTrial } from '../../cds-service/trials/index.ts';
import { context, knowledge } from './knowledge.ts';

export type Verdict = 'met' | 'not-met' | 'unknown';
type Side = 'inclusion' | 'exclusion';
export type CriterionRow<Who extends string> = readonly [text: string, verdicts: Partial<Record<Who, Verdict>>];

/** A trial that says nothing but its eligibility text. */
export const syntheticTrial = (parts: Partial<TrialRecord>): TrialRecord => ({
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
  eligibility: '',
  ...parts,
});

/** The criteria of a text with one criterion, judged for a patient. */
export function judged(side: Side, text: string, facts: PatientFacts) {
  const eligibility = `${side === 'inclusion' ? 'Inclusion' : 'Exclusion'} Criteria:\n\n* ${text}`;
  const compiled = compileTrial(syntheticTrial({ eligibility }), context);
  return explainTrial(facts, knowledge.oncology, compiled)?.criteria ?? [];
}

/** One test for each verdict of the tables, and one that a third of them is unknown. */
export function testCriteria<Who extends string>(
  name: string,
  tables: { readonly inclusion: readonly CriterionRow<Who>[]; readonly exclusion: readonly CriterionRow<Who>[] },
  patients: Readonly<Record<Who, PatientFacts>>,
  least = 1,
): void {
  const cases = (['inclusion', 'exclusion'] as const).flatMap((kind) =>
    tables[kind].flatMap(([text, verdicts]) =>
      Object.entries(verdicts).map(([who, verdict]) => ({ kind, text, who: who as Who, verdict: verdict as Verdict })),
    ),
  );
  describe(name, () => {
    it('hold enough verdicts, at least a third of them unknown', () => {
      expect(cases.length).toBeGreaterThanOrEqual(least);
      expect(cases.filter(({ verdict }) => verdict === 'unknown').length).toBeGreaterThanOrEqual(cases.length / 3);
    });
    it.each(cases)('$kind: $text, $who: $verdict', ({ kind, text, who, verdict }) => {
      const [criterion] = judged(kind, text, patients[who]);
      expect({ verdict: criterion?.verdict, because: criterion?.because }).toEqual({ verdict, because: criterion?.because });
      expect(criterion?.kind).toBe(kind);
      expect(criterion?.because).not.toBe('');
    });
  });
}
