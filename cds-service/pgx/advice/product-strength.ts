/** A product strength that exists for a dose: whole units only, no splitting. */
import type { ClinicalKnowledge } from '../../knowledge/pgx/types.ts';

export interface FittingProduct {
  readonly amount: number;
  readonly count: number;
  readonly product: { readonly rxnorm: string; readonly display: string };
}

const MOST_UNITS = 3;

/** Products that make up exactly `target` mg with the fewest units; undefined when the knowledge has none. */
export function productFor(
  strengths: ClinicalKnowledge['strengths'],
  drug: { readonly name: string; readonly rxnorm: string },
  target: number,
): FittingProduct | undefined {
  const known = strengths.find((entry) => entry.name === drug.name || (drug.rxnorm !== '' && entry.rxnorm === drug.rxnorm));
  const fits = (known?.products ?? [])
    .filter(({ unit }) => unit === 'mg')
    .map((product) => ({ product, count: target / product.amount }))
    .filter(({ count }) => count >= 1 && count <= MOST_UNITS && Math.abs(count - Math.round(count)) < 1e-9)
    .sort((a, b) => a.count - b.count || a.product.display.length - b.product.display.length);
  const best = fits[0];
  if (best === undefined) return undefined;
  const { rxnorm, display } = best.product;
  return { amount: target, count: Math.round(best.count), product: { rxnorm, display } };
}
