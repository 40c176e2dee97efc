/** Gradient-boosted regression stumps and small trees: only a yardstick that the shipped linear models are compared with. */
import { at } from './linear-algebra.ts';

interface Leaf {
  readonly value: number;
}
interface Split {
  readonly column: number;
  readonly threshold: number;
  readonly below: Tree;
  readonly above: Tree;
}
type Tree = Leaf | Split;
export interface BoostedTrees {
  readonly base: number;
  readonly rate: number;
  readonly trees: readonly Tree[];
}

const evaluate = (tree: Tree, row: readonly number[]): number =>
  'value' in tree ? tree.value : evaluate(at(row, tree.column) < tree.threshold ? tree.below : tree.above, row);

export const predictBoosted = (model: BoostedTrees, row: readonly number[]): number =>
  model.trees.reduce((sum, tree) => sum + model.rate * evaluate(tree, row), model.base);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Candidate thresholds: up to 16 quantiles per column. */
function thresholdsOf(rows: readonly (readonly number[])[]): number[][] {
  return (rows[0] ?? []).map((_value, column) => {
    const sorted = [...new Set(rows.map((row) => at(row, column)))].sort((a, b) => a - b);
    const step = Math.max(1, Math.floor(sorted.length / 16));
    return sorted.filter((_cut, i) => i > 0 && i % step === 0);
  });
}

function grow(
  rows: readonly (readonly number[])[],
  residuals: readonly number[],
  members: readonly number[],
  cuts: readonly number[][],
  depth: number,
): Tree {
  const leaf: Leaf = { value: mean(members.map((i) => at(residuals, i))) };
  if (depth === 0 || members.length < 40) return leaf;
  let best: { gain: number; column: number; threshold: number } | null = null;
  const total = members.reduce((sum, i) => sum + at(residuals, i), 0);
  cuts.forEach((thresholds, column) => {
    for (const threshold of thresholds) {
      let sum = 0;
      let count = 0;
      for (const i of members) {
        if (at(rows[i] ?? [], column) < threshold) {
          sum += at(residuals, i);
          count += 1;
        }
      }
      if (count < 20 || members.length - count < 20) continue;
      const gain = sum ** 2 / count + (total - sum) ** 2 / (members.length - count) - total ** 2 / members.length;
      if (best === null || gain > best.gain) best = { gain, column, threshold };
    }
  });
  const chosen = best as { gain: number; column: number; threshold: number } | null;
  if (chosen === null || chosen.gain < 1e-6) return leaf;
  const below = members.filter((i) => at(rows[i] ?? [], chosen.column) < chosen.threshold);
  const above = members.filter((i) => at(rows[i] ?? [], chosen.column) >= chosen.threshold);
  return {
    column: chosen.column,
    threshold: chosen.threshold,
    below: grow(rows, residuals, below, cuts, depth - 1),
    above: grow(rows, residuals, above, cuts, depth - 1),
  };
}

/** Squared-error boosting; for a 0/1 target the result is a probability estimate only after clamping. */
export function fitBoostedTrees(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  rounds = 80,
  depth = 3,
  rate = 0.1,
): BoostedTrees {
  const cuts = thresholdsOf(rows);
  const base = mean(targets);
  const current = targets.map(() => base);
  const members = targets.map((_target, i) => i);
  const trees: Tree[] = [];
  for (let round = 0; round < rounds; round++) {
    const residuals = targets.map((target, i) => target - at(current, i));
    const tree = grow(rows, residuals, members, cuts, depth);
    trees.push(tree);
    rows.forEach((row, i) => {
      current[i] = at(current, i) + rate * evaluate(tree, row);
    });
  }
  return { base, rate, trees };
}
