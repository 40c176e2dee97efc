/** One patient asked every question of an index at most once. */
import type { Requirement } from '../knowledge/trials/types.ts';
import type { TrialPatient } from './patient.ts';
import { runProgram, someLeaf, type Has } from './question-program.ts';
import { namesFindings } from './requirement-kind.ts';
import type { TrialIndex } from './trial-index.ts';
import { evaluateRequirement } from './verdict/evaluate.ts';

/** Answers as numbers, because a patient is asked some hundred thousand times. */
export const [UNKNOWN, YES, NO] = [1, 2, 3] as const;
const NUMBER: Readonly<Record<Has, number>> = { unknown: UNKNOWN, yes: YES, no: NO };
const WORD: readonly Has[] = ['unknown', 'unknown', 'yes', 'no'];

export interface Interview {
  /** Answer to a requirement: `UNKNOWN`, `YES` or `NO`. */
  has(requirement: number): number;
  /** True when the requirement names a gene or marker in which this patient has a finding. */
  selects(requirement: number): boolean;
}

export function interview({ leaves, programs, programStarts, neverCertain, selective }: TrialIndex, patient: TrialPatient): Interview {
  /** By leaf and by requirement; 0 = not asked yet. */
  const asked = new Uint8Array(leaves.length);
  const known = Uint8Array.from(neverCertain, (never) => (never === 1 ? UNKNOWN : 0));
  /** By requirement: 0 = not asked yet, else 1 no, 2 yes. */
  const chosen = Uint8Array.from(selective, (can) => (can === 1 ? 0 : 1));
  const leaf = (number: number): Has => {
    const before = asked[number] ?? 0;
    if (before !== 0) return WORD[before] ?? 'unknown';
    const one = leaves[number];
    const verdict = one === undefined ? 'unknown' : evaluateRequirement(one, patient).verdict;
    asked[number] = NUMBER[verdict];
    return verdict;
  };
  const ask = (requirement: number): number => (known[requirement] = NUMBER[runProgram(programs, programStarts[requirement] ?? 0, leaf)]);
  const found = (number: number): boolean => {
    const one = leaves[number];
    return one !== undefined && namesFindings(one) && leaf(number) === 'yes';
  };
  return {
    has: (requirement) => known[requirement] || ask(requirement),
    selects(requirement) {
      if (chosen[requirement] === 0) chosen[requirement] = someLeaf(programs, programStarts[requirement] ?? 0, found) ? 2 : 1;
      return chosen[requirement] === 2;
    },
  };
}

/** True when a gene or marker that the criterion names is found in this patient. */
export function selectsFor(asked: Requirement, patient: TrialPatient): boolean {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.some((one) => selectsFor(one, patient));
  return namesFindings(asked) && evaluateRequirement(asked, patient).verdict === 'yes';
}
