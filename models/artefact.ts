/**
 * What a trained model ships with, beside `model.onnx`: everything needed to encode inputs, to know where the model may
 * speak, to put an interval around the answer and to print its card. Written by `npm run train`, never by hand.
 */
export interface ModelArtefact {
  readonly id: string;
  readonly version: string;
  /** What is predicted, in plain words, and its unit. */
  readonly target: string;
  readonly unit: string;
  /** SHA-256 (hex) of model.onnx: checked at load. */
  readonly sha256: string;
  /** Names of the encoded columns, in the order in which the graph takes them. */
  readonly columns: readonly string[];
  /** Mean of each encoded column in training: the reference patient of every explanation. */
  readonly reference: readonly number[];
  /** Clinical inputs that move together in an explanation: input → indexes of its columns. */
  readonly groups: Readonly<Record<string, readonly number[]>>;
  /** Training range (0.5th–99.5th percentile) of each continuous input, in its unit. Outside, the model abstains. */
  readonly ranges: Readonly<Record<string, { readonly low: number; readonly high: number; readonly unit: string }>>;
  /** Categories seen in training, by input. Any other value makes the model abstain. */
  readonly categories: Readonly<Record<string, readonly string[]>>;
  /** Split-conformal half-widths by subgroup, on the square-root scale (dose models). */
  readonly conformal?: { readonly scale: 'sqrt'; readonly level: number; readonly byGroup: Readonly<Record<string, number>> };
  /** Mahalanobis guard over the measured inputs together: a squared distance above `limit` is unlike anybody in training. */
  readonly distance: Distance;
  /** Covariance of [intercept, …coefficients] for probability models: the interval of the estimate. */
  readonly covariance?: readonly (readonly number[])[];
  /** Constants that the encoding needs (imputation lines, proxies), written by training. */
  readonly encoding: Readonly<Record<string, readonly number[]>>;
  /** How the inputs were distributed in training: what the service's counts are compared with. */
  readonly distributions: Readonly<Record<string, Distribution>>;
  readonly training: TrainingRecord;
  readonly figures: Readonly<Record<string, unknown>>;
}

export interface TrainingRecord {
  readonly dataSet: string;
  /** SHA-256 (hex) of the training file. */
  readonly dataHash: string;
  readonly rows: number;
  readonly used: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly seed: number;
  readonly method: string;
  readonly settings: Readonly<Record<string, number | string>>;
  readonly opset: number;
}

/** One golden vector: encoded row and the value the graph must give for it, to 1e-6 relative. */
export interface GoldenVector {
  readonly row: readonly number[];
  readonly value: number;
}

export interface Distance {
  readonly names: readonly string[];
  readonly mean: readonly number[];
  readonly precision: readonly (readonly number[])[];
  readonly limit: number;
}

/** Shares of training patients per bin. `edges`: upper bounds of all bins but the last, for a measured input; absent for a category. */
export interface Distribution {
  readonly edges?: readonly number[];
  readonly shares: Readonly<Record<string, number>>;
}
