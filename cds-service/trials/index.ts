/** The door of the trial room: patient facts and a trial index in, matches out, criterion by criterion. Pure. */
export { matchTrials, searchTrials, explainTrial, REPORTED, type FoundTrials, type RankedMatch } from './search/index.ts';
export { PHASES, type MatchOptions } from './search/filter.ts';
export { indexTrials, openIndex, type TrialIndex } from './trial-index/index.ts';
export {
  buildColumns,
  type BuiltColumns,
  type ColumnBuilder,
  type IndexColumns,
  type TrialPlace,
  type TrialRow,
} from './trial-index/trial-columns.ts';
export { joinColumns, type ColumnPart, type JoinedColumns } from './trial-index/join-columns.ts';
export { compileTrial, readingContext } from './compile/index.ts';
export { isOpen, TRIAL_STATUSES } from './trial-index/status.ts';
export { matchesForFhir, toSearchset, matchScore, type MatchedTrial, type SearchsetNotes } from './fhir/searchset.ts';
export { statedToday } from './fhir/form.ts';
export { patientMessages, type SearchMessage } from './fhir/messages.ts';
export { readTrialSearch, withPlace, type TrialSearchRequest } from './fhir/request.ts';
