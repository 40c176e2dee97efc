/**
 * Pharmacogenomic knowledge as compiled facts. Sentences are not stored: `pgx/advice` makes them from these fields.
 * Two files make it up: `data/pgx-guideline.json` (compiled from CPIC/DPWG/FDA tables by the importer) and
 * `data/pgx-clinical.json` (curated by us: inhibitors, pre-test rules, alternatives, contraindications), each with a header.
 */
import type { ClinicalKnowledge } from './clinical-types.ts';
import type { GuidelineKnowledge } from './guideline-types.ts';

export interface PgxKnowledge {
  readonly guideline: GuidelineKnowledge;
  readonly clinical: ClinicalKnowledge;
}
export type * from './clinical-types.ts';
export type * from './guideline-types.ts';
