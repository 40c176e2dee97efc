/** The stored form of the drug table (`data/drugs.json`): small, sorted, made by `cds-service/knowledge/import/drugs.ts`. */
import { z } from 'zod';
import type { KnowledgeHeader } from '../knowledge-header.ts';

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

const rows = z.record(z.string(), z.array(z.number()));
const schema = z.object({
  header: z.object({ id: z.string(), version: z.string(), date: z.string(), licence: z.string() }).loose(),
  ingredients: z.array(z.array(z.unknown()).min(2)),
  aliases: rows,
  brands: rows,
  classes: z.record(z.string(), z.string()),
  concepts: z.record(z.string(), z.string()),
  links: rows,
  ndc: z.record(z.string(), z.string()),
});

/** Checks the shape of the stored table once, at start. */
export function readDrugData(raw: unknown): DrugData {
  return schema.parse(raw) as unknown as DrugData;
}
