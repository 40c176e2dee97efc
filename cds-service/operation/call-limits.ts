/**
 * How many calls are taken: per issuer and minute over all processes of this service, and at once in this process. Counts of the
 * other processes arrive a fraction of a second late, so a limit may be passed by what comes in within that time.
 */

export interface CallLimits {
  /** Seconds to wait before this issuer may call again; 0 = the call is taken. */
  waitOf(issuer: string): number;
  /** False when too many calls are being answered; else the caller must `leave` when done. */
  enter(): boolean;
  leave(): void;
}

/** Calls per issuer, as the processes tell each other. */
export interface SharedCounts {
  /** One more call here. `minute`: minutes since 1970. */
  add(minute: number, issuer: string): void;
  /** Calls that the other processes took in this minute, as far as known. */
  elsewhere(minute: number, issuer: string): number;
}

const MINUTE = 60_000;
const MOST_ISSUERS = 10_000;

export function createCallLimits(perMinute: number, atOnce: number, now: () => number, shared?: SharedCounts): CallLimits {
  const counts = new Map<string, number>();
  let minute = 0;
  let inside = 0;
  return {
    waitOf(issuer) {
      const at = now();
      const current = Math.floor(at / MINUTE);
      if (current !== minute || counts.size > MOST_ISSUERS) {
        minute = current;
        counts.clear();
      }
      const count = (counts.get(issuer) ?? 0) + 1;
      counts.set(issuer, count);
      shared?.add(minute, issuer);
      if (count + (shared?.elsewhere(minute, issuer) ?? 0) <= perMinute) return 0;
      return Math.max(1, Math.ceil(((current + 1) * MINUTE - at) / 1000));
    },
    enter() {
      if (inside >= atOnce) return false;
      inside += 1;
      return true;
    },
    leave() {
      inside -= 1;
    },
  };
}
