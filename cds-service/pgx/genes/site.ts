/**
 * Site results: what the reports say position by position (rsID with two bases, HGVS variant with zygosity), pooled over
 * all reports of a gene. A site seen twice with different bases is a disagreement, not a choice.
 */
import { LEGACY_POSITIONS } from '../../../fhir-profiles/codes/legacy-positions.ts';
import type { GermlineCall, GermlineResult } from '../../../fhir-profiles/index.ts';
import type { PgxGene, PgxPosition } from '../../knowledge/pgx/types.ts';
import { onPlusStrand, positionOf } from './base-call.ts';
import { variantKey } from './variant-name.ts';

export interface Site {
  readonly position: PgxPosition;
  /** Bases on the + strand; the second is null when zygosity is unknown (at least one copy of the first). */
  readonly bases: readonly [string, string | null];
  readonly result: GermlineResult;
}

export interface Sites {
  readonly sites: readonly Site[];
  readonly problems: readonly string[];
  /** Results that name no position of the knowledge. */
  readonly other: readonly GermlineResult[];
}

type VariantCall = Extract<GermlineCall, { kind: 'variant' }>;

export function readSites(gene: PgxGene, results: readonly GermlineResult[]): Sites {
  const sites: Site[] = [];
  const problems: string[] = [];
  const other: GermlineResult[] = [];
  for (const result of results) {
    const { call } = result;
    const position =
      call.kind === 'nucleotides' ? namedPosition(gene, call.rsId) : call.kind === 'variant' ? variantPosition(gene, call) : undefined;
    if (position === undefined) {
      other.push(result);
    } else if (call.kind === 'nucleotides') {
      const read = onPlusStrand(position, call.bases);
      if ('problem' in read) problems.push(read.problem);
      else sites.push({ position, bases: read.bases, result });
    } else if (call.kind === 'variant') sites.push({ position, bases: variantBases(position, call), result });
  }
  return { sites, problems, other };
}

/** A gene that is read at one position only needs no rsID to say which. */
function namedPosition(gene: PgxGene, rsId: string | null): PgxPosition | undefined {
  if (rsId !== null) return positionOf(gene, rsId);
  return gene.positions?.length === 1 ? gene.positions[0] : undefined;
}

/** The position of a variant with one alternate base that some name of the variant points to. */
function variantPosition(gene: PgxGene, call: VariantCall): PgxPosition | undefined {
  const keys = new Set(call.notation.map(variantKey).flatMap((key) => [key, ...rsIdOfChange(gene.symbol, key)]));
  return gene.positions?.find(
    (position) =>
      position.alts.length === 1 &&
      ((position.rsId !== undefined && keys.has(variantKey(position.rsId))) || keys.has(variantKey(position.hgvs))),
  );
}

/** "c.521t>c" of SLCO1B1 → rs4149056: the coding name of a position that the knowledge has by its rsID. */
function rsIdOfChange(gene: string, key: string): string[] {
  const change = /^c\.(-?\d+)([acgt])>([acgt])$/.exec(key);
  if (change === null) return [];
  const [, number, ref, alt] = change;
  return LEGACY_POSITIONS.filter(
    (one) => one.gene === gene && one.number === number && one.ref.toLowerCase() === ref && one.alt.toLowerCase() === alt,
  ).map(({ rsId }) => rsId);
}

function variantBases(position: PgxPosition, call: VariantCall): readonly [string, string | null] {
  const alt = position.alts[0] ?? '';
  if (!call.present) return [position.ref, position.ref];
  if (call.zygosity === 'homozygous' || call.zygosity === 'hemizygous' || call.zygosity === 'homoplasmic') return [alt, alt];
  return call.zygosity === 'heterozygous' ? [position.ref, alt] : [alt, null];
}
