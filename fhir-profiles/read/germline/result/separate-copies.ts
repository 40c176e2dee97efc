/** The copies of a gene counted apart from its genotype: a test of its own, or a structural variant with its count (LOINC 82155-3). */
import { COMPONENT, OBSERVATION } from '../../../codes/genomics/genomics-codes.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import type { CopyNumber, GermlineCall, GermlineResult } from '../../../facts.ts';
import type { Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import type { ObservationView } from '../../observation.ts';
import { copiesStated, isPlain, namesCopyNumber, structureFound, withTotal, withUnreadStructure } from './copy-number.ts';
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

/** What a row of its own found of a gene's copies besides their number: a hybrid, a change that it does not count. */
function structureOfGene(view: ObservationView): { readonly gene: string; readonly found: 'deletion' | 'other' } | null {
  const [gene, ...others] = new Set(wordings(view.code).flatMap(pgxGenesIn));
  if (gene === undefined || others.length > 0 || pgxGene(gene)?.naming !== 'star' || !view.usable || isSomatic(view)) return null;
  if (namesCopyNumber(view.code) && copiesStated(view.value, view.code) !== null) return null;
  const found = structureFound(view);
  return found === null ? null : { gene, found };
}

/**
 * Genotypes with the copies that were counted apart. Where two such counts differ (intron 2 and exon 9: a hybrid that the pair does not name), or a row
 * tells of a hybrid or another change, the pair is not the whole result.
 */
export function withSeparateCopies(results: readonly GermlineResult[], chart: Chart): GermlineResult[] {
  const stated = new Map<string, CopyNumber[]>();
  const changed = new Map<string, ('deletion' | 'other')[]>();
  for (const view of chart.observations) {
    const counted = copiesOfGene(view, chart);
    if (counted !== null) stated.set(counted.gene, [...(stated.get(counted.gene) ?? []), counted.copies]);
    const structure = structureOfGene(view);
    if (structure !== null) changed.set(structure.gene, [...(changed.get(structure.gene) ?? []), structure.found]);
  }
  return results.map((result) => {
    if (!isPlain(result.call)) return result;
    const [copies, ...others] = stated.get(result.gene) ?? [];
    const agreed = others.every(({ n, atLeast }) => n === copies?.n && atLeast === copies.atLeast);
    const found = changed.get(result.gene) ?? [];
    if (!agreed || found.includes('other') || (found.length > 0 && copies === undefined && !namesDeletion(result.call)))
      return { ...result, call: withUnreadStructure(result.call) };
    return copies === undefined ? result : { ...result, call: withTotal(result.call, copies) };
  });
}

const namesDeletion = (call: GermlineCall): boolean =>
  call.kind === 'diplotype' && call.haplotypes.some(({ units }) => units.some(({ allele }) => allele === '*5'));
