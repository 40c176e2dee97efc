/** A gene of which the laboratory counts no copy at all, with no genotype beside it. */
import type { GermlineResult, Haplotype } from '../../../facts.ts';
import type { Chart } from '../../chart.ts';
import type { ObservationView } from '../../observation.ts';
import { copiesOfGene } from './separate-copies.ts';
import { plainResult } from './genotype.ts';

/** "CYP2D6 copy number: 0", and no genotype beside it: the gene is deleted on both chromosomes, which is what *5 means (PharmVar, CYP2D6). */
export function withoutAnyCopy(view: ObservationView, tested: ReadonlySet<string>, chart: Chart): GermlineResult[] {
  const counted = tested.has('CYP2D6') ? null : copiesOfGene(view, chart);
  if (counted?.gene !== 'CYP2D6' || counted.copies.n !== 0 || counted.copies.atLeast) return [];
  const deleted: Haplotype = { units: [{ allele: '*5', copies: { n: 1, atLeast: false } }] };
  return [plainResult(view, 'CYP2D6', { kind: 'diplotype', haplotypes: [deleted, deleted] }, '0 copies')];
}
