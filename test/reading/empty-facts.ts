/** A chart of which nothing is known: what a test has not put in is unknown, never normal. Synthetic. */
import type { PatientFacts } from '../../fhir-profiles/index.ts';

export function emptyFacts(parts: Partial<PatientFacts> = {}): PatientFacts {
  return {
    asOf: '2026-11-21',
    patient: { id: 'synthetic' },
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
    ...parts,
  };
}
