/** One /metrics for all processes: whichever is asked gets the sum from the first one. */
import type { Worker } from 'node:cluster';
import { AggregatorRegistry, type Registry } from 'prom-client';

const COLLECT_MS = 1_000;

type Snapshot = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;

/** In the first process: collects from all and gives the sum to the one that asked. */
export function serveMetrics(workers: () => readonly Worker[]): (worker: Worker, message: unknown) => void {
  let round = 0;
  const rounds = new Map<number, { asker: Worker; expected: number; snapshots: Snapshot[]; timer: NodeJS.Timeout }>();
  const finish = (id: number): void => {
    const open = rounds.get(id);
    if (open === undefined) return;
    rounds.delete(id);
    clearTimeout(open.timer);
    void AggregatorRegistry.aggregate(open.snapshots)
      .metrics()
      .then((text) => open.asker.send({ metricsText: text }, () => undefined));
  };
  return (worker, message) => {
    if (typeof message !== 'object' || message === null) return;
    if ('metricsWanted' in message) {
      round += 1;
      const id = round;
      const all = workers();
      rounds.set(id, { asker: worker, expected: all.length, snapshots: [], timer: setTimeout(() => finish(id), COLLECT_MS) });
      for (const each of all) each.send({ metricsRound: id }, () => undefined);
    } else if ('metricsOf' in message) {
      const { metricsOf, snapshot } = message as unknown as { metricsOf: number; snapshot: Snapshot };
      const open = rounds.get(metricsOf);
      if (open === undefined) return;
      open.snapshots.push(snapshot);
      if (open.snapshots.length === open.expected) finish(metricsOf);
    }
  };
}

/** In the other processes: gives its own figures when asked, asks for the sum when scraped. */
export function joinMetrics(registry: Registry): () => Promise<string> {
  let waiting: ((text: string) => void)[] = [];
  process.on('message', (message: unknown) => {
    if (typeof message !== 'object' || message === null) return;
    if ('metricsRound' in message)
      void registry.getMetricsAsJSON().then((snapshot) => process.send?.({ metricsOf: message.metricsRound, snapshot }));
    if ('metricsText' in message) {
      for (const give of waiting) give(String(message.metricsText));
      waiting = [];
    }
  });
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      process.send?.({ metricsWanted: true });
    });
}
