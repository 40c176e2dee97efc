/** Results that say something of one site, one variant or one allele only: read together over all reports of a gene. */
import type { GermlineResult, PatientFacts } from '../../../fhir-profiles/index.ts';
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import { readDpydVariants } from './dpyd.ts';
import { readG6pdVariants } from './g6pd.ts';
import { consistentSets, namedAllele, namedVariants, type NamedVariant } from './named-variant.ts';
import { readAllelePresence } from './partial-result.ts';
import { openReading, type Reading } from './reading.ts';
import { readRiskVariants } from './risk-variant.ts';
import { readSites, type Site } from './site.ts';
import { readSiteGenotype } from './site-genotype.ts';
import { variantKey } from './variant-name.ts';

/** True for a result that is one piece of a gene's result. */
export function isPiece(gene: PgxGene, { call }: GermlineResult): boolean {
  if (call.kind === 'single-allele') return namedByVariant(gene);
  return call.kind === 'nucleotides' || call.kind === 'variant' || call.kind === 'allele-presence';
}

/** Genes whose alleles are variants: one variant reported alone is a variant found, not half of a star genotype. */
export const namedByVariant = (gene: PgxGene): boolean =>
  gene.symbol === 'DPYD' || (gene.method === 'variant' && gene.ploidy !== 'x-linked');

export function readPooled(gene: PgxGene, pieces: readonly GermlineResult[], facts: PatientFacts): Reading[] {
  if (gene.method === 'allele-presence') return [];
  const amended = pieces.some((piece) => piece.amended === true);
  const named = namedVariants(gene, pieces, facts);
  if (gene.symbol === 'DPYD' || gene.method === 'variant') {
    const bySite = readSites(
      gene,
      pieces.filter((piece) => piece.call.kind === 'nucleotides'),
    );
    const all = [...named, ...bySite.sites.flatMap((site) => siteVariant(gene, site))];
    const sets = consistentSets(all);
    const readings = sets.map((set) => readVariantGene(gene, set, facts)).filter((reading) => reading !== null);
    const none = readings.length === 0 && bySite.problems.length + bySite.other.length > 0 ? [unread(gene, pieces)] : [];
    const disputed = sets.length > 1 ? { disputed: true } : {};
    return [...readings, ...none].map((reading) => ({ ...reading, ...disputed, amended, notes: [...reading.notes, ...bySite.problems] }));
  }
  const { sites, problems, other } = readSites(gene, pieces);
  const site = readSiteGenotype(gene, sites, problems);
  const alleles = readAllelePresence(gene, starAlleles(namedVariants(gene, other, { ...facts, variants: [] })));
  const readings = [site, alleles].filter((reading) => reading !== null);
  const left = readings.length === 0 && other.length > 0 ? [unread(gene, other)] : [];
  return [...readings, ...left].map((reading) => ({ ...reading, amended }));
}

const unread = (gene: PgxGene, pieces: readonly GermlineResult[]): Reading => ({
  ...openReading(gene.symbol, 'variants'),
  state: 'indeterminate',
  phenotype: 'Indeterminate',
  notes: [
    `${[...new Set(pieces.map((piece) => piece.text))].join(', ')}: no position or allele of ${gene.symbol} that the knowledge can read.`,
  ],
  evidence: pieces.map((piece) => piece.source),
});

/** Star alleles reported one by one. A variant that defines no allele alone ("c.886C>T") says nothing by itself. */
const starAlleles = (variants: readonly NamedVariant[]): NamedVariant[] =>
  variants.filter((one) => one.allele !== null || one.name.includes('*'));

function readVariantGene(gene: PgxGene, variants: readonly NamedVariant[], facts: PatientFacts): Reading | null {
  if (gene.symbol === 'DPYD') return readDpydVariants(gene, variants);
  if (gene.symbol === 'G6PD') return readG6pdVariants(gene, variants, facts.patient.sex);
  return readRiskVariants(gene, variants);
}

/** A site of a variant gene as the variants it shows, each alternative of the position present or absent. */
function siteVariant(gene: PgxGene, { position, bases, result }: Site): NamedVariant[] {
  const several = position.alts.length > 1;
  return position.alts.flatMap((alt): NamedVariant[] => {
    const label = position.rsId ?? position.hgvs;
    const name = several ? `${label}:${position.ref}>${alt}` : label;
    const count = bases.filter((base) => base === alt).length;
    const copies = count === 0 ? 0 : count === 1 ? 1 : 2;
    return [{ name, keys: [variantKey(name)], allele: namedAllele(gene, name), copies, heteroplasmic: false, sources: [result.source] }];
  });
}
