/** The door of the reading room: FHIR resources in, patient facts and warnings out. */
export { readPatient } from './read/index.ts';
export { oneTumour } from './read/tumour/one-tumour.ts';
export { newestVersion } from './read/resource-version.ts';
export { possibleAges } from './read/patient/age.ts';
export type { ReadOptions, ReadResult } from './read/index.ts';
export type * from './facts.ts';
export type * from './vocabulary.ts';
