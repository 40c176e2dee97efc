/** Bodies that are still arriving: bounded per client, without a place when they take long, not waited for without end. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createArrivals, type Place } from './arrivals.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = (): Promise<string> => new Promise(() => undefined);

function place(free = true): Place & { readonly told: string[] } {
  const told: string[] = [];
  return { told, release: () => void told.push('released'), retake: () => (told.push('retaken'), free) };
}

/** The status of a refusal, or what arrived. */
const outcome = (work: Promise<string>): Promise<unknown> => work.catch((error: unknown) => (error as { status: number }).status);

describe('a body', () => {
  it('that is there at once keeps its place', async () => {
    const at = place();
    expect(await createArrivals(4)('EHR', at, () => Promise.resolve('body'))).toBe('body');
    expect(at.told).toEqual([]);
  });

  it.each([
    ['there is a place again', true, 'body'],
    ['there is none', false, 429],
  ])('that takes long gives its place back, and needs one when it is there: %s', async (_case, free, expected) => {
    const at = place(free);
    let arrive: (body: string) => void = () => undefined;
    const waiting = outcome(createArrivals(4, { slow: 1_000, most: 15_000 })('EHR', at, () => new Promise((done) => void (arrive = done))));
    await vi.advanceTimersByTimeAsync(1_001);
    expect(at.told).toEqual(['released']);
    arrive('body');
    expect(await waiting).toBe(expected);
    expect(at.told).toEqual(['released', 'retaken']);
  });

  it('that never comes ends its call with 408 and frees the client', async () => {
    const arrive = createArrivals(2, { slow: 1_000, most: 15_000 });
    const waiting = outcome(arrive('EHR', place(), never));
    expect(await outcome(arrive('EHR', place(), never))).toBe(429);
    await vi.advanceTimersByTimeAsync(15_001);
    expect(await waiting).toBe(408);
    expect(await arrive('EHR', place(), () => Promise.resolve('body'))).toBe('body');
  });
});

it('one client has three quarters of the places, another the rest', async () => {
  const arrive = createArrivals(4);
  for (let calls = 0; calls < 3; calls += 1) void arrive('stalled EHR', place(), never).catch(() => undefined);
  expect(await outcome(arrive('stalled EHR', place(), never))).toBe(429);
  expect(await arrive('other EHR', place(), () => Promise.resolve('body'))).toBe('body');
});
