/** The door of the trial room: patient facts and a trial index in, matches out, criterion by criterion. Pure. */
export { matchTrials, explainTrial, REPORTED, type MatchOptions, type RankedMatch } from './match.ts';
export { indexTrials, type TrialIndex } from './trial-index.ts';
export { compileTrial, readingContext } from './compile.ts';
export { isOpen } from './status.ts';
export { toSearchset, matchScore } from './fhir-searchset.ts';
