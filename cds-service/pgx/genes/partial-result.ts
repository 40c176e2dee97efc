/** Results that leave a part open: several diplotypes possible, one allele only, "carrier of …". */
import type { AlleleUnit, Haplotype, PatientBasics, PatientFacts, Source } from '../../../fhir-profiles/index.ts';
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import { alleleOfBoth } from './allele-of-both.ts';
import { cautiousKeys } from './cautious-keys.ts';
import { byName, indeterminate, oneOf, readDiplotype, readPair } from './diplotype.ts';
import { readG6pdAllele } from './g6pd.ts';
import { readHaplotype, type ReadHaplotype } from './haplotype.ts';
import type { NamedVariant } from './named-variant.ts';
import { phenotypeOf } from './phenotype-rule.ts';
import { openReading, type Reading } from './reading.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** Called only when every possibility gives the same phenotype; then this is said. */
export function readAmbiguous(gene: PgxGene, options: readonly string[]): Reading {
  const readings = options.map((option) => readOption(gene, option));
  return cautious(gene, oneOf(gene, options.join(' or '), readings, `Several genotypes are possible (${options.join(' or ')})`));
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
  const partner = partnerOf(gene, variants);
  if (first === undefined && partner !== null) {
    return { ...readPair(gene, [partner.allele, partner.allele]), basis: 'variants', evidence, notes: [partner.note] };
  }
  if (first === undefined) {
    const names = variants.map((variant) => variant.allele ?? variant.name).toSorted(byName);
    const note = `Not found: ${names.join(', ')}. Other alleles of ${gene.symbol} are not excluded by this.`;
    return { ...openReading(gene.symbol, 'variants'), state: 'indeterminate', phenotype: 'Indeterminate', notes: [note], evidence };
  }
  if (present.length === 1 && first.copies === 2) return { ...readPair(gene, [of(first), of(first)]), basis: 'variants', evidence };
  if (second !== undefined && present.length === 2) {
    const pair = readPair(gene, [of(first), of(second)]);
    const either = onOneChromosome(gene, first, second, variants, pair);
    if (either !== null) return { ...either, basis: 'variants', evidence };
    return { ...pair, basis: 'variants', evidence, notes: [...pair.notes, 'Both alleles are taken as lying on different chromosomes.'] };
  }
  if (present.length === 1 && first.copies === 1 && first.allele !== null) {
    const other = partner ?? (lowersFunction(gene, first.allele) ? conventional(gene) : null);
    if (other !== null) {
      const pair = readPair(gene, [other.allele, of(first)]);
      return { ...pair, basis: 'variants', evidence, notes: [...pair.notes, other.note] };
    }
  }
  return {
    ...openCopy(gene, of(first), `${first.allele ?? first.name} is present; the other allele is not reported.`),
    basis: 'variants',
    evidence,
  };
}

/** Both changes on one chromosome are another allele, with the reference on the other; not where that allele was looked for and is absent. */
function onOneChromosome(
  gene: PgxGene,
  first: NamedVariant,
  second: NamedVariant,
  variants: readonly NamedVariant[],
  pair: Reading,
): Reading | null {
  if (first.allele === null || second.allele === null || first.copies === 2 || second.copies === 2) return null;
  const name = alleleOfBoth(gene, first.allele, second.allele);
  if (name === null || variants.some((variant) => variant.allele === name)) return null;
  const together = readHaplotype(gene, { units: [{ allele: name, copies: { n: 1, atLeast: false } }] });
  const other = readPair(gene, [referenceAllele(gene), together]);
  const text = `${other.diplotype ?? name} or ${pair.diplotype ?? ''}`;
  const found = [first.allele, second.allele].toSorted(byName).join(' and ');
  return cautious(
    gene,
    oneOf(gene, text, [other, pair], `${found} were found each for itself; on one chromosome they are ${name} (${text})`),
  );
}

/** Where every possibility is below normal, the advice that holds for all of them is asked for. */
const cautious = (gene: PgxGene, reading: Reading): Reading =>
  reading.state === 'called' || reading.openKeys !== undefined
    ? reading
    : { ...reading, ...cautiousKeys(gene, reading.possiblePhenotypes ?? []) };

/**
 * Star alleles after whose testing laboratories report the reference allele (as for the positions in site-genotype.ts): CYP2C19 *2, *3, *17;
 * CYP3A5: every allele to which CPIC gives no function; SLCO1B1 *5. TPMT *2, *3A, *3C (an assay that tells *3A from *3C reads the position
 * of *3B too): Marshfield Labs on its thiopurine panel, "most likely *1/*1, although rarer alleles cannot be excluded"; the four alleles
 * account for 80–95 % of decreased activity (PMC5740490). NUDT15 and CYP2D6 stay open: alleles and copy numbers beyond a short list matter.
 */
const coreAlleles: Readonly<Record<string, readonly string[]>> = {
  CYP2C19: ['*2', '*3', '*17'],
  CYP3A5: ['*3', '*6', '*7'],
  SLCO1B1: ['*5'],
  TPMT: ['*2', '*3A', '*3C'],
};

interface Partner {
  readonly allele: ReadHaplotype;
  readonly note: string;
}

/** The reference allele, where all core alleles of the gene are among those reported, present or absent. */
function partnerOf(gene: PgxGene, variants: readonly NamedVariant[]): Partner | null {
  const core = entryOf(coreAlleles, gene.symbol);
  const tested = new Set(variants.map((variant) => variant.allele));
  if (core?.every((name) => tested.has(name)) !== true) return null;
  const note = 'Called from the alleles tested; other variants of this gene were not looked for.';
  return { allele: referenceAllele(gene), note };
}

/** "Heterozygous" with no further allele reported: laboratories mean *1 by the other copy. Never used to make a result look better. */
function conventional(gene: PgxGene): Partner {
  return { allele: referenceAllele(gene), note: 'Reported as heterozygous with no second allele: the other copy is taken as *1.' };
}

const referenceAllele = (gene: PgxGene): ReadHaplotype =>
  readHaplotype(gene, { units: [{ allele: '*1', copies: { n: 1, atLeast: false } }] });

const lowersFunction = (gene: PgxGene, allele: string): boolean =>
  gene.alleles['*1'] !== undefined && /^(?:no|decreased) function$/i.test(entryOf(gene.alleles, allele)?.function ?? '');

/** A gene examined with no reportable variant: which variants were looked for is not stated, so nothing is called. */
export function readNegative(gene: PgxGene, facts: PatientFacts): Reading[] {
  const sources = facts.tested
    .filter((one) => one.gene === gene.symbol && one.negative && one.origin === 'germline')
    .map((one) => one.source);
  if (sources.length === 0) return [];
  return [negativeReading(gene, sources)];
}

/** Nothing was found, and what was looked for is not stated: neither normal nor untested. */
export function negativeReading(gene: PgxGene, sources: readonly Source[]): Reading {
  const note = `${gene.symbol} was examined and no reportable variant found; it is not stated which variants were looked for.`;
  // Malignant hyperthermia: CPIC's own phenotype for "nothing found" is uncertain susceptibility.
  const uncertain = gene.phenotypes.find((phenotype) => phenotype === 'Uncertain Susceptibility');
  const open: Reading = { ...openReading(gene.symbol, 'variants'), notes: [note], evidence: sources, nothingFound: true };
  return uncertain === undefined
    ? { ...open, state: 'indeterminate', phenotype: 'Indeterminate' }
    : { ...open, state: 'called', phenotype: uncertain, possiblePhenotypes: [uncertain] };
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
    return { ...open, possiblePhenotypes: phenotypes, ...cautiousKeys(gene, phenotypes) };
  return {
    ...open,
    state: 'called',
    phenotype,
    possiblePhenotypes: phenotypes,
    rule: `one copy of ${allele.name} gives ${phenotype} whatever the other allele is`,
  };
}
