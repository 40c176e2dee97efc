/** Files of trial records as streams of bytes: single ones, folders, gzipped ones, ZIP archives of one file per record, standard input. */
import { createReadStream, openSync, closeSync, readSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { zipEntries } from './zip-entries.ts';

export interface TrialFile {
  /** For people. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const READABLE = /\.(?:json|jsonl|ndjson|ya?ml)(?:\.gz)?$|\.zip$/i;

/** Folders as the files in them, in the order of their names. */
export function filesIn(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (path === '-' || statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
    const names = readdirSync(path, { recursive: true }) as string[];
    return names
      .filter((name) => READABLE.test(name))
      .sort()
      .map((name) => join(path, name));
  });
}

/** Bytes that are known to come; standard input is not known. */
export function bytesIn(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
}

/** One, or the many of an archive. Rejects when it cannot be read. */
export async function* open(path: string): AsyncGenerator<TrialFile> {
  if (path === '-') {
    yield { name: 'standard input', bytes: process.stdin };
    return;
  }
  const head = headOf(path);
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) {
    for (const { name, read } of zipEntries(path)) if (READABLE.test(name)) yield { name: `${path}, ${name}`, bytes: once(read) };
    return;
  }
  const stream = createReadStream(path, { highWaterMark: 1 << 20 });
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield { name: path, bytes: stream };
    return;
  }
  const plain = createGunzip({ chunkSize: 1 << 20 });
  stream.on('error', (error) => plain.destroy(error));
  yield { name: path, bytes: stream.pipe(plain) };
}

async function* once(read: () => Uint8Array): AsyncGenerator<Uint8Array> {
  yield read();
}

function headOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(4);
    readSync(file, head, 0, 4, 0);
    return head;
  } finally {
    closeSync(file);
  }
}
