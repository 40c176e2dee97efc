/**
 * Records, a batch at a time: first read, so that it can be asked which of them are known already, then compiled where they are not. The same in a
 * thread and without one; the same records always give the same result.
 */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { ctmlReader } from '../knowledge/import/trials/ctml.ts';
import { readTrials, type ReadTrial } from '../knowledge/import/trials/index.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import type { CompiledTrial, TrialRecord } from '../knowledge/trials/types.ts';
import { packTrial, storedText, type Earlier } from './content.ts';
import { criteriaKept } from './kept-reading.ts';
import { buildColumns, compileTrial, readingContext, type IndexColumns } from '../trials/index.ts';

/** JSON texts one after another, each ending at `ends`; or records that were read already. */
export type BatchInput =
  { readonly texts: Uint8Array; readonly ends: readonly number[]; readonly day: string } | { readonly records: readonly TrialRecord[] };

/** `text`: the how manieth text or record of the batch it stood in. */
export type ReadItem = { readonly text: number } & (
  { readonly nctId: string; readonly digest: string } | { readonly fault: string; readonly nctId?: string }
);
/** The compiled trial as the store keeps it, or why there is none. `kept`: its criteria were read before and stand as they are. */
export type Compiled = { readonly content: string; readonly kept?: true } | { readonly fault: string };
export interface MadeBatch {
  readonly compiled: readonly Compiled[];
  /** Of those that were compiled. */
  readonly columns: IndexColumns;
}

export interface BatchReader {
  digest(record: TrialRecord): string;
  compile(record: TrialRecord): CompiledTrial;
  /** `make`: these items; `earlier`, in the same order, what is served of them now. */
  read(input: BatchInput): {
    readonly items: ReadItem[];
    make(wanted: readonly number[], earlier?: readonly (Earlier | undefined)[]): MadeBatch;
  };
}

export function batchReader(root: string): BatchReader {
  const { oncology, vocabulary, headers } = loadKnowledge(root);
  const context = readingContext(oncology, vocabulary.tumours);
  const reader = fingerprint(headers);
  const digest = (record: TrialRecord): string =>
    createHash('sha256').update(reader).update(JSON.stringify(record)).digest('hex').slice(0, 40);
  const compile = (record: TrialRecord): CompiledTrial => compileTrial(record, context);

  function* readAll(input: BatchInput): Generator<readonly [number, ReadTrial]> {
    if ('records' in input) {
      for (const [text, record] of input.records.entries()) yield [text, { record }];
      return;
    }
    const ctml = ctmlReader(oncology.genes, vocabulary.tumours, input.day);
    const bytes = Buffer.from(input.texts.buffer, input.texts.byteOffset, input.texts.byteLength);
    for (const [text, end] of input.ends.entries()) {
      const value = parse(bytes.subarray(input.ends[text - 1] ?? 0, end));
      if ('fault' in value) yield [text, value];
      else for (const one of readTrials(value.json, input.day, ctml)) yield [text, one];
    }
  }
  return {
    digest,
    compile,
    read(input) {
      const records: (TrialRecord | undefined)[] = [];
      const items: ReadItem[] = [];
      for (const [text, one] of readAll(input)) {
        const usable = 'fault' in one ? one : withUsableId(one.record);
        records.push('record' in usable ? usable.record : undefined);
        items.push('record' in usable ? { text, nctId: usable.record.nctId, digest: digest(usable.record) } : { text, ...usable });
      }
      return {
        items,
        make(wanted, earlier = []) {
          const columns = buildColumns();
          const compiled = wanted.map((at, n): Compiled => {
            const record = records[at];
            if (record === undefined) return { fault: 'not readable' };
            try {
              const kept = criteriaKept(record, earlier[n], digest);
              const trial = kept === null ? compile(record) : { record, criteria: kept };
              const content = storedText(packTrial(trial));
              columns.add(trial);
              return kept === null ? { content } : { content, kept: true };
            } catch (error) {
              return { fault: error instanceof Error ? error.message : 'not readable' };
            }
          });
          return { compiled, columns: columns.finish() };
        },
      };
    },
  };
}

function parse(bytes: Buffer): { readonly json: unknown } | { readonly fault: string } {
  if (!isUtf8(bytes)) return { fault: 'not UTF-8 text' };
  try {
    return { json: JSON.parse(bytes.toString('utf8')) as unknown };
  } catch {
    return { fault: 'not JSON' };
  }
}

/** Control characters have no place in an id; the database would refuse the whole batch. */
function withUsableId(record: TrialRecord): ReadTrial {
  return /\p{Cc}/u.test(record.nctId) || record.nctId.length > 200 ? { fault: 'the registry id is not usable' } : { record };
}

/** Knowledge and the program texts that decide how a criterion is read: another reader makes other criteria. */
function fingerprint(headers: readonly { readonly id: string; readonly version: string; readonly date: string }[]): string {
  const hash = createHash('sha256');
  for (const { id, version, date } of headers) hash.update(`${id} ${version} ${date}\n`);
  const room = join(import.meta.dirname, '..', 'trials');
  const own = extname(import.meta.filename);
  const isProgram = (name: string): boolean => extname(name) === own && !name.includes('.test.') && !name.endsWith('.d.ts');
  const textsOf = (folder: string): string[] =>
    (readdirSync(join(room, folder), { recursive: true }) as string[])
      .filter(isProgram)
      .sort()
      .map((name) => join(folder, name));
  for (const path of [...textsOf('compile'), ...textsOf('criteria'), `requirement-kind${own}`]) hash.update(readFileSync(join(room, path)));
  return hash.digest('hex').slice(0, 16);
}
