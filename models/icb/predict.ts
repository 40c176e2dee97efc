/** The answer of the checkpoint-inhibitor model: a calibrated probability with its interval and contributions, or why there is none. */
import type { Prediction } from '../../cds-service/report/types.ts';
import { isUnlikeTraining } from '../distance.ts';
import { coalitionRows, shapleyValues } from '../explain/shapley.ts';
import { cardPath, type ReadyModel } from '../model.ts';
import { icbAbstention } from './guard.ts';
import { countedAtBorder, encode, type IcbInputs } from './inputs.ts';
import { lorisNsclc, lorisPanCancer } from './loris.ts';
import { measuredValues } from './measured.ts';
import { entryOf } from '../../fhir-profiles/entry-of.ts';

export interface ProbabilityAnswer {
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly abstained: string | null;
}

export function abstention(inputs: IcbInputs, model: ReadyModel): string | null {
  const why = icbAbstention(inputs, model.artefact);
  if (why !== null) return why;
  const unlike = isUnlikeTraining(measuredValues(inputs), model.artefact.distance);
  return unlike ? 'the blood values, burden and age together are unlike any patient in training' : null;
}

const INTERVAL_LEVEL = 0.95;
const NORMAL_QUANTILE = 1.96;

/** 95 % interval of the estimated probability for patients with these inputs (not of one patient's answer, which is yes or no). */
function probabilityInterval(row: readonly number[], value: number, model: ReadyModel): [number, number] | null {
  const { covariance } = model.artefact;
  if (covariance === undefined) return null;
  const design = [1, ...row];
  const variance = design.reduce(
    (sum, x, i) => sum + x * (covariance[i] ?? []).reduce((inner, weight, j) => inner + weight * (design[j] ?? 0), 0),
    0,
  );
  const logit = Math.log(value / (1 - value));
  const spread = NORMAL_QUANTILE * Math.sqrt(Math.max(variance, 0));
  const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
  return [logistic(logit - spread), logistic(logit + spread)];
}

/** Answers many rows in one batch; no explanation. */
export async function predictProbabilities(rows: readonly IcbInputs[], model: ReadyModel): Promise<ProbabilityAnswer[]> {
  const reasons = rows.map((inputs) => abstention(inputs, model));
  const open = rows.map((_row, i) => i).filter((i) => reasons[i] === null);
  const encoded = open.map((i) => encode(rows[i] as IcbInputs));
  const values = open.length === 0 ? [] : await model.run(encoded);
  const answers: ProbabilityAnswer[] = reasons.map((abstained) => ({ value: null, interval: null, abstained }));
  open.forEach((i, position) => {
    const value = values[position] ?? 0;
    answers[i] = { value, interval: probabilityInterval(encoded[position] ?? [], value, model), abstained: null };
  });
  return answers;
}

const asWords: Readonly<Record<string, (inputs: IcbInputs) => string>> = {
  'tumour mutational burden': (inputs) => (inputs.tmb === null ? 'not on file' : `${round(inputs.tmb, 1)}/Mb`),
  'prior systemic therapy': (inputs) => (inputs.priorTherapy === null ? 'not on file' : inputs.priorTherapy ? 'yes' : 'no'),
  albumin: (inputs) => (inputs.albumin === null ? 'not on file' : `${round(inputs.albumin, 1)} g/dL`),
  'neutrophil-to-lymphocyte ratio': (inputs) => (inputs.nlr === null ? 'not on file' : String(round(inputs.nlr, 1))),
  age: (inputs) => (inputs.ageYears === null ? 'unknown' : `${Math.floor(inputs.ageYears)} years`),
  'PD-L1': (inputs) => (inputs.cancerType !== 'NSCLC' ? 'used in NSCLC only' : inputs.pdl1 === null ? 'not on file' : `${inputs.pdl1} %`),
  'cancer type': (inputs) => inputs.cancerType ?? 'unknown',
};

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
const LORIS = { label: 'LORIS, Nature Cancer 2024;5:1158', url: 'https://doi.org/10.1038/s43018-024-00772-7' };

export async function explainProbability(
  inputs: IcbInputs,
  model: ReadyModel,
  extraNotes: readonly string[],
  conflict: string | null,
): Promise<Prediction> {
  const { artefact } = model;
  const base = { model: artefact.id, version: artefact.version, target: artefact.target, unit: artefact.unit, card: cardPath(artefact.id) };
  const why = conflict ?? abstention(inputs, model);
  // The published score was fitted on the same patients: where the model does not speak, it does not either.
  if (why !== null) return { ...base, value: null, interval: null, contributions: [], abstained: why };
  const scores = [
    { name: 'LORIS pan-cancer score (not a probability)', value: lorisPanCancer(inputs) },
    { name: 'LORIS NSCLC score (not a probability)', value: lorisNsclc(inputs) },
  ].flatMap(({ name, value }) => (value === null ? [] : [{ name, value: round(value, 3), unit: 'score', source: LORIS }]));
  const groups = { names: Object.keys(artefact.groups), columns: Object.values(artefact.groups) };
  const row = encode(inputs);
  const answers = await model.run(coalitionRows(row, artefact.reference, groups));
  const value = answers.at(-1) ?? 0;
  const interval = probabilityInterval(row, value, model);
  return {
    ...base,
    value: round(value, 3),
    interval: interval === null ? null : [round(interval[0], 3), round(interval[1], 3)],
    ...(interval === null ? {} : { intervalLevel: INTERVAL_LEVEL }),
    contributions: shapleyValues(answers, groups.names.length).map((contribution, i) => {
      const feature = groups.names[i] ?? '';
      return { feature, value: entryOf(asWords, feature)?.(inputs) ?? '', contribution: round(contribution, 3) };
    }),
    comparisons: scores,
    notes: [
      'Part of this is prognosis: the same values also go with longer survival without the drug. It is not the benefit of the drug.',
      `Average training patient: ${round((answers[0] ?? 0) * 100, 0)} in 100; contributions count from there and are no causes.`,
      ...countedAtBorder(inputs).map((text) => `Beyond the training data: counts ${text}.`),
      'Interval: 95 % for the share of responders among patients with these values, from one hospital’s patients.',
      ...extraNotes,
    ],
  };
}
