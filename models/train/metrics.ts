/** Figures by which a model is judged. Every function takes observed and predicted values of the same length. */
import { at } from './linear-algebra.ts';
import { seededRandom } from './random.ts';
import { fitLogistic } from './linear-model.ts';

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export const meanAbsoluteError = (observed: readonly number[], predicted: readonly number[]): number =>
  mean(observed.map((value, i) => Math.abs(value - at(predicted, i))));

/** Share of predictions within `share` of the observed value (0.2 = within 20 %). */
export const shareWithin = (observed: readonly number[], predicted: readonly number[], share = 0.2): number =>
  mean(observed.map((value, i) => (Math.abs(at(predicted, i) - value) <= share * value ? 1 : 0)));

export const rSquared = (observed: readonly number[], predicted: readonly number[]): number => {
  const centre = mean(observed);
  const total = observed.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return 1 - observed.reduce((sum, value, i) => sum + (value - at(predicted, i)) ** 2, 0) / total;
};

/** Mean of predicted minus observed. */
export const bias = (observed: readonly number[], predicted: readonly number[]): number =>
  mean(observed.map((value, i) => at(predicted, i) - value));

/** Area under the ROC curve by ranks; ties count half. */
export function areaUnderCurve(observed: readonly number[], predicted: readonly number[]): number {
  const order = predicted.map((value, i) => ({ value, positive: at(observed, i) === 1 })).sort((a, b) => a.value - b.value);
  let rankSum = 0;
  let positives = 0;
  for (let i = 0; i < order.length;) {
    let j = i;
    while (j < order.length && order[j]?.value === order[i]?.value) j++;
    const rank = (i + j + 1) / 2;
    for (let k = i; k < j; k++) {
      if (order[k]?.positive === true) {
        rankSum += rank;
        positives += 1;
      }
    }
    i = j;
  }
  const negatives = order.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

export const brierScore = (observed: readonly number[], predicted: readonly number[]): number =>
  mean(observed.map((value, i) => (value - at(predicted, i)) ** 2));

export interface CalibrationBin {
  readonly predicted: number;
  readonly observed: number;
  readonly n: number;
}

/** Equal-size bins of predicted risk against the observed share. */
export function calibrationBins(observed: readonly number[], predicted: readonly number[], bins = 10): CalibrationBin[] {
  const order = predicted.map((value, i) => ({ value, y: at(observed, i) })).sort((a, b) => a.value - b.value);
  return Array.from({ length: bins }, (_, b) => {
    const part = order.slice(Math.floor((b * order.length) / bins), Math.floor(((b + 1) * order.length) / bins));
    return { predicted: mean(part.map((row) => row.value)), observed: mean(part.map((row) => row.y)), n: part.length };
  }).filter((bin) => bin.n > 0);
}

/** Expected calibration error over equal-size bins. */
export const expectedCalibrationError = (observed: readonly number[], predicted: readonly number[], bins = 10): number =>
  calibrationBins(observed, predicted, bins).reduce(
    (sum, bin) => sum + (bin.n / observed.length) * Math.abs(bin.predicted - bin.observed),
    0,
  );

/**
 * The expected calibration error that a model with these predictions would show by chance alone if every one of them were exactly right: mean and the
 * middle 90 %. Below it no data set of this size can tell a good calibration from a perfect one.
 */
export function calibrationErrorByChance(predicted: readonly number[], seed = 1, rounds = 1000) {
  const random = seededRandom(seed);
  const errors = Array.from({ length: rounds }, () =>
    expectedCalibrationError(
      predicted.map((probability) => (random() < probability ? 1 : 0)),
      predicted,
    ),
  ).sort((a, b) => a - b);
  return { mean: mean(errors), low: at(errors, Math.floor(rounds * 0.05)), high: at(errors, Math.floor(rounds * 0.95)) };
}

/** Calibration slope and intercept: logistic regression of the outcome on the log-odds of the prediction. */
export function calibrationLine(observed: readonly number[], predicted: readonly number[]): { slope: number; intercept: number } {
  const logits = predicted.map((p) => Math.log(Math.min(Math.max(p, 1e-6), 1 - 1e-6) / (1 - Math.min(Math.max(p, 1e-6), 1 - 1e-6))));
  const fit = fitLogistic(
    logits.map((value) => [value]),
    observed,
    [0],
    new Set(),
  );
  return { slope: at(fit.coefficients, 0), intercept: fit.intercept };
}

/** Net benefit of acting above a threshold, against acting on all and on none (0). */
export function decisionCurve(observed: readonly number[], predicted: readonly number[], thresholds: readonly number[]) {
  const prevalence = mean(observed);
  return thresholds.map((threshold) => {
    const odds = threshold / (1 - threshold);
    const n = observed.length;
    let truePositive = 0;
    let falsePositive = 0;
    observed.forEach((value, i) => {
      if (at(predicted, i) < threshold) return;
      if (value === 1) truePositive += 1;
      else falsePositive += 1;
    });
    return { threshold, model: truePositive / n - (falsePositive / n) * odds, all: prevalence - (1 - prevalence) * odds };
  });
}

const BOOTSTRAP = { seed: 1, rounds: 400 };

/** Percentile bootstrap interval (95 %) of any figure, with a seeded generator. */
export function bootstrapInterval(
  observed: readonly number[],
  predicted: readonly number[],
  figure: (observed: readonly number[], predicted: readonly number[]) => number,
): [number, number] {
  const random = seededRandom(BOOTSTRAP.seed);
  const values: number[] = [];
  for (let round = 0; round < BOOTSTRAP.rounds; round++) {
    const rows = observed.map(() => Math.floor(random() * observed.length));
    const value = figure(
      rows.map((i) => at(observed, i)),
      rows.map((i) => at(predicted, i)),
    );
    if (Number.isFinite(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  return [at(values, Math.floor(values.length * 0.025)), at(values, Math.min(values.length - 1, Math.floor(values.length * 0.975)))];
}

/** Finite-sample conformal quantile: the ⌈(n+1)·level⌉-th smallest absolute error. */
export function conformalQuantile(errors: readonly number[], level: number): number {
  const sorted = [...errors].sort((a, b) => a - b);
  return at(sorted, Math.min(sorted.length - 1, Math.ceil((sorted.length + 1) * level) - 1));
}
