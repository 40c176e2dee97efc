/**
 * Star-allele genes from single positions. All pairs of known alleles that fit the bases seen are considered:
 * a phenotype is called only when every pair gives it. Positions that were not tested are never taken for reference,
 * except when the gene's core positions were all tested (then alleles defined elsewhere are left out, and this is said).
 */
import type { PgxGene, PgxPosition } from '../../knowledge/pgx/types.ts';
import type { ReadHaplotype } from './haplotype.ts';
import { genotypeText } from './base-call.ts';
import { cautiousKeys, gradedBelowNormal } from './cautious-keys.ts';
import { byName } from './diplotype.ts';
import { phenotypeOf } from './phenotype-rule.ts';
import { openReading, type Reading } from './reading.ts';
import type { Site } from './site.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/**
 * Positions after whose testing laboratories report the reference allele.
 * CYP2C19: *2, *3, *17 (Labcorp test 23746: "*1 is the normal sequence at the sites tested").
 * CYP3A5: every allele to which CPIC gives no function (*3, *6, *7). rs776746 T/T (+ strand of GRCh38; A/A on the gene's own) excludes *3
 * alone: CPIC defines *1 by five positions. SLCO1B1: rs4149056 alone (CPIC statin guideline 2022, used so by PharmCAT when no diplotype can
 * be called). TPMT: the positions of *2, *3A, *3B and *3C (see partial-result.ts).
 */
const corePositions: Readonly<Record<string, readonly string[]>> = {
  CYP2C19: ['rs4244285', 'rs4986893', 'rs12248560'],
  CYP3A5: ['rs776746', 'rs10264272', 'rs41303343'],
  SLCO1B1: ['rs4149056'],
  TPMT: ['rs1800462', 'rs1800460', 'rs1142345'],
  ABCG2: ['rs2231142'],
  VKORC1: ['rs9923231'],
  IFNL3: ['rs12979860'],
  CYP4F2: ['rs2108622'],
};

export function readSiteGenotype(gene: PgxGene, sites: readonly Site[], problems: readonly string[]): Reading | null {
  const evidence = sites.map((site) => site.result.source);
  const open: Reading = {
    ...openReading(gene.symbol, 'variants'),
    notes: problems,
    evidence,
    amended: sites.some((site) => site.result.amended === true),
  };
  if (sites.length === 0) return problems.length === 0 ? null : { ...open, phenotype: 'Indeterminate', state: 'indeterminate' };
  const disagreeing = contradictions(sites);
  const positions = Object.fromEntries(
    sites
      .filter((site) => site.bases[1] !== null)
      .map((site) => [site.position.rsId ?? site.position.hgvs, genotypeText(site.position, [site.bases[0], site.bases[1] ?? ''])]),
  );
  const text = Object.entries(positions)
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([rsId, bases]) => `${rsId} ${bases}`)
    .join(', ');
  const undecided: Reading = {
    ...open,
    state: 'indeterminate',
    diplotype: text === '' ? null : text,
    phenotype: 'Indeterminate',
    possiblePhenotypes: ['Indeterminate'],
    positions,
  };
  if (disagreeing.length > 0) return { ...undecided, notes: [...problems, ...disagreeing] };
  const core = entryOf(corePositions, gene.symbol);
  const complete = core !== undefined && core.every((rsId) => sites.some((site) => site.position.rsId === rsId && site.bases[1] !== null));
  const pairs = fittingPairs(gene, sites, complete);
  const calls = pairs.map((pair) =>
    phenotypeOf(
      gene,
      pair.map((allele) => readKnown(gene, allele)),
    ),
  );
  const phenotypes = [...new Set(calls.map((call) => call?.phenotype ?? 'Indeterminate'))];
  const [phenotype] = phenotypes;
  const options = pairs.map((pair) => pair.join('/'));
  const tested =
    complete && gene.positions?.length !== 1 ? ['Called from the positions tested; other variants of this gene were not looked for.'] : [];
  if (gene.method === 'genotype' && gene.rules.length === 0 && options.length === 1 && options[0] !== undefined) {
    return { ...undecided, state: 'called', diplotype: options[0], genotype: options[0], phenotype: null, notes: [...problems, ...tested] };
  }
  if (phenotypes.length !== 1 || phenotype === undefined || phenotype === 'Indeterminate') {
    const seen = carriedAlleles(sites);
    const note = complete
      ? `Several genotypes fit (${options.slice(0, 6).join(', ')}${options.length > 6 ? ' …' : ''}) and give different phenotypes.`
      : `Only ${sites.length === 1 ? 'one position was' : `${sites.length} positions were`} tested; ${notExcluded(gene, sites)} not excluded.`;
    const found = seen.length === 0 ? [] : [`Seen in at least one copy: a variant of ${seen.slice(0, 6).join(', ')}.`];
    return {
      ...undecided,
      possiblePhenotypes: phenotypes,
      ...cautiousKeys(gene, phenotypes),
      ...gradedBelowNormal(gene, calls),
      notes: [...problems, [...found, note].join(' ')],
    };
  }
  const scores = [...new Set(calls.flatMap((call) => call?.scores ?? []))];
  const diplotype = options.length === 1 ? (options[0] ?? text) : text;
  return {
    ...undecided,
    state: 'called',
    diplotype,
    phenotype,
    possiblePhenotypes: phenotypes,
    activityScore: scores.length === 1 ? (scores[0] ?? null) : null,
    possibleScores: scores,
    ...(options.length === 1 ? { genotype: diplotype } : {}),
    ...(functionsOf(gene, pairs) === null ? {} : { functions: functionsOf(gene, pairs) ?? [] }),
    rule: `every genotype that fits ${text} gives ${phenotype}`,
    notes: [...problems, ...tested],
  };
}

/** The core alleles that nobody looked for by name (CYP3A5 *6 and *7 beside rs776746), else in general. */
function notExcluded(gene: PgxGene, sites: readonly Site[]): string {
  const tested = new Set(sites.map(({ position }) => position.rsId));
  const missing = (entryOf(corePositions, gene.symbol) ?? []).filter((rsId) => !tested.has(rsId));
  const named = (gene.positions ?? []).flatMap(({ rsId, carriers }) =>
    rsId !== undefined && missing.includes(rsId) ? Object.values(carriers).flat() : [],
  );
  const alleles = [...new Set(named)].toSorted(byName);
  return alleles.length === 0 || alleles.length > MOST_NAMED
    ? 'alleles defined elsewhere are'
    : `${alleles.join(' and ')} ${alleles.length === 1 ? 'is' : 'are'}`;
}

const MOST_NAMED = 3;

const carriedAlleles = (sites: readonly Site[]): string[] =>
  [...new Set(sites.flatMap((site) => site.bases.flatMap((base) => entryOf(site.position.carriers, base ?? '') ?? [])))].toSorted(byName);

function functionsOf(gene: PgxGene, pairs: readonly (readonly string[])[]): string[] | null {
  const sets = new Set(pairs.map((pair) => pair.map((allele) => entryOf(gene.alleles, allele)?.function ?? '').join('|')));
  const [only] = sets;
  return sets.size === 1 && only !== undefined ? only.split('|') : null;
}

function contradictions(sites: readonly Site[]): string[] {
  const found: string[] = [];
  for (const site of sites) {
    const other = sites.find(
      (one) => one.position === site.position && [...one.bases].toSorted().join() !== [...site.bases].toSorted().join(),
    );
    const label = `${site.position.rsId ?? site.position.hgvs} is reported with different bases; not used.`;
    if (other !== undefined && !found.includes(label)) found.push(label);
  }
  return found;
}

/** Unordered pairs of known alleles whose bases at the tested positions are the ones seen. */
function fittingPairs(gene: PgxGene, sites: readonly Site[], complete: boolean): (readonly [string, string])[] {
  const names = Object.keys(gene.alleles).filter((name) => !/x[≥\d]/.test(name) && !name.includes(' + '));
  const alleles = (complete ? simplest(gene, names, sites) : names).map((name) => ({
    name,
    bases: sites.map((site) => basesOf(site.position, name)),
  }));
  const pairs: (readonly [string, string])[] = [];
  alleles.forEach((a, i) => {
    for (const b of alleles.slice(i)) {
      if (sites.every((site, k) => fits(site, a.bases[k] ?? [], b.bases[k] ?? [])))
        pairs.push(a.name === b.name || byName(a.name, b.name) <= 0 ? [a.name, b.name] : [b.name, a.name]);
    }
  });
  return pairs;
}

/** Bases that an allele may have at a position: its own, either (where the definition leaves it open), or the reference base. */
function basesOf(position: PgxPosition, allele: string): readonly string[] {
  if (position.either?.includes(allele) === true) return [position.ref, ...position.alts];
  const carried = Object.entries(position.carriers).find(([, names]) => names.includes(allele));
  return [carried?.[0] ?? position.ref];
}

function fits(site: Site, a: readonly string[], b: readonly string[]): boolean {
  const [one, two] = site.bases;
  if (two === null) return a.includes(one) || b.includes(one);
  return (a.includes(one) && b.includes(two)) || (a.includes(two) && b.includes(one));
}

/**
 * With the core tested: among alleles that look the same at the tested positions, the ones with the fewest differences
 * elsewhere. An untested sub-variant is then not assumed to be there; the note on the reading says what was not looked for.
 */
function simplest(gene: PgxGene, names: readonly string[], sites: readonly Site[]): string[] {
  const tested = new Set(sites.map((site) => site.position));
  const elsewhere = (gene.positions ?? []).filter((position) => !tested.has(position));
  const groups = new Map<string, { name: string; extras: number }[]>();
  for (const name of names) {
    const signature = sites.map((site) => basesOf(site.position, name).join('')).join('|');
    const extras = elsewhere.filter((position) => Object.values(position.carriers).some((carriers) => carriers.includes(name))).length;
    if (extras > 0 && sites.some((site) => site.position.either?.includes(name) === true)) continue;
    groups.set(signature, [...(groups.get(signature) ?? []), { name, extras }]);
  }
  return [...groups.values()].flatMap((group) => {
    const reference = group.find((one) => one.name === '*1' && /^normal/i.test(gene.alleles[one.name]?.function ?? 'normal'));
    if (reference !== undefined) return [reference.name];
    const fewest = Math.min(...group.map((one) => one.extras));
    return group.filter((one) => one.extras === fewest).map((one) => one.name);
  });
}

function readKnown(gene: PgxGene, allele: string): ReadHaplotype {
  const facts = entryOf(gene.alleles, allele);
  return {
    name: allele,
    function: facts?.function ?? '',
    activity: facts?.activity === undefined ? null : { value: facts.activity, atLeast: false },
    unknown: [],
  };
}
