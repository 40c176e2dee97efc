/** A linear score on raw columns: intercept + coefficients, as fitted on standardised ones. */
import { applyStandardisation, at, dot, normalEquations, solve, standardise, type Matrix } from './linear-algebra.ts';

export interface LinearModel {
  readonly intercept: number;
  readonly coefficients: readonly number[];
}

export const score = (model: LinearModel, row: readonly number[]): number => model.intercept + dot(model.coefficients, row);

/** Turns a fit on [1, standardised columns] back into raw columns. */
function onRawColumns(beta: readonly number[], standard: ReturnType<typeof standardise>): LinearModel {
  const coefficients = standard.scale.map((scale, j) => at(beta, j + 1) / scale);
  return { intercept: at(beta, 0) - dot(coefficients, standard.mean), coefficients };
}

/** Ridge penalties per column (0 leaves a column free); the intercept is never penalised. */
function penalise(left: number[][], penalties: readonly number[]): void {
  penalties.forEach((penalty, j) => {
    const line = left[j + 1] as number[];
    line[j + 1] = at(line, j + 1) + penalty;
  });
}

/**
 * Huber regression with ridge penalty by iteratively reweighted least squares. Beyond `bend` (in units of the target) an
 * error counts linearly, so that a few extreme doses do not bend the line for everybody.
 */
export function fitHuber(rows: Matrix, targets: readonly number[], penalties: readonly number[], bend: number, rounds = 40): LinearModel {
  const standard = standardise(rows);
  const design = rows.map((row) => [1, ...applyStandardisation(row, standard)]);
  let weights = targets.map(() => 1);
  let beta: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { left, right } = normalEquations(design, targets, weights);
    penalise(left, penalties);
    const next = solve(left, right);
    const moved = beta.length === 0 ? Infinity : Math.max(...next.map((value, j) => Math.abs(value - at(beta, j))));
    beta = next;
    if (moved < 1e-10) break;
    weights = design.map((row, i) => {
      const error = Math.abs(at(targets, i) - dot(beta, row));
      return error <= bend ? 1 : bend / error;
    });
  }
  return onRawColumns(beta, standard);
}

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

/**
 * Logistic regression with ridge penalties by Newton's method, without class weights: the output is meant to be a probability.
 * `keepRaw` names indicator columns that are not rescaled, so that their penalty shrinks rare categories towards the mean.
 */
export function fitLogistic(
  rows: Matrix,
  targets: readonly number[],
  penalties: readonly number[],
  keepRaw: ReadonlySet<number>,
): LinearModel {
  const own = standardise(rows);
  const standard = {
    mean: own.mean.map((value, j) => (keepRaw.has(j) ? 0 : value)),
    scale: own.scale.map((value, j) => (keepRaw.has(j) ? 1 : value)),
  };
  const design = rows.map((row) => [1, ...applyStandardisation(row, standard)]);
  const size = (design[0]?.length ?? 1) as number;
  let beta = Array.from({ length: size }, () => 0);
  for (let round = 0; round < 60; round++) {
    const probabilities = design.map((row) => sigmoid(dot(beta, row)));
    const weights = probabilities.map((p) => Math.max(p * (1 - p), 1e-9));
    const working = design.map((row, i) => dot(beta, row) + (at(targets, i) - at(probabilities, i)) / at(weights, i));
    const { left, right } = normalEquations(design, working, weights);
    penalise(left, penalties);
    const next = solve(left, right);
    const moved = Math.max(...next.map((value, j) => Math.abs(value - at(beta, j))));
    beta = next;
    if (moved < 1e-10) break;
  }
  return onRawColumns(beta, standard);
}

export const probability = (model: LinearModel, row: readonly number[]): number => sigmoid(score(model, row));
