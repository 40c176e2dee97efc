/** A limit the other way round than trials set it was not understood: "ANC < 1" as an inclusion is an indication or a misplaced line. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { Side } from './requirements-together.ts';
import type { Atom } from './atom.ts';
import { TESTS } from './laboratory/tests.ts';

const GOOD = new Map(TESTS.map(({ lab, good }) => [lab, good]));

export function implausible(atoms: readonly Atom[], side: Side, denied: boolean): boolean {
  const alone = !denied && atoms.every(({ requirement }) => requirement.kind === 'condition');
  return atoms.some(({ requirement }) => (requirement.kind !== 'condition' || alone) && odd(requirement, side));
}

function odd(asked: Requirement, side: Side): boolean {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.some((one) => one.kind !== 'condition' && odd(one, side));
  if (asked.kind === 'not') return false;
  if (asked.kind === 'lab') {
    const good = GOOD.get(asked.lab) ?? 'either';
    if (good === 'either') return false;
    const wantsHigh = asked.bound === 'min' || asked.bound === 'above';
    return (wantsHigh === (good === 'high')) !== (side === 'inclusion');
  }
  // Nobody asks for an infection or a failing heart, save trials of nothing else.
  if (asked.kind === 'condition') return side === 'inclusion';
  // Nobody excludes the fit: such a line is an inclusion that stands in the wrong list.
  if (asked.kind === 'performance' && side === 'exclusion')
    return asked.scale === 'ECOG' ? asked.max !== undefined && asked.max <= 2 && (asked.min ?? 0) === 0 : (asked.min ?? 0) >= 50;
  return false;
}
