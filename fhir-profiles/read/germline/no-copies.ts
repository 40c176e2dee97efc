/** A gene of which the laboratory counts no copy at all, with no genotype beside it. */
import type { GermlineResult, Haplotype } from '../../facts.ts';
import { wordings } from '../elements.ts';
import type { ObservationView } from '../observation.ts';
import { copiesStated, namesCopyNumber } from './copy-number.ts';
import { pgxGenesIn } from './gene-in-text.ts';
import { plainResult } from './genotype.ts';

/** "CYP2D6 copy number: 0", and no genotype beside it: the gene is deleted on both chromosomes, which is what *5 means (PharmVar, CYP2D6). */
export function withoutAnyCopy(view: ObservationView, tested: ReadonlySet<string>): GermlineResult[] {
  const genes = new Set(wordings(view.code).flatMap(pgxGenesIn));
  const copies = copiesStated(view.value);
  if (!view.usable || genes.size !== 1 || !genes.has('CYP2D6') || tested.has('CYP2D6') || !namesCopyNumber(view.code)) return [];
  if (copies === null || copies.n !== 0 || copies.atLeast) return [];
  const deleted: Haplotype = { units: [{ allele: '*5', copies: { n: 1, atLeast: false } }] };
  return [plainResult(view, 'CYP2D6', { kind: 'diplotype', haplotypes: [deleted, deleted] }, '0 copies')];
}
