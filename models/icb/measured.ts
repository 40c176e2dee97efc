import { AGE_CLIP, TMB_CLIP, albuminCounted, nlrCounted, type IcbInputs } from './inputs.ts';

export const MEASURED = ['log TMB', 'albumin', 'log NLR', 'age'] as const;

/** The measured values that the out-of-distribution guard looks at together; the long-tailed ones on a log scale. */
export const measuredValues = (inputs: IcbInputs): number[] => [
  Math.log1p(Math.min(inputs.tmb ?? 0, TMB_CLIP)),
  albuminCounted(inputs.albumin ?? 0),
  Math.log(nlrCounted(inputs.nlr ?? 1)),
  Math.min(inputs.ageYears ?? 0, AGE_CLIP),
];
