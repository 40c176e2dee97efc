import type { GoldenVector, ModelArtefact } from '../artefact.ts';

/** What a training run gives: the files of a model folder, as values. */
export interface TrainedModel {
  readonly artefact: ModelArtefact;
  readonly onnx: Uint8Array;
  readonly golden: readonly GoldenVector[];
}
