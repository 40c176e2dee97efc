/**
 * Records into the index: what has not changed is neither compiled nor written again, a bad record is skipped and said. Records come and go in
 * batches, several of them at work at the same time, so that memory does not grow with their number. The old index serves until `finish`.
 */
import type { ReadTrial } from '../knowledge/import/trials/index.ts';
import type { TrialRecord } from '../knowledge/trials/types.ts';
import type { TrialEntry } from '../store/trial-generations.ts';
import type { BatchInput, MadeBatch, ReadItem } from './batch.ts';
import type { Earlier } from './content.ts';
import type { TrialReader } from './reader.ts';
import type { FetchState, Keep, TrialSink } from './sink.ts';

/** The JSON of one record as it stands in a file. */
export interface RawTrial {
  readonly text: Uint8Array;
  /** For people: file, line. */
  readonly place: string;
}
/** What is no record: in the words of who read the file. */
export interface Unreadable {
  readonly fault: string;
  readonly place: string;
}
export type TrialInput = ReadTrial | RawTrial | Unreadable;

export interface ImportSummary {
  readonly read: number;
  readonly added: number;
  /** Trials of which the record or its reading changed. */
  readonly replaced: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly total: number;
  /** Records of which the criteria were read. */
  readonly compiled: number;
  /** Records whose id had come before in the same run; the last of them counts. */
  readonly repeated: number;
  /** The running service takes the trials in and has not said yet that it is done. */
  readonly handedOver: boolean;
  /** Records that were not taken, and why; of very many the first. */
  readonly skipped: number;
  readonly faults: readonly string[];
  readonly notes: readonly string[];
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
const [FAULTS, NOTES] = [1_000, 20];
/** Records and bytes of a batch; batches that wait to be stored. */
const [BATCH, BATCH_BYTES, WAITING] = [50, 4_000_000, 40];

export interface TrialWriter {
  /** Takes one record; resolves when the next may come. */
  take(one: TrialInput): Promise<void>;
  /** Everything taken so far is safe, and with it how far the run got. */
  flush(state?: FetchState): Promise<void>;
  finish(keep: Keep, today: string, completed?: string): Promise<ImportSummary>;
}

interface Batch {
  readonly input: BatchInput;
  /** Where each text or record stood. */
  readonly places: readonly string[];
}
interface Worked extends Batch {
  readonly items: readonly ReadItem[];
  /** Places among the items of what was compiled. */
  readonly wanted: readonly number[];
  readonly made: MadeBatch;
}

export function trialWriter(
  sink: TrialSink,
  reader: TrialReader,
  options: Pick<ImportOptions, 'origin' | 'tick' | 'onSafe'> & { readonly day: string },
): TrialWriter {
  const [faults, notes]: [string[], string[]] = [[], []];
  let [read, good, bad, compiled, safe, repeated, taken] = [0, 0, 0, 0, 0, 0, 0];
  const cameFrom = new Map<string, string>();
  let next = fresh();
  const making: Promise<unknown>[] = [];
  const storing: Promise<unknown>[] = [];
  let stored: Promise<void> = Promise.resolve();
  const fault = (text: string): void => {
    bad += 1;
    if (faults.length < FAULTS) faults.push(text);
  };

  async function submit(): Promise<void> {
    const batch = next.batch(options.day);
    next = fresh();
    if (batch === null) return;
    if (making.length >= reader.width()) await making.shift();
    if (storing.length >= WAITING) await storing.shift();
    const [before, work] = [stored, workOn(batch, true)];
    stored = (async () => {
      await before;
      const worked = await work;
      tell(worked);
      await store(worked);
    })();
    // A failure is told to who waits for it; until then it must not count as unheard.
    for (const promise of [work, stored]) promise.catch(() => undefined);
    making.push(work);
    storing.push(stored);
  }

  async function workOn(batch: Batch, useKnown: boolean): Promise<Worked> {
    const { items, make } = await reader.read(batch.input);
    const digests = items.flatMap((item) => ('digest' in item ? [item.digest] : []));
    const known = useKnown ? await sink.known(digests) : new Set<string>();
    const asked = new Set<string>();
    const wanted = items.flatMap((item, at) => {
      if (!('digest' in item) || known.has(item.digest) || asked.has(item.digest)) return [];
      asked.add(item.digest);
      return [at];
    });
    const idOf = (at: number): string => items[at]?.nctId ?? '';
    const earlier = useKnown ? await sink.earlier(wanted.map(idOf)) : new Map<string, Earlier>();
    const made = await make(
      wanted,
      wanted.map((at) => earlier.get(idOf(at))),
    );
    return { ...batch, items, wanted, made };
  }

  /** Counts and says what was found in a batch. */
  function tell({ items, places, wanted, made }: Worked): void {
    compiled += wanted.length - made.compiled.filter((one) => 'kept' in one).length;
    for (const item of items) {
      read += 1;
      options.tick?.();
      const place = places[item.text] ?? '';
      if ('fault' in item) {
        fault(`${place}${item.nctId === undefined ? '' : ` (${item.nctId})`}: ${item.fault}`);
        continue;
      }
      const before = cameFrom.get(item.nctId);
      cameFrom.set(item.nctId, place);
      good += 1;
      if (before === undefined) continue;
      repeated += 1;
      if (notes.length < NOTES) notes.push(`${place}: ${item.nctId} came before (${before}); the later one counts`);
    }
    for (const [n, one] of made.compiled.entries())
      if ('fault' in one) {
        good -= 1;
        const item = items[wanted[n] ?? -1];
        fault(`${places[item?.text ?? -1] ?? ''} (${item?.nctId ?? ''}): ${one.fault}`);
      }
  }

  async function store(worked: Worked): Promise<void> {
    try {
      await sink.put(entriesOf(worked), undefined, worked.made.columns);
    } catch (error) {
      if (!(error instanceof Error && error.name === 'ContentGone')) throw error;
      const again = await workOn(worked, false);
      await sink.put(entriesOf(again), undefined, again.made.columns);
    }
    safe += worked.items.length;
    options.onSafe?.(safe);
  }

  function entriesOf({ items, wanted, made }: Worked): TrialEntry[] {
    const found = new Map(wanted.map((at, n) => [digestOf(items[at]), made.compiled[n]]));
    return items.flatMap((item): TrialEntry[] => {
      if (!('digest' in item)) return [];
      const one = found.get(item.digest);
      const entry = { nctId: item.nctId, digest: item.digest, origin: options.origin ?? 'import' };
      if (one === undefined) return [entry];
      return 'content' in one ? [{ ...entry, content: one.content }] : [];
    });
  }
  return {
    async take(one) {
      taken += 1;
      if ('fault' in one) {
        read += 1;
        options.tick?.();
        const place = 'place' in one ? one.place : `record ${taken}`;
        fault(`${place}${'nctId' in one ? ` (${one.nctId})` : ''}: ${one.fault}`);
        return;
      }
      if (!next.takes(one)) await submit();
      next.add(one, taken);
      if (next.full()) await submit();
    },
    async flush(state) {
      await submit();
      await stored;
      if (state !== undefined) await sink.put([], state);
    },
    async finish(keep, today, completed) {
      await this.flush();
      const counts = good > 0 || completed !== undefined ? await sink.finish(keep, today, completed) : null;
      if (counts === null && good === 0) await sink.abandon();
      const { added = 0, changed = 0, unchanged = 0, removed = 0, total = 0 } = counts ?? {};
      if (bad > faults.length) faults.push(`… and ${bad - faults.length} more`);
      if (repeated > notes.length) notes.push(`… and ${repeated - notes.length} more that came before`);
      const handedOver = counts === null && good > 0;
      return { read, added, replaced: changed, unchanged, removed, total, compiled, repeated, handedOver, skipped: bad, faults, notes };
    },
  };
}

const digestOf = (item: ReadItem | undefined): string => (item !== undefined && 'digest' in item ? item.digest : '');

/** A batch that is being filled: with texts, or with records that were read already. */
function fresh() {
  const texts: Uint8Array[] = [];
  const records: TrialRecord[] = [];
  const places: string[] = [];
  let bytes = 0;
  return {
    takes: (one: TrialInput): boolean => ('text' in one ? records.length === 0 : texts.length === 0),
    add(one: Exclude<TrialInput, { readonly fault: string }>, number: number): void {
      if ('text' in one) {
        texts.push(one.text);
        bytes += one.text.length;
        places.push(one.place);
      } else {
        records.push(one.record);
        places.push(`record ${number}`);
      }
    },
    full: (): boolean => places.length >= BATCH || bytes >= BATCH_BYTES,
    batch(day: string): Batch | null {
      if (places.length === 0) return null;
      if (records.length > 0) return { places, input: { records } };
      let end = 0;
      const ends = texts.map((text) => (end += text.length));
      return { places, input: { texts: Buffer.concat(texts), ends, day } };
    },
  };
}

/** Nothing readable among the records: the old index stays as it is, also when it was to be replaced. */
export async function importTrials(
  records: AsyncIterable<TrialInput> | Iterable<TrialInput>,
  sink: TrialSink,
  reader: TrialReader,
  options: ImportOptions,
): Promise<ImportSummary> {
  await sink.begin();
  const writer = trialWriter(sink, reader, { ...options, day: options.today });
  try {
    for await (const one of records) await writer.take(one);
    await writer.flush();
  } catch (error) {
    await sink.abandon();
    throw error;
  }
  return writer.finish(options.keep, options.today);
}
