/** Two haplotypes of one report → a reading. Unknown alleles and undecided copy numbers stay undecided. */
import type { CopyNumber, Haplotype } from '../../../fhir-profiles/index.ts';
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import { scoreKeys } from './cautious-keys.ts';
import { readHaplotype, type ReadHaplotype } from './haplotype.ts';
import { phenotypeOf, phenotypeOfScore, scoreText, type Called } from './phenotype-rule.ts';
import { openReading, type Reading } from './reading.ts';

export function readDiplotype(gene: PgxGene, haplotypes: readonly [Haplotype, Haplotype], totalCopies?: CopyNumber): Reading {
  const pairs = copyOptions(haplotypes, totalCopies);
  if (pairs === null) {
    const note = `The copy number stated (${totalCopies?.n ?? '?'}) does not fit the alleles reported.`;
    return { ...indeterminate(gene, written(gene, haplotypes)), notes: [note] };
  }
  const readings = pairs.map((pair) => readPair(gene, [readHaplotype(gene, pair[0]), readHaplotype(gene, pair[1])]));
  const [first] = readings;
  if (first === undefined) return indeterminate(gene, written(gene, haplotypes));
  if (readings.length === 1) return first;
  const text = `(${written(gene, haplotypes)})x${totalCopies?.atLeast === true ? '≥' : ''}${totalCopies?.n ?? ''}`;
  return oneOf(gene, text, readings, 'It is not known which allele is duplicated');
}

/**
 * The pair where a hybrid or another change of the copies was found that it does not name. Two copies without function stay without: the hybrids with
 * CYP2D7 have none or an uncertain one, and more of the same has none. Anything else stays undecided.
 */
export function withoutStructure(gene: PgxGene, reading: Reading): Reading {
  if (reading.functions?.length === 2 && reading.functions.every((one) => /^no function$/i.test(one))) return reading;
  const note =
    'A change of the gene copies was found beside these alleles that they do not name (a hybrid, or counts that differ); it could not be read.';
  return { ...indeterminate(gene, reading.diplotype), notes: [note] };
}

/** The reading of a pair whose haplotypes are settled. */
export function readPair(gene: PgxGene, pair: readonly [ReadHaplotype, ReadHaplotype]): Reading {
  const ordered = pair.toSorted((a, b) => byName(a.name, b.name));
  const diplotype = ordered.map((haplotype) => haplotype.name).join('/');
  const unknown = [...new Set(pair.flatMap((haplotype) => haplotype.unknown))];
  if (unknown.length > 0) {
    const note = `${unknown.join(', ')} ${unknown.length === 1 ? 'is' : 'are'} not in the knowledge; not taken for a normal allele.`;
    return { ...indeterminate(gene, diplotype), unknownAlleles: unknown, seenAlleles: pair.map((one) => one.name), notes: [note] };
  }
  // Genes without phenotypes of their own (CYP4F2, IFNL3): the genotype is the result.
  if (gene.rules.length === 0 && gene.phenotypes.length === 0) {
    return {
      ...openReading(gene.symbol, 'diplotype'),
      state: 'called',
      diplotype,
      genotype: diplotype,
      functions: ordered.map((one) => one.function),
    };
  }
  const called = phenotypeOf(gene, ordered);
  if (called === null) {
    const without = ordered
      .filter((haplotype) => haplotype.function === '' && haplotype.activity === null)
      .map((haplotype) => haplotype.name);
    const note =
      without.length > 0
        ? `The knowledge gives no function for ${[...new Set(without)].join(', ')}.`
        : `The knowledge has no phenotype rule for ${ordered.map((haplotype) => haplotype.function).join(' + ')}.`;
    return { ...indeterminate(gene, diplotype), functions: ordered.map((one) => one.function), notes: [note] };
  }
  return fromCall(gene, ordered, diplotype, called);
}

function fromCall(gene: PgxGene, ordered: readonly ReadHaplotype[], diplotype: string, called: Called): Reading {
  const open = called.phenotypes.length > 1;
  return {
    ...openReading(gene.symbol, 'diplotype'),
    state: called.phenotype === 'Indeterminate' ? 'indeterminate' : 'called',
    diplotype,
    phenotype: called.phenotype,
    activityScore: called.activityScore,
    possibleScores: called.scores,
    possiblePhenotypes: called.phenotypes,
    functions: ordered.map((haplotype) => haplotype.function),
    genotype: diplotype,
    rule: called.rule,
    ...scoreKeys(gene, called.phenotypes, called.scores),
    notes: open ? [`The number of copies leaves open: ${called.phenotypes.join(' or ')}.`] : uncertainCopy(gene, ordered),
  };
}

/** CPIC gives such a pair no phenotype; what its known copies add up to is told, because they may be ultrarapid on their own. */
function uncertainCopy(gene: PgxGene, pair: readonly ReadHaplotype[]): string[] {
  const open = pair.filter(({ activity }) => activity === null);
  const known = pair.flatMap(({ activity }) => (activity === null ? [] : [activity]));
  const [first] = known;
  if (gene.method !== 'activity-score' || first === undefined || open.length === 0) return [];
  const alone = phenotypeOfScore(gene, scoreText(first));
  const enough = alone !== null && /ultrarapid/i.test(alone) ? `, ${alone.toLowerCase()} on its own` : '';
  return [
    `${open.map(({ name }) => name).join(', ')} is of uncertain function, so the pair has no phenotype; the other copy counts ${scoreText(first)}${enough}.`,
  ];
}

/** One of several readings holds: called when all agree, otherwise undecided with all of them named. */
export function oneOf(gene: PgxGene, text: string, readings: readonly Reading[], why: string): Reading {
  const phenotypes = [...new Set(readings.flatMap((reading) => reading.possiblePhenotypes ?? [reading.phenotype ?? 'Indeterminate']))];
  const scores = [...new Set(readings.flatMap((reading) => reading.possibleScores ?? []))].toSorted(byScore);
  const [phenotype] = phenotypes;
  const agreed = phenotypes.length === 1 && phenotype !== undefined && phenotype !== 'Indeterminate';
  const [score] = scores;
  const unknown = readings.flatMap((reading) => reading.unknownAlleles ?? []);
  return {
    ...openReading(gene.symbol, 'diplotype'),
    state: agreed ? 'called' : 'indeterminate',
    diplotype: text,
    phenotype: agreed ? phenotype : 'Indeterminate',
    activityScore: agreed && scores.length === 1 && score !== undefined ? score : null,
    possibleScores: scores,
    possiblePhenotypes: phenotypes,
    options: readings.flatMap((reading) => reading.options ?? (reading.diplotype === null ? [] : [reading.diplotype])),
    ...(unknown.length === 0 ? {} : { unknownAlleles: [...new Set(unknown)] }),
    ...(agreed ? { rule: `every possibility gives ${phenotype}` } : {}),
    ...(unknown.length === 0 ? scoreKeys(gene, phenotypes, scores) : {}),
    notes: [agreed ? `${why}; every possibility gives ${phenotype}.` : `${why}: ${phenotypes.join(' or ')} is possible.`],
  };
}

export function indeterminate(gene: PgxGene, diplotype: string | null): Reading {
  return {
    ...openReading(gene.symbol, 'diplotype'),
    state: 'indeterminate',
    diplotype,
    phenotype: 'Indeterminate',
    possiblePhenotypes: ['Indeterminate'],
  };
}

function written(gene: PgxGene, haplotypes: readonly Haplotype[]): string {
  return haplotypes
    .map((haplotype) => readHaplotype(gene, haplotype).name)
    .toSorted(byName)
    .join('/');
}

/** The ways in which a separately stated total copy number can fall on the two haplotypes; null when none fits. */
function copyOptions(
  haplotypes: readonly [Haplotype, Haplotype],
  total: CopyNumber | undefined,
): (readonly [Haplotype, Haplotype])[] | null {
  const [a, b] = haplotypes;
  if (total === undefined || count(a) + count(b) === total.n) {
    if (total?.atLeast !== true || haplotypes.some(hasBound)) return [haplotypes];
  }
  const [unitA] = a.units;
  const [unitB] = b.units;
  if (total === undefined || unitA === undefined || unitB === undefined || a.units.length + b.units.length !== 2) return null;
  const same = unitA.allele === unitB.allele;
  const deletion: Haplotype = { units: [{ allele: '*5', copies: { n: 1, atLeast: false } }] };
  if (total.n === 1 && !total.atLeast) return same ? [[one(unitA.allele, 1, false), deletion]] : null;
  if (total.n < 2) return null;
  const options: (readonly [Haplotype, Haplotype])[] = [];
  for (let left = 1; left < total.n; left += 1) {
    const right = total.n - left;
    if (same && left < right) continue;
    options.push([one(unitA.allele, left, total.atLeast && left >= right), one(unitB.allele, right, total.atLeast && right > left)]);
  }
  return options;
}

const one = (allele: string, n: number, atLeast: boolean): Haplotype => ({ units: [{ allele, copies: { n, atLeast: atLeast && n > 1 } }] });
const count = (haplotype: Haplotype): number =>
  haplotype.units.reduce((total, unit) => total + (unit.allele === '*5' ? 0 : unit.copies.n), 0);
const hasBound = (haplotype: Haplotype): boolean => haplotype.units.some((unit) => unit.copies.atLeast);
const byScore = (a: string, b: string): number => Number(a.replace('≥', '')) - Number(b.replace('≥', '')) || a.length - b.length;

const inWords = new Intl.Collator('en', { numeric: true });

/** Table order of alleles: numbers by size, reference names first, otherwise by text. */
export function byName(a: string, b: string): number {
  const rank = (name: string): number =>
    /^(?:reference|.*reference)/i.test(name) ? -1 : Number(/^\*(\d+)/.exec(name)?.[1] ?? Number.MAX_SAFE_INTEGER);
  return rank(a) - rank(b) || inWords.compare(a, b);
}
