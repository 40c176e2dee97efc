/** Whether a requirement can still decide, and what words around it leave of it. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { neverCertain } from './alternatives.ts';
import { join, UNREAD } from './requirements-together.ts';
import type { Effect } from './text/pieces.ts';

/** Whether anything that the patient has could make it certain. */
export function canDecide(asked: Requirement): boolean {
  const [yes, no] = ends(asked);
  return yes || no;
}
/** Whether a patient could make it certainly fulfilled, and certainly not fulfilled. */
export function ends(asked: Requirement): readonly [yes: boolean, no: boolean] {
  if (asked.kind === 'unread') return [false, false];
  if (asked.kind === 'not') {
    const [yes, no] = ends(asked.of);
    return [no, yes];
  }
  if (asked.kind !== 'all' && asked.kind !== 'any') return [true, true];
  const parts = asked.of.map(ends);
  return asked.kind === 'all'
    ? [parts.every(([yes]) => yes), parts.some(([, no]) => no)]
    : [parts.some(([yes]) => yes), parts.every(([, no]) => no)];
}

/** What is left of a requirement when words with this effect stand beside it. */
export function touched(asked: Requirement, effect: Effect): Requirement {
  if (effect === 'silent' || !canDecide(asked)) return asked;
  if (effect === 'open') return neverCertain(asked);
  return join(effect === 'more' ? 'all' : 'any', [asked, UNREAD]);
}
