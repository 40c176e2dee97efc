/**
 * While the service runs it alone can use the embedded store. An import then writes a file beside it, complete or not at all, and the service takes it
 * in; the result comes back as a file. How far a run of `trials update` got is kept in the same way.
 */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { linesOf } from './lines.ts';
import type { GenerationCounts, TrialEntry } from '../store/trial-generations.ts';
import type { Tables } from '../store/tables.ts';
import { openServed, type Served } from './served.ts';
import { storeSink } from './store-sink.ts';
import type { FetchState, Keep, Question, TrialSink } from './sink.ts';

interface Ending {
  readonly end: true;
  readonly keep: Keep;
  readonly today: string;
  readonly count: number;
  readonly question?: Question;
  readonly completed?: string;
  readonly state?: FetchState;
}

export interface InboxPlace {
  readonly folder: string;
  readonly snapshot: string;
}
export function inboxPlace(dataFolder: string): InboxPlace {
  return { folder: join(dataFolder, 'trial-inbox'), snapshot: snapshotPath(dataFolder) };
}
export function snapshotPath(dataFolder: string): string {
  return join(dataFolder, 'trials.index');
}

/** How long an import waits for the service to say that it is done. */
const WAIT_MS = 120_000;

export function inboxSink({ folder, snapshot }: InboxPlace, waitMs: number = WAIT_MS): TrialSink {
  const name = `${Date.now()}-${process.pid}`;
  let part = join(folder, `${name}.part`);
  let asked: Question | undefined;
  let count = 0;
  let stateNow: FetchState | undefined;
  const served = onceAsked(snapshot);
  const written = new Set<string>();
  return {
    async begin(question, fresh = false) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      asked = question;
      if (question === undefined) {
        writeFileSync(part, '', { mode: 0o600 });
        return { state: null };
      }
      part = join(folder, `update-${question.id}.part`);
      const mark = fresh ? null : readMark(`${part}.mark`);
      if (mark?.state !== undefined && mark.asked === question.asked && existsSync(part)) {
        // What was written after the last mark is read again and replaces itself; half a line is none.
        truncateSync(part, readFileSync(part).lastIndexOf(10) + 1);
        for await (const line of linesOf(part)) {
          written.add((JSON.parse(line) as TrialEntry).digest);
          count += 1;
        }
        stateNow = mark.state;
        return { state: mark.state };
      }
      writeFileSync(part, '', { mode: 0o600 });
      return { state: null };
    },
    completed: async (id) => readMark(completedPath(folder, id))?.completed ?? '',
    async known(wanted) {
      const digests = await served.digests();
      return new Set(wanted.filter((digest) => digests.has(digest) || written.has(digest)));
    },
    async served(ids) {
      const trials = await served.trials();
      return new Set(ids.filter((id) => trials.has(id)));
    },
    async earlier(ids) {
      const trials = await served.trials();
      return new Map(
        ids.flatMap((id) => {
          const trial = trials.get(id)?.();
          return trial === undefined ? [] : [[id, trial] as const];
        }),
      );
    },
    async put(entries, state) {
      appendFileSync(part, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
      for (const { digest } of entries) written.add(digest);
      count += entries.length;
      if (state === undefined) return;
      stateNow = state;
      writeWhole(`${part}.mark`, JSON.stringify({ asked: asked?.asked, state }));
    },
    async finish(keep, today, completed) {
      await served.close();
      const ending: Ending = {
        end: true,
        keep,
        today,
        count,
        ...(asked === undefined ? {} : { question: asked }),
        ...(completed === undefined ? {} : { completed }),
        ...(stateNow === undefined ? {} : { state: stateNow }),
      };
      appendFileSync(part, `${JSON.stringify(ending)}\n`);
      const ready = join(folder, `${name}.ndjson`);
      renameSync(part, ready);
      rmSync(`${part}.mark`, { force: true });
      if (asked !== undefined && completed !== undefined) writeWhole(completedPath(folder, asked.id), JSON.stringify({ completed }));
      return answerFor(ready, waitMs);
    },
    async abandon() {
      await served.close();
      rmSync(part, { force: true });
      rmSync(`${part}.mark`, { force: true });
    },
  };
}

/** The index as it was when it was first asked; each list is read once. */
function onceAsked(path: string): { [Name in keyof Served]: () => Promise<Awaited<ReturnType<Served[Name]>>> } {
  let open: Promise<Served> | null = null;
  let digests: ReturnType<Served['digests']> | null = null;
  let trials: ReturnType<Served['trials']> | null = null;
  const opened = (): Promise<Served> => (open ??= openServed(path));
  return {
    digests: () => (digests ??= opened().then((served) => served.digests())),
    trials: () => (trials ??= opened().then((served) => served.trials())),
    close: async () => (await open)?.close(),
  };
}

async function answerFor(ready: string, waitMs: number): Promise<GenerationCounts | null> {
  const result = `${ready}.result`;
  for (let waited = 0; waited < waitMs; waited += 100) {
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    if (!existsSync(result)) continue;
    const answer = JSON.parse(readFileSync(result, 'utf8')) as GenerationCounts | { readonly failed: string };
    rmSync(result, { force: true });
    if ('failed' in answer) throw new Error(`the running service did not take the trials in: ${answer.failed}`);
    return answer;
  }
  return null;
}

/** Takes in every complete file, oldest first; says how many. A file that cannot be taken in is set aside with its reason. */
export async function takeInbox({ folder }: InboxPlace, database: Kysely<Tables>): Promise<number> {
  const ready = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ndjson')) : [];
  for (const name of ready.sort()) {
    const path = join(folder, name);
    try {
      const counts = await takeFile(path, database);
      writeWhole(`${path}.result`, JSON.stringify(counts));
      rmSync(path, { force: true });
    } catch (error) {
      writeWhole(`${path}.result`, JSON.stringify({ failed: error instanceof Error ? error.message : 'unknown cause' }));
      renameSync(path, `${path}.refused`);
    }
  }
  return ready.length;
}

const CHUNK = 50;

async function takeFile(path: string, database: Kysely<Tables>): Promise<GenerationCounts> {
  const sink = storeSink(database);
  const ending = await endingOf(path);
  await sink.begin(ending.question, true);
  try {
    let chunk: TrialEntry[] = [];
    for await (const line of linesOf(path)) {
      const entry = JSON.parse(line) as TrialEntry | Ending;
      if ('end' in entry) break;
      chunk.push(entry);
      if (chunk.length < CHUNK) continue;
      await sink.put(chunk);
      chunk = [];
    }
    await sink.put(chunk, ending.state);
    const counts = await sink.finish(ending.keep, ending.today, ending.completed);
    if (counts === null) throw new Error('the store gave no answer');
    return counts;
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}

async function endingOf(path: string): Promise<Ending> {
  let [last, count] = ['', -1];
  for await (const line of linesOf(path)) {
    last = line;
    count += 1;
  }
  const ending = JSON.parse(last) as Partial<Ending>;
  if (ending.end !== true || ending.count !== count) throw new Error('the file is not complete');
  return ending as Ending;
}

const completedPath = (folder: string, question: string): string => join(folder, `update-${question}.completed`);

interface Mark {
  readonly asked?: string;
  readonly state?: FetchState;
  readonly completed?: string;
}
function readMark(path: string): Mark | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Mark;
  } catch {
    return null;
  }
}

function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.tmp`, text, { mode: 0o600 });
  renameSync(`${path}.tmp`, path);
}
