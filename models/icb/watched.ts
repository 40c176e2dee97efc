import type { InputValue } from '../drift.ts';
import type { IcbInputs } from './inputs.ts';

/** The inputs that are counted for drift; none of them alone or together names a patient once binned. */
export const watchedInputs = (inputs: IcbInputs): Readonly<Record<string, InputValue>> => ({
  'cancer type': inputs.cancerType,
  'tumour mutational burden': inputs.tmb,
  'PD-L1': inputs.pdl1,
  'prior systemic therapy': inputs.priorTherapy === null ? null : inputs.priorTherapy ? 'yes' : 'no',
  albumin: inputs.albumin,
  'neutrophil-to-lymphocyte ratio': inputs.nlr,
  age: inputs.ageYears,
});
