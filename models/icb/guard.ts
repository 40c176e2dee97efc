/** Where the checkpoint-inhibitor model may not speak: the reason in plain words, or null. */
import type { ModelArtefact } from '../artefact.ts';
import { CANCER_TYPES, type IcbInputs } from './inputs.ts';
import { entryOf } from '../../fhir-profiles/entry-of.ts';

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
  if (missing.length > 0) return `not on file, too old, or in a form that cannot be used: ${missing.join(', ')}`;
  const measured: readonly (readonly [key: string, name: string, value: number | null])[] = [
    ['tmb', 'tumour mutational burden', inputs.tmb],
    ['albumin', 'albumin', inputs.albumin],
    ['nlr', 'neutrophil-to-lymphocyte ratio', inputs.nlr],
    ['age', 'age', inputs.ageYears],
    ['pdl1', 'PD-L1', inputs.pdl1],
  ];
  for (const [key, name, value] of measured) {
    const range = entryOf(artefact.ranges, key);
    if (value !== null && range !== undefined && (value < range.low || value > range.high)) {
      const unit = range.unit === '' ? '' : ` ${range.unit}`;
      return `${name} ${Math.round(value * 10) / 10}${unit} lies outside the range that the model may use, ${range.low}–${range.high}${unit}`;
    }
  }
  return null;
}
