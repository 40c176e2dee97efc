/** Drugs ordered, taken, given and over. */
import type { Code, Source } from './source.ts';

export interface Ingredient {
  /** RxNorm ingredient name in lower case: 'clopidogrel'. */
  readonly name: string;
  /** RxNorm ingredient (IN) id; null when the name is known but not its id. */
  readonly rxnorm: string | null;
}

/** One medication resource: an order, a statement, an administration or a dispense. */
export interface MedicationFact {
  readonly source: Source;
  readonly resourceType: 'MedicationRequest' | 'MedicationStatement' | 'MedicationAdministration' | 'MedicationDispense';
  readonly status: string;
  readonly intent?: string;
  /** True for a MedicationRequest with status draft or active: these are what the report calls `orders`. */
  readonly isOrder: boolean;
  /** draft: being written; current: the patient takes it now as far as recorded; past; not-taken: doNotPerform, cancelled, not taken. */
  readonly role: 'draft' | 'current' | 'past' | 'not-taken';
  /** What the order says, best text available. */
  readonly text: string;
  /** Empty = the drug is not known to us; this is said, never passed over. */
  readonly ingredients: readonly Ingredient[];
  /** How the ingredients were found. */
  readonly recognisedBy?: 'rxnorm' | 'ndc' | 'atc' | 'snomed' | 'unii' | 'text' | 'ingredient-list';
  /** Codes and words name different drugs: all are among the ingredients, and which was meant is not known. */
  readonly disputed?: true;
  /** Of a disputed drug: what its codes mean and what its words say; `byText` is empty where the codes disagree among themselves. */
  readonly readings?: DrugReadings;
  /** Drug class when only a class was ordered (ATC L01EC, "aromatase inhibitor"). */
  readonly drugClass?: string;
  readonly codes: readonly Code[];
  /** Null = cannot be told from route, form and product. */
  readonly systemic: boolean | null;
  readonly route?: string;
  readonly doseForm?: string;
  /** Strength of the ordered product per unit, e.g. 75 mg per tablet, when the product states it. */
  readonly strength?: readonly { readonly ingredient: string; readonly amount: number; readonly unit: string; readonly per?: string }[];
  readonly dose?: MedicationDose;
  /** Taken as needed by every dosage of the record, also where no amount could be read. */
  readonly asNeeded?: true;
  readonly authored?: string;
  readonly start?: string;
  readonly end?: string;
  /** Last day on which the prescription may be dispensed; it does not say when the patient stops. */
  readonly validUntil?: string;
  /** How many days the ordered or dispensed amount lasts, its repeats counted in, where the record says it. */
  readonly supplyDays?: number;
  readonly reasons: readonly Code[];
  readonly reasonText: readonly string[];
  readonly reasonReferences: readonly string[];
  readonly lineOfTherapy?: number;
  /** Why a course that is over ended, where the record says it. */
  readonly ended?: CourseEnd;
}

/**
 * `progression` (also no response); `intolerance`; `completed` as planned; `circumstance`: the patient's choice, cost or supply; `other`: told, but nothing that
 * says how the tumour or the patient took it. Several where the record names several.
 */
export interface CourseEnd {
  readonly kinds: readonly ('progression' | 'intolerance' | 'completed' | 'circumstance' | 'other')[];
  /** In the record's words; empty where it has a code alone. */
  readonly text: string;
  /** The day it ended, as far as recorded. */
  readonly date?: string;
}

export interface MedicationDose {
  /** One dose as ordered. For a tablet order with known strength: the mass (`mg`), not the number of tablets. */
  readonly amount: number;
  /** UCUM: `mg`, `mg/m2`, `mg/kg`, `{tbl}`. */
  readonly unit: string;
  /** Doses per day; 0.142857 for once weekly. */
  readonly perDay?: number;
  /** The amount is the whole day's: several dosages of different amounts were added. */
  readonly ofDay?: true;
  /** Given once and no more; `perDay` is then 1. */
  readonly single?: true;
  readonly asNeeded?: boolean;
  readonly text?: string;
}

// ---------------------------------------------------------------- laboratory, conditions, the rest of the chart

/** Ingredient names by code and by words. */
export interface DrugReadings {
  readonly byCode: readonly string[];
  readonly byText: readonly string[];
}
