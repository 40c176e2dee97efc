import type { Worker } from 'node:cluster';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { serveLimits } from './shared-limits.ts';

interface Told {
  readonly callsIn: number;
  readonly calls: readonly (readonly [string, number])[];
}

/** Two processes beside the first one, and what each was told last. */
function processes() {
  const told = new Map<number, Told>();
  const workers = [1, 2].map((id) => ({ id, send: (message: Told) => void told.set(id, message) }) as unknown as Worker);
  const hear = serveLimits(() => workers);
  const tell = (id: number, callsIn: number, calls: number): void => {
    const worker = workers[id - 1];
    if (worker !== undefined) hear(worker, { callsIn, calls: [['iss', calls]] });
    vi.advanceTimersByTime(1_000);
  };
  return { told, tell };
}

describe('calls that several processes take', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('each is told what the other took in this minute', () => {
    const { told, tell } = processes();
    tell(1, 100, 7);
    tell(2, 100, 5);
    expect([told.get(1), told.get(2)]).toEqual([
      { callsIn: 100, calls: [['iss', 5]] },
      { callsIn: 100, calls: [['iss', 7]] },
    ]);
  });

  it('of the minute before nothing counts, whenever it arrives', () => {
    const { told, tell } = processes();
    tell(1, 100, 7);
    tell(2, 101, 5);
    tell(1, 100, 9);
    expect(told.get(2)).toEqual({ callsIn: 101, calls: [] });
  });

  it('a clock that is put back by an hour: they go on telling each other', () => {
    const { told, tell } = processes();
    tell(1, 100, 7);
    tell(1, 40, 3);
    tell(2, 40, 4);
    expect([told.get(1), told.get(2)]).toEqual([
      { callsIn: 40, calls: [['iss', 4]] },
      { callsIn: 40, calls: [['iss', 3]] },
    ]);
  });
});
