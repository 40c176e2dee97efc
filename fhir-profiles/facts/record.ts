/** The rest of the record: laboratory values, conditions, procedures, allergies, studies. */
import type { Ingredient } from './medication.ts';
import type { Code, Source } from './source.ts';

export interface LabFact {
  readonly kind:
    | 'creatinine'
    | 'eGFR'
    | 'ALT'
    | 'AST'
    | 'bilirubin'
    | 'ALP'
    | 'albumin'
    | 'neutrophils'
    | 'lymphocytes'
    | 'NLR'
    | 'haemoglobin'
    | 'platelets'
    | 'WBC'
    | 'INR'
    | 'weight'
    | 'height'
    | 'BSA'
    | 'BMI'
    | 'pregnancy'
    | 'breastfeeding'
    | 'smoking'
    | 'G6PD-activity'
    | 'TPMT-activity'
    | 'MH-contracture'
    | 'DPD-uracil'
    | 'CA19-9'
    | 'CEA'
    | 'PSA'
    | 'LDH'
    | 'potassium'
    | 'QTc'
    | (string & {});
  /** Number in `unit`, or a word ('pregnant', 'not-pregnant', 'current-smoker', 'never-smoker', 'deficient' …). */
  readonly value: number | string;
  /** What the result says, where nothing could be made of it: "3 % of normal". */
  readonly written?: string;
  /** The one canonical unit per kind; see `fhir-profiles/codes/laboratory/index.ts`. */
  readonly unit?: string;
  readonly comparator?: '<' | '<=' | '>=' | '>';
  /** The laboratory's own limits of normal for this value, in the same unit; absent = the result does not give them. */
  readonly referenceLow?: number;
  readonly referenceHigh?: number;
  readonly date?: string;
  readonly source: Source;
}

export interface ConditionFact {
  readonly codes: readonly Code[];
  readonly text: string;
  readonly clinicalStatus: 'active' | 'recurrence' | 'relapse' | 'inactive' | 'remission' | 'resolved' | 'unknown';
  /** Verification status provisional, differential or unconfirmed (FHIR R4 condition-ver-status): not established. */
  readonly suspected?: true;
  readonly category: readonly string[];
  readonly onset?: string;
  readonly source: Source;
}

export interface ProcedureFact {
  readonly codes: readonly Code[];
  readonly text: string;
  readonly status: string;
  /** The day it was done, or began. */
  readonly performed?: string;
  /** The day it ended, where the record gives a period. */
  readonly ended?: string;
  readonly reasons: readonly Code[];
  /** Reasons in words. */
  readonly reasonText?: readonly string[];
  readonly source: Source;
}

export interface AllergyFact {
  readonly text: string;
  readonly codes: readonly Code[];
  readonly ingredients: readonly Ingredient[];
  readonly kind: 'allergy' | 'intolerance' | 'unknown';
  readonly criticality?: string;
  readonly reactions: readonly string[];
  readonly source: Source;
}

/** An adverse event with its grade (CTCAE 0 to 5; 0 says that it was looked for and not there). */
export interface AdverseEventFact {
  readonly text: string;
  readonly codes: readonly Code[];
  readonly grade?: number;
  readonly status: 'ongoing' | 'over' | 'unknown';
  /** The record names what is suspected to have caused it, and does not call it unlikely. */
  readonly attributed: boolean;
  readonly date?: string;
  readonly source: Source;
}

/** A vaccination that was given. */
export interface VaccinationFact {
  readonly text: string;
  readonly codes: readonly Code[];
  readonly date?: string;
  readonly source: Source;
}

/** Taking part in a study that treats (ResearchSubject): its study has a phase or treatment for its purpose. `on`: receives what is studied. */
export interface StudyFact {
  readonly text: string;
  readonly on: boolean | null;
  readonly start?: string;
  readonly end?: string;
  readonly source: Source;
}

// ---------------------------------------------------------------- what was seen and not used
