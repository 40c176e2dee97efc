/** What makes criteria out of records: which version of the reader, and on how many processors it runs. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CompiledTrial, TrialRecord } from './knowledge/trials/types.ts';
import { loadKnowledge } from './knowledge/load.ts';
import type { Compiled } from './trial-compile-thread.ts';
import { compileTrial, readingContext } from './trials/index.ts';

export interface TrialReader {
  /** Same record and same reader, same digest. */
  digest(record: TrialRecord): string;
  compile(record: TrialRecord): CompiledTrial;
  /** The same for many, with the help of other threads once there is much to do; in the order of the records. */
  compileAll(records: readonly TrialRecord[]): Promise<readonly Compiled[]>;
}

/** A thread needs about a second to load what it must know: it pays for itself only in large imports. */
const ALONE = 600;
const MOST_THREADS = 3;

export function trialReader(root: string, threads: number = Math.min(availableParallelism() - 1, MOST_THREADS)): TrialReader {
  const { oncology, vocabulary, headers } = loadKnowledge(root);
  const context = readingContext(oncology, vocabulary.tumours);
  const reader = fingerprint(headers);
  const helpers: Helper[] = [];
  let count = 0;
  const one = (record: TrialRecord): Compiled => {
    try {
      return { content: JSON.stringify(compileTrial(record, context)) };
    } catch (error) {
      return { fault: error instanceof Error ? error.message : 'not readable' };
    }
  };
  return {
    digest: (record) => createHash('sha256').update(reader).update(JSON.stringify(record)).digest('hex').slice(0, 40),
    compile: (record) => compileTrial(record, context),
    async compileAll(records) {
      count += records.length;
      if (count > ALONE) while (helpers.length < threads) helpers.push(startHelper(root));
      const able = helpers.filter(({ ready }) => ready());
      const share = Math.ceil(records.length / (able.length + 1));
      const theirs = able.map((helper, at) => {
        const part = records.slice((at + 1) * share, (at + 2) * share);
        // What a thread could not do is done here.
        return helper.compile(part).catch(() => part.map(one));
      });
      const mine = records.slice(0, share).map(one);
      return [...mine, ...(await Promise.all(theirs)).flat()];
    },
  };
}

interface Helper {
  ready(): boolean;
  compile(records: readonly TrialRecord[]): Promise<readonly Compiled[]>;
}

/** Does not keep the process alive unless it has work. */
function startHelper(root: string): Helper {
  const worker = startThread({ root });
  let state: 'starting' | 'ready' | 'ended' = 'starting';
  let waiting: { resolve(compiled: readonly Compiled[]): void; reject(error: Error): void } | null = null;
  const end = (error: Error): void => {
    state = 'ended';
    waiting?.reject(error);
    waiting = null;
  };
  worker.unref();
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the thread has ended')));
  worker.on('message', (message: 'ready' | readonly Compiled[]) => {
    if (message === 'ready') {
      state = 'ready';
      return;
    }
    waiting?.resolve(message);
    waiting = null;
    worker.unref();
  });
  return {
    ready: () => state === 'ready' && waiting === null,
    compile: (records) =>
      new Promise((resolve, reject) => {
        if (records.length === 0) {
          resolve([]);
          return;
        }
        waiting = { resolve, reject };
        worker.ref();
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
        worker.postMessage(records);
      }),
  };
}

/** From source (tests, development) the thread needs tsx to read TypeScript; the built program is JavaScript. */
function startThread(workerData: { root: string }): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./trial-compile-thread.js', import.meta.url), { workerData, execArgv: [] });
  const entry = new URL('./trial-compile-thread.ts', import.meta.url).href;
  const program = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(entry)}); });`;
  return new Worker(program, { eval: true, workerData, execArgv: [] });
}

/** Knowledge and the program texts that decide how a criterion is read: another reader makes other criteria. */
function fingerprint(headers: readonly { readonly id: string; readonly version: string; readonly date: string }[]): string {
  const hash = createHash('sha256');
  for (const { id, version, date } of headers) hash.update(`${id} ${version} ${date}\n`);
  const room = join(import.meta.dirname, 'trials');
  const own = extname(import.meta.filename);
  const texts = readdirSync(join(room, 'criteria')).filter((name) => extname(name) === own && !name.includes('.test.'));
  for (const path of [join(room, `compile${own}`), join(room, `named${own}`), ...texts.sort().map((name) => join(room, 'criteria', name))])
    hash.update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}
