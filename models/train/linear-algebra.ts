/** Dense linear algebra for models of a few dozen columns: plain loops in a fixed order, so results are the same on every machine. */

export type Matrix = readonly (readonly number[])[];

/** Element of a vector; an index out of range is a programming error. */
export function at(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`index ${index} outside ${values.length}`);
  return value;
}

export function cell(matrix: Matrix, row: number, column: number): number {
  const values = matrix[row];
  if (values === undefined) throw new RangeError(`row ${row} outside ${matrix.length}`);
  return at(values, column);
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += at(a, i) * at(b, i);
  return sum;
}

/** Weighted normal equations: XᵀWX and XᵀWy. */
export function normalEquations(
  rows: Matrix,
  targets: readonly number[],
  weights: readonly number[],
): { left: number[][]; right: number[] } {
  const size = rows[0]?.length ?? 0;
  const left = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  const right = Array.from({ length: size }, () => 0);
  rows.forEach((row, r) => {
    const weight = at(weights, r);
    for (let i = 0; i < size; i++) {
      const scaled = weight * at(row, i);
      right[i] = at(right, i) + scaled * at(targets, r);
      const line = left[i] as number[];
      for (let j = 0; j < size; j++) line[j] = at(line, j) + scaled * at(row, j);
    }
  });
  return { left, right };
}

/** Solves a symmetric positive system by Gaussian elimination with partial pivoting. Throws when it is singular. */
export function solve(matrix: Matrix, right: readonly number[]): number[] {
  const size = right.length;
  const work = matrix.map((row, i) => [...row, at(right, i)]);
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let k = i + 1; k < size; k++) if (Math.abs(cell(work, k, i)) > Math.abs(cell(work, pivot, i))) pivot = k;
    const swap = work[i] as number[];
    work[i] = work[pivot] as number[];
    work[pivot] = swap;
    const lead = cell(work, i, i);
    if (Math.abs(lead) < 1e-12) throw new RangeError('singular system: a column is constant or a copy of another');
    for (let k = i + 1; k < size; k++) {
      const factor = cell(work, k, i) / lead;
      const line = work[k] as number[];
      for (let j = i; j <= size; j++) line[j] = at(line, j) - factor * cell(work, i, j);
    }
  }
  const solution = Array.from({ length: size }, () => 0);
  for (let i = size - 1; i >= 0; i--) {
    let sum = cell(work, i, size);
    for (let j = i + 1; j < size; j++) sum -= cell(work, i, j) * at(solution, j);
    solution[i] = sum / cell(work, i, i);
  }
  return solution;
}

/** Inverse of a symmetric positive matrix, column by column. */
export function inverse(matrix: Matrix): number[][] {
  const size = matrix.length;
  const columns = Array.from({ length: size }, (_, k) =>
    solve(
      matrix,
      Array.from({ length: size }, (_unused, i) => (i === k ? 1 : 0)),
    ),
  );
  return Array.from({ length: size }, (_, i) => columns.map((column) => at(column, i)));
}

export interface Standardisation {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
}

/** Mean and standard deviation per column; a constant column gets scale 1. */
export function standardise(rows: Matrix): Standardisation {
  const size = rows[0]?.length ?? 0;
  const mean = Array.from({ length: size }, (_, j) => rows.reduce((sum, row) => sum + at(row, j), 0) / rows.length);
  const scale = mean.map((m, j) => Math.sqrt(rows.reduce((sum, row) => sum + (at(row, j) - m) ** 2, 0) / rows.length) || 1);
  return { mean, scale };
}

export const applyStandardisation = (row: readonly number[], { mean, scale }: Standardisation): number[] =>
  row.map((value, j) => (value - at(mean, j)) / at(scale, j));
