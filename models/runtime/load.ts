/** Loads the shipped models at start: artefact, hash check, session. A model that fails disables itself; the rest works. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelArtefact } from '../artefact.ts';
import type { LoadedModel, PredictionRuntime } from '../model.ts';

/** Model id → its folder below `models/`. */
export const MODEL_FOLDERS = { 'warfarin-dose': 'warfarin', 'icb-response': 'icb' } as const;

/** `root` is the package folder; the models stand in `models/<folder>/`. */
export async function loadModels(root: string): Promise<PredictionRuntime> {
  const entries = await Promise.all(
    Object.entries(MODEL_FOLDERS).map(async ([id, folder]): Promise<[string, LoadedModel]> => {
      try {
        return [id, await loadModel(join(root, 'models', folder), id)];
      } catch (error) {
        return [id, { status: 'disabled', why: error instanceof Error ? error.message : 'the model could not be loaded' }];
      }
    }),
  );
  return { models: Object.fromEntries(entries) };
}

/**
 * The runtime is an optional package: its own install step fetches files that CPUs do not need, and where that fails npm goes on without it.
 * From its version 1.29 on it reports on itself to its maker unless this variable is set before it is loaded; the version in the lock file cannot,
 * and whoever embeds Genehook beside a newer one is kept from it all the same: Genehook calls nobody whom the site did not name.
 */
async function inferenceRuntime() {
  process.env['ORT_DISABLE_TELEMETRY'] = '1';
  try {
    return await import('onnxruntime-node');
  } catch {
    throw new Error('the package onnxruntime-node is not installed; install it with ONNXRUNTIME_NODE_INSTALL=skip to have predictions');
  }
}

async function loadModel(folder: string, id: string): Promise<LoadedModel> {
  const artefact = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8')) as ModelArtefact;
  if (artefact.id !== id) throw new Error(`model.json is of ${artefact.id}, not of ${id}`);
  const bytes = readFileSync(join(folder, 'model.onnx'));
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (hash !== artefact.sha256) throw new Error('model.onnx is not the file that model.json describes (SHA-256 differs)');
  const { InferenceSession, Tensor } = await inferenceRuntime();
  const session = await InferenceSession.create(bytes, { executionProviders: ['cpu'], intraOpNumThreads: 1, interOpNumThreads: 1 });
  const columns = artefact.columns.length;
  const run = async (rows: readonly (readonly number[])[]): Promise<number[]> => {
    const input = new Float32Array(rows.length * columns);
    rows.forEach((row, i) => input.set(row, i * columns));
    const { output } = await session.run({ input: new Tensor('float32', input, [rows.length, columns]) });
    return Array.from((output?.data ?? []) as Float32Array);
  };
  await run([artefact.reference]);
  return { status: 'ready', artefact, run };
}
