/**
 * Readers of criteria that stay open as a whole. Each knows one thing that decides one way whatever the rest says: an allergy to a named drug shuts
 * out, whatever other allergens are listed; who has no hepatitis B meets every line about those who have it.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { UNREAD, type Side } from '../requirements-together.ts';
import type { ReadingContext } from '../atom.ts';

export interface OneWayReader {
  /** Stretches of lower-case text of which one must be there; spares most criteria the pattern. */
  readonly needs: readonly string[];
  /** Null: nothing here can be certain. An exclusion's requirement describes the excluding feature. */
  read(text: string, side: Side, context: ReadingContext): Requirement | null;
}

/** One of these is enough; something else may be enough too. */
export function atLeast(members: readonly Requirement[]): Requirement {
  return { kind: 'any', of: [...members, UNREAD] };
}
/** This is needed, and something more. */
export function atMost(member: Requirement): Requirement {
  return { kind: 'all', of: [member, UNREAD] };
}

/** Words by which a line is meant for some patients only, or takes back what it says. */
export const OF_SOME =
  /\b(?:cohorts?|arms?|stratum|strata|parts? (?:[A-Z]\b|\d)|phase (?:[12I]|[1I]b)|module|donors?|re-?registration|sub-?study|to proceed|salvage|re-?treatment|apheresis|lymphodepletion|(?:participants|patients|subjects) (?:planned|scheduled|assigned|allocated) (?:to|for))\b|^\W*[A-Z]\d\)/i;
