/** Trains the checkpoint-inhibitor response model: ridge logistic regression without class weights, so that it gives a probability. */
import { createHash } from 'node:crypto';
import type { ModelArtefact } from '../artefact.ts';
import { inputsFromCsv } from '../icb/csv-row.ts';
import { icbAbstention } from '../icb/guard.ts';
import { CANCER_TYPES, COLUMNS, GROUPS, encode, type IcbInputs } from '../icb/inputs.ts';
import { lorisPanCancer } from '../icb/loris.ts';
import { MEASURED, measuredValues } from '../icb/measured.ts';
import { watchedInputs } from '../icb/watched.ts';
import { fitBoostedTrees, predictBoosted } from './boosting.ts';
import { parseCsv } from '../csv-line.ts';
import { learnDistance } from './distance.ts';
import { distributionsOf } from './distributions.ts';
import { at, inverse, standardise } from './linear-algebra.ts';
import { fitLogistic, probability, type LinearModel } from './linear-model.ts';
import {
  areaUnderCurve,
  bootstrapInterval,
  brierScore,
  calibrationBins,
  calibrationErrorByChance,
  calibrationLine,
  decisionCurve,
  expectedCalibrationError,
} from './metrics.ts';
import { OPSET, writeLinearGraph } from './onnx-file.ts';
import { seededRandom, shuffled } from './random.ts';
import { roundFigures } from './round-figures.ts';
import type { TrainedModel } from './trained-model.ts';

const SETTINGS = { ridge: 20, ridgeCancerType: 8, folds: 10, repeats: 10 };
const FIRST_TYPE = COLUMNS.length - CANCER_TYPES.length;
const TYPE_COLUMNS = new Set(CANCER_TYPES.map((_type, i) => FIRST_TYPE + i));
const PENALTIES = COLUMNS.map((_column, j) => (TYPE_COLUMNS.has(j) ? SETTINGS.ridgeCancerType : SETTINGS.ridge));

interface Case {
  readonly row: Readonly<Record<string, string>>;
  readonly inputs: IcbInputs;
  readonly encoded: readonly number[];
  readonly response: number;
}

const fit = (cases: readonly Case[]): LinearModel =>
  fitLogistic(
    cases.map((one) => one.encoded),
    cases.map((one) => one.response),
    PENALTIES,
    TYPE_COLUMNS,
  );

type Predictor = (training: readonly Case[]) => (one: Case) => number;
const ridge: Predictor = (training) => {
  const model = fit(training);
  return (one) => probability(model, one.encoded);
};
const boosted: Predictor = (training) => {
  const trees = fitBoostedTrees(
    training.map((one) => one.encoded),
    training.map((one) => one.response),
    60,
    2,
    0.08,
  );
  return (one) => Math.min(Math.max(predictBoosted(trees, one.encoded), 0.01), 0.99);
};

/** Out-of-fold predictions, averaged over repeats of a shuffled split. */
function crossValidate(cases: readonly Case[], predictor: Predictor, repeats: number): number[] {
  const sums = cases.map(() => 0);
  for (let repeat = 0; repeat < repeats; repeat++) {
    const order = shuffled(
      cases.map((_case, i) => i),
      seededRandom(repeat + 1),
    );
    for (let fold = 0; fold < SETTINGS.folds; fold++) {
      const inside = (i: number) => i % SETTINGS.folds === fold;
      const predict = predictor(order.filter((_case, i) => !inside(i)).map((i) => cases[i] as Case));
      for (const i of order.filter((_case, position) => inside(position))) sums[i] = at(sums, i) + predict(cases[i] as Case) / repeats;
    }
  }
  return sums;
}

/** One fold per cancer type: how the model does on a tumour type it never saw (the product abstains there). */
function leaveOneTypeOut(cases: readonly Case[]): number[] {
  return cases
    .map((one) => one.inputs.cancerType)
    .map((type, i) => {
      const model = typeModels.get(type ?? '') ?? fit(cases.filter((other) => other.inputs.cancerType !== type));
      typeModels.set(type ?? '', model);
      return probability(model, (cases[i] as Case).encoded);
    });
}
const typeModels = new Map<string, LinearModel>();

function figuresOf(observed: readonly number[], predicted: readonly number[]) {
  return {
    n: observed.length,
    responders: observed.reduce((sum, value) => sum + value, 0),
    auc: areaUnderCurve(observed, predicted),
    aucInterval: bootstrapInterval(observed, predicted, areaUnderCurve),
    brier: brierScore(observed, predicted),
    ece: expectedCalibrationError(observed, predicted),
    calibration: calibrationLine(observed, predicted),
  };
}

const ageBand = (years: number | null): string =>
  years === null ? 'unknown' : years < 50 ? 'under 50' : years < 65 ? '50–64' : years < 75 ? '65–74' : '75 and over';

function percentiles(values: readonly number[]): { low: number; high: number } {
  const sorted = [...values].sort((a, b) => a - b);
  return { low: at(sorted, Math.floor(0.005 * (sorted.length - 1))), high: at(sorted, Math.ceil(0.995 * (sorted.length - 1))) };
}

export function trainIcb(csv: string, version: string): TrainedModel {
  typeModels.clear();
  const all = parseCsv(csv);
  const excluded: Record<string, number> = {};
  const cases: Case[] = [];
  for (const row of all) {
    const inputs = inputsFromCsv(row);
    const why = row.response === '0' || row.response === '1' ? icbAbstention(inputs, { ranges: {} }) : 'no response recorded';
    if (why === null) cases.push({ row, inputs, encoded: encode(inputs), response: Number(row.response) });
    else excluded[why] = (excluded[why] ?? 0) + 1;
  }
  const observed = cases.map((one) => one.response);
  const predicted = crossValidate(cases, ridge, SETTINGS.repeats);
  const loris = cases.map((one) => lorisPanCancer(one.inputs) ?? NaN);
  const model = fit(cases);
  const rows = cases.map((one) => one.encoded);
  const band = (values: readonly number[], digits: number, unit: string) => {
    const { low, high } = percentiles(values);
    const scale = 10 ** digits;
    return { low: Math.floor(low * scale) / scale, high: Math.ceil(high * scale) / scale, unit };
  };
  const subgroup = (name: (one: Case) => string) =>
    [...new Set(cases.map(name))].sort().map((group) => {
      const members = cases.map((one, i) => (name(one) === group ? i : -1)).filter((i) => i >= 0);
      const pick = (values: readonly number[]) => members.map((i) => at(values, i));
      const few = members.length < 30;
      return {
        group,
        n: members.length,
        observed: pick(observed).reduce((sum, value) => sum + value, 0) / members.length,
        predicted: pick(predicted).reduce((sum, value) => sum + value, 0) / members.length,
        auc: few ? null : areaUnderCurve(pick(observed), pick(predicted)),
        brier: brierScore(pick(observed), pick(predicted)),
      };
    });

  const metadata = { model: 'icb-response', version, columns: COLUMNS.join(','), unit: 'probability' };
  const onnx = writeLinearGraph({ name: 'icb-response', model, link: 'sigmoid', metadata });
  const artefact: ModelArtefact = {
    id: 'icb-response',
    version,
    target: 'objective response to an immune checkpoint inhibitor',
    unit: 'probability',
    sha256: createHash('sha256').update(onnx).digest('hex'),
    columns: COLUMNS,
    reference: standardise(rows).mean.map(Math.fround),
    groups: GROUPS,
    ranges: {
      tmb: { low: 0, high: 500, unit: 'mutations/Mb' },
      // What an adult's blood can hold; within it, values beyond the training data count as their border.
      albumin: { low: 1.5, high: 5.5, unit: 'g/dL' },
      nlr: { low: 0.1, high: 100, unit: '' },
      age: band(
        cases.map((one) => one.inputs.ageYears ?? 0),
        0,
        'years',
      ),
      pdl1: { low: 0, high: 100, unit: '%' },
    },
    categories: { 'cancer type': CANCER_TYPES },
    distance: learnDistance(
      MEASURED,
      cases.map((one) => measuredValues(one.inputs)),
    ),
    covariance: covarianceOf(model, rows).map((line) => line.map((value) => Number(value.toPrecision(8)))),
    encoding: {},
    distributions: distributionsOf(cases.map((one) => watchedInputs(one.inputs))),
    training: {
      dataSet: 'MSK-IMPACT patients treated 2015–2017 (Chowell 2022; published as training cohort of LORIS, Nature Cancer 2024;5:1158)',
      dataHash: createHash('sha256').update(csv).digest('hex'),
      rows: all.length,
      used: cases.length,
      excluded,
      seed: 1,
      method: 'ridge logistic regression, no class weights; ten times repeated ten-fold cross-validation',
      settings: SETTINGS,
      opset: OPSET,
    },
    figures: roundFigures({
      evaluation: 'out-of-fold predictions, averaged over ten repeats; one cohort only, so unseen cohorts can be worse',
      model: { ...figuresOf(observed, predicted), eceByChance: calibrationErrorByChance(predicted) },
      calibrationBins: calibrationBins(observed, predicted),
      decisionCurve: decisionCurve(observed, predicted, [0.1, 0.2, 0.3, 0.4, 0.5]),
      comparison: {
        'LORIS pan-cancer (fitted on these rows)': figuresOf(observed, loris),
        'boosted trees': figuresOf(observed, crossValidate(cases, boosted, 2)),
        'tumour mutational burden alone (AUC)': areaUnderCurve(
          observed,
          cases.map((one) => one.inputs.tmb ?? 0),
        ),
      },
      unseenCancerType: figuresOf(observed, leaveOneTypeOut(cases)),
      bySex: subgroup((one) => (one.row.sex_code === '1' ? 'male (inferred code)' : 'female (inferred code)')),
      byAge: subgroup((one) => ageBand(one.inputs.ageYears)),
      byCancerType: subgroup((one) => one.inputs.cancerType ?? ''),
      byRace: 'no information available: the data set records neither race nor ethnicity',
      learningCurve: [0.2, 0.4, 0.6, 0.8, 1].map((share) => {
        const kept = cases.filter((_case, i) => (i * 7919) % 1000 < share * 1000);
        const held = crossValidate(kept, ridge, 2);
        return {
          share,
          rows: kept.length,
          auc: areaUnderCurve(
            kept.map((one) => one.response),
            held,
          ),
        };
      }),
      leakage: 'no outcome, survival or treatment-period column is read by the encoder',
    }),
  };
  const step = Math.floor(rows.length / 40);
  const golden = rows.filter((_row, i) => i % step === 0).slice(0, 40);
  return { artefact, onnx, golden: golden.map((row) => ({ row, value: probability(model, row) })) };
}

/** Inverse of the penalised Fisher information at the fit: covariance of [intercept, …coefficients] on raw columns. */
function covarianceOf(model: LinearModel, rows: readonly (readonly number[])[]): number[][] {
  const { scale } = standardise(rows);
  const size = COLUMNS.length + 1;
  const information = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const row of rows) {
    const p = probability(model, row);
    const design = [1, ...row];
    for (let i = 0; i < size; i++) {
      const line = information[i] as number[];
      for (let j = 0; j < size; j++) line[j] = at(line, j) + p * (1 - p) * at(design, i) * at(design, j);
    }
  }
  PENALTIES.forEach((penalty, j) => {
    const line = information[j + 1] as number[];
    line[j + 1] = at(line, j + 1) + penalty * (TYPE_COLUMNS.has(j) ? 1 : at(scale, j) ** 2);
  });
  return inverse(information);
}
