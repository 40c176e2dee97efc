/**
 * Compiles the drug table from RxNorm names (public domain) and the CPIC ingredient list (CC0).
 * What is an ingredient is learned from the names themselves: the words that stand before a strength.
 */
import { parseRxNormName } from '../../../../fhir-profiles/codes/drug/grammar.ts';
import type { DrugData, DrugIngredientRow } from '../../../../fhir-profiles/codes/drug/data.ts';
import { nameCandidates, plain } from '../../../../fhir-profiles/codes/drug/words.ts';
import type { KnowledgeHeader } from '../../../../fhir-profiles/knowledge-header.ts';

export interface DrugSources {
  /** False when `ingredients` is complete, so that no name need be learned from product names. */
  readonly learn?: boolean;
  /** RxNorm concept id and name; a concept may be named several times. */
  readonly concepts: readonly {
    readonly rxnorm: string;
    readonly name: string;
    /** True when the concept is known to be an ingredient or a combination of ingredients, so that its whole name is one. */
    readonly ingredient?: boolean;
    /** True for lists that mix prescribable names into the normalised ones: there a name in capitals may be a brand. */
    readonly mayBeBrand?: boolean;
  }[];
  /** Ingredients known by name, with ids where known. */
  readonly ingredients: readonly { readonly name: string; readonly rxnorm?: string; readonly atc?: readonly string[] }[];
  /** One ingredient under another name: spelling, salt or old name → the name of its row. */
  readonly sameAs: Readonly<Record<string, string>>;
  /** Other names of several ingredients together (combinations, regimens). */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** Brand name → ingredients. */
  readonly brands: Readonly<Record<string, readonly string[]>>;
  /** Class words → label. */
  readonly classes: Readonly<Record<string, string>>;
}

/** The table as it is stored. Rows are sorted, so the same sources give the same bytes. */
export function compileDrugs(sources: DrugSources, header: KnowledgeHeader): DrugData {
  const brandNames = bracketBrands(sources);
  const rows = ingredientRows(sources, allBrands(sources));
  const index = new Map(rows.map((row, i) => [row[0], i]));
  const rowOf = (name: string): number | undefined => {
    const known = nameCandidates(plain(name)).map((candidate) => index.get(candidate) ?? index.get(plain(sources.sameAs[candidate] ?? '')));
    return known.find((row) => row !== undefined);
  };
  const resolve = (names: readonly string[]): number[] | null => {
    const found = names.map((name) => rowOf(name));
    return found.every((i) => i !== undefined) && found.length > 0 ? [...new Set(found)].toSorted((a, b) => a - b) : null;
  };
  const lists = (given: Readonly<Record<string, readonly string[]>>): Record<string, number[]> =>
    sorted(
      Object.entries(given).flatMap(([name, names]): [string, number[]][] => {
        const found = resolve(names);
        return found === null || index.has(plain(name)) ? [] : [[plain(name), found]];
      }),
    );
  const learned = [...(sources.learn === false ? [] : brandNames)].map(([brand, names]): [string, readonly string[]] => [brand, names]);
  return {
    header,
    ingredients: rows,
    aliases: lists({
      ...shorterSpellings(rows.map((row) => row[0])),
      ...Object.fromEntries(Object.entries(sources.sameAs).map(([name, row]) => [name, [row]])),
      ...sources.aliases,
    }),
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

/** Every name known to be a brand, whatever it contains. */
function allBrands(sources: DrugSources): ReadonlySet<string> {
  const names = new Set(Object.keys(sources.brands).map(plain));
  for (const { name } of sources.concepts) {
    const { brand, packed } = parseRxNormName(name);
    for (const each of [brand, ...packed.map((product) => product.brand)]) if (each !== undefined) names.add(plain(each));
  }
  return names;
}

/** Brand in square brackets → ingredient names of the products that carry it; left out when products disagree. */
function bracketBrands(sources: DrugSources): Map<string, readonly string[]> {
  const found = new Map<string, Map<string, readonly string[]>>();
  for (const { name } of sources.concepts) {
    const parsed = parseRxNormName(name);
    if (parsed.brand === undefined || parsed.packed.length > 0) continue;
    const names = [
      ...new Set(
        parsed.components.map((component) => {
          const base = nameCandidates(plain(component.name)).at(-1) ?? '';
          return sources.sameAs[base] ?? base;
        }),
      ),
    ].toSorted();
    if (names.length === 0) continue;
    const brand = plain(parsed.brand);
    const sets = found.get(brand) ?? new Map<string, readonly string[]>();
    found.set(brand, sets.set(names.join('/'), names));
  }
  return new Map([...found].flatMap(([brand, sets]) => (sets.size === 1 ? [[brand, [...sets.values()][0] ?? []] as const] : [])));
}

function ingredientRows(sources: DrugSources, brands: ReadonlySet<string>): DrugIngredientRow[] {
  const standard = (name: string) => plain(sources.sameAs[plain(name)] ?? name);
  const given = new Map<string, { rxnorm?: string; atc: readonly string[] }>();
  for (const { name, rxnorm, atc } of sources.ingredients) {
    const before = given.get(standard(name));
    const id = rxnorm ?? before?.rxnorm;
    given.set(standard(name), { atc: [...new Set([...(before?.atc ?? []), ...(atc ?? [])])], ...(id === undefined ? {} : { rxnorm: id }) });
  }
  const combined = new Set(Object.keys(sources.aliases).map(plain));
  const names = new Set([...given.keys(), ...namesMeant(sources)]);
  for (const name of sources.learn === false ? [] : componentNames(sources)) {
    if (brands.has(name) || brands.has(name.split(' ')[0] ?? '')) continue;
    const candidates = nameCandidates(name);
    const known = candidates.find((each) => given.has(each) || plain(each) in sources.sameAs || combined.has(each));
    const base = known ?? candidates.at(-1) ?? name;
    if (isIngredientName(base) && !brands.has(base) && !combined.has(base)) names.add(standard(base));
  }
  const ids = conceptIds(sources, names);
  return [...names].toSorted().map((name) => {
    const row = given.get(name);
    const rxnorm = row?.rxnorm ?? ids.get(name) ?? null;
    return row === undefined || row.atc.length === 0 ? [name, rxnorm] : [name, rxnorm, row.atc];
  });
}

/** Ingredients that other names lead to. */
function namesMeant(sources: DrugSources): readonly string[] {
  return [...Object.values(sources.sameAs), ...Object.values(sources.aliases).flat(), ...Object.values(sources.brands).flat()]
    .map(plain)
    .map((name) => plain(sources.sameAs[name] ?? name));
}

/** The id of the concept whose whole name is the ingredient; the id of another name of it only when there is none. */
function conceptIds(sources: DrugSources, names: ReadonlySet<string>): Map<string, string> {
  const ids = new Map<string, string>();
  const others = new Map<string, string>();
  for (const { rxnorm, name } of sources.concepts) {
    const key = plain(name);
    if (names.has(key)) ids.set(key, rxnorm);
    else if (key in sources.sameAs) others.set(plain(sources.sameAs[key] ?? ''), rxnorm);
  }
  return new Map([...others, ...ids]);
}

/**
 * Names before a strength, and whole names of concepts that state none (ingredients, precise ingredients, combinations). Where brands are
 * mixed in, a name in capitals counts only when it also stands alone as a concept, as every ingredient does, or in a combination.
 */
function componentNames(sources: DrugSources): Set<string> {
  const alone = new Set(sources.concepts.map(({ name }) => plain(name)));
  const names = new Set<string>();
  for (const { name, ingredient, mayBeBrand } of sources.concepts) {
    const parsed = parseRxNormName(name);
    const combination = !/\d/.test(name) && name.includes(' / ');
    for (const component of [parsed, ...parsed.packed].flatMap((product) => product.components)) {
      const key = plain(component.name);
      const isName = component.strength !== undefined || ingredient === true || combination;
      const trusted = mayBeBrand !== true || combination || /^[a-z]/.test(component.name) || alone.has(key);
      if (isName && trusted) names.add(key);
    }
  }
  return names;
}

/** Words only: prescribable names and pack descriptions that slipped through the grammar carry figures and brackets. */
function isIngredientName(name: string): boolean {
  if (!/^[a-z0-9][a-z0-9 ,'()\-.]*$/.test(name) || !/[a-z]{3}/.test(name) || /[(,]$/.test(name)) return false;
  if (/\((?!usp|human|vitamin)/.test(name)) return false;
  return !/\b(pack|day|doses?|month|per|hr|release|depot|kit|disperz|faspro|hylecta|es|sensor|inert|monobasic|\d+ (mg|mcg|unt|ml))\b|^\d+ /.test(
    name,
  );
}

/** German, Scandinavian and Slavic spellings drop the last letter: "clozapin", "omeprazol", "propafenon". */
function shorterSpellings(names: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(
    names.filter((name) => /^[a-z]{5,}(?:ine|one|ole|ide|ane)$/.test(name)).map((name) => [name.slice(0, -1), [name]]),
  );
}

function sorted<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
