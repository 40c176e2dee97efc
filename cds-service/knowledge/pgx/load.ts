import type { ClinicalKnowledge, GuidelineKnowledge, PgxKnowledge } from './types.ts';

export function loadPgxKnowledge(guideline: unknown, clinical: unknown): PgxKnowledge {
  return { guideline: guideline as GuidelineKnowledge, clinical: clinical as ClinicalKnowledge };
}
