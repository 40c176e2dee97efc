/**
 * Splits a stream of bytes into the JSON texts of single records, without reading them: one per line (NDJSON), documents over many lines, lists
 * (`[…]`, `{"studies": […]}`), or a mix. Holds one record at a time, however long the list. A broken record becomes a fault with its line; reading
 * goes on behind it, at the next line that begins as the record did.
 */
export type Split = { readonly line: number; readonly inList?: number } & ({ readonly text: Uint8Array } | { readonly fault: string });

export interface Splitter {
  push(chunk: Uint8Array): Split[];
  end(): Split[];
}

/** Names under which registries' answers hold their list of records, and of what may stand around such a list. */
const LIST_KEYS = new Set(['studies', 'data', 'FullStudies']);
const AROUND_LIST = 'FullStudiesResponse';
/** A record beyond this is not read; nor is one that is nested deeper. */
const [MAX_BYTES, MAX_DEPTH] = [256 * 1024 * 1024, 1_000];

const [LF, QUOTE, BACKSLASH, COMMA, COLON] = [10, 34, 92, 44, 58] as const;
const [OBJECT, END_OBJECT, LIST, END_LIST] = [123, 125, 91, 93] as const;
type Expects = 'value' | 'first-item' | 'key' | 'first-key' | 'colon' | 'after';
interface Open {
  readonly line: number;
  readonly inList: number;
  /** How its line begins, up to its bracket; null = it does not stand first in its line. */
  readonly lead: string | null;
  readonly pieces: Uint8Array[];
  size: number;
  /** Stands beside a list of records, and is none. */
  readonly beside: boolean;
}

/** What a byte outside of strings is: 1 white space, 2 of a number or a word, 3 structure. */
const KIND = new Uint8Array(256);
for (const byte of [9, LF, 13, 32]) KIND[byte] = 1;
for (const character of '-+.0123456789abcdefghijklmnopqrstuvwxyzE') KIND[character.charCodeAt(0)] = 2;
for (const byte of [QUOTE, COMMA, COLON, OBJECT, END_OBJECT, LIST, END_LIST]) KIND[byte] = 3;

export function splitRecords(): Splitter {
  let out: Split[] = [];
  let line = 1;
  /** Open brackets, outermost first; `outside` of them stand around records. */
  let stack: number[] = [];
  let outside = 0;
  let expects: Expects = 'value';
  let [inString, asKey, escaped, inWord] = [false, false, false, false];
  let key = '';
  /** Depth of the object that stands around a list of the older shape. */
  let around = -1;
  let record: Open | null = null;
  let counts: number[] = [];
  let lead: string | null = '';
  let skipping: { readonly until: string; readonly carry: Uint8Array } | null = null;
  let newline = -1;

  const takesValue = (): boolean => expects === 'value' || expects === 'first-item';
  const between = (): boolean => stack.length === outside;
  const besideList = (): boolean => between() && stack.at(-1) === OBJECT;

  /** Place of the quote that ends the string, of a line break that must not be in it, or -1 when the chunk ends before. */
  function endOfString(chunk: Uint8Array, from: number): number {
    let at = escaped ? from + 1 : from;
    escaped = false;
    if (newline < from) newline = indexOf(chunk, LF, from);
    for (;;) {
      const quote = indexOf(chunk, QUOTE, at);
      if (newline < quote) return newline;
      let slashes = 0;
      while (quote - 1 - slashes >= at && chunk[quote - 1 - slashes] === BACKSLASH) slashes += 1;
      if (quote === chunk.length) {
        escaped = slashes % 2 === 1;
        if (asKey && key.length < 64) key += Buffer.from(chunk.subarray(from, from + 64)).toString('latin1');
        return -1;
      }
      if (slashes % 2 === 0) {
        if (asKey && key.length < 64) key += Buffer.from(chunk.subarray(from, Math.min(quote, from + 64))).toString('latin1');
        return quote;
      }
      at = quote + 1;
    }
  }

  /** False when this cannot stand here. */
  function structure(byte: number): boolean {
    if (byte === QUOTE) {
      asKey = expects === 'key' || expects === 'first-key';
      if (!asKey && (!takesValue() || (between() && !besideList()))) return false;
      [inString, key] = [true, asKey ? '' : key];
    } else if (byte === COMMA) {
      if (expects !== 'after' || stack.length === 0) return false;
      expects = stack.at(-1) === OBJECT ? 'key' : 'value';
    } else if (byte === COLON) {
      if (expects !== 'colon') return false;
      expects = 'value';
    } else if (byte === OBJECT || byte === LIST) return open(byte);
    else {
      const first = stack.at(-1) === OBJECT ? 'first-key' : 'first-item';
      if (stack.pop() !== (byte === END_OBJECT ? OBJECT : LIST) || (expects !== 'after' && expects !== first)) return false;
      if (record === null) {
        if (byte === END_LIST) counts.pop();
        outside = Math.min(outside, stack.length);
      }
      expects = stack.length === 0 ? 'value' : 'after';
    }
    return true;
  }

  function open(byte: number): boolean {
    if (!takesValue() || stack.length >= MAX_DEPTH) return false;
    const inObject = stack.at(-1) === OBJECT;
    const shallow = between() || stack.length === outside + 1 || stack.length === around;
    const list = byte === LIST && (inObject ? shallow && LIST_KEYS.has(key) : between());
    if (byte === OBJECT && inObject && stack.length === outside + 1 && key === AROUND_LIST) around = stack.length + 1;
    stack.push(byte);
    expects = byte === OBJECT ? 'first-key' : 'first-item';
    if (list) {
      // What was taken for a record stands around a list of them.
      record = null;
      outside = stack.length;
      counts.push(0);
    } else if (record === null) {
      const inList = counts.length === 0 ? 0 : (counts[counts.length - 1] = (counts.at(-1) ?? 0) + (inObject ? 0 : 1));
      const begins = lead === null ? null : `${lead}${String.fromCharCode(byte)}`;
      record = { line, inList, lead: begins, pieces: [], size: 0, beside: inObject };
    }
    return true;
  }

  /** Reads on; gives back what is to be read anew after a broken record. */
  function scan(chunk: Uint8Array): Uint8Array | null {
    let from = 0;
    newline = -1;
    for (let at = 0; at < chunk.length; at += 1) {
      if (inString) {
        at = endOfString(chunk, at);
        if (at === -1) break;
        if (chunk[at] === LF) return broken('not JSON', chunk.subarray(from), at - from);
        inString = false;
        expects = asKey ? 'colon' : 'after';
        continue;
      }
      const byte = chunk[at] ?? 0;
      const kind = KIND[byte];
      if (kind === 2) {
        if (inWord) continue;
        if (!takesValue() || (between() && !besideList())) return broken('not JSON', chunk.subarray(from), at - from);
        [inWord, expects, lead] = [true, 'after', null];
        continue;
      }
      inWord = false;
      if (kind === 1) {
        if (byte === LF) [line, lead] = [line + 1, ''];
        else if (lead !== null) lead += String.fromCharCode(byte);
        continue;
      }
      const idle = record === null;
      if (kind !== 3 || !structure(byte)) return broken('not JSON', chunk.subarray(from), at - from);
      if (idle) from = at;
      lead = null;
      if (record !== null && between()) {
        emit(record, chunk.subarray(from, at + 1));
        record = null;
      }
    }
    if (record === null) return null;
    record.pieces.push(chunk.subarray(from));
    record.size += chunk.length - from;
    return record.size > MAX_BYTES ? broken('the record is too long', new Uint8Array(0), 0) : null;
  }

  function emit({ line: at, inList, pieces, beside }: Open, last: Uint8Array): void {
    if (!beside)
      out.push({ line: at, ...(inList === 0 ? {} : { inList }), text: pieces.length === 0 ? last : Buffer.concat([...pieces, last]) });
  }

  /** Says it, and looks for where to go on. `rest`: of the chunk, from the record's first byte in it; `at`: what could not be read. */
  function broken(fault: string, rest: Uint8Array, at: number): Uint8Array | null {
    const bytes = record === null ? Buffer.from(rest.subarray(at)) : Buffer.concat([...record.pieces, rest]);
    const alone = record?.lead === null && outside > 0;
    const inList = record?.inList ?? 0;
    out.push({
      line: record?.line ?? line,
      ...(inList === 0 ? {} : { inList }),
      fault: alone ? `${fault}; what follows in this line was not read` : fault,
    });
    const until = record?.lead ?? '';
    line = record?.line ?? line;
    if (record === null || record.lead === null) [outside, counts] = [0, []];
    stack = stack.slice(0, outside);
    [record, expects, around, key, lead] = [null, 'value', -1, '', null];
    [inString, escaped, inWord] = [false, false, false];
    skipping = { until, carry: new Uint8Array(0) };
    return bytes;
  }

  /** Passes over lines until one begins as it should. */
  function skip(chunk: Uint8Array, { until, carry }: { readonly until: string; readonly carry: Uint8Array }): Uint8Array | null {
    const bytes = Buffer.concat([carry, chunk]);
    const found = bytes.indexOf(`\n${until}`);
    const last = bytes.lastIndexOf(LF);
    const passed = found === -1 ? Math.max(last, 0) : found + 1;
    for (let at = indexOf(bytes, LF, 0); at < passed; at = indexOf(bytes, LF, at + 1)) line += 1;
    if (found === -1) {
      skipping = { until, carry: last === -1 ? new Uint8Array(0) : bytes.subarray(last) };
      return null;
    }
    [skipping, lead] = [null, ''];
    return bytes.subarray(found + 1);
  }

  function take(chunk: Uint8Array): void {
    let rest: Uint8Array | null = chunk;
    while (rest !== null && rest.length > 0) rest = skipping === null ? scan(rest) : skip(rest, skipping);
  }
  return {
    push(chunk) {
      out = [];
      take(chunk);
      return out;
    },
    end() {
      out = [];
      while (record !== null) {
        const rest = broken('not JSON: the record does not end', new Uint8Array(0), 0);
        if (rest !== null) take(rest);
      }
      if (skipping === null && stack.length > 0) out.push({ line, fault: 'the list does not end; what came before was read' });
      return out;
    },
  };
}

/** The length when there is none. */
function indexOf(bytes: Uint8Array, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from);
  return at === -1 ? bytes.length : at;
}
