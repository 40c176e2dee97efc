/** A new inhibitor beside a drug that is taken: the order that is being written can still be another one, and a dose in use is not begun again. */
import type { GeneView } from './gene-view.ts';
import type { AdvicePatient } from './patient.ts';
import type { DrugQuestion } from './question.ts';
import { inUseSince } from './tolerated.ts';
import { listWords, sentence } from './wording/words.ts';

/** Empty where no order of an inhibitor is new, or the drug itself is not taken yet. */
export function takenBesideNew(patient: AdvicePatient, question: DrugQuestion, used: readonly GeneView[]): string {
  const by = used.flatMap(({ conversion }) => conversion?.by ?? []);
  const fresh = [...new Set(by.flatMap(({ exposure, rule }) => (exposure.draft ? [rule.drug] : [])))];
  const taken = by.some(({ exposure, rule }) => !exposure.draft && exposure.stoppedDaysAgo === undefined && fresh.includes(rule.drug));
  if (fresh.length === 0 || taken || question.order?.role === 'draft' || inUseSince(patient, question, 0) === undefined) return '';
  const { name } = question.drug;
  return sentence(
    `${name} is taken already: choose a drug other than ${listWords(fresh)} where that can be done, else watch its effect, side effects and levels; what follows is for a start of ${name}`,
  );
}
