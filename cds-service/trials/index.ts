/** The door of the trial room: patient facts and a trial index in, matches out, criterion by criterion. Pure. */
export { matchTrials, searchTrials, explainTrial, REPORTED, type FoundTrials, type RankedMatch } from './match.ts';
export { PHASES, type MatchOptions } from './filter.ts';
export { indexTrials, openIndex, type TrialIndex } from './trial-index.ts';
export { buildColumns, type BuiltColumns, type ColumnBuilder, type IndexColumns, type TrialPlace, type TrialRow } from './trial-columns.ts';
export { joinColumns, type ColumnPart, type JoinedColumns } from './join-columns.ts';
export { compileTrial, readingContext } from './compile.ts';
export { isOpen, TRIAL_STATUSES } from './status.ts';
export { matchesForFhir, toSearchset, matchScore, type MatchedTrial, type SearchsetNotes } from './fhir-searchset.ts';
export { statedToday } from './fhir-form.ts';
export { patientMessages, type SearchMessage } from './fhir-messages.ts';
export { readTrialSearch, withPlace, type TrialSearchRequest } from './fhir-request.ts';
