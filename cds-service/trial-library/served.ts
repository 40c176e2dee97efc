/** What is served, read from the files of the index without loading it: for an import that cannot ask the store. */
import { dirname } from 'node:path';
import { storedText, type Earlier } from './content.ts';
import { openSegment, type Segment } from './segment.ts';
import { readSnapshotList } from './snapshot.ts';

export interface Served {
  digests(): Promise<ReadonlySet<string>>;
  /** Of a trial that is served, how to read it. */
  trials(): Promise<ReadonlyMap<string, () => Earlier>>;
  close(): void;
}

/** Empty where there is no index that this program can read. */
export async function openServed(path: string): Promise<Served> {
  const parts: { readonly segment: Segment; readonly gone: ReadonlySet<number> }[] = [];
  const close = (): void => {
    for (const { segment } of parts) segment.close();
  };
  try {
    for (const { name, gone } of readSnapshotList(path)?.parts ?? [])
      parts.push({ segment: await openSegment(dirname(path), name), gone: new Set(gone) });
  } catch {
    close();
    parts.length = 0;
  }
  return {
    close,
    async digests() {
      const served = new Set<string>();
      for (const { segment, gone } of parts)
        for (const [row, digest] of (await segment.digests()).entries()) if (!gone.has(row)) served.add(digest);
      return served;
    },
    async trials() {
      const served = new Map<string, () => Earlier>();
      for (const { segment, gone } of parts) {
        const [ids, digests, texts] = [await segment.ids(), await segment.digests(), await segment.texts()];
        for (const [row, id] of ids.entries())
          if (!gone.has(row)) served.set(id, () => ({ digest: digests[row] ?? '', content: storedText(texts(row)) }));
      }
      return served;
    },
  };
}
