import type { InputValue } from '../drift.ts';
import type { WarfarinInputs } from './inputs.ts';

const word = (value: boolean | null): InputValue => (value === null ? null : value ? 'yes' : 'no');

/** The inputs that are counted for drift; none of them alone or together names a patient once binned. */
export const watchedInputs = (inputs: WarfarinInputs): Readonly<Record<string, InputValue>> => ({
  age: inputs.ageYears,
  height: inputs.heightCm,
  weight: inputs.weightKg,
  CYP2C9: inputs.cyp2c9,
  VKORC1: inputs.vkorc1 === null ? null : inputs.vkorc1.aa > 0.5 ? 'A/A' : inputs.vkorc1.ag > 0.5 ? 'A/G' : 'G/G',
  amiodarone: word(inputs.amiodarone),
  'enzyme inducer': word(inputs.inducer),
  smoking: word(inputs.smoker),
  'venous thrombosis': word(inputs.venousThrombosis),
});
