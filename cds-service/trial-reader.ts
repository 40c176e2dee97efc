/** What makes criteria out of a record: which version of the reader, so that trials compiled by another one are compiled again. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { CompiledTrial, TrialRecord } from './knowledge/trials/types.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { compileTrial, readingContext } from './trials/index.ts';

export interface TrialReader {
  /** Same record and same reader, same digest. */
  digest(record: TrialRecord): string;
  compile(record: TrialRecord): CompiledTrial;
}

export function trialReader(root: string): TrialReader {
  const { oncology, vocabulary, headers } = loadKnowledge(root);
  const context = readingContext(oncology, vocabulary.tumours);
  const fingerprint = createHash('sha256');
  for (const { id, version, date } of headers) fingerprint.update(`${id} ${version} ${date}\n`);
  for (const text of programTexts()) fingerprint.update(text);
  const reader = fingerprint.digest('hex').slice(0, 16);
  return {
    digest: (record) => createHash('sha256').update(reader).update(JSON.stringify(record)).digest('hex').slice(0, 40),
    compile: (record) => compileTrial(record, context),
  };
}

/** The program texts that decide how a criterion is read. */
function* programTexts(): Generator<string> {
  const room = join(import.meta.dirname, 'trials');
  const own = extname(import.meta.filename);
  yield readFileSync(join(room, `compile${own}`), 'utf8');
  for (const name of readdirSync(join(room, 'criteria')).sort())
    if (extname(name) === own && !name.includes('.test.') && !name.endsWith('.d.ts'))
      yield readFileSync(join(room, 'criteria', name), 'utf8');
}
