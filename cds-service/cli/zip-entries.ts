/** The files of a ZIP archive, one at a time. Read by its table of contents, so that what was removed from it stays removed; ZIP64 too. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  /** Throws when it is damaged or packed in an unusual way. */
  readonly read: () => Uint8Array;
}

/** A file of an archive beyond this is not read. */
const MOST_BYTES = 256 * 1024 * 1024;
const [END, END64, LOCATOR64, ENTRY] = [0x06054b50, 0x06064b50, 0x07064b50, 0x02014b50] as const;

export function* zipEntries(path: string): Generator<ZipEntry> {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const bytes = (from: number, length: number): Buffer => {
    // What a damaged archive says of its sizes is not believed before there is memory for it.
    if (from < 0 || from + length > size) throw new Error('the archive is cut off');
    const buffer = Buffer.alloc(length);
    let done = 0;
    while (done < length) {
      const got = readSync(file, buffer, done, length - done, from + done);
      if (got === 0) throw new Error('the archive is cut off');
      done += got;
    }
    return buffer;
  };
  try {
    const { count, from, length } = contents(bytes, size);
    const table = bytes(from, length);
    for (let at = 0, n = 0; n < count; n += 1) {
      if (table.readUInt32LE(at) !== ENTRY) throw new Error('the archive is damaged');
      const [method, packed, plain] = [table.readUInt16LE(at + 10), table.readUInt32LE(at + 20), table.readUInt32LE(at + 24)];
      const [nameLength, extra, comment] = [table.readUInt16LE(at + 28), table.readUInt16LE(at + 30), table.readUInt16LE(at + 32)];
      const name = table.toString('utf8', at + 46, at + 46 + nameLength);
      const wide = wideSizes(table.subarray(at + 46 + nameLength, at + 46 + nameLength + extra), [
        plain,
        packed,
        table.readUInt32LE(at + 42),
      ]);
      at += 46 + nameLength + extra + comment;
      if (name.endsWith('/')) continue;
      yield { name, read: () => entryBytes(bytes, method, wide) };
    }
  } finally {
    closeSync(file);
  }
}

type Sizes = readonly [plain: number, packed: number, offset: number];
type Bytes = (from: number, length: number) => Buffer;

function entryBytes(bytes: Bytes, method: number, [plain, packed, offset]: Sizes): Uint8Array {
  if (plain > MOST_BYTES || packed > MOST_BYTES) throw new Error('a file in the archive is too large');
  const head = bytes(offset, 30);
  const content = bytes(offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28), packed);
  if (method === 0) return content;
  if (method !== 8) throw new Error('a file in the archive is packed in an unusual way; unpack it and name the folder');
  return inflateRawSync(content, { maxOutputLength: Math.max(plain, 1) });
}

/** Where the table of contents is. */
function contents(bytes: Bytes, size: number): { readonly count: number; readonly from: number; readonly length: number } {
  const tailLength = Math.min(size, 65_557);
  const tail = bytes(size - tailLength, tailLength);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END) continue;
    const small = { count: tail.readUInt16LE(at + 10), length: tail.readUInt32LE(at + 12), from: tail.readUInt32LE(at + 16) };
    if (small.count !== 0xffff && small.from !== 0xffffffff && small.length !== 0xffffffff) return small;
    if (at < 20 || tail.readUInt32LE(at - 20) !== LOCATOR64) return small;
    const end = bytes(Number(tail.readBigUInt64LE(at - 12)), 56);
    if (end.readUInt32LE(0) !== END64) throw new Error('the archive is damaged');
    return {
      count: Number(end.readBigUInt64LE(32)),
      length: Number(end.readBigUInt64LE(40)),
      from: Number(end.readBigUInt64LE(48)),
    };
  }
  throw new Error('the archive is cut off');
}

/** Sizes that do not fit into four bytes stand in a field of their own, in this order. */
function wideSizes(extra: Buffer, sizes: Sizes): Sizes {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    const wide = (size: number): number => {
      if (size !== 0xffffffff) return size;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    };
    const [first, second, third] = sizes;
    return [wide(first), wide(second), wide(third)];
  }
  return sizes;
}
