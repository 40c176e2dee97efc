/** What is asked of one drug, and the branches of the answer. */
import type { MedicationFact } from '../../../fhir-profiles/index.ts';
import type { PgxDrug, Recommendation } from '../../knowledge/pgx/types.ts';
import type { DrugAdvice } from '../../report/types.ts';
import type { GeneView } from './gene-view.ts';
import type { Match } from './match.ts';
import type { AdvicePatient } from './patient.ts';
import type { RowGroup } from './row-group.ts';

export interface DrugQuestion {
  readonly drug: PgxDrug;
  readonly order?: MedicationFact;
  /** What is asked for is told beside advice of CPIC's that is made elsewhere (warfarin), so that it is not said that CPIC gives none. */
  readonly besideAnother?: true;
  /** Checks the alternatives of a row; left out while an alternative itself is checked, so that no check calls itself. */
  readonly alternatives?: (patient: AdvicePatient, row: Recommendation, order?: MedicationFact) => DrugAdvice['alternatives'];
}

export interface Branch {
  readonly population: string;
  /** False when the chart does not show that this branch applies. */
  readonly known: boolean;
  readonly group: RowGroup;
  readonly views: readonly GeneView[];
  readonly match: Match;
  /** The same branch on the genotype alone; differs from `match` only under phenoconversion. */
  readonly genotypeMatch: Match;
}
