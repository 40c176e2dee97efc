/** FHIR in, PatientReport out: the whole clinical path as one pure function. */
import { readPatient, type PatientFacts } from '../fhir-profiles/index.ts';
import type { Knowledge } from './knowledge/types.ts';
import { matchTherapies } from './oncology/index.ts';
import { interpretPgx } from './pgx/index.ts';
import { toReport, type PatientReport, type Prediction, type TrialMatch } from './report/index.ts';

export interface InterpretInput {
  /** FHIR R4 content: a resource, a Bundle, a genomics-operations Parameters, or an array of these. */
  readonly resources: unknown;
  /** Patient asked about; absent = the one patient of the input. */
  readonly patientId?: string;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly inputId?: string;
  /** Advice for every drug known, not only for those ordered. */
  readonly allDrugs?: boolean;
  /** Findings of rooms that need more than facts and knowledge (trial index, model runtime), made from the same facts. */
  readonly extra?: (facts: PatientFacts) => { readonly trials?: readonly TrialMatch[]; readonly predictions?: readonly Prediction[] };
}

/**
 * Interprets one patient. Never throws on bad clinical content: what could not be used stands in `warnings`.
 * Pure: the same input and knowledge give the same report.
 */
export function interpret(input: InterpretInput, knowledge: Knowledge): PatientReport {
  const { facts, warnings } = readPatient(input.resources, {
    asOf: input.asOf,
    vocabulary: knowledge.vocabulary,
    ...(input.patientId === undefined ? {} : { patientId: input.patientId }),
  });
  const extra = input.extra?.(facts);
  return toReport({
    facts,
    warnings,
    pgx: interpretPgx(facts, knowledge.pgx, { allDrugs: input.allDrugs ?? false }),
    oncology: matchTherapies(facts, knowledge.oncology),
    trials: extra?.trials ?? [],
    predictions: extra?.predictions ?? [],
    knowledge: knowledge.headers,
    ...(input.inputId === undefined ? {} : { inputId: input.inputId }),
  });
}
