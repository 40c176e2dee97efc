/** A JSON file that the user named: read, or an error that says in words what is wrong with it. */
import { readFileSync } from 'node:fs';

export function readJsonFile(file: string): unknown {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error(`${file}: not JSON`);
  }
}

/** What a person reads of an error: of a file that could not be opened its name and the system's word for it, else the message. */
export function errorInWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  return code !== undefined && path !== undefined ? `${path}: cannot be opened (${code})` : error.message;
}
