/** Files that are there whole or not at all: a claim, a secret. Two processes that want the same one do not see it half written. */
import { randomBytes } from 'node:crypto';
import { linkSync, rmSync, writeFileSync } from 'node:fs';

/** Some network volumes know no hard links. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** Puts a file there, readable by its owner only; false when one is there already. A full disk leaves nothing behind. */
export function placeFile(path: string, text: string): boolean {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, text, { flag: 'wx', mode: 0o600, flush: true });
    try {
      linkSync(draft, path);
    } catch (error) {
      if (!NO_LINKS.has(faultCode(error))) throw error;
      writeFileSync(path, text, { flag: 'wx', mode: 0o600, flush: true });
    }
    return true;
  } catch (error) {
    if (faultCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** `ENOSPC`, `EACCES` …; empty where there is none. */
export function faultCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
