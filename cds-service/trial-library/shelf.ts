/** The trials in use: what was imported, else the small set that comes with the product. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeHeader } from '../../fhir-profiles/knowledge-header.ts';
import type { TrialFile } from '../knowledge/trials/types.ts';
import { fileMark, openSnapshot } from './snapshot.ts';
import { indexTrials, type TrialIndex } from '../trials/index.ts';

export interface TrialLibrary {
  readonly header: KnowledgeHeader;
  readonly index: TrialIndex;
}
export interface TrialShelf {
  /** What is in use now; never waits. A new index is loaded beside it and takes its place when it is complete. */
  current(): TrialLibrary | null;
  /** Resolves once the index that is there now is in use. */
  ready(): Promise<TrialLibrary | null>;
}

/** Null when the file is missing; throws when it is not a trial file of this format. */
export function readTrialFile(path: string): TrialFile | null {
  if (!existsSync(path)) return null;
  const file = JSON.parse(readFileSync(path, 'utf8')) as TrialFile;
  if ((file.format as number) !== 1 || !Array.isArray(file.trials))
    throw new Error('the trial index has another format; import the trials again');
  return file;
}

/** One trial a line, so that a change of one trial is a change of one line. */
export function trialFileText({ format, header, trials }: TrialFile): string {
  return `{"format":${format},"header":${JSON.stringify(header)},"trials":[\n${trials.map((trial) => JSON.stringify(trial)).join(',\n')}\n]}\n`;
}

export function embeddedTrials(root: string): string {
  return join(root, 'cds-service', 'knowledge', 'data', 'trials.json');
}

/** A look at the file's date costs little, but not for every call. */
const LOOK_MS = 500;
/** Texts may still be read from an index that was just replaced. */
const LET_GO_MS = 60_000;

/** @param snapshot the index file of the data folder; @param lookMs how often it is looked at */
export function openTrials(root: string, snapshot: string, lookMs: number = LOOK_MS): TrialShelf {
  let mark = '';
  let looked = -Infinity;
  let inUse: (TrialLibrary & { close?: () => void }) | null | undefined;
  let loading: Promise<void> | null = null;

  function embedded(): TrialLibrary | null {
    const file = readTrialFile(embeddedTrials(root));
    return file && { header: file.header, index: indexTrials(file.trials) };
  }
  async function load(now: string): Promise<void> {
    try {
      const fresh = now === '' ? null : await openSnapshot(snapshot);
      const old = inUse;
      if (fresh !== null) inUse = fresh;
      else if (inUse?.close !== undefined) inUse = undefined;
      if (old?.close !== undefined && old !== inUse) setTimeout(old.close, LET_GO_MS).unref();
    } catch {
      // A file that cannot be read leaves in use what was.
    }
    mark = now;
  }
  function look(): Promise<void> | null {
    const now = fileMark(snapshot);
    if (now === mark || loading !== null) return loading;
    loading = load(now).finally(() => {
      loading = null;
    });
    return loading;
  }
  return {
    current() {
      const time = performance.now();
      if (time - looked >= lookMs) {
        looked = time;
        void look();
      }
      inUse ??= embedded();
      return inUse;
    },
    async ready() {
      await look();
      inUse ??= embedded();
      return inUse;
    },
  };
}
