/** Worker thread that reads and compiles records, so that a large import uses more than one processor. */
import { parentPort, workerData } from 'node:worker_threads';
import { batchReader, type BatchInput, type MadeBatch, type ReadItem } from './batch.ts';
import type { Earlier } from './content.ts';

/** `id`: of the batch, which is kept until it is made. */
export type ThreadRequest =
  | { readonly id: number; readonly read: BatchInput }
  | { readonly id: number; readonly make: readonly number[]; readonly earlier: readonly (Earlier | undefined)[] };
export type ThreadReply =
  | 'ready'
  | { readonly id: number; readonly items: readonly ReadItem[] }
  | { readonly id: number; readonly made: MadeBatch }
  | { readonly id: number; readonly failed: string };

const port = parentPort;
if (port !== null) {
  const reader = batchReader((workerData as { root: string }).root);
  const open = new Map<number, ReturnType<typeof reader.read>>();
  const reply = (message: ThreadReply): void => port.postMessage(message);
  port.on('message', (request: ThreadRequest) => {
    const { id } = request;
    try {
      if ('read' in request) {
        const batch = reader.read(request.read);
        open.set(id, batch);
        reply({ id, items: batch.items });
      } else {
        const batch = open.get(id);
        open.delete(id);
        if (batch === undefined) throw new Error('there is no such batch');
        reply({ id, made: batch.make(request.make, request.earlier) });
      }
    } catch (error) {
      reply({ id, failed: error instanceof Error ? error.message : 'not readable' });
    }
  });
  reply('ready');
}
