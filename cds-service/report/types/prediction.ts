/** Estimates of the models. */
import type { Citation, Evidence } from './citation.ts';

/** A model’s estimate with its interval and limits; `value` is null when the model abstained, and `abstained` says why. */
export interface Prediction {
  model: string;
  version: string;
  target: string;
  value: number | null;
  unit: string;
  interval: [number, number] | null;
  /** Share that the interval is meant to hold: 0.9 of patients' doses, or 0.95 of repeated estimates of a probability. */
  intervalLevel?: number;
  /** `evidence`: results that the value was read from; none where something is absent, or is the patient's own (age). */
  contributions: { feature: string; value: string; contribution: number; evidence?: Evidence[] }[];
  abstained?: string;
  /** Ingredients ordered or taken that this prediction is about. */
  drugs?: string[];
  card: string;
  /** Published formulas on the same inputs, for comparison. */
  comparisons?: { name: string; value: number; unit: string; source: Citation }[];
  notes?: string[];
}
