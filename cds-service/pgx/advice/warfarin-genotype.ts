/** Copies of single alleles and bases, as the warfarin flow counts them. */
import type { GeneFinding } from '../genes/types.ts';

/** Copies of a star allele in the diplotype; 0 when it was not found (which does not mean that it was looked for). */
export function alleleCopies(finding: GeneFinding | undefined, allele: string): number {
  const diplotype = finding?.result.diplotype ?? '';
  return diplotype.split('/').filter((part) => part.trim() === allele).length;
}

/**
 * Copies of the variant base at one position, read from the bases on the + strand, else from a text such as "-1639 AG".
 * Undefined when the position was not reported.
 */
export function variantCopies(
  finding: GeneFinding | undefined,
  rsId: string,
  base: string,
  text: RegExp,
  textBase: string,
): number | undefined {
  if (finding === undefined) return undefined;
  const { lookup, result } = finding;
  const bases = lookup.positions?.[rsId];
  if (bases !== undefined) return bases.split('/').filter((one) => one === base).length;
  for (const words of [...lookup.dpwgKeys, ...lookup.keys, lookup.genotype ?? '', result.diplotype ?? '']) {
    const match = text.exec(words);
    if (match !== null) return [match[1], match[2]].filter((one) => one === textBase).length;
    if (words.includes(`${rsId} variant`) || words.includes(`${rsId} reference`))
      return words.split('/').filter((one) => one.includes('variant')).length;
  }
  return undefined;
}
