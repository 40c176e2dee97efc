/** Results that leave a part open: several diplotypes possible, one allele only, "carrier of …". */
import type { AlleleUnit, Haplotype, PatientBasics, PatientFacts } from '../../../fhir-profiles/index.ts';
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import { byName, indeterminate, oneOf, readDiplotype, readPair } from './diplotype.ts';
import { readG6pdAllele } from './g6pd.ts';
import { readHaplotype, type ReadHaplotype } from './haplotype.ts';
import type { NamedVariant } from './named-variant.ts';
import { phenotypeOf } from './phenotype-rule.ts';
import { openReading, type Reading } from './reading.ts';

/** Called only when every possibility gives the same phenotype; then this is said. */
export function readAmbiguous(gene: PgxGene, options: readonly string[]): Reading {
  const readings = options.map((option) => readOption(gene, option));
  return oneOf(gene, options.join(' or '), readings, `Several genotypes are possible (${options.join(' or ')})`);
}

function readOption(gene: PgxGene, option: string): Reading {
  const halves = option.split('/').map((half) => half.trim());
  const [a, b] = halves;
  if (a === undefined || b === undefined || halves.length !== 2) return { ...indeterminate(gene, option), unknownAlleles: [option] };
  return readDiplotype(gene, [parseHaplotype(a), parseHaplotype(b)]);
}

/** `*36+*10`, `*2x2`, `*1x≥3`, `*1xN`. */
function parseHaplotype(text: string): Haplotype {
  const units = text.split(/\s*\+\s*(?=\*)/).map((part): AlleleUnit => {
    const found = /^(\*.+?)\s*[x×]\s*(≥|>=)?\s*(\d+|N)$/i.exec(part);
    if (found === null) return { allele: part, copies: { n: 1, atLeast: false } };
    const many = /n/i.test(found[3] ?? '');
    return { allele: found[1] ?? part, copies: { n: many ? 2 : Number(found[3]), atLeast: many || found[2] !== undefined } };
  });
  return { units };
}

/** One allele alone: undecided, unless it decides whatever the other one is. */
export function readSingleAllele(gene: PgxGene, haplotype: Haplotype, sex: PatientBasics['sex']): Reading {
  if (gene.ploidy === 'x-linked') return readG6pdAllele(gene, haplotype, sex);
  const allele = readHaplotype(gene, haplotype);
  return openCopy(gene, allele, 'Only one allele was reported; the other is unknown.');
}

/** Alleles looked for one by one (star alleles reported as "positive"). */
export function readAllelePresence(gene: PgxGene, variants: readonly NamedVariant[]): Reading | null {
  if (variants.length === 0) return null;
  const evidence = variants.flatMap((variant) => variant.sources);
  const present = variants.filter((variant) => variant.copies !== 0);
  const [first, second] = present;
  const of = (variant: NamedVariant): ReadHaplotype =>
    readHaplotype(gene, { units: [{ allele: variant.allele ?? variant.name, copies: { n: 1, atLeast: false } }] });
  if (first === undefined) {
    const names = variants.map((variant) => variant.allele ?? variant.name).toSorted(byName);
    const note = `Not found: ${names.join(', ')}. Other alleles of ${gene.symbol} are not excluded by this.`;
    return { ...openReading(gene.symbol, 'variants'), state: 'indeterminate', phenotype: 'Indeterminate', notes: [note], evidence };
  }
  if (present.length === 1 && first.copies === 2) return { ...readPair(gene, [of(first), of(first)]), basis: 'variants', evidence };
  if (second !== undefined && present.length === 2) {
    const pair = readPair(gene, [of(first), of(second)]);
    return { ...pair, basis: 'variants', evidence, notes: [...pair.notes, 'Both alleles are taken as lying on different chromosomes.'] };
  }
  return {
    ...openCopy(gene, of(first), `${first.allele ?? first.name} is present; the other allele is not reported.`),
    basis: 'variants',
    evidence,
  };
}

/** A gene examined with no reportable variant: which variants were looked for is not stated, so nothing is called. */
export function readNegative(gene: PgxGene, facts: PatientFacts): Reading[] {
  const sources = facts.tested
    .filter((one) => one.gene === gene.symbol && one.negative && one.origin === 'germline')
    .map((one) => one.source);
  if (sources.length === 0) return [];
  const note = `${gene.symbol} was examined and no reportable variant found; it is not stated which variants were looked for.`;
  // Malignant hyperthermia: CPIC's own phenotype for "nothing found" is uncertain susceptibility.
  const uncertain = gene.phenotypes.find((phenotype) => phenotype === 'Uncertain Susceptibility');
  const open: Reading = { ...openReading(gene.symbol, 'variants'), notes: [note], evidence: sources };
  return uncertain === undefined
    ? [{ ...open, state: 'indeterminate', phenotype: 'Indeterminate' }]
    : [{ ...open, state: 'called', phenotype: uncertain, possiblePhenotypes: [uncertain] }];
}

/** The phenotypes that remain with one allele known, over every function that the gene's alleles can have. */
function openCopy(gene: PgxGene, allele: ReadHaplotype, note: string): Reading {
  const open: Reading = { ...indeterminate(gene, allele.name), seenAlleles: [allele.name], notes: [note] };
  if (allele.unknown.length > 0) return { ...open, unknownAlleles: allele.unknown };
  const partners = new Map<string, ReadHaplotype>();
  for (const [name, facts] of Object.entries(gene.alleles)) {
    const activity = facts.activity === undefined ? null : { value: facts.activity, atLeast: facts.activityAtLeast === true };
    partners.set(`${facts.function}|${facts.activity ?? ''}`, { name, function: facts.function, activity, unknown: [] });
  }
  const calls = [...partners.values()].map((partner) => phenotypeOf(gene, [allele, partner]));
  const phenotypes = [...new Set(calls.flatMap((call) => call?.phenotypes ?? ['Indeterminate']))];
  const [phenotype] = phenotypes;
  if (phenotypes.length !== 1 || phenotype === undefined || phenotype === 'Indeterminate')
    return { ...open, possiblePhenotypes: phenotypes };
  return {
    ...open,
    state: 'called',
    phenotype,
    possiblePhenotypes: phenotypes,
    rule: `one copy of ${allele.name} gives ${phenotype} whatever the other allele is`,
  };
}
