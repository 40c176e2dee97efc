import type { ModelArtefact } from '../artefact.ts';
import { distributionOf, type InputValue } from '../drift.ts';

/** Distribution of every watched input over the training patients. */
export function distributionsOf(patients: readonly Readonly<Record<string, InputValue>>[]): ModelArtefact['distributions'] {
  return Object.fromEntries(
    Object.keys(patients[0] ?? {}).map((input) => [input, distributionOf(patients.map((patient) => patient[input] ?? null))]),
  );
}
