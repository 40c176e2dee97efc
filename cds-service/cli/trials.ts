/** `genehook trials …`: import trial records, fetch them from the registry, say what is there, and why or why not one trial fits a patient. */
import type { Command } from 'commander';
import { packageRoot } from '../knowledge/package-root.ts';
import { type ImportSummary, importTrials, trialReader, updateTrials } from '../trial-library/index.ts';
import { isDay } from './day.ts';
import { progress } from './progress.ts';
import { bytesIn, filesIn } from './trial-files.ts';
import { recordsOf } from './trial-records.ts';
import { registerTrialAnswers } from './trial-answers.ts';
import { printTrialStatus, withTrialSink } from './trial-store.ts';

export function registerTrials(program: Command): void {
  const trials = program
    .command('trials')
    .description('Clinical trials: import, update from the registry, status, matches of a patient, why one fits or not.');
  trials
    .command('import')
    .description(
      'Import trial records into the store: ClinicalTrials.gov v2 JSON or NDJSON, NCI CTS JSON, CTML as YAML or JSON, FHIR ResearchStudy. The old index serves until the new one is complete.',
    )
    .argument('<files...>', 'files, folders and ZIP archives to read, gzipped or not; "-" is standard input')
    .option('--replace', 'afterwards the index holds what these files hold and nothing else')
    .action(async (files: string[], options: { replace?: boolean }) => {
      const meter = progress('trials');
      const reader = trialReader(packageRoot());
      const paths = filesIn(files);
      reader.expect(bytesIn(paths));
      await withTrialSink(async (sink) => {
        const summary = await importTrials(recordsOf(paths, today()), sink, reader, {
          keep: options.replace === true ? 'nothing' : 'rest',
          today: today(),
          tick: () => meter.tick(),
          onSafe: sayNowAndThen(),
        });
        meter.end();
        tell(summary);
      });
    });
  trials
    .command('update')
    .description(
      'Page the ClinicalTrials.gov API (v2) and import what it sends; an interrupted run goes on where it stopped. A complete run without --since drops trials of the same question that are no longer in the answer.',
    )
    .requiredOption(
      '--api <url>',
      'https address of the API, for example https://clinicaltrials.gov/api/v2; nothing is fetched from anywhere else',
    )
    .option('--condition <text>', 'condition to search for', 'cancer')
    .option('--status <list>', 'registry statuses, separated by commas', 'RECRUITING,NOT_YET_RECRUITING,ENROLLING_BY_INVITATION')
    .option(
      '--since <date>',
      'only records updated since this day (YYYY-MM-DD), whatever their status; "last": since the last complete run',
    )
    .option('--page-size <n>', 'records a page, at most 1000', '200')
    .option('--fresh', 'start anew instead of going on with an interrupted run')
    .action(async (options: UpdateFlags, command: Command) => {
      const pageSize = Number(options.pageSize);
      if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 1_000)
        command.error('--page-size is a whole number from 1 to 1000', { exitCode: 1 });
      if (options.since !== undefined && options.since !== 'last' && !isDay(options.since))
        command.error('--since is a day written YYYY-MM-DD, or "last"', { exitCode: 1 });
      const meter = progress('trials');
      await withTrialSink(async (sink) => {
        const summary = await updateTrials({
          api: options.api,
          condition: options.condition,
          status: options.status,
          ...(options.since === undefined ? {} : { since: options.since }),
          fresh: options.fresh === true,
          pageSize,
          sink,
          reader: trialReader(packageRoot()),
          now: () => new Date(),
          tick: () => meter.tick(),
          onNote: (text) => console.error(text),
        });
        meter.end();
        tell(summary);
      });
    });
  trials
    .command('status')
    .description('How many trials the index holds, from where and of which day, and whether an update is under way.')
    .option('--json', 'as JSON')
    .action((options: { json?: boolean }) => printTrialStatus(options.json === true));
  registerTrialAnswers(trials, today);
}

interface UpdateFlags {
  readonly api: string;
  readonly condition: string;
  readonly status: string;
  readonly since?: string;
  readonly pageSize: string;
  readonly fresh?: boolean;
}

/** After 500 records and then after every 5,000: a long import shows that it goes on, also where nobody watches. */
function sayNowAndThen(): (records: number) => void {
  let next = 500;
  return (records) => {
    if (records < next) return;
    console.error(`${records} records stored`);
    next = records + 5_000;
  };
}

/** Exit code 2 when records were skipped: the others are in. */
function tell(summary: ImportSummary): void {
  const { faults, notes, handedOver, read, added, replaced, unchanged, removed, total, compiled, repeated, skipped } = summary;
  for (const fault of faults) console.error(`not imported: ${fault}`);
  if (handedOver) console.error('handed over to the running service, which takes the trials in; see "genehook trials status"');
  for (const note of notes) console.error(note);
  console.log(
    JSON.stringify({
      read,
      added,
      replaced,
      unchanged,
      removed,
      skipped,
      ...(repeated === 0 ? {} : { repeated }),
      compiled,
      ...(handedOver ? {} : { total }),
    }),
  );
  if (faults.length > 0) process.exitCode = 2;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
