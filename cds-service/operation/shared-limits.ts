/** The calls of each issuer, summed over the processes of one machine: each tells the first one, which tells the others. */
import type { Worker } from 'node:cluster';
import type { SharedCounts } from './call-limits.ts';

const TELL_MS = 200;

type Counts = readonly (readonly [issuer: string, calls: number])[];
interface Told {
  readonly callsIn: number;
  readonly calls: Counts;
}

/** In the first process: keeps what each process took in the current minute and tells each what the others took. */
export function serveLimits(workers: () => readonly Worker[]): (worker: Worker, message: unknown) => void {
  let minute = 0;
  let changed = false;
  const taken = new Map<number, Map<string, number>>();
  const elsewhere = (worker: Worker): Counts => {
    const sums = new Map<string, number>();
    for (const [id, counts] of taken)
      if (id !== worker.id) for (const [issuer, calls] of counts) sums.set(issuer, (sums.get(issuer) ?? 0) + calls);
    return [...sums];
  };
  setInterval(() => {
    if (!changed) return;
    changed = false;
    for (const worker of workers()) worker.send({ callsIn: minute, calls: elsewhere(worker) }, () => undefined);
  }, TELL_MS).unref();
  return (worker, message) => {
    // What comes late is of the minute before; anything earlier comes from a clock that was put back.
    if (!isTold(message) || message.callsIn === minute - 1) return;
    if (message.callsIn !== minute) taken.clear();
    minute = message.callsIn;
    taken.set(worker.id, new Map(message.calls));
    changed = true;
  };
}

/** In the other processes. */
export function joinLimits(): SharedCounts {
  let own = { minute: 0, calls: new Map<string, number>(), told: true };
  let others: { minute: number; calls: ReadonlyMap<string, number> } = { minute: 0, calls: new Map() };
  process.on('message', (message: unknown) => {
    if (isTold(message)) others = { minute: message.callsIn, calls: new Map(message.calls) };
  });
  setInterval(() => {
    if (own.told) return;
    own.told = true;
    process.send?.({ callsIn: own.minute, calls: [...own.calls] });
  }, TELL_MS).unref();
  return {
    add(minute, issuer) {
      if (minute !== own.minute) own = { minute, calls: new Map(), told: false };
      own.calls.set(issuer, (own.calls.get(issuer) ?? 0) + 1);
      own.told = false;
    },
    elsewhere: (minute, issuer) => (minute === others.minute ? (others.calls.get(issuer) ?? 0) : 0),
  };
}

function isTold(message: unknown): message is Told {
  return typeof message === 'object' && message !== null && 'callsIn' in message;
}
