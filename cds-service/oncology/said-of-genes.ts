/** Sentences that say the same of several genes, as one: "NTRK1, NTRK2 and NTRK3 were examined …". */
import type { GeneTest } from './test-standing.ts';

export function saidOfGenes(results: readonly GeneTest[]): string[] {
  const genes = new Map<string, string[]>();
  for (const { gene, text } of results) {
    const same = text.startsWith(`${gene} was `) ? `\u0000${text.slice(gene.length)}` : text;
    genes.set(same, [...(genes.get(same) ?? []), gene]);
  }
  return [...genes].map(([text, named]) => {
    if (!text.startsWith('\u0000')) return text;
    const rest = text.slice(1);
    if (named.length === 1) return `${named[0] ?? ''}${rest}`;
    return `${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''}${rest.replace(' was ', ' were ').replace('no result of it', 'no result of them')}`;
  });
}

/** Of claims that give one reason at several levels, the best level alone: claims come best first. */
export function eachReasonOnce(claims: readonly string[]): string[] {
  const seen = new Set<string>();
  return claims.filter((claim) => {
    const reason = claim.replace(/^Level [A-E] /, '');
    if (seen.has(reason)) return false;
    seen.add(reason);
    return true;
  });
}
