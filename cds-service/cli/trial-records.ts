/** Trial files as records, one after another; a file that cannot be read is a fault among the others. */
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { ctmlReader } from '../knowledge/import/trials-ctml.ts';
import { readTrials, type ReadTrial } from '../knowledge/import/trials.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { linesOf } from './lines.ts';
import { readInputs } from './read-inputs.ts';

export async function* recordsOf(files: readonly string[], today: string): AsyncGenerator<ReadTrial> {
  const { oncology, vocabulary } = loadKnowledge();
  const ctml = ctmlReader(oncology.genes, vocabulary.tumours, today);
  for (const file of files) {
    try {
      if (/\.ya?ml$/i.test(file)) yield* yamlRecords(file, today, ctml);
      else
        for await (const input of readInputs(linesOf(file))) {
          if ('fault' in input) yield { fault: `${file}, line ${input.line}: ${input.fault}` };
          else yield* readTrials(input.value, today, ctml);
        }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'not readable';
      yield { fault: `${file}: cannot be read (${code})` };
    }
  }
}

function* yamlRecords(file: string, today: string, ctml: ReturnType<typeof ctmlReader>): Generator<ReadTrial> {
  for (const [at, document] of parseAllDocuments(readFileSync(file, 'utf8')).entries()) {
    if (document.errors.length > 0) yield { fault: `${file}, document ${at + 1}: not YAML` };
    else yield* readTrials(document.toJS({ maxAliasCount: 100 }), today, ctml);
  }
}
