/**
 * The intake: every resource of the input, opened once (Bundles, contained resources, Parameters, arrays), with its
 * reference, ready for the readers. Readers work on `Intake` and never on raw input.
 */
import type { DataWarning } from '../facts.ts';

/** A FHIR resource as parsed JSON: nothing about it is trusted yet. */
export type RawResource = Readonly<Record<string, unknown>> & { readonly resourceType: string };

export interface IntakeResource {
  readonly resource: RawResource;
  readonly type: string;
  /** How facts and warnings name it: `Observation/abc`, `urn:uuid:…`, `DiagnosticReport/r#contained-id`. */
  readonly reference: string;
  /** For a contained resource: the resource that contains it. */
  readonly container?: IntakeResource;
}

export interface Intake {
  /** Logical id of the patient the facts are about; empty when the input names none. */
  readonly patientId: string;
  /** Resources of this patient, or of no patient at all (Medication, Organization …), in a stable order that does not depend on the input's. */
  readonly resources: readonly IntakeResource[];
  ofType(...types: string[]): readonly IntakeResource[];
  /** The resource that a FHIR `Reference` element means (relative, absolute, `#contained`, `urn:uuid:`), or null. */
  resolve(reference: unknown, from: IntakeResource): IntakeResource | null;
}

/** What one reader gives back: facts, and what it saw and did not use. */
export interface Reading<Fact> {
  readonly facts: readonly Fact[];
  readonly warnings: readonly DataWarning[];
}
