/** Product strengths that exist, read from RxNorm clinical drug names: "atorvastatin 20 MG Oral Tablet". */
import type { ClinicalKnowledge } from '../pgx/types.ts';
import type { DrugNames } from './drug-names.ts';

type Strengths = ClinicalKnowledge['strengths'][number];

/** Single-ingredient solid oral products; release forms other than plain and delayed are left out, because they do not replace one another. */
const PRODUCT = /^([a-z][a-z-]*(?: [a-z]+){0,2}) (\d+(?:\.\d+)?) MG ((?:Delayed Release )?Oral (?:Tablet|Capsule))$/i;

export function strengthsOf(drugs: DrugNames, rxnorm: (name: string) => string): Strengths[] {
  const names = new Set(drugs.ingredients.map(([name]) => name));
  const found = new Map<string, Strengths['products'][number][]>();
  for (const [id, display] of Object.entries(drugs.concepts)) {
    const match = typeof display === 'string' ? PRODUCT.exec(display) : null;
    const ingredient = match?.[1] === undefined ? undefined : ingredientOf(match[1].toLowerCase(), names);
    if (match === null || ingredient === undefined) continue;
    const product = { rxnorm: id, display, amount: Number(match[2]), unit: 'mg', form: match[3] ?? '' };
    found.set(ingredient, [...(found.get(ingredient) ?? []), product]);
  }
  return [...found]
    .map(([name, products]) => ({
      rxnorm: rxnorm(name),
      name,
      products: products.sort((a, b) => a.amount - b.amount || a.rxnorm.localeCompare(b.rxnorm)),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** "rosuvastatin calcium" → "rosuvastatin": the longest beginning that is an ingredient. */
function ingredientOf(text: string, names: ReadonlySet<string>): string | undefined {
  const words = text.split(' ');
  for (let count = words.length; count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ');
    if (names.has(name)) return name;
  }
  return undefined;
}
