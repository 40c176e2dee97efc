/** Opens the store that the configuration asks for: PostgreSQL, or the embedded database in the data folder. */
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import type { Config } from '../config/config.ts';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrations.ts';
import type { Keyed } from './secret.ts';
import { createSqlStore, type SqlStoreSetting } from './sql-store.ts';
import type { Tables } from './tables.ts';
import type { Store } from './types.ts';

type Where = Pick<Config, 'databaseUrl' | 'dataFolder'>;

/**
 * A migrated database. Rejects with `NewerSchema` or `FolderInUse` when it must not be used.
 * @param queryMs a query of PostgreSQL that takes longer fails; commands that move many rows need more than answers do
 */
export async function openDatabase({ databaseUrl, dataFolder }: Where, queryMs: number = 5_000): Promise<Kysely<Tables>> {
  const pool = databaseUrl === undefined ? await openEmbedded(dataFolder) : postgresPool(databaseUrl, queryMs);
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

function postgresPool(connectionString: string, queryMs: number): Pool {
  const pool = new Pool({ connectionString, max: 6, connectionTimeoutMillis: 3_000, query_timeout: queryMs, allowExitOnIdle: true });
  // A connection that breaks tells both the pool and itself; the query that ran on it fails, and that is answer enough.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export function openStore(
  config: Where & Pick<Config, 'repeatSilenceHours' | 'retentionDays'>,
  keyed: Keyed,
  setting: Pick<SqlStoreSetting, 'now' | 'onFatal' | 'onTrouble'>,
  /** Told of the open database; what is started here ends when it is closed. */
  onOpen?: (database: Kysely<Tables>) => { stop(): void },
): Store {
  const opening = config.databaseUrl === undefined ? openDatabase(config) : untilOpen(() => openDatabase(config), setting.onTrouble);
  let besides: { stop(): void } | undefined;
  opening.then(
    (database) => {
      besides = onOpen?.(database);
    },
    () => undefined,
  );
  const store = createSqlStore({
    ...setting,
    opening,
    keyed,
    shared: config.databaseUrl !== undefined,
    repeatSilenceHours: config.repeatSilenceHours,
    retentionDays: config.retentionDays,
  });
  return {
    ...store,
    async close() {
      besides?.stop();
      await store.close();
    },
  };
}

const RETRY_MS = 1_000;

/** A PostgreSQL that is not there yet is waited for; one that must not be used is not. */
async function untilOpen(open: () => Promise<Kysely<Tables>>, onTrouble: SqlStoreSetting['onTrouble']): Promise<Kysely<Tables>> {
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (error instanceof Error && error.name === 'NewerSchema') throw error;
      onTrouble('store-open', 1);
      await new Promise((resolve) => {
        setTimeout(resolve, RETRY_MS).unref();
      });
    }
  }
}
