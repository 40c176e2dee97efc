/** The door of the models room: patient facts in, predictions with their limits out. Inference is handed in as `PredictionRuntime`. */
import type { PatientFacts } from '../fhir-profiles/index.ts';
import type { Prediction } from '../cds-service/report/types.ts';
import { knownBin, type InputValue } from './drift.ts';
import { readIcb } from './icb/from-facts.ts';
import { CHECKPOINT_INHIBITORS } from '../fhir-profiles/codes/drug/anticancer.ts';
import { explainProbability } from './icb/predict.ts';
import { watchedInputs as watchedIcb } from './icb/watched.ts';
import type { PredictionRuntime, ReadyModel } from './model.ts';
import { withResults } from './rests-on.ts';
import { readWarfarin } from './warfarin/from-facts.ts';
import { explainDose } from './warfarin/predict.ts';
import { watchedInputs as watchedWarfarin } from './warfarin/watched.ts';
import { entryOf } from '../fhir-profiles/entry-of.ts';

export type { LoadedModel, PredictionCount, PredictionRuntime, ReadyModel } from './model.ts';
export type { ModelArtefact } from './artefact.ts';
export { CHECKPOINT_INHIBITORS };

/** Predictions for the drugs that are being ordered or taken: warfarin dose, response to a checkpoint inhibitor. Never on its own account. */
export async function predict(facts: PatientFacts, runtime: PredictionRuntime): Promise<Prediction[]> {
  const considered = new Set(
    facts.medications
      .filter((medication) => (medication.isOrder || medication.role === 'current') && medication.systemic !== false)
      .flatMap((medication) => medication.ingredients.map((ingredient) => ingredient.name)),
  );
  const predictions: Prediction[] = [];
  const warfarin = ready(runtime, 'warfarin-dose');
  if (considered.has('warfarin') && warfarin !== null) {
    const { inputs, notes, conflict, unread, results } = readWarfarin(facts);
    const prediction = { ...withResults(await explainDose(inputs, warfarin, notes, conflict, unread), results), drugs: ['warfarin'] };
    count(runtime, warfarin, watchedWarfarin(inputs), prediction);
    predictions.push(prediction);
  }
  const response = ready(runtime, 'icb-response');
  const inhibitors = [...considered].filter((name) => CHECKPOINT_INHIBITORS.has(name)).sort();
  if (inhibitors.length > 0 && response !== null) {
    const { inputs, notes, conflict, results } = readIcb(facts);
    const prediction = { ...withResults(await explainProbability(inputs, response, notes, conflict), results), drugs: inhibitors };
    count(runtime, response, watchedIcb(inputs), prediction);
    predictions.push(prediction);
  }
  return predictions;
}

function ready(runtime: PredictionRuntime, id: string): ReadyModel | null {
  const model = entryOf(runtime.models, id);
  return model?.status === 'ready' ? model : null;
}

function count(
  runtime: PredictionRuntime,
  { artefact }: ReadyModel,
  inputs: Readonly<Record<string, InputValue>>,
  prediction: Prediction,
): void {
  if (runtime.onPrediction === undefined) return;
  const bins = Object.entries(inputs).map(([input, value]) => [input, knownBin(value, entryOf(artefact.distributions, input))] as const);
  runtime.onPrediction({ model: artefact.id, bins: Object.fromEntries(bins), abstained: prediction.abstained !== undefined });
}
