/** `genehook models`: which models are in force, and whether today's inputs still look like those of training. */
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { compareWithTraining, type InputCounts } from '../../models/drift.ts';
import { loadModels } from '../../models/runtime/load.ts';
import { packageRoot } from '../knowledge/package-root.ts';

export function registerModels(program: Command): void {
  const models = program.command('models').description('the prediction models: state, and drift of their inputs');
  models.command('list').description('which models are loaded, with version and file hash').action(list);
  models
    .command('drift')
    .description("compare the service's input counts with training")
    .requiredOption('--metrics <file>', "the service's /metrics answer saved to a file, or - for standard input")
    .action((options: { metrics: string }) => drift(options.metrics));
}

async function list(): Promise<void> {
  for (const [id, model] of Object.entries((await loadModels(packageRoot())).models)) {
    const state = model.status === 'ready' ? `${model.artefact.version}  sha256 ${model.artefact.sha256}` : `disabled: ${model.why}`;
    console.log(`${id}  ${state}`);
  }
}

async function drift(file: string): Promise<void> {
  const text = file === '-' ? await standardInput() : await readFile(file, 'utf8');
  const counts = readCounts(text);
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

const SAMPLE = /^(genehook_model_inputs_total|genehook_predictions_total)\{(.*)\} ([\d.e+]+)$/;

/** The counts out of a Prometheus text answer; other metrics are passed over. */
export function readCounts(text: string): Map<string, ModelCounts> {
  const found = new Map<string, { inputs: Record<string, Record<string, number>>; made: number; abstained: number }>();
  for (const line of text.split('\n')) {
    const match = SAMPLE.exec(line.trim());
    if (match === null) continue;
    const labels = Object.fromEntries(
      [...(match[2] ?? '').matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, name, value]) => [name, unescape(value ?? '')]),
    );
    const value = Number(match[3]);
    const model = found.get(labels.model ?? '') ?? { inputs: {}, made: 0, abstained: 0 };
    if (match[1] === 'genehook_predictions_total') {
      if (labels.outcome === 'abstained') model.abstained += value;
      else model.made += value;
    } else {
      const bins = (model.inputs[labels.input ?? ''] ??= {});
      bins[labels.bin ?? ''] = (bins[labels.bin ?? ''] ?? 0) + value;
    }
    found.set(labels.model ?? '', model);
  }
  return found;
}

const unescape = (text: string): string => text.replace(/\\(.)/g, (_all, character: string) => (character === 'n' ? '\n' : character));

async function standardInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
