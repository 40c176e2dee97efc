/**
 * The index as files that every process on the machine reads: a list of segments, and of each the trials that are not there any more. Small imports add
 * a small segment; the list changes at once. The compact columns are loaded, the texts of single trials are read where they are shown. All of it is
 * made from the store and can be deleted at any time.
 */
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { KnowledgeHeader } from '../../fhir-profiles/knowledge-header.ts';
import { openSegment, trialAt, type Segment } from './segment.ts';
import { pause } from './segment-file.ts';
import { joinColumns, openIndex, type ColumnPart, type IndexColumns, type TrialIndex } from '../trials/index.ts';

const FORMAT = 3;

export interface SnapshotPart {
  readonly name: string;
  /** Rows that count no more. */
  readonly gone: readonly number[];
}
export interface SnapshotList {
  readonly format: typeof FORMAT;
  /** Of the generation it was made from. */
  readonly stamp: string;
  readonly total: number;
  readonly header: KnowledgeHeader;
  readonly parts: readonly SnapshotPart[];
}

/** Complete or not at all: the old list is read until the new one stands in its place. */
export function writeSnapshotList(path: string, list: Omit<SnapshotList, 'format'>): void {
  const fresh = `${path}.${process.pid}.new`;
  writeFileSync(fresh, `${JSON.stringify({ format: FORMAT, ...list })}\n`, { mode: 0o600, flush: true });
  renameSync(fresh, path);
}

/** Null when there is none that this program can read. */
export function readSnapshotList(path: string): SnapshotList | null {
  const list = listIn(path);
  return list === 'missing' || list === 'unreadable' ? null : list;
}

function listIn(path: string): SnapshotList | 'missing' | 'unreadable' {
  try {
    // The index of earlier releases was one file of up to gigabytes under the same name.
    if (statSync(path).size > LONGEST) return 'unreadable';
    const list = JSON.parse(readFileSync(path, 'utf8')) as SnapshotList;
    return list.format === FORMAT && Array.isArray(list.parts) ? list : 'unreadable';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'unreadable';
  }
}
const LONGEST = 64 * 1024 * 1024;

export interface Snapshot {
  readonly header: KnowledgeHeader;
  readonly stamp: string;
  readonly index: TrialIndex;
  /** Lets go of the files; the index must not be asked for texts any more. */
  close(): void;
}

/** Null when there is none; throws when it cannot be read or has another format. Other work goes on between the blocks. */
export async function openSnapshot(path: string): Promise<Snapshot | null> {
  for (let attempt = 1; ; attempt += 1) {
    const list = listIn(path);
    if (list === 'missing') return null;
    if (list === 'unreadable') throw new Error('this is not a trial index of this format');
    try {
      return await openParts(dirname(path), list);
    } catch (error) {
      // The list may have been replaced, and a segment deleted, between two looks.
      const replaced = readSnapshotList(path)?.stamp !== list.stamp;
      if (!replaced || attempt === TRIES) throw error;
    }
  }
}
const TRIES = 5;

async function openParts(folder: string, { header, stamp, parts }: SnapshotList): Promise<Snapshot> {
  const segments: Segment[] = [];
  const close = (): void => {
    for (const segment of segments) segment.close();
  };
  try {
    for (const { name } of parts) segments.push(await openSegment(folder, name));
    const columns: ColumnPart[] = [];
    for (const [at, segment] of segments.entries())
      columns.push({ columns: await segment.columns(), gone: new Set(parts[at]?.gone ?? []) });
    const texts = await Promise.all(segments.map((segment) => segment.texts()));
    const [first] = columns;
    await pause();
    if (first !== undefined && columns.length === 1 && first.gone.size === 0) {
      const [read] = texts;
      return { header, stamp, close, index: openIndex(first.columns, (at) => trialAt(read ?? nothing, at)) };
    }
    const { part, row, ...joined } = joinColumns(columns);
    await pause();
    const plain: IndexColumns = joined;
    return { header, stamp, close, index: openIndex(plain, (at) => trialAt(texts[part[at] ?? 0] ?? nothing, row[at] ?? 0)) };
  } catch (error) {
    close();
    throw error;
  }
}
function nothing(): never {
  throw new Error('there is no such trial');
}

/** False when the list or a file that it names is missing or none of this release. */
export function isWhole(path: string): boolean {
  const list = readSnapshotList(path);
  return (
    list !== null &&
    list.parts.every(({ name }) => statSync(join(dirname(path), basename(name)), { throwIfNoEntry: false })?.isFile() === true)
  );
}

/** Differs as soon as another list stands in this place; empty when none does. */
export function fileMark(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? '' : `${path} ${stat.ino} ${stat.mtimeMs} ${stat.size}`;
}
