/**
 * Each client token is good for one call. A process knows the tokens it saw at once; tokens that another process, or an earlier
 * run, may have seen are asked of the database, many at a time. When the database does not answer, this process's own knowledge
 * counts and the trouble is told: an outage of the store must not silence guidance.
 */
import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface TokenUse {
  /** True the first time. `expires` and `issued` in seconds since 1970. */
  firstUse(issuer: string, tokenId: string, expires: number, issued: number): Promise<boolean>;
  open(database: Kysely<Tables>): void;
  /** Resolves once every token seen is written. */
  flush(): Promise<void>;
}

interface Asked {
  readonly issuer: string;
  readonly token: string;
  readonly expires: number;
  readonly answer: (first: boolean) => void;
}

/** How long a call waits for the shared database; and, alone and just started, for the embedded one to open. */
const SHARED_MS = 150;
const OPENING_MS = 3_000;
/** An EHR's clock may run ahead by this: what it issued "later" may have been used before an earlier run ended. */
const AHEAD_SECONDS = 60;
/** Tokens that no answer waits for are written together after this. */
const BEHIND_MS = 250;
const BATCH = 1_000;
const WAITING_LIMIT = 50_000;
const PURGE_MS = 10_000;

export function createTokenUse(setting: {
  /** True when other processes share the database. */
  readonly shared: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onTrouble: (what: string, count: number) => void;
}): TokenUse {
  const used = new Map<string, number>();
  const waiting: Asked[] = [];
  const started = setting.now() / 1000;
  let database: Kysely<Tables> | null = null;
  let running: Promise<void> | null = null;
  let purged = 0;
  let later: NodeJS.Timeout | null = null;

  function purge(now: number): void {
    if (now - purged < PURGE_MS) return;
    purged = now;
    for (const [key, expires] of used) if (expires < now / 1000) used.delete(key);
  }

  /** One insert at a time; what arrives meanwhile goes with the next. */
  function writeWaiting(): void {
    if (running !== null || database === null || waiting.length === 0) return;
    const batch = waiting.splice(0, BATCH);
    running = insert(database, batch)
      .catch(() => {
        setting.onTrouble('token-not-shared', batch.length);
        for (const { answer } of batch) answer(true);
      })
      .finally(() => {
        running = null;
        writeWaiting();
      });
  }

  return {
    async firstUse(issuer, tokenId, expires, issued) {
      const now = setting.now();
      purge(now);
      const token = createHash('sha256').update(tokenId).digest('base64url');
      const key = keyOf(issuer, token);
      if (used.has(key)) return false;
      used.set(key, expires);
      if (waiting.length >= WAITING_LIMIT) {
        setting.onTrouble('token-not-shared', 1);
        return true;
      }
      const known = new Promise<boolean>((resolve) => {
        waiting.push({ issuer, token, expires: Math.ceil(expires), answer: resolve });
      });
      if (!setting.shared && issued >= started + AHEAD_SECONDS) {
        later ??= setTimeout(() => {
          later = null;
          writeWaiting();
        }, BEHIND_MS).unref();
        return true;
      }
      writeWaiting();
      return inTime(known, setting.shared ? SHARED_MS : OPENING_MS, () => setting.onTrouble('token-not-shared', 1));
    },
    open(open) {
      database = open;
      writeWaiting();
    },
    async flush() {
      if (database === null) return;
      for (writeWaiting(); running !== null; writeWaiting()) await running;
    },
  };
}

/** Inserts the tokens; those that were there already are answered with false. */
async function insert(database: Kysely<Tables>, batch: readonly Asked[]): Promise<void> {
  const rows = JSON.stringify(batch.map(({ issuer, token, expires }) => ({ issuer, token, expires })));
  const { rows: inserted } = await sql<{ issuer: string; token: string }>`
    insert into token_use (issuer, token, expires)
    select issuer, token, expires from json_to_recordset(${rows}::json) as row (issuer text, token text, expires bigint)
    on conflict (issuer, token) do nothing returning issuer, token`.execute(database);
  const fresh = new Set(inserted.map(({ issuer, token }) => keyOf(issuer, token)));
  for (const { issuer, token, answer } of batch) answer(fresh.has(keyOf(issuer, token)));
}

function keyOf(issuer: string, token: string): string {
  return `${issuer}\n${token}`;
}

async function inTime(answer: Promise<boolean>, milliseconds: number, onLate: () => void): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      onLate();
      resolve(true);
    }, milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
