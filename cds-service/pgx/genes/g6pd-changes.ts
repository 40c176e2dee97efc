/**
 * G6PD alleles from single changes that lie on one chromosome. CPIC's names of the A- alleles hold their changes (A- 202A_376G); which
 * alleles carry a position is told by the allele definitions (PharmVar/CPIC).
 */
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import type { NamedVariant } from './named-variant.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** The changes that the names are made of, by other names. rs1050828 is c.202G>A (V68M), rs1050829 c.376A>G (N126D). */
const SAME: Readonly<Record<string, string>> = { rs1050828: '202A', 'p.v68m': '202A', rs1050829: '376G', 'p.n126d': '376G' };
const RS: Readonly<Record<string, string>> = { '202A': 'rs1050828', '376G': 'rs1050829' };

/** The allele whose name holds exactly these changes; null when there is none, or when a change is not one of theirs. */
export function alleleOfChanges(gene: PgxGene, variants: readonly NamedVariant[]): string | null {
  const changes = variants.map(changeOf);
  if (changes.length < 2 || changes.includes(null)) return null;
  const wanted = [...new Set(changes)].toSorted().join();
  return Object.keys(gene.alleles).find((allele) => changesIn(allele).toSorted().join() === wanted) ?? null;
}

/**
 * Every allele that carries the change, for a change that defines none alone: a test for c.202G>A only leaves open which of its alleles
 * it is, but not what they do.
 */
export function carriersOfChange(gene: PgxGene, variant: NamedVariant): readonly string[] {
  const change = changeOf(variant);
  const rsId = change === null ? undefined : entryOf(RS, change);
  const position = rsId === undefined ? undefined : gene.positions?.find((one) => one.rsId === rsId);
  return position === undefined ? [] : Object.values(position.carriers).flat();
}

function changeOf({ keys }: NamedVariant): string | null {
  for (const key of keys) {
    const coding = /^c\.(\d+)[acgt]>([acgt])$/.exec(key);
    if (coding !== null) return `${coding[1] ?? ''}${(coding[2] ?? '').toUpperCase()}`;
    const same = entryOf(SAME, key);
    if (same !== undefined) return same;
  }
  return null;
}

/** `A- 202A_376G` and `202G>A_376A>G_1264C>G` → the changes they are made of. */
function changesIn(allele: string): string[] {
  const [, list = ''] = /^(?:A- )?(\d+(?:[ACGT]>)?[ACGT](?:_\d+(?:[ACGT]>)?[ACGT])+)$/.exec(allele) ?? [];
  return list === '' ? [] : list.split('_').map((change) => change.replace(/[ACGT]>/, ''));
}
