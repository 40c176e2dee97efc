/** Reasons that say the same of several genes or drugs, as one: "NTRK1, NTRK2 and NTRK3 were examined …". */
import type { GeneReason, Reason, UnsureReason } from './reason.ts';
import { inWords } from './words.ts';

/** In the order in which each was first said. */
export function saidOnce(reasons: readonly GeneReason[]): GeneReason[] {
  const once = new Map<string, GeneReason>();
  for (const reason of reasons) {
    const key = keyOf(reason);
    const before = once.get(key);
    if (before === undefined) once.set(key, reason);
    else if ('genes' in before && 'genes' in reason) once.set(key, { ...before, genes: [...before.genes, ...reason.genes] });
  }
  return [...once.values()];
}
function keyOf(reason: GeneReason): string {
  return 'genes' in reason ? `${reason.kind}|${'where' in reason ? reason.where : ''}` : inWords(reason);
}

/** The same for what is said of several drugs: "whether ziftomenib, revumenib still act is not known here". */
export function saidOfDrugs(reasons: readonly UnsureReason[]): UnsureReason[] {
  const once = new Map<string, UnsureReason>();
  for (const reason of reasons) {
    const key = inWords({ ...reason, drugs: [] });
    once.set(key, { ...reason, drugs: [...new Set([...(once.get(key)?.drugs ?? []), ...reason.drugs])] });
  }
  return [...once.values()];
}

/** Of claims that give one reason at several levels the best level alone, in the order of their sentences. */
export function bestLevelOnly(claims: readonly Extract<Reason, { kind: 'against' }>[]): Reason[] {
  const best = new Map<string, Reason>();
  for (const claim of claims.toSorted((a, b) => compare(inWords(a), inWords(b)))) {
    const key = `${claim.effect}|${claim.claim}`;
    best.set(key, best.get(key) ?? claim);
  }
  return [...best.values()];
}
/** By code unit: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
