import type { Distance } from '../artefact.ts';
import { squaredDistance } from '../distance.ts';
import { at, inverse } from './linear-algebra.ts';

/** Learns the Mahalanobis guard: mean, precision and the 99.5th percentile of the training distances. */
export function learnDistance(names: readonly string[], rows: readonly (readonly number[])[]): Distance {
  const mean = names.map((_name, j) => rows.reduce((sum, row) => sum + at(row, j), 0) / rows.length);
  const covariance = names.map((_a, i) =>
    names.map((_b, j) => rows.reduce((sum, row) => sum + (at(row, i) - at(mean, i)) * (at(row, j) - at(mean, j)), 0) / (rows.length - 1)),
  );
  const precision = inverse(covariance);
  const distances = rows.map((row) => squaredDistance(row, { mean, precision })).sort((a, b) => a - b);
  return { names, mean, precision, limit: at(distances, Math.floor(0.995 * (distances.length - 1))) };
}
