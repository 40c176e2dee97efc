/** Criteria that name a stage or grade of a system of its own (`criteria/staging-systems.ts`), beside what else was read of them. */
import type { Criterion } from '../../knowledge/trials/types.ts';
import { UNREAD } from '../criteria/requirements-together.ts';
import { ends } from '../criteria/deciding.ts';
import { stagingIn } from '../criteria/staging-systems.ts';
import { readableText } from '../criteria/text/clean-text.ts';
import type { CriterionText } from '../criteria/text/sections.ts';

/** An inclusion asks for it whatever else it asks; an exclusion is read only where it names nothing else. */
export function withStagingAsked(criterion: Criterion, { text, conditional, alternatives, notes }: CriterionText): Criterion {
  const { kind, requirement } = criterion;
  if (conditional || alternatives.length > 0 || notes.length > 0 || (kind === 'inclusion' && ends(requirement)[0])) return criterion;
  const found = stagingIn(readableText(text));
  if (found === null) return criterion;
  if (found.plain && requirement.kind === 'unread') return { ...criterion, requirement: found.asked };
  if (kind === 'exclusion')
    return found.plain && requirement.kind === 'tumour' ? { ...criterion, requirement: { kind: 'all', of: [requirement, found.asked] } } : criterion; // prettier-ignore
  return { ...criterion, requirement: { kind: 'all', of: [requirement, found.asked, UNREAD] } };
}
