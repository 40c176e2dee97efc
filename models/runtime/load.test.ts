import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GoldenVector } from '../artefact.ts';
import type { ReadyModel } from '../model.ts';
import { loadModels } from './load.ts';

const root = join(import.meta.dirname, '..', '..');
const runtime = await loadModels(root);

describe.each([
  ['warfarin-dose', 'warfarin'],
  ['icb-response', 'icb'],
])('%s as shipped', (id, folder) => {
  const model = runtime.models[id] as ReadyModel;
  const golden = JSON.parse(readFileSync(join(root, 'models', folder, 'golden.json'), 'utf8')) as GoldenVector[];

  it('loads, and answers its golden vectors to a millionth', async () => {
    expect(model.status).toBe('ready');
    expect(golden.length).toBeGreaterThanOrEqual(40);
    const answers = await model.run(golden.map((vector) => vector.row));
    golden.forEach((vector, i) => expect(Math.abs((answers[i] ?? NaN) / vector.value - 1)).toBeLessThan(1e-6 * 5));
  });

  it('does not read race', () => {
    expect(JSON.stringify([model.artefact.columns, Object.keys(model.artefact.groups)])).not.toMatch(/race|ethnic|asian|black|white/i);
  });

  it('has a card whose 31 attributes and figures come from the artefact', async () => {
    const { writeCard } = await import('../train/card.ts');
    const card = writeCard(model.artefact);
    expect(card.attributes.attributes).toHaveLength(31);
    expect(card.attributes.attributes.every((attribute) => attribute.text.length > 0)).toBe(true);
    expect(readFileSync(join(root, 'models', folder, 'CARD.md'), 'utf8')).toBe(card.markdown);
    expect(JSON.parse(readFileSync(join(root, 'models', folder, 'card.json'), 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(card.attributes)),
    );
  });
});

describe('a model that cannot be trusted disables itself, the other works', () => {
  it('changed model file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'genehook-models-'));
    cpSync(join(root, 'models'), join(folder, 'models'), { recursive: true });
    writeFileSync(join(folder, 'models', 'icb', 'model.onnx'), 'not a model');
    const { models } = await loadModels(folder);
    expect(models['icb-response']).toMatchObject({ status: 'disabled', why: expect.stringContaining('SHA-256') as string });
    expect(models['warfarin-dose']?.status).toBe('ready');
  });
});

describe('the inference runtime calls nobody', () => {
  /** The address that its builds from 1.29 on carry for reports on themselves. */
  const REPORTS_TO = /OneCollector|events\.data\.microsoft/;
  const folder = join(root, 'node_modules', 'onnxruntime-node', 'bin');
  const binaries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(so|node|dylib|dll)\b/.test(file));

  it('holds no address to report to, for any machine', () => {
    expect(binaries.length).toBeGreaterThan(0);
    expect(binaries.filter((file) => REPORTS_TO.test(readFileSync(join(folder, file), 'latin1')))).toEqual([]);
  });

  it('is told not to before it is loaded, where native code reads it', () => {
    // What a child inherits is the environment of the process itself, not a copy in JavaScript.
    expect(execFileSync(process.execPath, ['-p', 'process.env.ORT_DISABLE_TELEMETRY']).toString().trim()).toBe('1');
  });
});
