/** The copies of a gene counted apart from its genotype: a test of its own, or a structural variant with its count (LOINC 82155-3). */
import { COMPONENT, OBSERVATION } from '../../../codes/genomics/genomics-codes.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import type { CopyNumber, GermlineResult } from '../../../facts.ts';
import type { Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import type { ObservationView } from '../../observation.ts';
import { copiesStated, isPlain, namesCopyNumber, withTotal } from './copy-number.ts';
import { pgxGenesIn } from '../notation/gene-in-text.ts';
import { isSomatic } from './genotype.ts';
import { componentGenes } from './stated-genes.ts';

/** A gene and its copies, where a view says nothing but these: a test of its own, or a structural variant with its count. */
export function copiesOfGene(view: ObservationView, chart: Chart): { readonly gene: string; readonly copies: CopyNumber } | null {
  if (!view.usable || isSomatic(view)) return null;
  const named = [...new Set(wordings(view.code).flatMap(pgxGenesIn))];
  const inComponents = view.codes.has(OBSERVATION.variant) ? componentGenes(view, chart) : { symbols: [], disagreements: [] };
  const genes = named.length > 0 ? named : inComponents.symbols;
  const [gene] = genes;
  if (gene === undefined || genes.length > 1 || inComponents.disagreements.length > 0 || pgxGene(gene)?.naming !== 'star') return null;
  const counted = view.codes.has(OBSERVATION.variant)
    ? view.components.find((component) => component.codes.has(COMPONENT.copyNumber))?.value
    : undefined;
  const copies = counted !== undefined ? copiesStated(counted) : namesCopyNumber(view.code) ? copiesStated(view.value, view.code) : null;
  return copies === null ? null : { gene, copies };
}

/** Genotypes with the copies that were counted apart; left out where two such tests disagree, since it is not known which belongs to the genotype. */
export function withSeparateCopies(results: readonly GermlineResult[], chart: Chart): GermlineResult[] {
  const stated = new Map<string, CopyNumber[]>();
  for (const view of chart.observations) {
    const counted = copiesOfGene(view, chart);
    if (counted !== null) stated.set(counted.gene, [...(stated.get(counted.gene) ?? []), counted.copies]);
  }
  return results.map((result) => {
    const [copies, ...others] = stated.get(result.gene) ?? [];
    const agreed = copies !== undefined && others.every(({ n, atLeast }) => n === copies.n && atLeast === copies.atLeast);
    return agreed && isPlain(result.call) ? { ...result, call: withTotal(result.call, copies) } : result;
  });
}
