/** The patient as a whole. */
import type { CalledResistant, DrugStatement, GermlineResult, TestedGene, UnreadReport } from './germline.ts';
import type { MedicationFact } from './medication.ts';
import type { AdverseEventFact, AllergyFact, ConditionFact, LabFact, ProcedureFact, StudyFact, VaccinationFact } from './record.ts';
import type { BiomarkerFact, PerformanceFact, TumourFact, VariantFact } from './tumour.ts';

export interface PatientFacts {
  /** The day for which ages and staleness are counted, `YYYY-MM-DD`; always passed in, never read from a clock. */
  readonly asOf: string;
  readonly patient: PatientBasics;
  readonly germline: readonly GermlineResult[];
  readonly variants: readonly VariantFact[];
  readonly tested: readonly TestedGene[];
  readonly biomarkers: readonly BiomarkerFact[];
  readonly tumours: readonly TumourFact[];
  readonly performance: readonly PerformanceFact[];
  readonly medications: readonly MedicationFact[];
  readonly labs: readonly LabFact[];
  readonly conditions: readonly ConditionFact[];
  readonly procedures: readonly ProcedureFact[];
  readonly allergies: readonly AllergyFact[];
  /** What relatives have, never a disease of the patient. This and what follows is absent where the record holds none of them. */
  readonly familyHistory?: readonly ConditionFact[];
  readonly adverseEvents?: readonly AdverseEventFact[];
  readonly vaccinations?: readonly VaccinationFact[];
  readonly studies?: readonly StudyFact[];
  /** Results about a drug whose gene is not named. */
  readonly drugStatements?: readonly DrugStatement[];
  /** Drugs that the laboratory calls resisted by what it found. */
  readonly calledResistant?: readonly CalledResistant[];
  /** Genetic reports on file of which nothing was read: what they hold is not known, and not missing. */
  readonly unreadReports?: readonly UnreadReport[];
}

export interface PatientBasics {
  /** Logical id of the Patient; empty string when the input names no patient at all. */
  readonly id: string;
  readonly birthDate?: string;
  /** Completed years at `asOf`; of a birth date that leaves two ages open the younger one of an adult, absent around childhood. `birthDate` says which. */
  readonly ageYears?: number;
  readonly sex?: 'male' | 'female' | 'other' | 'unknown';
  readonly deceased?: boolean;
  /** Where the patient lives, as far as the record says; used to order trial sites, never sent anywhere. */
  readonly place?: PlaceFact;
}

/** As written in the address, without street; coordinates (degrees, WGS 84) only where the record itself gives them. */
export interface PlaceFact {
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
  readonly country?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

// ---------------------------------------------------------------- germline (pharmacogenomic) results
