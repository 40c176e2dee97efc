/** `genehook trials …`: import trial records, fetch them from the registry's API, and say why or why not for one trial. */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { parseAllDocuments } from 'yaml';
import { readPatient } from '../../fhir-profiles/index.ts';
import { importTrials } from '../trial-import.ts';
import { ctmlReader } from '../knowledge/import/trials-ctml.ts';
import { readTrials, type ReadTrial } from '../knowledge/import/trials.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { packageRoot } from '../knowledge/package-root.ts';
import { openTrialLibrary, trialFilePath } from '../trial-library.ts';
import { explainTrial } from '../trials/index.ts';
import { updateTrials } from '../trial-update.ts';
import { linesOf } from './lines.ts';
import { progress } from './progress.ts';
import { readInputs } from './read-inputs.ts';

export function registerTrials(program: Command): void {
  const trials = program.command('trials').description('Clinical trials: import, update from the registry, explain one for a patient.');
  trials
    .command('import')
    .description(
      'Import trial records (ClinicalTrials.gov v2 JSON or NDJSON, NCI CTS JSON, CTML as YAML or JSON, FHIR ResearchStudy) into the data folder.',
    )
    .argument('<files...>', 'files to read; "-" is standard input')
    .option('--replace', 'start from an empty index instead of adding to it')
    .option('--out <file>', 'write the index to this file instead of the data folder')
    .action(async (files: string[], options: { replace?: boolean; out?: string }) => {
      const meter = progress('trials');
      const summary = await importTrials(recordsOf(files), {
        path: options.out ?? trialFilePath(),
        root: packageRoot(),
        replace: options.replace === true,
        tick: () => meter.tick(),
        today: today(),
      });
      meter.end();
      for (const fault of summary.faults) console.error(`not imported: ${fault}`);
      console.log(
        JSON.stringify({
          read: summary.read,
          added: summary.added,
          replaced: summary.replaced,
          skipped: summary.faults.length,
          total: summary.total,
        }),
      );
      if (summary.faults.length > 0) process.exitCode = 2;
    });
  trials
    .command('update')
    .description('Page the ClinicalTrials.gov API (v2) and import what it sends; an interrupted run goes on where it stopped.')
    .requiredOption(
      '--api <url>',
      'address of the API, for example https://clinicaltrials.gov/api/v2; nothing is fetched from anywhere else',
    )
    .option('--condition <text>', 'condition to search for', 'cancer')
    .option('--status <list>', 'registry statuses, separated by commas', 'RECRUITING,NOT_YET_RECRUITING,ENROLLING_BY_INVITATION')
    .option('--since <date>', 'only records updated since this day (YYYY-MM-DD)')
    .action(async (options: { api: string; condition: string; status: string; since?: string }) => {
      const meter = progress('trials');
      const summary = await updateTrials({
        ...options,
        root: packageRoot(),
        path: trialFilePath(),
        today: today(),
        tick: () => meter.tick(),
      });
      meter.end();
      console.log(
        JSON.stringify({
          read: summary.read,
          added: summary.added,
          replaced: summary.replaced,
          skipped: summary.faults.length,
          total: summary.total,
        }),
      );
    });
  trials
    .command('explain')
    .description('Say, criterion by criterion, why a patient does or does not fit one trial.')
    .argument('<nctId>', 'registry id')
    .argument('<bundle>', 'FHIR R4 bundle of the patient')
    .option('--date <YYYY-MM-DD>', 'day for which ages and dates are counted (default: today, UTC)')
    .option('--json', 'the match as JSON')
    .action((nctId: string, bundle: string, options: { date?: string; json?: boolean }, command: Command) => {
      const knowledge = loadKnowledge();
      const trial = openTrialLibrary(packageRoot())()?.index.get(nctId.toUpperCase());
      if (!trial) command.error(`${nctId} is not among the trials known here; import it first`, { exitCode: 1 });
      const { facts } = readPatient(JSON.parse(readFileSync(bundle, 'utf8')), {
        asOf: options.date ?? today(),
        vocabulary: knowledge.vocabulary,
      });
      const match = explainTrial(facts, knowledge.oncology, trial);
      if (match === null) command.error('the record holds no active tumour: there is nothing to match a trial with', { exitCode: 1 });
      if (options.json === true) {
        console.log(JSON.stringify(match, null, 2));
        return;
      }
      console.log(
        `${match.nctId} ${match.title}\n${[match.phase, match.status, match.url].filter(Boolean).join(' · ')}\nVerdict: ${match.verdict}`,
      );
      if (match.nextBest !== undefined) console.log(`To find out first: ${match.nextBest}`);
      for (const wanted of ['not-met', 'unknown', 'met'] as const)
        for (const { text, kind, verdict, because } of match.criteria)
          if (verdict === wanted) console.log(`\n[${verdict}] ${kind}: ${text}\n    ${because}`);
    });
}

async function* recordsOf(files: readonly string[]): AsyncGenerator<ReadTrial> {
  const { oncology, vocabulary } = loadKnowledge();
  const ctml = ctmlReader(oncology.genes, vocabulary.tumours, today());
  for (const file of files) {
    if (/\.ya?ml$/i.test(file)) {
      for (const document of parseAllDocuments(readFileSync(file, 'utf8'))) yield* readTrials(document.toJS(), today(), ctml);
      continue;
    }
    for await (const input of readInputs(linesOf(file))) {
      if ('fault' in input) yield { fault: `${file}, line ${input.line}: ${input.fault}` };
      else yield* readTrials(input.value, today(), ctml);
    }
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
