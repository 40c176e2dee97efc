import type { DataWarning, PatientFacts } from '../facts.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { readAllergies } from './allergy.ts';
import { openChart } from './chart.ts';
import { readConditions } from './condition.ts';
import { beneathGenotypes } from './germline/beneath.ts';
import { readGermline } from './germline/index.ts';
import { readLabs } from './laboratory.ts';
import { readMedications } from './medication.ts';
import { openIntake } from './open-intake.ts';
import { readPatientBasics } from './patient-basics.ts';
import { readProcedures } from './procedure.ts';
import { readVariants } from './variant/index.ts';

export interface ReadOptions {
  /** The patient that the caller asked about; resources of anyone else become `wrong-patient` warnings. Absent: the one Patient in the input. */
  readonly patientId?: string;
  /** `YYYY-MM-DD`; ages and staleness are counted at this day. */
  readonly asOf: string;
  readonly vocabulary: Vocabulary;
}

export interface ReadResult {
  readonly facts: PatientFacts;
  readonly warnings: readonly DataWarning[];
}

/**
 * Reads one patient from FHIR R4 content: a resource, a Bundle, a `Parameters` of the genomics operations, or an array of these.
 * Never throws on bad content and never changes its input.
 */
export function readPatient(input: unknown, options: ReadOptions): ReadResult {
  const { asOf, vocabulary } = options;
  const { intake, warnings: opening } = openIntake(input, options.patientId);
  const chart = openChart(intake, vocabulary);
  const germline = readGermline(chart);
  const variants = readVariants(chart, beneathGenotypes(germline.facts, chart));
  const context = { asOf, vocabulary };
  const medications = readMedications(intake, context);
  const labs = readLabs(intake, context);
  const conditions = readConditions(intake, context);
  const procedures = readProcedures(intake, context);
  const allergies = readAllergies(intake, context);
  return {
    facts: {
      asOf,
      patient: readPatientBasics(intake, asOf),
      germline: [...germline.facts, ...variants.germline],
      variants: variants.variants,
      tested: variants.tested,
      biomarkers: [],
      tumours: [],
      performance: [],
      medications: medications.facts,
      labs: labs.facts,
      conditions: conditions.facts,
      procedures: procedures.facts,
      allergies: allergies.facts,
    },
    warnings: [
      opening,
      germline.warnings,
      variants.warnings,
      medications.warnings,
      labs.warnings,
      conditions.warnings,
      procedures.warnings,
      allergies.warnings,
    ].flat(),
  };
}
