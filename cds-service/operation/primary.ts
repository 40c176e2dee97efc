/** The first of several processes: starts the ones that answer, holds the embedded store, replaces what dies. */
import cluster, { type Worker } from 'node:cluster';
import type { Config } from '../config/config.ts';
import type { Store } from '../store/types.ts';
import { createLog } from './log.ts';
import { serveLimits } from './shared-limits.ts';
import { serveMetrics } from './shared-metrics.ts';
import { serveStore, type OpenStore } from './shared-store.ts';
import { stopForStore } from './store-fault.ts';
import { onStopSignals } from './signals.ts';

const STOP_MS = 15_000;
const RESTART_MS = 500;

/** Resolves with the address once every process answers; rejects when one cannot start. */
export async function runPrimary(config: Config, openStore: OpenStore): Promise<string> {
  const log = createLog(config.logLevel);
  const workers = (): Worker[] => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
  const store: Store | null =
    config.databaseUrl === undefined
      ? openStore({
          onTrouble: (cause, count) => log.warn('store trouble', { cause, count }),
          onFatal(error) {
            // A process that is still starting would complain of the silence of this one.
            for (const worker of workers()) worker.process.kill('SIGKILL');
            stopForStore(error);
          },
        })
      : null;
  const forStore = store === null ? () => undefined : serveStore(store, workers);
  const forMetrics = serveMetrics(workers);
  const forLimits = serveLimits(workers);
  cluster.on('message', (worker: Worker, message: unknown) => {
    forStore(worker, message);
    forMetrics(worker, message);
    forLimits(worker, message);
  });
  let stopping = false;
  const started = await Promise.all(Array.from({ length: config.workers }, () => startWorker()));
  cluster.on('exit', (worker, code) => {
    if (stopping) return;
    log.error('process ended; another is started', { count: worker.id, cause: String(code) });
    setTimeout(() => void startWorker().catch(() => undefined), RESTART_MS);
  });
  onStopSignals({
    async stop() {
      stopping = true;
      const ended = Promise.all(workers().map((worker) => new Promise((resolve) => worker.once('exit', resolve))));
      for (const worker of workers()) worker.process.kill('SIGTERM');
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, STOP_MS))]);
      await store?.close();
    },
    reload() {
      for (const worker of workers()) worker.process.kill('SIGHUP');
    },
  });
  return started[0] ?? '';
}

function startWorker(): Promise<string> {
  const worker = cluster.fork();
  return new Promise((resolve, reject) => {
    worker.on('message', (message: unknown) => {
      if (typeof message === 'object' && message !== null && 'listening' in message) resolve(String(message.listening));
    });
    worker.once('exit', () => reject(new Error('a process did not start')));
  });
}
