/** Predictions. Change it together with `types/prediction.ts`. */
import { list, number, ref, shape, string } from './words.ts';

export const predictionSchema = {
  prediction: shape(
    {
      model: string,
      version: string,
      target: string,
      value: { type: ['number', 'null'] },
      unit: string,
      interval: { anyOf: [{ type: 'null' }, { type: 'array', prefixItems: [number, number], minItems: 2, maxItems: 2 }] },
      intervalLevel: number,
      contributions: list(shape({ feature: string, value: string, contribution: number, evidence: list(ref('evidence')) }, ['evidence'])),
      abstained: string,
      drugs: list(string),
      card: string,
      comparisons: list(shape({ name: string, value: number, unit: string, source: ref('citation') })),
      notes: list(string),
    },
    ['intervalLevel', 'abstained', 'drugs', 'comparisons', 'notes'],
  ),
};
