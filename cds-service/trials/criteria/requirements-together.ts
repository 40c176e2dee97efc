/** Requirements put together: which speak of the same thing, lists of them, and what they say as a whole. */
import type { Requirement } from '../../knowledge/trials/types.ts';

export type Side = 'inclusion' | 'exclusion';
export const UNREAD: Requirement = { kind: 'unread' };

/** Extent and stage speak of the same thing; so do all molecular findings. */
export function family(requirement: Requirement): string {
  if (requirement.kind === 'extent' || requirement.kind === 'stage' || requirement.kind === 'unread') return 'extent';
  if (requirement.kind === 'castration') return 'extent';
  if (requirement.kind === 'pregnant' || requirement.kind === 'breastfeeding') return 'pregnancy';
  if (requirement.kind === 'hla' || requirement.kind === 'variant') return 'molecular';
  if (requirement.kind === 'all' || requirement.kind === 'any') return family(requirement.of[0] ?? UNREAD);
  return requirement.kind === 'not' ? family(requirement.of) : requirement.kind;
}

/** One level less where a list has one member; equal members once. */
export function join(kind: 'all' | 'any', of: readonly Requirement[]): Requirement {
  const seen = new Map(of.map((one) => [one.kind === 'unread' ? `unread ${one.ask ?? ''}` : JSON.stringify(one), one]));
  const members = [...seen.values()];
  const [only] = members;
  return members.length === 1 && only ? only : { kind, of: members };
}

/** What is neither a list nor a denial. */
export type Single = Exclude<Requirement, { readonly kind: 'all' | 'any' | 'not' }>;
/**
 * Each single requirement changed where it stands, with whether having it shuts the patient out there: a denial turns that round. Where nothing is changed
 * the same object comes back.
 */
export function eachSingle(asked: Requirement, shutsOut: boolean, change: (single: Single, shutsOut: boolean) => Requirement): Requirement {
  switch (asked.kind) {
    case 'all':
    case 'any': {
      const of = asked.of.map((one) => eachSingle(one, shutsOut, change));
      return of.every((one, at) => one === asked.of[at]) ? asked : { ...asked, of };
    }
    case 'not': {
      const of = eachSingle(asked.of, !shutsOut, change);
      return of === asked.of ? asked : { ...asked, of };
    }
    default:
      return change(asked, shutsOut);
  }
}

/** Denied, "EGFR and ALK alterations" are neither: how "and" was meant is then clear. */
export function plainly(asked: Requirement): Requirement {
  const [first, second] = asked.kind === 'all' ? asked.of : [];
  return first !== undefined && second?.kind === 'unread' && (second.ask ?? '').startsWith('how ') ? first : asked;
}

/** "Both HER2-positive and HER2-negative tumours" are two groups of patients. */
export function contradictory(members: readonly Requirement[]): boolean {
  const states = new Map<string, string>();
  for (const one of members) {
    if (one.kind !== 'molecular' || !('kind' in one.tree) || one.tree.kind !== 'marker') continue;
    const { marker, status } = one.tree;
    if (!/^(?:positive|negative|low|ultralow|high|stable|deficient|proficient)$/.test(status)) continue;
    if ((states.get(marker) ?? status) !== status) return true;
    states.set(marker, status);
  }
  return false;
}

/** "Negative for PD-L1 (TPS < 1 %)": what stands behind says it already. */
export function saysNegative(asked: Requirement): boolean {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.some(saysNegative);
  if (asked.kind === 'not') return true;
  return (
    asked.kind === 'molecular' && 'kind' in asked.tree && asked.tree.kind === 'marker' && /^(?:negative|to|below)$/.test(asked.tree.status)
  );
}
