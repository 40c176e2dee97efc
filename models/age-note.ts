/** What is said where the birth date leaves two ages open. */
import { possibleAges, type PatientFacts } from '../fhir-profiles/index.ts';

/** One sentence for the limits of a prediction, or none. */
export function ageNotes({ patient, asOf }: Pick<PatientFacts, 'patient' | 'asOf'>): readonly string[] {
  const ages = possibleAges(patient.birthDate, asOf);
  if (ages === null || ages[0] === ages[1] || patient.ageYears === undefined) return [];
  return [`the birth date is known as ${patient.birthDate ?? ''} only: age counted as ${patient.ageYears}`];
}
