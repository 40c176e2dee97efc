/** An RxNorm name as a drug match. */
import type { Ingredient } from '../../facts.ts';
import type { DrugMatch } from '../../vocabulary.ts';
import { parseRxNormName, type DrugComponent, type RxNormName } from './grammar.ts';
import { isDoseForm } from './forms.ts';
import { systemicOfProduct } from './systemic.ts';
import type { DrugLexicon } from './lexicon.ts';

/**
 * Reads a normalised RxNorm name. Null when a part of it is not in the table: a combination of which only one half is known would
 * hide the other half.
 */
export function productMatch(name: string, lexicon: DrugLexicon, linked?: readonly Ingredient[]): DrugMatch | null {
  const parsed = parseRxNormName(name);
  if (parsed.doseForm !== undefined && !isDoseForm(parsed.doseForm)) return null;
  const named = ingredientsOf(parsed, lexicon);
  const ingredients = linked ?? named;
  if (ingredients === null || ingredients.length === 0) return null;
  const strengths = parsed.components.flatMap((component) => strengthOf(component, lexicon));
  // "codeine 10 mg-guaifenesin 100 mg/5 mL": the volume stands behind the last part and counts for all of them.
  const strength = new Set(strengths.map(({ per }) => per === undefined)).size > 1 ? [] : strengths;
  const forms = parsed.packed.length > 0 ? parsed.packed.map((each) => each.doseForm) : [parsed.doseForm];
  const form = [...new Set(forms.filter((f) => f !== undefined))].join(' / ');
  return {
    ingredients,
    systemic: systemicOfProduct(forms, ingredients),
    ...(form === '' ? {} : { doseForm: form }),
    ...(strength.length === 0 ? {} : { strength }),
  };
}

/** Placebo tablets of a pack. */
const INERT = /^inert ingredients?$/i;

function ingredientsOf(parsed: RxNormName, lexicon: DrugLexicon): readonly Ingredient[] | null {
  const components = [parsed, ...parsed.packed].flatMap((each) => each.components).filter((each) => !INERT.test(each.name));
  const found = components.map((component) => lexicon.ingredientName(component.name)?.ingredients ?? null);
  if (found.length > 0 && found.every((each) => each !== null)) return unique(found.flat());
  return parsed.brand === undefined ? null : (lexicon.ingredientName(parsed.brand)?.ingredients ?? null);
}

function strengthOf(component: DrugComponent, lexicon: DrugLexicon): NonNullable<DrugMatch['strength']> {
  const ingredient = lexicon.ingredientName(component.name)?.ingredients[0];
  return component.strength === undefined || ingredient === undefined ? [] : [{ ingredient: ingredient.name, ...component.strength }];
}

function unique(ingredients: readonly Ingredient[]): readonly Ingredient[] {
  return [...new Map(ingredients.map((each) => [each.name, each])).values()];
}
