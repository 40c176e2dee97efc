/** The trial index for commands: the store itself, or the running service's inbox when it alone can use the store. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Config } from '../config/config.ts';
import { packageRoot } from '../knowledge/package-root.ts';
import { openDatabase } from '../store/open.ts';
import type { Tables } from '../store/tables.ts';
import { activeGeneration } from '../store/trial-generations.ts';
import {
  adoptOldFile,
  type FetchStatus,
  fetchStatus,
  inboxPlace,
  inboxSink,
  isWhole,
  lateSink,
  openTrials,
  readSnapshotList,
  snapshotPath,
  storeSink,
  syncSnapshot,
  type TrialShelf,
  type TrialSink,
} from '../trial-library/index.ts';
import { serviceConfig } from './service-config.ts';

/** Putting 100,000 trials in the place of others is one long query. */
const QUERY_MS = 900_000;

/** Null when the running service holds the embedded store. */
async function databaseOf(config: Config): Promise<Kysely<Tables> | null> {
  try {
    return await openDatabase(config, QUERY_MS);
  } catch (error) {
    if (error instanceof Error && error.name === 'FolderInUse') return null;
    throw new Error(`the store cannot be opened: ${error instanceof Error ? error.message : 'unknown cause'}`, { cause: error });
  }
}

/** The work begins while the store is still being opened. */
export async function withTrialSink(work: (sink: TrialSink) => Promise<void>): Promise<void> {
  const config = serviceConfig();
  const { dataFolder, databaseUrl } = config;
  const isNew = databaseUrl === undefined && !existsSync(join(dataFolder, 'store')) && !existsSync(join(dataFolder, 'trials.json'));
  try {
    const opening = databaseOf(config).then(async (database) => {
      if (database !== null) await adoptOldFile(database, { dataFolder, root: packageRoot() });
      return { database, sink: database === null ? inboxSink(inboxPlace(dataFolder)) : storeSink(database, dataFolder) };
    });
    opening.catch(() => undefined);
    try {
      await work(
        lateSink(
          opening.then(({ sink }) => sink),
          isNew,
        ),
      );
      const { database } = await opening;
      if (database !== null) await syncSnapshot(database, dataFolder);
    } finally {
      const open = await opening.catch(() => null);
      await open?.database?.destroy();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : 'failed');
    process.exitCode = 1;
  }
}

/** The trials as the service would use them now. With PostgreSQL the index file is brought into step first; the embedded store keeps it in step itself. */
export async function openTrialShelf(): Promise<TrialShelf> {
  const config = serviceConfig();
  const { dataFolder } = config;
  // Without an index file that can be read, what the store holds has not been written out yet (or by another release).
  const unwritten = !isWhole(snapshotPath(dataFolder)) && existsSync(join(dataFolder, 'store'));
  if (config.databaseUrl !== undefined || unwritten || existsSync(join(dataFolder, 'trials.json'))) {
    const database = await databaseOf(config).catch(() => null);
    if (database === null) console.error('the store does not answer; the trials read last are used');
    else
      try {
        await adoptOldFile(database, { dataFolder: config.dataFolder, root: packageRoot() });
        await syncSnapshot(database, config.dataFolder);
      } finally {
        await database.destroy();
      }
  }
  return openTrials(packageRoot(), snapshotPath(config.dataFolder));
}

interface Status {
  readonly source: 'imported' | 'embedded';
  readonly trials: number;
  readonly version: string;
  readonly registries: readonly string[];
  /** False while the index file lags behind the store. */
  readonly inStep: boolean | null;
  readonly updates: readonly FetchStatus[] | null;
}

export async function printTrialStatus(json: boolean): Promise<void> {
  const config = serviceConfig();
  const database = await databaseOf(config).catch(() => null);
  let [inStep, updates, stored]: [boolean | null, FetchStatus[] | null, number | null] = [null, null, null];
  const file = readSnapshotList(snapshotPath(config.dataFolder));
  if (database !== null)
    try {
      const active = await activeGeneration(database);
      stored = active?.total ?? 0;
      inStep = active === null || active.stamp === file?.stamp;
      updates = await fetchStatus(database);
    } finally {
      await database.destroy();
    }
  const library = await openTrials(packageRoot(), snapshotPath(config.dataFolder)).ready();
  const status: Status = {
    source: file === null ? 'embedded' : 'imported',
    trials: library?.index.size ?? 0,
    version: library?.header.version ?? '',
    registries: library?.header.sources.map(({ label }) => label) ?? [],
    inStep,
    updates,
  };
  if (json) {
    console.log(JSON.stringify({ ...status, stored }));
    return;
  }
  console.log(
    [
      `${status.trials} trials (${status.source === 'embedded' ? 'the set that comes with the product' : `imported; ${status.registries.join(', ')}`}), content of ${library?.header.date ?? 'unknown day'}`,
      stored === null
        ? 'store: held by the running service'
        : `store: ${stored} trials${inStep === false ? '; the index file is not in step yet' : ''}`,
      ...(updates ?? []).map(
        (one) =>
          `update ${one.asked}: ${one.running ? `interrupted after ${one.pages} pages, ${one.records} records` : `complete, begun ${one.completed}`}`,
      ),
    ].join('\n'),
  );
}
