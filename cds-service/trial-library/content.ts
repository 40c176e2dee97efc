/** A compiled trial as it is kept: its JSON, deflated. A third of the size, so that writing and reading it costs less than deflating it. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CompiledTrial } from '../knowledge/trials/types.ts';

/** What the index that is served holds of a trial. */
export interface Earlier {
  readonly digest: string;
  /** As the store keeps it. */
  readonly content: string;
}

export function packTrial(trial: CompiledTrial): Uint8Array {
  return packText(JSON.stringify(trial));
}
export function unpackTrial(packed: Uint8Array): CompiledTrial {
  return JSON.parse(inflateRawSync(packed).toString('utf8')) as CompiledTrial;
}

/** As it stands in the store: Base64, since the embedded database takes text many times faster than bytes. */
export function storedText(packed: Uint8Array): string {
  return Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength).toString('base64');
}
/** Stores and handed-over files of earlier releases hold plain JSON. */
export function packedOf(stored: string): Uint8Array {
  return stored.startsWith('{') ? packText(stored) : Buffer.from(stored, 'base64');
}

function packText(json: string): Uint8Array {
  return deflateRawSync(Buffer.from(json), { level: 1 });
}
