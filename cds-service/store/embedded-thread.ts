/** Worker thread that holds the embedded PostgreSQL, so that its work never stops the answering of calls. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { codeOf } from './folder-fault.ts';

export interface EmbeddedQuery {
  readonly id: number;
  readonly sql: string;
  readonly params: readonly unknown[];
}
export type EmbeddedReply =
  | { readonly id: number; readonly rows: readonly unknown[]; readonly affected: number }
  | { readonly id: number; readonly error: string; readonly code?: string };

/** The first message: the database is open, or why it is not. */
export type EmbeddedStart = 'open' | { readonly notOpened: string; readonly code?: string };

const port = parentPort;
if (port !== null) {
  const { folder } = workerData as { folder: string };
  const database = await open(folder);
  /** One query after another: the embedded database has one session. */
  let turn: Promise<unknown> = Promise.resolve();
  port.on('message', (query: EmbeddedQuery | 'close') => {
    turn = turn.then(async () => {
      if (query === 'close') {
        await database.close();
        port.close();
        return;
      }
      port.postMessage(await answer(query));
    });
  });
  port.postMessage('open' satisfies EmbeddedStart);

  /** What the database throws is not always an Error, and would not reach the other thread as it is. */
  async function open(dataDir: string): Promise<PGlite> {
    try {
      if (!existsSync(dataDir)) await make(dataDir);
      return await PGlite.create({ dataDir });
    } catch (error) {
      const code = codeOf(error);
      const notOpened = error instanceof Error ? error.message : 'the embedded database failed';
      port?.postMessage({ notOpened, ...(code === '' ? {} : { code }) } satisfies EmbeddedStart);
      process.exit(1);
    }
  }

  /** A store bears its name once it is whole: one that was being made when the process was killed could never be opened. */
  async function make(dataDir: string): Promise<void> {
    const making = `${dataDir}.making`;
    rmSync(making, { recursive: true, force: true });
    const made = await PGlite.create({ dataDir: making });
    await made.close();
    renameSync(making, dataDir);
  }

  async function answer({ id, sql, params }: EmbeddedQuery): Promise<EmbeddedReply> {
    try {
      const { rows, affectedRows } = await database.query(sql, [...params]);
      return { id, rows, affected: affectedRows ?? rows.length };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
      return { id, error: error instanceof Error ? error.message : 'failed', ...(code === undefined ? {} : { code }) };
    }
  }
}
