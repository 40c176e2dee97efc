/** Genehook as a library: load the knowledge once, then interpret patients as a pure function. */
export { interpret, interpretAndPredict, type InterpretInput, type TrialSource } from './interpret.ts';
export { loadModels } from '../models/runtime/load.ts';
export { loadKnowledge } from './knowledge/load.ts';
export { packageRoot } from './knowledge/package-root.ts';
export { toCards } from './cards/index.ts';
export { patientReportSchema } from './report/index.ts';
export type * from './cards/types.ts';
export type * from './report/types.ts';
export type { PredictionRuntime } from '../models/index.ts';
export type { Knowledge } from './knowledge/types.ts';
export type { MatchOptions } from './trials/index.ts';
