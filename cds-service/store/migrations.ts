/** The store's schema, step by step. Steps are only ever added: a store moves itself forward and never back. */
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';
import { TRIAL_STEP } from './trial-tables.ts';

const STEPS: readonly (readonly string[])[] = [
  [
    `create table decision (
       id text primary key, at timestamptz not null, service text not null, hook text not null, ehr text not null,
       patient text not null, record text not null)`,
    `create index decision_at on decision (at)`,
    `create index decision_patient on decision (patient)`,
    `create table card (
       uuid text primary key, decision text not null references decision (id) on delete cascade, at timestamptz not null,
       service text not null, topic text not null, rules text not null, guidance text not null, suppressed boolean not null)`,
    `create index card_decision on card (decision)`,
    `create table feedback (
       id bigint generated always as identity primary key, digest text not null unique, card text not null, service text not null,
       outcome text not null, at timestamptz not null, received timestamptz not null default now(), accepted text not null,
       reason_system text, reason_code text, reason_display text, comment text, source text not null)`,
    `create index feedback_card on feedback (card)`,
    `create index feedback_received on feedback (received)`,
    `create table token_use (issuer text not null, token text not null, expires bigint not null, primary key (issuer, token))`,
    `create index token_use_expires on token_use (expires)`,
  ],
  [
    // Decision and cards are written and deleted in one transaction; checking the reference of each card cost more than writing it.
    `alter table card drop constraint card_decision_fkey`,
    `drop index card_decision`,
    `create table prediction_count (
       day date not null, model text not null, input text not null, bin text not null, count bigint not null,
       primary key (day, model, input, bin))`,
  ],
  TRIAL_STEP,
];

export const SCHEMA_VERSION = STEPS.length;

/** The store was written by a newer Genehook; going on could lose what it keeps. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';
}

/** Any number that no other program in the same database is likely to lock. */
const LOCK = 7_212_020;

/** Brings the schema up to date (or up to `target`, for tests); safe when several processes start at once. */
export async function migrate(database: Kysely<Tables>, target = SCHEMA_VERSION): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
    await sql`create table if not exists genehook_schema (version integer primary key, applied timestamptz not null default now())`.execute(
      transaction,
    );
    const current = await currentVersion(transaction);
    if (current > SCHEMA_VERSION)
      throw new NewerSchema(`The store has schema ${current}; this Genehook knows up to ${SCHEMA_VERSION}. Start a newer Genehook.`);
    for (let version = current + 1; version <= target; version += 1) {
      for (const statement of STEPS[version - 1] ?? []) await sql.raw(statement).execute(transaction);
      await sql`insert into genehook_schema (version) values (${sql.lit(version)})`.execute(transaction);
    }
  });
}

async function currentVersion(transaction: Transaction<Tables>): Promise<number> {
  const row = await transaction
    .selectFrom('genehook_schema')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirst();
  return Number(row?.version ?? 0);
}
