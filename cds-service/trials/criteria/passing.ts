/**
 * What shuts a patient out only for a while: the line of treatment of now, and the weeks that must lie behind one. Whoever looks for a trial looks for what
 * comes after that line, so it is told and decides nothing. Months are another matter: they ask for an interval without treatment, or of what came before.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';

/** The longest wash-out of cancer drugs that trials ask for; what reaches further back is about the treatment as such. */
const LONGEST_DAYS = 56;

/** @param excludes true where having it stands in the way */
export function withPassing(asked: Requirement, excludes: boolean): Requirement {
  switch (asked.kind) {
    case 'all':
    case 'any': {
      const of = asked.of.map((one) => withPassing(one, excludes));
      return of.every((one, at) => one === asked.of[at]) ? asked : { ...asked, of };
    }
    case 'not': {
      const of = withPassing(asked.of, !excludes);
      return of === asked.of ? asked : { ...asked, of };
    }
    case 'treated': {
      const { withinDays, current } = asked;
      const passes = current === true || (withinDays !== undefined && withinDays <= LONGEST_DAYS);
      return excludes && passes ? { ...asked, passes: true } : asked;
    }
    default:
      return asked;
  }
}
