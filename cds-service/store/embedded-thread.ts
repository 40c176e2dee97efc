/** Worker thread that holds the embedded PostgreSQL, so that its work never stops the answering of calls. */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

export interface EmbeddedQuery {
  readonly id: number;
  readonly sql: string;
  readonly params: readonly unknown[];
}
export type EmbeddedReply =
  | { readonly id: number; readonly rows: readonly unknown[]; readonly affected: number }
  | { readonly id: number; readonly error: string; readonly code?: string };

const port = parentPort;
if (port !== null) {
  const { folder } = workerData as { folder: string };
  const database = await PGlite.create({ dataDir: folder });
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
  port.postMessage('open');

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
