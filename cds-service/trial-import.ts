/**
 * Records into the index: what has not changed is neither compiled nor written again, a bad record is skipped and said. Records come and go in
 * chunks, so that memory does not grow with their number. The old index serves until `finish`.
 */
import type { ReadTrial } from './knowledge/import/trials.ts';
import type { TrialRecord } from './knowledge/trials/types.ts';
import type { TrialEntry } from './store/trial-generations.ts';
import type { TrialReader } from './trial-reader.ts';
import type { FetchState, Keep, TrialSink } from './trial-sink.ts';

export interface ImportSummary {
  readonly read: number;
  readonly added: number;
  /** Trials of which the record or its reading changed. */
  readonly replaced: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly total: number;
  readonly compiled: number;
  /** The running service takes the trials in and has not said yet that it is done. */
  readonly handedOver: boolean;
  /** Records that were not taken, and why; of very many the first. */
  readonly skipped: number;
  readonly faults: readonly string[];
}
export interface ImportOptions {
  /** What of the old index stays. */
  readonly keep: Keep;
  readonly today: string;
  /** What brought the trials; `import` when absent. */
  readonly origin?: string;
  readonly tick?: () => void;
  /** Told how many records are safely stored; an import that ends before its time need not read them again. */
  readonly onSafe?: (records: number) => void;
}

/** Faults kept word by word; of more only the number. */
const FAULTS = 1_000;
const CHUNK = 100;

export interface TrialWriter {
  /** Takes one record; resolves when the next may come. */
  take(one: ReadTrial): Promise<void>;
  /** Everything taken so far is safe, and with it how far the run got. */
  flush(state?: FetchState): Promise<void>;
  finish(keep: Keep, today: string, completed?: string): Promise<ImportSummary>;
  readonly read: number;
}

export function trialWriter(sink: TrialSink, reader: TrialReader, options: Pick<ImportOptions, 'origin' | 'tick' | 'onSafe'>): TrialWriter {
  const faults: string[] = [];
  let [read, good, bad, compiled, safe] = [0, 0, 0, 0, 0];
  let chunk: TrialRecord[] = [];
  /** One chunk is written while the next is compiled. */
  let writing: Promise<void> = Promise.resolve();
  const fault = (text: string): void => {
    bad += 1;
    if (faults.length < FAULTS) faults.push(text);
  };

  async function write(state?: FetchState): Promise<void> {
    const records = chunk;
    chunk = [];
    const entries = await compileNew(records);
    await writing;
    writing = sink
      .put(entries, state)
      .catch(async (error: unknown) => {
        if (!(error instanceof Error && error.name === 'ContentGone')) throw error;
        await sink.put(await compileNew(records, false), state);
      })
      .then(() => {
        safe += records.length;
        options.onSafe?.(safe);
      });
    // A failure is told to who waits for the next chunk; until then it must not count as unheard.
    writing.catch(() => undefined);
  }
  async function compileNew(records: readonly TrialRecord[], useKnown = true): Promise<TrialEntry[]> {
    const digests = records.map((record) => reader.digest(record));
    const known = useKnown ? await sink.known(digests) : new Set<string>();
    const fresh = records.filter((_, at) => !known.has(digests[at] ?? ''));
    const made = new Map((await reader.compileAll(fresh)).map((one, at) => [fresh[at], one]));
    compiled += fresh.length;
    return records.flatMap((record, at): TrialEntry[] => {
      const entry = { nctId: record.nctId, digest: digests[at] ?? '', origin: options.origin ?? 'import' };
      const one = made.get(record);
      if (one === undefined) return [entry];
      if ('content' in one) return [{ ...entry, content: one.content }];
      good -= 1;
      fault(`${record.nctId}: ${one.fault}`);
      return [];
    });
  }
  return {
    get read() {
      return read;
    },
    async take(one) {
      read += 1;
      options.tick?.();
      if ('fault' in one) {
        fault(`record ${read}${one.nctId === undefined ? '' : ` (${one.nctId})`}: ${one.fault}`);
        return;
      }
      // Control characters have no place in an id; the database would refuse the whole chunk.
      if (/\p{Cc}/u.test(one.record.nctId) || one.record.nctId.length > 200) {
        fault(`record ${read}: the registry id is not usable`);
        return;
      }
      good += 1;
      chunk.push(one.record);
      if (chunk.length >= CHUNK) await write();
    },
    async flush(state) {
      if (chunk.length > 0 || state !== undefined) await write(state);
      await writing;
    },
    async finish(keep, today, completed) {
      await this.flush();
      const counts = good > 0 || completed !== undefined ? await sink.finish(keep, today, completed) : null;
      if (counts === null && good === 0) await sink.abandon();
      const { added = 0, changed = 0, unchanged = 0, removed = 0, total = 0 } = counts ?? {};
      if (bad > faults.length) faults.push(`… and ${bad - faults.length} more`);
      return {
        read,
        added,
        replaced: changed,
        unchanged,
        removed,
        total,
        compiled,
        handedOver: counts === null && good > 0,
        skipped: bad,
        faults,
      };
    },
  };
}

/** Nothing readable among the records: the old index stays as it is, also when it was to be replaced. */
export async function importTrials(
  records: AsyncIterable<ReadTrial> | Iterable<ReadTrial>,
  sink: TrialSink,
  reader: TrialReader,
  options: ImportOptions,
): Promise<ImportSummary> {
  await sink.begin();
  const writer = trialWriter(sink, reader, options);
  try {
    for await (const one of records) await writer.take(one);
  } catch (error) {
    await sink.abandon();
    throw error;
  }
  return writer.finish(options.keep, options.today);
}
