/**
 * Exact Shapley values over a few clinical inputs. Every coalition of inputs is evaluated once, in one batch: inputs inside the
 * coalition take the patient's values, the others the reference patient's. With n inputs that is 2ⁿ rows (512 for nine).
 * The contributions add up to (answer − answer for the reference patient). A contribution is not a cause.
 */
export interface Groups {
  readonly names: readonly string[];
  readonly columns: readonly (readonly number[])[];
}

/** The rows of all coalitions, in the order of their bit masks: bit i set = group i takes the patient's values. */
export function coalitionRows(patient: readonly number[], reference: readonly number[], groups: Groups): number[][] {
  const total = 2 ** groups.names.length;
  return Array.from({ length: total }, (_, mask) => {
    const row = [...reference];
    groups.columns.forEach((columns, group) => {
      if ((mask & (1 << group)) === 0) return;
      for (const column of columns) row[column] = patient[column] ?? 0;
    });
    return row;
  });
}

/** Shapley value of each group from the answers for all coalitions. */
export function shapleyValues(answers: readonly number[], count: number): number[] {
  const weight = Array.from({ length: count }, (_, size) => (factorial(size) * factorial(count - size - 1)) / factorial(count));
  const values = Array.from({ length: count }, () => 0);
  for (let mask = 0; mask < 2 ** count; mask++) {
    const size = bits(mask);
    for (let group = 0; group < count; group++) {
      if ((mask & (1 << group)) !== 0) continue;
      const gain = (answers[mask | (1 << group)] ?? 0) - (answers[mask] ?? 0);
      values[group] = (values[group] ?? 0) + (weight[size] ?? 0) * gain;
    }
  }
  return values;
}

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
