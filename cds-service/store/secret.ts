/** What is derived from the one secret: the keyed hash of patient ids and the sealing of clinicians' free text. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeFile } from './place-file.ts';

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

/** As long as a configured one has to be: hashes under less could be tried out. */
const SHORTEST = 32;

/**
 * The configured secret, else one made on the first start and kept in the data folder, readable by its owner only. A file that was
 * cut off (a disk that was full) is refused: going on with less than a secret would look like one.
 */
export function secretFor(configured: string | undefined, folder: string): string {
  if (configured !== undefined) return configured;
  const path = join(folder, 'secret');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(path)) placeFile(path, `${randomBytes(48).toString('base64')}\n`);
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length >= SHORTEST) return secret;
  throw new Error(
    'GENEHOOK_DATA: the file "secret" in the folder is empty or cut off. Restore it from a backup; or remove it, and a new one is made: hashes of patients and sealed comments made before can then no longer be compared or read',
  );
}
