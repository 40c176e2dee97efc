/**
 * A position that laboratories test in the place of another one with which it is inherited: its bases tell those of the other.
 *
 * VKORC1 rs9934438 (1173C>T, c.173+1000C>T) for rs9923231 (-1639G>A): the International Warfarin Pharmacogenetics Consortium, whose algorithm CPIC names,
 * takes C/C as G/G, C/T as A/G and T/T as A/A in every population, and only this one of its markers so (appendix of PMID 19228618); each of the two
 * explains the dose alike in 1103 Asian, 670 Black and 3113 White patients (Limdi et al., Blood 2010;115:3827, abstract). Read 2026-11-23.
 */
import type { GermlineCall, GermlineResult } from '../../../fhir-profiles/index.ts';
import type { PgxGene, PgxPosition } from '../../knowledge/pgx/types.ts';
import { basesOfVariant, onPlusStrand } from './base-call.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

interface Twin {
  readonly gene: string;
  /** The position that was tested, on the + strand of GRCh38. */
  readonly tested: PgxPosition;
  readonly names: RegExp;
  readonly of: string;
  readonly bases: Readonly<Record<string, string>>;
  readonly note: string;
}

const TWINS: readonly Twin[] = [
  {
    gene: 'VKORC1',
    tested: { rsId: 'rs9934438', hgvs: 'c.173+1000C>T', ref: 'G', alts: ['A'], carriers: {} },
    names: /^(?:rs9934438|(?:[A-Z]{2}_\d+(?:\.\d+)?:)?c\.(?:173\+1000|1173)C>T)$/i,
    of: 'rs9923231',
    bases: { G: 'C', A: 'T' },
    note: 'rs9934438 (1173C>T) was tested and stands for rs9923231 (-1639G>A), with which it is inherited.',
  },
];

type Bases = readonly [string, string | null];

export interface TwinSite {
  readonly position: PgxPosition;
  readonly bases: Bases;
  readonly note: string;
}

/** The site that a result of a twin position tells; null for every other result. */
export function twinSite(gene: PgxGene, { call }: GermlineResult): TwinSite | null {
  const twin = TWINS.find((one) => one.gene === gene.symbol && namesOf(call).some((name) => one.names.test(name)));
  const position = twin === undefined ? undefined : gene.positions?.find(({ rsId }) => rsId === twin.of);
  if (twin === undefined || position === undefined) return null;
  const tested = basesAt(twin.tested, call);
  if (tested === null) return null;
  const [one, two] = tested.map((base) => (base === null ? null : (entryOf(twin.bases, base) ?? '')));
  return { position, bases: [one ?? '', two ?? null], note: twin.note };
}

const namesOf = (call: GermlineCall): readonly string[] =>
  call.kind === 'variant' ? call.notation : call.kind === 'nucleotides' && call.rsId !== null ? [call.rsId] : [];

function basesAt(position: PgxPosition, call: GermlineCall): Bases | null {
  if (call.kind === 'nucleotides') {
    const read = onPlusStrand(position, call.bases);
    return 'problem' in read ? null : read.bases;
  }
  return call.kind === 'variant' ? basesOfVariant(call, position.alts[0] ?? '', position.ref) : null;
}
