/** The compiled trials on disk: what was imported into the data folder, else the small set that comes with the product. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeHeader } from '../fhir-profiles/knowledge-header.ts';
import type { TrialFile } from './knowledge/trials/types.ts';
import { indexTrials, type TrialIndex } from './trials/index.ts';

export interface TrialLibrary {
  readonly header: KnowledgeHeader;
  readonly index: TrialIndex;
}

export function trialFilePath(dataFolder: string = process.env.GENEHOOK_DATA ?? 'data'): string {
  return join(dataFolder, 'trials.json');
}

/** Null when the file is missing; throws when it is not a trial file of this format. */
export function readTrialFile(path: string): TrialFile | null {
  if (!existsSync(path)) return null;
  const file = JSON.parse(readFileSync(path, 'utf8')) as TrialFile;
  if ((file.format as number) !== 1 || !Array.isArray(file.trials))
    throw new Error('the trial index has another format; import the trials again');
  return file;
}

/** Complete or not at all: the old file serves until the new one lies beside it in full. */
export function writeTrialFile(path: string, file: TrialFile): void {
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
  const fresh = `${path}.${process.pid}.new`;
  try {
    writeFileSync(fresh, trialFileText(file), { mode: 0o600 });
    renameSync(fresh, path);
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** One trial a line, so that a change of one trial is a change of one line. */
export function trialFileText({ format, header, trials }: TrialFile): string {
  return `{"format":${format},"header":${JSON.stringify(header)},"trials":[\n${trials.map((trial) => JSON.stringify(trial)).join(',\n')}\n]}\n`;
}

/** Opens at the first question and again when the imported file was replaced; a broken import leaves the last good index in use. */
export function openTrialLibrary(root: string, imported: string = trialFilePath()): () => TrialLibrary | null {
  const embedded = join(root, 'cds-service', 'knowledge', 'data', 'trials.json');
  let open: { readonly stamp: string; readonly library: TrialLibrary | null } | undefined;
  return () => {
    const path = existsSync(imported) ? imported : embedded;
    const stamp = existsSync(path) ? `${path} ${statSync(path).mtimeMs}` : '';
    if (open?.stamp === stamp) return open.library;
    try {
      const file = readTrialFile(path);
      open = { stamp, library: file && { header: file.header, index: indexTrials(file.trials) } };
    } catch (error) {
      if (open === undefined) throw error;
      open = { stamp, library: open.library };
    }
    return open.library;
  };
}
