/**
 * What shuts a patient out only for a while: the line of treatment of now, and the weeks that must lie behind one. Whoever looks for a trial looks for what
 * comes after that line, so it is told and decides nothing. Months are another matter: they ask for an interval without treatment, or of what came before.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { eachSingle } from './requirements-together.ts';

/** The longest wash-out of cancer drugs that trials ask for; what reaches further back is about the treatment as such. */
const LONGEST_DAYS = 56;

/** @param excludes true where having it stands in the way */
export function withPassing(asked: Requirement, excludes: boolean): Requirement {
  return eachSingle(asked, excludes, (single, shutsOut) => {
    if (!shutsOut || single.kind !== 'treated') return single;
    const { withinDays, current } = single;
    return current === true || (withinDays !== undefined && withinDays <= LONGEST_DAYS) ? { ...single, passes: true } : single;
  });
}
