import type { DataWarning, PatientFacts } from '../facts.ts';
import type { Vocabulary } from '../vocabulary.ts';

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
  void input;
  return {
    facts: {
      asOf: options.asOf,
      patient: { id: options.patientId ?? '' },
      germline: [],
      variants: [],
      tested: [],
      biomarkers: [],
      tumours: [],
      performance: [],
      medications: [],
      labs: [],
      conditions: [],
      procedures: [],
      allergies: [],
    },
    warnings: [],
  };
}
