/** The embedded database as a pool of one connection, in the shape that kysely's PostgreSQL dialect wants. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { EmbeddedQuery, EmbeddedReply, EmbeddedStart } from './embedded-thread.ts';
import { claimFolderInTime } from './folder-lock.ts';

interface Waiting {
  resolve(reply: EmbeddedReply): void;
  reject(error: Error): void;
}

/** Resolves once the database is open. Rejects when another process holds the folder. */
export async function openEmbedded(folder: string): Promise<PostgresPool> {
  const release = await claimFolderInTime(folder);
  const worker = startThread({ folder: join(folder, 'store') });
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let ended: Error | null = null;
  const end = (error: Error): void => {
    ended = error;
    release();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  try {
    await new Promise<void>((resolve, reject) => {
      worker.once('message', (start: EmbeddedStart) => (start === 'open' ? resolve() : reject(notOpened(start))));
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The embedded store did not open')));
    });
  } catch (error) {
    release();
    throw error;
  }
  worker.removeAllListeners('exit');
  worker.on('error', end);
  worker.on('exit', () => end(new Error('The embedded store has ended')));
  worker.on('message', (reply: EmbeddedReply) => {
    waiting.get(reply.id)?.resolve(reply);
    waiting.delete(reply.id);
  });
  worker.unref();

  function send(message: EmbeddedQuery | 'close'): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
    worker.postMessage(message);
  }

  async function query<R>(sql: string, params: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    if (ended !== null) throw ended;
    count += 1;
    const id = count;
    const reply = await new Promise<EmbeddedReply>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.ref();
      send({ id, sql, params });
    }).finally(() => {
      if (waiting.size === 0) worker.unref();
    });
    if ('error' in reply) throw Object.assign(new Error(reply.error), reply.code === undefined ? {} : { code: reply.code });
    const command = (/^\s*(\w+)/.exec(sql)?.[1] ?? '').toUpperCase();
    return { command: command as 'SELECT', rowCount: reply.affected, rows: [...reply.rows] as R[] };
  }

  let free: Promise<void> = Promise.resolve();
  return {
    /** Gives the one connection to one user at a time, so that transactions do not mix. */
    async connect(): Promise<PostgresPoolClient> {
      const before = free;
      let giveBack: () => void = () => undefined;
      free = new Promise((resolve) => {
        giveBack = resolve;
      });
      await before;
      return { query: query as PostgresPoolClient['query'], release: giveBack };
    },
    async end(): Promise<void> {
      if (ended !== null) return;
      await new Promise<void>((resolve) => {
        worker.ref();
        worker.once('exit', () => resolve());
        send('close');
      });
    },
  };
}

function notOpened({ notOpened: message, code }: Exclude<EmbeddedStart, 'open'>): Error {
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}

/** From source (tests, development) the thread needs tsx to read TypeScript; the built program is JavaScript. */
function startThread(workerData: { folder: string }): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./embedded-thread.js', import.meta.url), { workerData, execArgv: [] });
  const entry = new URL('./embedded-thread.ts', import.meta.url).href;
  const program = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(entry)}); });`;
  return new Worker(program, { eval: true, workerData, execArgv: [] });
}
