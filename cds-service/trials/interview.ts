/** One patient asked every question of an index at most once. */
import type { Requirement } from '../knowledge/trials/types.ts';
import type { TrialPatient } from './patient.ts';
import { runProgram, someLeaf, type Has } from './question-program.ts';
import { namesFindings } from './requirement-kind.ts';
import type { TrialIndex } from './trial-index.ts';
import { evaluateRequirement } from './verdict/evaluate.ts';

export interface Interview {
  has(requirement: number): Has;
  /** True when the requirement names a gene or marker in which this patient has a finding. */
  selects(requirement: number): boolean;
}

const ANSWERS: readonly Has[] = ['unknown', 'yes', 'no'];

export function interview({ leaves, programs, programStarts, neverCertain, selective }: TrialIndex, patient: TrialPatient): Interview {
  /** By leaf and by requirement: 0 not asked yet, else 1 + place in `ANSWERS`. */
  const [asked, known] = [new Uint8Array(leaves.length), new Uint8Array(programStarts.length)];
  /** By requirement: 0 not asked yet, 1 no, 2 yes. */
  const chosen = new Uint8Array(programStarts.length);
  const leaf = (number: number): Has => {
    const before = asked[number] ?? 0;
    if (before !== 0) return ANSWERS[before - 1] ?? 'unknown';
    const one = leaves[number];
    const { verdict } = one === undefined ? { verdict: 'unknown' as const } : evaluateRequirement(one, patient);
    asked[number] = 1 + ANSWERS.indexOf(verdict);
    return verdict;
  };
  return {
    has(requirement) {
      if (neverCertain[requirement] === 1) return 'unknown';
      const before = known[requirement] ?? 0;
      if (before !== 0) return ANSWERS[before - 1] ?? 'unknown';
      const verdict = runProgram(programs, programStarts[requirement] ?? 0, leaf);
      known[requirement] = 1 + ANSWERS.indexOf(verdict);
      return verdict;
    },
    selects(requirement) {
      if (selective[requirement] !== 1) return false;
      if (chosen[requirement] === 0) {
        const found = someLeaf(programs, programStarts[requirement] ?? 0, (number) => {
          const one = leaves[number];
          return one !== undefined && namesFindings(one) && leaf(number) === 'yes';
        });
        chosen[requirement] = found ? 2 : 1;
      }
      return chosen[requirement] === 2;
    },
  };
}

/** True when a gene or marker that the criterion names is found in this patient. */
export function selectsFor(asked: Requirement, patient: TrialPatient): boolean {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.some((one) => selectsFor(one, patient));
  return asked.kind === 'molecular' && namesFindings(asked) && evaluateRequirement(asked, patient).verdict === 'yes';
}
