/**
 * DPYD from named variants. The phase is usually unknown: the two lowest activity values count (CPIC 2017, update 2024).
 * HapB3 is counted once, whether c.1129-5923C>G, its tag c.1236G>A or both are reported.
 */
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import type { ReadHaplotype } from './haplotype.ts';
import { phenotypeOf } from './phenotype-rule.ts';
import { openReading, type Reading } from './reading.ts';
import type { NamedVariant } from './named-variant.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

const causal = 'c.1129-5923C>G';
const tagKey = 'c.1236g>a';

/** Variants that must all have been looked for before "none found" means reference: the four of the EMA and CPIC panels. */
const core = ['c.1905+1G>A (*2A)', 'c.1679T>G (*13)', 'c.2846A>T', causal];

export function readDpydVariants(gene: PgxGene, variants: readonly NamedVariant[]): Reading | null {
  if (variants.length === 0) return null;
  const evidence = variants.flatMap((variant) => variant.sources);
  const open: Reading = {
    ...openReading(gene.symbol, 'variants'),
    state: 'indeterminate',
    phenotype: 'Indeterminate',
    possiblePhenotypes: ['Indeterminate'],
    evidence,
    amended: false,
  };
  const { found: each, notes } = hapB3(variants);
  const found = onePerAllele(each);
  const present = found.filter((variant) => variant.copies !== 0);
  const unknown = present.filter((variant) => variant.allele === null || entryOf(gene.alleles, variant.allele)?.activity === undefined);
  const values = present
    .flatMap((variant) => copies(gene, variant))
    .toSorted((a, b) => (a.activity?.value ?? 0) - (b.activity?.value ?? 0));
  const diplotype = present.map((variant) => `${variant.allele ?? variant.name}${variant.copies === 2 ? ' (homozygous)' : ''}`).join(', ');
  if (unknown.length > 0 && values.filter((one) => one.activity?.value === 0).length < 2) {
    return {
      ...open,
      diplotype,
      unknownAlleles: unknown.map((variant) => variant.name),
      notes: [...notes, `${unknown.map((variant) => variant.name).join(', ')} is not in the knowledge; not taken for normal.`],
    };
  }
  const tested = found.filter((variant) => variant.copies === 0).map((variant) => variant.allele);
  const reduced = values.filter((one) => (one.activity?.value ?? 1) < 1);
  if (reduced.length === 0 && !core.every((allele) => tested.includes(allele))) {
    const missing = core.filter((allele) => !tested.includes(allele));
    return {
      ...open,
      diplotype: diplotype === '' ? null : diplotype,
      notes: [...notes, `Not reported as tested: ${missing.join(', ')}; the result does not show normal activity.`],
    };
  }
  const open2 = present.filter((variant) => variant.copies === null && (entryOf(gene.alleles, variant.allele ?? '')?.activity ?? 1) < 1);
  const pair = lowestTwo(gene, values);
  const called = phenotypeOf(gene, pair);
  if (called === null) return { ...open, diplotype, notes };
  const reading: Reading = {
    ...open,
    state: 'called',
    diplotype: pair.map((one) => one.name).join('/'),
    genotype: pair.map((one) => one.name).join('/'),
    phenotype: called.phenotype,
    possiblePhenotypes: [called.phenotype],
    activityScore: called.activityScore,
    possibleScores: called.scores,
    functions: pair.map((one) => one.function),
    rule: called.rule,
    notes: values.length > 2 || present.length > 1 ? [...notes, phaseNote] : notes,
  };
  return open2.length > 0 && values.length < 2 ? zygosityOpen(gene, reading, open2[0]) : reading;
}

/** One change is one finding, under however many names and in however many results it stands: two reports of one copy are no second copy. */
function onePerAllele(variants: readonly NamedVariant[]): NamedVariant[] {
  const merged = new Map<string, NamedVariant>();
  for (const one of variants) {
    const key = one.allele === null ? `unknown ${one.name}` : `${one.allele} ${one.copies === 0 ? 'absent' : 'present'}`;
    const before = merged.get(key);
    merged.set(
      key,
      before === undefined
        ? one
        : {
            ...before,
            copies: before.copies === 2 || one.copies === 2 ? 2 : (before.copies ?? one.copies),
            sources: [...before.sources, ...one.sources],
          },
    );
  }
  return [...merged.values()];
}

const phaseNote =
  'The phase of the variants is not known; the two lowest activity values are counted (taken as lying on different chromosomes).';

/** "At least one copy": one copy and two copies are both possible. */
function zygosityOpen(gene: PgxGene, one: Reading, variant: NamedVariant | undefined): Reading {
  const value = entryOf(gene.alleles, variant?.allele ?? '')?.activity ?? 0;
  const haplotype: ReadHaplotype = {
    name: variant?.allele ?? '',
    function: entryOf(gene.alleles, variant?.allele ?? '')?.function ?? '',
    activity: { value, atLeast: false },
    unknown: [],
  };
  const two = phenotypeOf(gene, [haplotype, haplotype]);
  const phenotypes = [...new Set([...(one.possiblePhenotypes ?? []), ...(two?.phenotypes ?? [])])];
  const scores = [...new Set([...(one.possibleScores ?? []), ...(two?.scores ?? [])])];
  const agreed = phenotypes.length === 1;
  return {
    ...one,
    state: agreed ? 'called' : 'indeterminate',
    diplotype: `${haplotype.name} (zygosity not stated)`,
    phenotype: agreed ? one.phenotype : 'Indeterminate',
    activityScore: null,
    possiblePhenotypes: phenotypes,
    possibleScores: scores,
    ...(agreed ? {} : { openKeys: scores }),
    notes: [...one.notes, `It is not stated whether ${haplotype.name} is present once or twice: activity score ${scores.join(' or ')}.`],
  };
}

function copies(gene: PgxGene, variant: NamedVariant): ReadHaplotype[] {
  const facts = entryOf(gene.alleles, variant.allele ?? '');
  if (variant.allele === null || facts?.activity === undefined) return [];
  const one: ReadHaplotype = {
    name: variant.allele,
    function: facts.function,
    activity: { value: facts.activity, atLeast: false },
    unknown: [],
  };
  return variant.copies === 2 ? [one, one] : [one];
}

function lowestTwo(gene: PgxGene, values: readonly ReadHaplotype[]): ReadHaplotype[] {
  const reference: ReadHaplotype = {
    name: 'Reference',
    function: gene.alleles['Reference']?.function ?? '',
    activity: { value: gene.alleles['Reference']?.activity ?? 1, atLeast: false },
    unknown: [],
  };
  const pair = values.slice(0, 2);
  while (pair.length < 2) pair.unshift(reference);
  return pair;
}

/** One HapB3 entry out of the causal variant and its tag. */
function hapB3(variants: readonly NamedVariant[]): { found: NamedVariant[]; notes: string[] } {
  const isCausal = (variant: NamedVariant): boolean =>
    variant.allele === causal || (variant.allele?.includes('HapB3') === true && !isTag(variant));
  const tags = variants.filter(isTag);
  const direct = variants.filter(isCausal);
  const rest = variants.filter((variant) => !isTag(variant) && !isCausal(variant));
  const [tag] = tags;
  const [cause] = direct;
  if (cause !== undefined) {
    const notes =
      cause.copies === 0 && tag !== undefined && tag.copies !== 0
        ? ['c.1236G>A is present without c.1129-5923C>G, which decides: HapB3 is not counted.']
        : [];
    return { found: [...rest, { ...cause, allele: causal }], notes };
  }
  if (tag === undefined) return { found: rest, notes: [] };
  const note = 'HapB3 is inferred from its tag c.1236G>A; in rare cases the deciding variant c.1129-5923C>G is not present.';
  return { found: [...rest, { ...tag, allele: causal }], notes: tag.copies === 0 ? [] : [note] };
}

const causalKeys = ['c.1129-5923c>g', 'rs75017182', 'hapb3'];
const isTag = (variant: NamedVariant): boolean =>
  (variant.keys.includes(tagKey) || variant.keys.includes('rs56038477')) && !variant.keys.some((key) => causalKeys.includes(key));
