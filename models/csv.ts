/** Predictions for rows of a table, as `genehook predict` prints them. */
import { inputsFromCsv as icbInputs, unreadable as icbUnreadable } from './icb/csv-row.ts';
import { predictProbabilities } from './icb/predict.ts';
import type { ReadyModel } from './model.ts';
import { inputsFromCsv as warfarinInputs, unreadable as warfarinUnreadable } from './warfarin/csv-row.ts';
import { linkedOf } from './warfarin/imputation.ts';
import { predictDoses } from './warfarin/predict.ts';

export { splitCsvLine } from './csv-line.ts';

export type CsvRow = Readonly<Record<string, string>>;
export interface CsvAnswer {
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly abstained: string | null;
}

export async function predictWarfarinCsv(rows: readonly CsvRow[], model: ReadyModel): Promise<CsvAnswer[]> {
  const answers = await predictDoses(
    rows.map((row) => warfarinInputs(row, linkedOf(model.artefact))),
    model,
  );
  return answers.map((answer, i) => unlessUnreadable(answer, warfarinUnreadable(rows[i] ?? {})));
}

/** A cell that cannot be read is not a value that is missing: the row is not answered, and says why. */
const unlessUnreadable = (answer: CsvAnswer, why: string | null): CsvAnswer =>
  why === null ? answer : { value: null, interval: null, abstained: why };

/** `filledInputs` names the inputs that hold one constant for the row's whole cohort: filled in, not measured. */
export async function predictIcbCsv(
  rows: readonly CsvRow[],
  model: ReadyModel,
  filledInputs: (row: CsvRow) => readonly string[],
): Promise<CsvAnswer[]> {
  const answers = await predictProbabilities(rows.map(icbInputs), model);
  return answers.map((read, i) => {
    const answer = unlessUnreadable(read, icbUnreadable(rows[i] ?? {}));
    const filled = filledInputs(rows[i] ?? {});
    if (filled.length === 0 || answer.abstained !== null) return answer;
    return {
      value: null,
      interval: null,
      abstained: `one constant for the whole cohort, so filled in and not measured: ${filled.join(', ')}`,
    };
  });
}
