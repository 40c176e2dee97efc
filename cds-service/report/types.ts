/**
 * PatientReport: the one contract that the panel shows, `genehook interpret` prints and screening stores.
 * The names are fixed; fields may be added. Its JSON Schema (report/schema.ts) is served at
 * `GET /schemas/patient-report.json` and must be changed together with these types.
 */
export type * from './types/report.ts';
export type * from './types/citation.ts';
export type * from './types/medication.ts';
export type * from './types/pgx.ts';
export type * from './types/tumour.ts';
export type * from './types/therapy.ts';
export type * from './types/trials.ts';
export type * from './types/prediction.ts';
