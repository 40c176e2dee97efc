/** A laboratory test as the tables of `laboratory/index.ts` list it. */
export interface LaboratoryKind {
  readonly kind: string;
  /** Canonical unit (UCUM). */
  readonly unit: string;
  readonly loinc: readonly string[];
  /** Names as local laboratories write them, in lower case, the whole name. */
  readonly names: readonly string[];
  /** Lowest and highest believable value in the canonical unit. */
  readonly range: readonly [number, number];
  /** g/mol, where results come in moles as well as in mass. */
  readonly molarMass?: number;
  /** Units to try when none is stated; empty: a bare number is never used. `1`: the value has no unit. */
  readonly bareUnits: readonly string[];
}
