/** Bases at one position, whatever strand they were written on, turned to the + strand of the knowledge. */
import type { GermlineCall } from '../../../fhir-profiles/index.ts';
import type { PgxGene, PgxPosition } from '../../knowledge/pgx/types.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export const complement: Readonly<Record<string, string>> = { A: 'T', T: 'A', C: 'G', G: 'C' };

export type BaseCall = { readonly bases: readonly [string, string] } | { readonly problem: string };

/**
 * Bases on the + strand. A pair that fits neither strand is a problem; so is a homozygous pair at an A/T or C/G position,
 * where the strand cannot be told from the bases.
 */
export function onPlusStrand(position: PgxPosition, written: readonly [string, string]): BaseCall {
  const known = new Set([position.ref, ...position.alts]);
  const bases: [string, string] = [written[0].toUpperCase(), written[1].toUpperCase()];
  const turned: [string, string] = [entryOf(complement, bases[0]) ?? bases[0], entryOf(complement, bases[1]) ?? bases[1]];
  const fits = bases.every((base) => known.has(base));
  const fitsTurned = turned.every((base) => known.has(base));
  const label = position.rsId ?? position.hgvs;
  if (fits && fitsTurned && bases[0] === bases[1] && turned[0] !== bases[0]) {
    return {
      problem: `${label} ${bases.join('/')}: the strand cannot be told where the bases are ${[...known].toSorted().join('/')}; not used.`,
    };
  }
  if (fits) return { bases };
  if (fitsTurned) return { bases: turned };
  return { problem: `${label} ${bases.join('/')}: these bases do not occur there (expected ${[...known].join(' or ')}); not used.` };
}

/** Both bases that a change with its zygosity comes to; the second is null when that is unknown (at least one copy of the first). `against`: what it was compared with. */
export function basesOfVariant(
  { present, zygosity }: Extract<GermlineCall, { kind: 'variant' }>,
  alt: string,
  against: string,
): readonly [string, string | null] {
  if (!present) return [against, against];
  if (zygosity === 'homozygous' || zygosity === 'hemizygous' || zygosity === 'homoplasmic') return [alt, alt];
  return zygosity === 'heterozygous' ? [against, alt] : [alt, null];
}

/** The position of an rsID. */
export function positionOf(gene: PgxGene, rsId: string): PgxPosition | undefined {
  return gene.positions?.find((position) => position.rsId?.toLowerCase() === rsId.toLowerCase());
}

/** Readable genotype with the reference base first: 'C/T'. */
export function genotypeText(position: PgxPosition, bases: readonly [string, string]): string {
  return bases.toSorted((a, b) => Number(b === position.ref) - Number(a === position.ref) || a.localeCompare(b)).join('/');
}
