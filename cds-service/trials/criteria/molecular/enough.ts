/**
 * "EGFR mutation, ALK fusion or another actionable driver": what was read is one way among others, so it is enough, and its absence decides nothing.
 * Only where nothing stands before it that asks for more, and nothing behind the list that may hold for all of it.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { family, join, UNREAD, type Side } from '../requirements-together.ts';
import type { Atom } from '../atom.ts';
import { FILLER } from '../text/lexicon.ts';
import { MOLECULAR_WORDS } from '../words/molecular.ts';

/** May limit every member of the list. */
const FOR_ALL =
  /\b(?:for which|for whom|that (?:is|are|have|has|may|can|confer)|which (?:is|are|have|has|may|can)|with (?:approved|available|locally|an approved)|where|amenable|eligible|if|unless|except|excluding|other than|approved|sensitive to|candidates?|only|when|who|whose|without|not|no|cohort|arm|part|phase|may)\b|[:*]/i;

export function molecularEnough(text: string, atoms: readonly Atom[], side: Side): Requirement | null {
  if (side === 'inclusion' || text.length > 500) return null;
  let at = 0;
  const read: Requirement[] = [];
  for (const [n, { start, end, requirement }] of atoms.entries()) {
    const between = text.slice(at, start);
    if (family(requirement) !== 'molecular') break;
    if (
      n === 0
        ? !silent(between)
        : !/^\s*(?:,|;|\/|\bor\b|\band\/or\b)/i.test(between) || !silent(between.replace(/\b(?:and\/or|or)\b|[,;/]/gi, ' '))
    )
      break;
    read.push(requirement);
    at = end;
  }
  const rest = text.slice(at);
  if (read.length === 0 || !/^\s*(?:\([^()]{0,40}\)\s*)?(?:,\s*|\s+)(?:and\/or|or)\b/i.test(rest)) {
    const listed = /^\s*,\s*[^.;]{2,120}\bor\b/i.test(rest);
    if (read.length === 0 || !listed) return null;
  }
  return FOR_ALL.test(rest) ? null : join('any', [...read, UNREAD]);
}

/** Words that mean nothing beside a finding, and no others. */
function silent(text: string): boolean {
  return [...text.matchAll(/[^\s,;()]+/g)].every(([word]) => {
    const lower = word.toLowerCase();
    return FILLER.has(lower) || MOLECULAR_WORDS.silent.has(lower);
  });
}
