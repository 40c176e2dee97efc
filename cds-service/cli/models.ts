/** `genehook models`: which models are in force, and whether today's inputs still look like those of training. */
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { compareWithTraining, type InputCounts } from '../../models/drift.ts';
import { loadModels } from '../../models/runtime/load.ts';
import { packageRoot } from '../knowledge/package-root.ts';
import { readPredictionCounts } from '../store/prediction-counts.ts';
import type { PredictionSum } from '../store/types.ts';
import { withDatabase } from './service-config.ts';

export function registerModels(program: Command): void {
  const models = program.command('models').description('the prediction models: state, and drift of their inputs');
  models.command('list').description('which models are loaded, with version and file hash').action(list);
  models
    .command('drift')
    .description("compare the service's input counts, kept by day in its store, with training")
    .option('--since <date>', 'count from this day on (YYYY-MM-DD); for the store only')
    .option('--counts <file>', 'the answer of GET /admin/models of a running service, or - for standard input')
    .action((options: DriftOptions, command: Command) => drift(options, command));
}

interface DriftOptions {
  readonly since?: string;
  readonly counts?: string;
}

async function list(): Promise<void> {
  for (const [id, model] of Object.entries((await loadModels(packageRoot())).models)) {
    const state = model.status === 'ready' ? `${model.artefact.version}  sha256 ${model.artefact.sha256}` : `disabled: ${model.why}`;
    console.log(`${id}  ${state}`);
  }
}

async function drift({ since, counts: saved }: DriftOptions, command: Command): Promise<void> {
  if (since !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(since)) command.error('--since must be a day: YYYY-MM-DD');
  const counts = saved === undefined ? await storedCounts(since) : savedCounts(await textOf(saved), command);
  for (const [id, model] of Object.entries((await loadModels(packageRoot())).models)) {
    if (model.status !== 'ready') continue;
    const { inputs, made, abstained } = counts.get(id) ?? { inputs: {}, made: 0, abstained: 0 };
    console.log(`${id} ${model.artefact.version}: ${made + abstained} asked, ${abstained} abstained`);
    for (const row of compareWithTraining(inputs, model.artefact)) {
      const detail = row.psi === null ? '' : `  PSI ${row.psi}${row.verdict === 'stable' ? '' : `, most at "${row.largest ?? ''}"`}`;
      console.log(`  ${row.input.padEnd(32)} n ${String(row.n).padEnd(7)} ${row.verdict}${detail}`);
    }
  }
}

interface ModelCounts {
  readonly inputs: InputCounts;
  readonly made: number;
  readonly abstained: number;
}

async function storedCounts(since: string | undefined): Promise<Map<string, ModelCounts>> {
  let sums: readonly PredictionSum[] = [];
  await withDatabase(async (database) => {
    sums = await readPredictionCounts(database, since);
  });
  return byModel(sums);
}

/** The answer of `GET /admin/models`. */
function savedCounts(text: string, command: Command): Map<string, ModelCounts> {
  try {
    const { models } = JSON.parse(text) as { models: readonly PredictionSum[] };
    return byModel(models);
  } catch {
    return command.error('the file is not an answer of GET /admin/models');
  }
}

function byModel(sums: readonly PredictionSum[]): Map<string, ModelCounts> {
  for (const { model, from, to } of sums) console.log(`${model}: counted ${from === to ? `on ${from}` : `from ${from} to ${to}`}`);
  return new Map(sums.map(({ model, inputs, made, abstained }) => [model, { inputs, made, abstained }]));
}

async function textOf(file: string): Promise<string> {
  return file === '-' ? standardInput() : readFile(file, 'utf8');
}

async function standardInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
