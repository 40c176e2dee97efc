/** The results of one gene, gathered by report, each report read once. */
import type { GermlineCall, GermlineResult, PatientFacts } from '../../../fhir-profiles/index.ts';
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import { readAllelePresence, readAmbiguous, readSingleAllele } from './partial-result.ts';
import { readDiplotype } from './diplotype.ts';
import { readDpydVariants } from './dpyd.ts';
import { readG6pdActivity, readG6pdDiplotype, readG6pdVariants, withG6pdActivity } from './g6pd.ts';
import { readHla } from './hla.ts';
import { consistentSets, namedAllele, namedVariants, type NamedVariant } from './named-variant.ts';
import { openReading, type Reading } from './reading.ts';
import { readRiskDiplotype, readRiskVariants } from './risk-variant.ts';
import { readSites, type Site } from './site.ts';
import { readSiteGenotype } from './site-genotype.ts';
import { variantKey } from './variant-name.ts';
import { readStatements, stateScore, stateTerm, withStatements, type Statement } from './stated-phenotype.ts';

export function readReports(gene: PgxGene, results: readonly GermlineResult[], facts: PatientFacts): Reading[] {
  const paired = pairHaplotypes(gene, results);
  const rest = paired === null ? results : results.filter(({ call }) => call.kind !== 'single-allele');
  const piece = (result: GermlineResult): boolean => isPiece(gene, result);
  const whole = groups(rest).flatMap((group) => readGroup(gene, group, facts));
  const pooled = readPooled(gene, rest.filter(piece), facts);
  const readings = [...(paired === null ? [] : [paired]), ...whole, ...pooled];
  return gene.symbol === 'G6PD' ? withG6pdActivity(readings, readG6pdActivity(gene, facts.labs)) : readings;
}

/** Results that say something of one site or variant only: read together over all reports. */
function isPiece(gene: PgxGene, { call }: GermlineResult): boolean {
  if (call.kind === 'single-allele') return namedByVariant(gene);
  return call.kind === 'nucleotides' || call.kind === 'variant' || call.kind === 'allele-presence';
}

const namedByVariant = (gene: PgxGene): boolean => gene.symbol === 'DPYD' || (gene.method === 'variant' && gene.ploidy !== 'x-linked');

/** Two haplotype results that name different alleles are the two copies of the gene; anything else stays as reported. */
function pairHaplotypes(gene: PgxGene, results: readonly GermlineResult[]): Reading | null {
  if (gene.ploidy !== undefined || namedByVariant(gene) || results.some(({ call }) => call.kind === 'diplotype')) return null;
  const singles = results.flatMap(({ call, source, amended }) =>
    call.kind === 'single-allele' ? [{ haplotype: call.haplotype, source, amended }] : [],
  );
  const names = new Map(
    singles.map((one) => [one.haplotype.units.map((unit) => `${unit.allele}x${unit.copies.n}`).join('+'), one.haplotype]),
  );
  const [a, b] = names.values();
  if (a === undefined || b === undefined || names.size !== 2) return null;
  const call = { kind: 'diplotype', haplotypes: [a, b] } as const;
  const reading = gene.method === 'allele-presence' ? readHla(gene, call) : readDiplotype(gene, call.haplotypes);
  if (reading === null) return null;
  const notes = [...reading.notes, 'Two results of one allele each are read as the two copies of the gene.'];
  return { ...reading, notes, evidence: singles.map((one) => one.source), amended: singles.some((one) => one.amended === true) };
}

function readPooled(gene: PgxGene, pieces: readonly GermlineResult[], facts: PatientFacts): Reading[] {
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
    const none = readings.length === 0 && bySite.problems.length > 0 ? [unread(gene, pieces)] : [];
    const disputed = sets.length > 1 ? { disputed: true } : {};
    return [...readings, ...none].map((reading) => ({ ...reading, ...disputed, amended, notes: [...reading.notes, ...bySite.problems] }));
  }
  const { sites, problems, other } = readSites(gene, pieces);
  const site = readSiteGenotype(gene, sites, problems);
  const alleles = readAllelePresence(gene, namedVariants(gene, other, { ...facts, variants: [] }));
  return [site, alleles].filter((reading) => reading !== null).map((reading) => ({ ...reading, amended }));
}

const unread = (gene: PgxGene, pieces: readonly GermlineResult[]): Reading => ({
  ...openReading(gene.symbol, 'variants'),
  state: 'indeterminate',
  phenotype: 'Indeterminate',
  evidence: pieces.map((piece) => piece.source),
});

function readVariantGene(gene: PgxGene, variants: readonly NamedVariant[], facts: PatientFacts): Reading | null {
  if (gene.symbol === 'DPYD') return readDpydVariants(gene, variants);
  if (gene.symbol === 'G6PD') return readG6pdVariants(gene, variants, facts.patient.sex);
  return readRiskVariants(gene, variants);
}

/** A site of a variant gene as the variant it shows, present or absent. */
function siteVariant(gene: PgxGene, site: Site): NamedVariant[] {
  const [alt] = site.position.alts;
  const name = site.position.rsId ?? site.position.hgvs;
  if (alt === undefined || site.position.alts.length !== 1) return [];
  const count = site.bases.filter((base) => base === alt).length;
  const copies = count === 0 ? 0 : count === 1 ? 1 : 2;
  return [{ name, keys: [variantKey(name)], allele: namedAllele(gene, name), copies, heteroplasmic: false, sources: [site.result.source] }];
}

/** Results of the same resource, or derived from one another, belong to one report. */
function groups(results: readonly GermlineResult[]): GermlineResult[][] {
  const found: GermlineResult[][] = [];
  for (const result of results) {
    const links = (other: GermlineResult): boolean =>
      other.source.reference === result.source.reference ||
      other.derivedFrom.includes(result.source.reference) ||
      result.derivedFrom.includes(other.source.reference);
    const joined = found.filter((group) => group.some(links));
    const rest = found.filter((group) => !joined.includes(group));
    found.splice(0, found.length, ...rest, [...joined.flat(), result]);
  }
  return found;
}

function readGroup(gene: PgxGene, group: readonly GermlineResult[], facts: PatientFacts): Reading[] {
  const statements: Statement[] = [];
  const readings: Reading[] = [];
  for (const { call, ...result } of group) {
    const from = { evidence: [result.source], amended: result.amended === true };
    if (call.kind === 'phenotype') statements.push(stateTerm(gene, call.term, call.written));
    else if (call.kind === 'activity-score') statements.push(stateScore(gene, call.score));
    else {
      const reading = readCall(gene, call, facts);
      if (reading !== null) readings.push({ ...reading, ...from });
    }
  }
  const evidence = group.map((result) => result.source);
  if (readings.length === 0) return statements.length === 0 ? [] : [{ ...readStatements(gene, statements), evidence }];
  return readings.map((reading) => ({ ...withStatements(gene, reading, statements), evidence }));
}

function readCall(gene: PgxGene, call: GermlineCall, facts: PatientFacts): Reading | null {
  if (call.kind === 'no-call') {
    return { ...openReading(gene.symbol, 'diplotype'), phenotype: 'Indeterminate', notes: [`The test gave no result: ${call.why}`] };
  }
  if (gene.method === 'allele-presence') return readHla(gene, call);
  if (call.kind === 'diplotype') {
    if (gene.symbol === 'G6PD') return readG6pdDiplotype(gene, call.haplotypes, facts.patient.sex);
    const reading = readDiplotype(gene, call.haplotypes, call.totalCopies);
    return reading.unknownAlleles !== undefined && gene.method === 'variant'
      ? (readRiskDiplotype(gene, call.haplotypes) ?? reading)
      : reading;
  }
  if (call.kind === 'ambiguous') return readAmbiguous(gene, call.options);
  if (call.kind === 'single-allele' && !namedByVariant(gene)) return readSingleAllele(gene, call.haplotype, facts.patient.sex);
  return null;
}
