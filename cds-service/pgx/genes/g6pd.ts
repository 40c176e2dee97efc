/**
 * G6PD lies on the X chromosome: one allele decides in a male; in a heterozygous female activity varies and must be measured.
 * A measured enzyme activity overrides an undecided genotype (CPIC 2022).
 */
import type { PatientBasics } from '../../../fhir-profiles/index.ts';
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import { readHaplotype, type ReadHaplotype } from './haplotype.ts';
import { phenotypeOfFunctions } from './phenotype-rule.ts';
import { openReading, type Reading } from './reading.ts';
import { readPair } from './diplotype.ts';
import { alleleOfChanges, carriersOfChange } from './g6pd-changes.ts';
import type { NamedVariant } from './named-variant.ts';
import type { Haplotype } from '../../../fhir-profiles/index.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** Two haplotypes of a report. A male has one copy: two equal names mean one allele, two different ones do not fit. */
export function readG6pdDiplotype(gene: PgxGene, haplotypes: readonly [Haplotype, Haplotype], sex: PatientBasics['sex']): Reading {
  const [a, b] = haplotypes.map((haplotype) => readHaplotype(gene, haplotype));
  if (a === undefined || b === undefined) return openReading(gene.symbol, 'diplotype');
  const reading = readPair(gene, [a, b]);
  if (sex === 'male' && a.name === b.name) return { ...hemizygous(gene, a), notes: ['Read as one copy (X chromosome of a male).'] };
  if (sex === 'male')
    return {
      ...reading,
      notes: [...reading.notes, 'Two different alleles are reported for a male, who has one X chromosome as a rule; please check.'],
    };
  return reading;
}

export function readG6pdAllele(gene: PgxGene, haplotype: Haplotype, sex: PatientBasics['sex']): Reading {
  const allele = readHaplotype(gene, haplotype);
  if (sex === 'male') return hemizygous(gene, allele);
  return {
    ...openReading(gene.symbol, 'diplotype'),
    state: 'indeterminate',
    diplotype: allele.name,
    phenotype: 'Indeterminate',
    seenAlleles: [allele.name],
    unknownAlleles: allele.unknown,
    notes: [
      sex === 'female'
        ? 'Only one of two alleles was reported.'
        : 'One allele was reported; without the sex it is not known whether there is a second one.',
    ],
  };
}

export function readG6pdVariants(gene: PgxGene, variants: readonly NamedVariant[], recorded: PatientBasics['sex']): Reading | null {
  // The laboratory counted one X chromosome; the record's gender may be another one than that of birth.
  const sex = variants.some((variant) => variant.hemizygous === true) ? 'male' : recorded;
  const present = variants.filter((variant) => variant.copies !== 0);
  const evidence = variants.flatMap((variant) => variant.sources);
  if (variants.length === 0) return null;
  const open: Reading = { ...openReading(gene.symbol, 'variants'), state: 'indeterminate', phenotype: 'Indeterminate', evidence };
  const [first] = present;
  if (first === undefined) return { ...open, notes: ['No variant was found among those tested; normal activity is not shown by this.'] };
  const oneChromosome = sex === 'male' || present.every(({ copies }) => copies === 2);
  const joined = oneChromosome ? alleleOfChanges(gene, present) : null;
  if (present.length > 1 && joined === null)
    return {
      ...open,
      diplotype: present.map((one) => one.allele ?? one.name).join(', '),
      notes: ['Several variants without phase: the enzyme activity decides.'],
    };
  const variant: NamedVariant = joined === null ? first : { ...first, allele: joined, name: joined };
  const name = variant.allele ?? variant.name;
  const certain = variant.allele === null && oneChromosome ? whateverAllele(gene, variant, sex) : null;
  if (certain !== null) return { ...open, ...certain, evidence };
  const facts = entryOf(gene.alleles, variant.allele ?? '');
  if (facts === undefined)
    return { ...open, diplotype: name, unknownAlleles: [name], notes: [`${name} is not in the knowledge; not taken for normal.`] };
  const one: ReadHaplotype = { name, function: facts.function, activity: null, unknown: [] };
  if (sex === 'male') return { ...hemizygous(gene, one), basis: 'variants', evidence };
  if (variant.copies === 2) return { ...readPair(gene, [one, one]), basis: 'variants', evidence };
  if (variant.copies === 1 && sex === 'female') {
    const reference: ReadHaplotype = {
      name: 'B (reference)',
      function: gene.alleles['B (reference)']?.function ?? 'IV/Normal',
      activity: null,
      unknown: [],
    };
    return { ...readPair(gene, [reference, one]), basis: 'variants', evidence };
  }
  return { ...open, diplotype: name, seenAlleles: [name], notes: ['Zygosity or sex is not known; the enzyme activity decides.'] };
}

/** The change alone names no allele, but every allele that carries it is deficient: then so is the patient, whichever it is. */
function whateverAllele(gene: PgxGene, variant: NamedVariant, sex: PatientBasics['sex']): Partial<Reading> | null {
  const carriers = carriersOfChange(gene, variant);
  const phenotypes = carriers.map((allele) => {
    const named = entryOf(gene.alleles, allele)?.function ?? '';
    return phenotypeOfFunctions(gene, sex === 'male' ? [named] : [named, named]) ?? '';
  });
  if (phenotypes.length === 0 || !phenotypes.every((phenotype) => phenotype.startsWith('Deficient'))) return null;
  return {
    state: 'called',
    diplotype: variant.name,
    phenotype: 'Deficient',
    possiblePhenotypes: ['Deficient'],
    rule: `${variant.name}: every allele of the knowledge that carries it is deficient (${carriers.join(', ')})`,
  };
}

function hemizygous(gene: PgxGene, allele: ReadHaplotype): Reading {
  const phenotype = allele.unknown.length > 0 ? null : phenotypeOfFunctions(gene, [allele.function]);
  const open: Reading = {
    ...openReading(gene.symbol, 'diplotype'),
    state: 'indeterminate',
    diplotype: allele.name,
    phenotype: 'Indeterminate',
  };
  if (phenotype === null)
    return { ...open, unknownAlleles: allele.unknown, notes: [`${allele.name} is not in the knowledge; not taken for normal.`] };
  const rule = `${allele.name} in one copy: ${allele.function}`;
  return {
    ...open,
    state: phenotype === 'Indeterminate' ? 'indeterminate' : 'called',
    phenotype,
    possiblePhenotypes: [phenotype],
    functions: [allele.function],
    genotype: allele.name,
    rule,
  };
}

/** A heterozygous genotype ("Variable") leaves the phenotype to the measured activity; any other genotype must agree with it. */
export function withG6pdActivity(readings: readonly Reading[], activity: readonly Reading[]): Reading[] {
  if (activity.length === 0) return [...readings];
  const open = readings.map((reading): Reading =>
    reading.phenotype === 'Variable'
      ? { ...reading, state: 'indeterminate', possiblePhenotypes: ['Variable', 'Deficient', 'Normal'] }
      : reading,
  );
  return [...open, ...activity];
}
