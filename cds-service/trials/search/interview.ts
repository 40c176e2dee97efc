/** One patient asked every question of an index at most once. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { findingsNamed } from './findings-named.ts';
import { couldHold, fails, runProgram, someLeaf, type Has, type Standing } from '../trial-index/question-program.ts';
import { isTreatment, namesFindings, namesStrongFindings } from '../requirement-kind.ts';
import type { TrialRow } from '../trial-index/trial-columns.ts';
import { ASKS, type TrialIndex } from '../trial-index/index.ts';
import { evaluateRequirement } from '../verdict/evaluate.ts';
import { isAbove } from '../verdict/lineage.ts';

/** Answers as numbers, because a patient is asked some hundred thousand times. `neverCertain` of the index is `UNKNOWN` where it holds. */
export const [UNKNOWN, YES, NO] = [1, 2, 3] as const;
const NUMBER: Readonly<Record<Has, number>> = { unknown: UNKNOWN, yes: YES, no: NO };
const WORD: readonly Has[] = ['unknown', 'unknown', 'yes', 'no'];
export const wordOf = (number: number): Has => WORD[number] ?? 'unknown';

export interface Interview {
  /** Answer to a requirement: `UNKNOWN`, `YES` or `NO`. */
  has(requirement: number): number;
  /** True when the requirement asks for a gene or marker in which this patient has a finding. */
  selects(requirement: number): boolean;
  /** The same without PD-L1. */
  selectsStrongly(requirement: number): boolean;
  /** True when the requirement denies a gene or marker in which this patient has a finding ("no EGFR mutation"). */
  denies(requirement: number): boolean;
  /** A finding other than PD-L1 is asked for, whoever the patient. */
  asksForFinding(requirement: number): boolean;
  /** One of the tumour types that it names may be the patient's. */
  speaksOfType(requirement: number): boolean;
  /** False when all that was read of the requirement says no. */
  couldHold(requirement: number): boolean;
  /** True when something of the requirement was read and all of that says no. */
  cannotHold(requirement: number): boolean;
  /** The requirement only mentions what it names: no patient makes it certain. */
  mentions(requirement: number): boolean;
  /** Earlier treatment stands beside what it names. */
  speaksOfTreatment(requirement: number): boolean;
  /** A tumour type of its own, not "solid tumours", is asked for and the patient has it. */
  namesType(requirement: number): boolean;
  /** A tumour type is asked for that lies below the patient's own: "renal cell carcinoma" on file, a clear cell one asked for. */
  namesNarrowerType(requirement: number): boolean;
  /** The title, a condition or an intervention names a gene or marker in which this patient has a finding. */
  namedBy(row: TrialRow): boolean;
}

export function interview({ leaves, programs, programStarts, neverCertain, selective }: TrialIndex, patient: TrialPatient): Interview {
  /** By leaf and by requirement; 0 = not asked yet. */
  const asked = new Uint8Array(leaves.length);
  const known = neverCertain.slice();
  /** By requirement: 0 = not asked yet, else 1 no, 2 yes. */
  const [chosen, strong, denied, cannot] = [unasked(selective), unasked(selective), unasked(selective), unasked(selective)];
  const [typed, treats] = [unasked(selective), unasked(selective)];
  const leaf = (number: number): Has => {
    const before = asked[number] ?? 0;
    if (before !== 0) return WORD[before] ?? 'unknown';
    const one = leaves[number];
    const verdict = one === undefined ? 'unknown' : evaluateRequirement(one, patient).verdict;
    asked[number] = NUMBER[verdict];
    return verdict;
  };
  const ask = (requirement: number): number => (known[requirement] = NUMBER[runProgram(programs, programStarts[requirement] ?? 0, leaf)]);
  const found =
    (names: (one: Requirement) => boolean) =>
    (number: number): boolean => {
      const one = leaves[number];
      return one !== undefined && names(one) && (leaf(number) === 'yes' || (leaf(number) === 'unknown' && isMeasured(one, patient)));
    };
  const [names, namesStrongly] = [found(namesFindings), found(namesStrongFindings)];
  const look = (requirement: number, before: Uint8Array, wanted: (leaf: number) => boolean, standing: 'asked' | 'denied'): boolean => {
    // What names no gene or marker selects nobody.
    if (selective[requirement] === 0) return false;
    if (before[requirement] === 0) before[requirement] = someLeaf(programs, programStarts[requirement] ?? 0, wanted, standing) ? 2 : 1;
    return before[requirement] === 2;
  };
  const remembered = (before: Uint8Array, requirement: number, wanted: (leaf: number) => boolean, standing?: Standing): boolean =>
    (before[requirement] ||= someLeaf(programs, programStarts[requirement] ?? 0, wanted, standing) ? 2 : 1) === 2;
  const mayBeType = (number: number): boolean => leaves[number]?.kind === 'tumour' && leaf(number) !== 'no';
  const treatment = (number: number): boolean => isTreatment(leaves[number]);
  const named = findingsNamed(patient);
  return {
    has: (requirement) => known[requirement] || ask(requirement),
    selects: (requirement) => look(requirement, chosen, names, 'asked'),
    selectsStrongly: (requirement) => look(requirement, strong, namesStrongly, 'asked'),
    denies: (requirement) => look(requirement, denied, names, 'denied'),
    speaksOfType: (requirement) => remembered(typed, requirement, mayBeType),
    asksForFinding: (requirement) => ((selective[requirement] ?? 0) & ASKS) !== 0,
    couldHold: (requirement) => couldHold(programs, programStarts[requirement] ?? 0, leaf),
    cannotHold: (requirement) => (cannot[requirement] ||= fails(programs, programStarts[requirement] ?? 0, leaf) ? 2 : 1) === 2,
    mentions: (requirement) => neverCertain[requirement] === 1,
    speaksOfTreatment: (requirement) => remembered(treats, requirement, treatment, 'either'),
    namesType: (requirement) =>
      someLeaf(programs, programStarts[requirement] ?? 0, (number) => {
        const one = leaves[number];
        return one?.kind === 'tumour' && one.breadth === null && leaf(number) === 'yes';
      }),
    namesNarrowerType: (requirement) =>
      someLeaf(programs, programStarts[requirement] ?? 0, (number) => {
        const one = leaves[number];
        return one?.kind === 'tumour' && leaf(number) === 'unknown' && isNarrower(one, patient);
      }),
    namedBy: ({ title, conditions, interventions }) => named?.test([title, ...conditions, ...interventions].join(' ')) === true,
  };
}

/**
 * A staining that must be positive, of which the record has the share of stained cells: where the trial draws its line is not said, but it is this patient's
 * finding that it speaks of. PD-L1 has a number in every tumour.
 */
function isMeasured(asked: Requirement, { facts }: TrialPatient): boolean {
  if (asked.kind !== 'molecular' || !('kind' in asked.tree) || asked.tree.kind !== 'marker' || asked.tree.status !== 'positive')
    return false;
  const { marker } = asked.tree;
  return marker !== 'PD-L1' && facts.biomarkers.some(({ kind, value, unit, status }) => kind === marker && unit === '%' && status === undefined && typeof value === 'number' && value >= 1); // prettier-ignore
}

/** A node of OncoTree below one of the patient's active tumours. */
export function isNarrower({ oncotree }: Extract<Requirement, { kind: 'tumour' }>, { tumours, trees }: TrialPatient): boolean {
  return oncotree !== null && tumours.some((tumour) => [...tumour.oncotree].some((own) => isAbove(own, oncotree, trees)));
}

function unasked({ length }: Uint8Array): Uint8Array {
  return new Uint8Array(length);
}

/** True when a gene or marker that the criterion asks for, or denies, is found in this patient. */
export function namesFindingOf(
  asked: Requirement,
  patient: TrialPatient,
  standing: 'asked' | 'denied',
  names: (one: Requirement) => boolean = namesFindings,
): boolean {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.some((one) => namesFindingOf(one, patient, standing, names));
  if (asked.kind === 'not') return namesFindingOf(asked.of, patient, standing === 'asked' ? 'denied' : 'asked', names);
  if (standing !== 'asked' || !names(asked)) return false;
  const { verdict } = evaluateRequirement(asked, patient);
  return verdict === 'yes' || (verdict === 'unknown' && isMeasured(asked, patient));
}
