/** The strength of one piece in a display text: "MERCAPTOPURINE 50 MG PO TABS" is 50 mg per tablet. */
import type { Ingredient } from '../../facts.ts';
import type { DrugMatch } from '../../vocabulary.ts';
import { entryOf } from '../../entry-of.ts';

const UNITS: Readonly<Record<string, string>> = {
  mg: 'mg',
  mcg: 'ug',
  ug: 'ug',
  µg: 'ug',
  μg: 'ug',
  g: 'g',
  gm: 'g',
  unit: '[iU]',
  units: '[iU]',
  iu: '[iU]',
};
const PIECE = /\b(tab(let)?s?|cap(sule)?s?|caplets?|pills?|tabletten?|filmtabletten?|kapseln?|softgels?|suppositor(y|ies)|odt)\b/i;
/** Not a concentration ("125 mg/5 mL"); "ezetimibe 10 mg / simva 40 mg" has two amounts. */
const AMOUNT = /(\d{1,6}(?:[.,]\d{1,4})?)\s*(mg|mcg|ug|µg|μg|gm?|units?|iu)\b(?!\s*\/(?!\s*[a-z]{4,}\s*\d))/gi;

/**
 * Only for one ingredient, a form counted in pieces, and one single amount in the text: with two amounts it cannot be told which is the
 * strength and which the dose.
 */
export function strengthInText(text: string, ingredients: readonly Ingredient[]): NonNullable<DrugMatch['strength']>[number] | null {
  const [ingredient, ...others] = ingredients;
  if (ingredient === undefined || others.length > 0 || !PIECE.test(text)) return null;
  const amounts = [...text.matchAll(AMOUNT)];
  const [only] = amounts;
  if (only === undefined || amounts.length > 1) return null;
  const amount = Number((only[1] ?? '').replace(',', '.'));
  const unit = entryOf(UNITS, (only[2] ?? '').toLowerCase());
  return unit === undefined || !(amount > 0) ? null : { ingredient: ingredient.name, amount, unit };
}
