/** One chromosome's haplotype → its name, clinical function and activity value as the knowledge has them. */
import type { AlleleUnit, CopyNumber, Haplotype } from '../../../fhir-profiles/index.ts';
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import { knownAllele } from './allele-name.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** Activity: a value, a lower bound ("≥3.0"), or null when an allele has none. */
export interface Activity {
  readonly value: number;
  readonly atLeast: boolean;
}

export interface ReadHaplotype {
  readonly name: string;
  /** Clinical function as the source words it; empty when the knowledge gives none. */
  readonly function: string;
  readonly activity: Activity | null;
  /** Alleles of this haplotype that the knowledge does not have. */
  readonly unknown: readonly string[];
}

export function readHaplotype(gene: PgxGene, haplotype: Haplotype): ReadHaplotype {
  const units = haplotype.units.map((unit) => ({
    unit,
    allele: knownAllele(gene, unit.written ?? unit.allele) ?? knownAllele(gene, unit.allele),
  }));
  const unknown = units.filter(({ allele }) => allele === null).map(({ unit }) => unit.allele);
  const name = units.map(({ unit, allele }) => copies(allele ?? unit.allele, unit.copies)).join(' + ');
  if (unknown.length > 0) return { name, function: '', activity: null, unknown };

  const listed = structuralNames(units.map(({ unit, allele }) => ({ ...unit, allele: allele ?? unit.allele })))
    .map((candidate) => ({ candidate, facts: entryOf(gene.alleles, candidate) }))
    .find(({ facts }) => facts !== undefined);
  if (
    listed?.facts !== undefined &&
    (gene.method !== 'activity-score' || listed.facts.activity !== undefined || listed.facts.function.includes('ncertain'))
  ) {
    const { activity, activityAtLeast } = listed.facts;
    return {
      name: listed.candidate,
      function: listed.facts.function,
      activity: activity === undefined ? null : { value: activity, atLeast: activityAtLeast === true },
      unknown,
    };
  }
  if (gene.method !== 'activity-score') return { name, function: '', activity: null, unknown: units.length === 1 ? unknown : [name] };
  const parts = units.map(({ unit, allele }) => unitActivity(gene, allele ?? '', unit.copies));
  // Several DPYD variants on one chromosome: the lowest counts (HapB3 is written as two variants). CYP2D6 copies add up.
  const activity = gene.symbol === 'CYP2D6' ? sum(parts) : lowest(parts);
  return {
    name,
    function: functionOf(
      activity,
      gene,
      units.map(({ allele }) => allele ?? ''),
    ),
    activity,
    unknown,
  };
}

/** `*1`, `*2x2`, `*1x≥3`. "xN" (two or more) is written `x≥2`. */
export function copies(allele: string, copy: CopyNumber): string {
  if (copy.n === 1 && !copy.atLeast) return allele;
  return `${allele}x${copy.atLeast ? '≥' : ''}${copy.n}`;
}

/** The order of units in a tandem is not told by every assay: both orders are looked for. */
function structuralNames(units: readonly AlleleUnit[]): string[] {
  const names = units.map((unit) => copies(unit.allele, unit.copies));
  const orders = [names, names.toReversed(), names.toSorted()];
  return [...new Set(orders.flatMap((order) => [order.join(' + '), order.join('+')]))];
}

function unitActivity(gene: PgxGene, allele: string, copy: CopyNumber): Activity | null {
  const facts = entryOf(gene.alleles, allele);
  if (facts?.activity === undefined) return null;
  const value = facts.activity * copy.n;
  return { value, atLeast: (copy.atLeast || facts.activityAtLeast === true) && value > 0 };
}

function lowest(parts: readonly (Activity | null)[]): Activity | null {
  const known = parts.filter((part) => part !== null);
  if (known.length !== parts.length) return null;
  return known.reduce((least, part) => (part.value < least.value ? part : least));
}

export function sum(parts: readonly (Activity | null)[]): Activity | null {
  let value = 0;
  let atLeast = false;
  for (const part of parts) {
    if (part === null) return null;
    value += part.value;
    atLeast ||= part.atLeast;
  }
  return { value, atLeast };
}

/** Function word of a haplotype that the table does not list as a whole, from its value (CPIC's own bands for CYP2D6). */
function functionOf(activity: Activity | null, gene: PgxGene, alleles: readonly string[]): string {
  if (activity === null)
    return alleles.map((allele) => entryOf(gene.alleles, allele)?.function ?? '').find((word) => /uncertain|unknown/i.test(word)) ?? '';
  if (activity.value === 0) return 'No function';
  if (activity.value < 1) return 'Decreased function';
  return activity.value > 1 ? 'Increased function' : 'Normal function';
}
