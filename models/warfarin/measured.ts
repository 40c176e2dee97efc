import { completeBody, decadeOf, type Imputation, type WarfarinInputs } from './inputs.ts';

export const MEASURED = ['age decade', 'height', 'weight'] as const;

/** The measured values that the out-of-distribution guard looks at together. */
export function measuredValues(inputs: WarfarinInputs, imputation: Imputation): number[] {
  const { height, weight } = completeBody(inputs, imputation);
  return [decadeOf(inputs) ?? 0, height, weight];
}
