/** Reads and compiles records here, or with the help of other threads where there is much to do; the result is the same. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CompiledTrial, TrialRecord } from '../knowledge/trials/types.ts';
import { batchReader, type BatchInput, type MadeBatch, type ReadItem } from './batch.ts';
import type { Earlier } from './content.ts';
import type { ThreadReply, ThreadRequest } from './compile-thread.ts';

export interface Reading {
  readonly items: readonly ReadItem[];
  /** Compiles these items; to be called once, also with none. `earlier`, in the same order: what is served of them now. */
  make(wanted: readonly number[], earlier?: readonly (Earlier | undefined)[]): Promise<MadeBatch>;
}
export interface TrialReader {
  /** Same record and same reader, same digest. */
  digest(record: TrialRecord): string;
  compile(record: TrialRecord): CompiledTrial;
  read(input: BatchInput): Promise<Reading>;
  /** So many bytes of records are coming. */
  expect(bytes: number): void;
  /** Batches that can be worked on at the same time. */
  width(): number;
}

/** A thread needs half a second to load what it must know: it pays for itself only in large imports. */
const [ALONE_RECORDS, ALONE_BYTES] = [300, 2_000_000];
const MOST_THREADS = 4;

export function trialReader(root: string, threads: number = defaultThreads()): TrialReader {
  let alone: ReturnType<typeof batchReader> | null = null;
  const here = (): ReturnType<typeof batchReader> => (alone ??= batchReader(root));
  const helpers: Helper[] = [];
  let [count, expected] = [0, false];
  const help = (): void => {
    while (helpers.length < threads) helpers.push(startHelper(root));
  };
  const readHere = async (input: BatchInput): Promise<Reading> => {
    const { items, make } = here().read(input);
    return { items, make: async (wanted, earlier) => make(wanted, earlier) };
  };
  return {
    digest: (record) => here().digest(record),
    compile: (record) => here().compile(record),
    expect(bytes) {
      if (bytes < ALONE_BYTES) return;
      expected = true;
      help();
    },
    width: () => Math.max(1, helpers.length * 2),
    async read(input) {
      count += 'records' in input ? input.records.length : input.ends.length;
      if (count > ALONE_RECORDS) help();
      // Threads that are only starting are waited for where much is expected.
      const able = helpers.filter(({ state }) => state() === 'ready' || (expected && state() === 'starting'));
      const [first, ...others] = able;
      if (first === undefined) return readHere(input);
      const helper = others.reduce((best, one) => (one.load() < best.load() ? one : best), first);
      try {
        const { items, make } = await helper.read(input);
        // What a thread could not do is done here.
        return { items, make: (wanted, earlier) => make(wanted, earlier).catch(async () => (await readHere(input)).make(wanted, earlier)) };
      } catch {
        return readHere(input);
      }
    },
  };
}

/** One processor: a thread would only take turns with the rest. */
function defaultThreads(): number {
  const processors = availableParallelism();
  return processors === 1 ? 0 : Math.min(processors, MOST_THREADS);
}

interface Helper {
  state(): 'starting' | 'ready' | 'ended';
  /** Batches it has not made yet. */
  load(): number;
  read(input: BatchInput): Promise<Reading>;
}
type Answer = Exclude<ThreadReply, 'ready'>;

/** Does not keep the process alive unless it has work. */
function startHelper(root: string): Helper {
  const worker = startThread({ root });
  let state: 'starting' | 'ready' | 'ended' = 'starting';
  let [next, load] = [0, 0];
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  const end = (error: Error): void => {
    state = 'ended';
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the thread has ended')));
  worker.on('message', (message: ThreadReply) => {
    if (message === 'ready') {
      state = 'ready';
      return;
    }
    const one = waiting.get(message.id);
    waiting.delete(message.id);
    if (waiting.size === 0) worker.unref();
    if ('failed' in message) one?.reject(new Error(message.failed));
    else one?.resolve(message);
  });
  // Only now: listening to it makes it count again.
  worker.unref();
  const ask = (request: ThreadRequest): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (state === 'ended') {
        reject(new Error('the thread has ended'));
        return;
      }
      waiting.set(request.id, { resolve, reject });
      worker.ref();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
      worker.postMessage(request);
    });
  return {
    state: () => state,
    load: () => load,
    async read(input) {
      next += 1;
      const id = next;
      load += 1;
      try {
        const answer = await ask({ id, read: input });
        if (!('items' in answer)) throw new Error('the thread gave another answer');
        const make: Reading['make'] = async (wanted, earlier = []) => {
          try {
            const made = await ask({ id, make: wanted, earlier });
            if (!('made' in made)) throw new Error('the thread gave another answer');
            return made.made;
          } finally {
            load -= 1;
          }
        };
        return { items: answer.items, make };
      } catch (error) {
        load -= 1;
        throw error;
      }
    },
  };
}

/** Reading makes much that is soon forgotten; with more room for it, the young generation is cleared less often. */
const resourceLimits = { maxYoungGenerationSizeMb: 96 };

/** From source (tests, development) the thread needs tsx to read TypeScript; the built program is JavaScript. */
function startThread(workerData: { root: string }): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./compile-thread.js', import.meta.url), { workerData, execArgv: [], resourceLimits });
  const entry = new URL('./compile-thread.ts', import.meta.url).href;
  const program = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(entry)}); });`;
  return new Worker(program, { eval: true, workerData, execArgv: [] });
}
