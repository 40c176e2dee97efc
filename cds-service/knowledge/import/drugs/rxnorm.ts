/**
 * Widens the drug table with the RxNorm Prescribable Content files (RXNCONSO.RRF, RXNREL.RRF, RXNSAT.RRF), which NLM publishes monthly and
 * free of licence. Columns as in NLM's RxNorm technical documentation, pipe-delimited without header.
 */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { elevenDigits } from '../../../../fhir-profiles/codes/drug/table.ts';
import { drugLexicon } from '../../../../fhir-profiles/codes/drug/lexicon.ts';
import { productMatch } from '../../../../fhir-profiles/codes/drug/product.ts';
import { plain } from '../../../../fhir-profiles/codes/drug/words.ts';
import type { DrugData, DrugIngredientRow } from '../../../../fhir-profiles/codes/drug/data.ts';
import type { KnowledgeHeader } from '../../../../fhir-profiles/knowledge-header.ts';
import { compileDrugs } from './index.ts';
import { BRANDS } from './brands.ts';
import { EVERYDAY_BRANDS } from './everyday.ts';
import { SHORT_COMBINATIONS, SHORT_NAMES } from './short-names.ts';
import { COMBINATIONS } from './combinations.ts';
import { CLASSES, SAME_AS } from './names.ts';

/** RXCUI LAT TS LUI STT SUI ISPREF RXAUI SAUI SCUI SDUI SAB TTY CODE STR SRL SUPPRESS CVF */
const CONSO = { rxcui: 0, lat: 1, sab: 11, tty: 12, code: 13, str: 14, suppress: 16 } as const;
/** RXCUI1 RXAUI1 STYPE1 REL RXCUI2 RXAUI2 STYPE2 RELA RUI SRUI SAB SL DIR RG SUPPRESS CVF */
const REL = { rxcui1: 0, rxcui2: 4, rela: 7 } as const;
/** RXCUI LUI SUI RXAUI STYPE CODE ATUI SATUI ATN SAB ATV SUPPRESS CVF */
const SAT = { rxcui: 0, atn: 8, atv: 10 } as const;

/** Term types that the table keeps, and to which type each leads on its way down to the ingredients. */
const DOWN: Readonly<Record<string, readonly string[]>> = {
  BPCK: ['GPCK', 'SBD', 'SCD'],
  GPCK: ['SCD'],
  SBD: ['SCD', 'SBDC'],
  SCD: ['SCDC'],
  SBDC: ['SCDC'],
  SCDC: ['IN', 'PIN'],
  SBDF: ['SCDF'],
  SCDF: ['IN', 'MIN'],
  SBDG: ['SCDG'],
  SCDG: ['IN', 'MIN'],
  SBDFP: ['SCDFP'],
  SCDFP: ['IN', 'PIN', 'MIN'],
  SCDGP: ['IN', 'MIN'],
  MIN: ['IN', 'PIN'],
  PIN: ['IN'],
  BN: ['IN', 'PIN', 'MIN'],
  IN: [],
};
const RELATIONS =
  /^(has_ingredient|ingredient_of|has_ingredients|ingredients_of|has_precise_ingredient|precise_ingredient_of|consists_of|constitutes|tradename_of|has_tradename|form_of|has_form|contains|contained_in|has_part|part_of|isa|inverse_isa)$/;

interface Release {
  readonly names: ReadonlyMap<string, { readonly tty: string; readonly name: string }>;
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  readonly unii: ReadonlyMap<string, string>;
  readonly neighbours: ReadonlyMap<string, ReadonlySet<string>>;
  readonly ndc: Readonly<Record<string, string>>;
}

/**
 * The table widened by the release in `dir` (the files may lie in `dir` or in `dir/rrf`). Rows that the table has keep their names, so that
 * guidelines go on finding them. Relations are used without regard to their direction: the term types tell which end is the product.
 */
export async function importRxNorm(dir: string, existing: DrugData, version: string): Promise<DrugData> {
  const release = await readRelease(dir);
  const { rows, sameAs } = ingredientRows(release, existing);
  const data = compileDrugs(
    {
      learn: false,
      concepts: [...release.names].map(([rxnorm, { name }]) => ({ rxnorm, name })),
      ingredients: rows.map(([name, rxnorm, atc]) => ({
        name,
        ...(rxnorm === null ? {} : { rxnorm }),
        ...(atc === undefined ? {} : { atc }),
      })),
      sameAs: { ...sameAs, ...SHORT_NAMES, ...SAME_AS },
      aliases: { ...SHORT_COMBINATIONS, ...COMBINATIONS },
      brands: { ...EVERYDAY_BRANDS, ...brandsOf(release, rows), ...BRANDS },
      classes: CLASSES,
    },
    headerOf(existing, version),
  );
  const withUnii = data.ingredients.map((row): DrugIngredientRow => {
    const unii = row[1] === null ? undefined : release.unii.get(row[1]);
    return unii === undefined ? row : [row[0], row[1], row[2] ?? [], unii, row[4] ?? null];
  });
  const concepts = { ...existing.concepts, ...data.concepts };
  return { ...data, ingredients: withUnii, concepts, links: linksOf(release, { ...data, concepts }), ndc: release.ndc };
}

function headerOf(existing: DrugData, version: string): KnowledgeHeader {
  const source = {
    label: `RxNorm Prescribable Content ${version}; source: U.S. National Library of Medicine`,
    url: 'https://www.nlm.nih.gov/research/umls/rxnorm/docs/prescribe.html',
    date: version,
    licence: 'Public domain',
  };
  return { ...existing.header, version: `RxNorm ${version}`, date: version, sources: [source, ...existing.header.sources] };
}

/** Existing rows first; an ingredient of the release with a known id becomes another name of that row. */
function ingredientRows(release: Release, existing: DrugData): { rows: readonly DrugIngredientRow[]; sameAs: Record<string, string> } {
  const byId = new Map(existing.ingredients.flatMap((row) => (row[1] === null ? [] : [[row[1], row[0]] as const])));
  const byName = new Map(existing.ingredients.map((row) => [row[0], row]));
  const sameAs: Record<string, string> = {};
  for (const [rxcui, { tty, name }] of release.names) {
    if (tty !== 'IN') continue;
    const key = plain(name);
    const known = byId.get(rxcui);
    if (known === undefined) {
      const before = byName.get(key);
      const row: DrugIngredientRow = before?.[2] === undefined ? [key, before?.[1] ?? rxcui] : [key, before[1] ?? rxcui, before[2]];
      byName.set(key, row);
    } else if (known !== key) sameAs[key] = known;
    for (const synonym of release.synonyms.get(rxcui) ?? []) {
      const other = plain(synonym);
      if (other !== key && !byName.has(other) && /^[a-z][a-z0-9 -]{3,40}$/.test(other)) sameAs[other] = known ?? key;
    }
  }
  return { rows: [...byName.values()], sameAs };
}

function brandsOf(release: Release, rows: readonly DrugIngredientRow[]): Record<string, readonly string[]> {
  const nameOf = new Map(rows.flatMap((row) => (row[1] === null ? [] : [[row[1], row[0]] as const])));
  const brands: Record<string, readonly string[]> = {};
  for (const [rxcui, { tty, name }] of release.names) {
    if (tty !== 'BN') continue;
    const ingredients = ingredientIds(rxcui, release).flatMap((id) => nameOf.get(id) ?? []);
    if (ingredients.length > 0) brands[plain(name)] = ingredients;
  }
  return brands;
}

/** Ingredients stored only where the name alone would give others, or none. */
function linksOf(release: Release, data: DrugData): Record<string, readonly number[]> {
  const lexicon = drugLexicon(data);
  const rowOf = new Map(data.ingredients.flatMap((row, i) => (row[1] === null ? [] : [[row[1], i] as const])));
  const links: Record<string, readonly number[]> = {};
  for (const [rxcui, { name }] of release.names) {
    const rows = ingredientIds(rxcui, release)
      .flatMap((id) => rowOf.get(id) ?? [])
      .toSorted((a, b) => a - b);
    if (rows.length === 0) continue;
    const read = productMatch(name, lexicon)?.ingredients.map((ingredient) => ingredient.name) ?? [];
    const linked = rows.map((row) => lexicon.ingredient(row).name);
    if (read.toSorted().join('|') !== linked.toSorted().join('|')) links[rxcui] = rows;
  }
  return links;
}

/** Ids of the ingredients below a concept. */
function ingredientIds(rxcui: string, release: Release): readonly string[] {
  const found = new Set<string>();
  const walk = (id: string, depth: number): void => {
    const tty = release.names.get(id)?.tty;
    if (tty === undefined || depth > 6) return;
    if (tty === 'IN') return void found.add(id);
    const steps = DOWN[tty] ?? [];
    const below = [...(release.neighbours.get(id) ?? [])].filter((next) => steps.includes(release.names.get(next)?.tty ?? ''));
    // The best step only: a pack that lists its clinical drugs needs no detour over brands.
    const step = steps.find((type) => below.some((next) => release.names.get(next)?.tty === type));
    for (const next of below) if (release.names.get(next)?.tty === step) walk(next, depth + 1);
  };
  walk(rxcui, 0);
  return [...found].toSorted();
}

async function readRelease(dir: string): Promise<Release> {
  const names = new Map<string, { tty: string; name: string }>();
  const synonyms = new Map<string, string[]>();
  const unii = new Map<string, string>();
  for await (const row of rrf(dir, 'RXNCONSO.RRF')) {
    const [rxcui = '', tty = '', name = ''] = [row[CONSO.rxcui], row[CONSO.tty], row[CONSO.str]];
    if (row[CONSO.lat] !== 'ENG' || !['N', ''].includes(row[CONSO.suppress] ?? '')) continue;
    if (row[CONSO.sab] === 'RXNORM' && tty in DOWN) names.set(rxcui, { tty, name });
    else if (row[CONSO.sab] === 'RXNORM' && (tty === 'SY' || tty === 'TMSY')) synonyms.set(rxcui, [...(synonyms.get(rxcui) ?? []), name]);
    else if (row[CONSO.sab] === 'MTHSPL' && tty === 'SU' && /^[A-Z0-9]{10}$/.test(row[CONSO.code] ?? ''))
      unii.set(rxcui, row[CONSO.code] ?? '');
  }
  const neighbours = new Map<string, Set<string>>();
  const join2 = (a: string, b: string) => neighbours.set(a, (neighbours.get(a) ?? new Set<string>()).add(b));
  for await (const row of rrf(dir, 'RXNREL.RRF')) {
    const [a = '', b = ''] = [row[REL.rxcui1], row[REL.rxcui2]];
    if (!RELATIONS.test(row[REL.rela] ?? '') || !names.has(a) || !names.has(b)) continue;
    join2(a, b);
    join2(b, a);
  }
  const ndc: Record<string, string> = {};
  for await (const row of rrf(dir, 'RXNSAT.RRF')) {
    if (row[SAT.atn] !== 'NDC') continue;
    const code = elevenDigits((row[SAT.atv] ?? '').replace(/^0(?=\d{11}$)/, ''));
    const rxcui = row[SAT.rxcui] ?? '';
    if (code !== null && names.has(rxcui)) ndc[code] = rxcui;
  }
  return { names, synonyms, unii, neighbours, ndc };
}

async function* rrf(dir: string, file: string): AsyncGenerator<readonly string[]> {
  const path = [join(dir, file), join(dir, 'rrf', file)].find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error(`${file} was not found in the folder given`);
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) yield line.split('|');
}
