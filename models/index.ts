/** The door of the models room: patient facts in, predictions with their limits out. Inference is handed in as `PredictionRuntime`. */
import type { PatientFacts } from '../fhir-profiles/index.ts';
import type { Prediction } from '../cds-service/report/types.ts';
import { readIcb } from './icb/from-facts.ts';
import { CHECKPOINT_INHIBITORS } from './icb/inhibitors.ts';
import { explainProbability } from './icb/predict.ts';
import type { PredictionRuntime, ReadyModel } from './model.ts';
import { explainDose } from './warfarin/predict.ts';
import { readWarfarin } from './warfarin/from-facts.ts';

export type { LoadedModel, PredictionRuntime, ReadyModel } from './model.ts';
export type { ModelArtefact } from './artefact.ts';

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
    const { inputs, notes, conflict } = readWarfarin(facts);
    predictions.push(await explainDose(inputs, warfarin, notes, conflict));
  }
  const response = ready(runtime, 'icb-response');
  if ([...considered].some((name) => CHECKPOINT_INHIBITORS.has(name)) && response !== null) {
    const { inputs, notes, conflict } = readIcb(facts);
    predictions.push(await explainProbability(inputs, response, notes, conflict));
  }
  return predictions;
}

function ready(runtime: PredictionRuntime, id: string): ReadyModel | null {
  const model = runtime.models[id];
  return model?.status === 'ready' ? model : null;
}
