/** The words of the drug table, ready for whole-phrase lookups. */
import type { Ingredient } from '../facts.ts';
import type { DrugData } from './drug-data.ts';
import { plain, withoutSalt } from './drug-words.ts';

export interface LexiconEntry {
  readonly kind: 'ingredient' | 'alias' | 'brand' | 'class';
  readonly ingredients: readonly Ingredient[];
  readonly drugClass?: string;
}

export interface DrugLexicon {
  ingredient(row: number): Ingredient;
  /** Exactly this phrase (in `plain` form); null when the table does not have it. */
  phrase(words: string): LexiconEntry | null;
  /** An ingredient with or without its salt: "metoprolol succinate" → metoprolol. */
  ingredientName(name: string): LexiconEntry | null;
  /** Words in the longest phrase. */
  readonly longest: number;
}

export function drugLexicon(data: DrugData): DrugLexicon {
  const ingredients: readonly Ingredient[] = data.ingredients.map(([name, rxnorm]) => ({ name, rxnorm }));
  const ingredient = (row: number): Ingredient => {
    const found = ingredients[row];
    if (found === undefined) throw new Error(`drug table: row ${row} is missing`);
    return found;
  };
  const phrases = new Map<string, LexiconEntry>();
  const add = (kind: 'alias' | 'brand', lists: Readonly<Record<string, readonly number[]>>) => {
    for (const [name, rows] of Object.entries(lists)) phrases.set(name, { kind, ingredients: rows.map(ingredient) });
  };
  for (const [name, label] of Object.entries(data.classes)) phrases.set(name, { kind: 'class', ingredients: [], drugClass: label });
  add('brand', data.brands);
  add('alias', data.aliases);
  for (const each of ingredients) phrases.set(each.name, { kind: 'ingredient', ingredients: [each] });
  const phrase = (words: string) => phrases.get(words) ?? null;
  let longest = 1;
  for (const key of phrases.keys()) longest = Math.max(longest, key.split(' ').length);
  return {
    ingredient,
    phrase,
    longest,
    ingredientName(name) {
      const whole = plain(name);
      return phrase(whole) ?? phrase(withoutSalt(whole));
    },
  };
}
