/** Which guidance is silent because a clinician overrode it with a reason: held in memory, filled from the database. */
import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface Silence {
  covers(guidance: string): boolean;
  all(): readonly (readonly [string, number])[];
  refresh(database: Kysely<Tables>): Promise<void>;
}

const HOUR_MS = 3_600_000;
/** Feedback of other processes may become visible a little after its time stamp. */
const OVERLAP_MS = 10_000;

export function createSilence(hours: number, now: () => number): Silence {
  const overridden = new Map<string, number>();
  /** By the database's clock: this process's own may differ from it, or be put right. */
  let seen = Infinity;
  return {
    covers(guidance) {
      const at = overridden.get(guidance);
      return at !== undefined && now() - at < hours * HOUR_MS;
    },
    all: () => [...overridden],
    async refresh(database) {
      if (hours === 0) return;
      const started = now();
      const { rows: clock } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(database);
      const there = new Date(clock[0]?.now ?? started).getTime();
      const since = seen === Infinity ? there - hours * HOUR_MS : Math.min(seen, there) - OVERLAP_MS;
      const { rows } = await sql<{ guidance: string; at: Date }>`
        select card.guidance as guidance, max(feedback.at) as at
        from feedback join card on card.uuid = feedback.card
        where feedback.outcome = 'overridden' and (feedback.reason_code is not null or feedback.comment is not null)
          and feedback.received >= ${new Date(since).toISOString()}
        group by card.guidance`.execute(database);
      for (const { guidance, at } of rows) overridden.set(guidance, Math.max(new Date(at).getTime(), overridden.get(guidance) ?? 0));
      for (const [guidance, at] of overridden) if (started - at >= hours * HOUR_MS) overridden.delete(guidance);
      seen = there;
    },
  };
}
