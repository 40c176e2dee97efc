/** A file of an index as bytes: pieces, a footer that says where they are, the footer's length, and a mark. */
import { closeSync, fstatSync, fsyncSync, openSync, read, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';

const MAGIC = 'GHTRIAL3';
const BLOCK = 1_000;
const BUFFER = 1 << 20;
export type Span = readonly [offset: number, length: number];

export interface FileWriter {
  append(bytes: Uint8Array): Span;
  numbers(values: Int32Array | Uint32Array | Float64Array): Span;
  /** JSON in blocks, so that other work goes on while they are read. */
  blocks(list: readonly unknown[]): Span[];
  /** Complete or not at all: the name appears when all is on the disk. */
  finish(footer: object, path: string): void;
  abandon(): void;
}

export function writeFile(part: string): FileWriter {
  const file = openSync(part, 'wx', 0o600);
  let [at, waiting, parts, open]: [number, number, Uint8Array[], boolean] = [0, 0, [], true];
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  const flush = (): void => {
    const bytes = parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts);
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    [waiting, parts] = [0, []];
  };
  const append = (bytes: Uint8Array): Span => {
    parts.push(bytes);
    waiting += bytes.length;
    const span: Span = [at, bytes.length];
    at += bytes.length;
    if (waiting >= BUFFER) flush();
    return span;
  };
  return {
    append,
    numbers: (values) => append(new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
    blocks: (list) =>
      Array.from({ length: Math.ceil(list.length / BLOCK) }, (_, n) =>
        append(Buffer.from(JSON.stringify(list.slice(n * BLOCK, (n + 1) * BLOCK)))),
      ),
    finish(footer, path) {
      const [, length] = append(Buffer.from(JSON.stringify(footer)));
      const tail = Buffer.alloc(16);
      tail.writeBigUInt64LE(BigInt(length), 0);
      tail.write(MAGIC, 8, 'latin1');
      append(tail);
      flush();
      fsyncSync(file);
      close();
      renameSync(part, path);
    },
    abandon() {
      close();
      rmSync(part, { force: true });
    },
  };
}

/** Throws when the file is cut off or is none of this format. */
export async function readFooter(file: number): Promise<unknown> {
  const { size } = fstatSync(file);
  const tail = Buffer.from(await readRaw(file, [Math.max(0, size - 16), Math.min(16, size)]));
  const length = tail.length === 16 && tail.toString('latin1', 8) === MAGIC ? Number(tail.readBigUInt64LE(0)) : -1;
  if (length < 0 || length > size - 16) throw new Error('this is not a trial index file of this format');
  return JSON.parse(Buffer.from(await readRaw(file, [size - 16 - length, length])).toString('utf8'));
}

const readAt = promisify(read);
const CUT = 'the trial index file is cut off';

export async function readRaw(file: number, [offset, length]: Span): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(new ArrayBuffer(length));
  for (let done = 0; done < length;) {
    const { bytesRead } = await readAt(file, bytes, done, length - done, offset + done);
    if (bytesRead === 0) throw new Error(CUT);
    done += bytesRead;
  }
  return bytes.buffer;
}

export function readNow(file: number, [offset, length]: Span): Uint8Array {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length;) {
    const got = readSync(file, bytes, done, length - done, offset + done);
    if (got === 0) throw new Error(CUT);
    done += got;
  }
  return bytes;
}

export async function readBlocks<Item>(file: number, spans: readonly Span[]): Promise<Item[]> {
  const all: Item[] = [];
  for (const span of spans) {
    for (const one of JSON.parse(Buffer.from(await readRaw(file, span)).toString('utf8')) as Item[]) all.push(one);
    await pause();
  }
  return all;
}

/** Lets calls be answered between two pieces of work. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
