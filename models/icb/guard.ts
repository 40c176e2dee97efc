/** Where the checkpoint-inhibitor model may not speak: the reason in plain words, or null. */
import type { ModelArtefact } from '../artefact.ts';
import { CANCER_TYPES, type IcbInputs } from './inputs.ts';

export function icbAbstention(inputs: IcbInputs, artefact: Pick<ModelArtefact, 'ranges'>): string | null {
  const { cancerType } = inputs;
  if (cancerType === null) return 'the tumour type is not known';
  if (!(CANCER_TYPES as readonly string[]).includes(cancerType)) return `${cancerType} was not among the tumour types of the training data`;
  const missing = [
    ['tumour mutational burden', inputs.tmb],
    ['albumin', inputs.albumin],
    ['neutrophil-to-lymphocyte ratio', inputs.nlr],
    ['age', inputs.ageYears],
    ['treatment history', inputs.priorTherapy],
  ]
    .filter(([, value]) => value === null)
    .map(([name]) => name);
  if (missing.length > 0) return `not on file, or too old to use: ${missing.join(', ')}`;
  const measured: readonly (readonly [string, number | null])[] = [
    ['tmb', inputs.tmb],
    ['albumin', inputs.albumin],
    ['nlr', inputs.nlr],
    ['age', inputs.ageYears],
    ['pdl1', inputs.pdl1],
  ];
  for (const [name, value] of measured) {
    const range = artefact.ranges[name];
    if (value !== null && range !== undefined && (value < range.low || value > range.high)) {
      const unit = range.unit === '' ? '' : ` ${range.unit}`;
      return `${name} ${value}${unit} lies outside the range that the model may use, ${range.low}–${range.high}${unit}`;
    }
  }
  return null;
}
