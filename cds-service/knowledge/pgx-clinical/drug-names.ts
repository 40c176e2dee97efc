/** The part of the drug vocabulary that is used: ingredients with id, product names by id. */
export interface DrugNames {
  readonly ingredients: readonly (readonly [string, string | null, ...unknown[]])[];
  readonly concepts: Readonly<Record<string, string>>;
}
