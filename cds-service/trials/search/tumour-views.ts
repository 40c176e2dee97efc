/**
 * Which of several active primaries a trial is about. A trial is judged against the tumour that it studies, the others are other malignancies; where its
 * tumour types let several of them in, or none is certain, it is judged for the patient as a whole, and what belongs to one tumour stays open.
 */
import type { CompiledTrial, Criterion, Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { isNeverCertain } from '../requirement-kind.ts';
import type { Has } from '../trial-index/question-program.ts';
import { evaluateRequirement } from '../verdict/evaluate.ts';
import { severalOrgans } from '../verdict/distant.ts';

/** The patient once for each of the primaries; empty where there is nothing to choose. */
export function tumourViews(patient: TrialPatient): readonly TrialPatient[] {
  if (!severalOrgans(patient)) return [];
  return patient.tumours.map((_, at) => ({
    ...ofTumour(patient, at),
    otherwise: patient.otherwise.map(({ read, why }) => ({ read: ofTumour(read, at), why })),
  }));
}
function ofTumour(patient: TrialPatient, at: number): TrialPatient {
  const { tumours } = patient;
  return { ...patient, tumours: tumours.filter((_, n) => n === at), beside: tumours.filter((_, n) => n !== at), answered: new Map() };
}

/** Place of the view that a trial is judged in, by what each answers to the requirement that names the trial's tumour types; -1: as a whole. */
export function chosenView(answers: readonly Has[]): number {
  const is = (has: Has): number[] => answers.flatMap((answer, at) => (answer === has ? [at] : []));
  const [yes, open] = [is('yes'), is('unknown')];
  const [only] = yes.length > 0 ? yes : open;
  return only !== undefined && (yes.length === 1 || (yes.length === 0 && open.length === 1)) ? only : -1;
}

/** The patient as this trial sees them. */
export function viewOf(trial: CompiledTrial, patient: TrialPatient, views: readonly TrialPatient[]): TrialPatient {
  if (views.length === 0) return patient;
  const gate = trial.criteria.find(namesTypes);
  if (gate === undefined) return patient;
  return views[chosenView(views.map((view) => evaluateRequirement(gate.requirement, view).verdict))] ?? patient;
}

/** The criterion by which an index turns patients with other tumours away (`byGate`). */
function namesTypes({ kind, hard, some, requirement }: Criterion): boolean {
  return kind === 'inclusion' && hard && some === undefined && speaksOfTypes(requirement) && !isNeverCertain(requirement);
}
function speaksOfTypes(asked: Requirement): boolean {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.some(speaksOfTypes);
  return asked.kind === 'tumour';
}
