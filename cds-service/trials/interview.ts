/** One patient asked every question of an index at most once. */
import type { Requirement } from '../knowledge/trials/types.ts';
import type { TrialPatient } from './patient.ts';
import { namesFindings } from './requirement-kind.ts';
import type { TrialIndex } from './trial-index.ts';
import { evaluateRequirement } from './verdict/evaluate.ts';

export type Has = 'yes' | 'no' | 'unknown';
const ANSWERS: readonly Has[] = ['unknown', 'yes', 'no'];

export interface Interview {
  has(requirement: number): Has;
  /** True when the requirement names a gene or marker in which this patient has a finding. */
  selects(requirement: number): boolean;
}

export function interview({ requirements, neverCertain, selective }: TrialIndex, patient: TrialPatient): Interview {
  /** 0 not asked yet, else 1 + place in `ANSWERS`. */
  const known = new Uint8Array(requirements.length);
  /** 0 not asked yet, 1 no, 2 yes. */
  const chosen = new Uint8Array(requirements.length);
  return {
    has(at) {
      if (neverCertain[at] === 1) return 'unknown';
      const before = known[at] ?? 0;
      if (before !== 0) return ANSWERS[before - 1] ?? 'unknown';
      const asked = requirements[at];
      const verdict = asked === undefined ? 'unknown' : evaluateRequirement(asked, patient).verdict;
      known[at] = 1 + ANSWERS.indexOf(verdict);
      return verdict;
    },
    selects(at) {
      if (selective[at] !== 1) return false;
      if (chosen[at] === 0) {
        const asked = requirements[at];
        chosen[at] = asked !== undefined && selectsFor(asked, patient) ? 2 : 1;
      }
      return chosen[at] === 2;
    },
  };
}

/** True when a gene or marker that the criterion names is found in this patient. */
export function selectsFor(asked: Requirement, patient: TrialPatient): boolean {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.some((one) => selectsFor(one, patient));
  return asked.kind === 'molecular' && namesFindings(asked) && evaluateRequirement(asked, patient).verdict === 'yes';
}
