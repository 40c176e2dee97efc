/**
 * What was mentioned, but not in a way that was understood: unknown whatever the patient has. Whether a finding is asked for or denied still tells
 * what a trial is about: "no known EGFR mutation" is not a trial for EGFR mutations.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { family, UNREAD } from './requirements-together.ts';
import type { Atom } from './atom.ts';

const DENIES_BEFORE =
  /\b(?:no|not|without|absence|lack\w*|free (?:of|from)|negative for|never|nor|neither|exclud\w*|excepting|except|other than|unless|rather than|ineligible|wild[- ]?type)\b(?![^.;]*\b(?:but|however|although|must have|and (?:has|have|with))\b)[^.;]*$/i;
const DENIES_BEHIND =
  /^[^.;,]{0,60}?\b(?:negative|absent|excluded|ineligible|wild[- ]?type|(?:is|are|was|were|be|been) not|not (?:eligible|allowed|permitted|detected|present|found|included))\b/i;

export function mentionedOnly(text: string, atoms: readonly Atom[]): Requirement {
  const asked = atoms.map(({ start, end, requirement }): Requirement => {
    const denied = family(requirement) === 'molecular' && (DENIES_BEFORE.test(text.slice(0, start)) || DENIES_BEHIND.test(text.slice(end)));
    return denied && requirement.kind !== 'not' ? { kind: 'not', of: requirement } : requirement;
  });
  return { kind: 'all', of: [{ kind: 'any', of: [...asked, UNREAD] }, UNREAD] };
}
