/** A product strength that exists for a dose: whole units only, no splitting. */
import type { ClinicalKnowledge } from '../../knowledge/pgx/types.ts';

export interface FittingProduct {
  readonly amount: number;
  readonly count: number;
  readonly product: { readonly rxnorm: string; readonly display: string };
}

const MOST_UNITS = 3;

/** Products that make up exactly `target` mg, in the ordered form and with the fewest units; undefined when the knowledge has none. */
export function productFor(
  strengths: ClinicalKnowledge['strengths'],
  drug: { readonly name: string; readonly rxnorm: string },
  target: number,
  ordered: string,
): FittingProduct | undefined {
  const known = strengths.find((entry) => entry.name === drug.name || (drug.rxnorm !== '' && entry.rxnorm === drug.rxnorm));
  const fits = (known?.products ?? [])
    .filter(({ unit }) => unit === 'mg')
    .map((product) => ({ product, count: target / product.amount }))
    .filter(({ count }) => count >= 1 && count <= MOST_UNITS && Math.abs(count - Math.round(count)) < 1e-9)
    .sort(
      (a, b) =>
        otherForm(a.product.display, ordered) - otherForm(b.product.display, ordered) ||
        a.count - b.count ||
        a.product.display.length - b.product.display.length,
    );
  const best = fits[0];
  // Whoever gets a liquid may have a reason that a tablet does not meet: a tube, a child.
  if (best === undefined || (LIQUID.test(ordered) && !LIQUID.test(best.product.display))) return undefined;
  const { rxnorm, display } = best.product;
  return { amount: target, count: Math.round(best.count), product: { rxnorm, display } };
}

const LIQUID = /\b(?:solution|suspension|liquid|syrup|elixir)\b|\/\s*\d*\s*mL\b/i;
const FORMS: readonly RegExp[] = [/\btab(?:let)?s?\b/i, /\bcap(?:sule)?s?\b/i, LIQUID];
const SALT = /\b(?:calcium|magnesium|sodium|potassium|succinate|tartrate)\b/i;
const SLOW = /\b(?:extended|delayed|er|xr|xl|sr|cr|la|24 ?hr|12 ?hr)\b/i;

/** How far a product's form is from that of the order's text; a form that is not named is a tablet. */
function otherForm(display: string, ordered: string): number {
  const form = FORMS.find((words) => words.test(ordered)) ?? FORMS[0];
  const salt = SALT.exec(ordered)?.[0].toLowerCase();
  const otherSalt = salt !== undefined && SALT.exec(display)?.[0].toLowerCase() !== salt;
  return Number(form?.test(display) !== true) + 2 * Number(SLOW.test(display) !== SLOW.test(ordered)) + Number(otherSalt);
}
