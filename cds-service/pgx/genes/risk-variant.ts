/**
 * Genes where one variant decides: RYR1, CACNA1S (malignant hyperthermia), MT-RNR1 (aminoglycosides), CFTR (ivacaftor).
 * A negative or unknown result is no reassurance: RYR1 and CACNA1S stay "Uncertain Susceptibility" by CPIC's own table.
 */
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import type { Haplotype } from '../../../fhir-profiles/index.ts';
import { namedAllele, type NamedVariant } from './named-variant.ts';
import { phenotypeOfFunctions } from './phenotype-rule.ts';
import { openReading, type Reading } from './reading.ts';
import { variantKey } from './variant-name.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** MT-RNR1 variants that must all have been looked for before "none found" means normal risk: those with increased risk. */
const increasedRisk = (gene: PgxGene): string[] =>
  Object.entries(gene.alleles)
    .filter(([, allele]) => allele.function.startsWith('Increased risk'))
    .map(([name]) => name);

export function readRiskVariants(gene: PgxGene, variants: readonly NamedVariant[]): Reading | null {
  if (variants.length === 0) return null;
  const found = variants.filter((variant) => variant.copies !== 0);
  const others = found.filter((variant) => variant.allele !== 'Reference');
  const present = others.length === 0 ? found : others;
  const open: Reading = {
    ...openReading(gene.symbol, 'variants'),
    state: 'indeterminate',
    phenotype: 'Indeterminate',
    diplotype:
      present.length === 0 ? null : present.map((variant) => `${variant.allele ?? variant.name}${zygosity(gene, variant)}`).join(', '),
    evidence: variants.flatMap((variant) => variant.sources),
    nothingFound: others.length === 0,
  };
  const functions = present.map((variant) => entryOf(gene.alleles, variant.allele ?? '')?.function ?? '');
  const unknown = present.filter((variant) => variant.allele === null).map((variant) => variant.name);
  const known = { ...open, ...(unknown.length === 0 ? {} : { unknownAlleles: unknown }), ...(functions.length === 0 ? {} : { functions }) };
  if (gene.symbol === 'MT-RNR1') return mitochondrial(gene, variants, present, known);
  if (gene.symbol === 'CFTR') return cftr(gene, present, known);
  return hyperthermia(gene, present, functions, unknown, known);
}

const zygosity = (gene: PgxGene, variant: NamedVariant): string =>
  variant.heteroplasmic ? ' (heteroplasmic)' : variant.copies === 2 && gene.ploidy === undefined ? ' (homozygous)' : '';
const by = (base: Reading, phenotype: string, rule: string, notes: readonly string[] = []): Reading => ({
  ...base,
  state: 'called',
  phenotype,
  possiblePhenotypes: [phenotype],
  rule,
  notes,
});

function hyperthermia(
  gene: PgxGene,
  present: readonly NamedVariant[],
  functions: readonly string[],
  unknown: readonly string[],
  base: Reading,
): Reading {
  const associated = present.filter((_, i) => functions[i] === 'Malignant Hyperthermia associated');
  if (associated.length > 0) {
    return by(
      base,
      'Malignant Hyperthermia Susceptibility',
      `${associated.map((variant) => variant.allele).join(', ')} is associated with malignant hyperthermia; one copy is enough`,
    );
  }
  const sameCodon = present.filter((variant) => variant.allele === null).flatMap((variant) => associatedInCodon(gene, variant));
  if (sameCodon.length > 0) return { ...base, notes: sameCodon };
  const why = unknown.length > 0 ? [`${unknown.join(', ')} is not in the knowledge; its effect is unknown.`] : [];
  const rule =
    present.length === 0
      ? 'no associated variant found, which does not exclude susceptibility'
      : 'variant of uncertain or normal function: susceptibility is not excluded';
  return by(base, phenotypeOfFunctions(gene, ['Normal function', 'Normal function']) ?? 'Uncertain Susceptibility', rule, why);
}

/** A change named by its amino acid alone, in the codon of a coding change that is associated with malignant hyperthermia. */
function associatedInCodon(gene: PgxGene, variant: NamedVariant): string[] {
  const codon = variant.keys.map((key) => /^p\.[a-z](\d+)[a-z]$/.exec(key)?.[1]).find((number) => number !== undefined);
  if (codon === undefined) return [];
  const same = Object.entries(gene.alleles)
    .filter(
      ([name, allele]) =>
        allele.function === 'Malignant Hyperthermia associated' &&
        Math.ceil(Number(/^c\.(\d+)[ACGT]>/.exec(name)?.[1]) / 3) === Number(codon),
    )
    .map(([name]) => name);
  if (same.length === 0) return [];
  return [
    `${variant.name} is named by its amino acid alone; ${same.join(' and ')} in the same codon is associated with malignant hyperthermia. Ask the laboratory for the coding change.`,
  ];
}

function mitochondrial(gene: PgxGene, variants: readonly NamedVariant[], present: readonly NamedVariant[], base: Reading): Reading {
  const risk = increasedRisk(gene);
  const carried = present.filter((variant) => risk.includes(variant.allele ?? ''));
  if (carried.length > 0) {
    const notes = carried.some((variant) => variant.heteroplasmic)
      ? ['The variant is heteroplasmic (in a part of the mitochondria); it is treated as present.']
      : [];
    return by(
      base,
      'increased risk of aminoglycoside-induced hearing loss',
      `${carried.map((variant) => variant.allele).join(', ')} raises the risk`,
      notes,
    );
  }
  const unknown = present.filter((variant) => variant.allele === null);
  const uncertain = present.filter((variant) => entryOf(gene.alleles, variant.allele ?? '')?.function.startsWith('Uncertain') === true);
  if (unknown.length > 0 || uncertain.length > 0) {
    return by(
      base,
      'uncertain risk of aminoglycoside-induced hearing loss',
      `the effect of ${[...uncertain, ...unknown].map((variant) => variant.allele ?? variant.name).join(', ')} is not known`,
    );
  }
  if (present.some((variant) => variant.allele === 'Reference'))
    return by(base, 'normal risk of aminoglycoside-induced hearing loss', 'reference sequence');
  const missing = risk.filter((name) => !variants.some((variant) => variant.copies === 0 && variant.allele === name));
  if (missing.length === 0)
    return by(base, 'normal risk of aminoglycoside-induced hearing loss', `${risk.join(', ')} were looked for and not found`);
  return { ...base, notes: [`Not reported as tested: ${missing.join(', ')}; the result does not show normal risk.`] };
}

/** F508del is outside the list of ivacaftor-responsive variants; two copies are the guideline's non-responsive genotype. */
const f508del = /^(?:f508del|p\.f508del|c\.1521_1523del(?:ctt)?|rs113993960|rs199826652)$/;

function cftr(gene: PgxGene, present: readonly NamedVariant[], base: Reading): Reading {
  const responsive = present.filter((variant) => entryOf(gene.alleles, variant.allele ?? '')?.function === 'ivacaftor responsive');
  if (responsive.length > 0)
    return by(
      base,
      'ivacaftor responsive in CF patients',
      `${responsive.map((variant) => variant.allele).join(', ')} responds to ivacaftor; one copy is enough`,
    );
  const deletions = present.filter(
    (variant) =>
      variant.keys.some((key) => f508del.test(key)) || entryOf(gene.alleles, variant.allele ?? '')?.function === 'ivacaftor non-responsive',
  );
  if (deletions.some((variant) => variant.copies === 2))
    return by(base, 'ivacaftor non-responsive in CF patients', 'two copies of F508del, which does not respond to ivacaftor alone');
  const note =
    present.length === 0
      ? 'No ivacaftor-responsive variant was reported; other variants are not excluded.'
      : 'None of the variants reported is in the list of ivacaftor-responsive variants; the other copy is not known.';
  return { ...base, notes: [note] };
}

/** A diplotype that holds a variant unknown to the knowledge: the other one may decide all the same. */
export function readRiskDiplotype(gene: PgxGene, haplotypes: readonly [Haplotype, Haplotype]): Reading | null {
  const names = haplotypes.flatMap((haplotype) => haplotype.units.map((unit) => unit.written ?? unit.allele));
  const variants = [...new Set(names)].map((name): NamedVariant => {
    const copies = names.filter((one) => one === name).length === 1 ? 1 : 2;
    return { name, keys: [variantKey(name)], allele: namedAllele(gene, name), copies, heteroplasmic: false, sources: [] };
  });
  const reading = readRiskVariants(gene, variants);
  return reading === null ? null : { ...reading, basis: 'diplotype' };
}
