/**
 * Haplotype Observations (84414-2). Two of one gene make a diplotype where no genotype is given; those that a genotype already
 * covers are not counted again; those that contradict it are kept beside it, saying so.
 */
import type { DataWarning, GermlineResult, Haplotype } from '../../../facts.ts';
import type { GenotypeReading } from './genotype.ts';
import { signature } from './genotype.ts';
import { haplotypeName } from '../notation/star-alleles.ts';

export function joinHaplotypes(genotypes: readonly GermlineResult[], haplotypes: readonly GermlineResult[]): GenotypeReading {
  const results: GermlineResult[] = [];
  const warnings: DataWarning[] = [];
  for (const group of byGeneAndDay(haplotypes)) {
    const [first, second] = group;
    if (first === undefined) continue;
    const stated = genotypes.filter((genotype) => genotype.gene === first.gene && sameReport(genotype, group));
    const made = second !== undefined && group.length === 2 ? paired(first, second) : null;
    if (made !== null) {
      if (stated.some((genotype) => covers(genotype, made))) continue;
      results.push(made);
      if (stated.length > 0) warnings.push(disagreement(made, stated));
      continue;
    }
    for (const single of group) {
      if (stated.some((genotype) => holds(genotype, single))) continue;
      results.push(single);
      if (stated.length > 0) warnings.push(disagreement(single, stated));
    }
  }
  return { results, warnings };
}

/** Results of one gene issued on one day (or without date) belong to one test. */
function byGeneAndDay(haplotypes: readonly GermlineResult[]): readonly (readonly GermlineResult[])[] {
  const groups = new Map<string, GermlineResult[]>();
  for (const result of haplotypes) {
    const key = `${result.gene}|${result.source.issued?.slice(0, 10) ?? ''}|${result.source.lab ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()];
}

function sameReport(genotype: GermlineResult, group: readonly GermlineResult[]): boolean {
  if (group.some((single) => genotype.derivedFrom.includes(single.source.reference))) return true;
  const day = genotype.source.issued?.slice(0, 10);
  return group.some((single) => day === undefined || single.source.issued === undefined || single.source.issued.startsWith(day));
}

function paired(first: GermlineResult, second: GermlineResult): GermlineResult | null {
  if (first.call.kind !== 'single-allele' || second.call.kind !== 'single-allele') return null;
  return {
    ...first,
    call: { kind: 'diplotype', haplotypes: [first.call.haplotype, second.call.haplotype] },
    text: `${first.text} + ${second.text}`,
    derivedFrom: [...new Set([...first.derivedFrom, second.source.reference, ...second.derivedFrom])],
    ...(first.amended === true || second.amended === true ? { amended: true } : {}),
  };
}

function covers(genotype: GermlineResult, made: GermlineResult): boolean {
  if (genotype.call.kind === 'ambiguous' && made.call.kind === 'diplotype') {
    return genotype.call.options.includes(made.call.haplotypes.map(haplotypeName).sort().join('/'));
  }
  return signature(genotype.call).trim() === signature(made.call).trim();
}

function holds(genotype: GermlineResult, single: GermlineResult): boolean {
  if (single.call.kind !== 'single-allele') return signature(genotype.call) === signature(single.call);
  const name = haplotypeName(single.call.haplotype);
  const has = (haplotype: Haplotype) => haplotypeName(haplotype) === name;
  if (genotype.call.kind === 'diplotype') return genotype.call.haplotypes.some(has);
  if (genotype.call.kind === 'single-allele') return has(genotype.call.haplotype);
  return genotype.call.kind === 'ambiguous' && genotype.call.options.some((option) => option.split('/').includes(name));
}

function disagreement(found: GermlineResult, stated: readonly GermlineResult[]): DataWarning {
  return {
    code: 'conflict',
    message: `The single ${found.gene} alleles do not agree with the reported genotype; both were kept.`,
    genes: [found.gene],
    reference: found.source.reference === '' ? (stated[0]?.source.reference ?? '') : found.source.reference,
  };
}
