/** The configuration of the service as commands use it: same environment, same messages, exit code 1 when it is not valid. */
import { readFileSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { readConfig, type Config } from '../config/config.ts';
import { folderFault } from '../store/folder-fault.ts';
import { openDatabase } from '../store/open.ts';
import { createKeyed, secretFor, type Keyed } from '../store/secret.ts';
import type { Tables } from '../store/tables.ts';

export function serviceConfig(): Config {
  const result = readConfig(process.env, (path) => readFileSync(path, 'utf8'));
  if (result.ok) return result.config;
  console.error(result.issues.join('\n'));
  process.exit(1);
}

export function keyedOf(config: Config): Keyed {
  return createKeyed(secretFor(config.secret, config.dataFolder));
}

/** Opens the store for one piece of work. The embedded store can be used only while the service is stopped. */
export async function withDatabase(work: (database: Kysely<Tables>, config: Config) => Promise<void>): Promise<void> {
  const config = serviceConfig();
  let database: Kysely<Tables>;
  try {
    database = await openDatabase(config);
  } catch (error) {
    const inUse = error instanceof Error && error.name === 'FolderInUse';
    const hint = inUse ? '; stop the service first, or use GET /admin/feedback while it runs' : '';
    const cause = error instanceof Error ? (folderFault(error) ?? error.message) : 'unknown cause';
    console.error(`The store cannot be opened: ${cause}${hint}`);
    process.exit(1);
  }
  try {
    await work(database, config);
  } finally {
    await database.destroy();
  }
}
