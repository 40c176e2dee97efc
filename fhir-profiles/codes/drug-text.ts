/** Drugs in display texts: "MERCAPTOPURINE 50 MG PO TABS", "clopidogrel (PLAVIX) 75 mg tablet". */
import type { Ingredient } from '../facts.ts';
import type { DrugMatch } from '../vocabulary.ts';
import type { DrugLexicon, LexiconEntry } from './drug-lexicon.ts';
import { productMatch } from './drug-product.ts';
import { systemicOfForm } from './drug-systemic.ts';
import { plain } from './drug-words.ts';

/**
 * Reads a drug text. First as an RxNorm name; where the text is outside that grammar, by whole words and phrases of the table.
 * Null when no drug of the table is named. A word that merely contains a drug's name never counts.
 */
export function readDrugText(text: string, lexicon: DrugLexicon): DrugMatch | null {
  const short = text.slice(0, 1000);
  return productMatch(short, lexicon) ?? byWords(short, lexicon);
}

function byWords(text: string, lexicon: DrugLexicon): DrugMatch | null {
  const words = plain(text)
    .replace(/[^a-z0-9'\-.%]+/g, ' ')
    .trim()
    .split(' ');
  const entries: LexiconEntry[] = [];
  for (let i = 0; i < words.length;) {
    const found = longestAt(words, i, lexicon);
    if (found === null) i += 1;
    else {
      entries.push(found.entry);
      i += found.length;
    }
  }
  const ingredients = [...new Map(entries.flatMap((e) => e.ingredients).map((i): [string, Ingredient] => [i.name, i])).values()];
  const drugClass = entries.find((e) => e.drugClass !== undefined)?.drugClass;
  if (ingredients.length === 0) return drugClass === undefined ? null : { ingredients, drugClass, systemic: null };
  return { ingredients, systemic: systemicOfForm(text, ingredients) };
}

function longestAt(words: readonly string[], start: number, lexicon: DrugLexicon): { entry: LexiconEntry; length: number } | null {
  for (let length = Math.min(lexicon.longest, words.length - start); length > 0; length -= 1) {
    const entry = lexicon.phrase(words.slice(start, start + length).join(' '));
    if (entry !== null) return { entry, length };
  }
  return null;
}
