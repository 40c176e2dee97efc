/** What many trials ask of one patient is found out once. */
import type { TrialPatient } from '../patient.ts';
import type { Answer } from './answer.ts';

/** @param key the same for the same question, and for no other */
export function once(patient: TrialPatient, key: string, find: () => Answer): Answer {
  const known = patient.answered.get(key);
  if (known !== undefined) return known;
  const answer = find();
  patient.answered.set(key, answer);
  return answer;
}
