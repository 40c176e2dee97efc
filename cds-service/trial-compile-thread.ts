/** Worker thread that reads criteria, so that a large import uses more than one processor. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadKnowledge } from './knowledge/load.ts';
import type { TrialRecord } from './knowledge/trials/types.ts';
import { compileTrial, readingContext } from './trials/index.ts';

/** JSON `CompiledTrial`, or why there is none. */
export type Compiled = { readonly content: string } | { readonly fault: string };

const port = parentPort;
if (port !== null) {
  const { oncology, vocabulary } = loadKnowledge((workerData as { root: string }).root);
  const context = readingContext(oncology, vocabulary.tumours);
  port.on('message', (records: readonly TrialRecord[]) => {
    port.postMessage(
      records.map((record): Compiled => {
        try {
          return { content: JSON.stringify(compileTrial(record, context)) };
        } catch (error) {
          return { fault: error instanceof Error ? error.message : 'not readable' };
        }
      }),
    );
  });
  port.postMessage('ready');
}
