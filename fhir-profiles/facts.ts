/**
 * PatientFacts: one patient in the field's words, free of FHIR.
 *
 * `fhir-profiles/read` makes these from FHIR resources; every clinical room reads these and nothing else.
 * Rules that hold for every fact:
 *  - each fact names the resource it was read from (`source`), so that every later sentence can be traced;
 *  - unknown is a kind of its own: no fact is ever made up to fill a gap (not tested ≠ normal);
 *  - facts do not depend on the order in which resources arrived;
 *  - dates are ISO 8601 strings (`YYYY-MM-DD` or longer) as recorded; ages are counted at `asOf`.
 */
export type * from './facts/source.ts';
export type * from './facts/patient.ts';
export type * from './facts/germline.ts';
export type * from './facts/tumour.ts';
export type * from './facts/medication.ts';
export type * from './facts/record.ts';
