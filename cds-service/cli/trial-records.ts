/** Trial files as records, one after another; a file that cannot be read is a fault among the others. */
import { basename } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ctmlReader } from '../knowledge/import/trials/ctml.ts';
import { readTrials, type ReadTrial } from '../knowledge/import/trials/index.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { type Split, splitRecords, type TrialInput } from '../trial-library/index.ts';
import { open, type TrialFile } from './trial-files.ts';

export async function* recordsOf(files: readonly string[], today: string): AsyncGenerator<TrialInput> {
  for (const path of files) {
    try {
      for await (const file of open(path)) {
        if (/\.ya?ml(?:\.gz)?$/i.test(file.name)) yield* yamlRecords(file, today);
        else yield* jsonRecords(file);
      }
    } catch (error) {
      yield { fault: `${path}: cannot be read (${codeOf(error)})` };
    }
  }
}

/** What came before a file breaks off is read. */
async function* jsonRecords({ name, bytes }: TrialFile): AsyncGenerator<TrialInput> {
  const splitter = splitRecords();
  const short = basename(name);
  const told = (found: readonly Split[]): TrialInput[] =>
    found.map(({ line, inList, ...one }) => {
      const place = `${short}, line ${line}${inList === undefined ? '' : `, record ${inList}`}`;
      return 'text' in one ? { text: one.text, place } : { fault: one.fault, place };
    });
  let first = true;
  try {
    for await (const chunk of bytes) {
      const wide = first && isWide(chunk);
      if (wide) {
        yield { place: short, fault: 'the file is UTF-16; save it as UTF-8' };
        return;
      }
      const bare = first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
      first = false;
      yield* told(splitter.push(Buffer.from(bare.buffer, bare.byteOffset, bare.byteLength)));
    }
  } catch (error) {
    yield* told(splitter.end());
    yield { place: short, fault: `cannot be read on (${codeOf(error)}); what came before was read` };
    return;
  }
  yield* told(splitter.end());
}

/** Marks of two bytes a character, or a bracket and a zero. */
function isWide([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;
}

async function* yamlRecords({ name, bytes }: TrialFile, today: string): AsyncGenerator<ReadTrial> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  const { oncology, vocabulary } = loadKnowledge();
  const ctml = ctmlReader(oncology.genes, vocabulary.tumours, today);
  for (const [at, document] of parseAllDocuments(Buffer.concat(parts).toString('utf8')).entries()) {
    if (document.errors.length > 0) yield { fault: `${name}, document ${at + 1}: not YAML` };
    else yield* readTrials(document.toJS({ maxAliasCount: 100 }), today, ctml);
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error && /archive/.test(error.message) ? error.message : 'not readable';
}
