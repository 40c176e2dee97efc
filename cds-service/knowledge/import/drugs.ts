/**
 * Compiles the drug table from RxNorm names (public domain) and the CPIC ingredient list (CC0).
 * What is an ingredient is learned from the names themselves: the words that stand before a strength.
 */
import { parseRxNormName } from '../../../fhir-profiles/codes/drug-grammar.ts';
import type { DrugData, DrugIngredientRow } from '../../../fhir-profiles/codes/drug-data.ts';
import { plain, withoutSalt } from '../../../fhir-profiles/codes/drug-words.ts';
import type { KnowledgeHeader } from '../../../fhir-profiles/knowledge-header.ts';

export interface DrugSources {
  /** RxNorm concept id and name; a concept may be named several times. */
  readonly concepts: readonly { readonly rxnorm: string; readonly name: string }[];
  /** Ingredients known by name, with ids where known. */
  readonly ingredients: readonly { readonly name: string; readonly rxnorm?: string; readonly atc?: readonly string[] }[];
  /** Other spellings of an ingredient or of several together. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** Brand name → ingredients. */
  readonly brands: Readonly<Record<string, readonly string[]>>;
  /** Class words → label. */
  readonly classes: Readonly<Record<string, string>>;
}

/** The table as it is stored. Rows are sorted, so the same sources give the same bytes. */
export function compileDrugs(sources: DrugSources, header: KnowledgeHeader): DrugData {
  const brandNames = bracketBrands(sources);
  const rows = ingredientRows(sources, brandNames);
  const index = new Map(rows.map((row, i) => [row[0], i]));
  const resolve = (names: readonly string[]): number[] | null => {
    const found = names.map((name) => index.get(plain(name)) ?? index.get(withoutSalt(plain(name))));
    return found.every((i) => i !== undefined) && found.length > 0 ? [...new Set(found)].toSorted((a, b) => a - b) : null;
  };
  const lists = (given: Readonly<Record<string, readonly string[]>>): Record<string, number[]> =>
    sorted(
      Object.entries(given).flatMap(([name, names]): [string, number[]][] => {
        const found = resolve(names);
        return found === null || index.has(plain(name)) ? [] : [[plain(name), found]];
      }),
    );
  const learned = [...brandNames].map(([brand, names]): [string, readonly string[]] => [brand, names]);
  return {
    header,
    ingredients: rows,
    aliases: lists(sources.aliases),
    brands: { ...lists(Object.fromEntries(learned)), ...lists(sources.brands) },
    classes: sorted(Object.entries(sources.classes).map(([name, label]) => [plain(name), label])),
    concepts: conceptNames(sources),
    links: {},
    ndc: {},
  };
}

function conceptNames(sources: DrugSources): Record<string, string> {
  const best = new Map<string, string>();
  for (const { rxnorm, name } of sources.concepts) {
    const before = best.get(rxnorm);
    if (before === undefined || betterName(name, before)) best.set(rxnorm, name);
  }
  return sorted([...best]);
}

/** The normalised name is preferred to the prescribable one: a name with brackets, else the shorter, else the alphabetical first. */
function betterName(name: string, before: string): boolean {
  const score = (text: string) => (text.endsWith(']') ? 2 : 0) + (/^[a-z0-9{]/.test(text) ? 1 : 0);
  const gain = score(name) - score(before);
  return gain !== 0 ? gain > 0 : name.length !== before.length ? name.length < before.length : name < before;
}

/** Brand in square brackets → ingredient names of the products that carry it; left out when products disagree. */
function bracketBrands(sources: DrugSources): Map<string, readonly string[]> {
  const found = new Map<string, Map<string, readonly string[]>>();
  for (const { name } of sources.concepts) {
    const parsed = parseRxNormName(name);
    if (parsed.brand === undefined || parsed.packed.length > 0) continue;
    const names = [...new Set(parsed.components.map((c) => withoutSalt(plain(c.name))))].toSorted();
    if (names.length === 0) continue;
    const brand = plain(parsed.brand);
    const sets = found.get(brand) ?? new Map<string, readonly string[]>();
    found.set(brand, sets.set(names.join('/'), names));
  }
  return new Map([...found].flatMap(([brand, sets]) => (sets.size === 1 ? [[brand, [...sets.values()][0] ?? []] as const] : [])));
}

function ingredientRows(sources: DrugSources, brands: ReadonlyMap<string, readonly string[]>): DrugIngredientRow[] {
  const atc = new Map<string, readonly string[]>();
  const ids = new Map<string, string>();
  const names = new Set<string>();
  for (const { name, rxnorm, atc: codes } of sources.ingredients) {
    const key = plain(name);
    names.add(key);
    if (rxnorm !== undefined) ids.set(key, rxnorm);
    if (codes !== undefined) atc.set(key, codes);
  }
  for (const { name } of sources.concepts) {
    const parsed = parseRxNormName(name);
    for (const product of [parsed, ...parsed.packed]) {
      for (const component of product.components) {
        const base = withoutSalt(plain(component.name));
        if (component.strength !== undefined && isIngredientName(base) && !brands.has(base)) names.add(base);
      }
    }
  }
  for (const { rxnorm, name } of sources.concepts) {
    const key = plain(name);
    if (names.has(key) && !ids.has(key)) ids.set(key, rxnorm);
  }
  return [...names].toSorted().map((name) => {
    const codes = atc.get(name);
    return codes === undefined ? [name, ids.get(name) ?? null] : [name, ids.get(name) ?? null, codes];
  });
}

/** Words only: prescribable names and pack descriptions that slipped through the grammar carry figures and brackets. */
function isIngredientName(name: string): boolean {
  return (
    /^[a-z0-9][a-z0-9 ,'()\-.]*$/.test(name) &&
    /[a-z]{3}/.test(name) &&
    !/\b(pack|day|dose|doses|month|per|hr|release|\d+ (mg|mcg|unt|ml))\b/.test(name)
  );
}

function sorted<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
