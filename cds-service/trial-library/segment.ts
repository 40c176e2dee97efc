/**
 * Some trials of an index in one file that never changes: texts, and the compact columns. An index is one large file and a few small ones that later
 * imports have added; see `snapshot.ts`.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledTrial } from '../knowledge/trials/types.ts';
import { readBlocks, readFooter, readNow, readRaw, writeFile, type Span } from './segment-file.ts';
import { unpackTrial } from './content.ts';
import { buildColumns, type IndexColumns, type TrialRow } from '../trials/index.ts';

/** Changes when the layout or the meaning of compiled criteria changes; files of another format are made anew. */
const FORMAT = 4;

interface Footer {
  readonly format: number;
  readonly size: number;
  readonly rows: readonly Span[];
  readonly leaves: readonly Span[];
  readonly places: readonly Span[];
  readonly days: Span;
  readonly registries: readonly string[];
  /** Registry of trial n: its place among `registries`. */
  readonly registry: Span;
  readonly programs: Span;
  readonly programStarts: Span;
  readonly starts: Span;
  readonly codes: Span;
  readonly siteStarts: Span;
  readonly sites: Span;
  readonly digests: Span;
  /** Text n: from offsets[n], of lengths[n] bytes. */
  readonly offsets: Span;
  readonly lengths: Span;
}

export const SEGMENT = /^trials-[0-9a-f]{16}\.segment$/;
/** Being written by the process of this number. */
export const UNFINISHED = /^trials-[0-9a-f]{16}\.segment\.(\d+)\.new$/;

export interface SegmentWriter {
  readonly size: number;
  add(trial: CompiledTrial, digest: string, packed: Uint8Array): void;
  /** Adds single trials of columns that exist already. */
  from(columns: IndexColumns): (row: number, digest: string, packed: Uint8Array) => void;
  /** Name of the file, which appears complete or not at all; null when nothing was added. */
  finish(): string | null;
  abandon(): void;
}

/** Of several trials with the same id the last counts. */
export function writeSegment(folder: string): SegmentWriter {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `trials-${randomBytes(8).toString('hex')}.segment`;
  const file = writeFile(join(folder, `${name}.${process.pid}.new`));
  const columns = buildColumns();
  const texts: { readonly span: Span; readonly digest: string }[] = [];
  const text = (digest: string, packed: Uint8Array): void => void texts.push({ span: file.append(packed), digest });
  return {
    get size() {
      return texts.length;
    },
    add(trial, digest, packed) {
      columns.add(trial);
      text(digest, packed);
    },
    from(part) {
      const take = columns.from(part);
      return (row, digest, packed) => {
        take(row);
        text(digest, packed);
      };
    },
    finish() {
      if (texts.length === 0) {
        file.abandon();
        return null;
      }
      try {
        const made = columns.finish();
        const mine = Array.from(made.origins, (at) => texts[at] ?? { span: [0, 0] as const, digest: '' });
        const registries = [...new Set(made.rows.map(({ registry }) => registry))];
        const footer: Footer = {
          format: FORMAT,
          registries,
          registry: file.numbers(Uint32Array.from(made.rows, ({ registry }) => registries.indexOf(registry))),
          size: made.rows.length,
          rows: file.blocks(made.rows),
          leaves: file.blocks(made.leaves),
          places: file.blocks(made.places),
          days: file.numbers(made.days),
          programs: file.numbers(made.programs),
          programStarts: file.numbers(made.programStarts),
          starts: file.numbers(made.starts),
          codes: file.numbers(made.codes),
          siteStarts: file.numbers(made.siteStarts),
          sites: file.numbers(made.sites),
          digests: file.append(Buffer.from(mine.map(({ digest }) => digest).join('\n'))),
          offsets: file.numbers(Float64Array.from(mine, ({ span }) => span[0])),
          lengths: file.numbers(Uint32Array.from(mine, ({ span }) => span[1])),
        };
        file.finish(footer, join(folder, name));
      } catch (error) {
        file.abandon();
        throw error;
      }
      return name;
    },
    abandon: () => file.abandon(),
  };
}

export interface Segment {
  readonly name: string;
  readonly size: number;
  digests(): Promise<readonly string[]>;
  /** Registry ids. */
  ids(): Promise<readonly string[]>;
  columns(): Promise<IndexColumns>;
  /** What the header says of the trials. */
  facts(): Promise<{ readonly registries: readonly string[]; readonly registry: Uint32Array; readonly days: Uint32Array }>;
  /** Where the texts are; asked before single ones are read. */
  texts(): Promise<(row: number) => Uint8Array>;
  /** Lets go of the file. */
  close(): void;
}

/** Throws when there is no such file (`ENOENT`), when it cannot be read, or has another format. */
export async function openSegment(folder: string, name: string): Promise<Segment> {
  const file = openSync(join(folder, name), 'r');
  let open = true;
  // A number that is closed twice may be another file by then.
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  try {
    const footer = (await readFooter(file)) as Footer;
    if (footer.format !== FORMAT) throw new Error('the trial index file has another format');
    return {
      name,
      size: footer.size,
      digests: async () =>
        Buffer.from(await readRaw(file, footer.digests))
          .toString('latin1')
          .split('\n'),
      ids: async () => (await readBlocks<TrialRow>(file, footer.rows)).map(({ nctId }) => nctId),
      columns: async () => ({
        rows: await readBlocks(file, footer.rows),
        leaves: await readBlocks(file, footer.leaves),
        places: await readBlocks(file, footer.places),
        days: new Uint32Array(await readRaw(file, footer.days)),
        programs: new Int32Array(await readRaw(file, footer.programs)),
        programStarts: new Uint32Array(await readRaw(file, footer.programStarts)),
        starts: new Uint32Array(await readRaw(file, footer.starts)),
        codes: new Uint32Array(await readRaw(file, footer.codes)),
        siteStarts: new Uint32Array(await readRaw(file, footer.siteStarts)),
        sites: new Uint32Array(await readRaw(file, footer.sites)),
      }),
      facts: async () => ({
        registries: footer.registries,
        registry: new Uint32Array(await readRaw(file, footer.registry)),
        days: new Uint32Array(await readRaw(file, footer.days)),
      }),
      async texts() {
        const offsets = new Float64Array(await readRaw(file, footer.offsets));
        const lengths = new Uint32Array(await readRaw(file, footer.lengths));
        return (row) => readNow(file, [offsets[row] ?? 0, lengths[row] ?? 0]);
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** Trial `row` of a segment with its texts. */
export function trialAt(texts: (row: number) => Uint8Array, row: number): CompiledTrial {
  return unpackTrial(texts(row));
}
