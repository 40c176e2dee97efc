/** A model as the rest of the product sees it: ready with a way to run it, or disabled with the reason. */
import type { ModelArtefact } from './artefact.ts';

export type LoadedModel =
  | {
      readonly status: 'ready';
      readonly artefact: ModelArtefact;
      /** Encoded rows in, one answer a row out; one call is one batch. */
      readonly run: (rows: readonly (readonly number[])[]) => Promise<number[]>;
    }
  | { readonly status: 'disabled'; readonly why: string };

export type ReadyModel = Extract<LoadedModel, { status: 'ready' }>;

/** What is counted of one prediction: bins of the inputs and whether the model abstained. Never a value, never a patient. */
export interface PredictionCount {
  readonly model: string;
  readonly bins: Readonly<Record<string, string>>;
  readonly abstained: boolean;
}

/** The models as loaded, each ready or disabled with its reason, and what runs them. Made by `loadModels`. */
export interface PredictionRuntime {
  readonly models: Readonly<Record<string, LoadedModel>>;
  /** Told of every prediction made, for the drift counts. */
  readonly onPrediction?: (count: PredictionCount) => void;
}

/** Where a model's card is served; the same path stands in every prediction. */
export const cardPath = (id: string): string => `/models/${id}`;
