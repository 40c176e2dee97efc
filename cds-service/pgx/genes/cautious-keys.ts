/**
 * A result that leaves several phenotypes open, all of them below normal: an allele without function was seen and the other copy is not known.
 * CPIC's rows for "Indeterminate" are meant for alleles of uncertain function and may advise the usual dose, so they must not be asked here.
 */
import { entryOf } from '../../../fhir-profiles/entry-of.ts';
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import type { Called } from './phenotype-rule.ts';
import type { Reading } from './reading.ts';

const BELOW_NORMAL = /^(?:(?:likely|possible) )?(?:intermediate|poor) metabolizer$|^(?:possible )?(?:decreased|poor) function$/i;

/** Keys to ask for instead; nothing when one of the possibilities is normal, increased or not graded. */
export function cautiousKeys(gene: PgxGene, phenotypes: readonly string[]): Pick<Reading, 'openKeys'> {
  const graded = phenotypes.filter((phenotype) => phenotype !== 'Indeterminate');
  if (gene.method !== 'function-pair' || graded.length === 0 || !graded.every((phenotype) => BELOW_NORMAL.test(phenotype))) return {};
  return { openKeys: graded };
}

/**
 * An activity score that is not exact, because it is not known which allele is duplicated or how often ("(*1/*4)x3", "*1xN/*4"): every score
 * that is possible is asked for, and the most cautious row leads. Nothing when one of them is not listed or a phenotype stays ungraded.
 */
export function scoreKeys(gene: PgxGene, phenotypes: readonly string[], scores: readonly string[]): Pick<Reading, 'openKeys'> {
  const listed = scores.length > 0 && scores.every((score) => entryOf(gene.scores, score) !== undefined);
  return listed && phenotypes.length > 1 && !phenotypes.includes('Indeterminate') ? { openKeys: scores } : {};
}

/** Above it CPIC asks for no change of most drugs (CYP2C9 *1/*2, score 1.5), so that nothing would hold in any case. */
const HALF = 1;

/**
 * The same of a gene that goes by scores and has no copy-number alleles (CYP2C9): every genotype that fits the positions and has a grade keeps half
 * of its activity at most. Asked for by the scores that are possible, the mildest of them leading.
 */
export function gradedBelowNormal(gene: PgxGene, calls: readonly (Called | null)[]): Pick<Reading, 'openKeys' | 'mildestLeads'> {
  const graded = calls.filter((call) => call !== null && call.phenotype !== 'Indeterminate');
  const copies = Object.keys(gene.alleles).some((name) => /x[≥\d]/.test(name));
  if (gene.scores === undefined || copies || graded.length === 0) return {};
  const scores = [...new Set(graded.flatMap((call) => call?.scores ?? []))];
  return scores.every((score) => Number(score) <= HALF) ? { openKeys: scores, mildestLeads: true } : {};
}
