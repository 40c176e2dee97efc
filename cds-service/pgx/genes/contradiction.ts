/**
 * Whether a phenotype stated beside a genotype can be another translation of that genotype, or contradicts it.
 *
 * Tables of other times and bodies move a genotype by one grade: CYP2D6 score 1.0 was normal before the consensus of 2019 (PMID 31647186), CYP2C19
 * *1/*17 was ultrarapid or extensive before rapid had a name (CPIC terms, PMID 27441996), the Dutch guideline calls CYP2C19 *1/*17 normal. Two alleles
 * of normal function, and two without function, have had one phenotype in all of them.
 */
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import type { Reading } from './reading.ts';

const SCALES: readonly (readonly string[])[] = [
  ['poor metabolizer', 'intermediate metabolizer', 'normal metabolizer', 'rapid metabolizer', 'ultrarapid metabolizer'],
  ['poor function', 'decreased function', 'normal function', 'increased function'],
];

/** Of these any difference is one of substance, except between the grades of one side. */
const SIDES: readonly (readonly (readonly string[])[])[] = [
  [['normal'], ['variable', 'deficient', 'deficient with cnsha']],
  [['increased risk of aminoglycoside-induced hearing loss'], ['normal risk of aminoglycoside-induced hearing loss']],
];

const plain = (phenotype: string): string => phenotype.toLowerCase().replace(/^(?:likely|possible) /, '');

export function contradicts(gene: PgxGene, { phenotype, functions, activityScore }: Reading, stated: string): boolean {
  if (phenotype === null) return false;
  const [ours, theirs] = [plain(phenotype), plain(stated)];
  if (ours === theirs) return false;
  const side = (word: string) =>
    SIDES.flatMap((sides, table) => sides.flatMap((words, at) => (words.includes(word) ? [`${table}.${at}`] : [])));
  const [a] = side(ours);
  const [b] = side(theirs);
  if (a !== undefined && b !== undefined) return a !== b;
  const steps = distance(gene, ours, theirs);
  if (steps === null) return false;
  return steps > 1 || settled(functions, activityScore);
}

/** Grades between the two, of those that the gene has. */
function distance(gene: PgxGene, one: string, other: string): number | null {
  const has = new Set(gene.phenotypes.map(plain));
  for (const scale of SCALES) {
    const grades = scale.filter((grade) => has.has(grade));
    const [at, to] = [grades.indexOf(one), grades.indexOf(other)];
    if (at >= 0 && to >= 0) return Math.abs(at - to);
  }
  return null;
}

/** Two alleles of normal function, or two without: no table gives them another phenotype. */
function settled(functions: readonly string[] | undefined, score: string | null): boolean {
  if (functions === undefined || functions.length !== 2) return score === '0.0';
  const all = (pattern: RegExp) => functions.every((word) => pattern.test(word));
  // A score above that of two copies is that of a duplication.
  return all(/^no function/i) || (all(/^normal function/i) && (score === null || score === '2.0'));
}
