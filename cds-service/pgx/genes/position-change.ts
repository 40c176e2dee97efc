/**
 * Which position and which of its bases a variant's name means. A position of the tables may have several alternatives (rs1142345: C is TPMT*3A and
 * *3C, G is *41); the change named decides between them.
 */
import { LEGACY_INSERTIONS, LEGACY_POSITIONS } from '../../../fhir-profiles/codes/genomics/legacy-positions.ts';
import type { PgxGene, PgxPosition } from '../../knowledge/pgx/types.ts';
import { complement } from './base-call.ts';
import { variantKey } from './variant-name.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export interface PositionChange {
  readonly position: PgxPosition;
  /** The alternative on the + strand of GRCh38. */
  readonly alt: string;
  /** The base that it was compared with, where that is not the reference of GRCh38: GRCh37 has CYP3A5*3 as its reference. */
  readonly against?: string;
}

/** The change that one of the names means; an rsID alone only where it leaves no choice that matters. */
export function changeNamed(gene: PgxGene, notation: readonly string[]): PositionChange | undefined {
  const keys = notation.map(variantKey);
  const turned = keys.map((key) => turnedRound(gene, key)).find((change) => change !== undefined);
  if (turned !== undefined) return turned;
  const table = changesOf(gene);
  for (const key of keys) {
    const change = table.get(key) ?? fromRsIdWithBases(gene, key);
    if (change !== undefined) return change;
  }
  const position = gene.positions?.find(({ rsId }) => rsId !== undefined && keys.includes(rsId.toLowerCase()));
  const [alt] = position?.alts ?? [];
  return position === undefined || alt === undefined || !settledByName(gene, position) ? undefined : { position, alt };
}

const tables = new WeakMap<PgxGene, ReadonlyMap<string, PositionChange>>();

/** Every name of a change: genomic, coding, protein, older. */
function changesOf(gene: PgxGene): ReadonlyMap<string, PositionChange> {
  const made = tables.get(gene);
  if (made !== undefined) return made;
  const table = new Map<string, PositionChange>();
  for (const position of gene.positions ?? [])
    for (const [name, alt] of genomicNames(position)) table.set(variantKey(name), { position, alt });
  for (const legacy of LEGACY_POSITIONS.filter((one) => one.gene === gene.symbol)) {
    const position = gene.positions?.find(({ rsId }) => rsId === legacy.rsId);
    const alt = position === undefined ? undefined : onPlus(position, legacy.ref, legacy.alt);
    if (position === undefined || alt === undefined) continue;
    table.set(`c.${legacy.number}${legacy.ref}>${legacy.alt}`.toLowerCase(), { position, alt });
    if (legacy.protein !== undefined) table.set(`p.${legacy.protein}`.toLowerCase(), { position, alt });
  }
  for (const { names, rsId, alt } of LEGACY_INSERTIONS.filter((one) => one.gene === gene.symbol)) {
    const position = gene.positions?.find((one) => one.rsId === rsId && one.alts.includes(alt));
    if (position !== undefined) for (const name of names) table.set(variantKey(name), { position, alt });
  }
  tables.set(gene, table);
  return table;
}

/** "g.18130687T>C; g.18130687T>G", each with its base; of repeats the shorter count is the shorter alternative. */
function genomicNames({ hgvs, alts }: PgxPosition): (readonly [name: string, alt: string])[] {
  const names = hgvs.split(/;\s*/);
  const [only] = alts;
  if (names.length === 1) return only === undefined || alts.length > 1 ? [] : [[hgvs, only]];
  const substituted = names.flatMap((name): (readonly [string, string])[] => {
    const alt = />([ACGT]+)$/.exec(name)?.[1];
    return alt !== undefined && alts.includes(alt) ? [[name, alt]] : [];
  });
  if (substituted.length > 0) return substituted;
  const counted = names.map((name) => ({ name, count: Number(/\[(\d+)\]$/.exec(name)?.[1]) }));
  if (counted.length !== alts.length || counted.some(({ count }) => Number.isNaN(count))) return [];
  const byLength = alts.toSorted((a, b) => a.length - b.length);
  return counted.toSorted((a, b) => a.count - b.count).map(({ name }, index) => [name, byLength[index] ?? ''] as const);
}

/** "rs1142345:t>c": bases beside the rsID, on the strand of the chromosome, else on the gene's. */
function fromRsIdWithBases(gene: PgxGene, key: string): PositionChange | undefined {
  const found = /^(rs\d+):([acgt])>([acgt])$/.exec(key);
  const position = gene.positions?.find(({ rsId }) => rsId?.toLowerCase() === found?.[1]);
  const alt = position === undefined ? undefined : onPlus(position, (found?.[2] ?? '').toUpperCase(), (found?.[3] ?? '').toUpperCase());
  return position === undefined || alt === undefined ? undefined : { position, alt };
}

/** "rs776746:c>t", "g.99672916c>t" of a place that has T: what was found is the reference of GRCh38, and what it was compared with the alternative. */
function turnedRound(gene: PgxGene, key: string): PositionChange | undefined {
  const [, rsId, place, from = '', to = ''] = /^(?:(rs\d+):|g\.(\d+))([acgt])>([acgt])$/.exec(key) ?? [];
  if (rsId === undefined && place === undefined) return undefined;
  const position = gene.positions?.find((one) =>
    rsId === undefined ? one.hgvs.startsWith(`g.${place ?? ''}${one.ref}>`) : one.rsId?.toLowerCase() === rsId,
  );
  if (position === undefined || onPlus(position, from.toUpperCase(), to.toUpperCase()) !== undefined) return undefined;
  const against = onPlus(position, to.toUpperCase(), from.toUpperCase());
  return against === undefined ? undefined : { position, alt: position.ref, against };
}

/** The alternative on the + strand, whichever strand the change was written on; undefined when it is none of the position's. */
function onPlus({ ref, alts }: PgxPosition, from: string, to: string): string | undefined {
  const alt = ref === from ? to : ref === entryOf(complement, from) ? entryOf(complement, to) : undefined;
  return alt !== undefined && alts.includes(alt) ? alt : undefined;
}

/** One alternative only, or several of which every allele does the same: both mean the same for the drug. */
function settledByName(gene: PgxGene, { alts, carriers }: PgxPosition): boolean {
  if (alts.length === 1) return true;
  if (gene.method === 'variant' || gene.symbol === 'DPYD') return false;
  const functions = new Set(Object.values(carriers).flatMap((names) => names.map((name) => entryOf(gene.alleles, name)?.function ?? '')));
  return functions.size === 1 && !functions.has('');
}
