/**
 * Bodies on their way. A call takes its place before its body has arrived, so that a burst is bounded; but what a broken proxy leaves half sent
 * must not keep the orders of other EHRs waiting. One client may have three quarters of the places with bodies that are still arriving, a body
 * that takes long gives its place back until it is there, and one that does not come in time ends its call.
 */
import { Refusal } from './operation-outcome.ts';

/** The place of a call among those that are answered at once. */
export interface Place {
  /** Gives the place back while nothing can be done for the call. */
  release(): void;
  /** False when there is no place any more. */
  retake(): boolean;
}

export interface ArrivalTimes {
  /** Milliseconds after which a body that is still arriving holds no place. */
  readonly slow: number;
  /** Milliseconds after which it is not waited for. */
  readonly most: number;
}

export type Arrive = <Body>(client: string, place: Place, read: () => Promise<Body>) => Promise<Body>;

export function createArrivals(places: number, { slow, most }: ArrivalTimes = { slow: 1_000, most: 15_000 }): Arrive {
  const perClient = Math.max(1, Math.floor((places * 3) / 4));
  const arriving = new Map<string, number>();
  const count = (client: string, change: 1 | -1): void => {
    const left = (arriving.get(client) ?? 0) + change;
    if (left === 0) arriving.delete(client);
    else arriving.set(client, left);
  };
  return async (client, place, read) => {
    if ((arriving.get(client) ?? 0) >= perClient)
      throw new Refusal(429, 'Too many calls of this client are still arriving; try again', { 'retry-after': '1' });
    count(client, 1);
    let released = false;
    const timers: NodeJS.Timeout[] = [];
    try {
      const late = new Promise<never>((_resolve, reject) => {
        timers.push(
          setTimeout(() => {
            released = true;
            place.release();
          }, slow),
          setTimeout(() => reject(new Refusal(408, 'The body did not arrive in time', { connection: 'close' })), most),
        );
      });
      const body = await Promise.race([read(), late]);
      if (released && !place.retake()) throw new Refusal(429, 'Too many calls at once; try again', { 'retry-after': '1' });
      return body;
    } finally {
      for (const timer of timers) clearTimeout(timer);
      count(client, -1);
    }
  };
}
