/**
 * Keeps the index file in step with the store, for every process that has the store open: at the start, when another process has put in a new index,
 * and when an import has handed over trials. Checking costs one small query.
 */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { activeGeneration } from '../store/trial-generations.ts';
import { inboxPlace, snapshotPath, takeInbox } from './inbox.ts';
import { importTrials } from './import-records.ts';
import { readTrialFile } from './shelf.ts';
import { trialReader } from './reader.ts';
import { storeSink } from './store-sink.ts';
import { syncFiles } from './sync.ts';

export interface KeeperSetting {
  readonly dataFolder: string;
  readonly root: string;
  /** True when the store is in this data folder and only this process can use it. */
  readonly embedded: boolean;
  /** `what` is a code. */
  readonly onTrouble?: (what: string, count: number) => void;
  readonly everyMs?: number;
}

const EVERY_MS = 2_000;

/** Goes on until the process ends or `stop` is called. Never throws. */
export function keepTrials(database: Kysely<Tables>, setting: KeeperSetting): { stop(): void } {
  let busy = false;
  let stopped = false;
  let failing = false;
  const look = async (): Promise<void> => {
    if (busy || stopped) return;
    busy = true;
    try {
      await adoptOldFile(database, setting);
      if (setting.embedded) await takeInbox(inboxPlace(setting.dataFolder), database);
      await syncSnapshot(database, setting.dataFolder);
      failing = false;
    } catch {
      // Told once, not every two seconds while the database is away.
      if (!stopped && !failing) setting.onTrouble?.('trial-index', 1);
      failing = true;
    } finally {
      busy = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), setting.everyMs ?? EVERY_MS).unref();
  return {
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}

/** Makes or extends the index files where they were made from another generation. True when they are in step afterwards. */
export function syncSnapshot(database: Kysely<Tables>, dataFolder: string): Promise<boolean> {
  return syncFiles(database, snapshotPath(dataFolder));
}

/** The index file of releases before the store held the trials: taken over once, then set aside. */
export async function adoptOldFile(
  database: Kysely<Tables>,
  { dataFolder, root }: Pick<KeeperSetting, 'dataFolder' | 'root'>,
): Promise<void> {
  const path = join(dataFolder, 'trials.json');
  if (!existsSync(path)) return;
  if ((await activeGeneration(database)) === null) {
    const records = (readTrialFile(path)?.trials ?? []).map(({ record }) => ({ record }));
    await importTrials(records, storeSink(database), trialReader(root), { keep: 'rest', today: new Date().toISOString().slice(0, 10) });
  }
  renameSync(path, `${path}.imported`);
}
