/** Tests that should come before the first dose. */
import type { UntestedGene } from '../../report/types.ts';
import type { AdvicePatient } from './patient.ts';

export function preTests(patient: AdvicePatient): UntestedGene[] {
  void patient;
  return [];
}
