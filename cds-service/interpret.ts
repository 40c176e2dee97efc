/** FHIR in, PatientReport out: the whole clinical path as one pure function. */
import { readPatient, type DataWarning, type PatientFacts, type ReadResult } from '../fhir-profiles/index.ts';
import { predict, type PredictionRuntime } from '../models/index.ts';
import type { Knowledge } from './knowledge/types.ts';
import { matchTherapies } from './oncology/index.ts';
import { interpretPgx } from './pgx/index.ts';
import { searchTrials, type FoundTrials, type MatchOptions } from './trials/index.ts';
import type { TrialLibrary } from './trial-library/index.ts';
import { toReport, type PatientReport, type Prediction } from './report/index.ts';

/** The patient’s FHIR content, and how it is to be interpreted. */
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
  /** Which trials to list; the best open ones when absent; null: none are looked for (cards say nothing of trials). */
  readonly trials?: MatchOptions | null;
}

/** Gives the trials when they are needed; null when there are none. */
export type TrialSource = () => TrialLibrary | null;

/**
 * Interprets one patient, without predictions. Never throws on bad clinical content: what could not be used stands in `warnings`.
 * Pure: the same input and knowledge give the same report.
 */
export function interpret(input: InterpretInput, knowledge: Knowledge, trials?: TrialSource): PatientReport {
  const composing = compose(input, knowledge, read(input, knowledge), [], trials);
  for (;;) {
    const step = composing.next();
    if (step.done === true) return step.value;
  }
}

/** The same with the predictions of the models for the drugs ordered or taken; only the model runtime makes it asynchronous. */
export async function interpretAndPredict(
  input: InterpretInput,
  knowledge: Knowledge,
  models: PredictionRuntime,
  trials?: TrialSource,
): Promise<PatientReport> {
  const reading = read(input, knowledge);
  // A chart of thousands of results is no reason to keep the orders of everyone else waiting from its beginning to its end.
  const many = resultsIn(reading) > MANY_RESULTS;
  if (many) await wholeTurn();
  const composing = compose(input, knowledge, reading, await predict(reading.facts, models), trials);
  for (;;) {
    const step = composing.next();
    if (step.done === true) return step.value;
    if (many) await wholeTurn();
  }
}

const MANY_RESULTS = 1_000;

/** Until timers and calls that have arrived meanwhile had their turn: the next `setImmediate` alone comes before them. */
function wholeTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}

function resultsIn({ facts: { germline, variants, labs } }: ReadResult): number {
  return germline.length + variants.length + labs.length;
}

function read(input: InterpretInput, knowledge: Knowledge): ReadResult {
  return readPatient(input.resources, {
    asOf: input.asOf,
    vocabulary: knowledge.vocabulary,
    ...(input.patientId === undefined ? {} : { patientId: input.patientId }),
  });
}

/** Yields between its parts, each of which takes its time over a large chart. */
function* compose(
  input: InterpretInput,
  knowledge: Knowledge,
  { facts, warnings }: ReadResult,
  predictions: readonly Prediction[],
  trials: TrialSource | undefined,
): Generator<void, PatientReport, void> {
  // Trials are opened for patients with a tumour only.
  const library = facts.tumours.length > 0 && input.trials !== null ? (trials?.() ?? null) : null;
  const found = library === null ? null : trialsFor(facts, knowledge, library, input.trials ?? {});
  yield;
  const pgx = interpretPgx(facts, knowledge.pgx, { allDrugs: input.allDrugs ?? false });
  yield;
  const oncology = matchTherapies(facts, knowledge.oncology);
  yield;
  return toReport({
    facts,
    warnings: found === 'unreadable' ? [...warnings, UNREADABLE] : warnings,
    pgx,
    oncology,
    trials: found === 'unreadable' ? [] : (found?.matches ?? []),
    ...(found === null || found === 'unreadable' ? {} : { trialSearch: found.search }),
    predictions,
    knowledge: library === null ? knowledge.headers : [...knowledge.headers, library.header],
    ...(input.inputId === undefined ? {} : { inputId: input.inputId }),
  });
}

const UNREADABLE: DataWarning = { code: 'trials', message: 'The trials could not be read; none were matched.' };

/** Texts of trials come from a file: one that cannot be read must not take the rest of the report down with it. */
function trialsFor(
  facts: PatientFacts,
  { oncology }: Knowledge,
  { index }: TrialLibrary,
  options: MatchOptions,
): FoundTrials | null | 'unreadable' {
  try {
    return searchTrials(facts, oncology, index, options);
  } catch {
    return 'unreadable';
  }
}
