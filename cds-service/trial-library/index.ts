/** How trials come in and are kept: records read in threads, the store, the index files every process reads, the registry. */
export { importTrials, type ImportSummary, type TrialInput } from './import-records.ts';
export { inboxPlace, inboxSink, snapshotPath } from './inbox.ts';
export { adoptOldFile, keepTrials, syncSnapshot } from './keeper.ts';
export { linesOf } from './lines.ts';
export { trialReader } from './reader.ts';
export { openTrials, type TrialLibrary, type TrialShelf } from './shelf.ts';
export { lateSink, type TrialSink } from './sink.ts';
export { isWhole, readSnapshotList } from './snapshot.ts';
export { splitRecords, type Split } from './split.ts';
export { fetchStatus, storeSink, type FetchStatus } from './store-sink.ts';
export { updateTrials } from './update.ts';
