/** Brings the index files into step with the store: what no file holds yet becomes a small segment, and many small ones become one. */
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Kysely } from 'kysely';
import { claimFolder } from '../store/folder-lock.ts';
import type { Tables } from '../store/tables.ts';
import { activeGeneration, contentsOf, listActive, type GenerationList } from '../store/trial-generations.ts';
import { packedOf, unpackTrial } from './content.ts';
import { headerOf } from './header.ts';
import { openSegment, SEGMENT, UNFINISHED, writeSegment, type Segment, type SegmentWriter } from './segment.ts';
import { pause } from './segment-file.ts';
import { isWhole, readSnapshotList, writeSnapshotList, type SnapshotPart } from './snapshot.ts';

/** True when the files are in step with the store afterwards. */
export async function syncFiles(database: Kysely<Tables>, path: string): Promise<boolean> {
  const folder = dirname(path);
  const active = await activeGeneration(database);
  if (active === null) return true;
  if (readSnapshotList(path)?.stamp === active.stamp && isWhole(path)) return true;
  let release: () => void;
  try {
    release = claimFolder(folder, 'trials.index.pid');
  } catch {
    // Another process of this machine is at it.
    return false;
  }
  const open: Segment[] = [];
  try {
    const list = await listActive(database);
    if (list === null) return true;
    for (const name of segmentNames(folder, path)) open.push(...(await openable(folder, name)));
    const parts = await partsFor(database, folder, list, open);
    if (parts === null) return false;
    await writeSnapshotList(path, {
      stamp: list.stamp,
      total: list.trials.length,
      header: await headerFor(parts, list.made),
      parts: parts.map(asPart),
    });
    removeUnused(folder, new Set(parts.map(({ segment }) => segment.name)));
    return true;
  } finally {
    for (const segment of open) segment.close();
    release();
  }
}

/** A segment with the rows of it that count. */
interface Used {
  readonly segment: Segment;
  readonly rows: readonly number[];
}
function asPart({ segment, rows }: Used): SnapshotPart {
  const used = new Set(rows);
  return { name: segment.name, gone: Array.from({ length: segment.size }, (_, row) => row).filter((row) => !used.has(row)) };
}

/** Null when a trial was removed from the store meanwhile; the next look finds the newer index. */
async function partsFor(database: Kysely<Tables>, folder: string, list: GenerationList, open: Segment[]): Promise<Used[] | null> {
  const wanted = new Set(list.trials.map(({ digest }) => digest));
  const used: Used[] = [];
  for (const segment of open) used.push(await takeFrom(segment, wanted));
  if (wanted.size > 0) {
    const name = await writeMissing(database, folder, [...wanted]);
    if (name === null) return null;
    const segment = await openSegment(folder, name);
    open.push(segment);
    used.push(await takeFrom(segment, wanted));
  }
  const parts = used.filter(({ rows }) => rows.length > 0).sort((a, b) => b.rows.length - a.rows.length);
  const merging = toMerge(parts);
  if (merging.length === 0) return parts;
  const name = await merge(folder, merging);
  if (name === null) return parts;
  const segment = await openSegment(folder, name);
  open.push(segment);
  const merged: Used = { segment, rows: Array.from({ length: segment.size }, (_, row) => row) };
  return [...parts.filter((part) => !merging.includes(part)), merged];
}

/** Rows of the segment that are wanted; they are not wanted of another one any more. */
async function takeFrom(segment: Segment, wanted: Set<string>): Promise<Used> {
  const rows: number[] = [];
  for (const [row, digest] of (await segment.digests()).entries()) if (wanted.delete(digest)) rows.push(row);
  return { segment, rows };
}

const PAGE = 200;

async function writeMissing(database: Kysely<Tables>, folder: string, digests: readonly string[]): Promise<string | null> {
  const writer = writeSegment(folder);
  try {
    for (let from = 0; from < digests.length; from += PAGE) {
      const page = digests.slice(from, from + PAGE);
      const contents = await contentsOf(database, page);
      for (const digest of page) {
        const content = contents.get(digest);
        if (content === undefined) {
          writer.abandon();
          return null;
        }
        const packed = packedOf(content);
        writer.add(unpackTrial(packed), digest, packed);
      }
      await pause();
    }
    return writer.finish();
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

const MOST_PARTS = 8;

/** Everything, once the small ones or what is gone weigh more than a quarter; else the small ones once they are many. Parts come largest first. */
function toMerge(parts: readonly Used[]): readonly Used[] {
  const [largest, ...small] = parts;
  if (largest === undefined) return [];
  const live = parts.reduce((sum, { rows }) => sum + rows.length, 0);
  const held = parts.reduce((sum, { segment }) => sum + segment.size, 0);
  const added = live - largest.rows.length;
  if (held - live > live / 3 || (small.length > 0 && added > live / 4)) return parts;
  return small.length >= MOST_PARTS ? small : [];
}

/** The trials of several segments as one segment; texts are copied as they are. */
async function merge(folder: string, parts: readonly Used[]): Promise<string | null> {
  const writer: SegmentWriter = writeSegment(folder);
  try {
    for (const { segment, rows } of parts) {
      const take = writer.from(await segment.columns());
      const [digests, texts] = [await segment.digests(), await segment.texts()];
      for (const [n, row] of rows.entries()) {
        take(row, digests[row] ?? '', texts(row));
        if (n % PAGE === 0) await pause();
      }
    }
    return writer.finish();
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

/** Registries and newest day of the trials that count. */
async function headerFor(parts: readonly Used[], today: string) {
  const registries = new Set<string>();
  let [latest, total] = [0, 0];
  for (const { segment, rows } of parts) {
    total += rows.length;
    const facts = await segment.facts();
    for (const row of rows) {
      registries.add(facts.registries[facts.registry[row] ?? 0] ?? '');
      latest = Math.max(latest, facts.days[row] ?? 0);
    }
  }
  const day = String(latest).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return headerOf(total, [...registries].sort(), latest === 0 ? today : day);
}

/** Those of the list first; others were made by an import that has just ended. */
function segmentNames(folder: string, path: string): string[] {
  const listed = (readSnapshotList(path)?.parts ?? []).map(({ name }) => name);
  return [...new Set([...listed, ...readdirSync(folder).filter((name) => SEGMENT.test(name))])];
}
async function openable(folder: string, name: string): Promise<Segment[]> {
  return openSegment(folder, name).then(
    (segment) => [segment],
    () => [],
  );
}

/** What no list names any more, and what a process that died while it wrote has left. Only who holds the claim may do this. */
function removeUnused(folder: string, used: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) {
    const writer = UNFINISHED.exec(name)?.[1];
    const left = writer !== undefined && !runs(Number(writer));
    if ((SEGMENT.test(name) && !used.has(name)) || left || /^trials\.index\.\d+\.new$/.test(name))
      rmSync(join(folder, name), { force: true });
  }
}
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
