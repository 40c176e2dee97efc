/**
 * The index as one file that every process on the machine reads: the compact columns are loaded, the texts of single trials are read where they are
 * shown. It is made from the store and can be deleted at any time. Layout: texts, columns in blocks, a footer with their places, and its length.
 */
import { closeSync, fstatSync, mkdirSync, openSync, read, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { KnowledgeHeader } from '../fhir-profiles/knowledge-header.ts';
import type { CompiledTrial } from './knowledge/trials/types.ts';
import { headerTally } from './trial-header.ts';
import { buildColumns, openIndex, type IndexColumns, type TrialIndex } from './trials/index.ts';

/** Changes when the layout or the meaning of compiled criteria changes; a file of another format is made anew. */
const FORMAT = 2;
const MAGIC = 'GHTRIAL1';
const BLOCK = 1_000;
type Span = readonly [offset: number, length: number];

interface Footer {
  readonly format: number;
  /** Of the generation it was made from. */
  readonly stamp: string;
  readonly header: KnowledgeHeader;
  readonly size: number;
  readonly rows: readonly Span[];
  readonly leaves: readonly Span[];
  readonly programs: Span;
  readonly programStarts: Span;
  readonly places: readonly Span[];
  readonly digests: Span;
  /** Ends of the texts: trial n stands from the end of trial n - 1. */
  readonly ends: Span;
  readonly starts: Span;
  readonly codes: Span;
  readonly siteStarts: Span;
  readonly sites: Span;
}

/** Complete or not at all: the old file is read until the new one stands in its place. */
export async function writeSnapshot(
  path: string,
  stamp: string,
  today: string,
  pages: AsyncIterable<readonly { readonly digest: string; readonly content: string }[]>,
): Promise<KnowledgeHeader> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const fresh = `${path}.${process.pid}.new`;
  const file = openSync(fresh, 'w', 0o600);
  let at = 0;
  const append = (bytes: Uint8Array): Span => {
    const from = at;
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    at += bytes.length;
    return [from, bytes.length];
  };
  const raw = (numbers: Int32Array | Uint32Array | Float64Array): Span =>
    append(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  const blocks = (list: readonly unknown[]): Span[] =>
    Array.from({ length: Math.ceil(list.length / BLOCK) }, (_, n) =>
      append(Buffer.from(JSON.stringify(list.slice(n * BLOCK, (n + 1) * BLOCK)))),
    );
  try {
    const columns = buildColumns();
    const tally = headerTally();
    const [digests, ends]: [string[], number[]] = [[], []];
    for await (const page of pages) {
      for (const { digest, content } of page) {
        const trial = JSON.parse(content) as CompiledTrial;
        columns.add(trial);
        tally.add(trial.record);
        digests.push(digest);
        append(Buffer.from(content));
        ends.push(at);
      }
      await pause();
    }
    const made = columns.finish();
    const footer: Footer = {
      format: FORMAT,
      stamp,
      header: tally.header(today),
      size: made.rows.length,
      rows: blocks(made.rows),
      leaves: blocks(made.leaves),
      programs: raw(made.programs),
      programStarts: raw(made.programStarts),
      places: blocks(made.places),
      digests: append(Buffer.from(digests.join('\n'))),
      ends: raw(Float64Array.from(ends)),
      starts: raw(made.starts),
      codes: raw(made.codes),
      siteStarts: raw(made.siteStarts),
      sites: raw(made.sites),
    };
    const [, length] = append(Buffer.from(JSON.stringify(footer)));
    const tail = Buffer.alloc(16);
    tail.writeBigUInt64LE(BigInt(length), 0);
    tail.write(MAGIC, 8, 'latin1');
    append(tail);
    closeSync(file);
    renameSync(fresh, path);
    return footer.header;
  } catch (error) {
    closeQuietly(file);
    rmSync(fresh, { force: true });
    throw error;
  }
}

export interface Snapshot {
  readonly header: KnowledgeHeader;
  readonly stamp: string;
  readonly index: TrialIndex;
  /** Lets go of the file; the index must not be asked for texts any more. */
  close(): void;
}

/** Null when there is no such file; throws when it cannot be read or has another format. Other work goes on between the blocks. */
export async function openSnapshot(path: string): Promise<Snapshot | null> {
  const file = openFile(path);
  if (file === null) return null;
  try {
    const footer = await readFooter(file);
    const columns: IndexColumns = {
      rows: await readBlocks(file, footer.rows),
      leaves: await readBlocks(file, footer.leaves),
      programs: new Int32Array(await readRaw(file, footer.programs)),
      programStarts: new Uint32Array(await readRaw(file, footer.programStarts)),
      places: await readBlocks(file, footer.places),
      starts: new Uint32Array(await readRaw(file, footer.starts)),
      codes: new Uint32Array(await readRaw(file, footer.codes)),
      siteStarts: new Uint32Array(await readRaw(file, footer.siteStarts)),
      sites: new Uint32Array(await readRaw(file, footer.sites)),
    };
    const ends = new Float64Array(await readRaw(file, footer.ends));
    const detail = (at: number): CompiledTrial => {
      const [from, to] = [at === 0 ? 0 : (ends[at - 1] ?? 0), ends[at] ?? 0];
      const bytes = Buffer.allocUnsafe(to - from);
      for (let done = 0; done < bytes.length;) {
        const got = readSync(file, bytes, done, bytes.length - done, from + done);
        if (got === 0) throw new Error('the trial index file is cut off');
        done += got;
      }
      return JSON.parse(bytes.toString('utf8')) as CompiledTrial;
    };
    return {
      header: footer.header,
      stamp: footer.stamp,
      index: openIndex(columns, detail),
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** What a file was made from, without loading it; null when there is none that this program can read. */
export async function snapshotFacts(
  path: string,
): Promise<{ readonly stamp: string; readonly header: KnowledgeHeader; readonly digests: () => Promise<readonly string[]> } | null> {
  const file = openFile(path);
  if (file === null) return null;
  try {
    const footer = await readFooter(file);
    return {
      stamp: footer.stamp,
      header: footer.header,
      async digests() {
        // The file may have been replaced meanwhile: its own footer says where its digests are.
        const again = openSync(path, 'r');
        try {
          const { digests } = await readFooter(again);
          return Buffer.from(await readRaw(again, digests))
            .toString('latin1')
            .split('\n');
        } finally {
          closeSync(again);
        }
      },
    };
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

/** The file may have been closed already. */
function closeQuietly(file: number): void {
  try {
    closeSync(file);
  } catch {
    // Nothing is left to be closed.
  }
}

/** Differs as soon as another file stands in this place; empty when none does. */
export function fileMark(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? '' : `${path} ${stat.ino} ${stat.mtimeMs} ${stat.size}`;
}

function openFile(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function readFooter(file: number): Promise<Footer> {
  const { size } = fstatSync(file);
  const tail = Buffer.from(await readRaw(file, [Math.max(0, size - 16), Math.min(16, size)]));
  const length = tail.length === 16 && tail.toString('latin1', 8) === MAGIC ? Number(tail.readBigUInt64LE(0)) : -1;
  if (length < 0 || length > size - 16) throw new Error('this is not a trial index file');
  const footer = JSON.parse(Buffer.from(await readRaw(file, [size - 16 - length, length])).toString('utf8')) as Footer;
  if (footer.format !== FORMAT) throw new Error('the trial index file has another format');
  return footer;
}

const readAt = promisify(read);

async function readRaw(file: number, [offset, length]: Span): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(new ArrayBuffer(length));
  for (let done = 0; done < length;) {
    const { bytesRead } = await readAt(file, bytes, done, length - done, offset + done);
    if (bytesRead === 0) throw new Error('the trial index file is cut off');
    done += bytesRead;
  }
  return bytes.buffer;
}

async function readBlocks<Item>(file: number, spans: readonly Span[]): Promise<Item[]> {
  const all: Item[] = [];
  for (const span of spans) {
    for (const one of JSON.parse(Buffer.from(await readRaw(file, span)).toString('utf8')) as Item[]) all.push(one);
    await pause();
  }
  return all;
}

/** Lets calls be answered between two pieces of work. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
