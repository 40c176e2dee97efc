/** Where imported trials go: the store, or a file that the running service takes into its store. */
import type { GenerationCounts, TrialEntry } from '../store/trial-generations.ts';
import type { IndexColumns } from '../trials/index.ts';
import type { Earlier } from './content.ts';

/** How far the answer to a question to a registry has been read. */
export interface FetchState {
  /** Page to go on with; empty = the first. */
  readonly token: string;
  readonly pages: number;
  readonly records: number;
  /** Instant at which the run began. */
  readonly started: string;
}
export interface Question {
  /** Same question, same id, whatever the day since which records are asked for. */
  readonly id: string;
  /** The question in words, with that day. */
  readonly asked: string;
}
export interface Begun {
  /** An interrupted run of the same question, asked in the same words; null = nothing has been read yet. */
  readonly state: FetchState | null;
}

export type Keep = 'nothing' | 'rest' | 'rest-without-question';

export interface TrialSink {
  /** `fresh`: an interrupted run of the question is given up. */
  begin(question?: Question, fresh?: boolean): Promise<Begun>;
  /** Day on which the last complete run of a question began; empty = none yet. */
  completed(question: string): Promise<string>;
  known(digests: readonly string[]): Promise<ReadonlySet<string>>;
  /** Which of these trials are in the index that is served. */
  served(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** What the index that is served holds of these trials, by registry id. */
  earlier(ids: readonly string[]): Promise<ReadonlyMap<string, Earlier>>;
  /** Resolves once the trials, and with them how far the run got, are safe. `columns`: of those that have content, so that nobody must read it again. */
  put(entries: readonly TrialEntry[], state?: FetchState, columns?: IndexColumns): Promise<void>;
  /** Puts what was made in the place of the old index; null: it was handed over and the service has not said yet that it is done. */
  finish(keep: Keep, today: string, completed?: string): Promise<GenerationCounts | null>;
  /** Nothing is to come of what was made. */
  abandon(): Promise<void>;
}

/** A sink that is still being opened: records can be read meanwhile. `isNew`: nothing can be known to it. */
export function lateSink(opening: Promise<TrialSink>, isNew: boolean): TrialSink {
  let begun: Promise<unknown> = opening;
  const ready = async (): Promise<TrialSink> => {
    await begun;
    return opening;
  };
  return {
    async begin(question, fresh) {
      const begin = opening.then((sink) => sink.begin(question, fresh));
      begun = begin;
      if (question !== undefined) return begin;
      begin.catch(() => undefined);
      return { state: null };
    },
    completed: async (question) => (await opening).completed(question),
    known: async (digests) => (isNew ? new Set() : (await opening).known(digests)),
    served: async (ids) => (await opening).served(ids),
    earlier: async (ids) => (isNew ? new Map() : (await opening).earlier(ids)),
    put: async (entries, state, columns) => (await ready()).put(entries, state, columns),
    finish: async (keep, today, completed) => (await ready()).finish(keep, today, completed),
    abandon: async () => (await ready()).abandon(),
  };
}
