/** The door of the pharmacogenomics room: patient facts in, gene results and drug advice out. Pure. */
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import type { PgxKnowledge } from '../knowledge/pgx/types.ts';
import type { DataWarning, DrugAdvice, GeneResult, UntestedGene } from '../report/types.ts';

export interface PgxFindings {
  readonly genes: GeneResult[];
  readonly drugs: DrugAdvice[];
  readonly untested: UntestedGene[];
  readonly warnings: DataWarning[];
}

export interface PgxOptions {
  /** Advice for every drug known, not only for those ordered or taken. */
  readonly allDrugs: boolean;
}

export function interpretPgx(facts: PatientFacts, knowledge: PgxKnowledge, options: PgxOptions): PgxFindings {
  void facts;
  void knowledge;
  void options;
  return { genes: [], drugs: [], untested: [], warnings: [] };
}
