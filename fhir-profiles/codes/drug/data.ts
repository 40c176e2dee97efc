/** The stored form of the drug table (`data/drugs.json`): small, sorted, made by `cds-service/knowledge/import/drugs/index.ts`. */
import type { KnowledgeHeader } from '../../knowledge-header.ts';

/** Name in lower case, RxNorm ingredient id or null, ATC codes, UNII, SNOMED CT substance id. */
export type DrugIngredientRow = readonly [
  name: string,
  rxnorm: string | null,
  atc?: readonly string[],
  unii?: string | null,
  snomed?: string | null,
];

export interface DrugData {
  readonly header: KnowledgeHeader;
  readonly ingredients: readonly DrugIngredientRow[];
  /** Other spellings → rows of `ingredients`. */
  readonly aliases: Readonly<Record<string, readonly number[]>>;
  readonly brands: Readonly<Record<string, readonly number[]>>;
  readonly classes: Readonly<Record<string, string>>;
  /** RxNorm id → name; ingredients, strength and form are read from the name. */
  readonly concepts: Readonly<Record<string, string>>;
  /** RxNorm id → rows of `ingredients`, where the name alone does not tell (brand names). */
  readonly links: Readonly<Record<string, readonly number[]>>;
  /** Eleven-digit NDC → RxNorm id; filled by the importer of the RxNorm files only. */
  readonly ndc: Readonly<Record<string, string>>;
}

const TABLES = ['aliases', 'brands', 'classes', 'concepts', 'links', 'ndc'] as const;

/** Checks the shape of the stored table once, at start; a file of another shape stops the start. */
export function readDrugData(raw: unknown): DrugData {
  if (!isRecord(raw) || !isRecord(raw['header'])) throw new Error('drug table: not a drug table');
  const ingredients = raw['ingredients'];
  if (!Array.isArray(ingredients) || !ingredients.every(isIngredientRow))
    throw new Error('drug table: a row of `ingredients` has another shape');
  for (const name of TABLES) if (!isRecord(raw[name])) throw new Error(`drug table: \`${name}\` is missing`);
  for (const name of ['aliases', 'brands', 'links'] as const) {
    const rows: readonly unknown[] = Object.values(raw[name] as Readonly<Record<string, unknown>>).flat();
    if (!rows.every((row) => typeof row === 'number' && row >= 0 && row < ingredients.length)) {
      throw new Error(`drug table: \`${name}\` points to a row that is not there`);
    }
  }
  return raw as unknown as DrugData;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isIngredientRow(row: unknown): row is DrugIngredientRow {
  return Array.isArray(row) && typeof row[0] === 'string' && (row[1] === null || typeof row[1] === 'string');
}
