import type { ModelArtefact } from '../artefact.ts';
import type { Imputation } from './inputs.ts';
import { entryOf } from '../../fhir-profiles/entry-of.ts';

/** The imputation lines that training wrote into the artefact. */
export function imputationOf(artefact: Pick<ModelArtefact, 'encoding'>): Imputation {
  const line = (name: string): readonly number[] => entryOf(artefact.encoding, name) ?? [];
  return { height: line('height'), heightAlone: line('heightAlone'), weight: line('weight'), weightAlone: line('weightAlone') };
}

/** Shares of A/G and A/A by linked marker genotype, as `rs2359612:CT`. */
export const linkedOf = (artefact: Pick<ModelArtefact, 'encoding'>): Readonly<Record<string, readonly number[]>> => artefact.encoding;
