/** What is derived from the one secret: the keyed hash of patient ids and the sealing of clinicians' free text. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Keyed {
  /** Same parts, same hash, on every process with this secret; without it the parts cannot be tried out. */
  hash(...parts: readonly string[]): string;
  seal(text: string): string;
  /** Null when the text was sealed with another secret. */
  open(sealed: string): string | null;
}

export function createKeyed(secret: string): Keyed {
  const hashKey = Buffer.from(hkdfSync('sha256', secret, '', 'genehook patient hash', 32));
  const sealKey = Buffer.from(hkdfSync('sha256', secret, '', 'genehook comment', 32));
  return {
    hash: (...parts) => createHmac('sha256', hashKey).update(JSON.stringify(parts)).digest('hex').slice(0, 40),
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed) {
      try {
        const bytes = Buffer.from(sealed, 'base64');
        const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}

/** The configured secret, else one made on the first start and kept in the data folder, readable by its owner only. */
export function secretFor(configured: string | undefined, folder: string): string {
  if (configured !== undefined) return configured;
  const path = join(folder, 'secret');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, `${randomBytes(48).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
