/** The door of the pharmacogenomics room: patient facts in, gene results and drug advice out. Pure. */
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import type { PgxKnowledge } from '../knowledge/pgx/types.ts';
import type { DataWarning, DrugAdvice, GeneResult, UntestedGene } from '../report/types.ts';
import { adviseDrug } from './advice/advise-drug.ts';
import { checkAlternatives } from './advice/alternatives.ts';
import { indexOf } from './advice/knowledge-index.ts';
import { notCovered } from './advice/not-covered.ts';
import { advicePatient, type AdvicePatient } from './advice/patient.ts';
import { preTests } from './advice/pre-test.ts';
import { recordAdvice } from './advice/record-advice.ts';
import { shownResult } from './advice/shown-result.ts';
import { targets, type Target } from './advice/targets.ts';
import { withUnnamed } from './advice/unnamed-gene.ts';
import { adviseWarfarin } from './advice/warfarin.ts';
import { interpretGenes } from './genes/index.ts';
import type { GeneFinding } from './genes/types.ts';
import { uncoveredGenes } from './genes/uncovered.ts';

export { ACTIVATED, severity } from './advice/severity.ts';
export { isNoDrug } from './advice/unrecognised.ts';
export { listWords } from './advice/wording/words.ts';

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
  return adviseFrom(facts, interpretGenes(facts, knowledge.guideline), knowledge, options);
}

/** The same from gene findings already made: genes → phenoconversion → advice on each drug → tests that should come first. */
export function adviseFrom(
  facts: PatientFacts,
  findings: readonly GeneFinding[],
  knowledge: PgxKnowledge,
  options: PgxOptions,
): PgxFindings {
  const patient = advicePatient(facts, findings, indexOf(knowledge));
  const asked = targets(patient, options.allDrugs);
  return {
    genes: findings.map((finding) => shownResult(patient, finding)),
    drugs: asked.flatMap((target) => advise(patient, target, options.allDrugs)),
    untested: preTests(patient),
    warnings: [...findings.flatMap(({ warnings }) => warnings), ...uncoveredGenes(facts.germline, knowledge.guideline)],
  };
}

function advise(patient: AdvicePatient, target: Target, allDrugs: boolean): DrugAdvice[] {
  const question = { ...target, alternatives: checkAlternatives };
  const special = adviseWarfarin(patient, question);
  if (special !== undefined) return withUnnamed(patient, question, special);
  const advice = adviseDrug(patient, question);
  if (advice.length > 0) return withUnnamed(patient, question, advice);
  const recorded = recordAdvice(patient, question);
  return withUnnamed(patient, question, recorded.length > 0 ? recorded : notCovered(patient, question, allDrugs));
}
