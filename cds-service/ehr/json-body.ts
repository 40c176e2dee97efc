/**
 * Bytes in, JSON out, for bodies that strangers send: size limit, strict UTF-8, limited depth, no prototype members.
 * Used for requests of EHRs and for answers of FHIR servers alike.
 */
import { isUtf8 } from 'node:buffer';

export type BodyFault = 'too-large' | 'not-utf8' | 'not-json' | 'too-deep' | 'aborted';
export type BodyResult = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: BodyFault };

/** FHIR content stays far below this; a body beyond it is an attack on recursive code. */
const MAX_DEPTH = 100;
/** Members that would stand in the place of an object's own; without `toString` a value cannot even be put into a text. */
const PROTOTYPE_MEMBERS = new Set(['__proto__', 'constructor', 'prototype', 'toString']);

interface ByteStream {
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
  on(event: 'end' | 'close', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  removeAllListeners(event?: string): unknown;
  resume(): unknown;
}

export async function readJsonBody(stream: ByteStream, limit: number): Promise<BodyResult> {
  const bytes = await readBytes(stream, limit);
  return typeof bytes === 'string' ? { ok: false, fault: bytes } : parseJsonBytes(bytes);
}

/** Reads a whole stream. Beyond `limit` bytes reading goes on without keeping anything, so that an answer can still be sent. */
export function readBytes(stream: ByteStream, limit: number): Promise<Buffer | BodyFault> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let over = false;
    stream.on('data', (chunk) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else if (!over) {
        over = true;
        chunks.length = 0;
        resolve('too-large');
      }
    });
    stream.on('end', () => resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)));
    stream.on('error', () => resolve('aborted'));
    stream.on('close', () => resolve('aborted'));
  });
}

export function parseJsonBytes(bytes: Buffer): BodyResult {
  if (!isUtf8(bytes)) return { ok: false, fault: 'not-utf8' };
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (isTooDeep(bytes)) return { ok: false, fault: 'too-deep' };
  const text = bytes.toString('utf8', start);
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value: mayNamePrototype(text) ? withoutPrototypeMembers(value) : value };
  } catch {
    return { ok: false, fault: 'not-json' };
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Counts open braces and brackets outside strings, without building anything. */
function isTooDeep(bytes: Buffer): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (inString) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) {
      inString = true;
    } else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (byte === 0x7d || byte === 0x5d) {
      depth -= 1;
    }
  }
  return false;
}

const MEMBER_TEXTS = ['"constructor"', '"prototype"', '"toString"', '\\u00'];

/** True when a prototype member's name may stand in the text, plainly or by escapes. */
function mayNamePrototype(text: string): boolean {
  return text.includes('__proto__') || MEMBER_TEXTS.some((member) => text.includes(member));
}

function withoutPrototypeMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototypeMembers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !PROTOTYPE_MEMBERS.has(name))
      .map(([name, member]) => [name, withoutPrototypeMembers(member)]),
  );
}
