/** How unlike the training patients a set of measured values is, taken together. */
import type { Distance } from './artefact.ts';

/** Squared Mahalanobis distance; values in the order of `distance.names`. */
export function squaredDistance(values: readonly number[], distance: Pick<Distance, 'mean' | 'precision'>): number {
  const centred = values.map((value, i) => value - (distance.mean[i] ?? 0));
  return centred.reduce(
    (sum, value, i) => sum + value * (distance.precision[i] ?? []).reduce((inner, weight, j) => inner + weight * (centred[j] ?? 0), 0),
    0,
  );
}

export const isUnlikeTraining = (values: readonly number[], distance: Distance): boolean =>
  squaredDistance(values, distance) > distance.limit;
