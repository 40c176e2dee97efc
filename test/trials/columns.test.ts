/** An index in several files is the index in one: however trials were added, replaced and removed, and whatever was merged on the way. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompiledTrial } from '../../cds-service/knowledge/trials/types.ts';
import { openDatabase } from '../../cds-service/store/open.ts';
import type { Tables } from '../../cds-service/store/tables.ts';
import { packTrial, storedText } from '../../cds-service/trial-library/content.ts';
import { snapshotPath } from '../../cds-service/trial-library/inbox.ts';
import { syncSnapshot } from '../../cds-service/trial-library/keeper.ts';
import { openSnapshot } from '../../cds-service/trial-library/snapshot.ts';
import { storeSink } from '../../cds-service/trial-library/store-sink.ts';
import { buildColumns, indexTrials, joinColumns, matchTrials, openIndex } from '../../cds-service/trials/index.ts';
import { loadTrials } from './embedded.ts';
import { knowledge } from './knowledge.ts';
import { PATIENTS } from './patients.ts';

const trials = loadTrials().trials.slice(0, 40);
const folder = mkdtempSync(join(tmpdir(), 'genehook-columns-'));
let database: Kysely<Tables>;
beforeAll(async () => {
  database = await openDatabase({ dataFolder: folder });
}, 300_000);
afterAll(async () => {
  await database.destroy();
  rmSync(folder, { recursive: true, force: true });
});

/** Trial n, as its k-th version: the criteria of another one. */
const version = (n: number, k: number): CompiledTrial => {
  const [one, other] = [trials[n % trials.length], trials[(n + k) % trials.length]] as [CompiledTrial, CompiledTrial];
  return { record: { ...one.record, eligibility: other.record.eligibility }, criteria: other.criteria };
};
const edit = fc.record({ n: fc.nat(trials.length - 1), k: fc.nat(3) });
const same = (a: ReturnType<typeof indexTrials>, b: ReturnType<typeof indexTrials>): void => {
  expect(a.rows).toEqual(b.rows);
  expect([...a.days]).toEqual([...b.days]);
  for (const at of a.rows.keys()) expect(a.detail(at)).toEqual(b.detail(at));
  for (const facts of [PATIENTS.lung, PATIENTS.melanoma, PATIENTS.colon])
    expect(matchTrials(facts, knowledge.oncology, a)).toEqual(matchTrials(facts, knowledge.oncology, b));
};

describe('columns', () => {
  it('joined or built again from parts are those of all trials', () => {
    fc.assert(
      fc.property(fc.array(fc.array(edit, { maxLength: 12 }), { minLength: 1, maxLength: 4 }), fc.array(fc.nat(60)), (batches, removed) => {
        const parts = batches.map((batch) => {
          const made = batch.map(({ n, k }) => version(n, k));
          const builder = buildColumns();
          for (const trial of made) builder.add(trial);
          const columns = builder.finish();
          return { columns, gone: new Set<number>(), texts: Array.from(columns.origins, (at) => made[at] as CompiledTrial) };
        });
        const [first] = parts;
        for (const row of removed) if (row < (first?.columns.rows.length ?? 0)) first?.gone.add(row);
        const left = parts.flatMap(({ texts, gone }) => texts.filter((_, row) => !gone.has(row)));
        const expected = indexTrials(left);
        const { part, row, ...columns } = joinColumns(parts);
        same(
          openIndex(columns, (at) => parts[part[at] ?? 0]?.texts[row[at] ?? 0] as CompiledTrial),
          expected,
        );
        const merged = buildColumns();
        for (const { columns: some, gone } of parts) {
          const take = merged.from(some);
          for (const at of some.rows.keys()) if (!gone.has(at)) take(at);
        }
        const again = merged.finish();
        same(
          openIndex(again, (at) => left[again.origins[at] ?? 0] as CompiledTrial),
          expected,
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('imports, one after another', () => {
  it('give the files that one import of everything gives; small ones leave the large file alone', async () => {
    const held = new Map<string, CompiledTrial>();
    const put = async (batch: readonly CompiledTrial[], keep: 'rest' | 'nothing', withFile: boolean): Promise<void> => {
      const sink = storeSink(database, withFile ? folder : undefined);
      await sink.begin();
      const builder = buildColumns();
      for (const trial of batch) builder.add(trial);
      const entries = batch.map((trial) => {
        const content = storedText(packTrial(trial));
        return { nctId: trial.record.nctId, digest: content.slice(0, 200), origin: 'import', content };
      });
      await sink.put(entries, undefined, builder.finish());
      await sink.finish(keep, '2026-11-21');
      if (keep === 'nothing') held.clear();
      for (const trial of batch) held.set(trial.record.nctId, trial);
      expect(await syncSnapshot(database, folder)).toBe(true);
    };
    const files = () => readdirSync(folder).filter((name) => name.endsWith('.segment'));
    await put(
      trials.map((_, n) => version(n, 0)),
      'nothing',
      true,
    );
    const [large] = files();
    await put([version(3, 1)], 'rest', false);
    await put([version(3, 2), version(7, 1)], 'rest', true);
    expect(files()).toContain(large);
    expect(files().length).toBeGreaterThan(1);
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 9 }),
        async (edits, withFile, all) => {
          const batch = [...new Map(edits.map(({ n, k }) => [n, version(n, k)])).values()];
          await put(batch, all === 0 ? 'nothing' : 'rest', withFile);
          const open = await openSnapshot(snapshotPath(folder));
          if (open === null) throw new Error('no index');
          expect(open.index.size).toBe(held.size);
          same(open.index, indexTrials([...held.values()]));
          open.close();
          expect(files().length).toBeLessThanOrEqual(10);
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  }, 300_000);
});
