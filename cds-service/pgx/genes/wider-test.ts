/**
 * Two tests of different years: *1 is the name for "none of the changes looked for", so that a newer test that names a further allele on such a copy need
 * not contradict the older one. It leads where the older cannot be told to have looked for that allele, and the older is named beside it.
 */
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import type { Reading } from './reading.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/**
 * Alleles that every laboratory's test of the gene can be taken to look for: where one of these is new, one of the two results is wrong, and neither
 * leads. A name too many here only keeps a disagreement what it is. CYP2C19, CYP3A5, SLCO1B1, TPMT: the alleles after which laboratories report *1
 * (partial-result.ts); of the others the alleles by which each gene was tested first.
 */
const IN_EVERY_TEST: Readonly<Record<string, readonly string[]>> = {
  CYP2C19: ['*2', '*3', '*17'],
  CYP2C9: ['*2', '*3'],
  CYP2D6: ['*2', '*3', '*4', '*5', '*6', '*10', '*41'],
  CYP3A5: ['*3', '*6', '*7'],
  DPYD: ['c.1905+1G>A (*2A)'],
  NUDT15: ['*2', '*3'],
  SLCO1B1: ['*5', '*15'],
  TPMT: ['*2', '*3A', '*3B', '*3C'],
};

export interface LeadingTest {
  readonly leading: Reading;
  readonly earlier: Reading;
  /** The alleles that only the leading one names. */
  readonly further: readonly string[];
}

/** The newer of exactly two results, where it only names alleles in the place of *1; null where they cannot both be right, or their days are not known. */
export function newerNamesMore(readings: readonly Reading[], gene: PgxGene): LeadingTest | null {
  const [one, two, ...more] = readings;
  if (one === undefined || two === undefined || more.length > 0) return null;
  return leads(one, two, gene) ?? leads(two, one, gene);
}

function leads(leading: Reading, earlier: Reading, gene: PgxGene): LeadingTest | null {
  const listed = entryOf(IN_EVERY_TEST, gene.symbol);
  if (listed === undefined || !isWhole(leading) || !isWhole(earlier) || earlier.basis !== 'diplotype') return null;
  if (leading.disputed === true || earlier.disputed === true || !isLater(leading, earlier)) return null;
  const left = copiesOf(leading);
  for (const allele of copiesOf(earlier).filter((name) => !isReference(name))) {
    const at = left.indexOf(allele);
    if (at === -1) return null;
    left.splice(at, 1);
  }
  const further = left.filter((name) => !isReference(name));
  return further.length === 0 || further.some((name) => listed.includes(name)) ? null : { leading, earlier, further };
}

const isWhole = ({ state, diplotype, phenotype }: Reading): boolean =>
  state === 'called' &&
  phenotype !== null &&
  diplotype !== null &&
  /^[^/]+\/[^/]+$/.test(diplotype) &&
  !/x|≥|\(/.test(withoutOlderNames(diplotype));
/** "c.1905+1G>A (*2A)" is one name. */
const withoutOlderNames = (diplotype: string): string => diplotype.replace(/ \((?:\*\w+|HapB3)\)/g, '');
const copiesOf = ({ diplotype }: Reading): string[] => (diplotype ?? '').split('/');
const isReference = (name: string): boolean => name === '*1' || name === 'Reference';

/** Every day of the one is known and later than every day of the other. */
function isLater(leading: Reading, earlier: Reading): boolean {
  const days = ({ evidence }: Reading) => evidence.map(({ issued }) => issued?.slice(0, 10) ?? '').toSorted();
  const [first = ''] = days(leading);
  const [unknown = '', last = unknown] = [days(earlier)[0], days(earlier).at(-1)];
  return unknown !== '' && first > last;
}
