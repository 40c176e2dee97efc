/**
 * The store over SQL, the same on the embedded database and on PostgreSQL. Decisions are written behind the answers;
 * feedback is written before it is acknowledged; token ids and overrides are known in memory and shared through the database.
 */
import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { readFigures } from './figures.ts';
import { createPredictionCounts, readPredictionCounts } from './prediction-counts.ts';
import { deleteBefore } from './retention.ts';
import type { Keyed } from './secret.ts';
import { createSilence } from './silence.ts';
import type { Tables } from './tables.ts';
import { createTokenUse } from './token-use.ts';
import type { DecisionRecord, FeedbackRecord, Store } from './types.ts';

export interface SqlStoreSetting {
  /** Resolves with the migrated database. */
  readonly opening: Promise<Kysely<Tables>>;
  readonly keyed: Keyed;
  /** True when other processes write to the same database. */
  readonly shared: boolean;
  readonly repeatSilenceHours: number;
  readonly retentionDays: number;
  readonly now: () => Date;
  /** The store cannot be used at all (newer schema, folder in use). */
  readonly onFatal: (error: Error) => void;
  /** Something was not kept or not asked; `what` is a code. */
  readonly onTrouble: (what: string, count: number) => void;
}

const QUEUE_LIMIT = 20_000;
const BATCH = 500;
const FLUSH_MS = 200;
const FEEDBACK_MS = 5_000;
/** The first start makes the embedded database, which takes seconds. */
const OPENING_MS = 20_000;
const POLL_MS = 2_000;
const COUNTS_MS = 10_000;
const DAY_MS = 86_400_000;

export function createSqlStore(setting: SqlStoreSetting): Store {
  let database: Kysely<Tables> | null = null;
  let state: 'opening' | 'open' | 'down' = 'opening';
  let closed = false;
  const queue: DecisionRecord[] = [];
  let flushing: Promise<void> = Promise.resolve();
  let flushTimer: NodeJS.Timeout | null = null;
  const timers: NodeJS.Timeout[] = [];
  const tokens = createTokenUse({ shared: setting.shared, now: () => setting.now().getTime(), onTrouble: setting.onTrouble });
  const predictions = createPredictionCounts(setting.now);
  const silence = createSilence(setting.repeatSilenceHours, () => setting.now().getTime());

  const opened = setting.opening.then(
    async (open) => {
      database = open;
      state = 'open';
      tokens.open(open);
      await silence.refresh(open);
      if (setting.shared) timers.push(every(POLL_MS, () => attempt(() => silence.refresh(open))));
      timers.push(every(COUNTS_MS, () => attempt(() => predictions.write(open))));
      timers.push(every(DAY_MS, () => attempt(() => deleteOld(open, setting.retentionDays, setting.now()))));
      await deleteOld(open, setting.retentionDays, setting.now());
      if (queue.length > 0) scheduleFlush();
    },
    (error: unknown) => {
      state = 'down';
      setting.onFatal(error instanceof Error ? error : new Error('The store did not open'));
    },
  );
  const ready = opened.catch(() => setting.onTrouble('store-open', 1));

  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      state = 'open';
      return true;
    } catch {
      state = 'down';
      return false;
    }
  }

  function scheduleFlush(delay = FLUSH_MS): void {
    if (flushTimer !== null || closed) return;
    flushTimer = setTimeout(() => {
      flushTimer = null;
      void flush();
    }, delay);
    flushTimer.unref();
  }

  /** Writes what is queued; what cannot be written stays queued and is tried again. */
  function flush(): Promise<void> {
    flushing = flushing.then(async () => {
      const open = database;
      if (open === null) return;
      while (queue.length > 0) {
        const batch = queue.slice(0, BATCH);
        if (!(await attempt(() => writeDecisions(open, batch)))) {
          setting.onTrouble('decisions-waiting', queue.length);
          scheduleFlush(2_000);
          return;
        }
        queue.splice(0, batch.length);
      }
    });
    return flushing;
  }

  return {
    recordDecision(decision) {
      if (queue.length >= QUEUE_LIMIT) {
        queue.shift();
        setting.onTrouble('decision-lost', 1);
      }
      queue.push(decision);
      scheduleFlush();
    },
    async recordFeedback(feedback) {
      await within(OPENING_MS, () => opened);
      await within(FEEDBACK_MS, async () => {
        await flush();
        const open = database;
        if (open === null) throw new Error('The store is not open');
        const written = await attempt(() => writeFeedback(open, feedback, setting.keyed));
        if (!written) throw new Error('Feedback was not written');
        await attempt(() => silence.refresh(open));
      });
    },
    firstUse: tokens.firstUse,
    isSilenced: silence.covers,
    silenced: silence.all,
    async figures() {
      await ready;
      await flush();
      if (database === null) throw new Error('The store is not open');
      return readFigures(database);
    },
    countPrediction: predictions.add,
    async predictionCounts(since) {
      await ready;
      if (database === null) throw new Error('The store is not open');
      await predictions.write(database);
      return readPredictionCounts(database, since);
    },
    state: () => state,
    async close() {
      closed = true;
      for (const timer of timers) clearInterval(timer);
      if (flushTimer !== null) clearTimeout(flushTimer);
      await within(FEEDBACK_MS, async () => {
        await ready;
        await tokens.flush();
        await flush();
        if (database !== null) await predictions.write(database);
      }).catch(() => {
        if (queue.length > 0) setting.onTrouble('decision-lost', queue.length);
      });
      await database?.destroy();
    },
  };
}

function every(milliseconds: number, work: () => Promise<unknown>): NodeJS.Timeout {
  return setInterval(() => void work(), milliseconds).unref();
}

async function within<Value>(milliseconds: number, work: () => Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The store did not answer in time')), milliseconds);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** One statement with one JSON value per table: many rows at the price of one. */
async function writeDecisions(database: Kysely<Tables>, batch: readonly DecisionRecord[]): Promise<void> {
  const decisions = batch.map((record) => ({ ...pick(record), record: JSON.stringify(record) }));
  const cards = batch.flatMap(({ id, at, service, cards: shown }) =>
    shown.map(({ uuid, topic, ruleIds, guidance, suppressed }) => {
      const rules = JSON.stringify(ruleIds);
      return { uuid, decision: id, at, service, topic, rules, guidance, suppressed };
    }),
  );
  await database.transaction().execute(async (transaction) => {
    await sql`insert into decision (id, at, service, hook, ehr, patient, record)
      select id, at, service, hook, ehr, patient, record from json_to_recordset(${JSON.stringify(decisions)}::json)
        as row (id text, at timestamptz, service text, hook text, ehr text, patient text, record text)
      on conflict (id) do nothing`.execute(transaction);
    if (cards.length === 0) return;
    await sql`insert into card (uuid, decision, at, service, topic, rules, guidance, suppressed)
      select uuid, decision, at, service, topic, rules, guidance, suppressed from json_to_recordset(${JSON.stringify(cards)}::json)
        as row (uuid text, decision text, at timestamptz, service text, topic text, rules text, guidance text, suppressed boolean)
      on conflict (uuid) do nothing`.execute(transaction);
  });
}

function pick({ id, at, service, hook, ehr, patient }: DecisionRecord) {
  return { id, at, service, hook, ehr, patient };
}

/** The same item sent again has the same digest and changes nothing. */
async function writeFeedback(database: Kysely<Tables>, feedback: readonly FeedbackRecord[], keyed: Keyed): Promise<void> {
  if (feedback.length === 0) return;
  const rows = feedback.map((item) => ({
    digest: createHash('sha256').update(JSON.stringify(item)).digest('hex'),
    card: item.card,
    service: item.service,
    outcome: item.outcome,
    at: item.at,
    accepted: JSON.stringify(item.acceptedSuggestions),
    reason_system: storable(item.reasonSystem),
    reason_code: storable(item.reasonCode),
    reason_display: storable(item.reasonDisplay),
    comment: item.comment === undefined ? null : keyed.seal(item.comment),
    source: item.source,
  }));
  const distinct = [...new Map(rows.map((row) => [row.digest, row])).values()];
  await database
    .insertInto('feedback')
    .values(distinct)
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute();
}

/** PostgreSQL text cannot hold the zero character. */
function storable(text: string | undefined): string | null {
  return text === undefined ? null : text.replaceAll('\u0000', '');
}

async function deleteOld(database: Kysely<Tables>, days: number, now: Date): Promise<void> {
  await database
    .deleteFrom('token_use')
    .where('expires', '<', Math.floor(now.getTime() / 1000) - 60)
    .execute();
  if (days > 0) await deleteBefore(database, new Date(now.getTime() - days * DAY_MS));
}
