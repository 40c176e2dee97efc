/** Own reader of JSON requests: one pass, limits first, faults as the protocol's own errors. */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, type ZlibOptions } from 'node:zlib';
import type { Request } from 'express';
import { parseJsonBytes, readBytes, type BodyFault } from '../ehr/json-body.ts';
import { Refusal } from './operation-outcome.ts';

const FAULTS: Readonly<Record<BodyFault, readonly [number, string]>> = {
  'too-large': [413, 'is larger than this service accepts'],
  'not-utf8': [400, 'is not valid UTF-8'],
  'not-json': [400, 'is not valid JSON'],
  'too-deep': [400, 'is nested too deeply'],
  aborted: [400, 'did not arrive completely'],
};

type Unpack = (bytes: Buffer, options: ZlibOptions) => Promise<Buffer>;

/** Content codings that are read; unpacked in Node's own threads, never beyond the limit. */
const CODINGS: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['gzip', promisify<Buffer, ZlibOptions, Buffer>(gunzip)],
  ['x-gzip', promisify<Buffer, ZlibOptions, Buffer>(gunzip)],
  ['deflate', promisify<Buffer, ZlibOptions, Buffer>(inflate)],
  ['br', promisify<Buffer, ZlibOptions, Buffer>(brotliDecompress)],
]);

export async function readRequestJson(request: Request, limit: number): Promise<unknown> {
  return parseRequestBody(await readRequestBytes(request, limit));
}

/** The body as it arrived; nothing of it has been looked at. */
export async function readRequestBytes(request: Request, limit: number): Promise<Buffer> {
  const type = request.headers['content-type'] ?? '';
  if (!/^\s*application\/(?:[a-z0-9.+-]+\+)?json\s*(;|$)/i.test(type)) throw new Refusal(415, 'Content-Type must be application/json');
  const coding = (request.headers['content-encoding'] ?? '').trim().toLowerCase();
  const unpack = CODINGS.get(coding);
  if (unpack === undefined && coding !== '' && coding !== 'identity')
    throw new Refusal(415, 'Content-Encoding must be gzip, deflate or br', { 'accept-encoding': 'gzip, deflate, br' });
  const bytes = Number(request.headers['content-length'] ?? 0) > limit ? 'too-large' : await readBytes(request, limit);
  if (bytes === 'too-large') await letItArrive(request, limit * ARRIVE_TIMES);
  if (typeof bytes === 'string') throw refusalOf(bytes);
  return unpack === undefined ? bytes : unpacked(bytes, limit, unpack);
}

async function unpacked(bytes: Buffer, limit: number, unpack: Unpack): Promise<Buffer> {
  try {
    return await unpack(bytes, { maxOutputLength: limit });
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'))
      throw tooLarge();
    throw new Refusal(400, 'The body is not what its Content-Encoding says');
  }
}

/** `what` is read: the body, or a member of it that holds JSON as a text. */
export function parseRequestBody(bytes: Buffer, what = 'The body'): unknown {
  const body = parseJsonBytes(bytes);
  if (!body.ok) throw refusalOf(body.fault, what);
  return body.value;
}

function refusalOf(fault: BodyFault, what = 'The body'): Refusal {
  if (fault === 'too-large') return tooLarge();
  const [status, text] = FAULTS[fault];
  return new Refusal(status, `${what} ${text}`);
}

const ARRIVE_TIMES = 5;
const ARRIVE_MS = 5_000;

/**
 * The rest of a body that is too large is read and thrown away before the answer, up to a bound: where a connection is closed on bytes
 * that nobody read, the operating system throws away the answer too, and the client sees a broken connection for the 413.
 */
function letItArrive(request: Request, most: number): Promise<void> {
  if (request.complete || Number(request.headers['content-length'] ?? 0) > most) return Promise.resolve();
  return new Promise((resolve) => {
    let size = 0;
    const timer = setTimeout(resolve, ARRIVE_MS);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > most) done();
    });
    for (const event of ['end', 'error', 'close'] as const) request.on(event, done);
  });
}

/** What then is still to come is not waited for: the connection ends with the answer. */
function tooLarge(): Refusal {
  const [status, text] = FAULTS['too-large'];
  return new Refusal(status, `The body ${text}`, { connection: 'close' });
}
