/** How many calls are taken: per issuer and minute, and at once. Counted in this process. */

export interface CallLimits {
  mayCall(issuer: string): boolean;
  /** False when too many calls are being answered; else the caller must `leave` when done. */
  enter(): boolean;
  leave(): void;
}

const MINUTE = 60_000;
const MOST_ISSUERS = 10_000;

export function createCallLimits(perMinute: number, atOnce: number, now: () => number): CallLimits {
  const counts = new Map<string, number>();
  let window = 0;
  let inside = 0;
  return {
    mayCall(issuer) {
      const current = Math.floor(now() / MINUTE);
      if (current !== window || counts.size > MOST_ISSUERS) {
        window = current;
        counts.clear();
      }
      const count = (counts.get(issuer) ?? 0) + 1;
      counts.set(issuer, count);
      return count <= perMinute;
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
