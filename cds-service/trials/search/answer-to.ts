/** One criterion answered for one patient, in words: whom it concerns stands before what is known of it. */
import type { Criterion, Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { unknown, type Answer } from '../verdict/answer.ts';
import { evaluateRequirement } from '../verdict/evaluate.ts';

export function answerTo({ kind, requirement, some }: Criterion, patient: TrialPatient): Answer {
  const answer = evaluateRequirement(requirement, patient);
  if (some === undefined) return answer;
  if (answer.verdict !== 'unknown') return { ...answer, because: `${answer.because} (asked under “${some}”)` };
  const against = whatFails(requirement, patient);
  if (against !== null)
    return unknown(
      kind === 'exclusion'
        ? `asked only under “${some}”, and does not stop this patient: ${against.because}`
        : `asked only under “${some}”, where this patient does not belong: ${against.because}`,
    );
  return unknown(`stands under “${some}” and may not be asked of everybody; ${answer.because}`, answer.missing);
}

/** Everything that was read says no: the first of it. */
function whatFails(asked: Requirement, patient: TrialPatient): Answer | null {
  if (asked.kind === 'unread') return null;
  if (asked.kind === 'all') {
    for (const one of asked.of) {
      const found = whatFails(one, patient);
      if (found !== null) return found;
    }
    return null;
  }
  if (asked.kind === 'any') {
    const read = asked.of.filter(({ kind }) => kind !== 'unread');
    const failed = read.map((one) => whatFails(one, patient));
    return failed.length > 0 && failed.every((one) => one !== null) ? (failed[0] ?? null) : null;
  }
  const answer = evaluateRequirement(asked, patient);
  return answer.verdict === 'no' ? answer : null;
}
